"""A sentence walk for rules: words by position, with how likely each is a noun, a verb, and so on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.stream import Token, like
from cvlint.proofreaders.slips.tables import TAGS, Tables
from cvlint.proofreaders.slips.vocabulary import word_list

NUMBERS = word_list("words", "numbers")


@dataclass
class Words:
    """All tokens of a document. Positions outside read as the edge of a sentence."""

    tokens: list[Token]
    tables: Tables
    text: str  # the document's, to which the tokens' offsets refer

    @cached_property
    def keys(self) -> list[str]:
        """What is counted of the tokens."""
        return [t.key for t in self.tokens]

    @cached_property
    def ids(self) -> list[int]:
        """The tokens' numbers in the tables."""
        ids: list[int] = self.tables.ids(self.keys).tolist()
        return ids

    def key(self, i: int) -> str:
        """The word as counted; an edge is "<s>"."""
        return self.keys[i] if 0 <= i < len(self.keys) else "<s>"

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

    @cached_property
    def _shares(self) -> dict[int, dict[str, float]]:
        return {}

    def chance_of(self, word: int, *tags: str) -> float:
        """The probability that a word has one of the tags."""
        shares = self._shares.get(word)
        if shares is None:
            row = self.tables.tags[word].tolist()
            shares = self._shares[word] = {tag: share for tag, share in zip(TAGS, row, strict=True) if share}
            shares["NN"] = shares.get("NN", 0.0) + shares.pop("NNP", 0.0)  # capitals are not told apart
        return sum(shares.get(t, 0.0) for t in tags)

    def noun(self, i: int) -> float:
        """The probability of a noun."""
        return self.chance(i, "NN", "NNS", "NNP")

    def closes(self, i: int) -> bool:
        """Whether a noun phrase cannot go on here: an edge, a comma, a preposition, a conjunction."""
        if self.key(i) in ("<s>", ",", ";"):
            return True
        return self.chance(i, "IN", "CC", "TO", "MD", "PRP") > 0.8 and not self.hyphen(i)

    def hyphen(self, i: int) -> bool:
        """Whether a hyphen stands before or after the word here."""
        token = self.tokens[i]
        return "-" in (self.text[max(token.start - 1, 0)], self.text[token.end : token.end + 1])

    def ends(self, i: int) -> bool:
        """Whether the sentence ends before position `i`, and not just the line."""
        if self.key(i) != "<s>":
            return False
        after = i
        while self.key(after) == "<s>" and after < len(self.tokens) - 1:
            after += 1
        return not self.written(after)[:1].islower()

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

    def past(self, i: int) -> str | None:
        """The past form of the verb here, the commonest that may be one ("wrote" before "written")."""
        change, word = self.tables.changes["form"], self.ids[i]
        span = slice(int(change.start[word]), int(change.start[word + 1]))
        fits = [
            (
                self.chance_of(o, "VBD") < 0.1 and not self.tables.words[o].endswith("ed"),
                -self.tables.seen[o],
                o,
            )
            for o in change.to[span].tolist()
            if self.chance_of(o, "VBD", "VBN") >= 0.5
        ]
        return self.tables.words[min(fits)[2]] if fits else None

    def reading(
        self,
        first: int,
        last: int,
        rule: str,
        score: float,
        *texts: str,
        message: str = "",
        cased: bool = True,
    ) -> Reading:
        """A reading over tokens `first` to `last`; the suggestions take the case of what they replace."""
        start, end = self.tokens[first].start, self.tokens[last].end
        written = self.tokens[first].text
        shown = tuple(like(written, t) if cased else t for t in texts)
        return Reading("slips", start, end, f"slips:{rule}", "grammar", message, shown, score)

    def positions(self) -> Iterable[int]:
        """Every position."""
        return range(len(self.tokens))
