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
    """A number in words and one thing: "trained two apprentice", "within six month"."""
    if words.key(i) not in NUMBERS or words.key(i - 1) in _RANKED | NUMBERS or words.key(i - 1) == "<s>":
        return None
    if words.written(i)[:1].isupper() or not words.between(i, i + 1).isspace():
        return None
    ends = words.key(i + 2) in ("<s>", ",", ";", "in", "for", "from", "at", "to", "with", "who", "during")
    plural = _plural(words, i + 1) if ends else None
    return words.reading(i + 1, i + 1, "number", 0.85, plural) if plural else None


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
