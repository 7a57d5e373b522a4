"""Real git and real pre-commit: a commit with a mistake is refused, the corrected one passes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
CV = "Hana Pohatu\nhana@example.co.nz | 021 555 0123\n\nExperience\nClerk, Adze Ltd, Jan 2020 – {end}\n- {bullet}\n"
GOOD = CV.format(end="Mar 2021", bullet="Kept the books of four shops")
BAD = CV.format(end="Mar 2019", bullet="Kept the books of four shops")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the hook as it is published, run from this environment."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config = {"repos": [{"repo": "local", "hooks": [hook | {"language": "system"}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (tmp_path / "cvlint.toml").write_text('select = ["DA", "CT"]\nlocale = "en-NZ"\n')
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "user.email", "hana@example.co.nz")
    git(tmp_path, "config", "user.name", "Hana")
    subprocess.run([BIN / "pre-commit", "install"], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    environment = {k: v for k, v in environment.items() if not k.startswith("GIT_")}
    return subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def commit(folder: Path) -> subprocess.CompletedProcess[str]:
    git(folder, "add", "-A")
    return git(folder, "commit", "-m", "My CV")


def test_a_mistake_is_refused_with_its_line_and_the_correction_passes(repository: Path) -> None:
    (repository / "cv.md").write_text(BAD)
    refused = commit(repository)
    assert refused.returncode != 0
    assert "Jan 2020 – Mar 2019" in refused.stdout + refused.stderr
    assert "DA003" in refused.stdout + refused.stderr
    (repository / "cv.md").write_text(GOOD)
    assert commit(repository).returncode == 0


def test_a_baseline_lets_old_findings_be_and_stops_new_ones(repository: Path) -> None:
    (repository / "cv.md").write_text(BAD)
    subprocess.run([BIN / "cvlint", "baseline"], cwd=repository, check=True, capture_output=True)
    assert commit(repository).returncode == 0
    (repository / "cv.md").write_text(BAD + "\nClerk, Bevel Ltd, Jan 2010 – Mar 2009\n")
    refused = commit(repository)
    assert refused.returncode != 0
    assert "Jan 2010 – Mar 2009" in refused.stdout + refused.stderr


def test_other_files_lock_files_and_deleted_files_do_no_harm(repository: Path) -> None:
    (repository / "cv.md").write_text(GOOD)
    (repository / "README.md").write_text("Jan 2020 – Mar 2019")
    (repository / "~$cv.docx").write_bytes(b"\x05Hana")
    assert commit(repository).returncode == 0
    (repository / "cv.md").unlink()
    assert commit(repository).returncode == 0


@pytest.mark.parametrize(
    ("name", "checked"),
    [
        ("cv.docx", True),
        ("jobs/acme/Hana CV 2026.pdf", True),
        ("cv.md", True),
        ("hana-resume.txt", True),
        ("résumé.tex", True),
        ("README.md", False),
        ("discover.md", False),
        ("~$cv.docx", False),
        ("cv.fixed.docx", False),
    ],
)
def test_the_hook_takes_cvs_by_their_names(name: str, checked: bool) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    taken = bool(re.search(hook["files"], name)) and not re.search(hook["exclude"], name)
    assert taken is checked
