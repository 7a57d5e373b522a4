"""What a PDF says, in which order, and what is marked about it: the numbered cases of the design."""

from __future__ import annotations

import itertools
import math

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from cvlint.loaders import pdf as reader
from cvlint.loaders.errors import LoadError
from cvlint.loaders.pdf import read_pdf
from cvlint.model.document import BlockKind, Document, Mark, Story
from cvlint.model.location import Span
from tests.loaders.pdf_fixtures import HEIGHT, WIDTH, pdf, raw_pdf, write, write_lines, write_right, write_tex

LEFT = [
    "Contact",
    "ana@example.org",
    "Wellington",
    "Skills",
    "Welding",
    "Soldering",
    "Pipe fitting",
    "Languages",
    "Croatian",
    "English",
]
MAIN = [
    "Fitter at Harbour Works with a team of nine people on three",
    "sites, responsible for boilers, pumps and pressure vessels and",
    "for the training of two apprentices in every year.",
    "Fitter at Dock Four with a wide range of small repairs, most of",
    "them at night, and with the care of a large store of parts that",
    "served the whole of the yard.",
    "Apprentice at Lowe and Sons, where boilers for ships were made",
    "from drawings by hand and tested under steam.",
]


def read(data: bytes) -> Document:
    return read_pdf("cv.pdf", data)


def span_of(document: Document, text: str) -> Span:
    at = document.text.index(text)
    return Span(at, at + len(text))


def block_texts(document: Document, story: Story = Story.BODY) -> list[str]:
    return [document.flat(b) for b in document.blocks if b.story is story]


def in_order(text: str, *pieces: str) -> bool:
    places = [text.index(p) for p in pieces]
    return places == sorted(places)


def test_words_set_without_blanks_are_not_glued() -> None:  # 13
    document = read(pdf(lambda c: [write_tex(c, 50, 60 + 12 * k, line) for k, line in enumerate(MAIN)] and None))
    assert document.text.replace("\n", " ").split() == " ".join(MAIN).split()


@pytest.mark.parametrize("gap", [0.2, 0.25, 0.4, 0.8])
def test_narrow_and_wide_word_gaps(gap: float) -> None:  # 13
    document = read(pdf(lambda c: write_tex(c, 50, 60, "Led the AV tour of Yale", gap=gap)))
    assert document.text == "Led the AV tour of Yale"


@pytest.mark.parametrize("main_first", [True, False], ids=["main-first", "sidebar-first"])
@pytest.mark.parametrize("sidebar_x", [40, 420], ids=["left", "right"])
def test_sidebar_is_read_as_a_whole(main_first: bool, sidebar_x: float) -> None:  # 14
    main_x = 200 if sidebar_x < 100 else 40

    def draw(canvas: object) -> None:
        write(canvas, 40, 50, "Ana Kova, fitter and welder with eleven years on the docks of two large harbours", 12)
        sides = [(main_x, MAIN, 13.0), (sidebar_x, LEFT, 15.5)]
        for x, lines, leading in sides if main_first else sides[::-1]:
            write_lines(canvas, x, 100, lines, leading=leading)

    document = read(pdf(draw))
    flat = document.text.replace("\n", " ")
    assert "responsible for boilers, pumps and pressure vessels and for the training" in flat
    assert in_order(document.text, "Ana Kova", *LEFT)
    assert in_order(document.text, "Ana Kova", *MAIN)
    assert (document.text.index("Fitter at H") < document.text.index("Contact")) is main_first
    assert "columns" in document.flags


def test_columns_painted_to_and_fro_are_read_down() -> None:  # 14, a producer that sorts by height
    def draw(canvas: object) -> None:
        for k in range(8):
            write(canvas, 40, 100 + 13 * k, MAIN[k][:44].strip())
            write(canvas, 320, 100 + 13 * k, MAIN[7 - k][:44].strip().upper(), 8)

    text = read(pdf(draw)).text
    assert in_order(text, *(line[:44].strip() for line in MAIN))
    assert in_order(text, *(line[:44].strip().upper() for line in MAIN[::-1]))
    assert text.index(MAIN[7][:44].strip()) < text.index(MAIN[7][:44].strip().upper())


