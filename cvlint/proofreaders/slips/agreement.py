"""Number: after words that ask for one or many, of what is not counted, in measures; articles with plurals."""

from __future__ import annotations

from collections.abc import Iterator

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.vocabulary import word_list, word_table
from cvlint.proofreaders.slips.words import NUMBERS, Words

_MANY = word_list("agreement", "many")
_ONE = word_list("agreement", "one")
_MASS = word_table("agreement", "mass")
_NO_PLURAL = word_list("agreement", "no_plural")
_PLURAL_ONLY = word_list("agreement", "plural_only")
_COLLECTIVE = word_list("agreement", "collective")
_JOINERS = word_list("agreement", "joiners")
_SINGULAR = frozenset({"this", "that", "a", "an", "each", "every", "one"})
_MASS_PLURAL = word_list("agreement", "mass_plural")
_UNCOUNTED = word_list("agreement", "uncounted")
_STRONG = word_list("agreement", "strong")
_UNITS = word_list("agreement", "units")
_MEASURED = word_list("agreement", "measured")


def read(words: Words) -> Iterator[Reading]:
    """All that the rules of number find."""
    for i in words.positions():
        if not words.word(i):
            continue
        for rule in (
            _many,
            _one,
            _are,
            _following,
            _amount,
            _mass,
            _article_plural,
            _adverb,
            _one_of,
            _mass_article,
            _measure,
            _less,
        ):
            reading = rule(words, i)
            if reading is not None:
                yield reading
                break


def _plural(words: Words, i: int) -> str | None:
    key = words.key(i)
    return next((f for f in words.forms(i, "NNS") if f != key and f.endswith("s")), None)


def _head(words: Words, i: int) -> int | None:
    """The noun that ends the phrase after position `i`: at most two describing words between."""
    for j in range(i + 1, i + 4):
        if not words.word(j):
            return None
        if words.closes(j + 1) and words.noun(j) > 0.7:
            return j
        if words.chance(j, "JJ", "NN", "VBG", "VBN") < 0.8:
            return None
    return None


def _many(words: Words, i: int) -> Reading | None:
    if words.key(i) not in _MANY:
        return None
    j = _head(words, i)
    if (
        j is None
        or words.chance(j, "NN") < 0.95
        or words.key(j) in _NO_PLURAL
        or words.key(j + 1) in ("and", "/", "or")
    ):
        return None
    plural = _plural(words, j)
    if plural is None or words.written(j)[:1].isupper():
        return None
    common = words.tables.seen[words.tables.number[plural]] >= 5
    return words.reading(j, j, "number", 0.85 if common else 0.5, plural)


def _one(words: Words, i: int) -> Reading | None:
    ends = words.closes(i + 2) or words.chance(i + 2, "VBD", "VBN", "VB", "MD") > 0.9
    if words.key(i) not in _ONE or words.chance(i + 1, "NNS") < 0.95 or not ends:
        return None
    if (
        words.key(i + 1) in _PLURAL_ONLY
        or words.key(i + 1).endswith("ss")
        or (words.key(i) == "this" and words.chance(i + 1, "VBZ") > 0.02)
    ):
        return None
    single = words.forms(i + 1, "NN")
    return words.reading(i + 1, i + 1, "number", 0.85, single[0]) if single else None


def _mass(words: Words, i: int) -> Reading | None:
    right = _MASS.get(words.key(i))
    if right is None or (
        words.key(i) in ("staffs", "researches", "evidences", "merchandises")
        and words.key(i - 1) in ("<s>", "and", ",", "who")
    ):
        return None
    if words.key(i) in ("staffs", "researches") and words.chance(i + 1, "DT", "PRP", "CD", "JJ", "NN", "NNS") > 0.4:
        return None
    return words.reading(
        i,
        i,
        "number",
        0.55 if words.key(i) in ("trainings", "collaterals", "correspondences") else 0.88,
        right,
    )


def _article_plural(words: Words, i: int) -> Reading | None:
    """A or an before a plural: "a warm and tidy sheds"."""
    if words.written(i) not in ("a", "an"):
        return None
    if words.written(i) == "an" and words.key(i + 1)[0] not in "aeiouh":
        return None  # "an" for "and"
    for described, j in enumerate(range(i + 1, i + 5)):
        if not words.word(j) or words.key(j) in (
            "few",
            "hundred",
            "thousand",
            "million",
            "dozen",
            "couple",
            "great",
            "good",
            "top",
            "many",
            "hands",
        ):
            return None
        if words.chance(j, "NNS") > 0.95 and words.closes(j + 1) and words.key(j) not in _PLURAL_ONLY:
            if not words.key(j).endswith("s") or words.key(j).endswith(("ss", "ics")):
                return None
            twice = words.key(j + 1) in ("and", "or") and words.chance(j + 2, "NNS") > 0.95 and words.closes(j + 3)
            if words.key(j + 1) in ("and", "or", "/", ",") and not described and not twice:
                return None
            after = words.tokens[i + 1].text
            return words.reading(i, i + 1, "article", 0.78, after, cased=False)
        if words.key(j) in ("and", "or") and words.chance(j - 1, "JJ") < 0.7:
            return None
        compound = described and words.chance(j, "NN") > 0.9
        if words.chance(j, "JJ", "CC", "VBN", "RB") < 0.7 and not compound:
            return None
    return None


