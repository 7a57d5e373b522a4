"""English words with their frequency: what a misspelling may be corrected to."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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
    def letters(self) -> dict[int, NDArray[np.uint32]]:
        """For the words of each length the set of their letters, a bit a letter."""
        return {length: _letters(words, length) for length, words in self.by_length.items()}

    def within(self, edits: int, low: str, length: int) -> list[tuple[str, float]]:
        """The words of a length within so many edits of a word, with their number: the nearest first.

        One edit changes at most two of the letters that a word has, so most words need not be compared in full.
        """
        import numpy as np
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        words = self.by_length.get(length)
        if not words or not low:
            return []
        changed = self.letters[length] ^ _letters([low], len(low))[0]
        bits = _counts()
        few = bits[changed & 0xFFFF] + bits[changed >> 16] <= 2 * edits - abs(len(low) - length)
        some = [words[i] for i in np.flatnonzero(few)]
        found = process.extract(low, some, scorer=OSA.distance, score_cutoff=edits, limit=None, processor=None)
        return [(word, distance) for word, distance, _ in found]

    @cached_property
    def by_sound(self) -> dict[str, list[str]]:
        """The commoner words by how they sound."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        common = [word for word, zipf in self.zipf.items() if zipf >= 2.0]
        for word, key in zip(common, sound("\n".join(common)).split("\n"), strict=True):
            found[key].append(word)
        return dict(found)


def _letters(words: list[str], length: int) -> NDArray[np.uint32]:
    """The set of letters of each of some words of one length."""
    import numpy as np

    points = np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32).reshape(len(words), length)
    found = np.zeros(len(words), dtype=np.uint32)
    for column in range(length):
        found |= np.left_shift(np.uint32(1), points[:, column] & np.uint32(31))
    return found


@lru_cache(maxsize=1)
def _counts() -> NDArray[np.uint8]:
    """The number of bits of every 16-bit number."""
    import numpy as np

    numbers = np.arange(1 << 16, dtype=np.uint32)
    return sum((numbers >> bit & 1 for bit in range(16)), np.zeros_like(numbers)).astype(np.uint8)


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
