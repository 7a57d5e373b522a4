"""Highlights and notes in a PDF: on the words, on every line of them, with the file before them as it was."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from benchmarks.fixes.copies import highlighted_words, squeezed
from cvlint.fixes.align import placed
from cvlint.fixes.errors import FixError
from cvlint.fixes.highlights import with_highlights
from cvlint.fixes.pictures import pictures_of_pdf
from cvlint.loaders.detect import Format
from cvlint.loaders.readers import read
from cvlint.model.document import Document
from cvlint.model.report import FileReport, FileStatus
from tests.fixes.planning import NOW, at, finding

LINES = (
    "Mere Walker",
    "Analyst at Totara Foods since 2019",
    "Saved two hours a week for a team of",
    "nine people in all.",
)


def pdf(rotation: int = 0, shift: float = 0) -> bytes:
    out = io.BytesIO()
    page = Canvas(out, pagesize=(400, 300))
    for i, line in enumerate(LINES):
        page.drawString(60, 250 - 20 * i, line)
    page.showPage()
    page.save()
    writer = PdfWriter(io.BytesIO(out.getvalue()))
    if rotation:
        writer.pages[0].rotate(rotation)
    if shift:
        writer.pages[0].cropbox.lower_left = (shift, shift)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def pdf_read(data: bytes) -> Document:
    return read(Format.PDF, "cv.pdf", data)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("shift", [0, 20])
def test_the_highlight_covers_the_words_however_the_page_is_turned(rotation: int, shift: float) -> None:
    data = pdf(rotation, shift)
    document = pdf_read(data)
    made = with_highlights(document, data, [finding(document, "Totara Foods")], NOW)
    assert list(highlighted_words(made).values()) == ["TotaraFoods"]


def test_words_over_a_line_end_get_a_quad_on_each_line() -> None:
    data = pdf()
    document = pdf_read(data)
    start, end = document.text.index("team of"), document.text.index("people")
    made = with_highlights(document, data, [at(document, start, end + 6)], NOW)
    assert list(highlighted_words(made).values()) == ["teamofninepeople"]
    assert len(PdfReader(io.BytesIO(made)).pages[0]["/Annots"][0].get_object()["/QuadPoints"]) == 16


def test_the_note_says_what_is_wrong_and_a_finding_without_words_is_a_note_too() -> None:
    data = pdf()
    document = pdf_read(data)
    findings = [finding(document, "Saved", message="Say what."), at(document, 0, 0, message="No e-mail address.")]
    made = with_highlights(document, data, findings, NOW)
    annotations = [a.get_object() for a in PdfReader(io.BytesIO(made)).pages[0]["/Annots"]]
    assert [(a["/Subtype"], a["/Contents"].split("\n")[0]) for a in annotations] == [
        ("/Highlight", "Say what."),
        ("/Text", "No e-mail address."),
    ]
    assert made.startswith(data)
    assert pdf_read(made).text == document.text


def test_a_file_that_only_its_owner_may_change_is_read_and_copied() -> None:
    writer = PdfWriter(io.BytesIO(pdf()))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    document = pdf_read(out.getvalue())
    made = with_highlights(document, out.getvalue(), [finding(document, "Totara")], NOW)
    assert list(highlighted_words(made).values()) == ["Totara"]


def test_a_broken_file_is_one_sentence() -> None:
    document = pdf_read(pdf())
    with pytest.raises(FixError, match=r"cv\.pdf"):
        with_highlights(document, b"%PDF-1.7 broken", [finding(document, "Totara")], NOW)


def test_pictures_have_the_size_of_the_page_as_shown() -> None:
    pictures = pictures_of_pdf(pdf(rotation=90))
    assert [(p.number, round(p.width_pt), round(p.height_pt), p.png[:4]) for p in pictures] == [
        (1, 300, 400, b"\x89PNG")
    ]
    with pytest.raises(FixError):
        pictures_of_pdf(b"no PDF at all")


def test_findings_on_a_docx_find_their_words_on_the_pages_made_of_it() -> None:
    text = "\n".join((LINES[0], LINES[1], LINES[2] + " " + LINES[3])) + "\n"
    source = read(Format.TEXT, "cv.txt", text.encode())
    shown = pdf_read(pdf())
    report = FileReport(
        str(Path("cv.docx")),
        "docx",
        FileStatus.CHECKED,
        (finding(source, "Foods"), finding(source, "nine")),
        document=source,
    )
    made = placed(report, shown)
    assert made.document is not None
    for one in made.findings:
        assert one.box is not None
        where = shown.text.index(one.text)
        assert one.box == shown.box(type(one.span)(where, where + len(one.text)))
        first = made.document.boxes[4 * one.start]
        assert first == shown.boxes[4 * where]
    assert squeezed(made.document.text) == squeezed(text)