def test_right_aligned_dates_stay_with_their_line() -> None:  # 15
    def draw(canvas: object) -> None:
        for k, (job, dates) in enumerate(
            [("Fitter, Harbour Works", "Jan 2019 – Mar 2021"), ("Welder, Dock Four", "Feb 2015 – Dec 2018")]
        ):
            write(canvas, 40, 100 + 80 * k, job)
            write_right(canvas, 550, 100 + 80 * k, dates)
            write_lines(canvas, 40, 115 + 80 * k, ["Kept the pumps running day and night.", "Trained two people."])

    blocks = block_texts(read(pdf(draw)))
    assert "Fitter, Harbour Works\tJan 2019 – Mar 2021" in blocks
    assert "Welder, Dock Four\tFeb 2015 – Dec 2018" in blocks


def test_dates_painted_last_stay_with_their_line() -> None:  # 15, dates in frames of their own
    def draw(canvas: object) -> None:
        for k in range(3):
            write(canvas, 40, 100 + 40 * k, f"Post number {k} at Harbour Works")
            write(canvas, 40, 113 + 40 * k, "Pumps and valves of every kind.")
        for k in range(3):
            write_right(canvas, 550, 100 + 40 * k, f"201{k} – 201{k + 1}")

    blocks = block_texts(read(pdf(draw)))
    assert [b for b in blocks if b.startswith("Post")] == [
        f"Post number {k} at Harbour Works\t201{k} – 201{k + 1}" for k in range(3)
    ]


def test_place_and_dates_below_each_other_follow_the_first_line_of_their_entry() -> None:  # 15
    def draw(canvas: object) -> None:
        for k in range(3):
            top = 100 + 70 * k
            write_lines(canvas, 40, top, [f"Fitter at Works {k}", "Kept pumps.", "Kept valves.", "Kept time."])
            write_right(canvas, 550, top, f"Town {k}")
            write_right(canvas, 550, top + 13, f"May 201{k} – June 201{k + 2}")

    text = read(pdf(draw)).text
    for k in range(3):
        assert in_order(text[text.index(f"Works {k}") :], f"Works {k}\tTown {k}", f"May 201{k}", "Kept pumps.")


@pytest.mark.parametrize(
    ("letters", "expected"),
    [("EXPERIENCE", "EXPERIENCE"), ("WORK EXPERIENCE", "WORK EXPERIENCE"), ("Ana Kova", "Ana Kova")],
    ids=["one-word", "two-words", "mixed-case"],
)
@pytest.mark.parametrize("blanks", [False, True], ids=["placed", "with-blanks"])
def test_letter_spaced_headings(letters: str, expected: str, blanks: bool) -> None:  # 16
    def draw(canvas: object) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        x = 50.0
        for letter in letters:
            if letter != " ":
                canvas.drawString(x, HEIGHT - 80, letter + (" " if blanks else ""))
            x += canvas.stringWidth(letter, "Helvetica-Bold", 12) + 4 + (4 if letter == " " else 0)
        write(canvas, 50, 110, "Kept the pumps running day and night.")

    document = read(pdf(draw))
    assert document.text.split("\n")[0] == expected


def test_single_letters_with_meaning_are_left_alone() -> None:  # 16
    assert read(pdf(lambda c: write(c, 50, 60, "Licences held: A, B and C"))).text == "Licences held: A, B and C"


def test_ligatures_are_letters() -> None:  # 17
    mapping = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"2 beginbfchar <41> <FB01> <42> <FB03> endbfchar endcmap end"
    )
    fonts = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R /FirstChar 65 /LastChar 66 "
        b"/Widths [500 700] >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(mapping), mapping),
    )
    stream = (
        b"BT /F1 10 Tf 50 700 Td (o) Tj /F2 10 Tf <42> Tj /F1 10 Tf (ce of ) Tj /F2 10 Tf <41> Tj /F1 10 Tf (ve) Tj ET"
    )
    assert read(raw_pdf(stream, b"/F2 6 0 R", fonts)).text == "office of five"


