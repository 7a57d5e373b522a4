"""How a PDF is set: columns, the distances of words and letters, broken words, where pages end."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from benchmarks.rules.built import ways
from benchmarks.rules.clean import CleanCV
from benchmarks.rules.harness import FileInjector, Pair
from benchmarks.rules.sheet import Layout, Piece, Sheet, fitted, main_lines, paint, plainly, set_pages


def columns(
    cv: CleanCV, rng: random.Random, side: str, order: Callable[[Piece], tuple[float, ...]], size: float
) -> Pair:
    """A sidebar beside the jobs, painted in some order."""
    wrong = set_pages(cv.source, Layout(side=side, size=size))
    wrong = replace(wrong, pieces=tuple(sorted(wrong.pieces, key=order)))
    return Pair(paint(wrong), paint(set_pages(cv.source, Layout(size=size))))


def main_first(piece: Piece) -> tuple[float, ...]:
    return (piece.column,)


def side_first(piece: Piece) -> tuple[float, ...]:
    return (-piece.column,)


def across(piece: Piece) -> tuple[float, ...]:
    return (piece.page, piece.top, piece.x)


def tracked(cv: CleanCV, rng: random.Random, kinds: Sequence[str], wide: float, side: str) -> Pair:
    """Letters of some lines set so wide apart that some programs take the gaps for blanks."""
    sheet = set_pages(cv.source, Layout(size=9.0, side=side))

    def draw(much: float) -> Callable[[Canvas, Piece, float], bool]:
        def spaced(canvas: Canvas, piece: Piece, y: float) -> bool:
            if piece.kind not in kinds:
                return False
            canvas.setFont(piece.font, piece.size * (1 - 1.2 * wide))
            canvas.drawString(piece.x, y, piece.text, charSpace=much * piece.size)
            return True

        return spaced

    return Pair(paint(sheet, draw(wide)), paint(sheet, draw(0.04)))


def squeezed(cv: CleanCV, rng: random.Random, gap: float, side: str) -> Pair:
    """Words placed one by one, as TeX does it, so close that some programs run them together."""
    sheet = set_pages(cv.source, Layout(side=side))

    def draw(much: float) -> Callable[[Canvas, Piece, float], bool]:
        def placed(canvas: Canvas, piece: Piece, y: float) -> bool:
            if piece.kind not in ("bullet", "paragraph"):
                return False
            x = piece.x
            for word in piece.text.split():
                x += plainly(canvas, replace(piece, text=word, x=x), y) * replace(piece, text=word).width
                x += much * piece.size
            return True

        return placed

    return Pair(paint(sheet, draw(gap)), paint(sheet, draw(0.27)))


def hyphenated(
    cv: CleanCV, rng: random.Random, hyphen: str, side: str, size: float, font: str = "Helvetica"
) -> Pair | None:
    """Words broken at the ends of lines."""
    layout = Layout(side=side, size=size, font=font, hyphen=hyphen)
    wrong = set_pages(cv.source, layout)
    if not any(p.text.endswith(hyphen) and p.kind in ("bullet", "paragraph") for p in wrong.pieces):
        return None
    return Pair(paint(wrong), paint(set_pages(cv.source, replace(layout, hyphen=""))))


def running(text: str, at_top: bool = False) -> Callable[[Sheet], Sheet]:
    """A line at the foot or the head of each page."""

    def add(sheet: Sheet) -> Sheet:
        name = sheet.pieces[0].text if sheet.pieces[0].kind == "name" else "Curriculum vitae"
        top = 30.0 if at_top else sheet.height - 24
        lines = (
            Piece(text.format(name=name, page=n + 1, pages=sheet.pages), "running", n, 51, top, 8, "Helvetica")
            for n in range(sheet.pages)
        )
        return replace(sheet, pieces=(*sheet.pieces, *lines))

    return add


Furniture = Callable[[Sheet], Sheet]


def bare(sheet: Sheet) -> Sheet:
    return sheet


def spilled(cv: CleanCV, rng: random.Random, over: int, side: str, furniture: Furniture) -> Pair | None:
    """A last page with a few lines on it; its like has a good part of a page there."""
    lines = main_lines(cv.source, Layout(side=side))
    few, many = (Layout(side=side, breaks=(n,)) for n in (len(lines) - over, len(lines) // 2))
    sheets = [set_pages(cv.source, layout) for layout in (fitted(cv.source, few), fitted(cv.source, many)) if layout]
    if len(sheets) < 2:
        return None
    wrong, right = (paint(furniture(sheet)) for sheet in sheets)
    return Pair(wrong, right)


def _ends_low(sheet: Sheet) -> bool:
    """Whether the heading that ends the main column of the first page stands at the foot."""
    main = [p for p in sheet.pieces if p.page == 0 and p.column == 0 and p.kind != "running"]
    return max(p.top for p in main) > 0.8 * sheet.height


def orphaned(cv: CleanCV, rng: random.Random, side: str, font: str, furniture: Furniture) -> Pair | None:
    """A heading at the foot of a page, its text on the next; its like has the heading there as well."""
    lines = main_lines(cv.source, Layout(side=side))
    heads = [n for n, line in enumerate(lines) if line.kind == "heading" and n > len(lines) // 3]
    rng.shuffle(heads)
    for n in heads:
        made = [fitted(cv.source, Layout(side=side, font=font, breaks=(k,))) for k in (n + 1, n)]
        sheets = [furniture(set_pages(cv.source, layout)) for layout in made if layout]
        if len(sheets) == 2 and _ends_low(sheets[0]):
            return Pair(paint(sheets[0]), paint(sheets[1]))
    return None


MOST = {"en-NZ": 3, "en-AU": 5, "en-ZA": 3}
"""Pages that are usual where it is not two."""


def many_pages(cv: CleanCV, rng: random.Random, over: int, side: str, furniture: Furniture) -> Pair | None:
    """More pages than are usual; its like has as many as are."""
    if "academic" in cv.source.settings["role"]:
        return None
    most, lines = MOST.get(cv.locale, 2), main_lines(cv.source, Layout(side=side))

    def made(pages: int) -> bytes:
        breaks = tuple(len(lines) * k // pages for k in range(1, pages))
        return paint(furniture(set_pages(cv.source, Layout(side=side, breaks=breaks, size=11))))

    return Pair(made(most + over), made(most))


FOOT, HEAD = running("{name} – page {page} of {pages}"), running("{name}, curriculum vitae", at_top=True)

FILE_INJECTORS: dict[str, tuple[FileInjector, ...]] = {
    "AT003": ways(
        tracked,
        headings=(("heading", "name"), 0.2, ""),
        jobs=(("job",), 0.17, ""),
        points=(("bullet",), 0.18, ""),
        headings_beside_columns=(("heading", "name"), 0.22, "left"),
        points_beside_columns=(("bullet",), 0.17, "right"),
    )
    + ways(squeezed, close=(0.13, ""), close_in_columns=(0.125, "left")),
    "AT004": ways(
        columns,
        left=("left", side_first, 10.0),
        left_after_main=("left", main_first, 9.6),
        left_across=("left", across, 9.8),
        right=("right", main_first, 10.0),
        right_before_main=("right", side_first, 10.6),
        right_across=("right", across, 9.2),
    ),
    "AT014": ways(
        hyphenated,
        one_column=("-", "", 10.0),
        one_column_large=("-", "", 11.6),
        soft_hyphen=("\xad", "left", 10.0),
        sidebar=("-", "left", 10.0),
        sidebar_right=("-", "right", 9.2, "Times-Roman"),
        narrow=("-", "left", 11.6),
    ),
    "DO010": ways(
        many_pages,
        one_more=(1, "", bare),
        two_more=(2, "", FOOT),
        sidebar=(1, "left", HEAD),
    ),
    "DO011": ways(
        spilled,
        one_line=(1, "", bare),
        two_lines=(2, "", FOOT),
        three_lines=(3, "", HEAD),
        line_beside=(1, "left", bare),
        two_lines_beside=(2, "right", FOOT),
    ),
    "DO019": ways(
        orphaned,
        plain=("", "Helvetica", bare),
        above_a_footer=("", "Times-Roman", FOOT),
        below_a_header=("", "Helvetica", HEAD),
        beside=("left", "Helvetica", bare),
        beside_with_footer=("right", "Times-Roman", FOOT),
    ),
}
