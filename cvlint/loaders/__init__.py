"""Files to `Document`s. `load` is the one way in: it looks at the content, not the name, and never harms the file."""

from __future__ import annotations

from pathlib import Path

from cvlint.loaders.errors import LoadError
from cvlint.model.document import Document

__all__ = ["LoadError", "load", "load_text"]


def load(path: Path, data: bytes | None = None) -> Document:
    """Read a file, or `data` that goes under the name `path`.

    Raises `LoadError` with one sentence that says what the file is and what to do.
    """
    from cvlint.loaders.text import read_text

    try:
        raw = path.read_bytes() if data is None else data
    except OSError as error:
        raise LoadError(f"{path}: cannot be read ({error.strerror}).") from error
    return read_text(str(path), raw)


def load_text(text: str, name: str = "cv.txt") -> Document:
    """The document that a plain-text (or, by `name`, Markdown or HTML) string is; nothing is read from disk."""
    return load(Path(name), text.encode("utf-8"))
