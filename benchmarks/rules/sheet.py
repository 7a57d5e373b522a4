"""A clean CV set on pages line by line, so that a mistake can be put in before it is painted as a PDF."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from fixtures.source import Line, Source

MARGIN = 51.0
GUTTER = 20.0
SIZES = (9.2, 9.6, 10.0, 10.4, 10.8, 11.2, 11.6, 12.0, 12.6, 13.2)
OPEN = 1.3
"""How far lines may be set apart to fill a page before it looks odd."""
MAIN = re.compile(r"(?i)experience|employment|history|profile|summary|education|appointments|publications|statement")
BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}
SPACE = {"name": (0.0, 0.2), "heading": (0.9, 0.25), "job": (0.5, 0.1), "bullet": (0.0, 0.15)}
"""Free space above and below a line by its kind, in em."""


@dataclass(frozen=True)
class Piece:
    """Text on one baseline, `top` points below the upper edge of its page (counted from 0)."""

    text: str
    kind: str
    page: int
    x: float
    top: float
    size: float
    font: str
    column: int = 0

    @property
    def width(self) -> float:
        """Points from its first letter to its last."""
        return float(stringWidth(self.text, self.font, self.size))


@dataclass(frozen=True)
class Layout:
    """How a CV is set. `side` is where a sidebar stands; `breaks`: the lines of the main column that begin a page."""

    size: float = 10.0
    font: str = "Helvetica"
    side: str = ""
    breaks: tuple[int, ...] = ()
    fill: bool = False
    """Whether lines are set apart until the first page is full."""
    hyphen: str = ""
    """What stands at the end of a line whose last word is broken; empty where none is."""


@dataclass(frozen=True)
class Sheet:
    """A CV as pieces on pages of one size."""

    pieces: tuple[Piece, ...]
    width: float
    height: float

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return max(p.page for p in self.pieces) + 1

    def with_each(self, change: Callable[[Piece], Piece | Sequence[Piece]]) -> Sheet:
        """The sheet with each piece changed, left out or cut into several."""
        changed = (change(p) for p in self.pieces)
        return replace(self, pieces=tuple(q for c in changed for q in ((c,) if isinstance(c, Piece) else c)))


def columns_of(source: Source) -> tuple[list[Line], list[Line]]:
    """The lines of the main column and those that people put beside it: skills, languages, interests and the like."""
    main: list[Line] = []
    side: list[Line] = []
    here = main
    for line in source.lines:
        if line.kind == "heading":
            here = main if MAIN.search(line.texts[0]) else side
        here.append(line)
    return main, side


def main_lines(source: Source, layout: Layout) -> list[Line]:
    """The lines of the column that holds the jobs."""
    return columns_of(source)[0] if layout.side else list(source.lines)


def set_pages(source: Source, layout: Layout = Layout()) -> Sheet:
    """The CV on as many pages as it takes, or as the layout's breaks say."""
    width, height = LETTER if source.settings["locale"] in ("en-US", "en-CA") else A4
    free = width - 2 * MARGIN
    main = main_lines(source, layout)
    if not layout.side:
        return Sheet(tuple(_column(main, layout, MARGIN, free, height, 0)), width, height)
    narrow = 0.32 * free
    wide = free - narrow - GUTTER
    left, right = (MARGIN, MARGIN + narrow + GUTTER) if layout.side == "left" else (MARGIN + wide + GUTTER, MARGIN)
    beside = replace(layout, breaks=(), fill=False)
    pieces = [
        *_column(columns_of(source)[1], beside, left, narrow, height, 1),
        *_column(main, layout, right, wide, height, 0),
    ]
    return Sheet(tuple(pieces), width, height)


def fitted(source: Source, layout: Layout) -> Layout | None:
    """The layout in the largest type in which its first page holds what it should; None where none does."""
    for size in reversed(SIZES):
        tried = replace(layout, size=size, fill=True)
        sheet = set_pages(source, tried)
        if sheet.pages == len(layout.breaks) + 1 and not any(p.column and p.page for p in sheet.pieces):
            return tried
    return None


