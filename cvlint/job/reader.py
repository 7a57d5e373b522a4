"""From the text of an ad to what it asks for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from cvlint.job import about, guard
from cvlint.job.candidates import formal_in, in_piece
from cvlint.job.found import Found
from cvlint.job.headings import Part
from cvlint.job.merging import merged
from cvlint.job.pieces import Piece, pieces
from cvlint.job.reading import rows_of
from cvlint.model.document import Document
from cvlint.model.job import JobAd, RequirementKind

GATES = frozenset(
    {RequirementKind.REGISTRATION, RequirementKind.LICENCE, RequirementKind.RIGHT_TO_WORK, RequirementKind.LANGUAGE}
)
"""What an ad asks for even among its boilerplate."""


def read(document: Document) -> JobAd:
    """The ad that a document is; with notices and no requirements where it is none."""
    reason = guard.refuse(document)
    if reason is not None:
        return JobAd(path=document.path, text=document.text, notices=(reason,))
    cut, dropped = guard.drop_navigation(document.text, pieces(document))
    notices = (guard.SOME_NAVIGATION.format(lines=dropped),) if dropped else ()
    found: list[Found] = []
    for words, rows, piece in rows_of(document, cut):
        if piece.heading or _is_title(document, piece):
            continue
        if not _left_out(piece):
            found += in_piece(document.text, words, rows, piece)
        elif piece.asking:
            found += [f for f in formal_in(document.text, piece) if f.kind in GATES]
    return JobAd(
        path=document.path,
        text=document.text,
        title=about.title(document, cut),
        employer=about.employer(document),
        requirements=tuple(merged(document, found)),
        boilerplate_lines=_boilerplate(cut),
        place=about.place(document),
        closing=about.closing(document),
        wants=about.wants(document),
        notices=notices,
    )


def _left_out(piece: Piece) -> bool:
    return piece.part.boilerplate and not (piece.wants and piece.part in (Part.BENEFITS, Part.APPLY))


def _is_title(document: Document, piece: Piece) -> bool:
    """Whether a piece is the ad's labelled title or employer, or its first line."""
    line = document.text[document.line_span(piece.line).start : piece.start]
    if (
        re.search(r"\b(?:title|company|employer|location)\s*:", line, re.IGNORECASE)
        and len(line) < 200
        and "escription" not in line
    ):
        return True
    first = len(document.text) - len(document.text.lstrip())
    return (
        piece.line == document.line_at(first)
        and "\n" in document.text.strip()
        and len(document.text[piece.start : piece.end].split()) <= 14
    )


def _boilerplate(cut: Iterable[Piece]) -> tuple[int, ...]:
    """Lines all of whose pieces are boilerplate."""
    by_line: dict[int, list[bool]] = defaultdict(list)
    for piece in cut:
        by_line[piece.line].append(_left_out(piece) and not piece.heading)
    return tuple(sorted(line for line, flags in by_line.items() if all(flags)))
