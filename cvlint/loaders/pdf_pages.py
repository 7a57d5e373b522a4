"""One page of a PDF between its characters and its blocks, and what is true of all pages together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise

from cvlint.loaders.pdf_blocks import Part, Sign, furniture, parts_of
from cvlint.loaders.pdf_columns import reading_order
from cvlint.loaders.pdf_glyphs import UNKNOWN, Glyphs
from cvlint.loaders.pdf_lines import GAP, Stretch, pieces, rows, stretches
from cvlint.loaders.pdf_text import Writing
from cvlint.model.document import Mark, Notice, Segment, Story

DOTS = 400  # drawn dots of a page that are looked at
SCANNED = 0.3  # of a page covered by images: a page without text is then a scan
EDGE = 0.08  # of a page's height: where programs stamp what they scanned or numbered
BESIDE = 16.0  # points between a drawn pictogram and the word that it stands for
STAMP = 80  # characters
LONG = 5  # letters of a word whose spacing is told with some certainty
TRACKED = 0.13  # em between its letters, a little less than what other programs take for a blank


@dataclass(slots=True)
class Reading:
    """One page between its characters and its blocks."""

    glyphs: Glyphs
    rows: list[list[Stretch]] = field(default_factory=list)
    aside: list[list[list[Stretch]]] = field(default_factory=list)  # rotated text: rows for each other direction
    icons: int = 0
    dropped: list[tuple[float, float, str]] = field(default_factory=list)  # where pictograms were: x, baseline, which
    spaced: bool = False  # whether it was a matter of judgement where words end


def read_page(glyphs: Glyphs) -> Reading:
    """A page's rows of stretches; text in another direction than most of the page is kept aside."""
    reading = Reading(glyphs)
    angles = Counter(glyphs.looks[at].angle for at in glyphs.look)
    common = angles.most_common(12)
    main = common[0][0] if common and common[0][1] > 0.9 * len(glyphs.look) else 0
    for angle, _ in common:
        words, icons = pieces(_turned(glyphs, angle), angle)
        found = [stretches(row) for row in rows(words)]
        reading.icons += len(icons)
        if angle == main:
            reading.rows, reading.dropped = found, icons
        else:
            reading.aside.append(found)
    reading.spaced = any(_oddly_set(glyphs, stretch) for row in reading.rows for stretch in row)
    if glyphs.image_area > 0.7 and glyphs.look:
        _ocr_layer(glyphs)
    return reading


def _oddly_set(page: Glyphs, stretch: Stretch) -> bool:
    """Whether another program may end the words elsewhere: letters stand far apart, or words close together."""
    words = stretch.words
    if any(b.x0 - a.x1 < GAP * max(a.size, 1.0) for a, b in pairwise(words) if a.text.isalpha() and b.text.isalpha()):
        return True
    for word in words:
        if len(word.glyphs) >= LONG and word.text.isalpha():
            inked = sum(page.x1[g] - page.x0[g] for g in word.glyphs)
            if word.x1 - word.x0 - inked > TRACKED * word.size * (len(word.glyphs) - 1):
                return True
    return False


def _turned(glyphs: Glyphs, angle: int) -> Glyphs:
    """The page seen in the direction of text at `angle`, so that its lines run from left to right."""
    g = glyphs
    if angle in (0, 360):
        return g
    if 45 <= angle < 135:  # read from the bottom up
        return replace(
            g, x0=[-v for v in g.bottom], x1=[-v for v in g.top], top=g.x0, bottom=g.x1, base=_near(g.x0, g.x1, 0.8)
        )
    if 225 <= angle < 315:  # read from the top down
        return replace(
            g, x0=g.top, x1=g.bottom, top=[-v for v in g.x1], bottom=[-v for v in g.x0],
            base=[-v for v in _near(g.x0, g.x1, 0.2)],
        )  # fmt: skip
    if 135 <= angle < 225:
        return replace(
            g, x0=[-v for v in g.x1], x1=[-v for v in g.x0], top=[-v for v in g.bottom], bottom=[-v for v in g.top],
            base=[-v for v in g.base],
        )  # fmt: skip
    return g


def _near(low: list[float], high: list[float], share: float) -> list[float]:
    return [a + share * (b - a) for a, b in zip(low, high, strict=True)]


def _ocr_layer(glyphs: Glyphs) -> None:
    """Invisible text over a picture of the page is what character recognition read there, not a trick: unmark it."""
    hidden = sum(bool(glyphs.looks[at].marks & Mark.HIDDEN) for at in glyphs.look)
    if hidden > 0.9 * len(glyphs.look):
        glyphs.looks = [replace(look, marks=look.marks & ~Mark.HIDDEN, covered=True) for look in glyphs.looks]


def mark_off_page(pages: list[Glyphs]) -> None:
    """Give characters outside the page a look that says so."""
    for page in pages:
        if not page.text or (
            min(page.x1) > 0 and max(page.x0) < page.width and min(page.bottom) > 0 and max(page.top) < page.height
        ):
            continue
        twins: dict[int, int] = {}
        for i, at in enumerate(page.look):
            inside = page.x1[i] > 0 and page.x0[i] < page.width and page.bottom[i] > 0 and page.top[i] < page.height
            if inside:
                continue
            if at not in twins:
                twins[at] = len(page.looks)
                page.looks.append(replace(page.looks[at], marks=page.looks[at].marks | Mark.OFF_PAGE))
            page.look[i] = twins[at]


