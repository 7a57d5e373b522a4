"""PDF to a `Document`: PDFium's characters, our own reading order, and pdfplumber's reading as a second opinion."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from cvlint.loaders.errors import LoadError
from cvlint.loaders.pdf_accents import compose_accents
from cvlint.loaders.pdf_blocks import headings
from cvlint.loaders.pdf_glyphs import Glyphs, read_glyphs
from cvlint.loaders.pdf_pages import (
    Reading,
    facts_of_pages,
    is_scan,
    mark_off_page,
    own_words,
    parts_in_order,
    read_page,
    with_icons,
)
from cvlint.loaders.pdf_repair import lose_private_words, restore_ligatures, restore_symbols
from cvlint.loaders.pdf_text import Writing, boxes, segments, write_part
from cvlint.model.document import Document, Notice, Page

PAGES = 100  # a longer file is read to here, with a notice
CHARACTERS = 100_000  # a page
CHARACTERS_IN_ALL = 600_000


def read_pdf(path: str, data: bytes, known: Callable[[str], bool] | None = None) -> Document:
    """The text of a PDF in reading order, with blocks, a look and a box for every character.

    `known` tells whether a lower-case word exists; it decides which words broken at a line end are put together.
    Nothing is left out for being invisible: such text carries marks. `flags` holds what is true of the whole file:
    `encrypted`, `tagged`, `no-text-layer`, `part-scan`, `ocr-layer`, `icons`, `truncated`, `unmapped`,
    `unmapped-ligatures`, `columns`, `spaced` (letters or words stand at odd distances).
    `Page.second_reading` is empty here, because pdfplumber takes several times as long; see `pdf_again`.

    Raises `LoadError` with one sentence for a password, damage, or a file without pages.
    """
    pdf = _open(path, data)
    try:
        pages, notices = _pages(path, pdf)
        properties, language, flags = _facts(pdf, data)
    finally:
        pdf.close()
    word = known or (lambda text: text in _dictionary())
    for page in pages:
        compose_accents(page)
        restore_symbols(page)
        lose_private_words(page)
    restored = [restore_ligatures(page, word) for page in pages]
    if any(restored):
        flags.add("unmapped-ligatures")
    readings = [read_page(page) for page in pages]
    return _document(path, data, readings, notices, properties, language, flags, word)


def second_reading(path: str, data: bytes, pages: int = PAGES) -> tuple[str, ...]:
    """What pdfplumber reads on each page, with word gaps at 0.15 em: an independent program's view of the file.

    Takes about a tenth of a second a page. A page that pdfplumber cannot read is an empty string.
    """
    import io
    import logging

    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    found: list[str] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for page in pdf.pages[:pages]:
                try:
                    found.append(page.extract_text(x_tolerance_ratio=0.15) or "")
                except Exception:
                    found.append("")
                page.close()
    except Exception as error:
        raise LoadError(f"{path}: pdfplumber cannot read this PDF ({type(error).__name__}).") from error
    return tuple(found)


def with_second_reading(document: Document, data: bytes) -> Document:
    """The document with `Page.second_reading` filled in, in this process and without its limits."""
    texts = second_reading(document.path, data)
    pages = tuple(replace(p, second_reading=t) for p, t in zip(document.pages, texts, strict=False))
    return replace(document, pages=(*pages, *document.pages[len(pages) :]))


def document_of(path: str, data: bytes, pages: list[Glyphs], notices: list[Notice]) -> Document:
    """The document that characters found in another way make, by the same reading order, blocks and boxes."""
    readings = [read_page(page) for page in pages]
    return _document(path, data, readings, notices, {}, None, set(), lambda text: text in _dictionary())


@cache
def _dictionary() -> frozenset[str]:
    packed = files("cvlint.data").joinpath("hyphenation_words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode("ascii").split("\n"))


def _open(path: str, data: bytes) -> Any:
    """The file as a pypdfium2 document."""
    import pypdfium2

    if not data:
        raise LoadError(f"{path}: the file is empty; save the CV again and check that copy.")
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise LoadError(
                f"{path}: this PDF asks for a password; save a copy without one and check that copy."
            ) from error
        if "security" in str(error).lower():
            raise LoadError(
                f"{path}: this PDF is encrypted in a way that cannot be read; save a copy without protection."
            ) from error
        raise LoadError(
            f"{path}: this PDF is damaged or cut off; export it again from the program it was written in."
        ) from error
    if not len(pdf):
        pdf.close()
        raise LoadError(f"{path}: this PDF has no pages; export it again from the program it was written in.")
    return pdf


def _pages(path: str, pdf: Any) -> tuple[list[Glyphs], list[Notice]]:
    """The characters of each page, within the caps; what the caps left out is told."""
    import pypdfium2

    found: list[Glyphs] = []
    notices: list[Notice] = []
    left = CHARACTERS_IN_ALL
    for k in range(min(len(pdf), PAGES)):
        if left <= 0:
            break
        page = None
        try:
            page = pdf[k]
            found.append(read_glyphs(page, k + 1, min(CHARACTERS, left)))
        except pypdfium2.PdfiumError:
            notices.append(Notice("page-unreadable", f"Page {k + 1} is damaged and was not checked."))
            found.append(Glyphs(k + 1, 0.0, 0.0))
        finally:
            if page is not None:
                page.close()
        left -= len(found[-1].text)
        if found[-1].cut:
            notices.append(
                Notice("page-cut", f"Page {k + 1} holds more than {CHARACTERS} characters; the rest was not checked.")
            )
    if len(found) < len(pdf):
        notices.append(
            Notice("pages-cut", f"Only the first {len(found)} of {len(pdf)} pages were checked; the rest is too long.")
        )
    return found, notices


def _facts(pdf: Any, data: bytes) -> tuple[dict[str, str], str | None, set[str]]:
    """Metadata under plain names, the language that the file states, and flags."""
    import pypdfium2.raw as raw

    names = {"CreationDate": "created", "ModDate": "modified"}
    properties = {names.get(key, key.lower()): value for key, value in pdf.get_metadata_dict(skip_empty=True).items()}
    flags: set[str] = set()
    if raw.FPDF_GetSecurityHandlerRevision(pdf.raw) != -1:
        flags.add("encrypted")
    if raw.FPDFCatalog_IsTagged(pdf.raw):
        flags.add("tagged")
    if b"%%EOF" not in data[-2048:]:
        flags.add("truncated")
    return properties, _language(pdf), flags


def _language(pdf: Any) -> str | None:
    """The language in the file's catalogue."""
    import ctypes

    import pypdfium2.raw as raw

    ask = getattr(raw, "FPDFCatalog_GetLanguage", None)
    if ask is None:
        return None
    length = ask(pdf.raw, None, 0)
    if not 2 < length < 200:
        return None
    buffer = ctypes.create_string_buffer(length)
    ask(pdf.raw, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0") or None


def _document(
    path: str,
    data: bytes,
    readings: list[Reading],
    notices: list[Notice],
    properties: dict[str, str],
    language: str | None,
    flags: set[str],
    known: Callable[[str], bool],
) -> Document:
    pages = [r.glyphs for r in readings]
    mark_off_page(pages)
    parts, columns = parts_in_order(readings)
    headings([part for here in parts for part in here])
    out = Writing(known, own_words(readings))
    starts: list[int] = []
    for k, (page, here) in enumerate(zip(pages, parts, strict=True)):
        starts.append(len(out.chars) + (2 if out.chars and here else 0))  # after the blank line
        for part in here:
            write_part(out, page, k, part)
    text = "".join(out.chars)
    told, found = facts_of_pages(readings)
    return Document(
        path=path,
        format="pdf",
        text=text,
        blocks=tuple(out.blocks),
        segments=with_icons(segments(out, pages), out, readings),
        pages=tuple(
            Page(
                p.number,
                p.width,
                p.height,
                start,
                end,
                images=p.images,
                rotation=p.rotation,
                scanned=is_scan(p),
            )
            for p, start, end in zip(pages, starts, [*starts[1:], len(text)], strict=True)
        ),
        notices=(*notices, *told),
        properties=properties,
        flags=frozenset(flags | found | ({"columns"} if columns else set())),
        language=language,
        boxes=boxes(out, pages),
        size=len(data),
        images=sum(p.images for p in pages),
        photos=sum(p.photos for p in pages),
    )