def test_icons_leave_no_text_but_a_mark() -> None:  # 17
    mapping = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfchar <41> <F095> endbfchar endcmap end"
    )
    fonts = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+FontAwesome /ToUnicode 7 0 R /FirstChar 65 /LastChar 65 "
        b"/Widths [900] >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(mapping), mapping),
    )
    stream = b"BT /F2 10 Tf 50 700 Td <41> Tj /F1 10 Tf 15 0 Td (021 555 0199) Tj ET"
    document = read(raw_pdf(stream, b"/F2 6 0 R", fonts))
    assert document.text == "021 555 0199"
    assert "icons" in document.flags
    assert [(s.start, s.end) for s in document.segments if s.marks & Mark.ICON] == [(0, 0)]


def test_characters_without_meaning_are_shown_as_such() -> None:  # 17
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Unknown /Encoding /Identity-H /DescendantFonts [7 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unknown /CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 600 >>",
        b"<< /Type /FontDescriptor /FontName /Unknown /Flags 4 /FontBBox [0 0 600 700] /ItalicAngle 0 /Ascent 700 "
        b"/Descent 0 /CapHeight 700 /StemV 80 >>",
    )
    stream = b"BT /F1 10 Tf 50 700 Td (Name) Tj /F2 10 Tf 40 0 Td <00410042> Tj ET"
    document = read(raw_pdf(stream, b"/F2 6 0 R", font))
    assert document.text == "Name \ufffd\ufffd"
    assert "unmapped" in document.flags


def test_actual_text_is_read() -> None:  # 17
    stream = b"BT /F1 10 Tf 50 700 Td (Built ) Tj /Span << /ActualText (pumps) >> BDC (p#mps) Tj EMC ET"
    assert read(raw_pdf(stream)).text == "Built pumps"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the whole of the night and week manage-", "ment of a yard", "management\nof a yard"),
        ("the whole of the night and week as full-", "stack welder", "full-\nstack welder"),
    ],
    ids=["joined", "kept"],
)
def test_hyphen_at_a_line_end(first: str, second: str, expected: str) -> None:  # 18
    document = read(pdf(lambda c: write_lines(c, 50, 60, [first, second])))
    assert document.text.endswith(expected)
    joined = [document.text[s.start : s.end].strip() for s in document.segments if s.marks & Mark.JOINED]
    assert joined == (["management"] if "manage-" in first else [])


def test_the_box_of_a_joined_word_holds_its_hyphen() -> None:  # 18, 21
    def draw(canvas: object) -> None:
        write(canvas, 72, 100, "Answerable for the whole of the manage-")
        write(canvas, 72, 114, "ment of stock and of the people at the")

    document = read(pdf(draw))
    at = document.text.index("management") + len("manage") - 1
    x0, top, x1, bottom = document.boxes[4 * at : 4 * at + 4]
    pen_after = 72 + stringWidth("Answerable for the whole of the manage-", "Helvetica", 10)
    assert x0 < x1
    assert abs(x1 - pen_after) < 1.5
    assert top < bottom


def test_hyphen_before_the_right_edge_is_the_writers_own() -> None:  # 18
    document = read(
        pdf(lambda c: write_lines(c, 50, 60, ["Long line that tells how wide the text is here", "re-", "port"]))
    )
    assert "re-" in document.text


