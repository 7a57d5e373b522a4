"""`cvlint job AD`: what an ad asks for."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from cvlint.model.job import JobAd


def ad_data(ad: JobAd) -> dict[str, Any]:
    """What an ad asks for, as other programs read it."""
    from cvlint.reporters.json import requirement_data

    return {
        "schema": 1,
        "file": ad.path,
        "title": ad.title,
        "employer": ad.employer,
        "place": ad.place,
        "closing": ad.closing,
        "wants": list(ad.wants),
        "requirements": [requirement_data(r) for r in ad.requirements],
        "boilerplate_lines": list(ad.boilerplate_lines),
        "notices": list(ad.notices),
    }


@click.command("job")
@click.argument("ad", type=click.Path(path_type=Path))
@click.option("--output-format", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
def job(ad: Path, output_format: str) -> None:
    """Say what the job ad AD asks for: must, nice to have, and mentioned.

    The ad may be text, Markdown, HTML, DOCX or PDF. Exit code 2: the file cannot be read, or is no job ad in English.
    """
    from cvlint.job import read_ad
    from cvlint.loaders import LoadError, load

    try:
        found = read_ad(load(ad))
    except LoadError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    if output_format == "json":
        click.echo(json.dumps(ad_data(found), ensure_ascii=False, indent=2))
    elif output_format == "markdown":
        click.echo(_markdown(found))
    else:
        _text(found)
    if found.notices and not found.requirements:
        if output_format != "text":
            click.echo(f"Error: {found.notices[0]}", err=True)
        sys.exit(2)


HEADINGS = {"must": "Must have", "nice": "Nice to have", "mention": "Mentioned"}


def _facts(ad: JobAd) -> list[tuple[str, str]]:
    facts = (
        ("Title", ad.title),
        ("Employer", ad.employer),
        ("Place", ad.place),
        ("Closing", ad.closing),
        ("Send", ", ".join(ad.wants)),
    )
    return [(name, value) for name, value in facts if value]


def _text(ad: JobAd) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    for notice in ad.notices:
        console.print(escape(notice), style="yellow")
    for name, value in _facts(ad):
        console.print(f"[bold]{name}[/bold]: {escape(value)}")
    for level, heading in HEADINGS.items():
        rows = [r for r in ad.requirements if r.level == level]
        if rows:
            table = Table(
                "What",
                "Kind",
                "Line",
                "The ad's words",
                title=f"{heading} ({len(rows)})",
                title_justify="left",
                expand=False,
            )
            for r in rows:
                term = r.term + (f"  (or: {r.group})" if r.group else "")
                table.add_row(escape(term), r.kind.value, str(r.line), escape(shorten(r.quote, 90)))
            console.print(table)


def shorten(text: str, width: int) -> str:
    """A text on one line, cut at `width` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"


def _markdown(ad: JobAd) -> str:
    lines = [f"# {ad.title or 'Job ad'}", ""] + [f"- {name}: {value}" for name, value in _facts(ad)[1:]]
    lines += [f"> {notice}" for notice in ad.notices]
    for level, heading in HEADINGS.items():
        rows = [r for r in ad.requirements if r.level == level]
        if rows:
            lines += [
                "",
                f"## {heading}",
                "",
                *(f"- **{r.term}** ({r.kind.value}, line {r.line}): {shorten(r.quote, 160)}" for r in rows),
            ]
    return "\n".join(lines)
