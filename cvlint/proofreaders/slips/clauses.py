"""What whole sentences get wrong, as in a profile or a letter: "willing learn", "was promote", "two apprentice"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.vocabulary import word_list
from cvlint.proofreaders.slips.words import NUMBERS, Words

_BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "being", "get", "got", "gets", "getting"})
_I = frozenset({"i", "we", "they", "you", "he", "she", "who"})
_WANT = word_list("clauses", "want")
_ABLE = word_list("clauses", "able")
_HEADS = word_list("clauses", "heads")
_ALIKE = (
    word_list("agreement", "no_plural") | word_list("agreement", "collective") | word_list("agreement", "uncounted")
)
_RANKED = word_list("clauses", "ranked")
_WILLING = word_list("clauses", "willing")
_COUNTED = word_list("clauses", "counted")
_AFTER = word_list("clauses", "after")
_PASTIMES = word_list("clauses", "pastimes")
_MILESTONES = frozenset({"graduate", "complete", "finish", "start", "join", "leave", "move", "begin", "qualify"})
_MODIFIERS = word_list("clauses", "modifiers")
_SPANS = frozenset({"year", "month", "week", "day", "hour", "minute"})
_CLOSING = frozenset({",", ";", "in", "for", "from", "at", "to", "with", "who", "during", "per"})
_FREE = frozenset({"who", "that", "which", "when", "while", "how", "where", "what"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAME = word_list("tense", "both") | {
    "run",
    "come",
    "become",
    "overcome",
    "bid",
    "beat",
    "bet",
    "burst",
    "cast",
    "hurt",
}


def read(words: Words) -> Iterator[Reading]:
    """All that the rules of clauses find."""
    for i in words.positions():
        if words.key(i) == "<n>" and (reading := _several(words, i)):
            yield reading
        if not words.word(i):
            continue
        for rule in (
            _to,
            _been,
            _had,
            _am,
            _to_gerund,
            _gerund,
            _duties,
            _several,
            _each_of,
            _team_of,
            _listed,
            _group,
            _bare,
            _fond,
            _how,
            _dated,
            _sure,
        ):
            reading = rule(words, i)
            if reading is not None:
                yield reading
                break


def _plain(words: Words, i: int, most: float = 0.1) -> bool:
    """Whether a word is surely a verb without an ending, and no noun or adjective."""
    key = words.key(i)
    if not words.word(i) or words.hyphen(i) or key in _SAME or not words.written(i).islower():
        return False
    return words.chance(i, "VB") > 0.7 and words.noun(i) < most and words.chance(i, "JJ", "RB", "IN", "MD") < 0.1


def _form(words: Words, i: int, ending: str, *tags: str) -> str | None:
    return next((f for f in words.forms(i, *tags) if f.endswith(ending) and f != words.key(i)), None)


def _to(words: Words, i: int) -> Reading | None:
    """No "to" before a verb: "willing learn", "I want gain", "I hope improve"."""
    if not _plain(words, i + 1) or words.key(i + 1) == "help":
        return None
    key = words.key(i)
    wants = key in _WANT and words.key(i - 1) in _I | {"also", "really", "now", "always"}
    if not wants and not (key in _ABLE and (words.key(i - 1) in _BE or words.closes(i - 1))):
        return None
    return words.reading(i, i + 1, "missing-word", 0.85, f"{key} to {words.key(i + 1)}")


def _been(words: Words, i: int) -> Reading | None:
    """A plain verb after a form of "be": "was promote", "been employ"."""
    if words.key(i) not in _BE or words.key(i - 1) == "<s>" or not _plain(words, i + 1):
        return None
    if words.key(i) == "am" or words.key(i + 2) in ("and", "or", "/"):
        return None
    past = words.past(i + 1)
    return words.reading(i + 1, i + 1, "verb-form", 0.85, past) if past else None


def _had(words: Words, i: int) -> Reading | None:
    """A plain verb after "I have": "I have manage", "we had work for"."""
    if words.key(i) not in ("have", "has", "had") or words.key(i - 1) not in _I:
        return None
    worked = words.key(i + 1) == "work" and words.key(i + 2) in ("as", "for", "with", "at")
    past = words.past(i + 1) if worked or _plain(words, i + 1, 0.05) else None
    return words.reading(i + 1, i + 1, "verb-form", 0.85, past) if past else None


def _am(words: Words, i: int) -> Reading | None:
    """A plain verb after "I am": "I am work as", "I am currently work"."""
    if words.key(i) != "am" or words.key(i - 1) != "i":
        return None
    verb = i + 2 if words.key(i + 1) in ("currently", "now", "also", "still", "presently") else i + 1
    worked = words.key(verb) in ("work", "study") and words.key(verb + 1) in ("as", "for", "with", "at", "in", "to")
    if not worked and not _plain(words, verb):
        return None
    gerund = _form(words, verb, "ing", "VBG")
    return words.reading(verb, verb, "verb-form", 0.85, gerund) if gerund else None


def _to_gerund(words: Words, i: int) -> Reading | None:
    """A form in -ing where "to" asks for the plain verb: "To ensuring safety", "I like to working"."""
    opens = words.key(i - 1) == "<s>" and words.written(i)[:1].isupper()
    if words.key(i) != "to" or not (opens or words.key(i - 1) in _WILLING):
        return None
    if words.chance(i + 1, "VBG") < 0.8 or words.chance(i + 2, "NN", "NNS", "DT", "PRP", "JJ", "IN") < 0.7:
        return None
    plain = _form(words, i + 1, "", "VB")
    return words.reading(i + 1, i + 1, "verb-form", 0.85, plain) if plain else None


def _gerund(words: Words, i: int) -> Reading | None:
    """A plain verb after a head with its preposition: "experience in manage", "focused on deliver"."""
    head, preposition = words.key(i - 1), words.key(i)
    if f"{head}_{preposition}" not in _HEADS or not _plain(words, i + 1, 0.08):
        return None
    if words.chance(i + 2, "DT", "NN", "NNS", "JJ", "PRP", "CD", "VBG") < 0.6 or words.key(i + 2) in ("and", "or"):
        return None
    gerund = _form(words, i + 1, "ing", "VBG")
    return words.reading(i + 1, i + 1, "verb-form", 0.85, gerund) if gerund else None


def _duties(words: Words, i: int) -> Reading | None:
    """A plain verb right after what duties include: "Duties included serve drinks"."""
    if words.key(i) not in ("included", "include", "includes", "involved", "involves", "involve"):
        return None
    subject = words.key(i - 1) in (
        "duties",
        "tasks",
        "responsibilities",
        "role",
        "job",
        "work",
        "which",
        "this",
        "that",
    )
    if not subject or not _plain(words, i + 1) or not words.between(i, i + 1).isspace():
        return None
    gerund = _form(words, i + 1, "ing", "VBG")
    return words.reading(i + 1, i + 1, "verb-form", 0.85, gerund) if gerund else None


def _plural(words: Words, i: int) -> str | None:
    """The plural of a noun that is counted and stands in the singular."""
    if not words.word(i) or words.hyphen(i) or not words.written(i).islower() or words.key(i).endswith("s"):
        return None
    if words.key(i) in _ALIKE:
        return None
    if words.chance(i, "NN") < 0.85 or words.chance(i, "NNS") > 0.02:
        return None
    return _form(words, i, "s", "NNS")


def _several(words: Words, i: int) -> Reading | None:
    """A number and one thing: "trained two apprentice", "oversaw 15 employee per shift", "over 10 year of"."""
    after = words.key(i + 2)
    unit = after == "of" and words.key(i + 1) in _SPANS
    if not words.between(i, i + 1).isspace() or not _counts(words, i, _RANKED - {"over"} if unit else _RANKED):
        return None
    ends = unit or after in _CLOSING or words.ends(i + 2)
    plural = _plural(words, i + 1) if ends and words.key(i + 1) not in _MODIFIERS else None
    return words.reading(i + 1, i + 1, "number", 0.85, plural) if plural else None


def _counts(words: Words, i: int, ranked: frozenset[str]) -> bool:
    """Whether the word here says how many follow: "two", "15"; not after what ranks ("grade two", "Room 15")."""
    if words.key(i) in NUMBERS:
        return words.key(i - 1) not in ranked | NUMBERS | {"<s>"} and not words.written(i)[:1].isupper()
    before = words.written(i - 1)
    if not re.fullmatch(r"[2-9]|[1-9]\d{1,2}\+?", words.written(i)) or words.key(i - 1) in ranked:
        return False
    if words.key(i - 2) == "<s>":
        return words.noun(i - 1) < 0.6 or before.endswith("ed")
    return before.islower() and words.chance(i - 1, "VBD", "VBN", "VB", "VBG", "IN", "RB", "TO") > 0.8


def _each_of(words: Words, i: int) -> Reading | None:
    """One thing where many are meant: "each of the branch", "many of our customer"."""
    if words.key(i) != "of" or words.key(i - 1) not in ("each", "many", "several", "few", "both", "some"):
        return None
    if words.key(i + 1) not in ("the", "our", "my", "these", "those", "their"):
        return None
    if words.key(i - 1) == "some" and words.key(i + 2) not in _COUNTED:
        return None
    if not words.closes(i + 3) and words.chance(i + 3, "VBD", "VBN", "VBZ") < 0.8:
        return None
    people = words.key(i + 2) in _COUNTED
    plural = _form(words, i + 2, "s", "NNS") if people else _plural(words, i + 2)
    return words.reading(i + 2, i + 2, "number", 0.85, plural) if plural else None


def _team_of(words: Words, i: int) -> Reading | None:
    """No "of" between a team and its number: "led a team 8 nurses"."""
    if words.key(i) not in ("team", "staff", "crew", "workforce") or words.key(i + 2) in ("<s>", "in", "of"):
        return None
    number = words.written(i + 1)
    many = words.key(i + 1) in NUMBERS or re.fullmatch(r"[2-9]|[1-9]\d{1,2}\+?", number)
    if not many or not words.between(i, i + 1).isspace() or words.chance(i + 2, "NNS") < 0.9:
        return None
    led = words.key(i - 1) in ("a", "the") or words.chance(i - 1, "VB", "VBD", "VBN", "VBG", "JJ") > 0.8
    return words.reading(i, i + 1, "missing-word", 0.84, f"{words.key(i)} of {number}") if led else None


def _listed(words: Words, i: int) -> Reading | None:
    """A plain verb that ends a list of forms in -ing: "responsible for answering phones, filing and assist guests"."""
    if words.key(i) != "and" or not _plain(words, i + 1, 0.2):
        return None
    if words.chance(i + 2, "DT", "NN", "NNS", "JJ", "PRP") < 0.8 or not words.between(i, i + 1).isspace():
        return None
    first = next(k for k in range(i, -1, -1) if words.key(k) == "<s>")
    between = range(max(first + 1, i - 16), i)
    if any(words.key(k) in _FREE or words.chance(k, "TO", "MD", "PRP", "VBZ", "WDT", "VB") > 0.4 for k in between):
        return None  # the verb may be joined to another one
    heads = (k for k in between if f"{words.key(k - 1)}_{words.key(k)}" in _HEADS)
    if not any(words.key(k + 1).endswith("ing") for k in heads):
        return None
    form = _form(words, i + 1, "ing", "VBG")
    return words.reading(i + 1, i + 1, "verb-form", 0.84, form) if form else None


def _group(words: Words, i: int) -> Reading | None:
    """A group of one thing: "a team of 10 person", "one of my strength is"."""
    if words.key(i) != "of":
        return None
    if words.key(i - 1) in ("one", "some", "many", "several", "most") and words.key(i + 1) in (
        "my",
        "our",
        "his",
        "her",
    ):
        noun = i + 2
        if words.key(noun + 1) not in ("is", "was", "are", "were"):
            return None
    elif words.key(i - 1) in ("team", "staff", "crew", "group", "class", "party", "workforce"):
        noun = i + 2
        many = words.key(i + 1) in NUMBERS - {"one"} or (words.written(i + 1).isdigit() and words.written(i + 1) != "1")
        if not many or not words.closes(noun + 1):
            return None
    else:
        return None
    if words.key(noun) == "person":
        return words.reading(noun, noun, "number", 0.88, "people")
    plural = _plural(words, noun)
    return words.reading(noun, noun, "number", 0.85, plural) if plural else None


def _bare(words: Words, i: int) -> Reading | None:
    """One thing without an article after a verb that opens its line: "Served customer at the bar"."""
    if words.key(i - 1) not in ("<s>", "and", "to") or words.key(i + 1) not in _COUNTED:
        return None
    if words.chance(i, "VB", "VBD", "VBN", "VBG", "VBZ") < 0.8 or not words.written(i + 1).islower():
        return None
    ends = words.key(i + 2) in _AFTER or words.ends(i + 2)
    if words.hyphen(i + 1) or not ends or not words.between(i, i + 1).isspace():
        return None
    plural = _form(words, i + 1, "s", "NNS")
    return words.reading(i + 1, i + 1, "number", 0.82, plural) if plural else None


def _fond(words: Words, i: int) -> Reading | None:
    """A plain verb after what one is fond of: "I enjoy read", "I love cook"."""
    if words.key(i) not in ("enjoy", "love", "like") or words.key(i - 1) not in ("i", "also", "really"):
        return None
    gerund = _form(words, i + 1, "ing", "VBG") if words.key(i + 1) in _PASTIMES else None
    return words.reading(i + 1, i + 1, "verb-form", 0.85, gerund) if gerund else None


def _how(words: Words, i: int) -> Reading | None:
    """No "to" after "how": "learned how use a till"."""
    if words.key(i) != "how" or words.key(i - 1) not in ("learned", "learnt", "learn", "know", "knew", "taught"):
        return None
    verb = _plain(words, i + 1) and words.chance(i + 2, "DT", "NN", "NNS", "JJ", "PRP", "IN") > 0.7
    if not verb and not (words.chance(i + 1, "VB") > 0.3 and words.key(i + 2) in ("a", "an", "the", "it", "them")):
        return None
    return words.reading(i, i + 1, "missing-word", 0.85, f"how to {words.key(i + 1)}")


def _dated(words: Words, i: int) -> Reading | None:
    """A plain verb beside a year that is past: "I graduate in 2018", "I have graduate"."""
    if words.key(i) not in _MILESTONES or words.key(i + 1) != "in" or not _YEAR.fullmatch(words.written(i + 2)):
        return None
    past = words.past(i) if words.key(i - 1) in ("i", "have", "has", "had") else None
    return words.reading(i, i, "verb-form", 0.85, past) if past else None


def _sure(words: Words, i: int) -> Reading | None:
    """A verb that does not agree in what one makes sure of: "ensure customers is", "making sure everything are"."""
    if words.key(i) not in ("ensure", "ensured", "ensuring", "ensures", "sure"):
        return None
    noun = i + 1
    while words.key(noun) in ("that", "the", "all", "our", "my") and noun < i + 4:
        noun += 1
    verb = words.key(noun + 1)
    one = words.key(noun) in ("everything", "everyone", "everybody", "nothing", "it")
    many = words.chance(noun, "NNS") > 0.95 and words.key(noun).endswith("s") and words.key(noun) not in _ALIKE
    right = {"are": "is", "were": "was"}.get(verb) if one else {"is": "are", "was": "were"}.get(verb) if many else None
    return words.reading(noun + 1, noun + 1, "verb-form", 0.86, right) if right else None