def draw_unseen(canvas: object) -> None:
    write(canvas, 50, 60, "Plain words.")
    canvas.saveState()
    text = canvas.beginText(50, HEIGHT - 80)
    text.setFont("Helvetica", 10)
    text.setTextRenderMode(3)
    text.textLine("Invisible words.")
    canvas.drawText(text)
    canvas.restoreState()
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 50, 120, "White words.")
    canvas.setFillColorRGB(0.1, 0.1, 0.3)
    canvas.rect(40, HEIGHT - 155, 300, 25, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 50, 146, "Bright words.")
    canvas.setFillColorRGB(0, 0, 0)
    write(canvas, 50, 180, "Tiny words.", 1)
    write(canvas, WIDTH + 30, 200, "Outside words.")
    canvas.saveState()
    canvas.translate(500, 400)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Turned words.")
    canvas.restoreState()


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("Plain words.", Mark.NONE),
        ("Invisible words.", Mark.HIDDEN),
        ("White words.", Mark.WHITE),
        ("Bright words.", Mark.NONE),
        ("Tiny words.", Mark.TINY),
        ("Outside words.", Mark.OFF_PAGE),
        ("Turned words.", Mark.ROTATED),
    ],
    ids=lambda value: value.split()[0].lower() if isinstance(value, str) else "",
)
def test_what_a_reader_does_not_see_is_read_and_marked(words: str, mark: Mark) -> None:  # 19
    document = read(pdf(draw_unseen))
    assert document.marks_in(span_of(document, words)) == mark


def test_page_numbers_and_running_heads_are_no_paragraphs() -> None:  # 20
    def page(number: int):  # type: ignore[no-untyped-def]
        def draw(canvas: object) -> None:
            write(canvas, 50, 30, f"Ana Kova, page {number} of 3", 8)
            write_lines(canvas, 50, 100, MAIN)
            write(canvas, 290, 825, str(number), 8)

        return draw

    document = read(pdf(page(1), page(2), page(3)))
    assert block_texts(document, Story.HEADER) == [f"Ana Kova, page {n} of 3" for n in (1, 2, 3)]
    assert block_texts(document, Story.FOOTER) == ["1", "2", "3"]
    assert all("page" not in t and t not in "123" for t in block_texts(document))


def test_what_the_file_marks_as_furniture_is_none_of_the_text() -> None:  # 20
    stream = (
        b"/Artifact << /Type /Pagination >> BDC BT /F1 10 Tf 50 810 Td (Ana Kova 021 555 0199) Tj ET EMC "
        b"/P << /MCID 0 >> BDC BT /F1 10 Tf 50 700 Td (Fitter and welder) Tj ET EMC"
    )
    document = read(raw_pdf(stream))
    assert block_texts(document, Story.HEADER) == ["Ana Kova 021 555 0199"]
    assert block_texts(document) == ["Fitter and welder"]


def test_the_box_of_a_word_holds_its_glyphs() -> None:  # 21
    document = read(pdf(lambda c: write(c, 72, 100, "Kept pumps running, jogged by quays")))
    box = document.box(span_of(document, "jogged"))
    assert box is not None
    ink = _ink(pdf(lambda c: write(c, 72, 100, "Kept pumps running, jogged by quays")), box.x0, box.x1)
    assert box.top <= ink[0]
    assert ink[1] <= box.bottom + 0.25  # a quarter of a point is one dot of the picture
    assert box.bottom - box.top < 16
    neighbour = document.box(span_of(document, "by"))
    assert neighbour is not None
    assert neighbour.x0 > box.x1


def _ink(data: bytes, x0: float, x1: float) -> tuple[float, float]:
    """The upper and lower edge of what is painted between two places of the first page, points."""
    import pypdfium2

    image = pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil().convert("L")
    part = image.crop((int(x0 * 4), 0, int(x1 * 4), image.height)).point(lambda v: 255 if v < 128 else 0)
    _, top, _, bottom = part.getbbox()
    return top / 4, bottom / 4


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_lie_where_the_turned_page_shows_them(rotation: int) -> None:  # 21
    stream = b"BT /F1 20 Tf 100 400 Td (Quay) Tj ET"
    matrix = {0: b"1 0 0 1 0 0", 90: b"0 1 -1 0 595 0", 180: b"-1 0 0 -1 595 842", 270: b"0 -1 1 0 0 842"}[rotation]
    document = read(raw_pdf(b"q " + matrix + b" cm " + stream + b" Q", page=b"/Rotate %d" % rotation))
    box = document.box(span_of(document, "Quay"))
    assert box is not None
    assert document.text == "Quay"
    page = document.pages[0]
    assert (page.width > page.height) is (rotation in (90, 270))
    assert 0 <= box.x0 < box.x1 <= page.width
    assert 0 <= box.top < box.bottom <= page.height
    assert box.x1 - box.x0 > box.bottom - box.top
    assert document.marks_in(Span(0, 4)) == Mark.NONE