def _column(
    lines: Sequence[Line], layout: Layout, x: float, width: float, height: float, column: int
) -> Iterator[Piece]:
    starts = (0, *layout.breaks, len(lines))
    low, page = height - MARGIN, 0
    for number, (a, b) in enumerate(pairwise(starts)):
        held = [piece for line in lines[a:b] for piece in _set(line, layout, width)]
        needed = sum(step for step, _ in held)
        room = low - MARGIN
        loose = min(OPEN, room / needed) if layout.fill and number == 0 and held else 1.0
        top = MARGIN
        for step, found in held:
            if top + step * loose > low + 0.1 and top > MARGIN:
                page, top = page + 1, MARGIN
            top += step * loose
            for p in found:
                yield replace(p, page=page, x=x + p.x, top=top, column=column)
        page += 1


def _set(line: Line, layout: Layout, width: float) -> Iterator[tuple[float, list[Piece]]]:
    """The rows of a line: how far each stands below the one before, and its pieces."""
    size = layout.size * {"name": 2.0, "heading": 1.22}.get(line.kind, 1.0)
    font = BOLD[layout.font] if line.kind in ("name", "heading", "job") else layout.font
    indent = 11.0 if line.kind == "bullet" else 0.0
    above, below = (space * layout.size for space in SPACE.get(line.kind, (0.0, 0.25)))

    def piece(text: str, x: float, kind: str = line.kind, face: str = font) -> Piece:
        return Piece(text, kind, 0, x, 0.0, size, face)

    texts = [_western(text) for text in line.texts]
    first = texts[0] if line.kind != "row" else "  ".join(texts)
    dates = piece(texts[1], 0, "dates", layout.font) if line.kind == "job" and len(texts) > 1 else None
    room = width - indent - (dates.width + 10 if dates else 0)
    rows = list(_broken(first, font, size, room, layout.hyphen if line.kind in ("bullet", "paragraph") else ""))
    for k, row in enumerate(rows):
        found = [piece(row, indent)]
        if k == 0 and line.kind == "bullet":
            found.insert(0, piece("•", 1.0, "label", layout.font))
        if k == 0 and dates:
            found.append(replace(dates, x=width - dates.width))
        yield 1.28 * size + (above if k == 0 else 0) + (below if k == len(rows) - 1 else 0), found


SYLLABLE = re.compile(
    r"(?<=[a-z]{2}[aeiou])(?=[bcdfglmnprstv][aeiou][a-z]{2})|(?<=[aeiou][lmnrst])(?=[bcdfgmprst][aeiou][a-z])"
)


def _western(text: str) -> str:
    """The text in letters that every PDF font has: ū becomes u."""
    return "".join(c if c in "–—‘’“”•€" or c < "\u0100" else unicodedata.normalize("NFKD", c)[0] for c in text)


def _broken(text: str, font: str, size: float, width: float, hyphen: str) -> Iterator[str]:
    """The text in rows; with a hyphen, long words are broken between syllables where a part of them fits."""
    if not hyphen:
        yield from simpleSplit(text, font, size, width)
        return
    row = ""
    for word in text.split():
        tried = f"{row} {word}".strip()
        if stringWidth(tried, font, size) <= width:
            row = tried
            continue
        cuts = [m.start() for m in SYLLABLE.finditer(word) if word.isalpha() and len(word) > 7]
        fits = [c for c in cuts if stringWidth(f"{row} {word[:c]}-", font, size) <= width]
        if fits:
            yield f"{row} {word[: fits[-1]]}{hyphen}".strip()
            row = word[fits[-1] :]
        else:
            yield row
            row = word
    yield row


Draw = Callable[[Canvas, Piece, float], bool]
Backdrop = Callable[[Canvas, int], None]


def plainly(canvas: Canvas, piece: Piece, y: float) -> bool:
    """Paint a piece as it is."""
    canvas.setFont(piece.font, piece.size)
    canvas.drawString(piece.x, y, piece.text)
    return True


def paint(sheet: Sheet, draw: Draw = plainly, backdrop: Backdrop | None = None, **settings: Any) -> bytes:
    """The PDF of a sheet. `draw` paints what it wants in its own way and leaves the rest; `backdrop` goes first."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(sheet.width, sheet.height), invariant=1, **settings)
    for page in range(sheet.pages):
        if backdrop:
            backdrop(canvas, page)
        for piece in (p for p in sheet.pieces if p.page == page):
            if not draw(canvas, piece, sheet.height - piece.top):
                plainly(canvas, piece, sheet.height - piece.top)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
