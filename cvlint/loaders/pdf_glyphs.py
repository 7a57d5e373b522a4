"""The characters of a PDF page with box, baseline, font, size, colour and visibility, straight from PDFium.

PDFium is asked through function pointers of our own that take addresses as numbers: whole pages are then read by
`map` into one buffer per quantity, without a Python object for every call. That is what keeps the reading as quick
as a plain loop over pypdfium2's own functions although far more is asked.
"""

from __future__ import annotations

import ctypes
import math
import re
import struct
import unicodedata
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import compress, repeat
from typing import Any, TypeAlias

from cvlint.model.document import Mark

UNKNOWN = "\ufffd"
PICTOGRAMS = re.compile(r"awesome|icon|fontello|glyphs|academicons|entypo|typicons|materialdesign|linea", re.I)
SYMBOLS = re.compile(r"wingdings|webdings|symbol|dingbats|OpenSymbol|MarVoSym|CMSY", re.I)
BOLD = re.compile(r"bold|black|heavy|semibold|demi|CMBX|[a-z]-?Bd\b|SFBX|Medi\b", re.I)
LIGHT = re.compile(r"light|thin|regular|roman|book|normal", re.I)  # names that outweigh PDFium's guess at the weight
ITALIC = re.compile(r"italic|oblique|slanted|CMTI|SFTI|[a-z]-?It\b|ReguItal", re.I)
# Font (address), font size, colour and text matrix as bytes, painted or not, render mode, furniture or not.
Raw: TypeAlias = tuple[int | None, float, bytes, int, int, bool]
TINY = 2.6  # points: below this a reader sees a line, not letters
ARTIFACT = "Artifact\0".encode("utf-16-le")
WHITE = 243  # of 255 in every channel


@dataclass(frozen=True, slots=True)
class Look:
    """What the characters of one text object share. `size` is points on the page, `angle` degrees anticlockwise."""

    font: str
    size: float
    colour: str
    marks: Mark
    angle: int
    icon: bool
    symbol: bool
    artifact: bool
    covered: bool = False


@dataclass(slots=True)
class Glyphs:
    """The characters of one page in the order of the content stream; parallel lists, points from the top left.

    `base` is the baseline, `look` an index into `looks`. Blanks are kept as `" "`; what PDFium makes up is not.
    """

    number: int
    width: float
    height: float
    rotation: int = 0
    text: list[str] = field(default_factory=list)
    x0: list[float] = field(default_factory=list)
    x1: list[float] = field(default_factory=list)
    top: list[float] = field(default_factory=list)
    bottom: list[float] = field(default_factory=list)
    base: list[float] = field(default_factory=list)
    look: list[int] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    codes: dict[int, int] = field(default_factory=dict)  # what the file has where there is no meaning
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)
    dots: list[tuple[float, float, str]] = field(default_factory=list)  # middle and shape of small drawings: bullets
    signs: list[tuple[float, float, float, float]] = field(default_factory=list)  # drawings as large as a pictogram
    images: int = 0
    photos: int = 0  # images of the size and shape of a photo
    image_area: float = 0.0  # the images' share of the page
    cut: bool = False  # more characters than the cap
    _bold: list[bool] = field(default_factory=list)

    @property
    def bold(self) -> list[bool]:
        """Which looks are bold."""
        if len(self._bold) != len(self.looks):
            self._bold = [Mark.BOLD in look.marks for look in self.looks]
        return self._bold


