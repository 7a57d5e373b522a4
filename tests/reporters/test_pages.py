"""The HTML pages as documents: whole by themselves, safe with hostile text, every link at home."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from cvlint.model.document import Document
from cvlint.model.finding import Finding, Severity
from cvlint.model.picture import PagePicture
from cvlint.model.report import FileReport, FileStatus, Report
from cvlint.reporters import html, review_page
from cvlint.reporters.marks import boxes_of, items_of, lines_of


@pytest.fixture(params=["report", "review with pictures", "review of text"])
def page(request: pytest.FixtureRequest, report: Report, pictures: list[PagePicture]) -> str:
    if request.param == "report":
        return html.render(report)
    return review_page.render(report.files[0], pictures if "pictures" in request.param else [])


def test_every_link_leads_somewhere_on_the_page(page: str) -> None:
    tree = parser.fromstring(page)
    ids = Counter(tree.xpath("//@id"))
    assert [i for i, times in ids.items() if times > 1] == []
    targets = list(tree.xpath("//@href"))
    assert len(targets) > 8
    assert [t for t in targets if not t.startswith("#") or t[1:] not in ids] == []
    labelled = tree.xpath("//@aria-labelledby") + tree.xpath("//label/@for")
    assert [i for i in labelled if i not in ids] == []


def test_every_finding_is_marked_and_listed_both_ways(page: str) -> None:
    tree = parser.fromstring(page)
    findings = tree.xpath("//li[contains(@class, 'finding')]")
    assert len(findings) == 4
    for finding in findings:
        (back,) = finding.xpath(".//a[@class='place']/@href")
        assert tree.get_element_by_id(back[1:]) is not None
        assert tree.xpath(f"//main//a[@data-key][@href='#{finding.get('id')}']")


def test_nothing_comes_from_elsewhere(page: str) -> None:
    tree = parser.fromstring(page)
    assert all(s.startswith("data:image/png;base64,") for s in tree.xpath("//@src"))
    assert not tree.xpath("//link | //iframe | //object | //embed | //base | //@style | //@onclick | //@onload")
    style = "".join(tree.xpath("//style/text()"))
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_just_our_style_and_script(page: str) -> None:
    (policy,) = parser.fromstring(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    for tag in ("style", "script"):
        (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


HOSTILE = "</title></style></script><script>window.hacked=1</script><img src=x onerror='window.hacked=1'>\"'&{{7*7}}"


def hostile(report: Report) -> FileReport:
    """Hostile text wherever text of a CV, an ad or a file name comes in."""
    first = report.files[0]
    assert first.document
    comparison = first.comparisons[0]
    evidence = tuple(
        replace(e, quote=HOSTILE, requirement=replace(e.requirement, term=HOSTILE, quote=HOSTILE))
        for e in comparison.evidence
    )
    found = tuple(
        replace(f, message=HOSTILE, context=HOSTILE, section=HOSTILE, suggestions=(HOSTILE,), start=3, end=9)
        for f in first.findings
    )
    return replace(
        first,
        path=HOSTILE,
        locale='"><script>',
        findings=found,
        notices=tuple(replace(n, message=HOSTILE) for n in first.notices),
        comparisons=(replace(comparison, ad=replace(comparison.ad, title=HOSTILE), evidence=evidence),),
        document=replace(first.document, text=HOSTILE, blocks=()),
    )


def test_hostile_text_stays_text(report: Report, pictures: list[PagePicture]) -> None:
    file = hostile(report)
    for page in (html.render(Report((file,))), review_page.render(file, pictures), review_page.render(file, [])):
        tree = parser.fromstring(page)
        assert len(tree.xpath("//script")) == 1
        assert not tree.xpath("//img[@src='x'] | //@onerror")
        assert "{{7*7}}" in page
        assert HOSTILE in tree.xpath("string(//li[contains(@class, 'finding')][1])")


@pytest.mark.parametrize("pictured", [True, False], ids=["pictures", "no pictures"])
def test_a_file_without_findings_or_text_has_a_page(pictured: bool, pictures: list[PagePicture]) -> None:
    shown = pictures if pictured else []
    empty = FileReport("cv.pdf", "pdf", FileStatus.CHECKED, document=Document("cv.pdf", "pdf", ""), pages=1)
    assert "Nothing found" in review_page.render(empty, shown)
    failed = FileReport("cv.pdf", "unknown", FileStatus.FAILED)
    assert "could not be checked" in review_page.render(failed, shown)
    assert "Not checked" in html.render(Report((failed,)))
    assert "Nothing was checked" in html.render(Report(()))


def test_the_review_tells_the_name_of_the_file_but_not_its_folders(report: Report) -> None:
    file = replace(report.files[0], path="/home/ana/applications/cv.docx", notices=())
    page = review_page.render(file, [])
    assert "<h1>cv.docx</h1>" in page
    assert "applications" not in page


def test_the_questions_are_those_asked_for(report: Report) -> None:
    page = review_page.render(report.files[0], [], ["Is it <true>?"])
    assert "Is it &lt;true&gt;?" in page
    assert review_page.CHECKLIST[0] not in page
    assert "checklist" not in parser.fromstring(review_page.render(report.files[0], [], [])).xpath("//section/@id")


def finding(start: int, end: int, severity: Severity = Severity.ERROR, **more: Any) -> Finding:
    return Finding("ZZ901", "a-name", severity, "message", "", "", start, end, 1, **more)


def glyphs(document: Document, per_line: int) -> Document:
    """The document with glyphs 5 points wide, in lines of some characters, 12 points high."""
    from array import array

    boxes: array[float] = array("f")
    for i in range(len(document.text)):
        row, column = divmod(i, per_line)
        boxes.extend((column * 5.0, row * 12.0, column * 5.0 + 5, row * 12.0 + 10))
    return replace(document, boxes=boxes)


def test_a_finding_over_two_lines_has_two_boxes() -> None:
    document = glyphs(Document("cv.pdf", "pdf", "abcdefghij" * 2), per_line=10)
    boxes = list(boxes_of(finding(8, 13), document))
    assert [(b.x0, b.top, b.x1, b.bottom) for b in boxes] == [(40, 0, 50, 10), (0, 12, 15, 22)]


def test_boxes_stay_on_the_page(report: Report, pictures: list[PagePicture]) -> None:
    file = report.files[0]
    assert file.findings[1].box
    wide = replace(file.findings[1].box, x0=-50.0, x1=9000.0, top=-3.0)
    tree = parser.fromstring(
        review_page.render(replace(file, findings=(replace(file.findings[1], box=wide),)), pictures)
    )
    rect = tree.xpath("//a[contains(@class, 'box')]/rect")[0]
    assert (rect.get("x"), rect.get("y"), rect.get("width")) == ("0.0", "0.0", "595.0")


SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 12), st.sampled_from(list(Severity))), min_size=0, max_size=8
)


@given(text=st.text(alphabet="ab \n\t", max_size=40), spans=SPANS)
def test_marks_keep_the_text_and_every_finding(text: str, spans: list[tuple[int, int, Severity]]) -> None:
    document = Document("cv.txt", "text", text)
    found = [finding(min(s, len(text)), min(s + n, len(text)), severity) for s, n, severity in spans]
    file = FileReport("cv.txt", "text", FileStatus.CHECKED, tuple(found), document=document)
    items = items_of(file, {})
    lines = list(lines_of(document, items))
    shown = {line.number: "".join(p.text for p in line.pieces) for line in lines}
    for number, line in enumerate(text.split("\n"), 1):
        assert shown.get(number, "") == line
    begun = [i.key for line in lines for p in line.pieces for i in p.begins]
    assert sorted(begun, key=int) == [i.key for i in items]
    for line in lines:
        at = document.line_span(line.number).start
        for piece in line.pieces:
            if not piece.text:  # a finding in an empty line: there is nothing to mark
                continue
            over = [i for i in items if i.finding.start < at + len(piece.text) and i.finding.end > at]
            assert (piece.item is None) == (not over)
            if piece.item:
                assert piece.item.finding.severity.rank == max(i.finding.severity.rank for i in over)
            at += len(piece.text)


def test_the_templates_come_with_the_package() -> None:
    folder = Path(html.__file__).parent / "templates"
    assert {"page.css", "page.js", "parts.html.j2", "report.html.j2", "review.html.j2"} <= {
        p.name for p in folder.iterdir()
    }
