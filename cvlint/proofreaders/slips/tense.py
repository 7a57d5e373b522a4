"""Verbs that leave the form of their list: among "Managed ...", "Led ..." one "Maintain ..."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.vocabulary import word_list
from cvlint.proofreaders.slips.words import Words

SURE = 0.775
"""Below this score the list may well have two tenses on purpose."""

_BOTH = word_list("tense", "both")
_MONTHS = word_list("tense", "months")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def read(words: Words) -> Iterator[Reading]:
    """The verbs that open their sentence in another form than the rest of the role's sentences do."""
    for group in _groups(words):
        forms = Counter(form for _, form in group)
        usual, count = forms.most_common(1)[0]
        if count < 3 or count / len(group) < 0.6:
            continue
        for i, form in group:
            if form != usual:
                right = _in_form(words, i, usual)
                if right:
                    score = 0.7 + 0.2 * (count / len(group) - 0.7) / 0.3 + min(0.05, 0.005 * count)
                    rule = "tense" if score >= SURE else "tense-unsure"
                    yield words.reading(i, i, rule, round(score, 3), right)


def _groups(words: Words) -> Iterator[list[tuple[int, str]]]:
    """The opening verbs of each role: a date starts another role."""
    group: list[tuple[int, str]] = []
    last = 0
    for start, end in _sentences(words):
        apart = words.text[last : words.tokens[start].start].count("\n") > 1
        last = words.tokens[end - 1].end
        if apart or _dated(words, start, end):
            if len(group) > 3:
                yield group
            group = []
        if _dated(words, start, end):
            continue
        form = _opening(words, start, end)
        if form is not None:
            group.append((start, form))
    if len(group) > 3:
        yield group


def _sentences(words: Words) -> Iterator[tuple[int, int]]:
    start = 0
    for i in words.positions():
        if words.key(i) == "<s>":
            if i > start:
                yield start, i
            start = i + 1


def _dated(words: Words, start: int, end: int) -> bool:
    """Whether this is the line of a role's dates, or a heading."""
    if end - start > 16:
        return False
    years = _YEAR.findall(words.text[words.tokens[start].start : words.tokens[end - 1].end])
    month = any(words.key(i) in _MONTHS for i in range(start, end))
    dated = bool(years) and (month or end - start < 9 or len(years) > 1)
    return dated or (words.key(start), words.key(start + 1)) == ("company", "name")


def _opening(words: Words, start: int, end: int) -> str | None:
    """The form of the verb that opens a sentence: VB, VBD or VBZ; None where it may be a noun."""
    if end - start < 3 or not words.word(start) or words.key(start) in _BOTH or not words.written(start)[:1].isupper():
        return None
    if words.written(start).isupper() or words.hyphen(start) or words.key(start + 1) in (";", "/"):
        return None
    follows = words.chance(start + 1, "DT", "NN", "NNS", "JJ", "PRP", "CC", "IN", "CD", "VBG", "VBN", "TO") > 0.5
    follows = follows or (words.key(start + 1) == "," and words.chance(start, "VBD", "VBN") > 0.9)
    if not follows or (words.key(start + 1) == "<s>"):
        return None
    if words.chance(start, "VBD", "VBN") > 0.65 and words.chance(start, "JJ") < 0.35:
        return "VBD"
    if words.chance(start, "VB") > 0.3 and words.chance(start, "JJ") < 0.2 and words.past(start):
        return "VB"
    if words.chance(start, "VBZ") > 0.6 and words.key(start).endswith("s"):
        return "VBZ"
    return None


def _in_form(words: Words, i: int, form: str) -> str | None:
    if form == "VBD":
        return words.past(i)
    key = words.key(i)
    if form == "VB" and key.endswith("s"):
        plain = [f for f in words.forms(i, "VB", "JJ", "NN") if key in (f + "s", f + "es", f[:-1] + "ies")]
        return plain[0] if plain else None
    return next(
        (f for f in words.forms(i, form) if f.endswith("s") == (form == "VBZ") and not f.endswith("ing")),
        None,
    )
