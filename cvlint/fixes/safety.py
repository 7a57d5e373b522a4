"""Changes that no program may make unasked: to a name, a date, a number, or a "not"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cvlint.fixes.hunks import Hunk
from cvlint.fixes.misspellings import SPELLERS, why_doubtful
from cvlint.model.document import Document
from cvlint.model.finding import Finding
from cvlint.model.location import Span
from cvlint.resume import Resume, read_resume

NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
FIGURE = re.compile(r"\w*\d\w*")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
MONTHS = frozenset(
    re.findall(
        r"\w+",
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec",
    )
)
COUNTS = frozenset(
    re.findall(
        r"\w+",
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
        "dozen half twice",
    )
)
DENIALS = frozenset(["not", "no", "never", "none", "without", "cannot", "nor", "neither"])


@dataclass(frozen=True)
class Guarded:
    """The stretches of one CV whose letters are the writer's own business, each with what it is."""

    document: Document
    spans: tuple[tuple[Span, str], ...]
    spellers: int = len(SPELLERS)

    def why_unsafe(self, finding: Finding, hunks: Sequence[Hunk]) -> str | None:
        """What about the change that a finding suggests makes it one to ask for; None where nothing does."""
        return why_doubtful(finding, self.document, self.spellers) or self._why_unsafe(hunks)

    def _why_unsafe(self, hunks: Sequence[Hunk]) -> str | None:
        for hunk in hunks:
            old = self.document.text[hunk.start : hunk.end]
            if letters(old) != letters(hunk.new):
                touched = (what for span, what in self.spans if span.start <= hunk.start and hunk.end <= span.end)
                what = next(touched, None) or next(
                    (what for span, what in self.spans if span.start < hunk.end and hunk.start < span.end), None
                )
                if what is not None:
                    return f"it changes {what}"
        if not hunks:
            return None
        old, new = self._around(hunks)
        if NUMBER.findall(old) != NUMBER.findall(new) or FIGURE.findall(old) != FIGURE.findall(new):
            return "it changes a number"
        before, after = words_of(old), words_of(new)
        for kind, what in ((MONTHS, "a date"), (COUNTS, "a number")):
            if not before & kind <= after:
                return f"it changes {what}"
        if denials(before) != denials(after):
            return "it changes what is said"
        return None

    def _around(self, hunks: Sequence[Hunk]) -> tuple[str, str]:
        """The old and the new text of a change, widened to whole words and numbers."""
        text = self.document.text
        low, high = hunks[0].start, hunks[-1].end
        while low and not text[low - 1].isspace():
            low -= 1
        while high < len(text) and not text[high].isspace():
            high += 1
        new, at = "", low
        for hunk in hunks:
            new += text[at : hunk.start] + hunk.new
            at = hunk.end
        return text[low:high], new + text[at:high]


def guarded(document: Document, today: date, readers: Iterable[str] = SPELLERS) -> Guarded:
    """What is not to be changed unasked in a document that these readers read, by what is known of CVs."""
    spans = tuple(_spans(document, read_resume(document, today)))
    return Guarded(document, spans, len(SPELLERS.intersection(readers)))


def _spans(document: Document, resume: Resume) -> Iterator[tuple[Span, str]]:
    name = resume.contact.name_text.strip()
    if name:
        parts = re.escape(name)
        for found in re.finditer(parts, document.text, re.IGNORECASE):
            yield Span(*found.span()), "a name"
    if resume.contact.name is not None:
        yield resume.contact.name, "a name"
    for item in resume.contact.items:
        yield item.span, "an address" if item.kind == "address" else "a way to reach you"
    for stated in resume.dates:
        yield stated.span, "a date"
    for role in resume.roles:
        if role.organisation is not None:
            yield role.organisation, "a name"


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(c for c in text if c.isalnum())


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters."""
    return frozenset(w.lower() for w in WORD.findall(text))


def denials(words: frozenset[str]) -> bool:
    """Whether some word denies something."""
    return any(w in DENIALS or w.endswith(("n't", "n’t")) for w in words)
