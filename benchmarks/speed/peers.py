"""Other checkers as commands over some files, where this machine has them."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

MARKS = re.compile(r"^marks: (\d+)$", re.MULTILINE)


def lines(output: str) -> int:
    """One mark a line, as the concise reports of most have it."""
    return sum(bool(re.match(r"^\S.*:\d+:", line)) for line in output.splitlines())


def counted(output: str) -> int:
    """The number that the program says itself, or its lines."""
    said = MARKS.search(output)
    return int(said[1]) if said else lines(output)


@dataclass(frozen=True)
class Program:
    """A checker: the command over some files, what it reads, and how many marks its output holds."""

    name: str
    command: Callable[[Sequence[Path]], list[str]]
    reads_text: bool = True
    marks: Callable[[str], int] = counted


def peers(folder: Path) -> tuple[list[Program], list[str]]:
    """Those that run here, and why the others do not."""
    found: list[Program] = []
    missing: list[str] = []
    if os.environ.get("LTP_PATH") and shutil.which("java") and find_spec("language_tool_python"):
        ask = [sys.executable, "-m", "benchmarks.speed.languagetool"]
        found.append(Program("LanguageTool, with its start", lambda p: [*ask, *map(str, p)]))
        found.append(Program("LanguageTool, without", lambda p: [*ask, "--inside", *map(str, p)]))
    else:
        missing.append("LanguageTool (needs LTP_PATH, Java and language-tool-python)")
    harper = shutil.which("harper-cli") or shutil.which("harper")
    if harper:
        lint = [harper, "lint", "--no-color", "--format", "compact"]
        found.append(Program("harper-cli", lambda p: [*lint, *map(str, p)]))
    else:
        missing.append("harper-cli (the package harper-cli, in an environment of its own)")
    vale = shutil.which("vale")
    if vale:
        settings = folder / "vale.ini"
        (folder / "styles").mkdir()
        settings.write_text("StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n")
        mark = [vale, "--config", str(settings), "--output", "line"]
        found.append(Program("Vale", lambda p: [*mark, *map(str, p)]))
    else:
        missing.append("Vale (go install github.com/vale-cli/vale/v3/cmd/vale)")
    cspell = shutil.which("cspell")
    if cspell:
        spell = [cspell, "lint", "--no-progress", "--no-summary", "--no-color", "--root", str(folder)]
        found.append(Program("cspell", lambda p: [*spell, *map(str, p)]))
    else:
        missing.append("cspell (npm install cspell)")
    return found, missing
