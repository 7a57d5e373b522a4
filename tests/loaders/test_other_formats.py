"""HTML, ODT, RTF, LaTeX, JSON Resume and RenderCV give the text that a reader of them sees."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from cvlint.loaders import LoadError, load, load_text
from cvlint.model.document import BlockKind, Document, Mark, Story


def words(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


def looks(document: Document, text: str) -> Mark:
    at = document.text.index(text)
    return document.marks_in(next(s.span for s in document.segments if s.start <= at < s.end))


HTML = {
    "blanks collapse": ("<p>a\n  b <b> c </b>d</p>", ["a b c d"]),
    "line break": ("<p>a<br>b</p>", ["a\nb"]),
    "blocks without paragraphs": ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
    "scripts and styles": ("<style>p{}</style><p>a</p><script>x()</script>", ["a"]),
    "deleted text": ("<p>a <del>old</del><ins>new</ins></p>", ["a new"]),
    "entities": ("<p>R&amp;D &eacute; &#8211;</p>", ["R&D é –"]),
    "preformatted": ("<pre>a\n  b</pre>", ["a\n  b"]),
    "table": ("<table><tr><td>a<td>b<tr><td>c</table>", ["a", "b", "c"]),
    "list": ("<ul><li>a<li>b<ul><li>c</ul></ul>", ["a", "b", "c"]),
}


@pytest.mark.parametrize(("source", "wanted"), HTML.values(), ids=HTML)
def test_html_is_read_as_a_browser_shows_it(source: str, wanted: list[str]) -> None:
    assert words(load_text(source, "cv.html")) == wanted


LOOKS = {
    "bold": ("font-weight:700", Mark.BOLD),
    "not displayed": ("display: none", Mark.HIDDEN),
    "not visible": ("visibility:hidden", Mark.HIDDEN),
    "white": ("color:#fff", Mark.WHITE),
    "white by name, on dark": ("color:white;background:#123", Mark.NONE),
    "white on a picture": ("color:white;background:url(x.png)", Mark.NONE),
    "no colour at all": ("color:transparent", Mark.WHITE),
    "same as its ground": ("color:rgb(1,2,3);background-color:#010203", Mark.WHITE),
    "tiny": ("font-size:1px", Mark.TINY),
    "small": ("font-size:80%", Mark.NONE),
    "beside the page": ("position:absolute;left:-9999px", Mark.OFF_PAGE),
    "capitals": ("text-transform:uppercase", Mark.CAPS),
    "nothing that counts": ("margin:0;nonsense", Mark.NONE),
}


@pytest.mark.parametrize(("style", "marks"), LOOKS.values(), ids=LOOKS)
def test_html_styles_become_marks(style: str, marks: Mark) -> None:
    document = load_text(f'<p>a <span style="{style}">text</span></p>', "cv.html")
    assert looks(document, "text") == marks
    assert looks(document, "a") is Mark.NONE


def test_white_text_may_stand_on_what_a_style_sheet_draws() -> None:
    document = load_text('<style>.side{background:#123}</style><p class="side" style="color:#fff">text</p>', "cv.html")
    assert looks(document, "text") is Mark.NONE


def test_html_facts() -> None:
    document = load_text(
        '<html lang="de"><title>CV</title><meta name="author" content="Ann Lee"><h2>Work</h2><ol start="3"><li>x</ol>'
        '<p style="font-family:\'Arial\', sans-serif;font-size:12px">y <a href="mailto:a@example.org" lang="en">z</a>'
        '<ins>new</ins><img src="x"></p>',
        "cv.html",
    )
    assert (document.language, document.images) == ("de", 1)
    assert document.properties == {"title": "CV", "author": "Ann Lee"}
    assert [(b.kind, b.level, b.label) for b in document.blocks] == [
        (BlockKind.HEADING, 2, ""), (BlockKind.LIST_ITEM, 0, "3."), (BlockKind.PARAGRAPH, 0, ""),
    ]  # fmt: skip
    link = next(s for s in document.segments if s.target)
    assert (link.target, link.language, link.font, link.size) == ("mailto:a@example.org", "en", "Arial", 9)
    (revision,) = document.revisions
    assert document.text[revision.at :].startswith("new")


ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:automatic-styles>
<style:style style:name="T1" style:family="text">
<style:text-properties fo:color="#ffffff" fo:font-size="10pt"/></style:style>
</office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>gone</text:p></text:deletion>
</text:changed-region></text:tracked-changes>
<text:h text:outline-level="2">Work</text:h>
<text:p>a<text:s text:c="2"/>b<text:tab/>c <text:span text:style-name="T1">pale</text:span><text:change
 text:change-id="c1"/>
<text:a xlink:href="https://example.org">link</text:a><office:annotation><dc:creator>Ana</dc:creator><text:p>why?</text:p>
</office:annotation></text:p><text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell><text:p>y</text:p>
</table:table-cell></table:table-row></table:table>
<text:p>z<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>
</office:text></office:body></office:document-content>"""


def odt() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT)
    return out.getvalue()


@pytest.mark.parametrize("name", ["cv.odt", "renamed.docx"])
def test_odt_is_read_whatever_its_name(name: str) -> None:
    document = load(Path(name), odt())
    assert document.format == "odt"
    assert words(document) == ["Work", "a  b\tc pale link", "one", "x", "y", "z", "boxed"]
    assert [b.kind for b in document.blocks[:3]] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM]
    assert document.blocks[-1].story is Story.TEXT_BOX
    assert looks(document, "pale") is Mark.WHITE
    assert [(v.kind, v.text) for v in document.revisions] == [("deletion", "gone"), ("comment", "why?")]


