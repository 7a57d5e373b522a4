"""Corrected copies of DOCX files: the words change, every run keeps its formatting, other parts keep their bytes."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvlint.fixes.copies import copy_of
from cvlint.loaders.package import W
from tests.fixes.planning import NOW, at, docx_read, fixed, part, parts, planned, reasons, runs
from tests.loaders.docx_fixtures import box, docx, p, r, tbl
from tests.loaders.docx_fixtures import part as xml_part

BOLD, ITALIC = "<w:b/>", "<w:i/>"


@pytest.mark.parametrize(
    ("body", "old", "new", "expected"),
    [
        pytest.param(
            p(r("ten years exper", BOLD), r("iance in care")), "experiance", "experience",
            [("b", "ten years exper"), ("", "ience in care")], id="changed-letter-in-the-second-run",
        ),
        pytest.param(
            p(r("Man", BOLD), r("a", ITALIC), r("gment of it")), "Managment", "Management",
            [("b", "Man"), ("i", "a"), ("", "gement of it")], id="over-three-runs",
        ),
        pytest.param(
            p(r("the "), r("big", BOLD), r(" hous")), "the big hous", "a big house",
            [("", "a "), ("b", "big"), ("", " house")], id="unchanged-bold-word-between-two-changes",
        ),
        pytest.param(
            p(r("ab", BOLD), r("cd", ITALIC)), "abcd", "xyz",
            [("b", "xyz"), ("i", "")], id="all-new-goes-to-the-first-run",
        ),
        pytest.param(
            p(r("B.Tech", BOLD), r(" 2012")), "B.Tech", "B.Tech.", [("b", "B.Tech."), ("", " 2012")], id="added",
        ),
        pytest.param(p(r("in in it")), "in in", "in", [("", "in it")], id="taken-away"),
        pytest.param(
            p(r("one"), r("  ", BOLD), r("two")), "  ", " ", [("", "one"), ("b", " "), ("", "two")], id="blanks",
        ),
    ],
)  # fmt: skip
def test_formatting_stays(body: str, old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert runs(fixed(docx(body), (old, new))) == expected


def test_blanks_at_the_end_of_a_run_are_preserved() -> None:
    made = fixed(docx("<w:p><w:r><w:t>Kept the recrds</w:t></w:r></w:p>"), ("recrds", "records "))
    assert 'xml:space="preserve">Kept the records </w:t>' in parts(made)["word/document.xml"].decode()


def test_both_copies_of_a_text_box_are_changed() -> None:
    made = fixed(docx(p(box(p("Responsable for it")))), ("Responsable", "Responsible"))
    assert [t.text for t in part(made).iter(f"{{{W}}}t")] == ["Responsible for it"] * 2


def test_tables_links_and_headers_are_changed() -> None:
    link = '<w:hyperlink w:anchor="x">' + r("my portfollio") + "</w:hyperlink>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    data = docx(
        tbl((p("Liase with"),)) + p(link) + section, {"word/header1.xml": xml_part("hdr", p("Curiculum vitae"))},
        h="header header1.xml",
    )  # fmt: skip
    made = fixed(data, ("Liase", "Liaise"), ("portfollio", "portfolio"), ("Curiculum", "Curriculum"))
    assert docx_read(made).text.split() == ["Curriculum", "vitae", "Liaise", "with", "my", "portfolio"]


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{0}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("body", "old", "new", "reason"),
    [
        pytest.param(p(r("Analyst"), "<w:r><w:tab/></w:r>", r("2012")), "t\t2", "t 2", "tab", id="tab"),
        pytest.param(p(r("one"), "<w:r><w:br/></w:r>", r("two")), "e\nt", "e t", "line break", id="line-break"),
        pytest.param(p(r("one")) + p(r("two")), "e\nt", "e t", "line break", id="paragraph-end"),
        pytest.param(p(FIELD.format(r("15 Januray"))), "Januray", "January", "field", id="field"),
        pytest.param(
            p(
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("[Yuor name]")
                + "</w:sdtContent></w:sdt>"
            ),
            "Yuor", "Your", "placeholder", id="placeholder",
        ),
        pytest.param(p(r("one two")), "one two", "one\ttwo", "tab", id="the-new-text-has-a-tab"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused(body: str, old: str, new: str, reason: str) -> None:
    assert reason in reasons(docx(body), old, new)[0]


def test_a_fix_that_leaves_the_tab_alone_is_made_beside_it() -> None:
    made = fixed(docx(p(r("Anlyst"), "<w:r><w:tab/></w:r>", r("2012"))), ("Anlyst\t2012", "Analyst\t2012"))
    assert docx_read(made).text == "Analyst\t2012\n"


def test_other_parts_keep_their_bytes_compression_and_order() -> None:
    data = docx(p("a msitake"), {"word/media/image1.png": b"\x89PNG" + bytes(500), "customXml/item1.xml": "<a/>"})
    made = fixed(data, ("msitake", "mistake"))
    old, new = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(made))
    assert old.namelist() == new.namelist()
    assert new.testzip() is None
    for before, after in zip(old.infolist(), new.infolist(), strict=True):
        if before.filename != "word/document.xml":
            assert old.read(before) == new.read(after)
            assert (before.CRC, before.compress_size, before.date_time) == (
                after.CRC,
                after.compress_size,
                after.date_time,
            )


def test_python_docx_opens_a_copy() -> None:
    import docx as python_docx

    document = python_docx.Document()
    paragraph = document.add_paragraph("I recie")
    paragraph.add_run("ved it").bold = True
    out = io.BytesIO()
    document.save(out)
    made = python_docx.Document(io.BytesIO(fixed(out.getvalue(), ("recieved", "received"))))
    assert [(run.text, run.bold) for run in made.paragraphs[0].runs] == [("I recei", None), ("ved it", True)]


LOOKS = ("", BOLD, ITALIC, BOLD + ITALIC)
words = st.text(alphabet="abcé ü.-'", min_size=1, max_size=12)
pieces = st.lists(st.tuples(words, st.sampled_from(LOOKS)), min_size=1, max_size=8)


def looks(data: bytes) -> list[tuple[str, str]]:
    return [(c, look) for look, text in runs(data) for c in text]


@settings(deadline=None, max_examples=120)
@given(pieces, st.data())
def test_any_change_over_any_runs_changes_just_its_text(cut: list[tuple[str, str]], draw: st.DataObject) -> None:
    data = docx(p("x") + p(*(r(text, look) for text, look in cut)) + p("y"))
    document = docx_read(data)
    start = draw.draw(st.integers(0, len(document.text) - 1))
    end = draw.draw(st.integers(start, min(len(document.text), start + 15)))
    new = draw.draw(st.text(alphabet="abxyz ", max_size=8))
    for tracked in (False, True):
        plan = planned(document, data, at(document, start, end, new), tracked=tracked)
        made = copy_of(document, data, NOW if tracked else None).write(plan)
        assert docx_read(made).text == plan.applied(document.text)
        if plan.edits and not tracked:
            before, after = looks(data), looks(made)
            lead = sum(1 for c in document.text[:start] if c != "\n")
            trail = sum(1 for c in document.text[end:] if c != "\n")
            assert before[:lead] == after[:lead]
            assert before[len(before) - trail :] == after[len(after) - trail :]


def test_a_copy_without_changes_is_the_same_file() -> None:
    data = docx(p("nothing to see"))
    document = docx_read(data)
    assert copy_of(document, data).write(planned(document, data)) == data


def test_the_namespace_of_strict_files_is_kept() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>a msitake</w:t></w:r></w:p></w:body></w:document>'
    made = fixed(docx("", {"word/document.xml": body}), ("msitake", "mistake"))
    assert part(made).findtext(f".//{{{strict}}}t") == "a mistake"
