"""`--changed`: only what git sees as changed is checked."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from cvlint.cli.main import main

CV = "Hana Pohatu\n\nExperience\nClerk, Adze Ltd, Jan 2020 – Mar 2019\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("old", "edited", "gone"):
        (tmp_path / f"cv-{name}.txt").write_text(CV)
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.email=h@example.co.nz", "-c", "user.name=H", "commit", "-qm", "CVs"],
    ):
        subprocess.run(["git", *command], check=True, cwd=tmp_path)
    return tmp_path


def checked(*options: str) -> list[str]:
    result = CliRunner().invoke(main, ["check", "--changed", *options, "--select", "DA", "--output-format", "json"])
    return [file["path"] for file in json.loads(result.output)["files"]]


def test_only_changed_and_new_files_are_checked(repository: Path) -> None:
    assert checked() == []
    (repository / "cv-edited.txt").write_text(CV + "\n")
    (repository / "cv-gone.txt").unlink()
    (repository / "cv-new.txt").write_text(CV)
    assert checked() == ["cv-edited.txt", "cv-new.txt"]


def test_without_git_it_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "cv.txt").write_text(CV)
    result = CliRunner().invoke(main, ["check", "--changed"])
    assert result.exit_code == 2
    assert "git says" in result.output
