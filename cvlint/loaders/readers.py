"""One reader for each format, imported only where it is used."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from cvlint.loaders.detect import Format
from cvlint.loaders.errors import LoadError
from cvlint.loaders.text import MOST_CHARACTERS
from cvlint.model.document import Document

READERS = {
    Format.TEXT: "text:read_text",
    Format.MARKDOWN: "markdown:read_markdown",
    Format.HTML: "html:read_html",
    Format.LATEX: "latex:read_latex",
    Format.JSON: "structured:read_json",
    Format.YAML: "structured:read_yaml",
    Format.DOCX: "docx:read_docx",
    Format.ODT: "odt:read_odt",
    Format.RTF: "rtf:read_rtf",
    Format.PDF: "pdf:read_pdf",
    Format.PDF_AGAIN: "pdf_again:read_again",
    Format.PDF_SCAN: "pdf_scan:read_scan",
}
IN_PROCESS = frozenset({Format.TEXT, Format.MARKDOWN})


def read(format: Format, path: str, data: bytes) -> Document:
    """The document in `data`, read in this process. Raises `LoadError`, for files nobody foresaw as well."""
    module, _, function = READERS[format].partition(":")
    try:
        document = cast(Document, getattr(import_module(f"cvlint.loaders.{module}"), function)(path, data))
    except LoadError:
        raise
    except MemoryError as error:
        raise LoadError(f"{path}: reading the file takes more memory than any CV needs; it was not read.") from error
    except RecursionError as error:
        raise LoadError(f"{path}: the file nests its parts deeper than any CV; it was not read.") from error
    except Exception as error:  # a damaged file can break any parser in any way: that must be one sentence too
        raise LoadError(
            f"{path}: the file is damaged and cannot be read as {format.upper()} ({type(error).__name__}); "
            "open it where it was written, save it again and check that copy."
        ) from error
    if len(document.text) > MOST_CHARACTERS:
        raise LoadError(
            f"{path}: the file holds {len(document.text):,} characters, more than any CV; check the CV by itself."
        )
    return document
