"""What Word shows is read, once, in reading order; what it does not show is not."""

from __future__ import annotations

import pytest

from cvlint.model.document import BlockKind, Mark, Story
from tests.loaders.docx_fixtures import box, looks, p, part, r, read, tbl, words

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>".format
SDT = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format

READING_ORDER = {
    "table": (tbl((p("a"), p("b")), (p("c"), p("d"))), ["a", "b", "c", "d"]),
    "nested table": (tbl((p("a") + tbl((p("b"),)) + p("c"), p("d"))), ["a", "b", "c", "d"]),
    "text box after its anchor": (
        p("before ", box(p("inside")), "after") + p("next"),
        ["before after", "inside", "next"],
    ),
    "text box in a text box": (p("a", box(p("b", box(p("c"))))), ["a", "b", "c"]),
    "text box in a cell": (tbl((p("a", box(p("b"))), p("c"))), ["a", "b", "c"]),
    "text box of old programs only": (
        p(
            "a",
            f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('b')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        ),
        ["a", "b"],
    ),
    "content control round a block": (SDT("", p("a")) + p("b"), ["a", "b"]),
    "content control round runs": (p("a ", SDT("", r("b")), " c"), ["a b c"]),
    "content control round a row": (
        f"<w:tbl>{SDT('', '<w:tr><w:tc>' + p('a') + '</w:tc></w:tr>')}<w:tr><w:tc>{p('b')}</w:tc></w:tr></w:tbl>",
        ["a", "b"],
    ),
    "content control round a cell": (f"<w:tbl><w:tr>{SDT('', '<w:tc>' + p('a') + '</w:tc>')}</w:tr></w:tbl>", ["a"]),
    "wrappers": (
        p(f"<w:smartTag>{r('a')}</w:smartTag>", f"<w:customXml>{r('b')}</w:customXml>", f"<w:dir>{r('c')}</w:dir>"),
        ["abc"],
    ),
    "insertion": (p("a", f'<w:ins w:author="X">{r("b")}</w:ins>'), ["ab"]),
    "deletion": (p("a", '<w:del w:author="X"><w:r><w:delText>b</w:delText></w:r></w:del>', "c"), ["ac"]),
    "move": (p("a", f"<w:moveFrom>{r('b')}</w:moveFrom>") + p("c", f"<w:moveTo>{r('b')}</w:moveTo>"), ["a", "cb"]),
    "deleted paragraph end": (p("a ", ppr="<w:rPr><w:del/></w:rPr>") + p("b"), ["a b"]),
    "simple field": (p("Page ", f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>'), ["Page 7"]),
    "field": (p(FIELD("begin"), CODE("PAGE"), FIELD("separate"), r("7"), FIELD("end"), " of 9"), ["7 of 9"]),
    "field over two paragraphs": (
        p("a", FIELD("begin"), CODE("TOC"), FIELD("separate"), r("b")) + p(r("c"), FIELD("end"), "d"),
        ["ab", "cd"],
    ),
    "field within the code of a field": (
        p(
            FIELD("begin"),
            CODE("IF "),
            FIELD("begin"),
            CODE("X"),
            FIELD("separate"),
            r("hidden"),
            FIELD("end"),
            FIELD("separate"),
            r("shown"),
            FIELD("end"),
        ),
        ["shown"],
    ),
    "field without an end": (p(FIELD("begin"), CODE("PAGE")) + p("b"), ["b"]),
    "field in one run": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
            '<w:fldChar w:fldCharType="separate"/>'
            '<w:t>7</w:t><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        ["7"],
    ),
    "signs": (
        p(
            "a",
            "<w:r><w:tab/></w:r>",
            "b",
            "<w:r><w:br/></w:r>",
            "c",
            "<w:r><w:noBreakHyphen/></w:r>",
            "d",
            "<w:r><w:softHyphen/></w:r>",
            "e",
        ),
        ["a\tb\nc-de"],
    ),
    "typed bullet": (p("• x"), ["x"]),
    "pretty-printed text": ("<w:p><w:r><w:t>\n   one\n   </w:t></w:r></w:p>", ["one"]),
}


@pytest.mark.parametrize(("inner", "wanted"), READING_ORDER.values(), ids=READING_ORDER)
def test_everything_shown_is_read_once_and_in_order(inner: str, wanted: list[str]) -> None:
    assert words(read(inner)) == wanted


def test_headers_notes_and_footers_stand_round_the_body() -> None:
    more = {
        "word/header1.xml": part("hdr", p("first header")),
        "word/header2.xml": part("hdr", p("header")),
        "word/header3.xml": part("hdr", p("even header, never shown")),
        "word/footer1.xml": part("ftr", p("footer")),
        "word/footnotes.xml": part(
            "footnotes", f'<w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote>'
            f'<w:footnote w:id="2">{p("note")}</w:footnote>'
        ),
    }  # fmt: skip
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/>'
        '<w:headerReference w:type="even" r:id="h3"/><w:footerReference w:type="default" r:id="f1"/>'
        "<w:titlePg/></w:sectPr>"
    )
    document = read(
        p("body") + section, more, h1="header header1.xml", h2="header header2.xml", h3="header header3.xml",
        f1="footer footer1.xml", n="footnotes footnotes.xml",
    )  # fmt: skip
    assert [(b.story, t) for b, t in zip(document.blocks, words(document), strict=True)] == [
        (Story.HEADER, "first header"), (Story.HEADER, "header"), (Story.BODY, "body"), (Story.FOOTNOTE, "note"),
        (Story.FOOTER, "footer"),
    ]  # fmt: skip


