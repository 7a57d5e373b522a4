"""`cvlint signoff CV --by NAME`: the friend's word that a CV is ready, good until the file changes."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click


@click.command()
@click.argument("cv", type=click.Path(path_type=Path))
@click.option("--by", help="The name of the person who looked the CV over.")
@click.option("--check", is_flag=True, help="Say whether the CV is still as it was signed off.")
@click.option("--anyway", is_flag=True, help="Sign although errors are left.")
@click.option("--config", "config_file", type=click.Path(path_type=Path, dir_okay=False), help="The configuration.")
def signoff(cv: Path, by: str | None, check: bool, anyway: bool, config_file: Path | None) -> None:
    """Note beside CV who looked it over, in a small text file tied to the file's exact content (cv.docx.signoff).

    Exit code 0: signed, or with --check: still as it was signed. 1: errors are left, or the CV has changed or was
    never signed. 2: a file cannot be read or written.
    """
    if check == (by is not None):
        raise click.UsageError("say who signs with --by NAME, or ask with --check.")
    from cvlint.fixes.errors import FixError
    from cvlint.loaders import LoadError

    try:
        code = _check(cv) if by is None else _sign(cv, by, anyway, config_file)
    except (FixError, LoadError) as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    sys.exit(code)


def _check(cv: Path) -> int:
    from cvlint.fixes.signoff import read_signoff, signoff_path
    from cvlint.loaders import bytes_of

    data = bytes_of(cv)
    found = read_signoff(signoff_path(cv))
    if found is None:
        click.echo(f"{cv}: nobody has signed it off yet; `cvlint signoff {cv} --by NAME` does.")
        return 1
    if not found.covers(data):
        click.echo(f"{cv}: changed since {found.by} signed it off on {found.on.isoformat()}; have it read again.")
        return 1
    click.echo(f"{cv}: signed off by {found.by} on {found.on.isoformat()}, and unchanged since.")
    return 0


def _sign(cv: Path, by: str, anyway: bool, config_file: Path | None) -> int:
    from cvlint.fixes.output import replace
    from cvlint.fixes.signoff import read_signoff, signed, signoff_path
    from cvlint.loaders import bytes_of

    data, today = bytes_of(cv), date.today()
    word = signed(data, by, today)
    path = signoff_path(cv)
    read_signoff(path)  # a file of that name that is no sign-off is not replaced
    if not anyway:
        left = _errors(cv, data, today, config_file)
        if left:
            what = "1 error is" if left == 1 else f"{left} errors are"
            click.echo(
                f"{cv}: {what} left, so it was not signed off; `cvlint check {cv}` shows "
                f"{'it' if left == 1 else 'them'}. If that is as it should be, add --anyway.",
                err=True,
            )
            return 1
    replace(path, word.text().encode())
    click.echo(f"{cv}: signed off by {word.by} on {word.on.isoformat()} in {path}.")
    return 0


def _errors(cv: Path, data: bytes, today: date, config_file: Path | None) -> int:
    """How many errors a check finds. Raises `FixError` where it could not be completed."""
    from cvlint.config.discover import discover
    from cvlint.fixes.errors import FixError
    from cvlint.model.finding import Severity
    from cvlint.model.report import INCOMPLETE
    from cvlint.runner import check_files

    report = check_files([cv], (), discover([cv], config_file).config, today, data=data)
    if report.incomplete:
        notices = (*report.notices, *report.files[0].notices)
        why = next((n.message for n in notices if n.code in INCOMPLETE), f"{cv}: it could not be checked.")
        raise FixError(f"{why} It was not signed off; --anyway signs all the same.")
    return report.counts[Severity.ERROR]
