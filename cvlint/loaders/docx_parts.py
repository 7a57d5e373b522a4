"""Text that a DOCX shows from parts beside the body: diagrams, charts, and files embedded whole (`w:altChunk`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cvlint.loaders.docx_styles import A
from cvlint.loaders.errors import LoadError
from cvlint.loaders.package import Package
from cvlint.model.document import Document

DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
HTML = ("text/html", "application/xhtml+xml")
MOST_LABELS = 2_000


def drawn_text(root: Any) -> Iterator[str]:
    """The lines that a diagram (SmartArt) or chart shows, in the order of the file; nothing for other parts."""
    if root is None:
        return
    if root.tag == CHART + "chartSpace":
        yield from _chart(root)
        return
    for point in root.iter(DGM + "pt"):
        if point.get("type") in ("pres", "parTrans", "sibTrans"):
            continue
        yield from _paragraphs(point)


def _chart(root: Any) -> Iterator[str]:
    """Titles, labels, and the names of series and categories, each name once; numbers are drawn, not written."""
    seen: set[str] = set()
    for el in root.iter(f"{{{A}}}p", CHART + "strCache"):
        if el.tag == CHART + "strCache":
            texts = [v.text or "" for v in el.iter(CHART + "v")]
        else:
            texts = ["".join(t.text or "" for t in el.iter(f"{{{A}}}t"))]
        for text in texts:
            if text.strip() and text not in seen and len(seen) < MOST_LABELS:
                seen.add(text)
                yield text


def _paragraphs(el: Any) -> Iterator[str]:
    for p in el.iter(f"{{{A}}}p"):
        yield "".join(t.text or "" for t in p.iter(f"{{{A}}}t"))


def embedded(package: Package, name: str) -> Document | None:
    """What is read of a file that stands in the body as a whole; None where its kind is not read, or it is damaged.

    An embedded DOCX is read without the files embedded in it in turn.
    """
    from cvlint.loaders.detect import Format, detect
    from cvlint.loaders.html import read_html
    from cvlint.loaders.rtf import read_rtf
    from cvlint.loaders.text import read_text

    try:
        data = package.read(name)
        if name.lower().endswith((".mht", ".mhtml", ".eml")):
            return read_html(package.path, _page_of(data))
        match detect(name, data):
            case Format.HTML:
                return read_html(package.path, data)
            case Format.RTF:
                return read_rtf(package.path, data)
            case Format.TEXT:
                return read_text(package.path, data)
            case Format.DOCX:
                from cvlint.loaders.docx import Reading

                return Reading(Package(package.path, data), nested=True).document()
            case _:
                return None
    except LoadError as error:
        if "unpacks to" in str(error) or "entities" in str(error):
            raise
        return None


def _page_of(data: bytes) -> bytes:
    """The HTML page of a web archive (MHTML)."""
    import email
    import email.policy

    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in HTML:
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b""
    return b""
