"""Word comments: on the exact words, or on the paragraph nearest to words that cannot hold one."""

from __future__ import annotations

import io

import pytest

from benchmarks.fixes.copies import marked_words, parts_kept, schema_kept
from cvlint.fixes.comments import CommentedCopy
from cvlint.fixes.errors import FixError
from cvlint.model.finding import Finding
from tests.fixes.planning import NOW, at, docx_read, finding, part, parts
from tests.loaders.docx_fixtures import box, docx, p, r, tbl
from tests.loaders.docx_fixtures import part as xml_part

BOLD = "<w:b/>"
PLAIN = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{0}</w:sdtContent></w:sdt>"
SDT = "<w:sdt><w:sdtPr/><w:sdtContent>{0}</w:sdtContent></w:sdt>"


def commented(data: bytes, *words: str) -> tuple[bytes, CommentedCopy]:
    document = docx_read(data)
    copy = CommentedCopy(document, data, NOW)
    return copy.write([finding(document, w, message=f"About {w}.") for w in words]), copy


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(p("Managed eight people"), "eight", id="inside-a-run"),
        pytest.param(p("Managed eight people"), "nage", id="part-of-a-word"),
        pytest.param(p("Managed eight people"), "Managed eight people", id="whole-paragraph"),
        pytest.param(p(r("Man", BOLD), r("aged eight")), "Managed", id="over-two-runs"),
        pytest.param(p('<w:r><w:t>2012</w:t><w:tab/><w:t>Analyst here</w:t></w:r>'), "Analyst", id="after-a-tab"),
        pytest.param(p(f'<w:hyperlink w:anchor="a">{r("my page here")}</w:hyperlink>'), "page", id="in-a-link"),
        pytest.param(SDT.format(p("Managed eight people")), "eight", id="in-a-block-content-control"),
        pytest.param(tbl((p("one"), p("Managed eight"))), "eight", id="in-a-cell"),
        pytest.param(p(r("Was "), SDT.format(r("Head of Sales")), r(" there")), "Sales", id="in-a-rich-control"),
        pytest.param(p(r("Was "), SDT.format(r("Head of Sales")), r(" there")), "Sales there", id="out-of-a-control"),
        pytest.param(p(r("Was "), PLAIN.format(r("Sales")), r(" there")), "Sales", id="all-of-a-plain-control"),
        pytest.param(p(r("Was "), PLAIN.format(r("Sales")), r(" there")), "Was Sales", id="to-the-end-of-a-control"),
    ],
)  # fmt: skip
def test_the_markers_stand_tightly_around_the_words(body: str, words: str) -> None:
    made, copy = commented(docx(body), words)
    assert marked_words(made) == {copy.anchored[0].comment: words}
    assert copy.anchored[0].exact
    assert docx_read(made).text == docx_read(docx(body)).text


def test_comments_may_overlap() -> None:
    made, _ = commented(
        docx(p(r("Managed ei", BOLD), r("ght people well"))), "aged eight pe", "eight", "ght", "Managed"
    )
    assert sorted(marked_words(made).values()) == sorted(["aged eight pe", "eight", "ght", "Managed"])


@pytest.mark.parametrize(
    "kind",
    [
        "<w:text/>", "<w:date/>", "<w:comboBox/>", "<w:showingPlcHdr/>", '<w:lock w:val="sdtContentLocked"/>',
        '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>',
    ],
)  # fmt: skip
def test_a_comment_stands_around_a_content_control_that_could_lose_it(kind: str) -> None:
    control = f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{r('Head of Sales')}</w:sdtContent></w:sdt>"
    made, copy = commented(docx(p(r("Was "), control, r(" there"))), "Sales")
    assert list(marked_words(made).values()) == ["Head of Sales"]
    assert (copy.anchored[0].exact, copy.anchored[0].allowed) == (False, True)


