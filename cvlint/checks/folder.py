"""Checks across the files of an application: CV against letter, master CV and PDF twin; the friend's sign-off."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from cvlint.checks.addressee import sentence_at, words_of
from cvlint.checks.anchor import file_name, on_file, short
from cvlint.model.document import Document, Story
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.contact import EMAIL, find_phones
from cvlint.resume.facts import Resume, Role, SectionKind
from cvlint.resume.folder import Folder, Sibling


def signed_version(document: Document, folder: Folder) -> Iterator[Match]:
    """The file was changed after a friend signed it off."""
    signoff = folder.signoff
    if signoff is not None and folder.digest and signoff.sha256 != folder.digest:
        yield on_file(
            document, by=short(signoff.by or "somebody", 30), on=f" on {signoff.on[:10]}" if signoff.on else ""
        )


def contact_differs(document: Document, folder: Folder, resume: Resume) -> Iterator[Match]:
    """An e-mail address or telephone number of the CV that a letter, the master or the twin has otherwise."""
    mine = {"e-mail address": _emails(document, resume), "telephone number": _phones(document, resume)}
    for sibling in _compared(folder, "letter", "master", "twin"):
        theirs = {
            "e-mail address": _emails(sibling.document, sibling.resume),
            "telephone number": _phones(sibling.document, sibling.resume),
        }
        for kind, own in mine.items():
            other = theirs[kind]
            if own and other and not {k for k, _ in own} & {k for k, _ in other}:
                span = own[0][1]
                shown = other[0][1].of(sibling.document.text)
                yield Match(
                    span.start, span.end, data={"kind": kind, "other": shown, "file": file_name(sibling.document)}
                )


def _compared(folder: Folder, *roles: str) -> list[Sibling]:
    if folder.role not in ("cv", "letter"):
        return []
    return [s for s in folder.siblings if s.role in roles]


def _emails(document: Document, resume: Resume) -> list[tuple[str, Span]]:
    found = [(i.text.casefold().replace(" ", ""), i.span) for i in resume.contact.of("email") if "@" in i.text]
    return found or [(m[0].casefold(), Span(*m.span())) for m in islice(EMAIL.finditer(document.text, 0, 1500), 3)]


def _phones(document: Document, resume: Resume) -> list[tuple[str, Span]]:
    spans = [i.span for i in resume.contact.of("phone")] or list(
        islice(find_phones(document.text, Span(0, min(1500, len(document.text)))), 3)
    )
    return [
        (re.sub(r"\D", "", s.of(document.text))[-8:], s)
        for s in spans
        if len(re.sub(r"\D", "", s.of(document.text))) >= 7
    ]


def name_differs(document: Document, folder: Folder, resume: Resume) -> Iterator[Match]:
    """The name at the head is another in the master or the twin, or at the foot of the letter."""
    from rapidfuzz import fuzz

    name, own = resume.contact.name, resume.contact.name_text
    if name is None or folder.role != "cv":
        return
    for sibling in _compared(folder, "letter", "master", "twin"):
        other = sibling.resume.contact.name_text if sibling.role != "letter" else _signed(sibling.document)
        if not other or own.casefold() == other.casefold():
            continue
        mine, theirs = own.casefold().split(), other.casefold().split()
        near = len(mine) == len(theirs) and 75 <= fuzz.ratio(own.casefold(), other.casefold()) < 100
        if near and len(set(mine) ^ set(theirs)) == 2:
            yield Match(name.start, name.end, data={"other": other, "file": file_name(sibling.document)})


def _signed(document: Document) -> str:
    m = re.search(
        r"(?i:yours (?:sincerely|faithfully|truly)|(?:kind(?:est)?|best|warm) (?:regards|wishes)|regards|sincerely|ngā mihi)[,.]?\s+([A-ZĀĒĪŌŪ][\w'’-]+(?: [A-ZĀĒĪŌŪ][\w'’.-]+){1,3})",
        document.text,
    )
    return m[1] if m else ""


@dataclass(frozen=True, slots=True)
class _Job:
    title: str
    organisation: str
    years: tuple[int, int | None] | None  # of the end: None for a job that is held today
    months: tuple[int | None, int | None]
    dates: Span | None
    role: Role


def _jobs(document: Document, resume: Resume) -> list[_Job]:
    found = []
    for role in resume.roles:
        if role.section not in (
            SectionKind.EXPERIENCE,
            SectionKind.VOLUNTEERING,
            SectionKind.EDUCATION,
            SectionKind.HEAD,
        ):
            continue
        dates = role.dates
        years: tuple[int, int | None] | None = None
        months: tuple[int | None, int | None] = (None, None)
        if dates is not None and dates.start.year:
            end = None if dates.current else dates.end.year if dates.end else None
            years = (dates.start.year, end)
            months = (dates.start.month, None if dates.current or dates.end is None else dates.end.month)
        found.append(
            _Job(
                " ".join(role.title.of(document.text).split()) if role.title else "",
                " ".join(role.organisation.of(document.text).split()) if role.organisation else "",
                years,
                months,
                dates.span if dates else None,
                role,
            )
        )
    return found


def _same(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return bool(one and other) and fuzz.ratio(one.casefold(), other.casefold()) >= 92


def dates_differ(document: Document, folder: Folder, resume: Resume) -> Iterator[Match]:
    """A job whose dates are others in the master CV or the twin."""
    for sibling in _compared(folder, "master", "twin"):
        theirs = _jobs(sibling.document, sibling.resume)
        for job in _jobs(document, resume):
            alike = [t for t in theirs if _same(t.title, job.title) and _same(t.organisation, job.organisation)]
            if len(alike) != 1 or job.years is None or alike[0].years is None or job.dates is None:
                continue
            other = alike[0]
            months = all(a is None or b is None or a == b for a, b in zip(job.months, other.months, strict=True))
            if (job.years != other.years or not months) and other.dates is not None:
                shown = " ".join(other.dates.of(sibling.document.text).split())
                yield Match(
                    job.dates.start,
                    job.dates.end,
                    data={"other": shown, "file": file_name(sibling.document), "what": "dates"},
                )


def titles_differ(document: Document, folder: Folder, resume: Resume) -> Iterator[Match]:
    """A job whose title or employer is another in the master CV or the twin, its dates being the same."""
    for sibling in _compared(folder, "master", "twin"):
        theirs = [t for t in _jobs(sibling.document, sibling.resume) if t.years]
        for job in _jobs(document, resume):
            alike = [t for t in theirs if t.years == job.years and t.months == job.months]
            if len(alike) != 1 or job.years is None:
                continue
            other = alike[0]
            for span, mine, their, same in (
                (job.role.title, job.title, other.title, _same(job.organisation, other.organisation)),
                (job.role.organisation, job.organisation, other.organisation, _same(job.title, other.title)),
            ):
                if same and span is not None and mine and their and _bare(mine) != _bare(their):
                    yield Match(span.start, span.end, data={"other": short(their), "file": file_name(sibling.document)})


def _bare(name: str) -> str:
    """A title or an employer without what stands in brackets, for comparing."""
    return re.sub(r"[\W_]+", " ", re.sub(r"\(.*", "", name)).strip().casefold()


_YEARS = re.compile(r"(?<![\w$£€])(?:19[5-9]\d|20[0-4]\d)(?![\w%])")
_AS = re.compile(
    r"\b(?i:as|role of|position of|post of|job of|role as|position as)\s+(?:an? |the |your |my )?(?P<title>[A-Z][\w/&-]*(?: (?:[A-Z][\w/&-]*|and|of|&)){0,5})\s+(?:at|with|for)\s+(?:the )?$"
)


def letter_against_cv(document: Document, folder: Folder, resume: Resume) -> Iterator[Match]:
    """What a letter says of a job of the CV, its years or its title, that the CV says otherwise."""
    if folder.role != "cv":
        return
    for sibling in folder.of("letter"):
        text = sibling.document.text
        for job in _jobs(document, resume):
            if len(words_of(job.organisation)) == 0 or job.role.section is SectionKind.EDUCATION:
                continue
            at = text.find(job.organisation)
            if at < 0:
                continue
            sentence = sentence_at(text, at, at + len(job.organisation))
            yield from _years_told(document, sibling, job, sentence)
            m = _AS.search(text, sentence.start, at)
            titles = [j.title for j in _jobs(document, resume) if _same(j.organisation, job.organisation) and j.title]
            if m and job.role.title and titles and not any(_like(m["title"], t) for t in titles):
                span = job.role.title
                yield Match(span.start, span.end, data={"other": m["title"], "file": file_name(sibling.document)})


def _like(one: str, other: str) -> bool:
    a, b = words_of(one), words_of(other)
    return a <= b or b <= a


def _years_told(document: Document, sibling: Sibling, job: _Job, sentence: Span) -> Iterator[Match]:
    if job.years is None or job.dates is None:
        return
    said = [int(m[0]) for m in _YEARS.finditer(sibling.document.text, sentence.start, sentence.end)]
    first, last = job.years
    inside = all(first <= y and (last is None or y <= last) for y in said)
    orgs = len(re.findall(r"\b(?:at|with|for) (?:the )?[A-Z]", sentence.of(sibling.document.text)))
    if said and not inside and orgs <= 1 and len(said) <= 2:
        shown = " – ".join(map(str, said))
        yield Match(job.dates.start, job.dates.end, data={"other": shown, "file": file_name(sibling.document)})


MOST_COMPARED = 60_000
"""Characters: beyond this no CV is compared word by word."""


def twin_differs(document: Document, folder: Folder) -> Iterator[Match]:
    """Words that the other format of the same CV does not have: one of the two copies is out of date."""
    for sibling in folder.of("twin"):
        missing = _not_in(document, sibling.document)
        if missing:
            span = missing[0]
            yield Match(
                span.start, span.end, data={"count": len(missing), "file": file_name(sibling.document), "how": "lacks"}
            )
        else:
            extra = _not_in(sibling.document, document)
            if extra:
                word = extra[0].of(sibling.document.text)
                yield on_file(
                    document, count=len(extra), file=file_name(sibling.document), how=f"also has '{short(word, 24)}'"
                )


def _not_in(one: Document, other: Document) -> list[Span]:
    """Words of the first file, three characters or more, whose letters stand nowhere in the second."""
    if max(len(one.text), len(other.text)) > MOST_COMPARED:
        return []
    run = re.sub(r"[\W_]", "", other.text.casefold())
    whole = frozenset(re.findall(r"[^\W_]+", other.text.casefold()))
    found = []
    for block in one.blocks:
        if block.story in (Story.HEADER, Story.FOOTER) or one.marks_in(block.span).unseen:
            continue
        for m in re.finditer(r"[^\W_]{3,}", one.text[block.start : block.end]):
            word = m[0].casefold()
            if word not in whole and word not in run:
                found.append(Span(block.start + m.start(), block.start + m.end()))
    return found
