"""Fixed phrases that people get wrong, small words that are missing or said twice, a and an."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.vocabulary import phrase_tables, word_list, word_table
from cvlint.proofreaders.slips.words import Words


@dataclass(frozen=True)
class _Phrase:
    """Which words of a wrong phrase to mark, what belongs there, and what must or must not follow."""

    first: int
    last: int
    right: str
    rule: str
    score: float
    closes: bool = False
    unless: frozenset[str] = frozenset()
    lower: bool = False


_PHRASES: dict[tuple[str, ...], _Phrase] = {}


def _add(rule: str, score: float, table: str, lower: bool) -> None:
    """Each entry of `table` is a wrong phrase with the wrong words in brackets, an arrow, and the right words.

    A word outside the brackets may be a choice: "a|b". At the end "$" asks that the noun phrase ends there, and "!a|b"
    that none of these words follows.
    """
    for entry in table.split(";"):
        if not entry.strip():
            continue
        left, right = (side.strip() for side in entry.split("->"))
        words = left.split()
        closes = "$" in words[-1].split("|")
        unless = frozenset(words.pop()[1:].split("|")) if words[-1].startswith("!") else frozenset()
        first = next(i for i, w in enumerate(words) if w.startswith("["))
        last = next(i for i, w in enumerate(words) if w.endswith("]"))
        for chosen in product(*(w.strip("[]").split("|") for w in words)):
            key = chosen[:-1] if chosen[-1] == "$" else chosen
            ends = closes and chosen[-1] == "$"
            _PHRASES.setdefault(key, _Phrase(first, last, right, rule, score, ends, unless, lower))


for _rule, _score, _table, _lower in phrase_tables():
    _add(_rule, _score, _table, _lower)
_OUTCOME = frozenset({"a", "an", "increased", "improved", "significant", "higher", "reduced"})
_FAMILY = frozenset(p[0] for p in _PHRASES)
_LISTED = frozenset({",", "and", "or", "/"})
"""After these a list of nouns may go on, of which the last alone has the plural."""

_TWICE = word_list("phrases", "twice")
_RESULT = word_list("phrases", "result")
_WITH = word_list("phrases", "with")
_OF = word_list("phrases", "of")
_IN_DT = word_table("phrases", "in_dt")
_VOWEL = re.compile(
    r"^(?:[aeio]|u(?!n[ai]|nion|niq|nit|niv|s[aeu]|ti|til|rin|ranium|ter|kr|ku|bi)|hour|honest|honou?r|heir)"
)
_CONSONANT_O = re.compile(r"^(?:one|once|ouija|eu|ewe)")


def read(words: Words) -> Iterator[Reading]:
    """All that the phrase rules find."""
    for i in words.positions():
        reading = _phrase(words, i) or _twice(words, i) or _missing(words, i) or _article(words, i)
        if reading is not None:
            yield reading


def _phrase(words: Words, i: int) -> Reading | None:
    if words.key(i) not in _FAMILY:
        return None
    for length in (4, 3, 2, 1):
        entry = _PHRASES.get(tuple(words.key(k) for k in range(i, i + length)))
        if entry is None or words.key(i + length) in entry.unless:
            continue
        if entry.closes and not (words.closes(i + length) and words.key(i + length) not in _LISTED):
            continue
        first, last, right, rule, score = entry.first, entry.last, entry.right, entry.rule, entry.score
        if rule == "split-compound" and not _apart(words, i + first, i + last):
            continue
        if entry.lower and not words.written(i + last).islower():
            continue
        if rule == "possessive" and words.possessive(i + last):
            continue
        marked = " ".join(words.key(k) for k in range(i + first, i + last + 1))
        if (words.key(i) == "bachelor" and words.key(i + 3) == "and") or (
            words.key(i + 3) == "and" and right == "arts"
        ):
            return None
        if marked == right or (
            right == "of" and words.key(i + length) in ("behalf", "average", "time", "site", "demand")
        ):
            return None
        if rule == "preposition" and words.chance(i + length, "VB", "VBD", "VBZ") > 0.9:
            return None
        return words.reading(i + first, i + last, rule, score, right)
    return None


def _apart(words: Words, first: int, last: int) -> bool:
    """Whether words stand with one blank between and are no part of a compound with hyphens."""
    blanks = all(words.between(k, k + 1) == " " for k in range(first, last))
    start = words.tokens[first].start
    return blanks and words.text[start - 1 : start] != "." and not words.hyphen(first) and not words.hyphen(last)


def _twice(words: Words, i: int) -> Reading | None:
    """The same word again, or the same two words, in one sentence, with one blank between."""
    if _pair_twice(words, i):
        return words.reading(i, i + 3, "repeated-word", 0.9, f"{words.key(i)} {words.key(i + 1)}")
    if not words.word(i) or words.key(i) != words.key(i + 1) or not words.word(i + 1):
        return None
    gap = words.tokens[i + 1].start - words.tokens[i].end
    key = words.key(i)
    if gap > 2 or (len(key) < 2 and key not in "ai") or key in ("had", "that", "bora", "walla", "very", "so"):
        return None
    if key == words.key(i + 2) or (words.written(i)[:1].isupper() and key not in _TWICE):
        return None
    return words.reading(i, i + 1, "repeated-word", 0.92 if key in _TWICE else 0.75, key)


def _pair_twice(words: Words, i: int) -> bool:
    """Whether two small words stand twice: "as well as well as", "in the in the"; not "more and more and more"."""
    first = (words.key(i), words.key(i + 1))
    again = first == (words.key(i + 2), words.key(i + 3)) and first[0] != first[1] and "and" not in first
    plain = all(words.written(k).islower() and words.word(k) for k in range(i, i + 4))
    return again and plain and all(words.between(k, k + 1) == " " for k in range(i, i + 3))


def _missing(words: Words, i: int) -> Reading | None:
    key, after = words.key(i), i + 1
    if not words.word(i) or (not words.word(after) and words.key(after) != "<n>"):
        return None
    definite = words.key(after) in ("a", "an", "the", "all", "various", "several", "our", "their")
    if key in _RESULT and words.key(after) in _OUTCOME:
        led = words.chance(i - 1, "NN", "NNS", "PRP", "RB", "DT", "PUNCT", "CC", "EDGE") > 0.4
        if key != "results" and (led or words.key(after) in ("a", "an")):
            return words.reading(i, i, "missing-word", 0.85, key + " in")
    if key in _WITH and (definite or words.chance(after, "NNS") > 0.8) and key != "dealt":
        return words.reading(i, i, "missing-word", 0.8, key + " with")
    if key in _WITH or key in ("communicated", "communicating", "partnered", "partnering"):
        joined = words.key(after) == "and" and words.chance(i + 2, "VBD", "VBN", "VBG") > 0.8
        if (joined and words.chance(i + 3, "NNS", "DT") > 0.8 and words.key(i + 2)[-3:] == key[-3:]) or (
            joined and words.chance(i + 3, "NNS", "DT") > 0.8 and words.key(i + 2).endswith("ed") and key.endswith("ed")
        ):
            return words.reading(i, i, "missing-word", 0.72, key + " with")
    if key in _OF and key != "comprised" and words.key(after) in ("a", "an", "the", "<n>", "two", "three", "four"):
        return words.reading(i, i, "missing-word", 0.8, key + " of")
    if key in _IN_DT and words.key(after) in ("a", "an", "the", "all") and words.key(i - 1) not in ("fast",):
        return words.reading(i, i, "missing-word", 0.75, f"{key} {_IN_DT[key]}")
    if key in ("ability", "able", "opportunity", "willingness") and words.chance(after, "VB") > 0.9:
        return words.reading(i, i, "missing-word", 0.85, key + " to")
    if key == "ability" and words.key(after) in (
        "deal",
        "work",
        "lead",
        "manage",
        "handle",
        "communicate",
        "learn",
    ):
        return words.reading(i, i, "missing-word", 0.85, key + " to")
    if key == "responsible" and words.chance(after, "VBG", "DT") > 0.8:
        return words.reading(i, i, "missing-word", 0.88, key + " for")
    if key == "charge" and words.key(i - 1) == "in" and words.chance(after, "VBG", "DT") > 0.8:
        return words.reading(i, i, "missing-word", 0.88, key + " of")
    being = key in ("am", "is", "are", "was", "were", "be") and words.chance(after, "JJ") > 0.8
    if being and (words.key(i + 2), words.key(i + 3)) == ("as", "possible"):
        return words.reading(i, i, "missing-word", 0.9, key + " as")
    return None


def _article(words: Words, i: int) -> Reading | None:
    """A before a vowel, an before a consonant; capitals and abbreviations are left alone."""
    key, after = words.key(i), words.written(i + 1)
    if key not in ("a", "an") or not words.word(i + 1) or len(after) < 3 or not (after.islower() or after.istitle()):
        return None
    if words.tokens[i + 1].start > words.tokens[i].end + 2 or (words.written(i) == "A" and words.key(i - 1) != "<s>"):
        return None
    lower = after.lower()
    vowel = bool(_VOWEL.match(lower)) and not _CONSONANT_O.match(lower)
    if vowel and key == "a" and not lower.startswith("u"):
        return words.reading(i, i, "a-an", 0.9, "an")
    if not vowel and key == "an" and not lower.startswith("h"):
        return words.reading(i, i, "a-an", 0.9, "a")
    return None
