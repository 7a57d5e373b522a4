"""`cvlint match CVS... --job AD...`: which job fits the CV, or which CV the job, with reasons."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cvlint.cli.job import shorten
from cvlint.model.job import RequirementKind

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
        found += sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES) if path.is_dir() else [path]
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
        body = {"json": _json, "markdown": _markdown, "html": _html, "text": _markdown}[output_format](ranked, problems)
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
            problems.append(f"{path}: {ad.notices[0] if ad.notices else 'The ad asks for nothing that could be read.'}")


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
        "status": e.status.value,
        "covered": e.covered,
        "rung": e.rung,
        "where": e.where,
        "evidence": e.quote,
        "evidence_start": e.start,
    }


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
    return json.dumps({"schema": 1, "matches": rows, "problems": list(problems)}, ensure_ascii=False, indent=2)


def _one_ad(ranked: Sequence[Ranked]) -> bool:
    return len({r.comparison.ad.path for r in ranked}) == 1


CLOSING = "Show only what you have: nothing here says that you should claim more."
BELONGS = {
    RequirementKind.QUALIFICATION: "education",
    RequirementKind.REGISTRATION: "certificates",
    RequirementKind.LICENCE: "certificates, or a line at the top",
    RequirementKind.LANGUAGE: "languages, with how well",
    RequirementKind.RIGHT_TO_WORK: "a line at the top",
    RequirementKind.EXPERIENCE_YEARS: "roles with their dates",
}
"""Where a thing that one has would stand; a role where the kind is not named here."""


def _status(e: Evidence) -> str:
    return "near" if e.rung == "related" else e.status.value


def _shown(e: Evidence) -> str:
    """The CV's words, or where they would stand."""
    if e.covered or e.quote:
        return shorten(e.quote or e.found_as or "", 160)
    return f"if you have it: {BELONGS.get(e.requirement.kind, 'a role where you used it')}"


def _items(ranked: Ranked) -> list[dict[str, object]]:
    """The requirements as a person reads them: what is missing first within each level."""
    level = {"must": 0, "nice": 1, "mention": 2}
    ordered = sorted(ranked.comparison.evidence, key=lambda e: (level[e.requirement.level.value], e.covered))
    return [
        {
            "term": e.requirement.term + (" (one of several)" if e.requirement.group else ""),
            "line": e.requirement.line,
            "quote": shorten(e.requirement.quote, 120),
            "level": e.requirement.level.value,
            "status": _status(e),
            "shown": _shown(e),
        }
        for e in ordered
    ]


def _row(r: Ranked, one_ad: bool) -> dict[str, object]:
    must, nice = r.comparison.must, r.comparison.nice
    return {
        "place": f"{r.place}{' =' if r.tied else ''}",
        "name": _name(r, one_ad),
        "must": f"{must[0]} of {must[1]}",
        "nice": f"{nice[0]} of {nice[1]}",
        "why": r.reasons.partition("; ")[2],
        "items": _items(r),
    }


COLUMNS = ("place", "name", "must", "nice", "why")
DETAILS = ("term", "line", "level", "status", "shown")


def _text(ranked: Sequence[Ranked], problems: Sequence[str]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    if not ranked:
        return
    rows = [_row(r, _one_ad(ranked)) for r in ranked]
    table = Table("Place", "Which", "Must", "Nice", "Why")
    for row in rows:
        table.add_row(*(escape(str(row[c])) for c in COLUMNS))
    console.print(table)
    if any(r.tied for r in ranked):
        console.print("= shares its place with another.")
    if len(ranked) == 1:
        details = Table("The ad asks for", "Line", "Level", "In the CV", "The CV's words")
        for item in _items(ranked[0]):
            details.add_row(*(escape(str(item[c])) for c in DETAILS))
        console.print(details)
    console.print(CLOSING, style="dim")


def _cells(values: Iterable[object]) -> str:
    return "| " + " | ".join(str(v).replace("|", "\\|").replace("\n", " ") for v in values) + " |"


def _markdown(ranked: Sequence[Ranked], problems: Sequence[str]) -> str:
    rows = [_row(r, _one_ad(ranked)) for r in ranked]
    lines = ["| Place | Which | Must | Nice | Why |", "|---|---|---|---|---|"]
    lines += [_cells(row[c] for c in COLUMNS) for row in rows]
    if len(ranked) == 1:
        lines += ["", "| The ad asks for | Line | Level | In the CV | The CV's words |", "|---|---|---|---|---|"]
        lines += [_cells(item[c] for c in DETAILS) for item in _items(ranked[0])]
    lines += ["", *(f"> {p}" for p in problems), CLOSING]
    return "\n".join(lines)


def _html(ranked: Sequence[Ranked], problems: Sequence[str]) -> str:
    from importlib.resources import files

    from jinja2 import Environment, StrictUndefined

    page = files("cvlint.data").joinpath("match.html.j2").read_text(encoding="utf-8")
    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(page)
    rows = [_row(r, _one_ad(ranked)) for r in ranked]
    return template.render(rows=rows, problems=problems, ties=any(r.tied for r in ranked), closing=CLOSING)
