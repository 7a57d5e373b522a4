"""Reads a CV for slips by statistics and by rule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from cvlint.model.document import Document
from cvlint.proofreaders.reading import Passage, ReaderError, Reading
from cvlint.proofreaders.slips import rules
from cvlint.proofreaders.slips.ngrams import Ids
from cvlint.proofreaders.slips.stream import Token, like, stream
from cvlint.proofreaders.slips.substitution import NEAR_SOUND, Text, open_places, options
from cvlint.proofreaders.slips.tables import FAMILIES, Tables, load

PART = 10_000  # places weighed at once
LOWEST = 0.5  # below this a score is noise
SURE = {"word": 0.7, "form": 0.91, "prep": 0.99}  # a family's scores below it only wonder
ALONE = 0.25  # taken off where a word makes up an item of a list, so that nothing around it speaks against it
NAME, FAR = 0.08, 0.12  # taken off where a capital may make a name; where only the consonants are alike
LISTED = frozenset({",", ";", "<s>"})
VOWEL = re.compile("[aeiouy]")
MESSAGES = {
    "wrong-word": "'{old}' is a word, but '{new}' is what fits here",
    "preposition": "'{new}' is usual here, not '{old}'",
    "number": "singular or plural: '{new}' fits better than '{old}'",
    "verb-form": "the form '{new}' fits better than '{old}'",
    "word-form": "the form '{new}' fits better than '{old}'",
}


class Slips:
    """The reader `slips`. Knows English of CVs only; the locale changes nothing in it."""

    name = "slips"
    version = "1"

    def __init__(self) -> None:
        self._tables: Tables | None = None

    def load(self, locale: str) -> None:
        """Load the tables (0.3 s)."""
        try:
            self._tables = load()
        except (OSError, ValueError, KeyError) as error:
            raise ReaderError(f"The slips reader's tables cannot be read ({error}); install cvlint again.") from error

    def read(self, passages: Sequence[Passage], document: Document) -> list[Reading]:
        """Slips in the passages, in order; one reading for a place."""
        tables = self._tables
        if tables is None:
            self.load("en")
            tables = self._tables
        assert tables is not None
        tokens = stream((p.start, p.text) for p in passages).tokens
        if len(tokens) < 5:
            return []
        by_rule = _no_overlaps(rules.read(tokens, tables, document.text))
        free = [r for r in self._replacements(tokens, tables) if not any(_overlap(r, k) for k in by_rule)]
        return sorted([*by_rule, *_no_overlaps(free)], key=lambda r: r.start)

    def _replacements(self, tokens: list[Token], tables: Tables) -> Iterable[Reading]:
        """What the trees say of replacing single words, part by part so that a long text needs little memory."""
        text = Text.of(tokens, tables)
        places = open_places(text)
        for family in FAMILIES:
            for start in range(0, len(places), PART):
                part = places[start : start + PART]
                for at, ranked in _ranked(tables, text, family, part).items():
                    token, score = tokens[at], ranked[0][0]
                    if family == "word" and token.text[:1].isupper():
                        score -= NAME * (tokens[at - 1].key != "<s>") + NAME * tokens[at + 1].text[:1].isupper()
                    if family == "word" and tokens[at - 1].key in LISTED and tokens[at + 1].key in LISTED:
                        score -= ALONE
                    if score >= LOWEST:
                        names = [tables.words[to] for _, to in ranked[:3]]
                        yield _reading(token, family, names, score)


def _ranked(tables: Tables, text: Text, family: str, places: Ids) -> dict[int, list[tuple[float, int]]]:
    """For each place the replacements that may be meant, the likeliest first."""
    trees = tables.trees[family]
    choice = options(tables, text, family, places)
    scores = trees.score(trees.sums(choice.rows))
    if family == "word":
        scores = scores - FAR * (choice.kind == NEAR_SOUND)
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for at, to, score in zip(choice.at.tolist(), choice.to.tolist(), scores.tolist(), strict=True):
        if VOWEL.search(tables.words[to]):  # "st" and "pm" are no words
            found[at].append((score, to))
    return {at: sorted(ranked, reverse=True) for at, ranked in found.items()}


def _reading(token: Token, family: str, names: list[str], score: float) -> Reading:
    if family == "word":
        rule = "wrong-word"
    elif family == "prep":
        rule = "preposition"
    else:
        rule = _form_rule(token.key, names[0])
    suggestions = tuple(like(token.text, n) for n in names)
    return Reading(
        reader="slips",
        start=token.start,
        end=token.end,
        rule=f"slips:{rule}" if score >= SURE[family] else f"slips:{rule}-unsure",
        category="spelling" if family == "word" else "grammar",
        message=MESSAGES[rule].format(old=token.text, new=suggestions[0]),
        suggestions=suggestions,
        score=round(score, 3),
    )


def _form_rule(old: str, new: str) -> str:
    if old + "ly" == new or new + "ly" == old:
        return "word-form"
    if any(a.endswith(("ed", "ing")) for a in (old, new)):
        return "verb-form"
    return "number" if old.endswith("s") != new.endswith("s") else "verb-form"


def _overlap(a: Reading, b: Reading) -> bool:
    return a.start < b.end and b.start < a.end


def _no_overlaps(found: Iterable[Reading]) -> list[Reading]:
    """The surer one of readings that share a character."""
    kept: list[Reading] = []
    for reading in sorted(found, key=lambda r: (-r.score, r.start)):
        if not any(_overlap(reading, k) for k in kept):
            kept.append(reading)
    return kept
