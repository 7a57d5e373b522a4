"""Checks of the customs of a country: referees, wording, the order of day and month, the right to work."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections.abc import Iterator

from cvlint.checks.contact import is_cv
from cvlint.model.document import Block, Document, Story
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind
from cvlint.resume.places import CANADIAN_CODES, COUNTRY_CODES
from cvlint.resume.titles import normal

_K = SectionKind
_REQUEST = re.compile(
    r"\b(?:professional |character |excellent |full |written )?(?:references|referees)(?: and \w+)?(?: (?:are|will be|can be))?"
    r"(?: gladly| happily)? (?:available|provided|furnished|supplied|given)?\s*(?:up)?on request\b\.?",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\s*(?:are |gladly )?(?:available|provided|furnished|supplied)\s+(?:up)?on request\.?\s*", re.IGNORECASE
)
_ANY_REFEREE = re.compile(r"\b(?:referees?|references?)\b", re.IGNORECASE)
_RIGHT = re.compile(
    r"\b(?:visa|citizen(?:ship)?|permanent resident|residency|resident of|right to work|work rights|work permit|working rights"
    r"|eligible to work|authori[sz]ed to work|entitled to work|work authori[sz]ation|green card|settled status|passport holder"
    r"|stamp 4|critical skills permit|relocat\w+)\b",
    re.IGNORECASE,
)


def references_line(resume: Resume, document: Document) -> Iterator[Match]:
    """ "References available on request", where the custom of the country is to leave it unsaid."""
    held: list[Span] = []
    for section in resume.of(_K.REFEREES):
        body = document.text[section.blocks[0].start : section.span.end] if section.blocks else ""
        if section.blocks and _BARE.fullmatch(body):
            held.append(Span(section.span.start, section.blocks[-1].end))
    for m in _REQUEST.finditer(document.text):
        if not any(s.start <= m.start() < s.end for s in held):
            held.append(Span(m.start(), m.end()))
    for span in held:
        yield Match(span.start, span.end)


def no_referees(resume: Resume, document: Document) -> Iterator[Match]:
    """A CV of some length that names no referees and does not say that they will be named."""
    jobs = [r for r in resume.roles if r.section is _K.EXPERIENCE]
    if is_cv(resume) and len(jobs) > 1 and not _ANY_REFEREE.search(document.text) and not resume.of(_K.REFEREES):
        last = resume.sections[-1].blocks
        block = last[-1] if last else None
        if block is not None:
            yield Match(block.start, min(block.end, block.start + 60))


def resume_title(document: Document) -> Iterator[Match]:
    """ "Résumé" as the title of a document in a country that says CV."""
    yield from _titled(document, {"resume", "résumé", "resumé"})


def cv_title(document: Document, resume: Resume) -> Iterator[Match]:
    """ "Curriculum Vitae" as the title in a country where that means the long academic form; academics are left alone."""
    listed = any(len(s.blocks) >= 3 for s in resume.of(_K.PUBLICATIONS))
    academic = listed or re.search(r"\b(?:Ph\.?D|professor|lecturer|postdoctoral)\b", document.text, re.I)
    if not academic:
        yield from _titled(document, {"curriculum vitae", "cv"})


def _titled(document: Document, names: set[str]) -> Iterator[Match]:
    body: list[Block] = [b for b in document.blocks if b.story in (Story.BODY, Story.HEADER)][:3]
    for block in body:
        text = document.text[block.start : block.end]
        if len(text) < 40 and "{" not in text and normal(text) in names:
            yield Match(block.start, block.end)


def right_to_work(resume: Resume, document: Document, locale: str) -> Iterator[Match]:
    """A telephone number of another country, and not a word on visa, citizenship or moving."""
    if not is_cv(resume) or _RIGHT.search(document.text):
        return
    phones = resume.contact.of("phone")
    homes = [_country(p.text) for p in phones]
    abroad = [p for p, home in zip(phones, homes, strict=True) if home is not None and home != locale]
    if abroad and len(abroad) == len(phones):
        yield Match(abroad[0].span.start, abroad[0].span.end)


def _country(shown: str) -> str | None:
    digits = re.sub(r"\D", "", shown)
    if not shown.strip().startswith("+"):
        return None
    for code, locale in COUNTRY_CODES.items():
        if digits.startswith(code):
            return "en-CA" if code == "1" and digits[1:4] in CANADIAN_CODES else locale
    return "elsewhere"


def month_first(resume: Resume) -> Iterator[Match]:
    """04/25/2021 in a country that puts the day first."""
    for one in resume.dates:
        if re.match(r"MM[/.-]DD", one.style) and one.day and one.day > 12:
            day = f"{one.day}/{one.month}/{one.year}"
            yield Match(one.span.start, one.span.end, data={"right": day})


def day_first(resume: Resume) -> Iterator[Match]:
    """25/04/2021 in a country that puts the month first."""
    for one in resume.dates:
        if re.match(r"DD[/.-]MM", one.style) and one.day and one.day > 12:
            yield Match(one.span.start, one.span.end, data={"right": f"{one.month}/{one.day}/{one.year}"})
