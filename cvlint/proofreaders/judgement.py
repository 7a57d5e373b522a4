"""How the panel weighs what its readers say."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from cvlint.model.document import Document
from cvlint.model.location import Span
from cvlint.proofreaders import casing, typography, varieties
from cvlint.proofreaders.channel import channel
from cvlint.proofreaders.lexicon import lexicon
from cvlint.proofreaders.passages import unjudged
from cvlint.proofreaders.ranking import near
from cvlint.proofreaders.reading import Knowledge, Passage, Reading, Remark
from cvlint.proofreaders.spelling import Text, flags, judge, rare
from cvlint.proofreaders.variants import variants
from cvlint.proofreaders.words import english
from cvlint.resume.facts import Resume

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

    def prepare(self, readings: Sequence[Reading], text: str) -> None:
        """Look up what the words that one reader flags may have been, while the others still read."""
        for reading in readings:
            if reading.category == "spelling" and reading.end - reading.start <= LONGEST:
                near(text[reading.start : reading.end].lower().replace("’", "'"))

    def own(self, passages: Sequence[Passage], locale: str) -> list[Reading]:
        """What needs no reader: casing and typography."""
        return [*casing.read(passages), *typography.read(passages, locale)]

    def weigh(
        self,
        readings: Sequence[Reading],
        own: Sequence[Reading],
        passages: Sequence[Passage],
        document: Document,
        resume: Resume,
        locale: str,
        knowledge: Knowledge,
    ) -> list[Remark]:
        """The remarks on a document, in order: one a place and kind. `own` is what `own()` gave for it."""
        words = knowledge.words | knowledge.ad_words
        skip = _Skip(unjudged(document))
        heard = [r for r in readings if r.end - r.start <= LONGEST and not skip.touches(r.start, r.end)]
        text = Text(document, resume, passages, knowledge, locale)
        heard = [_closed(r, document.text) for r in heard if not _rightly_twice(r, document.text)]
        heard = [r for r in heard if not _merges_no_word(r)]
        own = [r for r in own if r.category != "punctuation" or "\n" not in document.text[r.start : r.end]]
        heard += [r for r in own if not skip.touches(r.start, r.end) and document.text[r.start : r.end] not in words]
        remarks = self._spelling(heard, text)
        remarks += varieties.remarks(text, skip.touches)
        taken = {(r.start, r.end) for r in remarks}
        remarks += [r for r in _others(heard) if (r.start, r.end) not in taken]
        return sorted(remarks, key=lambda r: (r.start, r.end, r.rules))

    def _spelling(self, heard: Sequence[Reading], text: Text) -> list[Remark]:
        flagged = flags(filter(_of_dictionary, heard), text.document)
        flagged += rare(text, {f.span for f in flagged})
        found = (judge(f, text) for f in flagged)
        return [r for r in found if r is not None]


def _rightly_twice(reading: Reading, text: str) -> bool:
    """Whether a doubled word is right: had had, that that, Bora Bora."""
    if "REPEAT" not in reading.rule.upper():
        return False
    words = text[reading.start : reading.end].split()
    return len(words) == 2 and (
        words[0].lower() in ("had", "that", "is") or (words[0].istitle() and words[1].istitle())
    )


def _closed(reading: Reading, text: str) -> Reading:
    """A compound's reading as it is, or under a rule of its own where just a hyphen is too much: web-site."""
    written = text[reading.start : reading.end]
    hyphen = "-" in written and reading.suggestions[:1] == (written.replace("-", ""),)
    return replace(reading, rule="panel:closed-compound") if hyphen and "COMPOUNDS" in reading.rule else reading


def _merges_no_word(reading: Reading) -> bool:
    """Whether a reader joins two words to what is none: "MISreport"."""
    return reading.rule == "harper:MergeWords" and not any(s.lower() in english() for s in reading.suggestions[:1])


def _of_dictionary(reading: Reading) -> bool:
    """Whether a reading says no more than that a word is in no dictionary."""
    return reading.rule.startswith(("lt:MORFOLOGIK_RULE", "lt:HUNSPELL_RULE", "harper:SpellCheck"))


def _others(heard: Sequence[Reading]) -> list[Remark]:
    """All that is not spelling; readings that mark the same place and put the same there are one remark."""
    groups: defaultdict[tuple[int, int, str], list[Reading]] = defaultdict(list)
    for reading in heard:
        if not _of_dictionary(reading):
            groups[reading.start, reading.end, reading.suggestions[0] if reading.suggestions else ""].append(reading)
    return [
        Remark(
            start,
            end,
            tuple(dict.fromkeys(r.rule for r in some)),
            tuple(dict.fromkeys(r.reader for r in some)),
            tuple(dict.fromkeys(s for r in some for s in r.suggestions))[:5],
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
