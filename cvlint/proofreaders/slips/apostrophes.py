"""Apostrophes: years' experience, its kind, KPIs, Bachelor's degree, customers' needs."""

from __future__ import annotations

from collections.abc import Iterator

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.vocabulary import word_list, word_table
from cvlint.proofreaders.slips.words import NUMBERS, Words

_TIME = word_table("apostrophes", "time")
_SPELL = word_list("apostrophes", "spell")
_DEGREES = word_table("apostrophes", "degrees")
_SUBJECTS = word_list("apostrophes", "subjects")
_OWNED_KINDS = word_list("apostrophes", "owned_kinds")
_NOT_OWNED = frozenset({"age", "grade", "home", "today", "yoga", "reading", "music", "art", "english", "math"})
_OWNERS = word_list("apostrophes", "owners")
_OWNED = word_list("apostrophes", "owned")
_GIVING = word_list("apostrophes", "giving")
_PEOPLE = word_table("apostrophes", "people")
_PEOPLE_OWN = word_list("apostrophes", "people_own")
_NEGATED = word_table("apostrophes", "negated")
_PLURAL_WORDS = word_list("apostrophes", "plural_words")
_CLITICS = word_list("apostrophes", "clitics")
_FIRMS = frozenset({"chef", "company", "driver", "manufacturer"})  # one of them may be meant without an article
_BEFORE_OWNER = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "IN", "TO")


def read(words: Words) -> Iterator[Reading]:
    """All that the apostrophe rules find."""
    for i in words.positions():
        for rule in (_time, _its, _plural, _degree, _owner, _one_of_many, _each, _people, _negation, _whose):
            reading = rule(words, i)
            if reading is not None:
                yield reading
                break


def _counted(words: Words, i: int) -> bool:
    """Whether a number stands before position `i`, a plus sign or "plus" between or not."""
    before = i - 2 if words.key(i - 1) in ("plus", "full") else i - 1
    return words.key(before) in NUMBERS | {"<n>", "several", "many", "hundred"} or words.key(before) == "<n>"


def _time(words: Words, i: int) -> Reading | None:
    key = words.key(i)
    if key not in _TIME or words.possessive(i):
        return None
    if not _counted(words, i):
        return None
    for j in range(i + 1, i + 5):
        nxt = words.key(j)
        if nxt in _SPELL and (j > i + 1 or nxt not in ("teaching", "training")):
            return words.reading(i, i, "possessive", 0.95, _TIME[key], message="time takes an apostrophe here")
        if nxt == "course" and words.key(j + 1) == "work" and j == i + 1:
            return words.reading(i, i, "possessive", 0.9, _TIME[key])
        if not words.word(j) or words.chance(j, "IN", "TO", "CC", "MD", "PRP", "VBZ", "DT", "VBD") > 0.5:
            return None
        if words.chance(j, "VBG") > 0.5 and not any(
            words.key(k) in ("experience", "experiences") for k in (j + 1, j + 2, j + 3)
        ):
            return None
        if nxt == "experiences":
            return words.reading(i, i, "possessive", 0.85, _TIME[key])
    return None


def _its(words: Words, i: int) -> Reading | None:
    if words.key(i) == "it" and words.key(i + 1) == "'s" and words.tokens[i].end == words.tokens[i + 1].start:
        before, after = words.chance(i - 1, "IN", "VB", "VBG", "VBZ"), words.chance(i + 2, "NN", "NNS")
        if (
            words.chance(i - 1, "IN") > 0.7
            and after > 0.5
            and words.key(i - 1) not in ("that", "because", "while", "if", "as")
        ):
            return words.reading(i, i + 1, "possessive", 0.9, "its")
        if before > 0.6 and words.key(i + 2) in ("own", "kind"):
            return words.reading(i, i + 1, "possessive", 0.9, "its")
    if words.key(i) == "its" and (words.key(i + 1) in ("been", "a", "the", "important", "not")):
        return words.reading(i, i, "possessive", 0.8, "it's")
    return None


def _plural(words: Words, i: int) -> Reading | None:
    """An apostrophe before the s of a plural."""
    if words.key(i + 1) != "'s" or i + 1 >= len(words.tokens) or words.tokens[i].end != words.tokens[i + 1].start:
        return None
    key, written = words.key(i), words.written(i)
    if key == "<n>":
        if written[-1] == "0" and len(written.lstrip("'")) in (2, 4):
            return words.reading(i, i + 1, "plural-apostrophe", 0.9, written + "s", cased=False)
        return None
    ends = words.ends(i + 2) or words.key(i + 2) in (",", ";") or words.chance(i + 2, "IN", "CC", "MD", "TO") > 0.8
    ends = ends or words.key(i + 2) in ("who", "that")
    if key in _CLITICS or key in _PEOPLE or key.endswith("s") or not ends or words.key(i + 4) == "'s":
        return None
    if (
        written.isupper()
        and 2 <= len(written) <= 5
        and (words.key(i - 1) not in ("the", "a", "an") or words.key(i + 2) in (",", "<s>", ";"))
    ):
        return words.reading(i, i + 1, "plural-apostrophe", 0.9, written + "s", cased=False)
    if key in _DEGREES or not written.islower() or words.noun(i) + words.chance(i, "JJ") < 0.7:
        return None
    forms = words.forms(i, "NNS") or [key + "s"]
    many = any(words.key(j) in _PLURAL_WORDS or words.key(j) == "<n>" for j in (i - 1, i - 2))
    joined = words.key(i - 1) == "and" and words.chance(i - 2, "NNS") > 0.7
    return words.reading(i, i + 1, "plural-apostrophe", 0.9 if many or joined else 0.72, forms[0])


