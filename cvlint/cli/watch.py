"""Checking again on every save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from cvlint.config.schema import Config
from cvlint.model.report import Report


def watch(files: Sequence[Path], ads: Sequence[Path], config: Config, show: Callable[[Report], None]) -> None:
    """Check the files, then each again whenever it or an ad is saved, until the user stops it. Readers stay loaded."""
    try:
        from watchfiles import watch as changes
    except ImportError as error:
        raise click.ClickException(
            "--watch needs the package watchfiles; install it, or run the check by hand."
        ) from error
    from cvlint.runner import Run, check_with

    with Run(config, date.today()) as run:
        run.start()
        show(check_with(run, files, ads))
        click.echo("Watching; Ctrl+C ends it.", err=True)
        folders = {file.resolve().parent for file in (*files, *ads)}
        for batch in changes(*folders, recursive=False, raise_interrupt=False):
            saved = {Path(name).resolve() for _, name in batch}
            touched = [f for f in files if f.resolve() in saved and f.exists()]
            if any(ad.resolve() in saved for ad in ads):
                touched = list(files)
            if touched:
                show(check_with(run, touched, ads))
