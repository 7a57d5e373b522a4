"""A copy of a PDF with a highlight and a note on the words of each finding. The pages themselves stay as they are."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cvlint.fixes.errors import FixError
from cvlint.fixes.remarks import AUTHOR, remark
from cvlint.model.document import Document
from cvlint.model.finding import Finding, Severity
from cvlint.model.location import Box

COLOURS = {Severity.ERROR: "ffa8a8", Severity.WARNING: "ffe066", Severity.INFO: "a5d8ff"}
PRINTED = 4
"""The annotation flag that lets a note be printed."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's visible box in the PDF's own coordinates, and how far it is turned clockwise when shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def quad(self, box: Box) -> tuple[float, float, float, float]:
        """The lower left and upper right corner of a box, which is given in points from the top left as shown."""
        if self.rotation == 90:
            return self.left + box.top, self.bottom + box.x0, self.left + box.bottom, self.bottom + box.x1
        if self.rotation == 180:
            return self.right - box.x1, self.bottom + box.top, self.right - box.x0, self.bottom + box.bottom
        if self.rotation == 270:
            return self.right - box.bottom, self.top - box.x1, self.right - box.top, self.top - box.x0
        return self.left + box.x0, self.top - box.bottom, self.left + box.x1, self.top - box.top


def line_boxes(document: Document, finding: Finding) -> list[Box]:
    """A box for each line that a finding's words stand on, in order; empty where they have no glyphs."""
    lines: list[Box] = []
    if not document.boxes:
        return lines
    fresh = True
    for i in range(finding.start, min(finding.end, len(document.text))):
        x0, top, x1, bottom = document.boxes[4 * i : 4 * i + 4]
        if document.text[i] == "\n":
            fresh = True
        if x0 != x0 or document.text[i].isspace():
            continue
        here = Box(document.page_at(i) or 1, x0, top, x1, bottom)
        if lines and not fresh and _on_line(lines[-1], here):
            lines[-1] = lines[-1].union(here)
        else:
            lines.append(here)
        fresh = False
    return lines


def _on_line(line: Box, box: Box) -> bool:
    """Whether a glyph stands on the same line as those before it, and not in another column."""
    shared = min(line.bottom, box.bottom) - max(line.top, box.top)
    height = min(line.bottom - line.top, box.bottom - box.top)
    near = box.x0 - line.x1 < 6 * max(height, 1) and box.x0 >= line.x0 - height
    return line.page == box.page and near and shared > 0.3 * height


def with_highlights(document: Document, data: bytes, findings: Sequence[Finding], when: datetime) -> bytes:
    """The PDF in `data`, with the findings marked; those without a place on a page are notes on the first page.

    Raises `FixError` where the file cannot be written.
    """
    try:
        writer, whole = _writer(data)
        _annotate(writer, document, findings, when)
        out = io.BytesIO()
        writer.write(out)
    except FixError:
        raise
    except Exception as error:  # a damaged file can break the writer in any way: that must be one sentence
        raise FixError(
            f"{document.path}: the PDF could not be copied with notes ({type(error).__name__}); "
            "print it to a new PDF and review that."
        ) from error
    made = out.getvalue()
    if whole and not made.startswith(data):
        raise FixError(f"{document.path}: the PDF could not be copied unchanged; print it to a new PDF.")
    return made


def _writer(data: bytes) -> tuple[Any, bool]:
    """A writer that appends to the file as it is, or to a clone of an encrypted one; whether it appends."""
    import logging

    from pypdf import PdfReader, PdfWriter

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    reader = PdfReader(io.BytesIO(data))
    if not reader.is_encrypted:
        return PdfWriter(io.BytesIO(data), incremental=True), True
    if not reader.decrypt(""):
        raise FixError("the PDF is protected by a password; save a copy without it and review that copy.")
    return PdfWriter(clone_from=reader), False


def _annotate(writer: Any, document: Document, findings: Sequence[Finding], when: datetime) -> None:
    loose = 0
    for finding in findings:
        lines = line_boxes(document, finding)
        if not lines:
            _note(writer, finding, loose, when)
            loose += 1
        for page in sorted({line.page for line in lines}):
            _highlight(writer, finding, [b for b in lines if b.page == page], when)


