"""The steps of the GitHub action and of the workflow that `cvlint init` writes, run in bash as they are written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from cvlint import __version__
from cvlint.cli.main import main

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
CV = "Hana Pohatu\nhana@example.co.nz\n\nExperience\nClerk, Adze Ltd, Jan 2020 – {end}\n- Kept the books\n"
ANNOTATION = re.compile(r"^::error file=acme/cv.txt,line=5.*DA003", re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cvlint.toml").write_text('select = ["DA"]\nlocale = "en-NZ"\n')
    (tmp_path / "acme").mkdir()
    return tmp_path


def step(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A step as GitHub runs it: bash that ends at the first failure."""
    environment = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "GITHUB_ACTIONS": "true"} | variables
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def action() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return found


def inputs(**given: str) -> dict[str, str]:
    """The environment of the action's last step, with its inputs put in as GitHub does."""
    values = {name: about["default"] for name, about in action()["inputs"].items()} | given
    wanted = action()["runs"]["steps"][-1]["env"]
    return {k: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: values[m[1]], v) for k, v in wanted.items()}


@pytest.mark.parametrize(
    ("end", "given", "code"),
    [
        pytest.param("Mar 2019", {}, 1, id="a-mistake-fails-it"),
        pytest.param("Mar 2021", {}, 0, id="green"),
        pytest.param("Mar 2019", {"fail-on": "never"}, 0, id="told-but-let-pass"),
        pytest.param("Mar 2019", {"paths": "acme/cv.txt", "args": "--ignore DA"}, 0, id="further-options"),
        pytest.param("Mar 2021", {"job": "acme/gone ad.txt"}, 2, id="an-ad-that-is-missing"),
    ],
)
def test_the_check_of_the_action(folder: Path, end: str, given: dict[str, str], code: int) -> None:
    (folder / "acme" / "cv.txt").write_text(CV.format(end=end))
    done = step(action()["runs"]["steps"][-1]["run"], folder, **inputs(**given))
    assert done.returncode == code, done.stdout + done.stderr
    assert bool(ANNOTATION.search(done.stdout)) is (end == "Mar 2019" and "args" not in given)


def test_the_action_installs_what_is_pinned_and_there() -> None:
    (install,) = (s["run"] for s in action()["runs"]["steps"] if s.get("name") == "Install")
    files = re.findall(r'"\$GITHUB_ACTION_PATH/(\S+?)"', install)
    assert files == ["requirements/run.txt", "requirements/build.txt"]
    assert all((ROOT / file).is_file() for file in files)
    assert "--require-hashes" in install


def test_the_workflow_that_init_writes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "acme" / "cv.txt").write_text(CV.format(end="Mar 2019"))
    assert CliRunner().invoke(main, ["init", "--workflow"]).exit_code == 0
    workflow = yaml.safe_load((folder / ".github" / "workflows" / "cvlint.yml").read_text(encoding="utf-8"))
    assert workflow[True] == ["push", "pull_request"]  # YAML takes "on" for a truth value
    install, check = (s["run"] for s in workflow["jobs"]["cvlint"]["steps"] if "run" in s)
    assert install == f"pip install cvlint-proofreader=={__version__}"
    refused = step(check, folder)
    assert refused.returncode == 1
    assert ANNOTATION.search(refused.stdout)
    (folder / "acme" / "cv.txt").write_text(CV.format(end="Mar 2021"))
    assert step(check, folder).returncode == 0
