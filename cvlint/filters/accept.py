"""Accepted words: findings of spelling and names on them are dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cvlint.model.finding import Finding

FAMILIES = ("SP", "NM", "WO")


def accept(findings: Sequence[Finding], words: Iterable[str]) -> tuple[list[Finding], set[str]]:
    """The findings whose text is no accepted word (whole tokens, case as accepted), and the words that were used."""
    accepted = set(words)
    kept: list[Finding] = []
    used: set[str] = set()
    for finding in findings:
        token = finding.text.strip()
        if finding.code.startswith(FAMILIES) and token in accepted:
            used.add(token)
        else:
            kept.append(finding)
    return kept, used
