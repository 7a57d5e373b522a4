"""Checks of what a CV need not tell: numbers, birth, faith, health, the addresses of others."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections.abc import Iterator

from cvlint.checks.contact import is_filler
from cvlint.model.document import Document, Story
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.contact import STREET, find_phones
from cvlint.resume.facts import Resume, SectionKind

_K = SectionKind
_NUMBERS = re.compile(
    r"\b(?P<ni>(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D])\b"
    r"|(?<![\d-])(?P<ssn>(?!000|666|9\d\d)\d{3}-\d{2}-\d{4})(?![\d-])"
    r"|\b(?:TFN|tax file (?:no\.?|number))\W{0,4}(?P<tfn>\d{3} ?\d{3} ?\d{2,3})\b"
    r"|\bIRD(?: (?:no\.?|number))?\W{0,4}(?P<ird>\d{2,3}[- ]?\d{3}[- ]?\d{3})\b"
    r"|\b(?:PPSN?)(?: (?:no\.?|number))?\W{0,4}(?P<pps>\d{7}[A-W]{1,2})\b"
    r"|\b(?:SIN|social insurance(?: number)?)\W{0,4}(?P<sin>\d{3}[- ]?\d{3}[- ]?\d{3})\b"
    r"|\b(?:social security(?: (?:no\.?|number))?|SSN)\W{0,4}(?P<ssn2>\d{3}[- ]?\d{2}[- ]?\d{4})\b"
    r"|\b(?:ID|identity)(?: (?:no\.?|number))\W{0,4}(?P<id>\d{6} ?\d{4} ?\d{2} ?\d|\d{13})\b"
)
_DOCUMENTS = re.compile(
    r"\bpassport(?: (?:no\.?|number|#))?\s?[:#]?\s?(?P<passport>(?=[A-Z]*\d)[A-Z]{0,2}\d{6,9})\b"
    r"|\b(?:account|acct|a/c)(?: (?:no\.?|number))\W{0,4}(?P<bank>\d[\d -]{6,20}\d)\b"
    r"|\b(?P<iban>[A-Z]{2}\d{2} ?[A-Z]{4} ?(?:\d{4} ?){3,5}\d{0,2})\b"
    r"|\bsort code\W{0,4}(?P<sort>\d{2}-\d{2}-\d{2})\b"
    r"|\b(?:driver'?s?|driving) licen[cs]e (?:no\.?|number)\W{0,4}(?P<licence>[A-Z0-9]{6,18})\b",
    re.IGNORECASE,
)


def national_number(document: Document) -> Iterator[Match]:
    """A national insurance, social security or tax number."""
    for m in _NUMBERS.finditer(document.text):
        name = m.lastgroup or ""
        yield Match(m.start(name), m.end(name))


def document_number(document: Document) -> Iterator[Match]:
    """The number of a passport, driving licence or bank account."""
    for m in _DOCUMENTS.finditer(document.text):
        name = m.lastgroup or ""
        if any(c.isdigit() for c in m[name]):
            yield Match(m.start(name), m.end(name))


def _labelled(document: Document, pattern: re.Pattern[str]) -> Iterator[Match]:
    for m in pattern.finditer(document.text):
        yield Match(m.start(), m.end())


_DATE = r"(?:\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d\d-\d\d|\d{4})"
_BIRTH = re.compile(
    rf"\b(?:date of birth|d\.?o\.?b\.?|birth ?date|birthday|born(?: on| in)?)\s*[:–-]?\s*{_DATE}"
    r"|(?:^|(?<=\n)|(?<=[|•,;]\s))age(?:d)?\s*[:–-]?\s*\d{2}\b(?!\s*(?:-|–|to|years? and|\+|and (?:over|under|above)))",
    re.IGNORECASE,
)
_MARITAL = re.compile(
    r"\bmarital status\b(?:\s*[:–-]\s*\w+)?|\b(?:happily |currently )?married(?:,? with)(?: \w+){1,3} (?:child(?:ren)?|kids|sons?"
    r"|daughters?)\b|(?:^|(?<=\n)|(?<=[|•]\s))(?:single|married|divorced|widowed)(?=\s*(?:\n|$|\||•|,\s(?:no|one|two|three|with)\s"
    r"(?:children|kids|child)))|\bnumber of (?:children|dependants|dependents)\s*[:–-]\s*\w+",
    re.IGNORECASE,
)
_RELIGION = re.compile(
    r"(?:^|(?<=\n)|(?<=[|•;,]\s))(?:religion|religious (?:views|affiliation|beliefs)|faith|caste)\s*[:–-]\s*\w+"
    r"|\b(?:I am|I'm) an? (?:practising |practicing |devout |committed )?(?:christian|catholic|muslim|hindu|jew|buddhist|sikh"
    r"|atheist)\b",
    re.IGNORECASE,
)
_HEALTH = re.compile(
    r"(?:^|(?<=\n)|(?<=[|•;,]\s))(?:health(?: status)?|state of health|medical (?:history|condition)s?|disabilit(?:y|ies)|blood (?:group"
    r"|type)|height|weight)\s*[:–-]\s*(?:excellent|good|perfect|none|no|fit|healthy|\w+)"
    r"|\b(?:excellent|good|perfect) health(?:,|\.|\s*$|\s*\n)(?!\s*(?:and safety|care))|\bnon[- ]?smoker\b"
    r"|\bI (?:suffer|have suffered) from \w+",
    re.IGNORECASE,
)
_GENDER = re.compile(r"(?:^|(?<=\n)|(?<=[|•;,]\s))(?:gender|sex)\s*[:–-]\s*(?:male|female|m|f)\b", re.IGNORECASE)


def birth_date(document: Document) -> Iterator[Match]:
    """A date of birth or an age."""
    return _labelled(document, _BIRTH)


def marital_status(document: Document) -> Iterator[Match]:
    """Married, single, children."""
    return _labelled(document, _MARITAL)


def religion(document: Document) -> Iterator[Match]:
    """The writer's faith, said as a personal particular."""
    return _labelled(document, _RELIGION)


