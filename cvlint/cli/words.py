"""`cvlint words`: words that are right as they are."""

from __future__ import annotations

from pathlib import Path

import click

NAME = "cvlint-words.txt"


@click.group()
def words() -> None:
    """Words that cvlint is to accept: names, places, terms of a trade."""


@words.command()
@click.argument("word", nargs=-1, required=True)
def add(word: tuple[str, ...]) -> None:
    """Accept each WORD from now on, in just this spelling and case.

    They go into the configured file of words, or into cvlint-words.txt beside cvlint.toml; either is made where it is
    missing.
    """
    from cvlint.cli.edit import add_key
    from cvlint.config.discover import discover

    found = discover([Path()])
    file = Path(found.config.words_file) if found.config.words_file else None
    if file is None:
        folder = found.file.parent if found.file else Path()
        file = folder / NAME
        add_key(found.file or folder / "cvlint.toml", "words-file", NAME)
    have = file.read_text(encoding="utf-8") if file.exists() else "# Words that cvlint accepts, one a line.\n"
    known = set(have.split("\n"))
    fresh = [w.strip() for w in dict.fromkeys(word) if w.strip() and w.strip() not in known]
    file.write_text(have.rstrip("\n") + "\n" + "".join(f"{w}\n" for w in fresh), encoding="utf-8")
    click.echo(f"{file}: {len(fresh)} added." if fresh else f"{file}: nothing to add, all are there.")


@words.command("list")
def list_() -> None:
    """Print the accepted words."""
    from cvlint.config.discover import discover

    for word in discover([Path()]).config.words:
        click.echo(word)
