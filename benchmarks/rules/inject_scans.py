"""Scanned pages: pictures whose text no program reads."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial

import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.rules.built import named
from benchmarks.rules.clean import CleanCV
from benchmarks.rules.harness import FileInjector, Pair
from benchmarks.rules.sheet import Layout, Piece, paint, plainly, set_pages


def picture(pdf: bytes, page: int, dots: int = 72, mode: str = "L") -> Image.Image:
    """A page as a scanner sees it."""
    with pypdfium2.PdfDocument(pdf) as file:
        seen: Image.Image = file[page].render(scale=dots / 72).to_pil()
        return seen.convert(mode)


def as_page(canvas: Canvas, image: Image.Image, width: float, height: float) -> None:
    """The picture over the whole page."""
    canvas.drawImage(ImageReader(image), 0, 0, width, height)


def in_bands(canvas: Canvas, image: Image.Image, width: float, height: float) -> None:
    """The picture in six bands, as scanners with little memory write it."""
    for k in range(6):
        low, high = image.height * k // 6, image.height * (k + 1) // 6
        band = image.crop((0, low, image.width, high))
        canvas.drawImage(
            ImageReader(band), 0, height * (1 - high / image.height), width, height * (high - low) / image.height
        )


def in_form(canvas: Canvas, image: Image.Image, width: float, height: float) -> None:
    """The picture within a form, as programs that put PDFs together write it."""
    name = f"scan{canvas.getPageNumber()}"
    canvas.beginForm(name)
    as_page(canvas, image, width, height)
    canvas.endForm()
    canvas.doForm(name)


def on_desk(canvas: Canvas, image: Image.Image, width: float, height: float) -> None:
    """The picture in the middle of a page, as a photo of the sheet is put into a document."""
    canvas.drawImage(ImageReader(image), 0.15 * width, 0.15 * height, 0.7 * width, 0.7 * height)


def stamped(text: str) -> Callable[[Canvas, Image.Image, float, float], None]:
    """The picture over the whole page, and a line that a program sets on each page it scans or numbers."""

    def draw(canvas: Canvas, image: Image.Image, width: float, height: float) -> None:
        as_page(canvas, image, width, height)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(0.4 * width, 20, text.format(canvas.getPageNumber()))

    return draw


def scan(
    cv: CleanCV,
    rng: random.Random,
    which: Callable[[int], Sequence[int]],
    draw: Callable[[Canvas, Image.Image, float, float], None] = as_page,
    mode: str = "L",
) -> Pair | None:
    """A CV of which some pages are pictures; its like has the same pictures behind the text of those pages."""
    sheet = set_pages(cv.source, Layout(size=rng.choice((10.0, 10.8, 11.6))))
    plain = paint(sheet)
    pages = which(sheet.pages)
    if not pages or (sheet.pages == 1 and which(2) != range(2)):
        return None
    images = {page: picture(plain, page, mode=mode) for page in pages}

    def behind(canvas: Canvas, page: int) -> None:
        if page in images:
            draw(canvas, images[page], sheet.width, sheet.height)

    def hidden(canvas: Canvas, piece: Piece, y: float) -> bool:
        return piece.page in images

    def recognised(canvas: Canvas, piece: Piece, y: float) -> bool:
        text = canvas.beginText(piece.x, y)
        text.setFont(piece.font, piece.size)
        text.setTextRenderMode(3)
        text.textOut(piece.text)
        canvas.drawText(text)
        return True

    return Pair(paint(sheet, hidden, behind), paint(sheet, rng.choice((plainly, recognised)), behind))


def every(pages: int) -> Sequence[int]:
    return range(pages)


def last(pages: int) -> Sequence[int]:
    return [pages - 1]


def first(pages: int) -> Sequence[int]:
    return [0]


def scans(which: Callable[[int], Sequence[int]]) -> tuple[FileInjector, ...]:
    """Ways to scan some pages."""
    ways = {
        "grey": (as_page, "L"),
        "black and white": (as_page, "1"),
        "bands": (in_bands, "RGB"),
        "form": (in_form, "L"),
        "photo of the sheet": (on_desk, "RGB"),
        "stamped by the app": (stamped("Scanned with CamScanner"), "L"),
        "numbered": (stamped("Page {} of 2"), "L"),
    }
    return tuple(named(n, partial(scan, which=which, draw=draw, mode=mode)) for n, (draw, mode) in ways.items())


FILE_INJECTORS: dict[str, tuple[FileInjector, ...]] = {
    "AT001": scans(every),
    "AT002": (*scans(last), *scans(first)[:3]),
}
