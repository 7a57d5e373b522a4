"""The commands `cvlint job` and `cvlint match` as a person or a program meets them."""

# ruff: noqa: E501
from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cvlint.cli.job import job
from cvlint.cli.match import match

AD = "Payroll Officer\n\nRequirements:\n- Experience with Xero\n- Knowledge of Power BI\n- Must have a full driving licence\n"
CV = "Ana Tuilagi\nana@example.com\n\nExperience\n\nPayroll Officer, Harbour Foods, Jan 2014 - Dec 2022\n- Ran payroll in {}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ad.txt").write_text(AD, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "ana.txt").write_text(CV.format("Xero and Power BI"), encoding="utf-8")
    (tmp_path / "ben.txt").write_text(CV.format("pencil <b>"), encoding="utf-8")
    return tmp_path


def test_job_prints_the_agreed_json(folder: Path) -> None:
    result = CliRunner().invoke(job, [str(folder / "ad.txt"), "--output-format", "json"])
    data = json.loads(result.stdout)
    assert result.exit_code == 0
    assert data["schema"] == 1
    assert {"file", "title", "employer", "requirements", "boilerplate_lines"} <= data.keys()
    xero = next(r for r in data["requirements"] if r["term"] == "Xero")
    assert (xero["level"], xero["line"]) == ("must", 4)
    assert [AD[a:b] for a, b in xero["mentions"]] == ["Xero"]


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_job_names_what_is_asked(folder: Path, form: str) -> None:
    result = CliRunner().invoke(job, [str(folder / "ad.txt"), "--output-format", form])
    assert result.exit_code == 0
    assert "Xero" in result.stdout


@pytest.mark.parametrize("name", ["empty.txt", "not-there.txt"])
def test_what_cannot_be_read_ends_with_2(folder: Path, name: str) -> None:
    result = CliRunner().invoke(job, [str(folder / name)])
    assert result.exit_code == 2
    assert name == "not-there.txt" or "empty" in result.output


def test_match_ranks_cvs_with_reasons(folder: Path) -> None:
    result = CliRunner().invoke(
        match,
        [
            str(folder / "ben.txt"),
            str(folder / "ana.txt"),
            "--job",
            str(folder / "ad.txt"),
            "--output-format",
            "json",
        ],
    )
    rows = json.loads(result.stdout)["matches"]
    assert result.exit_code == 0
    assert [Path(r["cv"]).name for r in rows] == ["ana.txt", "ben.txt"]
    assert "Xero" in rows[1]["reasons"]


@pytest.mark.parametrize(("form", "sign"), [("html", "<!doctype html>"), ("markdown", "| Place |"), ("text", "Place")])
def test_match_writes_each_format(folder: Path, form: str, sign: str) -> None:
    result = CliRunner().invoke(
        match,
        [
            str(folder / "ana.txt"),
            str(folder / "ben.txt"),
            "--job",
            str(folder / "ad.txt"),
            "--output-format",
            form,
        ],
    )
    assert result.exit_code == 0
    assert sign in result.stdout
    assert "<b>" not in result.stdout


def test_match_goes_on_past_a_bad_ad_and_says_so(folder: Path) -> None:
    result = CliRunner().invoke(
        match,
        [
            str(folder / "ana.txt"),
            "--job",
            str(folder / "ad.txt"),
            "--job",
            str(folder / "empty.txt"),
            "--output-format",
            "json",
        ],
    )
    assert result.exit_code == 2
    assert len(json.loads(result.stdout)["matches"]) == 1
    assert "empty" in result.stderr
