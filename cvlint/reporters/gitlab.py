"""GitLab's code quality report."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePath
from typing import Any

from cvlint.model.finding import Finding, Severity
from cvlint.model.report import INCOMPLETE, FileReport, Report
from cvlint.reporters.region import region
from cvlint.reporters.wording import one_line, remarks

SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """A JSON list with one entry for each finding, and one of severity `blocker` for what could not be checked."""
    entries = [
        _entry(path or ".", code, message, "blocker", f"{path}\x1f{code}\x1f{message}")
        for path, code, message in remarks(report)
        if code in INCOMPLETE
    ]
    entries += [_finding(file, f) for file in report.files for f in file.findings]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def _finding(file: FileReport, finding: Finding) -> dict[str, Any]:
    # GitLab drops entries of equal fingerprint, and two files may well hold the same mistake.
    key = f"{file.path}\x1f{finding.fingerprint or (finding.code, finding.start)}"
    entry = _entry(file.path, finding.code, finding.message, SEVERITY[finding.severity], key)
    at = region(finding, file.document)
    entry["location"]["lines"] = {"begin": finding.line, "end": at.end_line if at else finding.line}
    return entry


def _entry(path: str, check: str, message: str, severity: str, key: str) -> dict[str, Any]:
    return {
        "description": one_line(message),
        "check_name": check,
        "fingerprint": hashlib.sha256(key.encode(errors="replace")).hexdigest()[:32],
        "severity": severity,
        "location": {"path": PurePath(path).as_posix(), "lines": {"begin": 1}},
    }
