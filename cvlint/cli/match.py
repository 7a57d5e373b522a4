"""`cvlint match CVS... --job AD...`: which job fits the CV, or which CV the job, with reasons."""

# ruff: noqa: E501
from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from cvlint.job.ranking import Ranked
    from cvlint.model.job import Evidence, JobAd

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".odt", ".rtf"})
BAR_FROM = 8
"""Pairs from which a progress bar is worth its line."""


def _files(paths: Sequence[Path]) -> list[Path]:
    """The files named; a folder stands for the documents in it."""
    found: list[Path] = []
    for path in paths:
        found += (
            sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES) if path.is_dir() else [path]
        )
    return found


@click.command("match")
@click.argument("cvs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--job",
    "ads",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    help="A job ad, or a folder of ads; may be given many times.",
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "markdown", "html"]),
    default="text",
    show_default=True,
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file instead of the screen."
)
def match(cvs: tuple[Path, ...], ads: tuple[Path, ...], output_format: str, output: Path | None) -> None:
    """Compare CVS with job ads: one CV with many ads, or many CVs with one ad, best first, with the reasons.

    Exit code 2: a file could not be read, or an ad is none; the others are compared all the same.
    """
    problems: list[str] = []
    read = list(_read_ads(_files(ads), problems))
    pairs = _pairs(_files(cvs), read, problems)
    from cvlint.job.ranking import rank

    ranked = rank(pairs)
    if output_format == "text" and output is None:
        _text(ranked, problems)
    else:
        body = {"json": _json, "markdown": _markdown, "html": _html, "text": _markdown}[output_format](
            ranked, problems
        )
        if output is None:
            click.echo(body)
        else:
            output.write_text(body + "\n", encoding="utf-8")
    for problem in problems:
        click.echo(f"Error: {problem}", err=True)
    if problems:
        sys.exit(2)


def _read_ads(paths: Sequence[Path], problems: list[str]) -> Iterator[JobAd]:
    from cvlint.job import read_ad
    from cvlint.loaders import LoadError, load

    for path in paths:
        try:
            ad = read_ad(load(path))
        except LoadError as error:
            problems.append(str(error))
            continue
        if ad.requirements:
            yield ad
        else:
            problems.append(
                f"{path}: {ad.notices[0] if ad.notices else 'The ad asks for nothing that could be read.'}"
            )


def _pairs(paths: Sequence[Path], ads: Sequence[JobAd], problems: list[str]) -> list[tuple[str, Any]]:
    from rich.console import Console
    from rich.progress import track

    from cvlint.job import compare
    from cvlint.loaders import LoadError, load
    from cvlint.resume import read_resume

    pairs = []
    console = Console(stderr=True)
    quiet = not console.is_terminal or len(paths) * max(1, len(ads)) < BAR_FROM
    for path in track(paths, description="Comparing", console=console, disable=quiet, transient=True):
        try:
            resume = read_resume(load(path), date.today())
        except LoadError as error:
            problems.append(str(error))
            continue
        if not resume.document.text.strip():
            problems.append(f"{path}: holds no text, so nothing was compared.")
            continue
        pairs += [(str(path), compare(ad, resume)) for ad in ads]
    return pairs


def _name(ranked: Ranked, one_ad: bool) -> str:
    ad = ranked.comparison.ad
    label = Path(ad.path).name + (f" ({ad.title})" if ad.title else "")
    return ranked.cv if one_ad else f"{ranked.cv} → {label}"


def _evidence(e: Evidence) -> dict[str, Any]:
    from cvlint.reporters.json import requirement_data

    return requirement_data(e.requirement) | {
        "status": e.status.value, "covered": e.covered, "rung": e.rung, "where": e.where, "evidence": e.quote, "evidence_start": e.start,
    }  # fmt: skip


def _json(ranked: Sequence[Ranked], problems: Sequence[str]) -> str:
    rows = [
        {
            "place": r.place,
            "tied": r.tied,
            "cv": r.cv,
            "ad": r.comparison.ad.path,
            "title": r.comparison.ad.title,
            "employer": r.comparison.ad.employer,
            "coverage": {"must": list(r.comparison.must), "nice": list(r.comparison.nice)},
            "reasons": r.reasons,
            "requirements": [_evidence(e) for e in r.comparison.evidence],
        }
        for r in ranked
    ]
    return json.dumps(
        {"schema": 1, "matches": rows, "problems": list(problems)}, ensure_ascii=False, indent=2
    )


