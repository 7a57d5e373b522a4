"""The report as one JSON object: the contract that `data/schema/report.schema.json` writes down."""

from __future__ import annotations

import json
import re
from typing import Any

from cvlint import __version__
from cvlint.model.finding import Finding, Severity
from cvlint.model.job import Comparison, Evidence, Requirement
from cvlint.model.report import FileReport, Report

SCHEMA = 1


def render(report: Report) -> str:
    """The report as JSON text, keys in a fixed order, ending in a newline."""
    text = json.dumps(as_data(report), ensure_ascii=False, indent=1)
    # Half a surrogate pair can come out of a broken PDF; as an escape it can be written as UTF-8.
    return re.sub("[\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", text) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    locales = list(dict.fromkeys(f.locale for f in report.files if f.locale))
    return {
        "schema": SCHEMA,
        "cvlint": __version__,
        "locale": locales[0] if len(locales) == 1 else None,
        "readers": [
            {"name": r.name, "version": r.version, "status": r.status} | ({"reason": r.reason} if r.reason else {})
            for r in report.readers
        ],
        "notices": [{"code": n.code, "message": n.message} for n in report.notices],
        "files": [_file(f) for f in report.files],
        "summary": {s.value: report.counts[s] for s in Severity},
    }


def _file(file: FileReport) -> dict[str, Any]:
    data: dict[str, Any] = {
        "path": file.path,
        "format": file.format,
        "status": file.status.value,
        "locale": file.locale,
        "locale_reason": file.locale_reason,
        "pages": file.pages,
        "words": file.words,
        "notices": [{"code": n.code, "message": n.message} for n in file.notices],
        "findings": [_finding(f) for f in file.findings],
        "job": comparison_data(file.comparisons[0]) if file.comparisons else None,
    }
    if len(file.comparisons) > 1:
        data["jobs"] = [comparison_data(c) for c in file.comparisons]
    return data


def _finding(finding: Finding) -> dict[str, Any]:
    box = finding.box
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "text": finding.text,
        "context": finding.context,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "page": finding.page,
        "block": finding.block,
        "section": finding.section,
        "bbox": [round(v, 1) for v in (box.x0, box.top, box.x1, box.bottom)] if box else None,
        "suggestions": list(finding.suggestions),
        "readers": list(finding.readers),
        "fix": finding.fix.value,
        "fingerprint": finding.fingerprint,
    }


def requirement_data(requirement: Requirement) -> dict[str, Any]:
    """What an ad asks for, as `cvlint job` prints it."""
    return {
        "term": requirement.term,
        "kind": requirement.kind.value,
        "level": requirement.level.value,
        "group": requirement.group,
        "quote": requirement.quote,
        "line": requirement.line,
        "mentions": [list(m) for m in requirement.mentions],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return requirement_data(evidence.requirement) | {
        "status": evidence.status.value,
        "covered": evidence.covered,
        "evidence": evidence.quote,
        "evidence_start": evidence.start,
    }


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """A CV against one ad."""
    return {
        "ad": comparison.ad.path,
        "title": comparison.ad.title,
        "employer": comparison.ad.employer,
        "requirements": [_evidence(e) for e in comparison.evidence],
        "coverage": {"must": list(comparison.must), "nice": list(comparison.nice)},
    }
