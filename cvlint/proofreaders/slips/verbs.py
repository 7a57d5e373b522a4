"""Verb forms: after words that govern them, and beside the verbs they are joined to."""

from __future__ import annotations

from collections.abc import Iterator

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.vocabulary import word_list, word_table
from cvlint.proofreaders.slips.words import Words

_TO_GERUND = word_list("agreement", "to_gerund")
_PARTICIPLE = word_table("agreement", "participle")
_BOTH = word_list("tense", "both") | {"run", "come", "become"}
_TAKES_OF = word_list("agreement", "takes_of")
_SHIFT = word_list("agreement", "shift")
_GOVERN = word_list("agreement", "govern")


_LEAD_NOUNS = frozenset(
    {"generation", "time", "times", "engineer", "developer", "designer", "sheet", "paint", "conversion"}
)


def read(words: Words) -> Iterator[Reading]:
    """All that the rules of verb forms find."""
    for i in words.positions():
        if not words.word(i):
            continue
        for rule in (_participle, _gerund, _infinitive, _pair, _joined, _led, _left, _of, _by):
            reading = rule(words, i)
            if reading is not None:
                yield reading
                break


def _participle(words: Words, i: int) -> Reading | None:
    if words.key(i) not in _PARTICIPLE:
        return None
    before = i - 2 if words.chance(i - 1, "RB") > 0.7 else i - 1
    if words.key(before) in ("have", "has", "had", "having") and words.key(i) != "showed":
        return words.reading(i, i, "verb-form", 0.9, _PARTICIPLE[words.key(i)])
    return None


def _form(words: Words, i: int, tag: str, ending: str = "") -> str | None:
    return next((f for f in words.forms(i, tag) if f.endswith(ending) and f != words.key(i)), None)


def _gerund(words: Words, i: int) -> Reading | None:
    """A plain verb after a preposition, or after "committed to"."""
    governed = words.key(i) in _GOVERN and words.key(i) not in ("in", "of", "upon")
    tied = words.chance(i + 2, "DT", "NNS", "PRP") > 0.7
    tied = tied or (words.key(i) == "by" and words.noun(i + 1) < 0.05 and words.chance(i + 2, "JJ", "NN", "VBG") > 0.7)
    if governed and words.chance(i + 1, "VB") > 0.93 and tied and words.between(i, i + 1).isspace():
        gerund = _form(words, i + 1, "VBG", "ing")
        return words.reading(i + 1, i + 1, "verb-form", 0.8, gerund) if gerund else None
    if words.key(i) == "responsible" and words.key(i + 1) in ("for", "of") and words.chance(i + 2, "VB") > 0.85:
        gerund = _form(words, i + 2, "VBG", "ing")
        return words.reading(i + 2, i + 2, "verb-form", 0.88, gerund) if gerund else None
    if words.key(i) == "responsible" and words.key(i + 1) == "to" and words.chance(i + 2, "VB") > 0.85:
        gerund = _form(words, i + 2, "VBG", "ing")
        return words.reading(i + 1, i + 2, "verb-form", 0.8, f"for {gerund}") if gerund else None
    if words.key(i) == "responsible" and words.chance(i + 1, "VB") > 0.93:
        gerund = _form(words, i + 1, "VBG", "ing")
        return words.reading(i + 1, i + 1, "missing-word", 0.85, f"for {gerund}") if gerund else None
    if words.key(i) in _TO_GERUND and words.key(i + 1) == "to" and words.chance(i + 2, "VB") > 0.3:
        gerund = _form(words, i + 2, "VBG", "ing")
        return words.reading(i + 1, i + 2, "verb-form", 0.75, f"to {gerund}") if gerund else None
    return None


