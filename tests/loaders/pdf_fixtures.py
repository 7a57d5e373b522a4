"""PDFs that the tests make themselves, with a page's content stream under their control."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4


def pdf(*pages: Callable[[Canvas], None], **settings: object) -> bytes:
    """A PDF whose pages are drawn by the functions given."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **settings)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def write(canvas: Canvas, x: float, top: float, text: str, size: float = 10, font: str = "Helvetica") -> None:
    """A line of text with its baseline `top` points below the upper edge."""
    canvas.setFont(font, size)
    canvas.drawString(x, HEIGHT - top, text)


def write_right(canvas: Canvas, x: float, top: float, text: str, size: float = 10) -> None:
    """A line that ends at `x`."""
    write(canvas, x - stringWidth(text, "Helvetica", size), top, text, size)


def write_lines(canvas: Canvas, x: float, top: float, lines: list[str], size: float = 10, leading: float = 13) -> float:
    """Lines below each other; returns where the next would stand."""
    for line in lines:
        write(canvas, x, top, line, size)
        top += leading
    return top


def write_tex(canvas: Canvas, x: float, top: float, text: str, size: float = 10, gap: float = 0.28) -> None:
    """A line as TeX sets it: words placed one by one, without a blank between them."""
    canvas.setFont("Helvetica", size)
    for word in text.split():
        canvas.drawString(x, HEIGHT - top, word)
        x += stringWidth(word, "Helvetica", size) + gap * size


def raw_pdf(content: bytes, fonts: bytes = b"", objects: tuple[bytes, ...] = (), page: bytes = b"") -> bytes:
    """A one-page PDF around a content stream, for what a drawing library would not write.

    `fonts` goes into the font dictionary beside `/F1` (Helvetica); `objects` follow as numbers 6, 7, ...
    """
    body = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R "
        + fonts
        + b" >> >> "
        + page
        + b" >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *objects,
    ]
    out = b"%PDF-1.7\n"
    offsets = []
    for number, item in enumerate(body, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(body) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(body) + 1, start)
