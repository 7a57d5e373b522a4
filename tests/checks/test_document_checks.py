"""Checks of files, of what machines read, and of folders, on real files where text alone cannot show them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from cvlint.checks.addressee import wrong_employer
from cvlint.checks.hygiene import hidden_text, same_person, tracked_changes
from cvlint.checks.layout import crooked_tabs, mixed_alignment, mixed_indents, mixed_spacing
from cvlint.checks.looks import family, mixed_fonts
from cvlint.config.schema import JobFiles
from cvlint.job import read_ad
from cvlint.loaders import load_text
from cvlint.loaders.docx import read_docx
from cvlint.model.document import Document, Page
from cvlint.model.finding import Match
from cvlint.resume import read_resume
from cvlint.resume.facts import Resume
from cvlint.resume.folder import Folder, folder_of, read_folder, read_signoff, role_of

Check = Callable[[Document, Resume], Iterator[Match]]
TODAY = date(2026, 6, 1)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
AD = "Title: Payroll Officer\nCompany: Harbour Foods\n\nRequirements:\n- Experience with Xero\n"


def docx(body: str) -> Document:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return read_docx("cv.docx", made.getvalue())


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


@pytest.mark.parametrize(
    ("look", "ground", "seen"),
    [
        ("<w:vanish/>", "", False),
        ('<w:color w:val="FFFFFF"/>', "", False),
        ('<w:sz w:val="2"/>', "", False),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>', "", True),
        ("<w:b/>", "", True),
    ],
    ids=["hidden", "white", "one-point", "white-on-dark", "bold"],
)
def test_text_that_nobody_sees_is_told(look: str, ground: str, seen: bool) -> None:
    document = docx(paragraph(run("Ana Tuilagi")) + paragraph(run("Buyer "), run("python leadership", look)))
    found = [document.text[m.start : m.end] for m in hidden_text(document)]
    assert found == ([] if seen else ["python leadership"])


def test_each_tracked_change_is_told_with_its_author() -> None:
    ins = f'<w:ins w:author="Rosa Lund">{run("two shops")}</w:ins>'
    gone = '<w:del w:author="Rosa Lund"><w:r><w:delText>badly</w:delText></w:r></w:del>'
    document = docx(paragraph(run("Ran "), ins) + paragraph(run("Bought milk"), gone))
    found = [(document.text[m.start : m.end], m.data["kind"], m.data["who"]) for m in tracked_changes(document)]
    assert found == [("two shops", "inserted", " by Rosa Lund"), ("milk", "deleted", " by Rosa Lund")]


def test_a_pasted_line_in_another_font_is_told_once() -> None:
    items = [f"Bought milk for {n} shops" for n in ("two", "six", "nine", "ten", "twenty")]
    body = paragraph(run("Experience")) + "".join(
        paragraph(run(f"• {t}", f'<w:rFonts w:ascii="{"Arial" if n == 3 else "Georgia"}"/>'))
        for n, t in enumerate(items)
    )
    document = docx(body)
    found = [document.text[m.start : m.end] for m in mixed_fonts(document, read_resume(document, TODAY))]
    assert found == ["Bought milk for ten shops"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lato-Regular", "Lato-BoldItalic"),
        ("TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT"),
        ("NimbusSanL-Regu", "NimbusSanL-ReguItal"),
        ("Calibri", "Calibri Light"),
    ],
)
def test_weights_of_a_font_are_one_family(one: str, other: str) -> None:
    assert family(one) == family(other)


@pytest.mark.parametrize(
    ("author", "owner", "same"),
    [
        ("Tuilagi, A.", "Ana Tuilagi", True),
        ("atuilagi", "Ana Tuilagi", True),
        ("Anna Smith", "Ana Tuilagi", False),
        ("Rosa Lund", "Ana Tuilagi ana.tuilagi", False),
        ("MEI-LING TAN", "Mei Ling Tan", True),
    ],
)
def test_who_may_be_the_author(author: str, owner: str, same: bool) -> None:
    assert same_person(author, owner) is same


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("I would love to join Harbour Foods.", None),
        ("I would love to join the Harbour Foods family.", None),
        ("I am writing to apply for the role of Payroll Officer at Harbour Foods Ltd.", None),
        ("I would like to bring my Xero and Microsoft Excel skills.", None),
        ("At Hill Dairy I was part of the Payroll Team.", None),
        ("I hope to contribute to Harbour Foods as I did at Hill Dairy.", None),
        ("I look forward to hearing from you in March.", None),
        ("I would be delighted to join Lakeside Bank.", "Lakeside Bank"),
        ("I am applying for the position of Payroll Officer at Redwood Homes.", "Redwood Homes"),
        ("I was excited to see the opening at Marks and Spencer.", "Marks and Spencer"),
        ("I would be an asset to Kauri Health.", "Kauri Health"),
        ("I wish to contribute to Te Papa.", "Te Papa"),
    ],
)
def test_the_employer_a_letter_is_written_to(sentence: str, wrong: str | None) -> None:
    letter = load_text(f"Dear Ms Lund\n\n{sentence}\n\nYours sincerely\nAna Tuilagi\n", "cover-letter.txt")
    ad = read_ad(load_text(AD, "ad.txt"))
    found = list(wrong_employer(letter, Folder(role="letter"), ad, read_resume(letter, TODAY)))
    assert [letter.text[m.start : m.end] for m in found] == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("cv.docx", "cv"),
        ("cv.pdf", "twin"),
        ("cv-master.docx", "master"),
        ("Cover Letter.docx", "letter"),
        ("job-ad.pdf", "ad"),
        ("cv.fixed.docx", None),
        ("~$cv.docx", None),
        ("photo.png", None),
        ("notes.txt", None),
    ],
)
def test_what_a_file_beside_a_cv_is(name: str, role: str | None) -> None:
    assert role_of(name, JobFiles(), None if name == "cv.docx" else "cv.docx") == role


def test_a_file_that_cannot_be_read_leaves_the_folder_whole() -> None:
    def read(name: str) -> Document | None:
        return load_text("Ana Tuilagi\nBuyer", name) if name == "cv.pdf" else None

    found = folder_of("cv.docx", ["cv.docx", "cv.pdf", "cover-letter.pdf"], JobFiles(), read, TODAY)
    assert [(s.role, s.document.path) for s in found.siblings] == [("twin", "cv.pdf")]


def test_a_folder_on_disk_with_a_sign_off(tmp_path: Path) -> None:
    cv = tmp_path / "cv.txt"
    cv.write_text("Ana Tuilagi\nBuyer\n", encoding="utf-8")
    (tmp_path / "cover-letter.txt").write_text("Dear Ms Lund\n", encoding="utf-8")
    (tmp_path / "cv.txt.signoff").write_text("sha256: 00ff\nby: Rosa Lund\non: 2026-05-01\n", encoding="utf-8")
    found = read_folder(cv, JobFiles(), lambda p: load_text(p.read_text(encoding="utf-8"), p.name), TODAY)
    assert [s.role for s in found.siblings] == ["letter"]
    assert found.signoff is not None
    assert found.signoff.by == "Rosa Lund"
    assert len(found.digest) == 64
    assert found.digest != found.signoff.sha256


def test_a_sign_off_without_a_digest_is_none() -> None:
    assert read_signoff("by: Rosa Lund\n") is None


def test_a_failed_second_reading_costs_a_notice_and_nothing_else() -> None:
    from cvlint.loaders.errors import LoadError
    from cvlint.loaders.guard import Guard
    from cvlint.loaders.pdf_again import compared

    class Failing(Guard):
        def read(self, *_: object, **__: object) -> Document:
            raise LoadError("took too long")

    document = Document("cv.pdf", "pdf", "Ana", pages=(Page(1, 595, 842, 0, 3),))
    again = compared(document, b"%PDF", Failing())
    assert again.text == "Ana"
    assert [n.code for n in again.notices] == ["read-once"]


POINT = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{}</w:pPr>'
NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/><w:pPr><w:ind w:left="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
DEEDS = ("Baked bread for the town", "Sold it at the market", "Drove the van", "Kept the books", "Trained two bakers",
         "Wrote the orders", "Met the millers")  # fmt: skip


def cv_with_list(settings: dict[int, str]) -> Document:
    """A Word CV with one list, some of whose points carry paragraph properties of their own."""
    head = paragraph(run("Ana Lee")) + paragraph(run("Experience")) + paragraph(run("Baker, Adze Ltd, 2019 – 2021"))
    points = [f"<w:p>{POINT.format(settings.get(n, ''))}{run(text)}</w:p>" for n, text in enumerate(DEEDS)]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        body = head + "".join(points)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        archive.writestr("word/numbering.xml", NUMBERING)
    return read_docx("cv.docx", made.getvalue())


@pytest.mark.parametrize(
    ("check", "settings", "told"),
    [
        pytest.param(mixed_alignment, {2: '<w:jc w:val="right"/>'}, "Drove the van", id="one point to the right"),
        pytest.param(mixed_alignment, {2: '<w:jc w:val="start"/>'}, None, id="start is left"),
        pytest.param(mixed_indents, {3: '<w:ind w:left="720"/>'}, "Kept the books", id="twice the list's indent"),
        pytest.param(mixed_indents, {3: '<w:ind w:left="370"/>'}, None, id="half a point is not seen"),
        pytest.param(mixed_indents, {3: '<w:ind w:hanging="360"/>'}, None, id="the indent of the list stays"),
        pytest.param(mixed_spacing, {4: '<w:spacing w:after="240"/>'}, "Trained two bakers", id="space within a list"),
        pytest.param(mixed_spacing, {6: '<w:spacing w:after="240"/>'}, None, id="space after a list"),
        pytest.param(mixed_spacing, {1: '<w:spacing w:line="480"/>'}, "Sold it at the market", id="double lines"),
    ],
)
def test_points_of_a_list_that_are_set_differently(check: Check, settings: dict[int, str], told: str | None) -> None:
    document = cv_with_list(settings)
    found = [document.text[m.start : m.end] for m in check(document, read_resume(document, TODAY))]
    assert found == ([told] if told else [])


def test_a_date_behind_another_tab_stop_is_told() -> None:
    def job(title: str, dates: str, stop: int) -> str:
        tabs = f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="{stop}"/></w:tabs></w:pPr>'
        return f"<w:p>{tabs}{run(title)}<w:r><w:tab/></w:r>{run(dates)}</w:p>{paragraph(run('Baked bread daily.'))}"

    jobs = [("Baker, Adze Ltd", 2019), ("Cook, Fern Inn", 2016), ("Driver, Oak Ltd", 2013), ("Clerk, Elm Ltd", 2010)]
    body = "".join(job(t, f"{y} – {y + 2}", 9020 if y != 2013 else 8700) for t, y in jobs)
    document = docx(paragraph(run("Ana Lee")) + paragraph(run("Experience")) + body)
    found = [document.text[m.start : m.end] for m in crooked_tabs(document, read_resume(document, TODAY))]
    assert found == ["2013 – 2015"]
