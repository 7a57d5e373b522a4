"""SARIF 2.1.0 (OASIS standard), which code hosts and editors read."""

from __future__ import annotations

import json
from typing import Any

from cvlint import __version__
from cvlint.catalogue.card import Rule
from cvlint.catalogue.index import FAMILIES
from cvlint.catalogue.page import page
from cvlint.model.finding import Finding, Severity
from cvlint.model.report import INCOMPLETE, FileReport, Report
from cvlint.reporters.cards import family, rules_in, why
from cvlint.reporters.region import region, uri
from cvlint.reporters.wording import clean, one_line, remarks

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report) -> str:
    """The report as one SARIF log with one run. Columns count code points in what `cvlint text` prints of a file."""
    cards = rules_in(report)
    first = {f.code: f for file in report.files for f in file.findings}
    codes = sorted(first)
    run = {
        "tool": {
            "driver": {
                "name": "cvlint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(first[code], cards.get(code)) for code in codes],
            },
            "extensions": [_reader(r.name, r.version) for r in report.readers if r.status == "ran"],
        },
        "invocations": [
            {
                "executionSuccessful": not report.incomplete,
                "toolExecutionNotifications": [_notice(*n) for n in remarks(report)],
            }
        ],
        "artifacts": [{"location": {"uri": uri(f.path)}, "roles": ["analysisTarget"]} for f in report.files],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(file, i, finding, codes.index(finding.code))
            for i, file in enumerate(report.files)
            for finding in file.findings
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(finding: Finding, rule: Rule | None) -> dict[str, Any]:
    letters = family(finding.code)
    data: dict[str, Any] = {"id": finding.code, "name": finding.name}
    if rule is None:
        return data | {"shortDescription": {"text": finding.name.replace("-", " ")}, "properties": {"tags": [letters]}}
    text = page(rule)
    return data | {
        "shortDescription": {"text": finding.name.replace("-", " ")},
        "fullDescription": {"text": why(rule)},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": LEVEL[rule.card.severity]},
        "properties": {"tags": [FAMILIES.get(letters, letters), rule.card.status]},
    }


def _reader(name: str, version: str) -> dict[str, str]:
    return {"name": name} | ({"version": version} if version else {})


def _notice(path: str, code: str, message: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "descriptor": {"id": code},
        "level": "error" if code in INCOMPLETE else "note",
        "message": {"text": one_line(message)},
    }
    return data | ({"locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}]} if path else {})


def _result(file: FileReport, index: int, finding: Finding, rule: int) -> dict[str, Any]:
    where: dict[str, Any] = {"startLine": finding.line}
    at = region(finding, file.document)
    if at:
        where |= {
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
            "charOffset": finding.start,
            "charLength": finding.end - finding.start,
        }
    if finding.text:
        where["snippet"] = {"text": clean(finding.text)}
    facts = {
        "page": finding.page,
        "section": finding.section and one_line(finding.section),
        "suggestions": [clean(s) for s in finding.suggestions],
        "readers": list(finding.readers),
        "fix": finding.fix.value,
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVEL[finding.severity],
        "message": {"text": one_line(finding.message)},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": uri(file.path), "index": index}, "region": where}}
        ],
        **({"partialFingerprints": {"cvlint/v1": finding.fingerprint}} if finding.fingerprint else {}),
        "properties": {k: v for k, v in facts.items() if v},
    }
