"""The spellings of one word by country, after VarCon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

COLUMN = {"en-US": 0, "en-CA": 2}
"""All others spell as Britain does, bar some words with two senses, which are left alone."""

BRITISH = 1

OXFORD = frozenset({"en-GB", "en-NZ", "en-AU", "en-IE", "en-ZA"})
"""Where -ize beside -ise is right if it is used throughout."""


@dataclass(frozen=True, slots=True)
class Group:
    """One word: for each of US, GB, CA, AU the spellings, the usual one first."""

    columns: tuple[tuple[str, ...], ...]

    def words(self) -> Iterator[str]:
        """Every spelling."""
        for column in self.columns:
            yield from column

    def allowed(self, locale: str) -> tuple[str, ...]:
        """The spellings of a locale, the usual one first."""
        return self.columns[COLUMN.get(locale, BRITISH)]


@dataclass(frozen=True)
class Variants:
    """All groups, and for each lower-case word the groups it stands in."""

    groups: tuple[Group, ...]
    by_word: dict[str, tuple[int, ...]]

    def of(self, word: str) -> tuple[Group, ...]:
        """The groups that a word stands in, any case."""
        return tuple(self.groups[i] for i in self.by_word.get(word.lower(), ()))

    def usual(self, word: str, locale: str) -> str | None:
        """The usual spelling in a locale of a word that is wrong there; None where it is right or has one spelling."""
        groups = self.of(word)
        low = word.lower()
        if not groups or any(low in g.allowed(locale) for g in groups):
            return None
        return groups[0].allowed(locale)[0]


@lru_cache(maxsize=1)
def variants() -> Variants:
    """The table, read once."""
    text = files("cvlint.data").joinpath("variants.txt").read_text(encoding="utf-8")
    groups = tuple(Group(tuple(tuple(c.split(" ")) for c in line.split("\t"))) for line in text.splitlines())
    by_word: dict[str, tuple[int, ...]] = {}
    for i, group in enumerate(groups):
        for word in set(group.words()):
            by_word[word] = (*by_word.get(word, ()), i)
    return Variants(groups, by_word)
