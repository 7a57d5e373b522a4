"""`occurrence`: too many or too few of something."""

from __future__ import annotations

from collections.abc import Iterator

from cvlint.kinds.kind import Pattern, TextKind, compiled
from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume


class Occurrence(TextKind):
    """Counts what `pattern` matches, `per` block or in the whole file; flags where it is over `most` or under `least`.

    Over: each block (or the first place in the file) beyond the limit is flagged. Under: the first block of the scope.
    """

    pattern: Pattern
    per: str = "block"
    most: int | None = None
    least: int | None = None

    def find(self, document: Document, resume: Resume) -> Iterator[Match]:
        """One match a block, or one for the file."""
        total = 0
        first: tuple[int, int] | None = None
        over: tuple[int, int] | None = None
        for block, text in self.passages(document, resume):
            first = first or (block.start, block.end)
            hits = [
                m.span()
                for m in compiled(self.pattern, self.ignore_case).finditer(text)
                if not self.silenced(text, Span(*m.span()))
            ]
            if self.per == "block":
                if self.most is not None and len(hits) > self.most:
                    yield Match(block.start, block.end, data={"count": len(hits), "most": self.most})
                elif self.least is not None and len(hits) < self.least:
                    yield Match(block.start, block.end, data={"count": len(hits), "least": self.least})
                continue
            for start, end in hits:
                total += 1
                if self.most is not None and total > self.most and over is None:
                    over = (block.start + start, block.start + end)
        if over:
            yield Match(*over, data={"count": total, "most": self.most})
        elif self.per != "block" and self.least is not None and first and total < self.least:
            yield Match(*first, data={"count": total, "least": self.least})
