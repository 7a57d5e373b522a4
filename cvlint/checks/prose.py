"""The prose of a CV as checks of style read it: passages without links, code and text that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cvlint.model.document import Block, BlockKind, Document, Story
from cvlint.model.job import JobAd
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, Role, SectionKind

_K = SectionKind
OFFICIAL = (_K.PUBLICATIONS, _K.AWARDS, _K.REFEREES, _K.EDUCATION, _K.CERTIFICATIONS)
"""Sections whose words are mostly other people's: titles, prizes, courses."""
_LINKS = re.compile(r"(?:https?://|www\.)\S{1,400}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]{1,200}”|(?<!\w)\"[^\"]{1,200}\"|(?<!\w)‘[^’]{1,120}’(?!\w)|(?<!\w)'[^']{2,120}'(?!\w)")
_BREAK = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block's text from `start` in the document, of the same length as there; what is left out is blank."""

    text: str
    start: int
    block: Block

    @property
    def low(self) -> str:
        """The text in lower case, of the same length."""
        low = self.text.lower()
        return low if len(low) == len(self.text) else self.text  # "İ" grows

    def span(self, m: re.Match[str], group: str | int = 0) -> Span:
        """Where a match in the passage stands in the document."""
        return Span(self.start + m.start(group), self.start + m.end(group))


_last: tuple[Document, tuple[tuple[Passage, SectionKind | None], ...]] | None = None
"""The passages of the document that was asked for last: a dozen checks ask for the same."""


def passages(
    document: Document, resume: Resume, leave_out: Sequence[SectionKind] = (), headings: bool = False
) -> Iterator[Passage]:
    """The blocks of running text in order, without links and quotations; `leave_out` names sections to pass over."""
    global _last
    known = _last
    if known is None or known[0] is not document:
        known = _last = (document, tuple(_all_passages(document, resume)))
    for passage, section in known[1]:
        if section not in leave_out and (headings or passage.block.kind is not BlockKind.HEADING):
            yield passage


def _all_passages(document: Document, resume: Resume) -> Iterator[tuple[Passage, SectionKind | None]]:
    for block in document.blocks:
        if block.kind is BlockKind.CODE or block.story in (Story.HEADER, Story.FOOTER):
            continue
        if document.marks_in(block.span).unseen:
            continue
        text = document.flat(block)
        if "@" in text or "://" in text or "www." in text.lower():
            text = _LINKS.sub(_blank, text)
        if any(c in text for c in "\"'“‘"):
            text = _QUOTED.sub(_blank, text)
        section = resume.section_at(block.start)
        yield Passage(text, block.start, block), section.kind if section else None


def _blank(m: re.Match[str]) -> str:
    return " " * len(m[0])


def titles(resume: Resume) -> tuple[Span, ...]:
    """Where job titles and organisations stand: names, not the writer's own words."""
    return tuple(s for role in resume.roles for s in (role.title, role.organisation) if s is not None)


def in_any(span: Span, places: Iterable[Span]) -> bool:
    """Whether a range shares a character with one of several."""
    return any(span.overlaps(p) for p in places)


def asked(words: str, job: JobAd | None) -> bool:
    """Whether the ad uses these words itself, in this or another form of the last word."""
    if job is None:
        return False
    stem = re.sub(r"(?:s|ed|ing)$", "", " ".join(words.lower().split()))
    text = " ".join(job.text.lower().replace("-", " ").split())
    return stem.replace("-", " ") in text


def item_groups(resume: Resume) -> list[tuple[Role | None, tuple[Block, ...]]]:
    """The lists of the CV, each with its role; where points stand in lines without a bullet, those of a role."""
    groups: list[tuple[Role | None, tuple[Block, ...]]] = []
    listed = {b.start for items in resume.lists for b in items}
    for items in resume.lists:
        groups.append((resume.role_at(items[0].start), items))
    for role in resume.roles:
        rest = tuple(b for b in role.bullets if b.start not in listed)
        if rest:
            groups.append((role, rest))
    return sorted(groups, key=lambda g: g[1][0].start)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a passage with their offsets."""
    at = 0
    for m in _BREAK.finditer(text):
        yield at, text[at : m.start()]
        at = m.end()
    yield at, text[at:]


def quoted(words: Iterable[str], most: int = 3) -> str:
    """Words as a message lists them: each once, in quotation marks, the first few."""
    distinct = list(dict.fromkeys(" ".join(w.split()) for w in words))
    shown = ", ".join(f"'{w}'" for w in distinct[:most])
    return shown + (" …" if len(distinct) > most else "")


def either(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of whole words or phrases, each a regular expression in lower case, for text in lower case.

    Without IGNORECASE the engine tells by their first letter which of many alternatives cannot match.
    """
    return re.compile(r"(?<![\w-])(?:" + "|".join(words) + r")(?!\w)")
