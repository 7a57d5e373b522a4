"""What a margin comment or a note says of a finding."""

from __future__ import annotations

from cvlint.model.finding import Finding

AUTHOR = "cvlint"
MOST_SHOWN = 3
WIDEST = 80


def remark(finding: Finding) -> list[str]:
    """The paragraphs of a comment: what is wrong, what to write instead, and the code to look up."""
    lines = [finding.message]
    short = [s for s in finding.suggestions[:MOST_SHOWN] if s.strip() and len(s) <= WIDEST and s not in finding.message]
    if short:
        lines.append(f"Suggestion: {' | '.join(short)}")
    lines.append(f"{finding.severity.value}: {finding.code} {finding.name}")
    return ["".join(c if c.isprintable() else " " for c in line) for line in lines]
