"""`cvlint check` as a person meets it: what is checked, what is said, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cvlint.cli.main import main

CV = """Hana Pohatu
Wellington, New Zealand | hana@example.co.nz | 021 555 0123

Experience
Project Manager, Kahikatea Ltd, Wellington
March 2019 – Present
- Kept twelve projects on time

Analyst, Rata Bank, Auckland
March 2015 – February 2014
- Wrote the monthly reports for six managers
"""
AD = """Analyst
Totara Foods, Wellington

What you will need:
- Three years of experience as an analyst
- Good knowledge of Power BI and SQL
- A full driver licence
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cv.txt").write_text(CV)
    (tmp_path / "ad.txt").write_text(AD)
    return tmp_path


def cvlint(*arguments: str, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(main, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def check(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return cvlint("check", *arguments, "--select", "DA", stdin=stdin)


@pytest.mark.usefixtures("folder")
def test_a_finding_shows_its_line_its_place_and_its_rule() -> None:
    result = check("cv.txt")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    at = next(i for i, line in enumerate(lines) if "March 2015 – February 2014" in line and "ends" not in line)
    start = lines[at].index("March 2015")
    assert lines[at + 1] == " " * start + "^" * len("March 2015 – February 2014")
    assert "DA003 end-before-start" in lines[at + 2]
    assert "line 10" in lines[at + 2]
    assert result.output.rstrip().splitlines()[-2].startswith("1 error in cv.txt")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--fail-on", "never"], 0),
        (["--ignore", "DA003"], 0),
        (["--ignore", "end-before-start"], 0),
    ],
    ids=["error", "never", "ignored-by-code", "ignored-by-name"],
)
def test_the_exit_code_follows_what_is_asked(options: list[str], code: int) -> None:
    assert check("cv.txt", *options).exit_code == code


BAD_INPUT = [
    pytest.param(["missing.docx"], "missing.docx: cannot be read", id="missing file"),
    pytest.param(["empty"], "empty: no CV is in this folder", id="folder without CVs"),
    pytest.param(["nothing.txt"], "nothing.txt: the file is empty", id="empty file"),
    pytest.param(["picture.png"], "picture.png: the file is a PNG picture", id="wrong type"),
    pytest.param(["cv.txt", "--ignore", "mixed-date-format"], "did you mean 'mixed-date-formats'?", id="unknown rule"),
    pytest.param(["cv.txt", "--output-format", "jsn"], "did you mean 'json'?", id="unknown format"),
    pytest.param(["cv.txt", "--locale", "en-FR"], "locale", id="unknown locale"),
    pytest.param(["cv.txt", "--readers", "foo"], "there is no reader 'foo'", id="unknown reader"),
    pytest.param(["cv.txt", "--job", "gone.txt"], "gone.txt: cannot be read", id="missing ad"),
    pytest.param(["cv.txt", "--job", "empty.txt"], "empty.txt: the file is empty", id="empty ad"),
    pytest.param(["cv.txt", "--config", "gone.toml"], "gone.toml: cannot be read", id="missing configuration"),
]


@pytest.mark.parametrize(("arguments", "sentence"), BAD_INPUT)
def test_bad_input_is_one_sentence_and_exit_code_two(folder: Path, arguments: list[str], sentence: str) -> None:
    (folder / "empty").mkdir()
    (folder / "nothing.txt").touch()
    (folder / "empty.txt").touch()
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    result = check(*arguments)
    assert result.exit_code == 2
    assert sentence in result.output
    assert "Traceback" not in result.output


@pytest.mark.usefixtures("folder")
def test_the_other_files_are_checked_all_the_same() -> None:
    result = check("missing.docx", "cv.txt", "--job", "gone.txt")
    assert result.exit_code == 2
    assert "DA003" in result.output


def test_a_folder_stands_for_the_cvs_in_it(folder: Path) -> None:
    for name in ("notes.txt", "letter.docx", "~$cv.docx", "cv.fixed.docx", "README.md"):
        (folder / name).write_text("Nothing of a CV")
    (folder / "acme").mkdir()
    (folder / "acme" / "my-resume.md").write_text(CV)
    data = json.loads(check(".", "--output-format", "json").output)
    assert [file["path"] for file in data["files"]] == ["cv.txt", "acme/my-resume.md"]


def test_standard_input_is_checked_under_its_name(folder: Path) -> None:
    result = check("-", "--stdin-filename", "mine.md", "--output-format", "json", stdin=CV)
    data = json.loads(result.output)
    assert [(f["path"], f["format"]) for f in data["files"]] == [("mine.md", "markdown")]
    assert [f["code"] for f in data["files"][0]["findings"]] == ["DA003"]


@pytest.mark.usefixtures("folder")
def test_the_ad_is_compared_line_by_line() -> None:
    result = check("cv.txt", "--job", "ad.txt")
    assert "Against the ad: Analyst" in result.output
    row = next(line for line in result.output.splitlines() if "Power BI" in line)
    assert "not found" in row


def test_the_configuration_is_found_upwards_and_answers_for_its_keys(folder: Path) -> None:
    (folder / "acme").mkdir()
    (folder / "acme" / "cv.txt").write_text(CV)
    (folder / "cvlint.toml").write_text('[rules]\nDA003 = "off"\n')
    assert check("acme/cv.txt").exit_code == 0
    (folder / "cvlint.toml").write_text('ignroe = ["DA003"]\n')
    result = check("acme/cv.txt")
    assert result.exit_code == 2
    assert "unknown key 'ignroe'; did you mean 'ignore'?" in result.output


def test_ignored_findings_are_counted_and_those_no_longer_needed_are_told(folder: Path) -> None:
    (folder / "cvlint.toml").write_text(
        '[[ignore]]\ncode = "DA003"\ntext = "March 2015 – February 2014"\nreason = "a typo on purpose"\n'
        '[[ignore]]\ncode = "DA005"\ntext = "2031"\nreason = "old"\n'
    )
    result = check("cv.txt")
    assert result.exit_code == 0
    assert "1 finding let be as configured" in result.output
    assert "[[ignore]] DA005 for '2031' is no longer needed" in result.output


def test_a_rule_that_fails_does_not_read_as_success(folder: Path) -> None:
    cards = folder / "cards"
    cards.mkdir()
    (cards / "XX001-always-fails.yaml").write_text(
        "code: XX001\nname: always-fails\nseverity: info\nsince: '0.1'\nstatus: stable\nkind: python\n"
        "check: fractions:Fraction.from_float\nmessage: never\nwhy: w\nsource: s\n"
        "good: [a, b, c]\nbad: [{text: a, flag: a}, {text: b, flag: b}]\n"
    )
    (folder / "cvlint.toml").write_text('rule-paths = ["cards"]\n')
    result = check("cv.txt")
    assert result.exit_code == 2
    assert "XX001" in result.output
    assert "Traceback" not in result.output


def test_commands_and_explanations_help_on(folder: Path) -> None:
    assert "did you mean 'check'?" in cvlint("chek", "cv.txt").output
    assert "`cvlint check cv.txt`" in cvlint("cv.txt").output
    page = cvlint("explain", "DA003").output
    assert "end-before-start" in page
    assert 'DA003 = "off"' in page


@pytest.mark.usefixtures("folder")
def test_the_text_is_what_the_offsets_count_in() -> None:
    text = cvlint("text", "cv.txt").output
    data = json.loads(check("cv.txt", "--output-format", "json").output)
    (finding,) = data["files"][0]["findings"]
    assert text[finding["start"] : finding["end"]] == finding["text"]
    assert text.splitlines()[finding["line"] - 1] == finding["text"]


def test_the_list_of_rules_is_up_to_date() -> None:
    index = Path(__file__).parents[2] / "rules" / "README.md"
    assert cvlint("rules", "--output-format", "markdown").output == index.read_text(encoding="utf-8"), (
        "write it anew: cvlint rules --output-format markdown > rules/README.md"
    )
