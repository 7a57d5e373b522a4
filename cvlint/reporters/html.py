"""The whole run as one HTML page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cvlint.catalogue.card import Rule
from cvlint.model.report import FileReport, FileStatus, Report
from cvlint.reporters.cards import rules_in
from cvlint.reporters.marks import Item, Line, families_of, items_of, lines_of, severities_of
from cvlint.reporters.page import render_page
from cvlint.reporters.redact import REDACTED
from cvlint.reporters.wording import totals


@dataclass(frozen=True)
class Shown:
    """A file with what the page says of it."""

    key: str
    file: FileReport
    failed: bool
    items: Sequence[Item]
    lines: Sequence[Line]


def render(report: Report) -> str:
    """One self-contained page: the text of every file with the findings marked, and the list beside it."""
    cards = rules_in(report)
    files = [show(file, cards, f"{n}-" if len(report.files) > 1 else "") for n, file in enumerate(report.files, 1)]
    items = [item for file in files for item in file.items]
    return render_page(
        "report.html.j2",
        report=report,
        files=files,
        totals=totals(report),
        severities=severities_of(items),
        families=families_of(items),
    )


def show(file: FileReport, cards: Mapping[str, Rule], prefix: str = "") -> Shown:
    """A file's findings and text, ready for the template; `prefix` parts the files of one page."""
    items = items_of(file, cards, prefix)
    document = file.document
    lines = tuple(lines_of(document, items)) if document and REDACTED not in document.flags else ()
    return Shown(prefix, file, file.status is FileStatus.FAILED, items, lines)
