"""Pictures of a CV's pages, painted in a child process with limits: a page that cannot be painted costs no run."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from cvlint.fixes.errors import FixError
from cvlint.model.picture import PagePicture

MOST_PAGES = 20
DOTS = 110
"""Dots to an inch: sharp enough to read, small enough to send."""
SECONDS = 60
MEMORY = 2 << 30
HEAD = struct.Struct("!ddQ")
START = "import sys; sys.path[:] = sys.argv[1:]; from cvlint.fixes.pictures import serve; serve()"


def pictures_of_pdf(data: bytes) -> tuple[PagePicture, ...]:
    """The first pages of a PDF as pictures. Raises `FixError` where they cannot be painted within the limits."""
    package = str(Path(__file__).resolve().parents[2])
    command = [sys.executable, "-I", "-S", "-c", START, package, *(p for p in sys.path if p and p != package)]
    try:
        done = subprocess.run(
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise FixError("The pages could not be painted; the findings are shown with the text alone.") from error
    found: list[PagePicture] = []
    at = 0
    while at + HEAD.size <= len(done.stdout):
        width, height, length = HEAD.unpack_from(done.stdout, at)
        at += HEAD.size
        found.append(PagePicture(len(found) + 1, width, height, done.stdout[at : at + length]))
        at += length
    return tuple(found)


def serve() -> None:
    """Read a PDF from standard input and write its pages to standard output: width, height, length, PNG."""
    from cvlint.loaders.worker import limit

    limit(SECONDS, MEMORY)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not end up among the answers
    paint(sys.stdin.buffer.read(), answers.write)
    answers.close()


def paint(data: bytes, write: object) -> None:
    """Paint the first pages of a PDF in this process and hand each to `write`."""
    import io

    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        width, height = float(page.get_width()), float(page.get_height())
        scale = DOTS / 72 * min(1.0, 1200 / max(width, height, 1.0))
        out = io.BytesIO()
        page.render(scale=scale, may_draw_forms=False).to_pil().convert("P", colors=128, palette=1).save(
            out, "PNG", optimize=True
        )
        if callable(write):
            write(HEAD.pack(width, height, len(out.getvalue())) + out.getvalue())
        page.close()


def pdf_of_docx(data: bytes) -> bytes | None:
    """The PDF that LibreOffice makes of a DOCX; None where it is not installed or cannot."""
    from cvlint.loaders.doc import run, soffice

    program = soffice()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="cvlint-") as folder:
        source = Path(folder, "cv.docx")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = [
            program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf",
            "--outdir", folder, str(source),
        ]  # fmt: skip
        try:
            run(command)
            return source.with_suffix(".pdf").read_bytes()
        except (OSError, subprocess.TimeoutExpired):
            return None