def test_a_merged_cell_counts_once_and_cells_know_their_place() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("wide")}</w:tc>'
    high = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc>"
    rows = (
        f"<w:tr>{wide}<w:tc>{p('b')}</w:tc></w:tr>"
        f"<w:tr>{high.format(' w:val=' + chr(34) + 'restart' + chr(34), p('high'))}<w:tc>{p('c')}</w:tc></w:tr>"
        f"<w:tr>{high.format('', '<w:p/>')}<w:tc>{p('d')}</w:tc></w:tr>"
    )
    document = read(f"<w:tbl>{rows}</w:tbl>")
    places = [(t, b.table, b.row, b.column) for b, t in zip(document.blocks, words(document), strict=True)]
    assert places == [("wide", 1, 0, 0), ("b", 1, 0, 2), ("high", 1, 1, 0), ("c", 1, 1, 1), ("d", 1, 2, 1)]


def test_the_copy_of_a_text_box_is_known_as_twin() -> None:
    document = read(p("a", box(p("one ", "two"))) + p("last"))
    sources = {document.text[s.start : s.end]: s.source for s in document.segments if s.source}
    one, last = sources["one "], sources["last"]
    assert one is not None
    assert last is not None
    assert [one.node, [t.node for t in one.twins]] == [1, [3]]
    assert last.node == 5, "the ordinal counts every w:t of the part, the copies too"


def test_every_character_leads_back_to_its_text_element() -> None:
    document = read(p(r("Data "), r("Anal", "<w:b/>"), r("yst")) + p("second"))
    found = [(document.text[s.start : s.end], s.source.node, s.source.offset) for s in document.segments if s.source]
    assert found == [("Data ", 0, 0), ("Anal", 1, 0), ("yst", 2, 0), ("second", 3, 0)]


@pytest.mark.parametrize(
    ("inner", "kind", "text", "author"),
    [
        pytest.param(f'<w:ins w:author="Ana">{r("new")}</w:ins>', "insertion", "new", "Ana", id="insertion"),
        pytest.param(
            '<w:del w:author="Ana"><w:r><w:delText>old</w:delText></w:r></w:del>',
            "deletion",
            "old",
            "Ana",
            id="deletion",
        ),
        pytest.param(f'<w:moveTo w:author="Ana">{r("moved")}</w:moveTo>', "move", "moved", "Ana", id="move"),
    ],
)
def test_tracked_changes_are_told_with_their_place(inner: str, kind: str, text: str, author: str) -> None:
    document = read(p("ab", inner))
    assert [(v.kind, v.text, v.author, v.at) for v in document.revisions] == [(kind, text, author, 2)]
    assert "tracked-changes" in document.flags


