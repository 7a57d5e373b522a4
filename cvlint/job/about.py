"""What an ad says of itself: title, employer, place, closing date, and what to send."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import re
from collections.abc import Sequence

from cvlint.job.headings import heading_part
from cvlint.job.pieces import Piece
from cvlint.model.document import BlockKind, Document

TITLE = re.compile(r"^\s*(?:job\s+)?(?:title|position|role|vacancy)\s*:\s*(?P<value>.+)$", re.IGNORECASE | re.MULTILINE)
EMPLOYER = re.compile(
    r"^\s*(?:company|employer|organi[sz]ation|client)\s*:\s*(?P<value>.+)$", re.IGNORECASE | re.MULTILINE
)
LOOKING = re.compile(
    r"\b(?:looking|searching|recruiting|seeking|hiring)\s+(?:for\s+)?(?:to recruit\s+)?(?:an?|our next|\w+)\s+(?P<value>(?:[\w/&+#.-]+\s+){0,5}?[\w/&+#-]+)(?=\s+(?:to|who|for|with|in|that|based|within|on|at)\b|[.,:;(\n])"
)
HIRING = re.compile(
    r"(?:^|\n|[.!]\s+)(?P<value>[A-Z][\w&.’']*(?:[ \t]+(?:[A-Z][\w&.’']*|of|and|&|the)){0,4})\s+(?:is|are)\s+(?:currently\s+|now\s+)?"
    r"(?:looking|seeking|hiring|recruiting|searching|an?\s|the\s|one\s)"
)
PLACE = re.compile(
    r"^\s*(?:location|place|based|office|where)\s*:\s*(?P<value>[^\n]{2,60})$|\b(?:based|located)\s+(?:in|at|out of)\s+(?:our\s+)?(?P<city>(?:[A-Z][\w’'-]+|of|the)(?:[ ,]+(?:[A-Z][\w’'-]+)){0,3})",
    re.MULTILINE,
)
CLOSING = re.compile(
    r"\b(?:clos(?:ing|es)(?: date)?|deadline(?: for applications?)?|apply by|applications? (?:close|due|by))\b\s*(?:date)?\s*(?:is|on|by|:|-)*\s*(?P<value>(?:\w+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+(?:\s+\d{4})?|[A-Z][a-z]+\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}))",
    re.IGNORECASE,
)
WANTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "cover letter",
        re.compile(
            r"\bcover(?:ing)?\s+letter|letter of (?:application|motivation|interest)|motivation(?:al)? letter",
            re.IGNORECASE,
        ),
    ),
    (
        "cv",
        re.compile(
            r"\b(?:your|a|current|updated|up-to-date)\s+(?:full\s+)?(?:cv|resume|résumé|curriculum vitae)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "portfolio",
        re.compile(
            r"\b(?:send|submit|include|attach|provide|enclose|forward|see|show|link to|upload|with)\s+(?:us\s+)?(?:a |an |your )?(?:link to (?:your )?)?(?:(?:your|an?)\s+)?(?:(?:online|design|digital|creative|personal|writing|art|photo|strong|professional)\s+){0,2}portfolio(?! (?:manag|analy))(?! of (?!(?:your |past |previous )?(?:work|projects|designs)))\b|\bportfolio of (?:your |past |previous )?(?:work|projects|designs)\b|\bwork samples?\b|samples of (?:your )?work",
            re.IGNORECASE,
        ),
    ),
    (
        "references",
        re.compile(
            r"\b(?:two|three|names of|provide|with|professional|contact details (?:of|for))\s+(?:\w+\s+)?(?:references|referees)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "salary expectations",
        re.compile(r"\bsalary (?:expectations?|requirements?|history)|current salary", re.IGNORECASE),
    ),
    (
        "pdf",
        re.compile(
            r"\b(?:in|as an?|\(?only)\s+PDF(?:\s+(?:format|file|document))?\b|\bPDF (?:format|only|files?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "word",
        re.compile(
            r"\b(?:in|as an?)\s+(?:MS |Microsoft )?Word\s+(?:format|file|document)\b|\bWord (?:format|documents?) only\b",
            re.IGNORECASE,
        ),
    ),
    (
        "transcript",
        re.compile(
            r"\b(?:academic |unofficial |official )?transcripts?\b(?= (?:of|and|with|to|from|must|should))",
            re.IGNORECASE,
        ),
    ),
    (
        "application form",
        re.compile(r"\b(?:complete|fill in|download|submit)\b[^.\n]{0,30}\bapplication form\b", re.IGNORECASE),
    ),
)
PAGES = re.compile(
    r"\b(?:no (?:more|longer) than|maximum(?: of)?|max\.?|up to|limited to|not exceed(?:ing)?)\s+(?P<n>one|two|three|four|1|2|3|4|\d)\s*(?:A4\s+)?(?:sides?|pages?)(?: of A4)?\b|\b(?P<m>one|two|three|1|2|3)[- ](?:page|sided?)\s+(?:cv|resume|résumé|limit)\b",
    re.IGNORECASE,
)
OF_ANOTHER = re.compile(
    r"\b(?:letter|statement|essay|portfolio|application|form)\b(?:(?!\b(?:cv|resume|résumé)\b)[^.\n]){0,60}\Z",
    re.IGNORECASE,
)
"""What stands before a number of pages that is no limit of the CV."""
COUNT = {"one": "1", "two": "2", "three": "3", "four": "4"}


def title(document: Document, cut: Sequence[Piece]) -> str | None:
    """The job's title: a labelled line, the first line, or what the ad is looking for."""
    text = document.text
    m = TITLE.search(text[:3000])
    if m:
        return _clean(m["value"])
    headed = next((b for b in document.blocks if b.kind is BlockKind.HEADING and b.level <= 2), None)
    if headed is not None and document.format != "text" and heading_part(document.flat(headed)) is None:
        return _clean(document.flat(headed))
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    first = re.sub(r"^#+\s*", "", first)
    if first and len(first.split()) <= 14 and not first.endswith((".", "!", "?")):
        return _clean(
            re.sub(
                r"^(?:job (?:title|description|ad)|position|vacancy|we(?:'|’)re hiring)\s*[:–-]\s*",
                "",
                first,
                flags=re.IGNORECASE,
            )
        )
    m = LOOKING.search(text[:4000])
    if m:
        return _clean(m["value"])
    return _clean(" ".join(first.split()[:10])) if first and cut else None


