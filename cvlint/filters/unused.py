"""Means of suppression that nothing needs any more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cvlint.config.schema import Config
from cvlint.filters.baseline import read_baseline
from cvlint.model.document import Notice
from cvlint.model.report import FileReport


def unused(config: Config, files: Sequence[FileReport]) -> list[Notice]:
    """Entries of `[[ignore]]` and of the baseline that no finding in these files needed."""
    used = {key for file in files for key in file.suppressed.used}
    notices = [
        Notice("unused-ignore", f"[[ignore]] {e.code} for {e.text!r} is no longer needed; take it out.")
        for e in config.ignored_findings
        if e.key not in used
    ]
    stale = len(read_baseline(Path(config.baseline)) - used) if config.baseline else 0
    if stale:
        what = "1 entry of the baseline is" if stale == 1 else f"{stale} entries of the baseline are"
        notices.append(Notice("unused-baseline", f"{what} no longer needed; `cvlint baseline` writes it anew."))
    return notices
