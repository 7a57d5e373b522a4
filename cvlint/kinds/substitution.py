"""`substitution`: something that has a better form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from cvlint.kinds.existence import phrase
from cvlint.kinds.kind import TextKind, compiled
from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume


class Substitution(TextKind):
    """Flags each key of `swap` and suggests its value; a list of values is a choice, the best first.

    Keys are whole words or phrases, or regular expressions where `regex` is true (values may then refer to groups).
    `keep_case`: a capital at the head of what was found stays a capital.
    """

    swap: Mapping[str, str | tuple[str, ...]]
    regex: bool = False
    keep_case: bool = True

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
        return [
            (
                compiled(k if self.regex else phrase(k), self.ignore_case),
                (v,) if isinstance(v, str) else tuple(v),
            )
            for k, v in self.swap.items()
        ]

    def find(self, document: Document, resume: Resume) -> Iterator[Match]:
        """One match for each place; the first key that matches a place wins."""
        for block, text in self.passages(document, resume):
            taken: list[Span] = []
            for pattern, values in self._patterns:
                for m in pattern.finditer(text):
                    span = Span(*m.span("flag" if "flag" in pattern.groupindex else 0))
                    if any(span.overlaps(t) for t in taken) or self.silenced(text, span):
                        continue
                    found = span.of(text)
                    better = tuple(self._shaped(found, m.expand(v) if self.regex else v) for v in values)
                    if found in better:
                        continue
                    taken.append(span)
                    yield Match(block.start + span.start, block.start + span.end, suggestions=better)

    def _shaped(self, found: str, better: str) -> str:
        if self.keep_case and self.ignore_case and found[:1].isupper() and better[:1].islower():
            return better[:1].upper() + better[1:]
        return better
