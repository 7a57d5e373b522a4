"""The second reading of a PDF: pdfplumber's, asked of the guarded process once the first has succeeded.

It takes four times as long as the first, so only files are read twice whose looks promise a difference: columns,
pictograms, odd spacing, characters without a meaning. What goes wrong in it never costs the first reading.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cvlint.loaders.errors import LoadError
from cvlint.model.document import Document, Notice, Page

if TYPE_CHECKING:
    from cvlint.loaders.guard import Guard

SIGNS = frozenset({"columns", "icons", "spaced", "unmapped", "unmapped-ligatures"})
PAGES = 4
CHARACTERS = 30_000
SECONDS = 3.0


def worth_comparing(document: Document) -> bool:
    """Whether two programs are likely to read this file differently, and it is short enough to find out."""
    return bool(SIGNS & document.flags) and len(document.text) <= CHARACTERS and len(document.pages) <= 2 * PAGES


def read_again(path: str, data: bytes) -> Document:
    """A document that holds nothing but the second reading of each page, of the first `PAGES`."""
    from cvlint.loaders.pdf import second_reading

    readings = second_reading(path, data, PAGES)
    return Document(path, "pdf", "", pages=tuple(Page(n, 0, 0, 0, 0, text) for n, text in enumerate(readings, 1)))


def compared(document: Document, data: bytes, guard: Guard) -> Document:
    """The document with `Page.second_reading` filled in, or a notice that says why it is not."""
    from cvlint.loaders.detect import Format
    from cvlint.loaders.guard import Limits

    try:
        again = guard.read(Format.PDF_AGAIN, document.path, data, Limits(seconds=SECONDS))
    except LoadError:
        told = Notice("read-once", "A second program could not read this PDF in time: the readings were not compared.")
        return replace(document, notices=(*document.notices, told))
    texts = {page.number: page.second_reading for page in again.pages}
    pages = tuple(replace(page, second_reading=texts.get(page.number, "")) for page in document.pages)
    return replace(document, pages=pages)