RTF = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1 Georgia;}}{\colortbl;\red255\green255\blue255;}
{\info{\author Ann Lee}}{\*\generator Writer;}\f1\fs22 Caf\'e9 {\b bold} \u8211?{\cf1 pale} {\v secret}\par
{\listtext\'b7\tab}{\field{\*\fldinst{HYPERLINK "https://example.org"}}{\fldrslt link}}\par
\trowd\intbl a\cell b\cell\row\pard {\deleted gone}{\revised new} end}"""


def test_rtf() -> None:
    document = load(Path("cv.rtf"), RTF)
    assert words(document) == ["Café bold –pale secret", "link", "a", "b", "new end"]
    assert [looks(document, t) for t in ("bold", "pale", "secret", "link")] == [
        Mark.BOLD, Mark.WHITE, Mark.HIDDEN, Mark.LINK,
    ]  # fmt: skip
    assert [(b.kind, b.table, b.column) for b in document.blocks[1:4]] == [
        (BlockKind.LIST_ITEM, 0, None), (BlockKind.PARAGRAPH, 1, 0), (BlockKind.PARAGRAPH, 1, 1),
    ]  # fmt: skip
    assert document.properties == {"author": "Ann Lee"}
    assert [(v.kind, v.text) for v in document.revisions] == [("deletion", "gone"), ("insertion", "new")]
    assert (document.segments[0].font, document.segments[0].size) == ("Georgia", 11)


def test_notes_of_rtf_stand_after_the_text() -> None:
    note = rb"{\super\chftn}{\footnote\pard\plain{\super\chftn} In {\b Leeds}.{\*\unknown no}\par Both years.}"
    document = load(Path("cv.rtf"), rb"{\rtf1\ansi Fitter" + note + rb" and welder\par Baker}")
    assert words(document) == ["Fitter and welder", "Baker", "In Leeds.", "Both years."]
    assert [b.story for b in document.blocks] == [Story.BODY, Story.BODY, Story.FOOTNOTE, Story.FOOTNOTE]


LATEX = {
    "moderncv": (
        r"\name{Ann}{Lee}\begin{document}\section{Work}"
        r"\cventry{2019--2021}{Analyst}{Kowhai}{Otago}{}{Wrote \& checked.}",
        ["Ann Lee", "Work", "2019–2021\tAnalyst, Kowhai, Otago", "Wrote & checked."],
    ),
    "lists": (
        "\\begin{document}\\begin{itemize}\n\\item one % remark\n\\item 50\\% more\n\\end{itemize} after",
        ["one", "50% more", "after"],
    ),
    "accents and signs": (
        r"\begin{document}caf\'e na\"{\i}ve ``said'' --- \href{https://example.org}{here}",
        ["café naïve “said” — here"],
    ),
    "unknown commands show their text": (r"\begin{document}\vspace{2em}\mymacro{shown} {\Large Big}", ["shown Big"]),
    "altacv": (
        r"\begin{document}\cvsection{Skills}\cvevent{Analyst}{Kowhai}{2019}{Otago}",
        ["Skills", "Analyst", "Kowhai", "2019\tOtago"],
    ),
}


@pytest.mark.parametrize(("source", "wanted"), LATEX.values(), ids=LATEX)
def test_latex(source: str, wanted: list[str]) -> None:
    assert words(load_text("\\documentclass{x}\n" + source + "\n\\end{document}", "cv.tex")) == wanted


RESUME = {
    "basics": {
        "name": "Ann Lee",
        "email": "ann@example.org",
        "summary": "An analyst.",
        "location": {"city": "Dunedin"},
    },
    "work": [{"name": "Kowhai", "position": "Analyst", "startDate": "2019-02", "highlights": ["Wrote reports"]}],
    "skills": [{"name": "Data", "keywords": ["SQL", "Python"]}],
}


def test_json_resume_is_read_to_sections() -> None:
    document = load(Path("resume.json"), json.dumps(RESUME).encode())
    assert words(document) == [
        "Ann Lee", "ann@example.org | Dunedin", "Summary", "An analyst.", "Experience", "Analyst, Kowhai",
        "2019-02 – Present", "Wrote reports", "Skills", "Data: SQL, Python",
    ]  # fmt: skip
    headings = [t for b, t in zip(document.blocks, words(document), strict=True) if b.kind is BlockKind.HEADING]
    assert headings == ["Ann Lee", "Summary", "Experience", "Skills"]


RENDERCV = """cv:
  name: Ann Lee
  phone: tel:+64-21-555-012
  sections:
    experience:
      - {company: Kowhai, position: Analyst, start_date: 2019-02, end_date: 2021-03, highlights: ["Wrote **reports**"]}
    Languages:
      - {label: Native, details: "English, te reo Māori"}
"""


def test_rendercv_is_read_to_sections() -> None:
    document = load(Path("Ann_Lee_CV.yaml"), RENDERCV.encode())
    assert words(document) == [
        "Ann Lee", "+64-21-555-012", "Experience", "Analyst, Kowhai", "2019-02 – 2021-03", "Wrote reports", "Languages",
        "Native: English, te reo Māori",
    ]  # fmt: skip
    assert looks(document, "reports") is Mark.BOLD


@pytest.mark.parametrize(
    ("name", "data", "clue"),
    [
        pytest.param("x.json", b'{"name": 1}', "no JSON Resume", id="other JSON"),
        pytest.param("x.json", b'{"name": ', "no valid JSON", id="broken JSON"),
        pytest.param("x.yaml", b"name: 1", "no RenderCV", id="other YAML"),
        pytest.param("x.yaml", b"a: [", "no valid YAML in line", id="broken YAML"),
        pytest.param("x.xlsx", b"", "empty", id="empty"),
    ],
)
def test_what_is_no_cv_is_refused(name: str, data: bytes, clue: str) -> None:
    with pytest.raises(LoadError, match=clue):
        load(Path(name), data)
