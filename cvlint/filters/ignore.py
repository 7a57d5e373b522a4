"""Findings that the configuration lets be: a rule, the text it flags, and the reason."""

from __future__ import annotations

from collections.abc import Sequence

from cvlint.config.discover import matches
from cvlint.config.schema import Ignore
from cvlint.model.finding import Finding


def ignore(findings: Sequence[Finding], entries: Sequence[Ignore], path: str) -> tuple[list[Finding], set[str]]:
    """The findings that no entry names, and the keys of the entries that were used."""
    kept: list[Finding] = []
    used: set[str] = set()
    for finding in findings:
        hits = {e for e in entries if _names(e, finding) and (e.path is None or matches([e.path], path))}
        used |= {e.key for e in hits}
        if not hits:
            kept.append(finding)
    return kept, used


def _names(entry: Ignore, finding: Finding) -> bool:
    rule = entry.code == "ALL" or finding.code.startswith(entry.code.upper()) or finding.name == entry.code.lower()
    return rule and " ".join(finding.text.split()) == " ".join(entry.text.split())
