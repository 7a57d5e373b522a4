"""What a file is, told by its content; the name decides only between kinds of text."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from pathlib import PurePath

from cvlint.loaders.errors import LoadError


class Format(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    LATEX = "latex"
    JSON = "json"
    YAML = "yaml"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    PDF = "pdf"
    DOC = "doc"
    PDF_AGAIN = "pdf-again"  # no format of a file: asks the guarded process for the second reading of a PDF
    PDF_SCAN = "pdf-scan"  # nor this: asks it for the words in the pictures of a PDF


BY_NAME = {
    ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".mdown": Format.MARKDOWN, ".qmd": Format.MARKDOWN,
    ".rmd": Format.MARKDOWN, ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML, ".tex": Format.LATEX,
    ".latex": Format.LATEX, ".json": Format.JSON, ".yaml": Format.YAML, ".yml": Format.YAML,
}  # fmt: skip
ODT_TYPES = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")
SAVE_AS = "save the CV as DOCX or PDF and check that copy."
FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a bitmap picture"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xdb\xa5", "a very old Word file"),
    (b"\xffWPC", "a WordPerfect file"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML_START = re.compile(  # each comment is taken whole, or a thousand of them would be tried in every grouping
    rb"\s*+(?:<\?xml[^>]*>\s*+)?(?:(?><!--.*?-->)\s*+)*+<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def detect(path: str, data: bytes) -> Format:
    """The format of a file. Raises `LoadError` with a sentence for what cannot be read."""
    if not data.strip(b"\0 \t\r\n"):
        raise LoadError(f"{path}: the file is empty; save the CV again and check that copy.")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip(path, data)
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(OLE):
        return _ole(path, data)
    if data.lstrip()[:5] == b"{\\rtf":
        return Format.RTF
    head = data[:8192]
    if not _is_text(head):
        what = next((name for magic, name in FOREIGN if data.startswith(magic)), None)
        if data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
            what = "a picture or film"
        if what is None:
            raise LoadError(f"{path}: the file is neither text nor a document that cvlint knows; {SAVE_AS}")
        raise LoadError(f"{path}: the file is {what}, not a document; {SAVE_AS}")
    return _text(path, head)


def _text(path: str, head: bytes) -> Format:
    """The kind of text, by content where that is plain, else by name."""
    if HTML_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Format.HTML
    if re.search(rb"^\s*\\documentclass", head, re.MULTILINE):
        return Format.LATEX
    by_name = BY_NAME.get(PurePath(path).suffix.lower(), Format.TEXT)
    if head.startswith(b"%!PS"):
        raise LoadError(f"{path}: the file is a PostScript file, not a document; {SAVE_AS}")
    return by_name


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    nulls = head.count(0)
    if nulls:
        # UTF-16 without a mark: every second byte of Latin text is null.
        odd, even = head[1::2].count(0), head[::2].count(0)
        return max(odd, even) > len(head) * 0.3 and min(odd, even) < len(head) * 0.02
    if next((True for magic, _ in FOREIGN if head.startswith(magic) and len(magic) > 2 and magic != b"%!PS"), False):
        return False
    strange = sum(head.count(bytes([b])) for b in (*range(9), *range(14, 27), *range(28, 32), 127))
    return strange <= max(2, len(head) // 50)


def _zip(path: str, data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = b""
            if "mimetype" in names:
                with archive.open("mimetype") as part:
                    kind = part.read(100)  # never without a number: the size that the file declares may be a lie
    except Exception as error:  # zipfile raises a dozen kinds on damaged files
        raise LoadError(
            f"{path}: the file is damaged or cut off (its zip container cannot be opened); "
            "open it in a word processor, save it again and check that copy."
        ) from error
    if kind.strip() in ODT_TYPES or ("content.xml" in names and "META-INF/manifest.xml" in names and not kind):
        return Format.ODT
    if any(n.startswith("word/") for n in names):
        return Format.DOCX
    foreign = {
        "xl/workbook.xml": "an Excel workbook",
        "ppt/presentation.xml": "a PowerPoint presentation",
        "Index/Document.iwa": "an Apple Pages file",
        "index.apxl": "an Apple Keynote file",
        "index.xml": "an Apple Pages file",
        "META-INF/container.xml": "an e-book",
    }
    what = next((name for part, name in foreign.items() if part in names), None)
    if what is None and kind.startswith(b"application/vnd.oasis.opendocument"):
        what = "an OpenDocument file, but not a text"
    if what is None and "_rels/.rels" in names:
        return Format.DOCX  # a package whose body lies elsewhere; the reader finds it or says so
    raise LoadError(f"{path}: the file is {what or 'a zip archive'}, not a document; {SAVE_AS}")


def _ole(path: str, data: bytes) -> Format:
    """Word 97 or a DOCX under a password: both wear the same container."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            encrypted = container.exists("EncryptedPackage") or container.exists("EncryptionInfo")
            word = container.exists("WordDocument")
    except Exception as error:  # olefile raises what its parsing meets
        raise LoadError(f"{path}: the file is a damaged Office file of the old kind; {SAVE_AS}") from error
    if encrypted:
        raise LoadError(f"{path}: the file is protected by a password; save a copy without it and check that copy.")
    if word:
        return Format.DOC
    raise LoadError(f"{path}: the file is an Office file of the old kind, but no Word text; {SAVE_AS}")
