"""What lies behind and beside the text of a PDF page: images, filled areas, links."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cvlint.loaders.pictures import is_photo, is_sign
from cvlint.model.document import Mark

if TYPE_CHECKING:
    from cvlint.loaders.pdf_glyphs import Frame, Glyphs

OBJECTS = 20_000  # page objects looked at; a page with more is no CV
DOT = (1.2, 7.0)  # points: the size of a bullet that is drawn, not written
DEPTH = 4  # of forms within forms


def read_backdrop(page: Any, found: Glyphs, frame: Frame) -> None:
    """Count images, note links, and take the mark WHITE from text that stands on something darker."""
    import pypdfium2.raw as raw

    wanted = any(look.marks & Mark.WHITE for look in found.looks)
    fills: list[tuple[float, float, float, float, bool]] = []
    left = OBJECTS
    area = max(1.0, found.width * found.height)
    for item, kind, bounds in _objects(raw, page.raw, left):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = _placed(frame, bounds)
            share = (x1 - x0) * (y1 - y0) / area
            found.images += 1
            found.photos += is_photo(x1 - x0, y1 - y0) and share < 0.3
            found.image_area = min(1.0, found.image_area + share)  # a scanner may write a page in bands
            fills.append((x0, y0, x1, y1, False))
            _note_sign(found, x0, y0, x1, y1)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            x0, y0, x1, y1 = _placed(frame, bounds)
            if _is_dot(x1 - x0, y1 - y0):
                found.dots.append(((x0 + x1) / 2, (y0 + y1) / 2, f"{x1 - x0:.0f}x{y1 - y0:.0f}"))
            else:
                _note_sign(found, x0, y0, x1, y1)
            if wanted and not _is_dot(x1 - x0, y1 - y0) and (light := _fill(raw, item)) is not None:
                fills.append((x0, y0, x1, y1, light))
        elif wanted and kind == raw.FPDF_PAGEOBJ_SHADING:
            fills.append((*_placed(frame, bounds), False))
    if wanted:
        _unwhiten(found, fills)
    _read_links(raw, page, found, frame)


def _is_dot(width: float, height: float) -> bool:
    return DOT[0] <= width <= DOT[1] and DOT[0] <= height <= DOT[1]


def _note_sign(found: Glyphs, x0: float, top: float, x1: float, bottom: float) -> None:
    if is_sign(x1 - x0, bottom - top):
        found.signs.append((x0, top, x1, bottom))


def _objects(raw: Any, page: Any, left: int) -> Any:
    """Page objects that are no text, with their kind and bounds, forms opened; in painting order."""
    bounds = [ctypes.c_float() for _ in range(4)]
    upright: tuple[float, ...] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    stack = [(raw.FPDFPage_GetObject, page, raw.FPDFPage_CountObjects(page), 0, upright)]
    at = [0]
    while stack and left > 0:
        get, holder, count, depth, matrix = stack[-1]
        if at[-1] >= count:
            stack.pop()
            at.pop()
            continue
        item = get(holder, at[-1])
        at[-1] += 1
        left -= 1
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            continue
        if kind == raw.FPDF_PAGEOBJ_FORM:
            if depth < DEPTH:
                own = raw.FS_MATRIX()
                raw.FPDFPageObj_GetMatrix(item, own)
                inner = _times((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
                stack.append((raw.FPDFFormObj_GetObject, item, raw.FPDFFormObj_CountObjects(item), depth + 1, inner))
                at.append(0)
            continue
        if raw.FPDFPageObj_GetBounds(item, *bounds):
            yield item, kind, _moved(matrix, tuple(b.value for b in bounds))


def _times(m: tuple[float, ...], n: tuple[float, ...]) -> tuple[float, ...]:
    """The transformation that does `m`, then `n`."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _moved(m: tuple[float, ...], box: tuple[float, ...]) -> tuple[float, float, float, float]:
    """The bounds of a rectangle after a transformation."""
    xs = [m[0] * x + m[2] * y + m[4] for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [m[1] * x + m[3] * y + m[5] for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)


def _placed(frame: Frame, bounds: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = frame.place([bounds[0]], [bounds[1]], [bounds[2]], [bounds[3]])
    return x0[0], top[0], x1[0], bottom[0]


def _fill(raw: Any, item: Any) -> bool | None:
    """Whether a path's fill is (nearly) white; None where it has no fill."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(item, mode, stroke) or not mode.value:
        return None
    channels = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(item, *channels) or channels[3].value < 40:
        return None
    return min(c.value for c in channels[:3]) >= 235


def _unwhiten(found: Glyphs, fills: list[tuple[float, float, float, float, bool]]) -> None:
    """Give white characters that stand on an image or a coloured area a look without the mark."""
    if not any(not light for *_, light in fills):
        return
    twins: dict[int, int] = {}
    fills = fills[::-1]
    white = [bool(look.marks & Mark.WHITE) for look in found.looks]
    for i, at in enumerate(found.look):
        if not white[at]:
            continue
        x, y = (found.x0[i] + found.x1[i]) / 2, (found.top[i] + found.bottom[i]) / 2
        for x0, top, x1, bottom, light in fills:
            if x0 - 1 <= x <= x1 + 1 and top - 1 <= y <= bottom + 1:
                if not light:
                    if at not in twins:
                        look = found.looks[at]
                        twins[at] = len(found.looks)
                        found.looks.append(replace(look, marks=look.marks & ~Mark.WHITE))
                    found.look[i] = twins[at]
                break


def _read_links(raw: Any, page: Any, found: Glyphs, frame: Frame) -> None:
    """The page's links to addresses outside the file."""
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    rectangle = raw.FS_RECTF()
    while len(found.links) < 200 and raw.FPDFLink_Enumerate(page.raw, position, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        length = raw.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, length)
        if raw.FPDFLink_GetAnnotRect(link, rectangle):
            y0, y1 = sorted((rectangle.bottom, rectangle.top))
            placed = _placed(frame, (rectangle.left, y0, rectangle.right, y1))
            found.links.append((*placed, buffer.value.decode("utf-8", "replace")))