def _one_ad(ranked: Sequence[Ranked]) -> bool:
    return len({r.comparison.ad.path for r in ranked}) == 1


def _text(ranked: Sequence[Ranked], problems: Sequence[str]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    if not ranked:
        return
    table = Table("Place", "Which", "Must", "Nice", "Why")
    for r in ranked:
        must, nice = r.comparison.must, r.comparison.nice
        place = f"{r.place}{' =' if r.tied else ''}"
        table.add_row(
            place,
            escape(_name(r, _one_ad(ranked))),
            f"{must[0]} of {must[1]}",
            f"{nice[0]} of {nice[1]}",
            escape(r.reasons.partition("; ")[2]),
        )
    console.print(table)
    if any(r.tied for r in ranked):
        console.print("= shares its place with another.")
    if len(ranked) == 1:
        details = Table("What the ad asks for", "Level", "In the CV", "The CV's words")
        for e in ranked[0].comparison.evidence:
            status = "near" if e.rung == "related" else e.status.value
            details.add_row(
                escape(e.requirement.term),
                e.requirement.level.value,
                status,
                escape(" ".join((e.quote or "").split())[:100]),
            )
        console.print(details)
    console.print("Show only what you have: nothing here says that you should claim more.", style="dim")


def _markdown(ranked: Sequence[Ranked], problems: Sequence[str]) -> str:
    lines = ["| Place | Which | Must | Nice | Why |", "|---|---|---|---|---|"]
    for r in ranked:
        must, nice = r.comparison.must, r.comparison.nice
        cells = (
            f"{r.place}{' =' if r.tied else ''}",
            _name(r, _one_ad(ranked)),
            f"{must[0]} of {must[1]}",
            f"{nice[0]} of {nice[1]}",
            r.reasons.partition("; ")[2],
        )
        lines.append("| " + " | ".join(c.replace("|", "\\|").replace("\n", " ") for c in cells) + " |")
    lines += ["", *(f"> {p}" for p in problems)]
    return "\n".join(lines).rstrip()


PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>CVs and job ads</title>
<style>body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}.absent{color:#a00}.present,.other-name{color:#060}</style></head><body>
<h1>CVs and job ads</h1>
{% for p in problems %}<p><strong>{{ p }}</strong></p>{% endfor %}
<table><tr><th>Place</th><th>Which</th><th>Must</th><th>Nice</th><th>Why</th></tr>
{% for r in rows %}<tr><td>{{ r.place }}{{ " =" if r.tied }}</td><td>{{ r.name }}</td><td>{{ r.must[0] }} of {{ r.must[1] }}</td><td>{{ r.nice[0] }} of {{ r.nice[1] }}</td><td>{{ r.why }}</td></tr>
{% endfor %}</table>
{% for r in rows %}<details><summary>{{ r.name }}</summary><table><tr><th>What the ad asks for</th><th>Level</th><th>In the CV</th><th>The CV's words</th></tr>
{% for e in r.evidence %}<tr><td>{{ e.requirement.term }}</td><td>{{ e.requirement.level.value }}</td><td class="{{ e.status.value }}">{{ "near" if e.rung == "related" else e.status.value }}</td><td>{{ e.quote or "" }}</td></tr>
{% endfor %}</table></details>
{% endfor %}<p>Show only what you have: nothing here says that you should claim more.</p></body></html>"""


def _html(ranked: Sequence[Ranked], problems: Sequence[str]) -> str:
    from jinja2 import Environment

    rows = [
        {"place": r.place, "tied": r.tied, "name": _name(r, _one_ad(ranked)), "must": r.comparison.must, "nice": r.comparison.nice,
         "why": r.reasons.partition("; ")[2], "evidence": r.comparison.evidence}
        for r in ranked
    ]  # fmt: skip
    return Environment(autoescape=True).from_string(PAGE).render(rows=rows, problems=problems)
