"""`cvlint fix`, `review` and `signoff` as a person meets them; no command changes a file it was given."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from cvlint.cli.check import check
from cvlint.cli.fix import fix
from cvlint.cli.job import job
from cvlint.cli.match import match
from cvlint.cli.review import review
from cvlint.cli.signoff import signoff
from cvlint.cli.text import text
from tests.fixes.planning import docx_read
from tests.fixes.test_highlights import pdf
from tests.loaders.docx_fixtures import docx, p, r

BODY = (
    p("Hana Pohatu") + p("Wellington, New Zealand | hana@example.co.nz | 021 555 0123") + p("Experience")
    + p("Analyst, Kahikatea Ltd, Wellington") + p("March 2019 – Present")
    + p(r("Wrote reports in Eng", "<w:b/>"), r("lish  and french"))
)  # fmt: skip
CONFIG = 'select = ["PU002", "NM006"]\n'
AD = "Analyst\nTotara Foods, Wellington\n\nWhat you will need:\n- Three years of experience\n- Power BI and SQL\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cvlint.toml").write_text(CONFIG)
    (tmp_path / "cv.docx").write_bytes(docx(BODY))
    (tmp_path / "cv.txt").write_text("Hana Pohatu\n\nExperience\n- Wrote  reports in french\n")
    (tmp_path / "cv.pdf").write_bytes(pdf())
    (tmp_path / "ad.txt").write_text(AD)
    return tmp_path


def run(command: click.Command, *arguments: str) -> Result:
    result = CliRunner().invoke(command, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_fix_writes_a_corrected_copy_beside_the_file(folder: Path) -> None:
    result = run(fix, "cv.docx")
    assert "cv.fixed.docx" in result.output
    made = docx_read((folder / "cv.fixed.docx").read_bytes()).text
    assert "reports in English and French" in made


def test_diff_shows_the_changes_and_writes_nothing(folder: Path) -> None:
    result = run(fix, "cv.txt", "--diff")
    assert result.exit_code == 1
    assert "-- Wrote  reports in french" in result.output
    assert "+- Wrote reports in French" in result.output
    assert not list(folder.glob("*.fixed.*"))


def test_select_mends_only_what_is_named(folder: Path) -> None:
    run(fix, "cv.txt", "--select", "NM006", "--output", "out.txt")
    assert "- Wrote  reports in French" in (folder / "out.txt").read_text()


def test_in_place_keeps_a_backup(folder: Path) -> None:
    old = (folder / "cv.txt").read_bytes()
    run(fix, "cv.txt", "--in-place")
    assert (folder / "cv.txt.bak").read_bytes() == old
    assert "French" in (folder / "cv.txt").read_text()


def test_an_earlier_backup_is_never_replaced(folder: Path) -> None:
    (folder / "cv.txt.bak").write_text("the first of all")
    run(fix, "cv.txt", "--in-place")
    assert (folder / "cv.txt.bak").read_text() == "the first of all"
    assert "french" in (folder / "cv.txt.bak2").read_text()


def test_a_copy_that_was_edited_since_is_not_replaced(folder: Path) -> None:
    run(fix, "cv.txt")
    assert run(fix, "cv.txt").exit_code == 0  # its own copy, untouched, is replaced
    (folder / "cv.fixed.txt").write_text("my own work")
    refused = run(fix, "cv.txt")
    assert refused.exit_code == 2
    assert "--force" in refused.output
    assert (folder / "cv.fixed.txt").read_text() == "my own work"
    assert run(fix, "cv.txt", "--force").exit_code == 0


def test_the_copy_may_not_be_the_file_itself(folder: Path) -> None:
    refused = run(fix, "cv.txt", "--output", "./cv.txt", "--force")
    assert refused.exit_code == 2
    assert "--in-place" in refused.output
    assert "french" in (folder / "cv.txt").read_text()


def test_a_pdf_is_mended_at_its_source(folder: Path) -> None:
    result = run(fix, "cv.pdf")
    assert "mend the file it was made from" in result.output
    assert not list(folder.glob("*.fixed.*"))


@pytest.mark.parametrize("command", [fix, review], ids=["fix", "review"])
def test_a_file_that_cannot_be_read_is_one_sentence(folder: Path, command: click.Command) -> None:
    (folder / "empty.docx").write_bytes(b"")
    for name in ("empty.docx", "none.docx"):
        result = run(command, name)
        assert result.exit_code == 2
        assert result.output.startswith("Error: ")
        assert len(result.output.strip().splitlines()) == 1


def test_only_a_docx_can_hold_tracked_changes(folder: Path) -> None:
    assert run(fix, "cv.txt", "--tracked").exit_code == 2
    run(fix, "cv.docx", "--tracked", "--output", "tracked.docx")
    made = docx_read((folder / "tracked.docx").read_bytes())
    assert {r.author for r in made.revisions} == {"cvlint"}


def test_review_of_a_pdf_writes_notes_and_a_page(folder: Path) -> None:
    result = run(review, "cv.pdf", "--job", "ad.txt")
    assert result.exit_code == 0
    assert (folder / "cv.review.pdf").read_bytes().startswith((folder / "cv.pdf").read_bytes())
    page = (folder / "cv.review.html").read_text()
    assert "data:image/png;base64," in page
    assert "Power BI" in page


def test_review_writes_one_file_where_one_is_named(folder: Path) -> None:
    assert run(review, "cv.docx", "--output", "out.docx").exit_code == 0
    assert sorted(p.name for p in folder.glob("*.docx")) == ["cv.docx", "out.docx"]
    assert not list(folder.glob("*.html"))
    assert run(review, "cv.docx", "--output", "out.pdf").exit_code == 2


def test_a_sign_off_holds_until_the_file_changes(folder: Path) -> None:
    assert run(signoff, "cv.docx", "--check").exit_code == 1
    assert run(signoff, "cv.docx", "--by", "Mere  Walker").exit_code == 0
    lines = (folder / "cv.docx.signoff").read_text().splitlines()
    digest = hashlib.sha256((folder / "cv.docx").read_bytes()).hexdigest()
    assert lines[:2] == [f"sha256: {digest}", "by: Mere Walker"]
    assert run(signoff, "cv.docx", "--check").exit_code == 0
    (folder / "cv.docx").write_bytes(docx(BODY + p("More")))
    changed = run(signoff, "cv.docx", "--check")
    assert changed.exit_code == 1
    assert "Mere Walker" in changed.output


def test_errors_are_not_signed_off_unless_anyway(folder: Path) -> None:
    (folder / "cvlint.toml").write_text(CONFIG + '[rules.NM006]\nseverity = "error"\n')
    refused = run(signoff, "cv.txt", "--by", "Mere")
    assert refused.exit_code == 1
    assert "1 error is left" in refused.output
    assert not (folder / "cv.txt.signoff").exists()
    assert run(signoff, "cv.txt", "--by", "Mere", "--anyway").exit_code == 0


def test_a_file_that_is_no_sign_off_is_not_replaced(folder: Path) -> None:
    (folder / "cv.txt.signoff").write_text("shopping list")
    assert run(signoff, "cv.txt", "--by", "Mere", "--anyway").exit_code == 2
    assert (folder / "cv.txt.signoff").read_text() == "shopping list"


COMMANDS = [
    pytest.param(fix, ["{}"], id="fix"),
    pytest.param(fix, ["{}", "--diff"], id="fix-diff"),
    pytest.param(fix, ["{}", "--unsafe-fixes", "--output", "out"], id="fix-unsafe"),
    pytest.param(review, ["{}", "--job", "ad.txt", "--output", "reviews"], id="review"),
    pytest.param(signoff, ["{}", "--by", "Mere", "--anyway"], id="signoff"),
    pytest.param(signoff, ["{}", "--check"], id="signoff-check"),
    pytest.param(check, ["{}", "--job", "ad.txt", "--no-cache"], id="check"),
    pytest.param(match, ["{}", "--job", "ad.txt"], id="match"),
    pytest.param(text, ["{}"], id="text"),
    pytest.param(job, ["ad.txt"], id="job"),
]


def state(path: Path) -> tuple[str, int]:
    return hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns


@pytest.mark.parametrize(("command", "arguments"), COMMANDS)
def test_no_command_changes_its_inputs(folder: Path, command: click.Command, arguments: list[str]) -> None:
    inputs = ("cv.docx", "cv.txt", "cv.pdf", "ad.txt", "cvlint.toml")
    before = [state(folder / name) for name in inputs]
    for cv in inputs[:3]:
        run(command, *(a.format(cv) for a in arguments))
    assert [state(folder / name) for name in inputs] == before


def test_nothing_half_written_is_left_behind(folder: Path) -> None:
    run(fix, "cv.txt")
    run(review, "cv.txt")
    assert not [p for p in folder.iterdir() if p.name.endswith(".tmp")]
    assert io.BytesIO((folder / "cv.fixed.txt").read_bytes()).read()
