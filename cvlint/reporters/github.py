"""Annotations for GitHub Actions: workflow commands on standard output."""

from __future__ import annotations

from cvlint.model.finding import Finding, Severity
from cvlint.model.report import INCOMPLETE, FileReport, Report
from cvlint.reporters.region import region
from cvlint.reporters.wording import one_line, remarks

COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """A workflow command for each notice and finding, the gravest first: GitHub shows only the first ten of a kind."""
    notices = remarks(report)
    lines = [_notice(*n) for n in notices if n[1] in INCOMPLETE]
    found = [(file, f) for file in report.files for f in file.findings]
    lines += [_finding(file, f) for file, f in sorted(found, key=lambda pair: -pair[1].severity.rank)]
    lines += [_notice(*n) for n in notices if n[1] not in INCOMPLETE]
    return "".join(line + "\n" for line in lines)


def _finding(file: FileReport, finding: Finding) -> str:
    where = {"file": file.path, "line": str(finding.line)}
    at = region(finding, file.document)
    if at and at.line == at.end_line:
        where |= {"col": str(at.column), "endColumn": str(at.end_column)}
    elif at:
        where |= {"endLine": str(at.end_line)}
    where["title"] = f"{finding.code} {finding.name}"
    return _command(COMMAND[finding.severity], where, finding.message)


def _notice(path: str, code: str, message: str) -> str:
    where = {"file": path} if path else {}
    return _command("error" if code in INCOMPLETE else "notice", where | {"title": code}, message)


def _command(name: str, where: dict[str, str], message: str) -> str:
    # The escapes of the runner itself: `:` and `,` part properties, `%` begins an escape.
    properties = ",".join(f"{k}={_escaped(v).replace(':', '%3A').replace(',', '%2C')}" for k, v in where.items())
    return f"::{name} {properties}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return one_line(text).replace("%", "%25")
