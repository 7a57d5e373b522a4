"""`reader`: what the panel of proofreaders says."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from cvlint.kinds.kind import Kind, Pattern, compiled
from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.proofreaders.reading import Proof, Remark

_AROUND = 80
"""Characters on either side of a remark in which its exceptions are sought."""


class ReaderRule(Kind):
    """Yields the panel's remarks that rest on one of `readings` and on none of `unless_readings`.

    Names are `engine:RULE`, with wildcards: `lt:EN_A_VS_AN`, `harper:SpellCheck`, `slips:*`, `panel:misspelling`.
    `unless` lists patterns, in which case counts, that silence a remark which they overlap.
    """

    readings: tuple[str, ...]
    unless_readings: tuple[str, ...] = ()
    unless: tuple[Pattern, ...] = ()

    def find(self, proofread: Proof, document: Document) -> Iterator[Match]:
        """One match for each remark that this card owns."""
        for remark in proofread.remarks:
            owned = self._named(remark.rules, self.readings) and not self._named(remark.rules, self.unless_readings)
            if owned and not self._excepted(remark, document):
                yield Match(
                    remark.start,
                    remark.end,
                    suggestions=remark.suggestions,
                    data=dict(remark.data),
                    readers=remark.readers,
                    severity=remark.severity,
                )

    def _excepted(self, remark: Remark, document: Document) -> bool:
        """Whether an `unless` pattern overlaps a remark within its block; a line's end counts as a blank."""
        if not self.unless:
            return False
        block = document.block_at(remark.start)
        span = block.span if block else Span(0, len(document.text))
        low, high = max(span.start, remark.start - _AROUND), min(span.end, remark.end + _AROUND)
        around = document.text[low:high].replace("\n", " ")
        return any(
            m.start() < remark.end - low and m.end() > remark.start - low
            for p in self.unless
            for m in compiled(p, ignore_case=False).finditer(around)
        )

    @staticmethod
    def _named(rules: tuple[str, ...], patterns: tuple[str, ...]) -> bool:
        return any(fnmatchcase(r, p) for p in patterns for r in rules)
