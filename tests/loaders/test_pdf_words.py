"""Words that a page's maker squeezed, cut, repeated or hid in a pictogram are read as a person reads them."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from cvlint.loaders.pdf import read_pdf
from cvlint.model.document import Story
from tests.loaders.pdf_fixtures import pdf, raw_pdf, write, write_lines

ACTUAL = b"/Span << /ActualText (%s) >> BDC BT /F2 12 Tf 50 800 Td (x) Tj ET EMC "
ACTUAL += b"BT /F1 11 Tf 50 770 Td (Ana Tuilagi) Tj ET"
PICTOGRAMS = b"/F2 << /Type /Font /Subtype /Type1 /BaseFont /FontAwesome /Encoding /WinAnsiEncoding >>"


@pytest.mark.parametrize("gap", [0.12, 0.14])
def test_blanks_that_tex_squeezed_part_words(gap: float) -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 50, 60, "proof")
        write(canvas, 50 + stringWidth("proof", "Helvetica", 10) + 10 * gap, 60, "readers")

    assert read_pdf("cv.pdf", pdf(draw)).text == "proof readers"


def test_one_wider_letter_gap_is_no_blank() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 50, 60, "edu")  # a heading in two colours, its halves set apart by a hair
        write(canvas, 50 + stringWidth("edu", "Helvetica", 10) + 1.0, 60, "cation")

    assert read_pdf("cv.pdf", pdf(draw)).text == "education"


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        pytest.param(b"tel:021 555 0123", True, id="number"),
        pytest.param(b"mailto:ana@example.org", True, id="address"),
        pytest.param(b"email: ", False, id="mere label"),
    ],
)
def test_what_a_pictogram_tells_is_read(told: bytes, kept: bool) -> None:
    document = read_pdf("cv.pdf", raw_pdf(ACTUAL % told, PICTOGRAMS))
    assert (told.decode().strip() in document.text) is kept
    assert "Ana Tuilagi" in document.text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Communica", "tions"], "Communications", id="cut"),
        pytest.param(["Teaching", "cation"], "Teaching\ncation", id="whole word above"),
        pytest.param(["Planning", "rosters"], "Planning\nrosters", id="two words"),
    ],
)
def test_words_that_a_narrow_cell_cuts_are_put_together(lines: list[str], expected: str) -> None:
    document = read_pdf("cv.pdf", pdf(lambda c: write_lines(c, 50, 60, lines) and None))
    assert document.text == expected


@pytest.mark.parametrize("head", ["Ana Tuilagi", "Ana Tuilagi, page 2", "Resume of Ana Tuilagi"])
def test_a_later_page_that_begins_with_the_name_has_a_running_head(head: str) -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, 50, 60, "Ana Tuilagi", 20)
        write_lines(canvas, 50, 110, ["Buyer in Apia", "Bought timber and nails for nine stores."])

    def second(canvas: Canvas) -> None:
        write(canvas, 50, 50, head)
        write_lines(canvas, 50, 120, ["Wellington", "Trained two buyers."])

    document = read_pdf("cv.pdf", pdf(first, second))
    margins = [document.text[b.start : b.end] for b in document.blocks if b.story is Story.HEADER]
    assert margins == [head]


def test_the_first_line_of_a_later_page_is_text_where_it_is_not_the_name() -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, 50, 60, "Ana Tuilagi", 20)
        write(canvas, 50, 110, "Apia, Samoa")

    document = read_pdf("cv.pdf", pdf(first, lambda c: write(c, 50, 50, "Apia, Samoa")))
    assert all(b.story is Story.BODY for b in document.blocks)


@pytest.mark.parametrize("tracking", [0.0, 0.08, 0.13, 0.16], ids=str)
def test_text_set_wide_keeps_its_words(tracking: float) -> None:
    lines = ["john.hoover@example.org", "Broadway in New York", "Fitter of boilers and pumps at the yard"]

    def draw(canvas: Canvas) -> None:
        for k, line in enumerate(lines):
            x = 60.0
            for word in line.split():  # placed one by one, without blanks
                for char in word:
                    write(canvas, x, 80 + 15 * k, char)
                    x += stringWidth(char, "Helvetica", 10) + 10 * tracking
                x += 10 * (0.28 + tracking)

    assert read_pdf("cv.pdf", pdf(draw)).text.split() == " ".join(lines).split()
