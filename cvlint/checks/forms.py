"""Checks of forms: numbers, percentages, amounts of money and lists that are written in two ways."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cvlint.model.document import BlockKind, Document
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind

SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_COUNTED = (
    r"(?:staff|people|employees|members|reports|teams?|shops?|stores?|sites?|branches|offices|projects|clients|customers|schools|students"
    r"|pupils|children|nurses|engineers|developers|analysts|managers|volunteers|departments|countries|regions|markets|products|systems"
    r"|patients|beds|properties|vehicles|drivers|suppliers|campaigns|events|courses|classes|languages|agents|technicians|assistants"
    r"|trainees|interns|apprentices|graduates|associates|accounts|direct reports|team members|locations|units|plants|warehouses)"
)
_NUMBER = re.compile(
    rf"(?<![\w.,$£€/-])(?:(?P<digit>[2-9])|(?P<word>{'|'.join(SMALL)}))"
    rf"(?= (?:[a-z-]+ )?{_COUNTED}\b)", re.IGNORECASE,
)  # fmt: skip
_THOUSANDS = re.compile(
    r"(?<![\w.,/#+:-])(?P<money>[$£€]?)(?P<number>\d{1,3}(?:,\d{3})+|\d{4,7})(?P<after>(?: ?(?:\+|%))?)(?![\w/:-]|[.,]\d)"
)
_PERCENT = re.compile(r"(?<=\d)(?P<form>%|[  ]%|[  ]percent\b|[  ]per cent\b|[  ]pct\b)", re.IGNORECASE)
_MONEY = re.compile(
    r"(?<![\w])(?P<sign>(?:NZ|AU|US|CA|A|C)?[$£€])\s?\d[\d,.]*(?P<scale>(?:[kKmMbB]|mn|MM|bn)\b|[  ]?(?:thousand|million|billion|mil|mn|bn|[kKmM])\b)",
)
_ITEM = r"[\w'’&+#./-]{1,40}"
_SERIES = re.compile(
    rf"(?<![\w,])(?:{_ITEM}(?: {_ITEM})?), (?:{_ITEM}(?P<comma>,) and |{_ITEM} {_ITEM}(?P<comma2>,) and |{_ITEM}(?P<none>) and )(?={_ITEM})"
)
_LONG_LIST = re.compile(rf"(?:{_ITEM}(?: {_ITEM}){{0,2}}, ){{2,}}{_ITEM} $")
_PAIR = re.compile(r"(?P<first>\S*?)(?P<ed>(?:ed)?), \S+ed and \S+ed\b")
_CLAUSE = re.compile(
    r"\b(?:which|who|that|where|when|while|is|are|was|were|has|have|had|by|from|including|as well)\b", re.I
)


def _passages(document: Document, resume: Resume) -> Iterator[tuple[int, str]]:
    for block in document.blocks:
        section = resume.section_at(block.start)
        outside = section is not None and section.kind in (SectionKind.PUBLICATIONS, SectionKind.REFEREES)
        if block.kind is not BlockKind.CODE and not outside:
            yield block.start, document.flat(block)


def _minority(hits: Sequence[tuple[str, Span]], least: int = 3) -> Iterator[tuple[str, str, Span]]:
    """The places whose form is the rarer one, with the usual form: silent unless it stands at least `least` times
    and two thirds of all."""
    counts = Counter(form for form, _ in hits)
    if len(counts) < 2:
        return
    usual, many = counts.most_common(1)[0]
    if many < least or many * 3 < 2 * len(hits):
        return
    yield from ((form, usual, span) for form, span in hits if form != usual)


def _first(document: Document, found: Iterator[tuple[str, str, Span]], words: dict[str, str]) -> Iterator[Match]:
    """One match for a file: at the first of the places, with their number."""
    places = list(found)
    if places:
        _, usual, span = places[0]
        yield Match(span.start, span.end, data={"usual": words.get(usual, usual), "count": len(places)})


def mixed_small_numbers(document: Document, resume: Resume) -> Iterator[Match]:
    """5 staff beside five staff."""
    hits = [
        ("digit" if m["digit"] else "word", Span(at + m.start(), at + m.end()))
        for at, text in _passages(document, resume)
        for m in _NUMBER.finditer(text)
    ]
    yield from _first(document, _minority(hits), {"digit": "figures", "word": "words"})


def mixed_thousands(document: Document, resume: Resume) -> Iterator[Match]:
    """1,000 beside 1000."""
    hits = []
    for at, text in _passages(document, resume):
        for m in _THOUSANDS.finditer(text):
            number = m["number"]
            year = len(number) == 4 and 1900 <= int(number.replace(",", "")) <= 2099 and not m["money"]
            if "," in number or (not year and _counts_things(text, m)):
                hits.append(("1,000" if "," in number else "1000", Span(at + m.start("number"), at + m.end("number"))))
    usual = Counter(form for form, _ in hits).most_common(1)
    yield from _first(document, _minority(hits, 2 if usual and usual[0][0] == "1,000" else 3), {})


def _counts_things(text: str, m: re.Match[str]) -> bool:
    """Whether a number without a comma is an amount, not a code, a postcode or a model."""
    follows = re.match(r"\+? [a-z]{3,}", text[m.end("number") : m.end("number") + 12])
    named = re.search(
        r"(?:[A-Z]\w*|ISO|No\.?|#|ID|code|version|model|rule|form|section|grade)[ :-]*$", text[: m.start()]
    )
    return bool(m["money"]) or (follows is not None and named is None)


def mixed_percent(document: Document, resume: Resume) -> Iterator[Match]:
    """% beside percent or per cent."""
    hits = []
    for at, text in _passages(document, resume):
        for m in _PERCENT.finditer(text) if any(c.isdigit() for c in text) else ():
            form = " ".join(m["form"].casefold().split())
            hits.append(("%" if "%" in form else form, Span(at + m.start("form"), at + m.end("form"))))
    hits = [(f, Span(s.start + (document.text[s.start] in "  "), s.end)) for f, s in hits]
    yield from _first(document, _minority(hits, 2), {})


def mixed_money(document: Document, resume: Resume) -> Iterator[Match]:
    """$5m beside $5 million or $5M."""
    for scale in ("m", "k"):
        hits = []
        for at, text in _passages(document, resume):
            for m in _MONEY.finditer(text) if any(c in text for c in "$£€") else ():
                form = m["scale"].strip()
                if form[0].casefold() == scale or (scale == "k" and form == "thousand"):
                    shown = f"{m['sign'][-1]}5{' ' if m['scale'] != form else ''}{form}"
                    hits.append((shown, Span(at + m.start(), at + m.end())))
        yield from _first(document, _minority(hits, 2), {})


def mixed_serial_comma(document: Document, resume: Resume) -> Iterator[Match]:
    """ "a, b, and c" beside "a, b and c"."""
    hits = []
    for at, text in _passages(document, resume):
        for m in _SERIES.finditer(text) if " and " in text and ", " in text else ():
            if not _CLAUSE.search(m[0]) and not (m["none"] is not None and _is_pair(text, m)):
                name = m.lastgroup or "none"
                start = at + m.start(name) + (name == "none")
                form = " and" if name == "none" else ", and"
                hits.append((form, Span(start, start + len(form) - (name == "none"))))
    if max(Counter(form for form, _ in hits).values(), default=0) * 5 < 4 * len(hits):
        return
    found = (
        h
        for h in _minority(hits, 5)
        if h[0] == ", and" or _LONG_LIST.search(document.text, h[2].start - 90, h[2].start)
    )
    yield from _first(document, found, {", and": "a comma", " and": "no comma"})


def _is_pair(text: str, m: re.Match[str]) -> bool:
    """Whether "and" joins two words within an item: two verbs after another kind of word, or a list that goes on."""
    goes_on = re.match(r"[\w'’-]+(?: [\w'’-]+){0,3},", text[m.end() : m.end() + 60])
    pair = _PAIR.match(m[0] + text[m.end() : m.end() + 30].split(" ")[0])
    return goes_on is not None or (pair is not None and not pair["ed"])
