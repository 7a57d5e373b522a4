"""A redacted report holds no word of the CV, whatever prints it, and still says what to do and where."""

from __future__ import annotations

import json
import re
import string
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from cvlint.catalogue.find import built_in
from cvlint.config.schema import Config
from cvlint.model.document import Notice
from cvlint.model.report import FileReport, FileStatus, Report
from cvlint.reporters import FORMATS, reporter
from cvlint.reporters.redact import advice, redact
from cvlint.runner import check_files

CV = """Quillon Brumbleby
Wanganella Road 4471, Otautau | quillon..brumbleby@@examplezz.co.nz | 021 5559

Date of birth: 17 October 1961

Experience
Zinc Grader, Umberfold Foundry
March 1997 – February 1993
- Ran the Vexolith line of 38 presses!!
Zinc Sorter, Pellworm Mill
1991 - Sept. 1992
- Sorted zinc and kept the Kryptone ledger
"""
AD = """Zinc Foreman
Trinkwell Metals, Wellington

What you will need:
- Five years of experience with Vexolith
- Good knowledge of Obsidianware
"""
SECRETS = re.findall(r"\w{4,}", CV + AD)
ORDINARY = re.compile(
    r"(?i)date|birth|october|march|february|experience|kept|line|what|will|need|years|five|with|good|knowledge|road|"
    r"sept|wellington|grader|sorted|zinc|mill|ledger|metals|foundry|presses|sorter|foreman|[0-9]{4}"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder: Path = tmp_path_factory.mktemp("cv")
    (folder / "one.txt").write_text(CV, encoding="utf-8")
    (folder / "ad.txt").write_text(AD, encoding="utf-8")
    config = Config(select=("DA", "CT", "JO"), preview=True)
    return check_files([folder / "one.txt"], [folder / "ad.txt"], config, date(2026, 6, 1))


def secrets() -> list[str]:
    """The words of CV and ad that no card and no sentence of ours would use."""
    return sorted({s for s in SECRETS if not ORDINARY.fullmatch(s)})


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_tells_a_word_of_the_cv(name: str, report: Report) -> None:
    redacted = reporter(name)(redact(report))
    assert [s for s in secrets() if s.lower() in redacted.lower()] == []


def test_the_report_itself_tells_them(report: Report) -> None:
    told = reporter("json")(report)
    assert {"Brumbleby", "Vexolith", "Obsidianware"} <= {s for s in secrets() if s in told}


def test_what_and_where_stay(report: Report) -> None:
    before, after = report.files[0], redact(report).files[0]
    assert len(before.findings) >= 4
    assert [(f.code, f.severity, f.line, f.start, f.end) for f in before.findings] == [
        (f.code, f.severity, f.line, f.start, f.end) for f in after.findings
    ]
    assert len({f.fingerprint for f in after.findings}) == len(after.findings)
    assert not {f.fingerprint for f in after.findings} & {f.fingerprint for f in before.findings}
    assert [c.must for c in before.comparisons] == [c.must for c in after.comparisons]


def test_a_redacted_page_shows_no_text_and_lists_all(report: Report) -> None:
    tree = html.fromstring(reporter("html")(redact(report)))
    assert not tree.find_class("text")
    assert len(tree.find_class("finding")) == len(report.files[0].findings)
    assert not tree.xpath("//li//a")


def test_sarif_still_tells_columns(report: Report) -> None:
    def places(shown: Report) -> list[Any]:
        (run,) = json.loads(reporter("sarif")(shown))["runs"]
        regions = [r["locations"][0]["physicalLocation"]["region"] for r in run["results"]]
        return [{k: v for k, v in region.items() if k != "snippet"} for region in regions]

    assert places(redact(report)) == places(report)


def test_every_card_keeps_its_advice_and_loses_its_words() -> None:
    for rule in built_in():
        message = rule.card.message
        fields = {f for _, f, _, _ in string.Formatter().parse(message) if f}
        told = advice(message, message.format_map(dict.fromkeys(fields, "Brumbleby")))
        assert "Brumbleby" not in told, rule.code
        for text, _, _, _ in string.Formatter().parse(message):
            assert text in told, rule.code


@pytest.mark.parametrize(
    ("template", "message", "expected"),
    [
        ("'{found}' is misspelt: '{suggestion}'", "'teh' is misspelt: 'the'", "'…' is misspelt: '…'"),
        ("{count} emoji: take them out", "12 emoji: take them out", "12 emoji: take them out"),
        (
            "This ends ({end}) before it starts",
            "This ends (May 2001) before it starts",
            "This ends (…) before it starts",
        ),
        ("Call {found}", "Call 4471", "Call …"),
        ("{count} places", "Brumbleby places", "… places"),
        ("No telephone", "No telephone", "No telephone"),
        ("'{found}' here", "other words altogether Brumbleby", "'…' here"),
    ],
    ids=["quoted", "count", "in parentheses", "digits", "count that is none", "no braces", "changed wording"],
)
def test_advice(template: str, message: str, expected: str) -> None:
    assert advice(template, message) == expected


def test_a_rule_without_a_card_is_told_by_its_name(report: Report) -> None:
    assert redact(report, rules=()).files[0].findings[0].message == report.files[0].findings[0].name.replace("-", " ")


@pytest.mark.parametrize(
    "notice",
    [
        Notice("rule-failed", "DA001 failed on this file (ValueError: Brumbleby); everything else was checked."),
        Notice("unused-ignore", "[[ignore]] SP001 for 'Brumbleby' is no longer needed; take it out."),
        Notice("not-checked", "one.txt: cannot be read (near Brumbleby"),
        Notice("of-a-pack", "Brumbleby"),
    ],
    ids=lambda n: n.code,
)
def test_notices_keep_their_code_and_lose_their_quotes(notice: Notice) -> None:
    made = redact(Report((FileReport("one.txt", "text", FileStatus.FAILED, notices=(notice,)),), (), (notice,)))
    for told in (made.notices[0], made.files[0].notices[0]):
        assert told.code == notice.code
        assert "Brumbleby" not in told.message
        assert told.message
    assert made.incomplete
