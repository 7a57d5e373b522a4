"""Whatever is read: segments cover the text without gap; blocks are ordered, inside it, and without blanks around."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cvlint.loaders import load_text
from cvlint.loaders.docx import read_docx
from cvlint.model.document import Document
from tests.loaders.docx_fixtures import box, docx, p, part, r, tbl

SIGNS = st.text(st.sampled_from("aB é•-1.)\t*_[]()#`<>&|=~\n\r\x1b\u2028\ufffd \\"), max_size=80)
TEXT = st.one_of(SIGNS, st.text(max_size=60))
PLAIN = st.text(st.sampled_from("ab é•- ."), max_size=12)
RUN = st.builds(
    r, PLAIN, st.sampled_from(["", "<w:b/>", "<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'])
)
INLINE = st.one_of(RUN, st.builds(lambda inner: f"<w:ins>{inner}</w:ins>", RUN), st.just("<w:r><w:tab/></w:r>"))
PARAGRAPH = st.lists(INLINE, max_size=4).map(lambda runs: p(*runs))
BLOCK = st.one_of(
    PARAGRAPH,
    st.builds(lambda a, b: tbl((a, b)), PARAGRAPH, PARAGRAPH),
    st.builds(lambda inner: p(box(inner)), PARAGRAPH),
)


def hold(document: Document) -> None:
    at = 0
    for segment in document.segments:
        assert segment.start == at < segment.end
        at = segment.end
    assert at == len(document.text)
    assert [b.index for b in document.blocks] == list(range(len(document.blocks)))
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        assert not document.text[block.start].isspace()
        assert not document.text[block.end - 1].isspace()
        at = block.end


@settings(max_examples=150, deadline=None)
@given(TEXT)
@example("\r\n")
def test_plain_text(text: str) -> None:
    document = load_text(text)
    hold(document) if text.strip() else None
    assert len(document.text) == len(text.replace("\r\n", "\n"))


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_markdown(text: str) -> None:
    if text.encode("utf-8", "replace").strip():
        hold(load_text(text, "cv.md"))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<li>", "<b>", "</b>", "<br>", "<table>", "<td>", "a", " b ", "\n"]),
        min_size=1,
    )
)
def test_html(pieces: list[str]) -> None:
    hold(load_text("<body>x" + "".join(pieces), "cv.html"))


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCK, max_size=5))
def test_docx(blocks: list[str]) -> None:
    document = read_docx("cv.docx", docx("".join(blocks)))
    hold(document)
    elements = text_elements("".join(blocks))
    read: list[int] = []
    for segment in document.segments:
        for source in (segment.source, *(segment.source.twins if segment.source else ())):
            if source is not None:
                text = elements[source.node][source.offset :]
                assert text.startswith(document.text[segment.start : segment.end])
                read.append(source.node)
    assert sorted(read) == [i for i, text in enumerate(elements) if text], "every element is read, and read once"


def text_elements(inner: str) -> list[str]:
    """The text of every `w:t` of a body, in order."""
    from lxml import etree

    root = etree.fromstring(part("document", inner).encode())
    return [el.text or "" for el in root.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")]
