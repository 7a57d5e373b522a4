"""Files to `Document`s. `load` is the one way in: it looks at the content, not the name, and never harms the file."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from cvlint.loaders.errors import LoadError
from cvlint.model.document import Document

if TYPE_CHECKING:
    from cvlint.loaders.guard import Limits

__all__ = ["LoadError", "load", "load_text", "warm"]

MOST_BYTES = 100 * 1024 * 1024


def load(path: Path, data: bytes | None = None, limits: Limits | None = None) -> Document:
    """Read a file, or `data` that goes under the name `path`.

    Text and Markdown are read in this process, everything else in a child process with limits on time and memory.
    Raises `LoadError` with one sentence that says what the file is and what to do.
    """
    from dataclasses import replace

    from cvlint.loaders.detect import Format, detect
    from cvlint.loaders.readers import IN_PROCESS, read

    name = str(path)
    raw = bytes_of(path) if data is None else data
    format = detect(name, raw)
    if format in IN_PROCESS:
        return read(format, name, raw)
    from cvlint.loaders.guard import GUARD, Limits

    limits = limits or Limits()
    if format is Format.DOC:
        from cvlint.loaders.doc import as_docx

        document = GUARD.read(Format.DOCX, name, as_docx(name, raw), limits)
        return replace(document, format="doc", size=len(raw), flags=document.flags | {"doc"})
    document = GUARD.read(format, name, raw, limits)
    if format is Format.PDF:
        from cvlint.loaders.pdf_again import compared, worth_comparing

        if "no-text-layer" in document.flags and document.pages:
            from cvlint.loaders.pdf_scan import recognised

            return recognised(document, raw, GUARD)
        if worth_comparing(document):
            return compared(document, raw, GUARD)
    return document


def warm() -> None:
    """Start the process that reads documents ahead of the first one, so that it is ready by then. Does not wait."""
    from cvlint.loaders.guard import GUARD

    GUARD.start()


def bytes_of(path: Path) -> bytes:
    """The bytes of a file. Raises `LoadError` for what is no file, cannot be opened or is larger than any CV."""
    try:
        if path.is_dir():
            raise LoadError(f"{path}: this is a folder; name the files in it.")
        if path.exists() and not path.is_file():
            raise LoadError(f"{path}: this is a device or a pipe, not a file; name a file.")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise LoadError(f"{path}: cannot be read ({error.strerror or type(error).__name__}).") from error
    except ValueError as error:  # a null character in the name
        raise LoadError(f"{str(path)!r}: this is no name of a file.") from error
    if len(raw) > MOST_BYTES:
        raise LoadError(f"{path}: the file is over {MOST_BYTES // 2**20} MB, more than any CV; it was not read.")
    return raw


def load_text(text: str, name: str = "cv.txt") -> Document:
    """The document that a string is under a name: the extension says plain text, Markdown or HTML. Reads no file."""
    from cvlint.loaders.detect import BY_NAME, Format
    from cvlint.loaders.readers import read

    raw = text.encode("utf-8", errors="replace")
    if not raw.strip():
        return Document(path=name, format="text", text=text.replace("\r\n", "\n").replace("\r", "\n"))
    return read(BY_NAME.get(PurePath(name).suffix.lower(), Format.TEXT), name, raw)


def bytes_of_stdin() -> bytes:
    """What standard input holds. Raises `LoadError` for more than any CV."""
    import sys

    raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise LoadError(f"standard input: over {MOST_BYTES // 2**20} MB, more than any CV; it was not read.")
    return raw
