"""Plain text and Markdown: the text stays as it is, blocks are cut where the writer cut them."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from cvlint.loaders import load, load_text
from cvlint.model.document import BlockKind, Document, Mark

WRAPPED = (
    "Led the move of three offices to one shared rota, which cut the\n"
    "overtime bill by a fifth and gave every site a deputy who knows\n"
    "the system.\n"
)


def words(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


BLOCKS = {
    "short lines stay apart": (
        "Marama Tane\nData Analyst\n\nWellington\n",
        ["Marama Tane", "Data Analyst", "Wellington"],
    ),
    "a wrapped paragraph is one block": (WRAPPED, [WRAPPED.strip()]),
    "a blank line ends a block": (
        "A rather long line that might well have been wrapped at its end\n\nbut was not",
        ["A rather long line that might well have been wrapped at its end", "but was not"],
    ),
    "a bullet begins a block": (
        "- wrote the plan for the move of all offices to the new house\n- and kept it",
        ["wrote the plan for the move of all offices to the new house", "and kept it"],
    ),
    "a wrapped bullet is one block": (
        "• Wrote the plan for the move of all offices to the new house\n  and kept to it",
        ["Wrote the plan for the move of all offices to the new house\n  and kept to it"],
    ),
    "a full stop before a capital ends a block": (
        "I look for work that lets me use what I learnt about numbers.\nAvailable from May",
        ["I look for work that lets me use what I learnt about numbers.", "Available from May"],
    ),
    "a rule of dashes is a line of its own": ("Skills\n------\nPython", ["Skills", "------", "Python"]),
    "a year is no list number": ("2019 Kowhai Foods\n2020 Rata Bank", ["2019 Kowhai Foods", "2020 Rata Bank"]),
}


@pytest.mark.parametrize(("text", "wanted"), BLOCKS.values(), ids=BLOCKS)
def test_plain_text_is_cut_into_blocks_and_kept(text: str, wanted: list[str]) -> None:
    document = load_text(text)
    assert document.text == text
    assert words(document) == wanted


def test_bullets_and_numbers_are_labels() -> None:
    document = load_text("• one\n• two\n\n1. first\n2) second\n  - deep\n")
    assert [(b.label, b.kind) for b in document.blocks] == [
        (label, BlockKind.LIST_ITEM) for label in ("•", "•", "1.", "2)", "-")
    ]
    ids = [b.list_id for b in document.blocks]
    assert ids[0] == ids[1] != ids[2] == ids[3] != ids[4]


TE_REO = "Ngā mihi – Māori €"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TE_REO.encode(), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TE_REO.encode(), id="UTF-8 with mark"),
        pytest.param(TE_REO.encode("utf-16"), id="UTF-16 with mark"),
        pytest.param(codecs.BOM_UTF16_BE + TE_REO.encode("utf-16-be"), id="UTF-16 big end with mark"),
        pytest.param(codecs.BOM_UTF32_LE + TE_REO.encode("utf-32-le"), id="UTF-32 with mark"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert load(Path("cv.txt"), data).text == TE_REO


def test_windows_1252_and_unmarked_utf_16() -> None:
    assert load(Path("cv.txt"), "Café – “Résumé” €".encode("cp1252")).text == "Café – “Résumé” €"
    assert load(Path("cv.txt"), "Marama Tane, Analyst".encode("utf-16-le")).text == "Marama Tane, Analyst"


def test_line_ends_are_made_alike_and_controls_harmless() -> None:
    document = load(Path("cv.txt"), b"a\r\nb\rc\x0cd\x1b[31me\x07")
    assert document.text == "a\nb\nc\nd\ufffd[31me\ufffd"


def test_a_string_is_read_without_a_file_even_when_empty() -> None:
    assert load_text("").blocks == ()
    assert load_text(" \n ").text == " \n "


MARKDOWN = """---
title: CV
author: Ann Lee
---
# Ann Lee

Analyst at [Kowhai](https://example.org), writes `SQL` and **Python**.
Goes on here.

- one
  goes on
    1. deep
* * *

```sql
select 1
```

| Year | Place |
|------|-------|
| 2019 | Otago |

<!-- a note to self -->
![photo](me.png)
"""


def test_markdown_has_blocks_with_offsets_in_its_source() -> None:
    document = load_text(MARKDOWN, "cv.md")
    assert document.text == MARKDOWN
    assert [(b.kind, b.level, b.label, t) for b, t in zip(document.blocks, words(document), strict=True)] == [
        (BlockKind.HEADING, 1, "", "Ann Lee"),
        (
            BlockKind.PARAGRAPH, 0, "",
            "Analyst at [Kowhai](https://example.org), writes `SQL` and **Python**.\nGoes on here.",
        ),
        (BlockKind.LIST_ITEM, 0, "-", "one\n  goes on"),
        (BlockKind.LIST_ITEM, 1, "1.", "deep"),
        (BlockKind.CODE, 0, "", "select 1"),
        (BlockKind.PARAGRAPH, 0, "", "Year"),
        (BlockKind.PARAGRAPH, 0, "", "Place"),
        (BlockKind.PARAGRAPH, 0, "", "2019"),
        (BlockKind.PARAGRAPH, 0, "", "Otago"),
        (BlockKind.PARAGRAPH, 0, "", "![photo](me.png)"),
    ]  # fmt: skip
    assert document.properties == {"title": "CV", "author": "Ann Lee"}
    assert document.images == 1


def test_markdown_knows_links_looks_and_its_own_signs() -> None:
    document = load_text(MARKDOWN, "cv.md")
    by_text = {document.text[s.start : s.end]: s for s in document.segments}
    assert (by_text["Kowhai"].marks, by_text["Kowhai"].target) == (Mark.LINK, "https://example.org")
    assert by_text["SQL"].marks is Mark.NO_PROOF
    assert by_text["Python"].marks is Mark.BOLD
    assert Mark.NO_PROOF in by_text["](https://example.org)"].marks
    assert by_text[", writes "].marks is Mark.NONE


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(r"A \*starred\* word &amp; more", id="escapes"),
        pytest.param("A line\\\nwith a hard break", id="hard break"),
        pytest.param("> quoted\n> twice", id="quote"),
        pytest.param("Heading\n=======\ntext", id="underlined heading"),
        pytest.param("<div align='center'>\n<b>Ann</b> Lee\n</div>", id="HTML block"),
        pytest.param("[text][ref]\n\n[ref]: https://example.org", id="reference"),
        pytest.param("1) one\n2) two", id="numbers with brackets"),
    ],
)
def test_markdown_segments_leave_no_gap(text: str) -> None:
    document = load_text(text, "cv.md")
    assert document.text == text
    assert "".join(document.text[s.start : s.end] for s in document.segments) == text
    assert document.blocks
