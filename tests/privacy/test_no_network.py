"""The promise that nothing of a CV leaves the machine: no command, and no process it starts, opens a socket."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOOK = """
import os, sys

def watch(event, arguments):
    if event.startswith("socket.") and event != "socket.gethostname":
        with open(os.environ["SOCKET_LOG"], "a") as log:
            log.write(f"{os.getpid()} {sys.argv[:2]} {event} {arguments}\\n")

sys.addaudithook(watch)
"""
CV = "Hana Pohatu\nWellington, New Zealand | hana@example.co.nz | https://example.co.nz/hana\n\nExperience\n" + (
    "Project Manger, Adze Ltd, Jan 2020 – Mar 2021\n- Liased with the iwi\n"
)
AD = (
    "Project Manager\nTotara Foods, Wellington\n\n"
    "What you will need:\n- Three years of experience\n- Power BI and SQL\n"
)

COMMANDS = [
    pytest.param(["check", "cv.txt", "cv.docx", "--job", "ad.txt", "--no-cache"], id="check"),
    pytest.param(["check", "cv.txt", "--preview", "--output-format", "json", "--no-cache"], id="check-preview"),
    pytest.param(["job", "ad.txt"], id="job"),
    pytest.param(["match", "cv.txt", "--job", "ad.txt"], id="match"),
    pytest.param(["text", "cv.docx"], id="text"),
    pytest.param(["rules"], id="rules"),
    pytest.param(["explain", "SP001"], id="explain"),
    pytest.param(["doctor"], id="doctor"),
    pytest.param(["init"], id="init"),
    pytest.param(["baseline", "cv.txt"], id="baseline"),
    pytest.param(["words", "add", "Adze"], id="words"),
    pytest.param(["fix", "cv.docx"], id="fix"),
    pytest.param(["review", "cv.docx"], id="review"),
    pytest.param(["completion", "bash"], id="completion"),
    pytest.param(["signoff", "cv.docx", "--by", "Mere", "--anyway"], id="signoff"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    from docx import Document

    (tmp_path / "hook").mkdir()
    (tmp_path / "hook" / "sitecustomize.py").write_text(HOOK)
    (tmp_path / "cv.txt").write_text(CV)
    (tmp_path / "ad.txt").write_text(AD)
    document = Document()
    for line in CV.splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "cv.docx"))
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k != "LTP_PATH"}
    environment |= {"PYTHONPATH": str(folder / "hook"), "SOCKET_LOG": str(folder / "log")}
    return subprocess.run(
        [sys.executable, "-m", "cvlint", *arguments], cwd=folder, env=environment, capture_output=True, text=True
    )


@pytest.mark.parametrize("arguments", COMMANDS)
def test_no_socket_is_opened(folder: Path, arguments: list[str]) -> None:
    done = run(folder, *arguments)
    assert "itself failed" not in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "log").exists(), (folder / "log").read_text()


def test_the_watch_itself_sees_a_socket(folder: Path) -> None:
    """A test that could not fail would prove nothing: with the address of a server named, it does see one."""
    run(folder, "check", "cv.txt", "--languagetool", "http://127.0.0.1:9", "--no-cache")
    assert "socket.connect" in (folder / "log").read_text()


@pytest.mark.parametrize("arguments", COMMANDS)
def test_no_command_changes_the_cv_or_the_ad(folder: Path, arguments: list[str]) -> None:
    before = {name: (folder / name).read_bytes() for name in ("cv.txt", "cv.docx", "ad.txt")}
    run(folder, *arguments)
    assert {name: (folder / name).read_bytes() for name in before} == before


def test_every_command_is_watched() -> None:
    from cvlint.cli.main import Commands

    assert set(Commands.modules) <= {str(p.values[0][0]) for p in COMMANDS}
