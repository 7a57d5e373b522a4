"""README shows what really comes: its report line by line, and no command that is not there."""

from __future__ import annotations

import re
import shutil
from importlib.metadata import distributions
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cvlint.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
ALL_READ = any(d.name == "lingotweaker" for d in distributions())
SAMPLE = README.split("$ cvlint check cv.docx --job ad.txt\n")[1].split("```")[0]


@pytest.mark.skipif(not ALL_READ, reason="the sample was printed where LingoTweaker runs")
def test_every_line_of_the_sample_is_in_the_real_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(ROOT / "fixtures/cvs/nz-nurse/cv.docx", tmp_path / "cv.docx")
    shutil.copy(ROOT / "fixtures/jobs/nz-registered-nurse-cardiology.txt", tmp_path / "ad.txt")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["check", "cv.docx", "--job", "ad.txt"], catch_exceptions=False)
    shown = done.stdout.splitlines()
    missing = [line for line in SAMPLE.splitlines() if line != "[…]" and line not in shown]
    assert not missing


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`cvlint (\w+)", README))))
def test_every_command_named_is_there(command: str) -> None:
    assert command in main.list_commands(click.Context(main))


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_every_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
