"""cvlint: a linter for CVs. `check` is the whole of the public API; `cvlint.model` holds what it returns."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cvlint.config.schema import Config
    from cvlint.model.report import Report

__version__ = "0.1.0"
__all__ = ["__version__", "check"]


def check(path: str | Path, job: str | Path | None = None, config: Config | None = None) -> Report:
    """The report on one CV, against one ad where `job` names it; `config` defaults to cvlint's own defaults.

    Nothing is written and no network is used. A CV that cannot be read gives a report whose file has the status
    `failed`; an ad that cannot be read raises `cvlint.loaders.LoadError`.
    """
    from cvlint.config.schema import Config
    from cvlint.runner import check_files

    return check_files([Path(path)], [Path(job)] if job else [], config or Config(), date.today())
