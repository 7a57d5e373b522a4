"""Configuration files: how they join, and what they may say."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cvlint.config.discover import ConfigError, discover, for_path, matches
from cvlint.config.editors import schema_text


def test_a_file_extends_another_and_wins_over_it(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(
        'locale = "en-NZ"\nwords = ["Tākaka"]\n[rules]\nDA001 = "info"\nDA002 = "off"\n'
    )
    (tmp_path / "cvlint.toml").write_text('extends = "house.toml"\nwords = ["Kākāpō"]\n[rules]\nDA001 = "error"\n')
    config = discover([tmp_path / "cv.docx"]).config
    assert config.locale == "en-NZ"
    assert config.words == ("Tākaka", "Kākāpō")
    assert config.rules["DA001"].severity == "error"
    assert config.rules["DA002"].enabled is False


def test_pyproject_counts_only_with_a_table_of_its_own(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (tmp_path / "pyproject.toml").write_text("[tool.cvlint]\nlocale = 'en-AU'\n")
    assert discover([inner / "cv.docx"]).config.locale == "en-AU"


def test_words_files_hold_a_word_a_line_with_remarks(tmp_path: Path) -> None:
    (tmp_path / "cvlint.toml").write_text('words-file = "words.txt"\n')
    (tmp_path / "words.txt").write_text("# ours\nTūī # a bird\nXero\n\n")
    assert discover([tmp_path]).config.words == ("Tūī", "Xero")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("locale = ", "is no valid TOML"),
        ("selct = ['DA']", "unknown key 'selct'; did you mean 'select'?"),
        ("fail-on = 'mistakes'", "fail-on: input should be"),
        ("[[overrides]]\npaths = ['x']\nlocle = 'en-NZ'", "did you mean 'locale'?"),
        ("[[ignore]]\ncode = 'DA001'\ntext = 'x'", "reason"),
        ("extends = 'cvlint.toml'", "break the circle"),
        ("extends = 'gone.toml'", "gone.toml: cannot be read"),
    ],
    ids=["toml", "key", "value", "key-in-table", "reason-missing", "circle", "parent-missing"],
)
def test_what_is_wrong_is_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "cvlint.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"cvlint\.toml|gone\.toml") as error:
        discover([tmp_path])
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)


def test_overrides_hold_for_their_paths_alone(tmp_path: Path) -> None:
    (tmp_path / "cvlint.toml").write_text('locale = "en-NZ"\n[[overrides]]\npaths = ["london/**"]\nlocale = "en-GB"\n')
    config = discover([tmp_path]).config
    assert for_path(config, str(tmp_path / "london" / "cv.docx")).locale == "en-GB"
    assert for_path(config, str(tmp_path / "acme" / "cv.docx")).locale == "en-NZ"


def test_a_project_brings_its_own_cards(tmp_path: Path) -> None:
    (tmp_path / "cvlint.toml").touch()
    (tmp_path / ".cvlint" / "rules").mkdir(parents=True)
    assert discover([tmp_path]).config.rule_paths == (str(tmp_path.resolve() / ".cvlint" / "rules"),)


def test_patterns_match_the_end_of_a_path() -> None:
    assert matches(["ad.*"], "/home/me/acme/ad.txt")
    assert matches(["acme/*.docx"], "acme/cv.docx")
    assert not matches(["ad.*"], "/home/me/bad.txt")


def test_editors_get_the_schema_of_today() -> None:
    file = Path(__file__).parents[2] / "cvlint" / "data" / "schema" / "config.schema.json"
    assert file.read_text(encoding="utf-8") == schema_text(), "write it anew with cvlint.config.editors"


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ('locale = "en-NZ"\n[rules]\nDA001 = "off"\nDA002 = {severity = "info"}\n', True),
        ('[[ignore]]\ncode = "SP001"\ntext = "x"\nreason = "y"\n', True),
        ('locle = "en-NZ"\n', False),
        ('[rules]\nDA001 = "of"\n', False),
    ],
)
def test_the_schema_agrees_with_the_program(tmp_path: Path, text: str, valid: bool) -> None:
    (tmp_path / "cvlint.toml").write_text(text)
    problems = list(Draft202012Validator(json.loads(schema_text())).iter_errors(tomllib.loads(text)))
    assert (not problems) is valid
    if valid:
        discover([tmp_path])
    else:
        with pytest.raises(ConfigError):
            discover([tmp_path])
