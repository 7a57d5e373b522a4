"""The text of a scan, recognised from its pictures by RapidOCR: an extra, used only where a PDF holds no text at all.

The recognised lines are laid out as characters on the page, so that columns, headings and boxes are found as in any
PDF. What a machine reads of the file stays nothing: the flag `no-text-layer` is kept, and `ocr` is added.
RapidOCR carries its models in its package; nothing is fetched.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from cvlint.loaders.errors import LoadError
from cvlint.loaders.pdf_glyphs import Glyphs, Look
from cvlint.model.document import Document, Mark, Notice

if TYPE_CHECKING:
    from cvlint.loaders.guard import Guard

PAGES = 8  # seconds each
DOTS_PER_INCH = 200
MOST_DOTS = 4_000  # along one side: a larger page is drawn coarser
SURE = 0.95  # a line recognised with less confidence is not proofread
SECONDS, MEMORY = 150.0, 4 << 30
NARROW, WIDE = frozenset("ijltfrI.,:;'|!()[] "), frozenset("mwMW@%—")


def missing() -> bool:
    """Whether the extra is not installed."""
    return find_spec("rapidocr") is None or find_spec("onnxruntime") is None


def recognised(document: Document, data: bytes, guard: Guard) -> Document:
    """The document with the words of its pictures, or a notice that the extra, not installed, would help."""
    from cvlint.loaders.detect import Format
    from cvlint.loaders.guard import Limits

    if missing():
        return told(document, "pip install 'cvlint-proofreader[ocr]' lets cvlint check the words in the pictures.")
    try:
        found = guard.read(Format.PDF_SCAN, document.path, data, Limits(SECONDS, MEMORY))
    except LoadError:
        return told(document, "The words in the pictures could not be recognised in time.")
    if not found.text.strip():
        return told(document, "No words were recognised in the pictures.")
    flags = document.flags | found.flags | {"ocr"}
    made = replace(found, notices=(*document.notices, *found.notices), flags=flags, images=document.images)
    return told(made, "What was checked was recognised from the pictures and may hold mistakes of the recognition.")


def told(document: Document, more: str) -> Document:
    """The document with a sentence added to its notice that there is no text."""
    notices = (replace(n, message=f"{n.message} {more}") if n.code == "no-text-layer" else n for n in document.notices)
    return replace(document, notices=tuple(notices))


def read_scan(path: str, data: bytes) -> Document:
    """What is recognised on the first pages of a PDF, in reading order and with boxes; slow (seconds a page)."""
    import pypdfium2

    from cvlint.loaders.pdf import document_of

    pdf = pypdfium2.PdfDocument(data)
    try:
        pages = [_page(pdf[k], k + 1) for k in range(min(len(pdf), PAGES))]
        notices = []
        if len(pdf) > PAGES:
            notices.append(Notice("pages-cut", f"Only the first {PAGES} of {len(pdf)} scanned pages were recognised."))
    finally:
        pdf.close()
    return document_of(path, data, pages, notices)


@cache
def _engine() -> Any:
    """RapidOCR with two threads, silent."""
    from rapidocr import RapidOCR

    threads = {"EngineConfig.onnxruntime.intra_op_num_threads": 2, "EngineConfig.onnxruntime.inter_op_num_threads": 1}
    return RapidOCR(params={"Global.log_level": "critical", **threads})


def _page(page: Any, number: int) -> Glyphs:
    """A page's recognised lines as characters."""
    import numpy

    width, height = page.get_size()
    scale = min(DOTS_PER_INCH / 72, MOST_DOTS / max(width, height, 1.0))
    drawn = page.render(scale=scale, draw_annots=False)  # a friend's highlights would blot the words out
    picture = numpy.array(drawn.to_pil().convert("RGB"))[:, :, ::-1]
    found = _engine()(picture)
    glyphs = Glyphs(number, float(width), float(height), images=1)
    if found.txts is not None and found.boxes is not None:
        for text, score, corners in zip(found.txts, found.scores, found.boxes, strict=True):
            xs, ys = [float(x) / scale for x, _ in corners], [float(y) / scale for _, y in corners]
            lay_out(glyphs, text, (min(xs), min(ys), max(xs), max(ys)), float(score) >= SURE)
    return glyphs


def lay_out(glyphs: Glyphs, text: str, area: tuple[float, float, float, float], sure: bool) -> None:
    """Add a recognised line to a page: each character gets its share of the line's area (left, top, right, bottom)."""
    left, top, right, bottom = area
    text = " ".join(text.split())
    if not text or right <= left or bottom <= top:
        return
    size = 0.72 * (bottom - top)  # the area has a margin around the letters
    look = Look("", round(size, 1), "000000", Mark.NONE if sure else Mark.NO_PROOF, 0, False, False, False)
    if look not in glyphs.looks:
        glyphs.looks.append(look)
    at = glyphs.looks.index(look)
    shares = [0.5 if c in NARROW else 1.4 if c in WIDE or c.isupper() else 1.0 for c in text]
    unit, x = (right - left) / sum(shares), left
    for char, share in zip(text, shares, strict=True):
        glyphs.text.append(char)
        glyphs.x0.append(x)
        x += share * unit
        glyphs.x1.append(x)
        glyphs.top.append(top)
        glyphs.bottom.append(bottom)
        glyphs.base.append(bottom - 0.22 * (bottom - top))
        glyphs.look.append(at)
