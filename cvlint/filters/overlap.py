"""One finding a place: overlapping findings of the proofreading families merge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cvlint.model.finding import Finding

FAMILIES = ("SP", "WO", "GR", "PU", "NM")


def overlap(findings: Sequence[Finding]) -> list[Finding]:
    """The findings in the order of the text, with the proofreading findings that share a character merged into the
    most severe one (among equals: the one with a suggestion, then the shorter). Other families are never dropped.
    """
    kept: list[Finding] = []
    others = [f for f in findings if not f.code.startswith(FAMILIES)]
    for finding in sorted((f for f in findings if f.code.startswith(FAMILIES)), key=_order):
        rivals = [k for k in kept if k.span.overlaps(finding.span)]
        if not rivals:
            kept.append(finding)
            continue
        winner = rivals[0]
        readers = tuple(dict.fromkeys((*winner.readers, *finding.readers)))
        kept[kept.index(winner)] = replace(winner, readers=readers)
    return sorted([*kept, *others], key=lambda f: (f.start, f.end, f.code))


def _order(finding: Finding) -> tuple[int, bool, int, int, str]:
    return (
        -finding.severity.rank,
        not finding.suggestions,
        finding.end - finding.start,
        finding.start,
        finding.code,
    )