def _degree(words: Words, i: int) -> Reading | None:
    key = words.key(i)
    if key not in _DEGREES or words.possessive(i):
        return None
    after = words.key(i + 1)
    if after == "of" and words.key(i + 2) in _SUBJECTS:
        return words.reading(i, i, "word-form", 0.85, key[:-1]) if key.endswith("s") else None
    if after in ("degree", "degrees", "diploma") or (after == "in" and key.endswith("s")):
        if after == "in" and not words.written(i)[:1].isupper():
            return None  # "guided associates in approaches"
        return words.reading(i, i, "possessive", 0.9, _DEGREES[key])
    return None


def _owner(words: Words, i: int) -> Reading | None:
    """A plural that owns what follows: customers needs."""
    key = words.key(i)
    j = i
    apostrophe = words.key(i + 1) == "'s"
    if key in ("homeowner", "veteran") and apostrophe and words.key(i + 2) in ("association", "associations"):
        return words.reading(i, i + 1, "possessive", 0.85, key + "s'")
    if key in ("driver", "drivers") and words.key(i + 1) in ("license", "licence") and key == "drivers":
        return words.reading(i, i, "possessive", 0.75, "driver's")
    if key not in _OWNERS or not words.word(i) or words.between(i, i + 1) not in (" ", "\n"):
        return None
    if words.key(j + 1) not in _OWNED:
        return None
    if words.between(i, i + 1) == "\n" and words.written(j + 1)[:1].isupper():
        return None  # another point
    reach = 10 if words.key(j + 1) in ("information", "feedback", "credit", "care") else 3
    giving = next((k for k in range(i - 1, i - 1 - reach, -1) if words.key(k) in _GIVING), None)
    if giving is not None and not any(words.key(k) in ("with", "in", "of") for k in range(giving, i)):
        return None
    if words.key(j + 1) in _OWNED_KINDS and words.noun(j + 2) < 0.6:
        return None
    if words.key(j + 1) in ("work", "learning", "care", "calls", "changing", "contact") and not words.closes(j + 2):
        return None
    single = (words.forms(i, "NN") or [key[:-1]])[0]
    return words.reading(i, i, "possessive", 0.8, key + "'", single + "'s", single)


def _one_of_many(words: Words, i: int) -> Reading | None:
    """One person's things where the article that one person needs is missing: "answer customer's questions"."""
    if words.key(i + 1) != "'s" or not words.written(i).islower() or words.tokens[i].end != words.tokens[i + 1].start:
        return None
    owners = next((form for form in words.forms(i, "NNS") if form in _OWNERS and words.key(i) not in _FIRMS), None)
    if owners is None or words.between(i + 1, i + 2) not in (" ", "\n"):
        return None
    things = i + 3 if words.chance(i + 2, "JJ") > 0.6 else i + 2
    if words.chance(things, "NNS") < (0.3 if words.key(things) in _OWNED else 0.6):
        return None
    first = i - 1 if words.chance(i - 1, "JJ") < 0.6 else i - 2
    free = words.key(first) in ("<s>", ",", "and", "to") or words.chance(first, *_BEFORE_OWNER) > 0.6
    free = free or (words.key(first - 1) == "<s>" and words.chance(first, "VBZ") > 0.1)
    if not free or (first < i - 1 and words.key(first) == "<s>") or words.key(first) == "per":
        return None
    return words.reading(i, i + 1, "possessive", 0.8, owners + "'")


def _each(words: Words, i: int) -> Reading | None:
    """A plural after each or every, before what it owns: "each departments goals"."""
    if words.key(i - 1) not in ("each", "every") or not words.key(i).endswith("s") or words.key(i).endswith("ss"):
        return None
    plain = words.word(i) and not words.possessive(i) and words.between(i, i + 1) == " "
    if not plain or words.chance(i, "NNS") < 0.95 or words.chance(i + 1, "NN", "NNS") < 0.9:
        return None
    single = next(iter(words.forms(i, "NN")), None)
    return words.reading(i, i, "possessive", 0.84, single + "'s", single) if single else None


def _people(words: Words, i: int) -> Reading | None:
    key = words.key(i)
    if key in _PEOPLE and words.key(i + 1) in _PEOPLE_OWN and not words.possessive(i):
        return words.reading(i, i, "possessive", 0.85, _PEOPLE[key])
    owned = words.chance(i + 1, "NN") > 0.9 and words.key(i + 1) not in _NOT_OWNED and not words.hyphen(i + 1)
    plain = not words.possessive(i) and words.between(i, i + 1) in (" ", "\n")
    given = any(words.key(k) in _GIVING for k in range(i - 3, i))
    if key == "children" and owned and plain and not given:
        return words.reading(i, i, "possessive", 0.78, "children's")
    return None


def _negation(words: Words, i: int) -> Reading | None:
    key = words.key(i)
    if key in _NEGATED and words.word(i + 1) and not words.written(i)[:1].isupper():
        return words.reading(i, i, "contraction", 0.9, _NEGATED[key])
    return None


def _whose(words: Words, i: int) -> Reading | None:
    """Who's before what is owned: "a team who's members"."""
    if (words.key(i), words.key(i + 1)) != ("who", "'s") or words.noun(i - 1) < 0.6:
        return None
    if words.chance(i + 2, "NN", "NNS") < 0.85 or words.chance(i + 2, "VBG", "VBN", "JJ", "RB") > 0.1:
        return None
    return words.reading(i, i + 1, "wrong-word", 0.88, "whose")
