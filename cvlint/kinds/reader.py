"""`reader`: what the panel of proofreaders says."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from cvlint.kinds.kind import Kind
from cvlint.model.finding import Match
from cvlint.proofreaders.reading import Proof


class ReaderRule(Kind):
    """Yields the panel's remarks that rest on one of `readings` and on none of `unless_readings`.

    Names are `engine:RULE`, with wildcards: `lt:EN_A_VS_AN`, `harper:SpellCheck`, `slips:*`, `panel:misspelling`.
    """

    readings: tuple[str, ...]
    unless_readings: tuple[str, ...] = ()

    def find(self, proofread: Proof) -> Iterator[Match]:
        """One match for each remark that this card owns."""
        for remark in proofread.remarks:
            if self._named(remark.rules, self.readings) and not self._named(remark.rules, self.unless_readings):
                yield Match(
                    remark.start,
                    remark.end,
                    suggestions=remark.suggestions,
                    data=dict(remark.data),
                    readers=remark.readers,
                    severity=remark.severity,
                )

    @staticmethod
    def _named(rules: tuple[str, ...], patterns: tuple[str, ...]) -> bool:
        return any(fnmatchcase(r, p) for p in patterns for r in rules)