@pytest.mark.parametrize("kind", ["<w:richText/>", '<w:showingPlcHdr w:val="0"/>', '<w:lock w:val="sdtLocked"/>'])
def test_a_comment_stands_within_a_content_control_that_keeps_it(kind: str) -> None:
    control = f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{r('Head of Sales')}</w:sdtContent></w:sdt>"
    data = docx(p(r("Was "), control, r(" there")))
    made, copy = commented(data, "Sales")
    assert list(marked_words(made).values()) == ["Sales"]
    assert copy.anchored[0].exact
    assert schema_kept(data, made)


def test_a_comment_on_more_than_its_cell_is_not_called_exact() -> None:
    data = docx(tbl((p("Managed"), p("eight"))))
    document = docx_read(data)
    copy = CommentedCopy(document, data, NOW)
    copy.write([at(document, 0, document.text.index("eight") + 5)])
    assert not copy.anchored[0].exact


NOTE = '<w:footnote w:id="2"><w:p><w:r><w:t>A note</w:t></w:r></w:p></w:footnote>'
REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'


@pytest.mark.parametrize(
    ("body", "words", "host", "said"),
    [
        pytest.param(p("First") + p(r("Host"), box(p("boxed words"))), "boxed", "Host", "In a text box", id="text-box"),
        pytest.param(p("First") + p("Last") + SECTION, "head", "First", "In the header", id="header"),
        pytest.param(
            p("First") + p(r("Noted"), REFERENCE) + p("Last"), "note", "Noted", "In a footnote", id="footnote"
        ),
    ],
)
def test_where_word_has_no_comments_the_host_paragraph_gets_it(body: str, words: str, host: str, said: str) -> None:
    more: dict[str, str | bytes] = {
        "word/header1.xml": xml_part("hdr", p("The head of it")), "word/footnotes.xml": xml_part("footnotes", NOTE),
    }  # fmt: skip
    made, copy = commented(docx(body, more, h="header header1.xml", f="footnotes footnotes.xml"), words)
    assert not copy.anchored[0].exact
    assert not copy.anchored[0].allowed
    assert next(iter(marked_words(made).values())).startswith(host)
    text = "".join(part(made, "word/comments.xml").itertext())
    assert said in text
    assert words in text


def test_a_finding_without_words_gets_its_comment_too() -> None:
    data = docx(p("First") + p("Last"))
    document = docx_read(data)
    copy = CommentedCopy(document, data, NOW)
    nowhere: list[Finding] = [at(document, 0, 0), at(document, 6, 6)]
    assert len(marked_words(copy.write(nowhere))) == 2


def test_comments_that_are_there_stay_and_ids_are_unique() -> None:
    mark = '<w:commentRangeStart w:id="4"/>' + r("Old words") + '<w:commentRangeEnd w:id="4"/>'
    comment = f'<w:comment w:id="4" w:author="Ana">{p("Mine")}</w:comment>'
    data = docx(p(mark), {"word/comments.xml": xml_part("comments", comment)}, c="comments comments.xml")
    made, copy = commented(data, "words")
    assert copy.anchored[0].comment == 5
    root = part(made, "word/comments.xml")
    assert [el.get(el.tag.replace("comment", "author")) for el in root] == ["Ana", "cvlint"]


def test_word_is_told_of_the_new_part() -> None:
    import docx as python_docx

    document = python_docx.Document()
    document.add_paragraph("Managed eight people")
    out = io.BytesIO()
    document.save(out)
    made, _ = commented(out.getvalue(), "eight")
    opened = python_docx.Document(io.BytesIO(made))
    assert [(c.author, c.paragraphs[0].text) for c in opened.comments] == [("cvlint", "About eight.")]
    kept = {n: b for n, b in parts(made).items() if n not in ("word/comments.xml",)}
    assert {"[Content_Types].xml", "word/_rels/document.xml.rels"} <= set(kept)
    assert not parts_kept(out.getvalue(), made)  # content types and relations name the new part
    assert kept["word/styles.xml"] == parts(out.getvalue())["word/styles.xml"]


def test_a_file_without_a_paragraph_cannot_hold_comments() -> None:
    data = docx("")
    document = docx_read(data)
    with pytest.raises(FixError, match="no paragraph"):
        CommentedCopy(document, data, NOW).write([at(document, 0, 0)])
