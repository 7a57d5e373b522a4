"""How the panel weighs what its readers say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from cvlint.model.document import Document
from cvlint.model.finding import Severity
from cvlint.model.location import Span
from cvlint.proofreaders import casing, typography, varieties
from cvlint.proofreaders.channel import channel
from cvlint.proofreaders.lexicon import lexicon
from cvlint.proofreaders.passages import unjudged
from cvlint.proofreaders.reading import Knowledge, Passage, Reading, Remark
from cvlint.proofreaders.spelling import Flag, Text, flags, judge, rare
from cvlint.proofreaders.variants import variants
from cvlint.proofreaders.words import english
from cvlint.resume.facts import Resume

SOME = 4
"""Misspelt words that are more than a slip or two."""

NEAR = 30
"""Characters on either side of a word within which another keeps it company."""

LONGEST = 60
"""A reading of more characters than this points at nothing."""


class Judge:
    """Reads its tables when made, so that a thread can make it while the engines load."""

    def __init__(self) -> None:
        variants()
        lexicon()
        channel()
        words = english()
        _ = words.by_length, words.by_sound

    def hear(
        self, passages: Sequence[Passage], document: Document, resume: Resume, locale: str, knowledge: Knowledge
    ) -> Hearing:
        """What is to be weighed of one document, before the readers are done with it."""
        return Hearing(Text(document, resume, passages, knowledge, locale))


class Hearing:
    """What is known of one document: casing, typography and rare words at once, what the readers say as it comes."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._skip = _Skip(unjudged(text.document))
        self._own = [*casing.read(text.passages), *typography.read(text.passages, text.locale)]
        self._rare = rare(text)

    def listen(self, readings: Sequence[Reading]) -> None:
        """Look up what the words that one reader flags may have been, while the others still read."""
        for flag in flags(filter(_of_dictionary, self._worth(readings)), self._text.document):
            judge(flag, self._text)  # looks up all that the judgement of the whole panel will ask again

    def weigh(self, readings: Sequence[Reading]) -> list[Remark]:
        """The remarks of all readers and the house, in order: one a place and kind."""
        text, found = self._text, self._text.document.text
        words = text.knowledge.words | text.knowledge.ad_words
        heard = [_closed(r, found) for r in self._worth(readings) if not _rightly_twice(r, found)]
        heard = [r for r in heard if not _merges_no_word(r) and not _joins_possessive(r, found)]
        own = [r for r in self._own if r.category != "punctuation" or "\n" not in found[r.start : r.end]]
        heard += [r for r in own if not self._skip.touches(r.start, r.end) and found[r.start : r.end] not in words]
        remarks = self._spelling(heard)
        remarks += varieties.remarks(text, self._skip.touches)
        taken = {(r.start, r.end) for r in remarks}
        remarks += [r for r in _others(heard, found) if (r.start, r.end) not in taken]
        return sorted(remarks, key=lambda r: (r.start, r.end, r.rules))

    def _worth(self, readings: Sequence[Reading]) -> list[Reading]:
        return [r for r in readings if r.end - r.start <= LONGEST and not self._skip.touches(r.start, r.end)]

    def _named(self, span: Span) -> bool:
        """Whether a word is, or is part of, a name in the wrong casing: "ios" is no slip for "us"."""
        return any(r.rule == casing.RULE and r.start <= span.start and span.end <= r.end for r in self._own)

    def _spelling(self, heard: Sequence[Reading]) -> list[Remark]:
        flagged = flags(filter(_of_dictionary, heard), self._text.document)
        known = {f.span for f in flagged}
        flagged += [f for f in self._rare if f.span not in known]
        flagged = [f for f in flagged if not self._named(f.span)]
        found = [judge(f, self._text, alone=_alone(f.span, flagged)) for f in flagged]
        if self._careless(found):
            found = [judge(f, self._text, careless=True) for f in flagged]
        return [r for r in found if r is not None]

    def _careless(self, found: Sequence[Remark | None]) -> bool:
        """Whether a CV is full of misspellings: some that are certain, and one word in a hundred or more."""
        certain = {self._text.document.text[r.start : r.end] for r in found if r and r.severity is Severity.ERROR}
        return len(certain) >= SOME and len(certain) * 100 >= self._text.tokens.total()


