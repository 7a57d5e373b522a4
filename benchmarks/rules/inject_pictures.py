"""Photos, and pictograms in place of words, in a PDF."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PIL import Image, ImageDraw
from pypdf.generic import DictionaryObject, NameObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.rules.built import ODD, private, retold, spoilt, tableless, ways
from benchmarks.rules.clean import CleanCV
from benchmarks.rules.harness import FileInjector, Pair
from benchmarks.rules.sheet import Layout, Piece, Sheet, paint, set_pages


def face(width: int = 180, height: int = 220) -> Image.Image:
    """A portrait, more or less."""
    made = Image.new("RGB", (width, height), (188, 204, 220))
    pen = ImageDraw.Draw(made)
    pen.ellipse((0.3 * width, 0.15 * height, 0.7 * width, 0.6 * height), fill=(224, 184, 156))
    pen.ellipse((0.1 * width, 0.65 * height, 0.9 * width, 1.4 * height), fill=(52, 73, 94))
    return made


def sign() -> Image.Image:
    """A pictogram."""
    made = Image.new("RGB", (48, 48), (255, 255, 255))
    ImageDraw.Draw(made).ellipse((6, 6, 42, 42), fill=(31, 56, 100))
    return made


Put = tuple[Image.Image, float, float, float, float]
"""A picture, its left, top, width and height in points."""
Pictures = Callable[[Sheet], Sequence[Put]]


def photo(cv: CleanCV, rng: random.Random, put: Pictures, beside: Pictures, side: str) -> Pair:
    """A portrait on the first page; its like has the other pictures alone."""
    sheet = set_pages(cv.source, Layout(side=side))

    def behind(pictures: Sequence[Put]) -> Callable[[Canvas, int], None]:
        def draw(canvas: Canvas, page: int) -> None:
            for image, x, top, width, height in pictures if page == 0 else ():
                canvas.drawImage(ImageReader(image), x, sheet.height - top - height, width, height)

        return draw

    others = beside(sheet)
    return Pair(paint(sheet, backdrop=behind([*others, *put(sheet)])), paint(sheet, backdrop=behind(others)))


def no_pictures(sheet: Sheet) -> Sequence[Put]:
    return []


def signs(sheet: Sheet) -> Sequence[Put]:
    """Pictograms as pictures beside the contact lines."""
    return [(sign(), 36, top, 9, 9) for top in (80, 100, 120, 140)]


def ruler(sheet: Sheet) -> Sequence[Put]:
    """A line below the head that is a picture."""
    return [(sign(), 51, 112, sheet.width - 102, 1.5)]


def ground(sheet: Sheet) -> Sequence[Put]:
    """A picture behind the whole page."""
    return [(Image.new("RGB", (60, 84), (246, 246, 240)), 0, 0, sheet.width, sheet.height)]


def portrait(width: float, height: float) -> Callable[[Sheet], Sequence[Put]]:
    return lambda sheet: [(face(), sheet.width - 40 - width, 36, width, height)]


INSET = 66.0
PutSign = Callable[[Canvas, str, Piece, float], None]
WORDS = {"phone": "Phone: ", "mail": "Email: "}


def details(line: str) -> list[tuple[str, str]]:
    """The telephone numbers and e-mail addresses of a line of the head, each after its kind."""
    bare = (re.sub(r"^(?:Phone|Email): ", "", text) for text in line.split(" | "))
    return [("mail" if "@" in t else "phone", t) for t in bare if "@" in t or re.fullmatch(r"[+\d() -]{9,}", t)]


def items(sheet: Sheet) -> Iterator[tuple[Piece, str]]:
    """The details of the head, each with its kind."""
    for piece in sheet.pieces:
        for kind, text in details(piece.text) if piece.kind == "contact" else ():
            yield replace(piece, text=text), kind


def with_signs(sheet: Sheet, put: PutSign, words: bool, below: bool) -> bytes:
    """The CV with a sign before each detail, with or without the word that it stands for."""
    held = list(items(sheet))
    top = held[0][0].top
    rest = sheet.with_each(lambda p: () if p.kind == "contact" and details(p.text) else p)
    rest = rest.with_each(lambda p: replace(p, top=p.top + 14 * len(held)) if p.page == 0 and p.top > top else p)
    signed: dict[Piece, str] = {}
    for k, (piece, kind) in enumerate(held):
        right, down = (0, 14 * k) if below else (190 * k, 0)
        here = replace(piece, x=INSET + right, top=top + down)
        signed[replace(here, text=(WORDS[kind] if words else "") + here.text)] = kind

    def draw(canvas: Canvas, piece: Piece, y: float) -> bool:
        if piece in signed:
            put(canvas, signed[piece], replace(piece, x=piece.x - 14), y)
        return False

    return paint(replace(rest, pieces=(*signed, *rest.pieces)), draw)


def by_font(sign_of: dict[str, str], font: str) -> PutSign:
    """A sign that is a letter of some font."""

    def put(canvas: Canvas, kind: str, piece: Piece, y: float) -> None:
        canvas.setFont(font, piece.size)
        canvas.drawString(piece.x, y, sign_of[kind])

    return put


def by_picture(canvas: Canvas, kind: str, piece: Piece, y: float) -> None:
    """A sign that is a small picture."""
    canvas.drawImage(ImageReader(sign()), piece.x, y - 1, 9, 9)


def by_path(canvas: Canvas, kind: str, piece: Piece, y: float) -> None:
    """A sign that is drawn."""
    path = canvas.beginPath()
    path.moveTo(piece.x, y)
    path.curveTo(piece.x + 1, y + 6, piece.x + 4, y + 8, piece.x + 9, y + 8)
    path.lineTo(piece.x + 6, y)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def awesome(font: DictionaryObject) -> None:
    """The odd font as a font of pictograms."""
    font[NameObject("/BaseFont")] = NameObject("/ABCDEF+FontAwesome5Free-Solid")
    retold(font, lambda char: chr(0xF000 + ord(char)))


def awesome_tableless(font: DictionaryObject) -> None:
    """The same without a table."""
    font[NameObject("/BaseFont")] = NameObject("/ABCDEF+FontAwesome")
    tableless(font)


def nobody(font: DictionaryObject) -> None:
    """Nothing spoilt."""


LETTER_SIGNS = {"phone": "P", "mail": "M"}
DINGBATS = {"phone": "☎", "mail": "✉"}


def icons(
    cv: CleanCV,
    rng: random.Random,
    put: PutSign,
    spoil: Callable[[DictionaryObject], None] = nobody,
) -> Pair | None:
    """Signs in place of the words Phone and Email; its like has both."""
    sheet = set_pages(cv.source)
    if not any(items(sheet)):
        return None
    below = rng.random() < 0.5
    wrong, right = (spoilt(with_signs(sheet, put, words, below), spoil) for words in (False, True))
    return Pair(wrong, right)


FILE_INJECTORS: dict[str, tuple[FileInjector, ...]] = {
    "AT009": ways(
        icons,
        awesome=(by_font(LETTER_SIGNS, ODD), awesome),
        awesome_without_a_table=(by_font(LETTER_SIGNS, ODD), awesome_tableless),
        private_letters=(by_font(LETTER_SIGNS, ODD), private),
        dingbats=(by_font(DINGBATS, "ZapfDingbats"),),
        pictures=(by_picture,),
        drawn=(by_path,),
    ),
    "CT017": ways(
        photo,
        corner=(portrait(78, 96), no_pictures, ""),
        sidebar=(portrait(120, 120), no_pictures, "right"),
        stamp=(portrait(56, 70), no_pictures, ""),
        with_signs=(portrait(78, 96), signs, ""),
        with_a_ruler=(portrait(78, 96), ruler, ""),
        on_a_ground=(portrait(90, 110), ground, "left"),
    ),
}
