"""What `cvlint check` is to read, from the paths on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from cvlint.config.schema import Config
from cvlint.model.document import Notice


@dataclass(frozen=True)
class Inputs:
    """The files to check; `data` is what standard input held for the only one; `notices` name empty folders."""

    files: tuple[Path, ...]
    data: bytes | None = None
    notices: tuple[Notice, ...] = ()


def gather(paths: Sequence[Path], config: Config, stdin_filename: Path | None) -> Inputs:
    """The inputs that paths stand for: a folder for the CVs in it, "-" for standard input. Raises `LoadError`."""
    from cvlint.loaders import bytes_of_stdin
    from cvlint.loaders.files import cvs_in

    if Path("-") in paths:
        if len(paths) > 1:
            raise click.UsageError("'-' reads one CV from standard input and stands alone.")
        return Inputs((stdin_filename or Path("stdin.txt"),), bytes_of_stdin())
    files: list[Path] = []
    notices: list[Notice] = []
    for path in paths:
        inside = cvs_in(path, config) if path.is_dir() else [path]
        files += inside
        if not inside:
            what = f"{path}: no CV is in this folder; name the file itself, or another folder."
            notices.append(Notice("not-checked", what))
    return Inputs(tuple(dict.fromkeys(files)), notices=tuple(notices))
