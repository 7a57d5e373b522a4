"""`cvlint check`: the main job."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cvlint.model.report import Report

BAR_FROM = 4
"""Files from which a bar says more than a spinner."""


def _list(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Options that may be repeated or hold several names parted by commas."""
    return tuple(name for value in values for name in value.replace(",", " ").split())


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--job", "ads", multiple=True, type=click.Path(path_type=Path), help="The job ad to compare with; may be repeated."
)
@click.option("--select", multiple=True, callback=_list, help="Run only these rules: codes, families or names.")
@click.option("--extend-select", multiple=True, callback=_list, help="Run these as well.")
@click.option("--ignore", "ignored", multiple=True, callback=_list, help="Leave these out.")
@click.option("--locale", help="en-NZ, en-GB, en-AU, en-IE, en-US, en-CA or en-ZA; found from the CV without it.")
@click.option("--role", type=click.Choice(["graduate", "senior", "academic", "technical"]), help="The kind of career.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="Exit with 1 from this severity on.  [default: error]",
)
@click.option(
    "--output-format", help="text, concise, json, sarif, github, gitlab, junit, markdown or html.  [default: text]"
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to a file.")
@click.option("--preview", is_flag=True, default=None, help="Run the rules that are still on trial.")
@click.option(
    "--readers", multiple=True, callback=_list, help="The proofreaders: lingotweaker, harper, slips, languagetool."
)
@click.option(
    "--languagetool", metavar="URL", help="Let LanguageTool read as well: the address of a server, or 'local'."
)
@click.option("--require-reader", multiple=True, callback=_list, help="Exit with 2 unless this reader ran.")
@click.option(
    "--config", "config_file", type=click.Path(path_type=Path, dir_okay=False), help="Use this configuration file."
)
@click.option(
    "--stdin-filename", type=click.Path(path_type=Path), help="The name of what '-' reads from standard input."
)
@click.option("--redact", is_flag=True, help="Keep the text of the CV out of the report.")
@click.option("--changed", "since", is_flag=False, flag_value="HEAD", help="Only files changed since a commit (HEAD).")
@click.option("--watch", "watching", is_flag=True, help="Check again on every save.")
@click.option("--workers", type=click.IntRange(1), help="Cores for many files; 1: one file at a time.  [default: all]")
@click.option("--executor", type=click.Choice(["local", "dask"]), default="local", help="Where the work is done.")
@click.option("--scheduler", metavar="ADDRESS", help="The scheduler of the Dask cluster, such as tcp://host:8786.")
@click.option("--no-cache", "cache", is_flag=True, default=True, flag_value=False, help="Check unchanged files again.")
def check(
    paths: tuple[Path, ...],
    ads: tuple[Path, ...],
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignored: tuple[str, ...],
    locale: str | None,
    role: str | None,
    fail_on: str | None,
    output_format: str | None,
    output: Path | None,
    preview: bool | None,
    readers: tuple[str, ...],
    languagetool: str | None,
    require_reader: tuple[str, ...],
    config_file: Path | None,
    stdin_filename: Path | None,
    redact: bool,
    since: str | None,
    watching: bool,
    workers: int | None,
    executor: str,
    scheduler: str | None,
    cache: bool,
) -> None:
    """Check CVs: proofread them, check them by rules, compare them with a job ad.

    A folder stands for every CV in it, no path for the folder one is in, "-" for standard input.

    Exit code 0: nothing at or above --fail-on. 1: findings. 2: something could not be checked.
    """
    from cvlint.config.discover import discover, set_by_hand

    paths = paths or (Path(),)
    config = discover([p for p in paths if str(p) != "-"], config_file).config
    config = set_by_hand(
        config,
        select=select,
        extend_select=(*config.extend_select, *extend_select),
        ignore=(*config.ignore, *ignored),
        locale=locale,
        role=role,
        fail_on=fail_on,
        output_format=output_format,
        preview=preview,
        readers=readers,
        languagetool=languagetool,
        require_reader=require_reader,
    )
    from dataclasses import replace

    from cvlint.cli.inputs import gather
    from cvlint.executor import check_all
    from cvlint.reporters import reporter

    reporter(config.output_format)  # a wrong name ends the run before the work
    if (executor == "dask") is not bool(scheduler):
        raise click.UsageError("--executor dask and --scheduler ADDRESS go together.")
    inputs = gather(paths, config, stdin_filename)
    files = inputs.files
    if since is not None:
        from cvlint.cli.changed import changed

        files = tuple(changed(files, since))
    if watching:
        from cvlint.cli.watch import watch

        watch(files, ads, config, lambda report: _print(report, config.output_format, output))
        return
    with _progress(len(files)) as progress:
        report = check_all(files, ads, config, date.today(), progress, inputs.data, workers, cache, scheduler)
    report = replace(report, notices=(*inputs.notices, *report.notices))
    code = exit_code(report, config.fail_on)
    if redact:
        from cvlint.reporters.redact import redact as redacted

        report = redacted(report)
    _print(report, config.output_format, output)
    sys.exit(code)


@contextmanager
def _progress(files: int) -> Iterator[Callable[[str], None]]:
    """A bar, or for a few files a spinner, on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda path: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    bar = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()) if files >= BAR_FROM else ()
    console = Console(stderr=True)
    with Progress(SpinnerColumn(), TextColumn("{task.description}"), *bar, console=console, transient=True) as progress:
        task = progress.add_task("Proofreading", total=files)
        yield lambda path: progress.update(task, advance=1, description=Path(path).name)


def _print(report: Report, output_format: str, output: Path | None) -> None:
    if output_format == "text" and output is None:
        from rich.console import Console

        from cvlint.reporters.text import WIDTH
        from cvlint.reporters.text import render as as_text

        wide = sys.stdout.isatty()
        sys.stdout.write(as_text(report, Console(highlight=False, width=None if wide else WIDTH, soft_wrap=False)))
        if os.environ.get("GITHUB_ACTIONS") == "true":
            from cvlint.reporters.github import render

            sys.stdout.write(render(report))  # annotations beside the lines of a change
        return
    from cvlint.reporters import reporter

    body = reporter(output_format)(report)
    if output is None:
        sys.stdout.write(body)
    else:
        output.write_text(body, encoding="utf-8")


def exit_code(report: Report, fail_on: str) -> int:
    """2 where something could not be checked, else 1 where a finding is at or above `fail_on`, else 0."""
    from cvlint.model.finding import Severity

    if report.incomplete:
        return 2
    if fail_on == "never":
        return 0
    return int(any(report.counts[s] for s in Severity if s.rank >= Severity(fail_on).rank))