def _infinitive(words: Words, i: int) -> Reading | None:
    """A past form after "to" or a modal verb: "in order to achieved"."""
    modal = words.key(i) in ("can", "could", "will", "would", "should", "must")
    purpose = words.key(i) == "to" and words.key(i - 1) in (
        "order",
        "able",
        "ability",
        "how",
        "accordingly",
        "required",
        "responsible",
        "helped",
        "needed",
    )
    if purpose and words.key(i - 1) in ("order", "able", "ability") and words.chance(i + 1, "VBG") > 0.6:
        plain = _form(words, i + 1, "VB")
        return words.reading(i + 1, i + 1, "verb-form", 0.85, plain) if plain else None
    if not (modal or purpose or (words.key(i) == "to" and words.chance(i + 2, "DT") > 0.9)):
        return None
    sure = 0.5 if purpose and words.key(i - 1) in ("order", "able", "ability") else 0.9
    if words.chance(i + 1, "VBD", "VBN") < sure or not words.key(i + 1).endswith("ed") or words.key(i + 1) == "need":
        return None
    plain = _form(words, i + 1, "VB")
    return words.reading(i + 1, i + 1, "verb-form", 0.85, plain) if plain else None


def _pair(words: Words, i: int) -> Reading | None:
    """Two verbs that open a line in different forms: "Planned and deploying", "Build and grew"."""
    listed = words.key(i - 1) == "," and words.written(i)[:1].isupper() and words.chance(i, "VB") > 0.85
    if (
        (words.key(i - 1) != "<s>" and not listed)
        or words.key(i + 1) != "and"
        or not words.word(i + 2)
        or (words.closes(i + 3) and words.key(i + 3) == "<s>")
    ):
        return None
    opens, joins = _kind(words, i), _kind(words, i + 2)
    if (
        opens is None
        or joins is None
        or opens == joins
        or words.chance(i + 2, "JJ") > 0.15
        or words.chance(i, "JJ") > 0.3
    ):
        return None
    if (opens, joins) == ("VB", "VBD"):
        past = words.past(i)
        return words.reading(i, i, "verb-form", 0.8, past) if past else None
    if (opens, joins) in (("VBG", "VBD"), ("VB", "VBG")):
        other = words.past(i) if joins == "VBD" else _form(words, i, "VBG", "ing")
        plain = _form(words, i + 2, opens)
        return (
            words.reading(i, i + 2, "verb-form", 0.78, f"{other} and {words.key(i + 2)}", f"{words.key(i)} and {plain}")
            if other
            else None
        )
    other = words.past(i + 2) if opens == "VBD" else _form(words, i + 2, opens)
    return words.reading(i + 2, i + 2, "verb-form", 0.78, other) if other else None


def _joined(words: Words, i: int) -> Reading | None:
    """A plain verb joined to the past verb that opens the sentence: "Expressed thanks and educate customers"."""
    if words.key(i) != "and" or words.chance(i + 1, "VB") < 0.6 or words.chance(i + 1, "VBD", "VBN", "JJ") > 0.1:
        return None
    listed = (
        words.chance(i - 1, "NN", "NNS", "JJ") > 0.8 and words.chance(i - 2, "IN") > 0.8
    )  # "on sand and gravel orders"
    if listed or words.hyphen(i + 1):
        return None
    help_to = words.key(i + 1) == "help" and words.key(i + 2) == "to"
    object_follows = words.word(i + 2) and words.chance(i + 2, "DT", "NN", "NNS", "JJ", "PRP", "CD") >= 0.7
    if not help_to and not object_follows:
        return None
    if not help_to and words.chance(i + 1, "NN") > 0.2 and words.chance(i + 2, "DT") < 0.8:
        return None
    start = i
    while start > 0 and words.key(start - 1) != "<s>":
        start -= 1
        if words.key(start) in ("that", "which", "who") and words.chance(start + 1, "VBD", "VBN") > 0.85:
            start += 1
            break
        if words.chance(start, "TO", "MD", "VB", "PRP", "VBZ") > 0.4 or words.key(start) in _SHIFT or i - start > 14:
            return None
    past = words.past(i + 1)
    if start + 1 >= i or words.chance(start, "VBD", "VBN") < 0.85 or past in (None, words.key(i + 1)):
        return None
    return words.reading(i + 1, i + 1, "verb-form", 0.78, str(past))