def _highlight(writer: Any, finding: Finding, boxes: Sequence[Box], when: datetime) -> None:
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject

    number = boxes[0].page - 1
    frame = frame_of(writer.pages[number])
    quads = [frame.quad(box) for box in boxes]
    points = [v for x0, y0, x1, y1 in quads for v in (x0, y1, x1, y1, x0, y0, x1, y0)]
    rect = (
        min(q[0] for q in quads), min(q[1] for q in quads), max(q[2] for q in quads), max(q[3] for q in quads),
    )  # fmt: skip
    colour = COLOURS[finding.severity]
    made = Highlight(
        rect=rect,
        quad_points=ArrayObject([FloatObject(round(v, 3)) for v in points]),
        highlight_color=colour,
        printing=True,
        title_bar=AUTHOR,
    )
    _say(made, finding, when)
    made.update(_appearance(writer, quads, rect, colour))
    writer.add_annotation(page_number=number, annotation=made)


def _note(writer: Any, finding: Finding, index: int, when: datetime) -> None:
    """A note in the margin of the first page, for what concerns no words in particular."""
    from pypdf.annotations import Text

    frame = frame_of(writer.pages[0])
    x0, y0, x1, y1 = frame.quad(Box(1, 6, 6 + 22 * index, 24, 24 + 22 * index))
    made = Text(text="", rect=(x0, y0, x1, y1), title_bar=AUTHOR, flags=PRINTED)
    _say(made, finding, when)
    writer.add_annotation(page_number=0, annotation=made)


def _say(annotation: Any, finding: Finding, when: datetime) -> None:
    from pypdf.generic import NameObject, TextStringObject

    said = remark(finding)
    annotation[NameObject("/Contents")] = TextStringObject("\n".join(said))
    annotation[NameObject("/M")] = TextStringObject(when.strftime("D:%Y%m%d%H%M%SZ"))


def _appearance(
    writer: Any, quads: Sequence[tuple[float, float, float, float]], rect: Sequence[float], colour: str
) -> dict[Any, Any]:
    """How the highlight is painted, for programs that do not paint one themselves; letters stay dark."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject

    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    paint = [f"/pen gs {red:.3f} {green:.3f} {blue:.3f} rg"]
    paint += [f"{x0:.3f} {y0:.3f} {x1 - x0:.3f} {y1 - y0:.3f} re f" for x0, y0, x1, y1 in quads]
    pen = DictionaryObject({NameObject("/BM"): NameObject("/Multiply"), NameObject("/Type"): NameObject("/ExtGState")})
    form = DecodedStreamObject()
    form.set_data("\n".join(paint).encode())
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject([FloatObject(round(v, 3)) for v in rect]),
            NameObject("/Resources"): DictionaryObject(
                {NameObject("/ExtGState"): DictionaryObject({NameObject("/pen"): pen})}
            ),
        }
    )
    normal = DictionaryObject({NameObject("/N"): writer._add_object(form)})
    return {NameObject("/AP"): normal}


def frame_of(page: Any) -> Frame:
    """The frame of a pypdf page."""
    box, media = page.cropbox, page.mediabox
    left, bottom = max(float(box.left), float(media.left)), max(float(box.bottom), float(media.bottom))
    right, top = min(float(box.right), float(media.right)), min(float(box.top), float(media.top))
    return Frame(left, bottom, right, top, int(page.rotation) % 360)


def quads_of(page: Any) -> Iterator[tuple[str, list[tuple[float, float, float, float]]]]:
    """What the highlights of a pypdf page say, and the corners of their rectangles, as they stand in the file."""
    for reference in page.get("/Annots") or ():
        annotation = reference.get_object()
        if annotation.get("/Subtype") == "/Highlight" and annotation.get("/T") == AUTHOR:
            points = [float(v) for v in annotation["/QuadPoints"]]
            rects = []
            for i in range(0, len(points), 8):
                xs, ys = points[i : i + 8 : 2], points[i + 1 : i + 8 : 2]
                rects.append((min(xs), min(ys), max(xs), max(ys)))
            yield str(annotation.get("/Contents") or ""), rects
