"""Small DOCX files out of raw XML, and short ways to look at what was read of them."""

from __future__ import annotations

from cvlint.loaders.docx import read_docx
from cvlint.model.document import Document, Mark
from tools.hostile import RELS, TYPES, package

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PART = "http://schemas.openxmlformats.org/package/2006/relationships"
__all__ = ["RELS", "TYPES", "box", "docx", "looks", "p", "part", "r", "read", "rels", "tbl", "words"]


def r(text: str, rpr: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, ppr: str = "") -> str:
    """A paragraph of runs, or of one text."""
    inner = "".join(c if c.startswith("<") else r(c) for c in content)
    return f"<w:p><w:pPr>{ppr}</w:pPr>{inner}</w:p>"


def tbl(*rows: tuple[str, ...]) -> str:
    """A table of cells that hold paragraphs."""
    cells = ("".join(f"<w:tc>{c}</w:tc>" for c in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def box(inner: str, fallback: str | None = None, properties: str = "") -> str:
    """A run with a text box, and the copy of it for old programs."""
    copy = inner if fallback is None else fallback
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:spPr>{properties}</wps:spPr><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{copy}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def part(kind: str, inner: str) -> str:
    """A part with this root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{kind} {NAMES}>{inner}</w:{kind}>'


def rels(**targets: str) -> str:
    """Relations by id: `kind target`, with a leading `!` for an outside target."""
    made = ""
    for id, value in targets.items():
        kind, _, target = value.partition(" ")
        mode = ' TargetMode="External"' if kind.startswith("!") else ""
        made += f'<Relationship Id="{id}" Type="{RELATION}{kind.lstrip("!")}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{PART}">{made}</Relationships>'


def docx(inner: str, more: dict[str, str | bytes] | None = None, **targets: str) -> bytes:
    """A DOCX with this body, further parts and relations of the body."""
    extra: dict[str, str | bytes] = {"word/_rels/document.xml.rels": rels(**targets), **(more or {})}
    return package(part("document", f"<w:body>{inner}</w:body>"), extra)


def read(inner: str, more: dict[str, str | bytes] | None = None, **targets: str) -> Document:
    """What is read of such a DOCX."""
    return read_docx("cv.docx", docx(inner, more, **targets))


def words(document: Document) -> list[str]:
    """The blocks' texts."""
    return [document.text[b.start : b.end] for b in document.blocks]


def looks(document: Document, text: str) -> Mark:
    """The marks of a stretch of text, named by itself."""
    at = document.text.index(text)
    marks = {s.marks for s in document.segments if s.start < at + len(text) and at < s.end}
    assert len(marks) == 1, f"{text!r} looks more than one way"
    return marks.pop()