def draw_picture(canvas: object) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 180)), 0, 0, WIDTH, HEIGHT)


def test_scan_says_so() -> None:  # 22
    document = read(pdf(draw_picture))
    assert document.text == ""
    assert "no-text-layer" in document.flags
    assert [n.code for n in document.notices] == ["no-text-layer"]
    assert document.images == 1


def test_part_scan_names_the_page() -> None:  # 22
    document = read(pdf(lambda c: write(c, 50, 60, "Ana Kova"), draw_picture))
    assert "part-scan" in document.flags
    assert "2" in document.notices[0].message


def test_recognised_text_under_a_scan_is_not_called_hidden() -> None:  # 22
    def draw(canvas: object) -> None:
        draw_picture(canvas)
        text = canvas.beginText(50, 700)
        text.setTextRenderMode(3)
        text.textLine("Ana Kova, fitter")
        canvas.drawText(text)

    document = read(pdf(draw))
    assert "ocr-layer" in document.flags
    assert not document.marks_in(Span(0, 8)) & Mark.HIDDEN


def test_user_password_is_refused_in_one_sentence() -> None:  # 22
    from reportlab.lib.pdfencrypt import StandardEncryption

    data = pdf(lambda c: write(c, 50, 60, "Ana Kova"), encrypt=StandardEncryption("secret", ownerPassword="owner"))
    with pytest.raises(LoadError, match=r"cv\.pdf: .*password.*\.$"):
        read(data)


def test_owner_password_alone_does_not_stop_reading() -> None:  # 22
    from reportlab.lib.pdfencrypt import StandardEncryption

    data = pdf(lambda c: write(c, 50, 60, "Ana Kova"), encrypt=StandardEncryption("", ownerPassword="owner"))
    document = read(data)
    assert document.text == "Ana Kova"
    assert "encrypted" in document.flags


