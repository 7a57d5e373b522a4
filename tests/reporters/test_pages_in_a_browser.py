"""The pages in a real Chromium: layout, filters, keyboard, print, accessibility by axe-core, and no word to anyone.

Needs Chromium (found on the path, or named by CVLINT_CHROMIUM) and the Python packages `playwright` and
`axe-playwright-python`. Without them these tests are skipped; where CI is set they fail instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cvlint.model.picture import PagePicture
from cvlint.model.report import Report
from cvlint.reporters import html, review_page

CHROMIUM = os.environ.get("CVLINT_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
WIDTHS = [390, 820, 1440]


def _missing(what: str) -> None:
    message = f"{what} is not installed"
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        _missing("Chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright")
    with sync_playwright() as playwright:
        # Without a sandbox, because containers run as root; the pages are our own.
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Opened:
    """A page in a tab, with everything it said and asked for."""

    def __init__(self, browser: Any, path: Path, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.tab = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.tab.on("console", lambda m: self.said.append(m.text))
        self.tab.on("pageerror", lambda e: self.said.append(str(e)))
        self.tab.on("request", lambda r: self.asked.append(r.url))
        self.tab.goto(path.as_uri())


@pytest.fixture
def opened(browser: Any, tmp_path: Path, report: Report, pictures: list[PagePicture]) -> Iterator[Any]:
    pages: list[Opened] = []
    file = replace(report.files[0], notices=())

    def open_(name: str, width: int = 1440, **options: Any) -> Opened:
        text = {
            "report": lambda: html.render(report),
            "two files": lambda: html.render(replace(report, files=(file, *report.files))),
            "review": lambda: review_page.render(file, pictures),
            "review of text": lambda: review_page.render(file, []),
        }[name]()
        path = tmp_path / f"{name}.html"
        path.write_text(text, encoding="utf-8")
        pages.append(Opened(browser, path, viewport={"width": width, "height": 900}, **options))
        return pages[-1]

    yield open_
    for page in pages:
        page.context.close()


NAMES = ["report", "review", "review of text"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_it_fits_every_width_in_silence(name: str, width: int, opened: Any) -> None:
    page = opened(name, width)
    assert page.said == []
    assert [u for u in page.asked if not u.startswith(("file:", "data:"))] == []
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= width
    assert page.tab.evaluate("window.hacked") is None
    cv = page.tab.locator(".cv").first.bounding_box()
    findings = page.tab.locator(".findings").first.bounding_box()
    if width >= 1024:
        assert findings["x"] > cv["x"] + cv["width"]
    else:
        assert findings["y"] > cv["y"] + cv["height"] - 1


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
@pytest.mark.parametrize("name", [*NAMES, "two files"])
def test_axe_finds_no_barrier(name: str, width: int, scheme: str, opened: Any) -> None:
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        _missing("axe-playwright-python")
    page = opened(name, width, color_scheme=scheme)
    page.tab.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    result = Axe().run(page.tab)
    assert len(result.response["passes"]) > 20
    assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in result.response["violations"]] == []


def test_dark_and_light_differ(opened: Any) -> None:
    ground = [
        opened("review", color_scheme=scheme).tab.evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert ground[0] != ground[1]


@pytest.mark.parametrize("name", NAMES)
def test_filters_hide_findings_and_their_marks(name: str, opened: Any) -> None:
    tab = opened(name).tab
    status = tab.locator(".filters [role=status]")
    assert status.text_content() == "All 4 shown"
    tab.get_by_label("2 errors").uncheck()
    assert status.text_content() == "2 of 4 shown"
    assert tab.locator("li.finding:visible").count() == 2
    assert tab.locator("li.finding.error:visible").count() == 0
    assert tab.locator(".m.error:not(.off), .box.error:not(.off)").count() == 0
    tab.get_by_label("1 warning").uncheck()
    tab.get_by_label("1 suggestion").uncheck()
    assert tab.locator("li.finding:visible").count() == 0
    tab.get_by_label("2 errors").check()
    assert tab.locator("li.finding:visible").count() == 2


def test_the_kind_filters_too(browser: Any, tmp_path: Path, report: Report, pictures: list[PagePicture]) -> None:
    file = report.files[0]
    findings = (replace(file.findings[0], code="DA901"), *file.findings[1:])
    path = tmp_path / "kinds.html"
    path.write_text(review_page.render(replace(file, findings=findings), pictures), encoding="utf-8")
    page = Opened(browser, path)
    page.tab.get_by_label("Kind").select_option("DA")
    assert page.tab.locator("li.finding:visible").count() == 1
    page.tab.get_by_label("Kind").select_option("")
    assert page.tab.locator("li.finding:visible").count() == 4
    page.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_without_javascript_all_but_the_filters_is_there(name: str, opened: Any) -> None:
    tab = opened(name, java_script_enabled=False).tab
    assert tab.locator("li.finding:visible").count() == 4
    assert not tab.locator("form.filters").is_visible()
    assert tab.locator("button:visible").count() == 0
    tab.locator("li.finding a.place").nth(1).click()
    assert tab.locator(":target").count() == 1
    assert tab.url.rpartition("#")[2][0] in "tb"


def test_the_keyboard_goes_from_a_mark_to_its_finding_and_back(opened: Any) -> None:
    tab = opened("review").tab
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.locator("#b2").focus()
    assert "on" in (tab.locator("#f2").get_attribute("class") or "").split()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**#f2")
    tab.locator("#f2 a.place").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**#b2")


def test_a_mark_in_the_folded_text_unfolds_it(opened: Any) -> None:
    tab = opened("review").tab
    assert not tab.locator("#cv .text").is_visible()
    tab.locator("#f3 a.place").click()
    assert tab.locator("#cv .text").is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_boxes_lie_on_their_words(width: int, opened: Any) -> None:
    tab = opened("review", width).tab
    image = tab.locator(".leaf img").bounding_box()
    box = tab.locator("#b2 rect").first.bounding_box()
    scale = image["width"] / 595
    expected = {"x": 60.5, "y": 118.5, "width": 19, "height": 14}
    for key in ("x", "y"):
        assert box[key] - image[key] == pytest.approx(expected[key] * scale, abs=1.5)
    for key in ("width", "height"):
        assert box[key] == pytest.approx(expected[key] * scale, abs=2.5)  # the border counts


def test_notes_and_answers_become_a_file(opened: Any) -> None:
    tab = opened("review").tab
    tab.locator("textarea").fill("Show the award.\nWell done!")
    tab.locator(".checklist input").first.check()
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save notes").click()
    assert download.value.suggested_filename == "my cv.notes.txt"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "Show the award.\nWell done!" in text
    assert f"[x] {review_page.CHECKLIST[0]}" in text
    assert f"[ ] {review_page.CHECKLIST[1]}" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_all_that_matters(scheme: str, opened: Any, tmp_path: Path) -> None:
    from pypdf import PdfReader

    tab = opened("review", color_scheme=scheme).tab
    tab.locator("textarea").fill("A long note\n" * 40 + "A note of mine")
    tab.emulate_media(media="print", color_scheme=scheme)
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for hidden in (".filters", ".actions", "nav"):
        assert not tab.locator(hidden).is_visible()
    path = tmp_path / "printed.pdf"
    tab.pdf(path=path, format="A4")
    pages = PdfReader(path).pages
    text = " ".join(" ".join(p.extract_text() for p in pages).split())
    assert 3 <= len(pages) <= 6
    assert "Page 1" in pages[0].extract_text()  # the first page of the CV stands under the heading
    assert len([i for p in pages for i in p.images]) == 1
    for sentence in ("'teh' is misspelt: 'the'", "Power BI", review_page.CHECKLIST[0], "A note of mine"):
        assert sentence in text
