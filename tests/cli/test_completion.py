"""Shells complete commands and options; editors complete the configuration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cvlint.cli.main import main
from cvlint.config.discover import discover

BIN = Path(sys.executable).parent


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("cvlint che", "check", id="command"),
        pytest.param("cvlint check --out", "--output-format", id="option"),
        pytest.param("cvlint check --fail-on w", "warning", id="value"),
        pytest.param("cvlint words a", "add", id="second-command"),
    ],
)
def test_bash_completes(words: str, expected: str) -> None:
    script = (
        'eval "$(cvlint completion bash)"; '
        f'COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _cvlint_completion cvlint; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )  # fmt: skip
    environment = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert expected in done.stdout.split()


@pytest.mark.parametrize(("shell", "sign"), [("zsh", "compdef"), ("fish", "complete --no-files")])
def test_other_shells_get_theirs(shell: str, sign: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell], prog_name="cvlint")
    assert result.exit_code == 0
    assert sign in result.output


def test_init_writes_the_schema_beside_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["init", "--schema"]).exit_code == 0
    first = (tmp_path / "cvlint.toml").read_text().splitlines()[0]
    assert first == "#:schema ./cvlint.schema.json"
    assert '"fail-on"' in (tmp_path / "cvlint.schema.json").read_text()
    assert discover([tmp_path]).config.fail_on == "error"
