"""Corrected copies of text files: encoding, byte order mark and line ends stay, byte for byte."""

from __future__ import annotations

import codecs

import pytest

from cvlint.fixes.copies import copy_of, why_no_copy
from cvlint.fixes.errors import FixError
from cvlint.fixes.mend import verify
from cvlint.loaders.detect import Format
from cvlint.loaders.readers import read
from tests.fixes.planning import finding, planned

CASES = [
    pytest.param("cv.txt", b"one\r\nrecieved\r\nend", b"one\r\nreceived\r\nend", id="crlf"),
    pytest.param("cv.txt", b"one\rrecieved\r\nend\n", b"one\rreceived\r\nend\n", id="mixed-line-ends"),
    pytest.param(
        "cv.txt", codecs.BOM_UTF8 + "Jos\u00e9\nrecieved".encode(), codecs.BOM_UTF8 + "Jos\u00e9\nreceived".encode(),
        id="utf-8-with-mark",
    ),
    pytest.param("cv.txt", "Jos\u00e9 recieved".encode("cp1252"), "Jos\u00e9 received".encode("cp1252"), id="windows"),
    pytest.param(
        "cv.txt", codecs.BOM_UTF16_LE + "a\nrecieved".encode("utf-16-le"),
        codecs.BOM_UTF16_LE + "a\nreceived".encode("utf-16-le"), id="utf-16",
    ),
    pytest.param("cv.md", b"# CV\n\n- **recieved** it\n", b"# CV\n\n- **received** it\n", id="markdown"),
    pytest.param(
        "cv.html", b"<html><body><p class='x'>I  recieved\n it &amp; more</p></body></html>",
        b"<html><body><p class='x'>I  received\n it &amp; more</p></body></html>", id="html",
    ),
    pytest.param(
        "cv.tex", b"\\documentclass{article}\\begin{document}\nI \\textbf{recieved} it.\n\\end{document}\n",
        b"\\documentclass{article}\\begin{document}\nI \\textbf{received} it.\n\\end{document}\n", id="latex",
    ),
    pytest.param(
        "cv.json", b'{"basics": {"name": "Hana", "label": "recieved?"},\n "work": [{"summary": "I recieved it"}]}',
        b'{"basics": {"name": "Hana", "label": "recieved?"},\n "work": [{"summary": "I received it"}]}', id="json",
    ),
    pytest.param(
        "cv.json", b'{"basics": {"name": "Hana", "summary": "At Caf\\u00e9 Adze I recieved it \\"so\\""}}',
        b'{"basics": {"name": "Hana", "summary": "At Caf\\u00e9 Adze I received it \\"so\\""}}', id="json-with-escapes",
    ),
    pytest.param(
        "cv.yaml", b"cv:\n  name: Hana # me\n  sections:\n    summary:\n      - 'I recieved it'\n",
        b"cv:\n  name: Hana # me\n  sections:\n    summary:\n      - 'I received it'\n", id="yaml",
    ),
    pytest.param(
        "cv.yaml", b"cv:\n  name: Hana\n  sections:\n    summary:\n      - >-\n        Then I\n        recieved it\n",
        b"cv:\n  name: Hana\n  sections:\n    summary:\n      - >-\n        Then I\n        received it\n",
        id="yaml-folded",
    ),
]  # fmt: skip
FORMATS = {"txt": Format.TEXT, "md": Format.MARKDOWN, "html": Format.HTML, "tex": Format.LATEX}
FORMATS |= {"json": Format.JSON, "yaml": Format.YAML}


@pytest.mark.parametrize(("name", "data", "expected"), CASES)
def test_only_the_word_changes(name: str, data: bytes, expected: bytes) -> None:
    document = read(FORMATS[name.rpartition(".")[2]], name, data)
    nth = document.text.split().count("recieved?")  # it is part of another word first
    plan = planned(document, data, finding(document, "recieved", "received", nth))
    assert not plan.left, plan.left[0].reason
    assert copy_of(document, data).write(plan) == expected


def test_a_sign_that_the_encoding_lacks_is_refused() -> None:
    data = "Jos\u00e9 - Analyst".encode("cp1252")
    document = read(Format.TEXT, "cv.txt", data)
    plan = planned(document, data, finding(document, "-", "\u2192"))
    assert "no sign for it" in plan.left[0].reason


@pytest.mark.parametrize(
    ("line", "new", "refused"),
    [
        pytest.param(b"'Kept dads books'", "dad's", True, id="quote-in-quotes"),
        pytest.param(b"Kept dads books", "dad's", False, id="quote-in-plain-words"),
        pytest.param(b"Kept dads books", "dad: the", True, id="colon"),
        pytest.param(b"dads books", "- dad", True, id="dash-first"),
    ],
)
def test_no_yaml_is_written_that_reads_in_another_way(line: bytes, new: str, refused: bool) -> None:
    data = b"cv:\n  name: Hana\n  sections:\n    summary:\n      - " + line + b"\n"
    document = read(Format.YAML, "cv.yaml", data)
    plan = planned(document, data, finding(document, "dads", new))
    assert [bool(plan.left), bool(plan.edits)] == [refused, not refused]
    verify(document, plan, copy_of(document, data).write(plan))


def test_a_word_in_an_attribute_is_not_mistaken_for_the_text() -> None:
    data = b"<html><body><p title='recieved'>I recieved it</p></body></html>"
    document = read(Format.HTML, "cv.html", data)
    plan = planned(document, data, finding(document, "recieved", "received"))
    made = copy_of(document, data).write(plan)
    verify(document, plan, made)
    assert b"title='recieved'>I received it" in made


@pytest.mark.parametrize("format", ["pdf", "doc", "odt", "rtf"])
def test_formats_that_are_mended_elsewhere_say_so(format: str) -> None:
    document = read(Format.TEXT, f"cv.{format}", b"text")
    object.__setattr__(document, "format", format)
    assert why_no_copy(document)
    with pytest.raises(FixError, match=f"cv.{format}"):
        copy_of(document, b"text")
