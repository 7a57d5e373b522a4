"""Compounds: "setup" and "backup" are nouns, "set up" and "back up" are verbs; an everyday task, every day."""

from __future__ import annotations

from collections.abc import Iterator

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.vocabulary import word_table
from cvlint.proofreaders.slips.words import Words

_VERBS = word_table("compounds", "verbs")
_NOUNS = {("back", "up"): "backup", ("set", "up"): "setup", ("follow", "up"): "follow-up", ("roll", "out"): "rollout",
          ("clean", "up"): "cleanup", ("start", "up"): "start-up", ("check", "out"): "checkout", ("log", "in"): "login",
          ("break", "down"): "breakdown", ("phase", "out"): "phase-out", ("turn", "over"): "turnover"}  # fmt: skip


def read(words: Words) -> Iterator[Reading]:
    """All that the compound rules find."""
    for i in words.positions():
        reading = _verb(words, i) or _noun(words, i) or _every_day(words, i) or _on_time(words, i)
        if reading is not None:
            yield reading


def _verb(words: Words, i: int) -> Reading | None:
    """A noun where a verb must be."""
    key = words.key(i)
    if key not in _VERBS:
        return None
    if words.key(i - 1) == "to" and words.chance(i + 1, "DT", "CD", "NNS", "JJ", "PRP", "CC") > 0.5:
        return words.reading(i, i, "compound-verb", 0.85, _VERBS[key])
    if words.key(i - 1) in ("can", "will", "could", "would", "must"):
        return words.reading(i, i, "compound-verb", 0.9, _VERBS[key])
    begins = words.key(i - 1) == "<s>"
    joins = words.key(i - 1) in ("and", ",", "or") and words.chance(i - 2, "VB", "VBD", "VBN") > 0.5
    joins = joins or (words.key(i - 1) in ("and", ",", "or") and words.chance(i - 3, "VB", "VBD") > 0.8)
    joins = joins or (words.key(i - 1) == "," and words.chance(_opening(words, i), "VB", "VBD", "VBN") > 0.5)
    if not (begins or joins):
        return None
    after = i + 1
    if words.key(after) in ("and", "or", ",", "/"):
        after += 1
        clear = words.chance(after, "VB", "VBD", "VBN") > 0.7 or words.key(after) in _VERBS
        return words.reading(i, i, "compound-verb", 0.9, _VERBS[key]) if clear else None
    if words.chance(after, "DT", "CD", "PRP") > 0.6 or words.key(after) in ("over", "new", "all"):
        return words.reading(i, i, "compound-verb", 0.92, _VERBS[key])
    phrase = [words.chance(k, "NNS") for k in (after, after + 1, after + 2)]
    if words.noun(after) + words.chance(after, "JJ", "VBN") > 0.6 and max(phrase) > 0.6:
        return words.reading(i, i, "compound-verb", 0.8, _VERBS[key])
    return None


def _opening(words: Words, i: int) -> int:
    """Where the sentence of a word opens."""
    while i > 0 and words.key(i - 1) != "<s>":
        i -= 1
    return i


def _noun(words: Words, i: int) -> Reading | None:
    """A verb in two words where a noun must be."""
    pair = (words.key(i), words.key(i + 1))
    if pair not in _NOUNS or words.between(i, i + 1) != " ":
        return None
    before, after = words.key(i - 1), i + 2
    ends = words.key(after) in ("<s>", ",", ";") or words.chance(after, "IN", "CC", "TO", "VBZ") > 0.7
    giver = before in (
        "provide",
        "provided",
        "provides",
        "providing",
        "ensure",
        "ensured",
        "conduct",
        "conducted",
        "during",
    )
    fixed = before in ("a", "an", "the", "this", "any", "each", "their", "its")
    described = words.chance(i - 1, "JJ") > 0.8 and words.chance(i - 2, "DT", "IN") > 0.5
    if (fixed or giver or described) and ends:
        return words.reading(i, i + 1, "compound-noun", 0.8, _NOUNS[pair])
    return None


def _every_day(words: Words, i: int) -> Reading | None:
    if (
        (
            words.key(i) == "every"
            and words.key(i + 1) == "day"
            and words.key(i - 1) in ("an", "the", "on", "of", "for", "in")
        )
        and words.noun(i + 2) > 0.7
        and words.word(i + 2)
        and words.key(i - 1) in ("an", "the")
    ):
        return words.reading(i, i + 1, "compound-noun", 0.85, "everyday")
    if words.key(i) == "everyday" and (
        words.closes(i + 1) and words.noun(i - 1) + words.chance(i - 1, "VBN", "VBD", "RB") > 0.6
    ):
        return words.reading(i, i, "compound-verb", 0.8, "every day")
    return None


def _on_time(words: Words, i: int) -> Reading | None:
    """The adjective after its verb: "were shipped on-time", "on-time and under budget"."""
    if (words.key(i), words.key(i + 1)) != ("on", "time") or words.between(i, i + 1) != "-":
        return None
    joined = words.key(i + 2) == "and" and words.key(i + 3) in ("under", "within", "on", "to", "in")
    adverb = words.ends(i + 2) or joined or words.key(i + 2) in ("within", "for", "with", "at")
    said = words.chance(i - 1, "VB", "VBD", "VBN", "NN", "NNS", "PRP", "RB") > 0.8
    return words.reading(i, i + 1, "compound-adverb", 0.8, "on time") if adverb and said else None
