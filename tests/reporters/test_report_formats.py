"""Each format as its readers take it: against its schema, with hostile text, and whole as a golden file."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from pytest_regressions.file_regression import FileRegressionFixture

from cvlint import reporters
from cvlint.catalogue.find import built_in
from cvlint.model.document import Document
from cvlint.model.finding import Severity
from cvlint.model.report import Report
from cvlint.reporters import FORMATS, FormatError, reporter
from cvlint.reporters.region import region, uri

DATA = Path(__file__).parent / "data"
OURS = tuple(f for f in FORMATS if f != "text")
SUFFIX = {"json": ".json", "sarif": ".json", "gitlab": ".json", "junit": ".xml", "markdown": ".md", "html": ".html"}


def render(name: str, report: Report) -> str:
    return reporter(name)(report)


def with_message(report: Report, message: str) -> Report:
    """The report with one more sentence in every message."""
    first, *others = report.files
    findings = tuple(replace(f, message=message, context=message, text=message) for f in first.findings)
    return replace(report, files=(replace(first, findings=findings, path="a b.txt"), *others))


@pytest.mark.parametrize("name", OURS)
def test_the_whole_report(name: str, report: Report, file_regression: FileRegressionFixture) -> None:
    from cvlint import __version__

    text = render(name, report)
    text = re.sub(r"(<style>).*?(</style>)|(<script>).*?(</script>)", r"\1\2\3\4", text, flags=re.DOTALL)
    text = re.sub(r"sha256-[^']*", "sha256-", text).replace(__version__, "VERSION")
    file_regression.check(text, extension=SUFFIX.get(name, ".txt"), encoding="utf-8")


@pytest.mark.parametrize("name", OURS)
def test_nothing_found_is_a_valid_report(name: str, report: Report) -> None:
    first = replace(report.files[0], findings=(), notices=(), comparisons=())
    text = render(name, Report((first,)))
    text.encode()
    if name in ("json", "sarif", "gitlab"):
        json.loads(text)
    if name in ("concise", "github"):
        assert text == ""


# Half a surrogate pair, a NUL, an escape sequence, a sign that turns the line around.
HOSTILE = "bad \ud800 \x00 \x1b[31m \u202e end"


@pytest.mark.parametrize("name", OURS)
def test_unprintable_characters_end_no_format(name: str, report: Report) -> None:
    text = render(name, with_message(report, HOSTILE))
    text.encode("utf-8")
    if name != "json":  # JSON tells them as they are, escaped
        assert "\x1b" not in text
        assert "\u202e" not in text
    else:
        assert json.loads(text)["files"][0]["findings"][0]["message"] == HOSTILE


def test_concise_is_a_line_for_each_finding(report: Report) -> None:
    lines = render("concise", report).splitlines()
    assert lines[1] == "cvs/my cv.docx:6: ZZ901 'teh' is misspelt: 'the'"
    assert len(lines) == 4 + 3
    assert "gone.pdf: not-checked: gone.pdf: cannot be read." in lines
    # A line end in a message begins no line of its own.
    assert len(render("concise", with_message(report, "one\ntwo")).splitlines()) == len(lines)


class TestSarif:
    def log(self, report: Report) -> Any:
        return json.loads(render("sarif", report))

    def test_it_keeps_to_the_published_schema(self, report: Report) -> None:
        schema = json.loads((DATA / "sarif-schema-2.1.0.json").read_text("utf-8"))
        validator = jsonschema.Draft7Validator(schema)
        for log in (self.log(report), self.log(Report(())), self.log(with_message(report, ""))):
            assert [e.message for e in validator.iter_errors(log)] == []
        broken = self.log(report)
        broken["runs"][0]["results"][0]["level"] = "fatal"
        assert not validator.is_valid(broken)

    def test_columns_and_offsets_find_the_words(self, report: Report) -> None:
        document = report.files[0].document
        assert document
        lines = document.text.split("\n")
        results = self.log(report)["runs"][0]["results"]
        assert len(results) == 4
        for result in results:
            at = result["locations"][0]["physicalLocation"]["region"]
            text = "\n".join(lines[at["startLine"] - 1 : at["endLine"]])
            tail = len(lines[at["endLine"] - 1]) - (at["endColumn"] - 1)
            words = text[at["startColumn"] - 1 : len(text) - tail]
            assert words == at.get("snippet", {"text": ""})["text"]
            assert document.text[at["charOffset"] : at["charOffset"] + at["charLength"]] == words

    def test_fingerprints_and_levels_are_those_of_the_findings(self, report: Report) -> None:
        results = self.log(report)["runs"][0]["results"]
        findings = report.files[0].findings
        assert [r["partialFingerprints"]["cvlint/v1"] for r in results] == [f.fingerprint for f in findings]
        levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
        assert [r["level"] for r in results] == [levels[f.severity] for f in findings]

    def test_what_could_not_be_checked_is_no_success(self, report: Report) -> None:
        (invocation,) = self.log(report)["runs"][0]["invocations"]
        assert invocation["executionSuccessful"] is False
        assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "gone.pdf: cannot be read."
        good = replace(report, files=report.files[:1])
        assert self.log(good)["runs"][0]["invocations"][0]["executionSuccessful"] is True

    def test_rules_carry_what_their_cards_say(self, report: Report) -> None:
        card = built_in()[0].card
        first = report.files[0]
        named = replace(first.findings[0], code=card.code, name=card.name)
        run = self.log(replace(report, files=(replace(first, findings=(*first.findings, named)),)))["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        (rule,) = [r for r in rules if r["id"] == card.code]
        assert rule["fullDescription"]["text"] == " ".join(card.why.split())
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert card.name in rule["help"]["markdown"]
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("cvs/my cv.docx", "cvs/my%20cv.docx"),
            ("Müller#1.pdf", "M%C3%BCller%231.pdf"),
            ("/home/a/c v.pdf", "file:///home/a/c%20v.pdf"),
        ],
        ids=["blank", "letters", "absolute"],
    )
    def test_paths_are_uris(self, path: str, expected: str) -> None:
        assert uri(path) == expected


class TestGithub:
    def test_the_gravest_come_first(self, report: Report) -> None:
        kinds = [line.split(" ")[0] for line in render("github", report).splitlines()]
        assert kinds == ["::error"] * 3 + ["::warning"] + ["::notice"] * 3

    def test_a_place_on_one_line_has_columns(self, report: Report) -> None:
        lines = render("github", report).splitlines()
        assert "::error file=cvs/my cv.docx,line=6,col=6,endColumn=9,title=ZZ901 misspelling::'teh' is misspelt" in (
            "\n".join(lines)
        )
        (over_two,) = [line for line in lines if "ZZ902" in line]
        assert "line=7,endLine=8," in over_two
        assert "col=" not in over_two

    def test_text_of_the_cv_gives_no_command(self, report: Report) -> None:
        text = render("github", with_message(report, "100%\n::stop-commands::x\r\n::add-mask::y"))
        lines = text.splitlines()
        assert len(lines) == 7
        assert not any(line.startswith(("::stop", "::add")) for line in lines)
        assert "::100%25 ::stop-commands::x ::add-mask::y" in lines[1]

    def test_a_path_with_separators_is_escaped(self, report: Report) -> None:
        odd = replace(report.files[1], path="a,b:c.pdf")
        assert render("github", Report((odd,))).startswith("::error file=a%2Cb%3Ac.pdf,title=")


class TestGitlab:
    def test_it_keeps_to_the_documented_keys(self, report: Report) -> None:
        schema = json.loads((DATA / "gitlab-code-quality.schema.json").read_text("utf-8"))
        entries = json.loads(render("gitlab", report))
        jsonschema.Draft202012Validator(schema).validate(entries)
        assert [e["severity"] for e in entries] == ["blocker", "info", "major", "minor", "major"]
        assert entries[3]["location"]["lines"] == {"begin": 7, "end": 8}

    def test_the_same_mistake_in_two_files_is_two_entries(self, report: Report) -> None:
        first = report.files[0]
        twice = replace(report, files=(first, replace(first, path="other.docx")))
        prints = [e["fingerprint"] for e in json.loads(render("gitlab", twice))]
        assert len(prints) == len(set(prints)) == 8


class TestJunit:
    def tree(self, report: Report) -> etree._Element:
        return etree.fromstring(render("junit", report).encode())

    def test_it_keeps_to_the_schema(self, report: Report) -> None:
        schema = etree.XMLSchema(etree.parse(DATA / "junit-10.xsd"))
        for tree in (self.tree(report), self.tree(Report(())), self.tree(with_message(report, HOSTILE))):
            schema.assertValid(tree)

    def test_suggestions_pass_and_the_rest_fails(self, report: Report) -> None:
        tree = self.tree(report)
        assert (tree.get("tests"), tree.get("failures"), tree.get("errors")) == ("5", "3", "1")
        assert [e.get("message") for e in tree.iter("error")] == ["gone.pdf: cannot be read."]
        (passed,) = tree.iter("system-out")
        assert "or 'and', <b>50%</b>" in (passed.text or "")

    def test_a_clean_file_is_a_passed_case(self, report: Report) -> None:
        clean = replace(report.files[0], findings=(), notices=())
        (suite,) = self.tree(Report((clean,)))
        assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


MARKUP = [
    "<img src=x onerror=alert(1)>",
    "[a](https://example.com) ![b](https://example.com/c.png)",
    "`code` **bold** _it_ ~~gone~~",
    "# no heading",
    "1. no list",
    "12) no list",
    "- no list",
    "> no quote",
    "a | b | c",
    "&lt;b&gt; &amp;",
    "$x$ C# C++ 50% R&D \\ back",
    "<https://example.com>",
]


@pytest.mark.parametrize("text", MARKUP)
def test_markdown_shows_text_letter_by_letter(text: str, report: Report) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(render("markdown", with_message(report, text)))
    inline = [child for token in tokens for child in token.children or ()]
    assert {t.type for t in inline} <= {"text", "text_special", "strong_open", "strong_close", "hardbreak"}
    assert {t.type for t in tokens if t.type.endswith("list_open")} == {"bullet_list_open"}
    shown = ["".join(c.content for c in t.children or ()) for t in tokens if t.type == "inline"]
    assert sum(text in line for line in shown) == 4


def test_markdown_has_the_table_of_the_ad(report: Report) -> None:
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(render("markdown", report))
    assert sum(t.type == "tr_open" for t in tokens) == 1 + 4
    cells = ["".join(c.content for c in t.children or ()) for t in tokens if t.type == "inline"]
    assert "Power BI (or Tableau)" in cells
    assert "something near" in cells


def test_a_region_without_text_is_none(report: Report) -> None:
    assert region(report.files[0].findings[0], None) is None


def test_an_empty_finding_has_an_empty_region(document: Document, report: Report) -> None:
    last = report.files[0].findings[-1]
    at = region(last, document)
    assert at
    assert (at.line, at.column) == (at.end_line, at.end_column)


def test_only_the_format_asked_for_is_imported() -> None:
    code = (
        "import sys; from cvlint.reporters import reporter; reporter('concise'); "
        "print([m for m in sys.modules if m.startswith('cvlint.reporters.') or m in ('jinja2', 'rich', 'lxml')])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "cvlint.reporters.concise" in out
    for other in ("sarif", "html", "text", "jinja2", "rich"):
        assert other not in out


def test_packages_bring_formats_of_their_own(monkeypatch: pytest.MonkeyPatch, report: Report) -> None:
    entry = EntryPoint("shout", "cvlint.reporters.concise:render", "cvlint.reporters")
    monkeypatch.setattr(reporters, "plugins", lambda group: [entry] if group == entry.group else [])
    assert reporter("shout")(report) == render("concise", report)


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(FormatError, match="did you mean 'sarif'"):
        reporter("sarf")
