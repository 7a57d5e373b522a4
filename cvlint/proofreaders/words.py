"""English words with their frequency: what a misspelling may be corrected to."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

_KEY = tuple(
    (re.compile(pattern, re.MULTILINE), put)
    for pattern, put in (
        (r"^(?:[kgp](?=n)|w(?=r)|p(?=s))", ""),
        (r"ph", "f"),
        (r"(?:ti|ci|si|ssi)(?=on|an|ou|al|en)", "x"),
        (r"[st]?ch(?=r|l)", "k"),
        (r"t?ch", "j"),
        (r"th", "0"),
        (r"c(?=[eiy])|z|sc(?=[eiy])", "s"),
        (r"[cq]|ck|x", "k"),
        (r"dg(?=e)|g(?=[eiy])", "j"),
        (r"gh|h", ""),
        (r"(?<=.)[aeiouyw]+", ""),
        (r"^[aeiouy]+", "a"),
        (r"d", "t"),
        (r"(.)\1+", r"\1"),
    )
)


def sound(word: str) -> str:
    """How a word sounds, roughly: its consonants, those that sound alike as one. Many words: one a line."""
    for pattern, put in _KEY:
        word = pattern.sub(put, word)
    return word


@dataclass(frozen=True)
class Words:
    """Words in lower case with their frequency (Zipf scale) and, for proper nouns, their own case.

    `obscure` are those that only a very large dictionary holds: they are as likely slips as themselves.
    """

    zipf: dict[str, float]
    proper: dict[str, str]
    obscure: frozenset[str] = frozenset()

    def __contains__(self, word: str) -> bool:
        return word in self.zipf

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """The words of each length."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for word in self.zipf:
            found[len(word)].append(word)
        return dict(found)

    @cached_property
    def by_sound(self) -> dict[str, list[str]]:
        """The commoner words by how they sound."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        common = [word for word, zipf in self.zipf.items() if zipf >= 2.0]
        for word, key in zip(common, sound("\n".join(common)).split("\n"), strict=True):
            found[key].append(word)
        return dict(found)


@lru_cache(maxsize=1)
def english() -> Words:
    """The words, read once (about 20 ms)."""
    text = files("cvlint.data").joinpath("words.txt").read_text(encoding="utf-8")
    zipf: dict[str, float] = {}
    proper: dict[str, str] = {}
    obscure: set[str] = set()
    for line in text.splitlines():
        cents, *words = line.split(" ")
        value = int(cents.rstrip("~")) / 100
        lower = dict.fromkeys(map(str.lower, words), value)
        zipf.update(lower)
        if cents.endswith("~"):
            obscure.update(lower)
        proper.update({w.lower(): w for w in words if not w.islower()})
    return Words(zipf, proper, frozenset(obscure))