def health(document: Document) -> Iterator[Match]:
    """Health, height, weight, smoking."""
    return _labelled(document, _HEALTH)


def gender(document: Document) -> Iterator[Match]:
    """Gender as a personal particular; pronouns are the writer's choice."""
    return _labelled(document, _GENDER)


def photo(document: Document, resume: Resume) -> Iterator[Match]:
    """A picture in the file. Only a person can tell a photo from a logo, so many pictures are passed over."""
    pictures = document.images if document.photos is None else document.photos
    if 1 <= pictures <= 2 and document.blocks and any(s.heading for s in resume.sections):
        first = next((b for b in document.blocks if b.story is Story.BODY), document.blocks[0])
        yield Match(first.start, min(first.end, first.start + 60))


def street_address(resume: Resume) -> Iterator[Match]:
    """A street and number in the head of the CV."""
    for item in resume.contact.of("address"):
        m = STREET.search(item.text)
        if m:
            yield Match(item.span.start + m.start(), item.span.start + m.end())


def referee_phone(resume: Resume, document: Document) -> Iterator[Match]:
    """The telephone number of a referee."""
    for section in resume.of(_K.REFEREES):
        for span in find_phones(document.text, Span(section.span.start, section.span.end)):
            if not is_filler(span.of(document.text)):
                yield Match(span.start, span.end)


_SALARY = re.compile(
    r"\b(?:current|present|previous|last|final|starting|ending|desired|expected|base|annual|gross|net)?\s?(?:salary|remuneration|ctc"
    r"|pay|wage|compensation)(?: (?:history|package|expectations?|required|requirements?))?\s*[:–-]\s*(?:of )?(?:approx\.? )?"
    r"(?:(?:NZ|AU|US|CA|A|C)?[$£€R]|GBP|USD|NZD|AUD|EUR|ZAR|CAD)\s?\d[\d,. ]*k?(?:\s*(?:p\.?a\.?|per (?:annum|year|hour)|/(?:yr|hr)))?"
    r"|(?:NZ|AU|US|A|C)?[$£€R]\s?\d{2,3}(?:,\d{3}|k)\s*(?:p\.?a\.?|per annum|/yr|salary)(?![\w])",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(
    r"budget|revenue|sales|turnover|saving|saved|contract|value|worth|grant|cost|fund", re.IGNORECASE
)


def salary(document: Document) -> Iterator[Match]:
    """What the writer earned or wants to earn."""
    for m in _SALARY.finditer(document.text):
        line = document.line_span(document.line_at(m.start()))
        if not _OF_MONEY.search(document.text[line.start : m.start()]) and not _OF_MONEY.search(
            document.text[m.end() : min(line.end, m.end() + 25)]
        ):
            lead = len(m[0]) - len(m[0].lstrip())
            yield Match(m.start() + lead, m.end())