def test_truncated_file_is_read_with_a_flag_or_refused() -> None:  # 22
    data = pdf(lambda c: write_lines(c, 50, 60, MAIN))
    told = []
    for share in range(1, 20):
        try:
            told.append("truncated" in read(data[: len(data) * share // 20]).flags)
        except LoadError as error:
            told.append(str(error).startswith("cv.pdf: ") and str(error).endswith("."))
    assert all(told)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"%PDF-1.7\nhello\n%%EOF"], ids=["empty", "head", "nonsense"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(LoadError, match=r"cv\.pdf: .*\.$"):
        read(data)


def test_caps_are_told(monkeypatch: pytest.MonkeyPatch) -> None:  # 23
    monkeypatch.setattr(reader, "PAGES", 2)
    monkeypatch.setattr(reader, "CHARACTERS", 100)
    document = read(pdf(*[lambda c: write_lines(c, 50, 60, MAIN)] * 3))
    assert len(document.pages) == 2
    assert {n.code for n in document.notices} == {"pages-cut", "page-cut"}
    assert 0 < len(document.text) < 2 * 140


def test_page_with_very_many_characters_is_cut_not_hung() -> None:  # 23
    lines = b"".join(b"(%06d " % k + b"word " * 20 + b") Tj 0 -0.5 Td " for k in range(1500))
    document = read(raw_pdf(b"BT /F1 2 Tf 20 800 Td " + lines + b"ET"))
    assert [n.code for n in document.notices] == ["page-cut"]


def test_text_blocks_boxes_and_segments_agree() -> None:
    def draw(canvas: object) -> None:
        write(canvas, 50, 60, "Work Experience", 14, "Helvetica-Bold")
        write_lines(canvas, 50, 90, ["• Kept pumps and valves running for the whole of a long winter that was cold,"])
        write(canvas, 57, 103, "and trained two people.")
        write(canvas, 50, 116, "• Kept time.")

    document = read(pdf(draw))
    assert document.text == (
        "Work Experience\n\n• Kept pumps and valves running for the whole of a long winter that was cold,\n"
        "and trained two people.\n• Kept time."
    )
    kinds = [(b.kind, b.label) for b in document.blocks]
    assert kinds == [(BlockKind.HEADING, ""), (BlockKind.LIST_ITEM, "•"), (BlockKind.LIST_ITEM, "•")]
    assert document.blocks[1].list_id == document.blocks[2].list_id is not None
    assert document.text[document.blocks[2].start : document.blocks[2].end] == "Kept time."
    assert len(document.boxes) == 4 * len(document.text)
    for i, char in enumerate(document.text):
        assert math.isnan(document.boxes[4 * i]) == char.isspace()
    assert all(a.end <= b.start for a, b in itertools.pairwise(document.segments))
    assert document.marks_in(Span(0, 4)) == Mark.BOLD


def test_links_carry_their_target() -> None:
    def draw(canvas: object) -> None:
        write(canvas, 50, 60, "See my work today")
        canvas.linkURL("https://example.org/ana", (66, HEIGHT - 64, 108, HEIGHT - 50))

    document = read(pdf(draw))
    targets = {document.text[s.start : s.end].strip(): s.target for s in document.segments if s.target}
    assert targets == {"my work": "https://example.org/ana"}


def test_metadata_and_second_reading() -> None:
    def draw(canvas: object) -> None:
        canvas.setTitle("CV of Ana Kova")
        canvas.setAuthor("Ana Kova")
        write(canvas, 50, 60, "Fitter and welder")

    data = pdf(draw)
    document = read(data)
    assert document.properties["title"] == "CV of Ana Kova"
    assert document.properties["author"] == "Ana Kova"
    assert document.pages[0].second_reading == ""
    assert reader.with_second_reading(document, data).pages[0].second_reading == "Fitter and welder"


def test_capitalised_word_broken_at_a_line_end() -> None:  # 18
    lines = [
        "she is kind to all who come to this yard. Comfort-",
        "able with cold, with noise and with the long nights",
    ]
    assert "Comfortable" in read(pdf(lambda c: write_lines(c, 50, 60, lines))).text


def test_drawn_bullets_make_list_items() -> None:
    def draw(canvas: object) -> None:
        write(canvas, 50, 80, "Duties")
        for k, line in enumerate(["Kept pumps.", "Kept valves.", "Kept time."]):
            canvas.circle(54, HEIGHT - 97 - 13 * k, 1.5, stroke=0, fill=1)
            write(canvas, 62, 100 + 13 * k, line)

    document = read(pdf(draw))
    assert [(b.kind, b.label, document.flat(b)) for b in document.blocks[1:]] == [
        (BlockKind.LIST_ITEM, "•", f"Kept {what}.") for what in ("pumps", "valves", "time")
    ]


def test_table_rows_of_label_and_value_stay_rows() -> None:
    rows = [("Name", "Ana Kova"), ("Town", "Wellington"), ("Licence", "Class 2, forklift"), ("Tongue", "Croatian")]

    def draw(canvas: object) -> None:
        for k, (label, value) in enumerate(rows):
            write(canvas, 50, 100 + 14 * k, label)
            write(canvas, 180, 100 + 14 * k, value)

    assert block_texts(read(pdf(draw))) == [f"{label}\t{value}" for label, value in rows]


def test_many_short_pages_share_one_reading() -> None:
    document = read(pdf(*[lambda c: write_lines(c, 50, 100, MAIN)] * 4))
    assert [p.number for p in document.pages] == [1, 2, 3, 4]
    for page in document.pages:
        assert document.text[page.start :].startswith("Fitter at Harbour Works")
        assert document.page_at(page.start) == page.number