def _clean(value: str) -> str | None:
    value = " ".join(re.sub(r"\*{2,}|\s+", " ", value).split()).strip(" -–|,:")
    return value or None


def employer(document: Document) -> str | None:
    """The employer, where the ad names it in a labelled line or as the one who is hiring."""
    m = EMPLOYER.search(document.text[:5000])
    if m:
        return _clean(m["value"])
    for m in HIRING.finditer(document.text[:5000]):
        name = m["value"]
        if name.split()[0].lower() not in (
            "we",
            "our",
            "this",
            "the",
            "you",
            "it",
            "they",
            "there",
            "my",
            "a",
            "an",
            "applicants",
            "candidates",
            "as",
            "in",
        ):
            return _clean(name)
    return None


def place(document: Document) -> str | None:
    """Where the work is."""
    m = PLACE.search(document.text)
    return _clean(m["value"] or m["city"]) if m else None


def closing(document: Document) -> str | None:
    """The closing date as the ad writes it."""
    m = CLOSING.search(document.text)
    return _clean(m["value"]) if m else None


def wants(document: Document) -> tuple[str, ...]:
    """What to send: `cover letter`, `cv`, `pdf`, `portfolio`, `2 pages` ..."""
    found = [name for name, pattern in WANTS if pattern.search(document.text)]
    m = next((m for m in PAGES.finditer(document.text) if not OF_ANOTHER.search(document.text, 0, m.start())), None)
    if m:
        count = (m["n"] or m["m"]).lower()
        found.append(f"{COUNT.get(count, count)} page{'' if COUNT.get(count, count) == '1' else 's'}")
    return tuple(found)