def _alone(span: Span, flagged: Sequence[Flag]) -> bool:
    """Whether no other flagged word stands within some words of one."""
    near = (f for f in flagged if f.span != span and f.span.start < span.end + NEAR and f.span.end > span.start - NEAR)
    return next(near, None) is None


def _rightly_twice(reading: Reading, text: str) -> bool:
    """Whether a doubled word is right: had had, that that, Bora Bora; or two words in two columns."""
    if "REPEAT" not in reading.rule.upper():
        return False
    if re.search(r"[ \t\u00a0]{3}|\t", text[reading.start : reading.end]):
        return True
    words = re.split(r"\s+|(?<=[.!?])", text[reading.start : reading.end])
    return len(words) == 2 and (
        words[0].lower() in ("had", "that", "is") or words[1].istitle()  # a name, or the line's end got lost
    )


def _closed(reading: Reading, text: str) -> Reading:
    """A compound's reading as it is, or under a rule of its own where just a hyphen is too much: web-site."""
    written = text[reading.start : reading.end]
    hyphen = "-" in written and reading.suggestions[:1] == (written.replace("-", ""),)
    return replace(reading, rule="panel:closed-compound") if hyphen and "COMPOUNDS" in reading.rule else reading


def _merges_no_word(reading: Reading) -> bool:
    """Whether a reader joins two words to what is none: "MISreport"."""
    words = english()
    return reading.rule == "harper:MergeWords" and not any(
        words.zipf.get(s.lower(), 0) >= 2 for s in reading.suggestions[:1]
    )


def _joins_possessive(reading: Reading, text: str) -> bool:
    """Whether a reader joins a possessive that lost its apostrophe to a word beside it: "the firm s core business"."""
    parts = text[reading.start : reading.end].split()
    joined = "".join(parts).lower()
    return (
        len(parts) == 2
        and "s" in parts
        and not parts[0].isupper()
        and any(s.lower() == joined for s in reading.suggestions[:1])
    )


def _of_dictionary(reading: Reading) -> bool:
    """Whether a reading says no more than that a word is in no dictionary."""
    return reading.rule.startswith(("lt:MORFOLOGIK_RULE", "lt:HUNSPELL_RULE", "harper:SpellCheck"))


def _of_initials(written: str, some: Sequence[Reading]) -> bool:
    """Whether an apostrophe in a plural stands after initials, where some style guides allow it: KPI's."""
    return bool(_INITIALS.fullmatch(written)) and any("apostrophe" in r.rule.lower() for r in some)


_INITIALS = re.compile(r"[A-Z]{2,}s?['’]s")


def _others(heard: Sequence[Reading], text: str) -> list[Remark]:
    """All that is not spelling; readings that mark the same place and put the same there are one remark."""
    groups: defaultdict[tuple[int, int, str], list[Reading]] = defaultdict(list)
    for reading in heard:
        if not _of_dictionary(reading):
            groups[reading.start, reading.end, reading.suggestions[0] if reading.suggestions else ""].append(reading)
    return [
        Remark(
            start,
            end,
            tuple(dict.fromkeys(name for r in some for name in (r.rule, r.group) if name)),
            tuple(dict.fromkeys(r.reader for r in some)),
            tuple(dict.fromkeys(s for r in some for s in r.suggestions))[:5],
            Severity.WARNING if _of_initials(text[start:end], some) else None,
        )
        for (start, end, _), some in groups.items()
    ]


class _Skip:
    """Ranges in which no reading counts."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in spans:
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touches(self, start: int, end: int) -> bool:
        """Whether a range shares a character with one of them."""
        i = bisect_right(self._starts, max(start, end - 1)) - 1
        return i >= 0 and self._ends[i] > start
