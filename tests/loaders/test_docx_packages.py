"""Packages that other readers refuse are read, and what cannot be read is refused in one sentence."""

from __future__ import annotations

import io
import zipfile

import pytest

from cvlint.loaders import LoadError
from cvlint.loaders.docx import read_docx
from cvlint.loaders.package import STRICT_NAMES
from cvlint.model.document import Story
from tests.loaders.docx_fixtures import RELS, TYPES, docx, p, part, read, rels, words
from tools.hostile import package

BODY = part("document", f"<w:body>{p('still read')}</w:body>")


def other_main(name: str, types: str = TYPES, root: str = RELS) -> bytes:
    """A package whose main part has another name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", types.replace("/word/document.xml", f"/{name}"))
        archive.writestr("_rels/.rels", root.replace("word/document.xml", name))
        archive.writestr(name, BODY)
    return out.getvalue()


def strict() -> bytes:
    text = BODY
    for name, usual in STRICT_NAMES.items():
        text = text.replace(usual.decode(), name.decode())
    assert "purl.oclc.org" in text
    return package(text)


PACKAGES = {
    "document2.xml": other_main("word/document2.xml"),
    "main part elsewhere": other_main("cv/main.xml"),
    "relations lost": other_main("word/document2.xml", root="<broken"),
    "relations and types lost": other_main("word/document.xml", "<broken", "<broken"),
    "relation to NULL": docx(p("still read"), x="image NULL", y="styles ../NULL"),
    "template": package(BODY, {"[Content_Types].xml": TYPES.replace("document.main+xml", "template.main+xml")}),
    "Strict": strict(),
    "styles damaged": docx(p("still read"), {"word/styles.xml": "<w:styles"}, s="styles styles.xml"),
    "numbering of another kind": docx(p("still read", ppr='<w:numPr><w:numId w:val="9"/></w:numPr>')),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("data", PACKAGES.values(), ids=PACKAGES)
def test_broken_packages_are_read(data: bytes) -> None:
    assert words(read_docx("cv.docx", data)) == ["still read"]


def test_a_damaged_part_is_told() -> None:
    document = read(p("a"), {"word/styles.xml": "<w:styles"}, s="styles styles.xml")
    assert [n.code for n in document.notices] == ["damaged-parts"]
    assert "word/styles.xml" in document.notices[0].message


def test_properties_and_flags_of_the_file() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ana Pita</dc:creator><dc:title>CV</dc:title>'
        "<cp:lastModifiedBy>Rewi</cp:lastModifiedBy></cp:coreProperties>"
    )
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Template>Modern CV.dotx</Template><Pages>2</Pages></Properties>"
    )
    more = {"docProps/core.xml": core, "docProps/app.xml": app, "word/vbaProject.bin": b"x"}
    document = read(
        p("a"), {**more, "word/settings.xml": part("settings", "<w:trackRevisions/>")}, s="settings settings.xml"
    )
    assert document.properties == {
        "author": "Ana Pita", "title": "CV", "lastModifiedBy": "Rewi", "template": "Modern CV.dotx", "pages": "2",
    }  # fmt: skip
    assert document.flags == {"macros", "tracking"}


def test_pictures_are_counted_and_a_file_without_text_says_so() -> None:
    picture = '<w:r><w:drawing><wp:inline><a:graphic><a:blip r:embed="x"/></a:graphic></wp:inline></w:drawing></w:r>'
    document = read(p(picture))
    assert (document.images, document.text.strip()) == (1, "")
    assert [n.code for n in document.notices] == ["no-text"]


def test_the_text_of_a_diagram_is_read() -> None:
    diagram = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Python'
        "</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    )
    inner = p(
        '<w:r><w:drawing><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="d"/>'
        "</w:drawing></w:r>"
    )
    assert words(read(inner, {"word/diagrams/data1.xml": diagram}, d="diagramData diagrams/data1.xml")) == ["Python"]


def test_a_part_without_body_is_refused() -> None:
    with pytest.raises(LoadError, match=r"^cv\.docx: the file has no document body"):
        read_docx("cv.docx", package(part("document", "")))


def test_rels_of_a_header_are_its_own() -> None:
    header = part("hdr", p('<w:hyperlink r:id="k"><w:r><w:t>site</w:t></w:r></w:hyperlink>'))
    more = {
        "word/header1.xml": header,
        "word/_rels/header1.xml.rels": rels(k="!hyperlink https://example.org/header"),
    }
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    document = read(p("a") + section, more, h="header header1.xml", k="!hyperlink https://example.org/body")
    assert document.segments[0].target == "https://example.org/header"


CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r>'
    "<a:t>My </a:t></a:r><a:r><a:t>skills</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea>{series}</c:plotArea>"
    "</c:chart></c:chartSpace>"
)
SERIES = (
    "<c:ser><c:tx><c:strRef><c:strCache><c:pt><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    "<c:cat><c:strRef><c:strCache><c:pt><c:v>Python</c:v></c:pt><c:pt><c:v>Welding</c:v></c:pt></c:strCache></c:strRef>"
    "</c:cat><c:val><c:numRef><c:numCache><c:pt><c:v>4</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>"
)


def test_the_words_of_a_chart_are_read_once() -> None:
    shown = (
        '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="c"/>'
        "</w:drawing></w:r>"
    )
    chart = CHART.format(series=SERIES.format(name="2024") + SERIES.format(name="2025"))
    document = read(p("Skills", shown), {"word/charts/chart1.xml": chart}, c="chart charts/chart1.xml")
    assert words(document) == ["Skills", "My skills", "2024", "Python", "Welding", "2025"]
    assert document.blocks[-1].story is Story.TEXT_BOX


def test_lettering_of_old_word_art_is_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath on="t" string="Ana Kova"/></v:shape></w:pict></w:r>'
    document = read(p(art) + p("Fitter"))
    assert words(document) == ["Ana Kova", "Fitter"]
    assert document.blocks[0].story is Story.TEXT_BOX


MHT = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<html><body><p>caf=C3=A9 work</p></body></html>\r\n--x--\r\n"
)
EMBEDDED: dict[str, tuple[str, str | bytes, list[str]]] = {
    "HTML": (
        "a.html",
        "<html><body><p>plain <b>bold</b></p><ul><li>item</li></ul></body></html>",
        ["plain bold", "item"],
    ),
    "RTF": ("a.rtf", r"{\rtf1\ansi one\par two}", ["one", "two"]),
    "text": ("a.txt", "one line\n", ["one line"]),
    "DOCX": ("a.docx", docx(p("inner")), ["inner"]),
    "web archive": ("a.mht", MHT, ["café work"]),
}


@pytest.mark.parametrize(("name", "data", "wanted"), EMBEDDED.values(), ids=EMBEDDED)
def test_a_file_embedded_whole_is_read_where_it_stands(name: str, data: str | bytes, wanted: list[str]) -> None:
    inner = p("before") + '<w:altChunk r:id="k"/>' + p("after")
    document = read(inner, {f"word/{name}": data}, k=f"aFChunk {name}")
    assert words(document) == ["before", *wanted, "after"]
    assert not document.notices
    assert all(s.source is None for s in document.segments if s.start > 6 and s.end < document.text.index("after"))


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(99), b"PK\x03\x04 cut"], ids=["picture", "damaged"])
def test_an_embedded_file_that_is_not_read_is_told(data: bytes) -> None:
    document = read(p("before") + '<w:altChunk r:id="k"/>', {"word/a.docx": data}, k="aFChunk a.docx")
    assert words(document) == ["before"]
    assert [n.code for n in document.notices] == ["embedded-text"]


def test_what_is_embedded_in_an_embedded_file_is_told_not_read() -> None:
    chunk = '<w:altChunk r:id="k"/>'
    innermost = docx(p("deepest"))
    inside = docx(p("inner") + chunk, {"word/a.docx": innermost}, k="aFChunk a.docx")
    document = read(chunk, {"word/a.docx": inside}, k="aFChunk a.docx")
    assert words(document) == ["inner"]
    assert [n.code for n in document.notices] == ["embedded-text"]
