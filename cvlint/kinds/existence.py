"""`existence`: something that should not be there."""

from __future__ import annotations

from collections.abc import Iterator

from cvlint.kinds.kind import Pattern, TextKind, compiled
from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume


class Existence(TextKind):
    """Flags every match of `patterns` (regular expressions). A group named `flag` narrows what is flagged.

    `words` are whole words or phrases, blanks matching any white space. `suggest` is put in place of what was found;
    it may refer to groups of the pattern (`\\g<name>`); an empty string removes it.
    """

    patterns: tuple[Pattern, ...] = ()
    words: tuple[str, ...] = ()
    suggest: str | None = None

    def find(self, document: Document, resume: Resume) -> Iterator[Match]:
        """One match for each place, in the order of the text; overlapping patterns flag a place once."""
        for block, text in self.passages(document, resume):
            end = -1
            for span, suggestion in sorted(self._hits(text), key=lambda h: (h[0].start, -h[0].end)):
                if span.start < end or self.silenced(text, span):
                    continue
                end = span.end
                yield Match(
                    block.start + span.start,
                    block.start + span.end,
                    suggestions=(suggestion,) if suggestion is not None else (),
                )

    def _hits(self, text: str) -> Iterator[tuple[Span, str | None]]:
        for pattern in (*self.patterns, *map(phrase, self.words)):
            for m in compiled(pattern, self.ignore_case).finditer(text):
                if m.end() == m.start():
                    continue
                part = "flag" if "flag" in m.re.groupindex and m["flag"] is not None else 0
                yield Span(*m.span(part)), m.expand(self.suggest) if self.suggest is not None else None


def phrase(words: str) -> str:
    """The pattern of a whole word or phrase; works around `C++` and `.NET`, where `\\b` does not."""
    import re

    inner = r"\s+".join(re.escape(w) for w in words.split())
    return rf"(?<!\w){inner}(?!\w)"
