"""`cvlint text`: a file as it is read."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def text(file: Path) -> None:
    """Print the text of FILE as a program reads it: the lines and offsets of every report refer to it.

    As a git textconv it shows what changed in a CV: `git config diff.cv.textconv "cvlint text"`.
    """
    from cvlint.loaders import load

    document = load(file)
    for notice in document.notices:
        click.echo(f"! {notice.message}", err=True)
    sys.stdout.write(document.text if document.text.endswith("\n") or not document.text else document.text + "\n")