class Calls:
    """PDFium's functions, taking page and buffers as plain addresses."""

    def __init__(self) -> None:
        import pypdfium2.raw as raw

        address, number, real = ctypes.c_void_p, ctypes.c_int, ctypes.c_double

        def call(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
            where = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value or 0
            made: Callable[..., Any] = ctypes.PYFUNCTYPE(result, *arguments)(where)
            return made

        self.room = ctypes.create_string_buffer(40)  # four channels, six numbers of a matrix
        self.room_at = ctypes.addressof(self.room)
        self.name = ctypes.create_string_buffer(32)
        self.name_at = ctypes.addressof(self.name)
        self.length = ctypes.c_ulong()
        self.length_at = ctypes.addressof(self.length)
        self.code = call("FPDFText_GetUnicode", ctypes.c_uint, address, number)
        self.generated = call("FPDFText_IsGenerated", number, address, number)
        self.unmapped = call("FPDFText_HasUnicodeMapError", number, address, number)
        self.owner = call("FPDFText_GetTextObject", address, address, number)
        self.loose = call("FPDFText_GetLooseCharBox", number, address, number, address)
        self.tight = call("FPDFText_GetCharBox", number, address, number, address, address, address, address)
        self.origin = call("FPDFText_GetCharOrigin", number, address, number, address, address)
        self.matrix = call("FPDFText_GetMatrix", number, address, number, address)
        self.size = call("FPDFText_GetFontSize", real, address, number)
        self.weight = call("FPDFText_GetFontWeight", number, address, number)
        self.colour = call("FPDFText_GetFillColor", number, address, number, address, address, address, address)
        self.mode = call("FPDFTextObj_GetTextRenderMode", number, address)
        self.font = call("FPDFTextObj_GetFont", address, address)
        self.font_name = call("FPDFFont_GetBaseFontName", ctypes.c_size_t, address, address, ctypes.c_size_t)
        self.font_flags = call("FPDFFont_GetFlags", number, address)
        self.mark_count = call("FPDFPageObj_CountMarks", number, address)
        self.mark = call("FPDFPageObj_GetMark", address, address, ctypes.c_ulong)
        self.mark_name = call("FPDFPageObjMark_GetName", number, address, address, ctypes.c_ulong, address)


@cache
def calls() -> Calls:
    """The function pointers, made once a process."""
    return Calls()


@dataclass(frozen=True, slots=True)
class Frame:
    """How PDF coordinates of a page become points from its top left corner as it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def place(
        self, x0: list[float], y0: list[float], x1: list[float], y1: list[float]
    ) -> tuple[list[float], list[float], list[float], list[float]]:
        """Left, top, right, bottom of rectangles given by their lower left and upper right corners."""
        if self.rotation == 90:
            return (
                [y - self.bottom for y in y0],
                [x - self.left for x in x0],
                [y - self.bottom for y in y1],
                [x - self.left for x in x1],
            )
        if self.rotation == 180:
            return (
                [self.right - x for x in x1],
                [y - self.bottom for y in y0],
                [self.right - x for x in x0],
                [y - self.bottom for y in y1],
            )
        if self.rotation == 270:
            return (
                [self.top - y for y in y1],
                [self.right - x for x in x1],
                [self.top - y for y in y0],
                [self.right - x for x in x0],
            )
        return (
            [x - self.left for x in x0],
            [self.top - y for y in y1],
            [x - self.left for x in x1],
            [self.top - y for y in y0],
        )


def read_glyphs(page: Any, number: int, cap: int) -> Glyphs:
    """Every character of a pypdfium2 page, up to `cap`; nothing is left out for being invisible."""
    import pypdfium2.raw as raw

    rotation = int(page.get_rotation())
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, box)
    frame = Frame(box.left, box.bottom, box.right, box.top, rotation)
    found = Glyphs(number, float(page.get_width()), float(page.get_height()), rotation)
    textpage = page.get_textpage()
    try:
        total = int(textpage.count_chars())
        found.cut = total > cap
        _read_text(found, ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0, min(total, cap), frame)
    finally:
        textpage.close()
    from cvlint.loaders.pdf_backdrop import read_backdrop

    read_backdrop(page, found, frame)
    return found


def _read_text(found: Glyphs, page: int, count: int, frame: Frame) -> None:
    """Fill the parallel lists from a text page's address."""
    if not count:
        return
    ask = calls()
    pages, every = repeat(page), range(count)
    codes = list(map(ask.code, pages, every))
    made_up = list(map(ask.generated, pages, every))
    unmapped = list(map(ask.unmapped, pages, every))
    owners = list(map(ask.owner, pages, every))
    loose = _fill(ask.loose, page, count, "f", 4, together=True)
    tight = _fill(ask.tight, page, count, "d", 4)
    origin = _fill(ask.origin, page, count, "d", 2)
    keep = [made != 1 and code not in (13, 10) for made, code in zip(made_up, codes, strict=True)]
    left, right, low, high = (list(compress(tight[k::4], keep)) for k in range(4))
    l_left, l_high, l_right, l_low = (list(compress(loose[k::4], keep)) for k in range(4))
    found.x0, found.top, found.x1, found.bottom = frame.place(
        [(a if a < b or b >= c else b) for a, b, c in zip(l_left, left, right, strict=True)],
        [a if a < b else b for a, b in zip(l_low, low, strict=True)],
        [a if a > b else c for a, b, c in zip(l_right, l_left, right, strict=True)],
        [a if a > b else b for a, b in zip(l_high, high, strict=True)],
    )
    xs, ys = (list(compress(origin[k::2], keep)) for k in range(2))
    found.base = frame.place(xs, ys, xs, ys)[1]
    looks: dict[int, int] = {}
    made: dict[Raw, int] = {}
    text, look = found.text, found.look
    for i, owner, code, lost in compress(zip(every, owners, codes, unmapped, strict=True), keep):
        at = looks.get(owner)
        if at is None:
            seen = _ask(ask, page, i, owner or 0)
            at = made.get(seen)
            if at is None:
                at = made[seen] = len(found.looks)
                found.looks.append(_look(ask, seen, frame.rotation, ask.weight(page, i)))
            looks[owner] = at
        look.append(at)
        if lost == 1:
            found.codes[len(text)] = code
            text.append(UNKNOWN)
        else:
            text.append(_character(code))


def _fill(
    function: Callable[..., Any], page: int, count: int, kind: str, each: int, together: bool = False
) -> Sequence[float]:
    """What a function writes for every character: `each` numbers a character, in one flat list."""
    buffer = array(kind, bytes(array(kind).itemsize * count * each))
    start, width = buffer.buffer_info()[0], buffer.itemsize
    end = start + count * each * width
    parts = 1 if together else each
    places = (range(start + k * width, end + k * width, each * width) for k in range(parts))
    deque(map(function, repeat(page), range(count), *places), maxlen=0)
    return buffer.tolist()


@cache
def _character(code: int) -> str:
    """A code point as text: compatibility forms resolved, hyphens restored, blanks plain, controls empty."""
    if code == 0 or code == 0xFFFD or 0xD800 <= code <= 0xDFFF:
        return UNKNOWN
    # PDFium's sign for a hyphen at a line end; the soft hyphen shown as one; what XeTeX writes for any hyphen.
    if code in (2, 0xFFFE, 0xAD, 0x2010, 0x2011):
        return "-"
    if code in (0xA0, 9, 0x3000) or 0x2000 <= code <= 0x200A or code == 0x202F:
        return " "
    if code < 32 or 0x7F <= code < 0xA0:
        return UNKNOWN
    if code in (0x200B, 0x200C, 0x200D, 0xFEFF, 0x2060, 0x200E, 0x200F):
        return ""
    char = chr(code)
    if 0xFB00 <= code <= 0xFB06 or 0xFF01 <= code <= 0xFF5E or 0x132 <= code <= 0x133 or 0x1D400 <= code <= 0x1D7FF:
        return unicodedata.normalize("NFKC", char)
    return char


def _ask(ask: Calls, page: int, i: int, owner: int) -> Raw:
    """What PDFium says of the text object that holds character `i`."""
    at = ask.room_at
    ask.matrix(page, i, at + 16)
    painted = ask.colour(page, i, at, at + 4, at + 8, at + 12)
    return (
        ask.font(owner) if owner else None,
        ask.size(page, i),
        ctypes.string_at(at, 32),
        painted,
        ask.mode(owner) if owner else 0,
        ask.mark_count(owner) > 0 and _is_artifact(ask, owner) if owner else False,
    )


def _look(ask: Calls, seen: Raw, rotation: int, weight: int) -> Look:
    """What a raw answer means."""
    font, points, packed, painted, mode, artifact = seen
    red, green, blue, alpha, a, b, c, d = struct.unpack("4I4f", packed)
    if not painted:
        red, green, blue, alpha = 0, 0, 0, 255
    scale = math.hypot(c, d) or math.hypot(a, b) or 1.0
    size = abs(points) * scale
    angle = round(math.degrees(math.atan2(b, a)) - rotation) % 360 if (a or b) else 0
    name, flags = _font(ask, font)
    marks = Mark.NONE
    if BOLD.search(name) or (weight >= 700 and name and not LIGHT.search(name)):
        marks |= Mark.BOLD
    if ITALIC.search(name) or (flags > 0 and flags & 64):
        marks |= Mark.ITALIC
    if mode == 3 or (alpha == 0 and mode in (0, 4)):
        marks |= Mark.HIDDEN
    if 0 < size < TINY:
        marks |= Mark.TINY
    if min(angle, 360 - angle) > 2:
        marks |= Mark.ROTATED
    if mode in (0, 4) and min(red, green, blue) >= WHITE:
        marks |= Mark.WHITE  # taken back where something dark lies behind it
    return Look(
        name,
        round(size, 2),
        f"{red & 255:02X}{green & 255:02X}{blue & 255:02X}",
        marks,
        angle,
        bool(PICTOGRAMS.search(name)),
        bool(SYMBOLS.search(name)),
        artifact,
    )


def _font(ask: Calls, font: int | None) -> tuple[str, int]:
    """A font's name without the subset prefix, and its flags."""
    if not font:
        return "", 0
    buffer = ctypes.create_string_buffer(256)
    ask.font_name(font, ctypes.addressof(buffer), 256)
    name = buffer.value.decode("utf-8", "replace")
    return (name[7:] if len(name) > 7 and name[6] == "+" else name), int(ask.font_flags(font))


def _is_artifact(ask: Calls, owner: int) -> bool:
    """Whether the file itself marks a text object as page furniture."""
    for k in range(ask.mark_count(owner)):
        ask.mark_name(ask.mark(owner, k), ask.name_at, 32, ask.length_at)
        if ask.name.raw[:18] == ARTIFACT:
            return True
    return False
