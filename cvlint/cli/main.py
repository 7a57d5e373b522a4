"""The command `cvlint`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from cvlint import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """A linter for CVs."""


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--job", "jobs", multiple=True, type=click.Path(path_type=Path))
@click.option("--locale")
@click.option("--output-format", default="json")
@click.option("--fail-on", default="error")
@click.option("--readers")
@click.option("--select")
def check(
    paths: tuple[Path, ...],
    jobs: tuple[Path, ...],
    locale: str | None,
    output_format: str,
    fail_on: str,
    readers: str | None,
    select: str | None,
) -> None:
    """Check CVs."""
    from cvlint.config.schema import Config
    from cvlint.reporters import json as reporter
    from cvlint.runner import check_files

    config = Config.model_validate(
        {
            "locale": locale,
            "fail_on": fail_on,
            "readers": tuple((readers or "").replace(",", " ").split()),
            "select": tuple((select or "").replace(",", " ").split()),
        }
    )
    report = check_files(list(paths), list(jobs), config, date.today())
    sys.stdout.write(reporter.render(report))


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
def text(path: Path) -> None:
    """Print a file as it is read."""
    from cvlint.loaders import load

    sys.stdout.write(load(path).text)


from cvlint.cli.job import job  # noqa: E402
from cvlint.cli.match import match  # noqa: E402

main.add_command(job)
main.add_command(match)
