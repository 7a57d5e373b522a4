"""Scans: a notice that the extra would help, or with it the recognised words at their places."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from cvlint.fixes.highlights import with_highlights
from cvlint.loaders import load
from cvlint.loaders.pdf import document_of
from cvlint.loaders.pdf_glyphs import Glyphs
from cvlint.loaders.pdf_scan import lay_out, missing
from cvlint.model.document import Mark
from cvlint.model.location import Span
from tests.fixes.planning import NOW, finding
from tests.loaders.pdf_fixtures import HEIGHT, WIDTH, pdf, write_lines

LINES = ["Marama Tane", "Fitter and welder in Otago", "Answerable for boilers and pumps"]

SIDE = ["Contact", "ana@example.org", "Wellington", "Skills", "Welding", "Soldering", "Languages", "Croatian"]
MAIN = [
    "Fitter at Harbour Works with a team of nine people on three",
    "sites, responsible for boilers, pumps and pressure vessels and",
    "for the training of two apprentices in every year, most of them",
    "at night, and with the care of a large store of parts that served",
    "the whole of the yard.",
]


def scan() -> bytes:
    """A picture of a page."""
    import pypdfium2
    from reportlab.lib.utils import ImageReader

    drawn = pypdfium2.PdfDocument(pdf(lambda c: write_lines(c, 60, 80, LINES, 12, 18)))[0].render(scale=2).to_pil()
    held = io.BytesIO()
    drawn.save(held, "PNG")
    return pdf(lambda c: c.drawImage(ImageReader(held), 0, 0, WIDTH, HEIGHT))


def test_without_the_extra_a_scan_says_what_would_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cvlint.loaders.pdf_scan.missing", lambda: True)
    document = load(Path("scan.pdf"), scan())
    assert not document.text
    assert document.flags >= {"no-text-layer"}
    assert [n.message for n in document.notices if "[ocr]" in n.message]


@pytest.mark.skipif(missing(), reason="the extra 'ocr' is not installed")
def test_with_the_extra_the_words_of_a_scan_are_read_at_their_places() -> None:
    document = load(Path("scan.pdf"), scan())
    assert document.text.split() == " ".join(LINES).split()
    assert document.flags >= {"no-text-layer", "ocr"}  # a machine still reads nothing
    assert [n.message for n in document.notices if "recognised" in n.message]
    box = document.box(Span(0, len("Marama Tane")))
    assert box is not None
    assert box.x0 == pytest.approx(60, abs=4)
    assert box.top < 80 < box.bottom


@pytest.mark.skipif(missing(), reason="the extra 'ocr' is not installed")
def test_highlights_do_not_blot_the_words_of_a_scan_out() -> None:
    data = scan()
    document = load(Path("scan.pdf"), data)
    words = [finding(document, w) for w in ("Fitter", "Otago", "boilers")]
    made = with_highlights(document, data, words, NOW)
    assert load(Path("scan.pdf"), made).text == document.text


def test_recognised_lines_are_laid_out_in_columns_and_unsure_ones_are_not_proofread() -> None:
    page = Glyphs(1, WIDTH, HEIGHT)
    for k, line in enumerate(SIDE):
        lay_out(page, line, (50, 80 + 21 * k, 50 + 6 * len(line), 94 + 21 * k), line != "Skills")
    for k, line in enumerate(MAIN):
        lay_out(page, line, (220, 75 + 13 * k, 220 + 5 * len(line), 89 + 13 * k), True)
    document = document_of("scan.pdf", b"", [page], [])
    assert document.text.split() == " ".join([*SIDE, *MAIN]).split()
    assert [document.text[b.start : b.end] for b in document.blocks][-1] == "\n".join(MAIN)
    unsure = "".join(document.text[s.start : s.end] for s in document.segments if s.marks & Mark.NO_PROOF)
    assert unsure.strip() == "Skills"