def test_comments_are_told_with_their_place() -> None:
    comments = part("comments", f'<w:comment w:id="4" w:author="Ana">{p("Is this so?")}</w:comment>')
    document = read(
        p("one ", '<w:commentRangeStart w:id="4"/>', r("two")),
        {"word/comments.xml": comments},
        c="comments comments.xml",
    )
    assert [(v.kind, v.text, v.author, v.at) for v in document.revisions] == [("comment", "Is this so?", "Ana", 4)]
    assert "Is this so?" not in document.text


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param('<w:hyperlink r:id="k">{}</w:hyperlink>'.format(r("site")), id="element"),
        pytest.param(
            FIELD("begin") + CODE('HYPERLINK "https://example.org"') + FIELD("separate") + r("site") + FIELD("end"),
            id="field",
        ),
    ],
)
def test_links_know_their_target(inner: str) -> None:
    document = read(p(inner, " end"), k="!hyperlink https://example.org")
    segment = next(s for s in document.segments if document.text[s.start : s.end] == "site")
    assert (segment.target, segment.marks) == ("https://example.org", Mark.LINK)
    assert looks(document, " end") is Mark.NONE


def test_placeholders_and_field_results_are_marked() -> None:
    document = read(
        p(
            SDT("<w:showingPlcHdr/>", r("[Your Phone]")),
            " and ",
            f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>',
        )
    )
    assert looks(document, "[Your Phone]") is Mark.PLACEHOLDER
    assert looks(document, "7") is Mark.FIELD
    assert looks(document, " and ") is Mark.NONE


NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum><w:num w:numId="1">'
    '<w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3">'
    '<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
)


def test_list_labels_are_computed_and_not_in_the_text() -> None:
    items = [(1, 0), (1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (3, 0)]
    inner = "".join(
        p("x", ppr=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{id}"/></w:numPr>') for id, depth in items
    )
    document = read(inner, {"word/numbering.xml": NUMBERING}, n="numbering numbering.xml")
    assert [b.label for b in document.blocks] == ["1.", "2.", "2a)", "2b)", "3.", "3a)", "•", "5."]
    assert [(b.kind, b.level, b.list_id) for b in document.blocks] == [
        (BlockKind.LIST_ITEM, depth, str(id)) for id, depth in items
    ]
    assert document.text.split() == ["x"] * 8


STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="en-NZ"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:rPr><w:b/>'
    '<w:color w:val="1F3864"/>'
    '</w:rPr></w:style><w:style w:type="paragraph" w:styleId="Job"><w:name w:val="Job"/>'
    '<w:basedOn w:val="berschrift1"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style><w:style w:type="character" w:styleId="Strong"><w:name '
    'w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Shout">'
    '<w:name w:val="Shout"/>'
    "<w:rPr><w:caps/></w:rPr></w:style>",
)


@pytest.mark.parametrize(
    ("ppr", "kind", "level"),
    [
        pytest.param('<w:pStyle w:val="berschrift1"/>', BlockKind.HEADING, 1, id="by the style's name, not its id"),
        pytest.param('<w:pStyle w:val="Job"/>', BlockKind.HEADING, 3, id="by outline level of the style"),
        pytest.param('<w:outlineLvl w:val="1"/>', BlockKind.HEADING, 2, id="by its own outline level"),
        pytest.param('<w:pStyle w:val="Shout"/>', BlockKind.PARAGRAPH, 0, id="another style"),
    ],
)
def test_headings_are_known_by_style_or_outline(ppr: str, kind: BlockKind, level: int) -> None:
    (block,) = read(p("Experience", ppr=ppr), {"word/styles.xml": STYLES}, s="styles styles.xml").blocks
    assert (block.kind, block.level) == (kind, level)


def test_looks_are_resolved_through_the_styles() -> None:
    inner = p(r("plain"), r("odd", '<w:rStyle w:val="Strong"/>'), ppr='<w:pStyle w:val="Job"/>') + p(
        r("loud"), r("deutsch", '<w:lang w:val="de-DE"/><w:sz w:val="30"/>'), ppr='<w:pStyle w:val="Shout"/>'
    )
    document = read(inner, {"word/styles.xml": STYLES}, s="styles styles.xml")
    by_text = {document.text[s.start : s.end]: s for s in document.segments}
    plain = by_text["plain"]
    assert (plain.marks, plain.colour, plain.size) == (Mark.BOLD, "1F3864", 11)
    assert by_text["odd"].marks is Mark.NONE, "bold of two style levels cancels out"
    assert by_text["loud"].marks is Mark.CAPS, "capitals by style keep the text as it is"
    assert (by_text["deutsch"].language, by_text["deutsch"].size) == ("de-DE", 15)
    assert document.language == "en-NZ"