def _are(words: Words, i: int) -> Reading | None:
    """A singular before a plural verb: "the supervisor are"; people of one kind may be many (the staff are)."""
    if words.key(i + 1) not in ("are", "were") or words.chance(i, "NN") < 0.95 or words.key(i) in _COLLECTIVE:
        return None
    before = [words.key(j) for j in range(i - 6, i)]
    if any(b in _JOINERS for b in before) or words.closes(i - 1) or words.key(i - 1) in _SINGULAR:
        return None
    if words.written(i)[:1].isupper():
        return None
    plural = _plural(words, i)
    return words.reading(i, i, "number", 0.8, plural) if plural and words.key(i + 2) != "the" else None


def _following(words: Words, i: int) -> Reading | None:
    """One thing after "the following" and before a list."""
    if (words.key(i - 1), words.key(i)) != ("the", "following") or words.chance(i + 1, "NN") < 0.9:
        return None
    plural = _plural(words, i + 1)
    lists = words.key(i + 2) == ";" and words.written(i + 2) == ":"
    return words.reading(i + 1, i + 1, "number", 0.78, plural) if plural and lists else None


def _amount(words: Words, i: int) -> Reading | None:
    """Amount of what is counted."""
    if words.key(i) != "amount" or words.key(i + 1) != "of" or words.chance(i + 2, "NNS") < 0.85:
        return None
    if words.key(i + 2) in _MASS_PLURAL or not words.key(i + 2).endswith("s") or not words.closes(i + 3):
        return None
    return words.reading(i, i, "fixed-phrase", 0.74, "number")


def _adverb(words: Words, i: int) -> Reading | None:
    """An adjective joined to an adverb where no noun follows: "externally and internal"."""
    if words.key(i) not in ("and", "or") or not words.key(i - 1).endswith("ly") or words.chance(i - 1, "RB") < 0.8:
        return None
    adverb = words.key(i + 1) + "ly"
    known = adverb in words.tables.number and words.chance(i + 1, "JJ") > 0.8
    if not known or not words.closes(i + 2) or words.key(i + 2) == "and":
        return None
    return words.reading(i + 1, i + 1, "word-form", 0.75, adverb)


def _one_of(words: Words, i: int) -> Reading | None:
    """One of the, and a singular: "one of the leading company"."""
    if words.key(i) != "of" or words.key(i - 1) != "one" or words.chance(i + 1, "DT") < 0.8:
        return None
    j = _head(words, i + 1)
    if j is None or words.chance(j, "NN", "NNP") < 0.9 or words.key(j) in _NO_PLURAL or words.written(j)[:1].isupper():
        return None
    plural = _plural(words, j)
    return words.reading(j, j, "number", 0.82, plural) if plural else None


def _mass_article(words: Words, i: int) -> Reading | None:
    """A or an before what is not counted: "an inventory management software"."""
    if words.written(i) not in ("a", "an"):
        return None
    for j in range(i + 1, i + 5):
        if not words.word(j):
            return None
        mass = words.key(j) in _UNCOUNTED or (
            words.key(j) == "experience" and words.key(i + 1) in _STRONG and j == i + 2
        )
        if mass and words.key(j + 1) != "as" and (words.closes(j + 1) or words.key(j + 1) == ","):
            return words.reading(i, i + 1, "article", 0.75, words.written(i + 1), cased=False)
        if words.chance(j, "JJ", "NN", "VBG", "VBN", "NNS") < 0.7:
            return None
    return None


def _measure(words: Words, i: int) -> Reading | None:
    """A number with a plural unit before a noun: "a 6 months contract"."""
    if words.key(i) not in _UNITS or not (words.key(i - 1) == "<n>" or words.key(i - 1) in NUMBERS):
        return None
    if words.key(i + 1) not in _MEASURED or words.possessive(i):
        return None
    number, unit = words.written(i - 1), words.key(i)[:-1]
    return words.reading(i - 1, i, "number", 0.8, f"{number}-{unit}", f"{number} {unit}s'", cased=False)


def _less(words: Words, i: int) -> Reading | None:
    """Less of what is counted: "less errors"; not of money and time ("less sales", "less hours")."""
    many = words.chance(i + 1, "NNS") > 0.95 and words.key(i + 1).endswith("s") and words.closes(i + 2)
    if words.key(i) != "less" or not many or words.key(i + 1) in _MASS_PLURAL | _UNITS | _PLURAL_ONLY:
        return None
    return words.reading(i, i, "fixed-phrase", 0.78, "fewer") if words.key(i - 1) not in ("or", "<n>", "no") else None
