"""`cvlint init`, `words` and `baseline`: what a person sets up once and adds to."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from cvlint.cli.main import main
from cvlint.config.discover import discover

CV = "Hana Pohatu\nWellington, New Zealand\n\nExperience\nClerk, Adze Ltd, Jan 2020 – Mar 2019\n- Liased with the iwi\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cv.txt").write_text(CV)
    return tmp_path


def cvlint(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


def test_init_writes_what_is_missing_and_leaves_what_is_there(folder: Path) -> None:
    code, output = cvlint("init", "--hook", "--workflow")
    assert code == 0
    assert "cv.txt" in output
    assert discover([folder]).config.words_file == str(folder / "cvlint-words.txt")
    (folder / "cvlint.toml").write_text('locale = "en-AU"\n')
    code, output = cvlint("init")
    assert code == 2
    assert "left as it is" in output
    assert discover([folder]).config.locale == "en-AU"


def test_an_added_word_is_accepted_from_then_on(folder: Path) -> None:
    assert "Liased" in cvlint("check", "--select", "SP", "--readers", "harper")[1]
    assert cvlint("words", "add", "Liased", "Liased")[0] == 0
    code, output = cvlint("check", "--select", "SP", "--readers", "harper")
    assert code == 0
    assert "Nothing found" in output
    assert cvlint("words", "list")[1] == "Liased\n"
    assert "nothing to add" in cvlint("words", "add", "Liased")[1]


def test_words_join_a_configuration_that_is_there(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[project]\nname = "cvs"\n\n[tool.cvlint]\nlocale = "en-NZ"\n')
    cvlint("words", "add", "Tākaka")
    config = discover([folder]).config
    assert (config.locale, config.words) == ("en-NZ", ("Tākaka",))


@pytest.mark.usefixtures("folder")
def test_a_baseline_is_not_written_where_something_was_not_checked() -> None:
    code, output = cvlint("baseline", "cv.txt", "gone.docx")
    assert code == 2
    assert "gone.docx" in output
    assert not Path("cvlint-baseline.json").exists()