def parts_in_order(readings: list[Reading]) -> tuple[list[list[Part]], bool]:
    """The blocks of each page in reading order, furniture at its ends, and whether some page has columns."""
    sorted_out = furniture([r.glyphs for r in readings], [r.rows for r in readings])
    found: list[list[Part]] = []
    columns = False
    for k, reading in enumerate(readings):
        page = reading.glyphs
        regions, split = reading_order(sorted_out.body[k])
        columns = columns or split
        signs = [Sign(look, x, y) for x, y, look in page.dots[:DOTS]]
        signs += [Sign(which, x, base - 2, 3) for x, base, which in reading.dropped[:DOTS]]
        body = parts_of(page, regions, signs)
        for rotated in reading.aside:
            body += parts_of(page, reading_order([s for row in rotated for s in row])[0])
        head, foot = (parts_of(page, reading_order(s)[0]) for s in (sorted_out.header[k], sorted_out.footer[k]))
        for parts, story in ((head, Story.HEADER), (foot, Story.FOOTER)):
            for part in parts:
                part.story = story
        found.append([*head, *body, *foot])
    return found, columns


def facts_of_pages(readings: list[Reading]) -> tuple[list[Notice], set[str]]:
    """Notices and flags on scans, recognised text, pictograms and characters without a meaning."""
    flags: set[str] = set()
    notices: list[Notice] = []
    scans = [r.glyphs for r in readings if is_scan(r.glyphs)]
    blank = [r.glyphs for r in readings if is_scan(r.glyphs) or not _inked(r.glyphs)]
    if readings and len(blank) == len(readings):
        flags.add("no-text-layer")
        notices.append(
            Notice("no-text-layer", "The PDF holds no text, only pictures or shapes: a machine reads nothing here.")
        )
    elif scans:
        flags.add("part-scan")
        numbers = ", ".join(str(p.number) for p in scans)
        notices.append(Notice("part-scan", f"Page {numbers} is a picture without text and was not checked."))
    if any(look.covered for r in readings for look in r.glyphs.looks):
        flags.add("ocr-layer")
    if any(r.icons for r in readings):
        flags.add("icons")
    if any(r.spaced for r in readings):
        flags.add("spaced")
    if any(_has_unknown(r.glyphs) for r in readings):
        flags.add("unmapped")
    return notices, flags


def _inked(page: Glyphs) -> list[int]:
    """The characters of a page that are no blanks, by index."""
    return [i for i, char in enumerate(page.text) if char.strip()]


def is_scan(page: Glyphs) -> bool:
    """Whether a page is a picture: without text, or with no more than what a program stamped at its edge."""
    if page.image_area <= SCANNED:
        return False
    low, high = EDGE * page.height, (1 - EDGE) * page.height
    inked = _inked(page)
    return len(inked) <= STAMP and all(page.bottom[i] < low or page.top[i] > high for i in inked)


def own_words(readings: list[Reading]) -> frozenset[str]:
    """The longer words that stand in the file unbroken, in lower case."""
    words = (w.text.strip(".,;:!?()") for r in readings for row in r.rows for s in row for w in s.words)
    return frozenset(w.lower() for w in words if len(w) > 5 and w.isalpha())


def _has_unknown(page: Glyphs) -> bool:
    """Whether letters of the text, not pictograms, have no meaning for a machine."""
    signs = [look.icon or look.symbol for look in page.looks]
    return any(char == UNKNOWN and not signs[at] for char, at in zip(page.text, page.look, strict=True))


def with_icons(found: tuple[Segment, ...], out: Writing, readings: list[Reading]) -> tuple[Segment, ...]:
    """The segments with one of length 0 and mark ICON before the word that each pictogram stands before.

    That holds for those dropped, wherever they stood, and for those drawn that stand close before a word.
    """
    icons: list[Segment] = []
    for k, reading in enumerate(readings):
        if not reading.dropped and not reading.glyphs.signs:
            continue
        page = reading.glyphs
        placed: dict[int, list[tuple[float, int]]] = {}
        last = 0
        for i, (p, g) in enumerate(out.glyph):
            if p == k and g >= 0:
                placed.setdefault(round(page.base[g] / 8), []).append((page.x0[g], i))
                last = i + 1
        for x, base, _ in reading.dropped:
            row = round(base / 8)
            near = [(x0, i) for r in (row - 1, row, row + 1) for x0, i in placed.get(r, ()) if x0 > x - 1]
            at = min(near)[1] if near else last
            icons.append(Segment(at, at, Mark.ICON))
        for x0, top, x1, bottom in page.signs:
            row = round(bottom / 8)
            near = [(x, i) for r in (row - 1, row, row + 1) for x, i in placed.get(r, ()) if x1 - 1 < x < x1 + BESIDE]
            if near and top < page.base[out.glyph[min(near)[1]][1]] < bottom + 0.3 * (x1 - x0):
                icons.append(Segment(min(near)[1], min(near)[1], Mark.ICON))
    return tuple(sorted([*found, *icons], key=lambda s: (s.start, s.end))) if icons else found
