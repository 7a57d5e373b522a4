"""A sentence walk for rules: words by position, with how likely each is a noun, a verb, and so on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.stream import Token, like
from cvlint.proofreaders.slips.tables import TAGS, Tables

_COLUMN = {tag: i for i, tag in enumerate(TAGS)}
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty".split())


@dataclass
class Words:
    """All tokens of a document. Positions outside read as the edge of a sentence."""

    tokens: list[Token]
    tables: Tables
    text: str  # the document's, to which the tokens' offsets refer

    @cached_property
    def ids(self) -> list[int]:
        """The tokens' numbers in the tables."""
        return self.tables.ids([t.key for t in self.tokens]).tolist()

    def key(self, i: int) -> str:
        """The word as counted; an edge is "<s>"."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else "<s>"

    def written(self, i: int) -> str:
        """The word as written."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def between(self, i: int, j: int) -> str:
        """The characters between two tokens."""
        return self.text[self.tokens[i].end : self.tokens[j].start] if 0 <= i < j < len(self.tokens) else ""

    def possessive(self, i: int) -> bool:
        """Whether an apostrophe follows at once."""
        return self.text[self.tokens[i].end : self.tokens[i].end + 1] in ("'", "’")

    def word(self, i: int) -> bool:
        """Whether a plain word stands here."""
        return 0 <= i < len(self.tokens) and self.tokens[i].free and self.tokens[i].word

    def chance(self, i: int, *tags: str) -> float:
        """The probability that the word here has one of the tags."""
        if not 0 <= i < len(self.tokens):
            return 1.0 if "EDGE" in tags else 0.0
        return self.chance_of(self.ids[i], *tags)

    def chance_of(self, word: int, *tags: str) -> float:
        """The probability that a word has one of the tags."""
        return float(sum(self.tables.tags[word, _COLUMN[t]] for t in tags))

    def noun(self, i: int) -> float:
        """The probability of a noun."""
        return self.chance(i, "NN", "NNS", "NNP")

    def closes(self, i: int) -> bool:
        """Whether a noun phrase cannot go on here: an edge, a comma, a preposition, a conjunction."""
        return not self.word(i) and self.key(i) not in ("'s", "<n>", "/") or (
            self.chance(i, "IN", "CC", "TO", "MD", "PRP") > 0.8
        )

    def forms(self, i: int, *tags: str) -> list[str]:
        """Other forms of the word here that mostly have one of the tags, the commonest first."""
        change, word = self.tables.changes["form"], self.ids[i]
        span = slice(int(change.start[word]), int(change.start[word + 1]))
        fits = [
            (float(self.tables.seen[o]), self.tables.words[o])
            for o, kind in zip(change.to[span].tolist(), change.kind[span].tolist(), strict=True)
            if kind < 12 and self.chance_of(o, *tags) >= 0.3
        ]
        return [word for _, word in sorted(fits, key=lambda f: (-f[0], f[1]))]

    def reading(
        self, first: int, last: int, rule: str, score: float, *texts: str, message: str = "", cased: bool = True
    ) -> Reading:
        """A reading over tokens `first` to `last`; the suggestions take the case of what they replace."""
        start, end = self.tokens[first].start, self.tokens[last].end
        written = self.tokens[first].text
        shown = tuple(like(written, t) if cased else t for t in texts)
        return Reading("slips", start, end, f"slips:{rule}", "grammar", message, shown, score)

    def positions(self) -> Iterable[int]:
        """Every position."""
        return range(len(self.tokens))
