"""`cvlint baseline`: what is known already, so that only what is new is shown."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

NAME = "cvlint-baseline.json"


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--job", "ads", multiple=True, type=click.Path(path_type=Path), help="The job ad to compare with.")
def baseline(paths: tuple[Path, ...], ads: tuple[Path, ...]) -> None:
    """Write down all findings of PATHS (default: this folder) as known; later checks show only new ones.

    The file holds hashes, no word of a CV, and can be shared. Exit code 2: something could not be checked.
    """
    from cvlint.cli.edit import add_key
    from cvlint.config.discover import discover
    from cvlint.executor import check_all
    from cvlint.filters.baseline import baseline_text
    from cvlint.loaders.files import cvs_in

    paths = paths or (Path(),)
    found = discover(paths)
    folder = found.file.parent if found.file else Path()
    file = Path(found.config.baseline) if found.config.baseline else folder / NAME
    config = found.config.model_copy(update={"baseline": None})
    files = [cv for path in paths for cv in (cvs_in(path, config) if path.is_dir() else [path])]
    report = check_all(files, ads, config, date.today())
    if report.incomplete or not files:
        notices = [n.message for f in report.files for n in f.notices] + [n.message for n in report.notices]
        click.echo(f"Error: {(notices or ['no CV is here.'])[0]} The baseline was not written.", err=True)
        sys.exit(2)
    findings = [f for each in report.files for f in each.findings]
    file.write_text(baseline_text(findings), encoding="utf-8")
    if not found.config.baseline:
        add_key(found.file or folder / "cvlint.toml", "baseline", NAME)
    click.echo(f"{file}: {len(findings)} findings in {len(files)} files are known from now on.")