def _led(words: Words, i: int) -> Reading | None:
    """The verb "lead" joined to the past verb that opens the sentence: "Supervised and lead a team"."""
    if words.key(i) != "and" or words.key(i + 1) != "lead" or not words.word(i + 2):
        return None
    start = _start(words, i)
    joined = start == i - 1 and words.key(i + 2) not in _LEAD_NOUNS  # "Supervised and lead support staff"
    if not joined and words.chance(i + 2, "DT", "NNS", "PRP", "CD") < 0.8:
        return None
    if start is None or words.chance(start, "VBD", "VBN") < 0.85 or words.key(start) in _BOTH:
        return None
    return words.reading(i + 1, i + 1, "wrong-word", 0.85, "led")


def _left(words: Words, i: int) -> Reading | None:
    """A plain verb that opens the sentence, joined to a past verb: "Minimize waste and achieved the goals"."""
    if words.key(i) != "and" or words.chance(i + 1, "VBD", "VBN") < 0.7 or not words.word(i + 2):
        return None
    object_follows = words.chance(i + 2, "DT") > 0.9 or words.key(i + 2) in ("all", "our", "their", "new", "any")
    start = _start(words, i)
    if start is None or not object_follows or not 2 <= i - start <= 5 or words.chance(i - 1, "NN", "NNS") < 0.8:
        return None
    between = range(start + 1, i)
    if any(words.chance(k, "VBD", "VBN", "WDT", "IN") > 0.3 for k in between):
        return None  # "Sell goods made and packed by the staff"
    past = words.past(start)
    if words.chance(start, "VB") < 0.6 or words.chance(start, "NN") > 0.3 or past in (None, words.key(start)):
        return None
    return words.reading(start, start, "verb-form", 0.78, str(past))


def _start(words: Words, i: int) -> int | None:
    """Where the sentence of a word opens; None where another verb stands before the word, or it is far."""
    start = i
    while start > 0 and words.key(start - 1) != "<s>":
        start -= 1
        if words.chance(start, "TO", "MD", "PRP", "VBZ") > 0.4 or words.key(start) in _SHIFT or i - start > 10:
            return None
    return start if start < i else None


def _of(words: Words, i: int) -> Reading | None:
    """A verb that opens its sentence and takes its object with "of": "Prepared of new files"."""
    if words.key(i - 1) != "<s>" or words.key(i + 1) != "of" or words.key(i) in _TAKES_OF:
        return None
    verb = words.chance(i, "VBD", "VBN") > 0.65 and words.chance(i + 2, "DT", "NN", "NNS", "JJ") > 0.8
    return words.reading(i, i + 1, "extra-word", 0.78, words.key(i)) if verb else None


def _by(words: Words, i: int) -> Reading | None:
    """A plain verb where a participle must be: "pipes install by the fitters"."""
    if (
        words.key(i + 1) != "by"
        or words.chance(i, "VB") < 0.7
        or words.noun(i - 1) < 0.8
        or words.noun(i) > 0.2
        or words.key(i) in _BOTH
    ):
        return None
    past = words.past(i) if words.chance(i + 2, "DT", "NNS", "PRP") > 0.8 else None
    return words.reading(i, i, "verb-form", 0.8, past) if past else None


def _kind(words: Words, i: int) -> str | None:
    """The form of a word that is surely a verb here: VB, VBD or VBG."""
    key = words.key(i)
    if key.endswith("ing"):
        return "VBG" if words.chance(i, "VBG") > 0.7 else None
    if words.chance(i, "VBD", "VBN") > 0.85:
        return "VBD"
    return "VB" if words.chance(i, "VB") > 0.6 and words.past(i) not in (None, key) else None
