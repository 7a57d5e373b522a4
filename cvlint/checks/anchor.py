"""Where a finding points that is about the file as a whole, and small tellings about files that several checks need."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from pathlib import PurePath

from cvlint.model.document import Document, Story
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind

MOST_SHOWN = 60
SENT = frozenset({"docx", "doc", "pdf", "odt", "rtf"})
"""The formats in which a CV is sent: of others the name and the metadata are nobody's business."""
_ACADEMIC = re.compile(
    r"\b(?:professor|lecturer|postdoc(?:toral)?|post-doctoral|doctoral (?:candidate|researcher|student)|research fellow)\b",
    re.IGNORECASE,
)


def top(document: Document) -> Span:
    """The first line of the body, where findings on the whole file stand; empty for a file without text."""
    block = next((b for b in document.blocks if b.story is Story.BODY), None) or next(iter(document.blocks), None)
    if block is None:
        return Span(0, 0)
    line = document.text.find("\n", block.start, block.end)
    return Span(block.start, min(block.end if line < 0 else line, block.start + MOST_SHOWN))


def on_file(document: Document, **data: object) -> Match:
    """A match that is about the file as a whole."""
    span = top(document)
    return Match(span.start, span.end, data=data, whole=True)


def short(text: str, most: int = 40) -> str:
    """Text as a message quotes it: on one line, cut at the end."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def file_name(document: Document) -> str:
    """The name of the file without its folder."""
    return PurePath(document.path.replace("\\", "/")).name


def is_academic(document: Document, resume: Resume) -> bool:
    """Whether the CV is of the long academic form: a list of publications and an academic post or thesis."""
    published = any(len(s.blocks) >= 3 for s in resume.of(SectionKind.PUBLICATIONS))
    return published and (bool(_ACADEMIC.search(document.text)) or bool(re.search(r"\bPh\.?D\b", document.text)))
