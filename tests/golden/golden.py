"""Whole CVs through the whole pipeline: what their labels ask for, and what was found.

`python -m tests.golden.golden` writes `not_yet.yaml` anew: the labelled mistakes that are not found, and the clean CVs
that are not clean, each with what happens in its place. Those cases are strict xfails: one that is mended must leave
the list.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from cvlint.config.schema import Config
from cvlint.model.finding import Finding, Severity
from cvlint.model.location import Span
from cvlint.model.report import FileReport
from cvlint.runner import Run

ROOT = Path(__file__).resolve().parents[2]
NOT_YET = Path(__file__).with_name("not_yet.yaml")
TODAY = date(2026, 6, 1)


@dataclass(frozen=True)
class Case:
    """A labelled mistake of one CV."""

    name: str
    number: int
    text: str
    context: str
    code: str
    corrections: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.name}/{self.number}/{self.code}"


@cache
def labels() -> tuple[dict[str, Any], ...]:
    return tuple(
        json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "fixtures/cvs").glob("*/labels.json"))
    )


def cases() -> Iterator[Case]:
    """Every labelled mistake that has a code; those without text are of the document as a whole."""
    for told in labels():
        for number, mistake in enumerate(told["mistakes"], 1):
            if mistake["code"]:
                corrections = tuple(mistake["corrections"])
                yield Case(told["name"], number, mistake["text"], mistake["context"], mistake["code"], corrections)


def clean() -> list[str]:
    return [told["name"] for told in labels() if told["clean"]]


class Reports:
    """The reports on all CVs, each made once."""

    def __init__(self) -> None:
        self.run = Run(Config(), TODAY)
        self.made: dict[str, FileReport] = {}

    def of(self, name: str) -> FileReport:
        if name not in self.made:
            told = next(t for t in labels() if t["name"] == name)
            self.made[name] = self.run.check(ROOT / "fixtures/cvs" / name / told["file"])
        return self.made[name]


def place(text: str, context: str, whole: str) -> Span:
    """Where `text` stands in `whole`, by the context around it; line ends and blanks count alike."""
    at = [i for i, c in enumerate(whole) if not c.isspace()]
    bare = "".join(whole[i] for i in at)
    around, inner = "".join(context.split()), "".join(text.split())
    start = bare.index(around) + around.index(inner)
    return Span(at[start], at[start + len(inner) - 1] + 1)


def there(case: Case, report: FileReport) -> list[Finding]:
    """The findings at the place of a labelled mistake."""
    assert report.document is not None
    if not case.text:
        return [f for f in report.findings if f.code == case.code]
    span = place(case.text, case.context, report.document.text)
    return [f for f in report.findings if f.span.overlaps(span)]


def found(case: Case, report: FileReport) -> bool:
    """Whether the rule speaks at the place, or another one there offers the right text first: two rules that see one
    slip are told as one finding."""
    return any(f.code == case.code or f.suggestions[:1] == case.corrections[:1] != () for f in there(case, report))


def alarms(report: FileReport) -> list[Finding]:
    """The errors and warnings."""
    return [f for f in report.findings if f.severity is not Severity.INFO]


def is_clean(report: FileReport) -> bool:
    """No error and at most one warning."""
    loud = alarms(report)
    return len(loud) <= 1 and not any(f.severity is Severity.ERROR for f in loud)


def not_yet() -> dict[str, str]:
    """Why a case is not mastered yet, by its id."""
    return yaml.safe_load(NOT_YET.read_text(encoding="utf-8")) or {}


def main() -> None:
    reports, out = Reports(), {}
    for case in cases():
        report = reports.of(case.name)
        if not found(case, report):
            instead = ", ".join(f"{f.code} at “{f.text}”" for f in there(case, report)) or "nothing"
            out[case.id] = f"“{case.text}”: {instead} is found there"
    for name in clean():
        report = reports.of(name)
        if not is_clean(report):
            out[f"{name}/clean"] = "false alarms: " + ", ".join(f"{f.code} at “{f.text}”" for f in alarms(report))
    reports.run.close()
    NOT_YET.write_text(yaml.safe_dump(out, allow_unicode=True, width=1000, sort_keys=True), encoding="utf-8")
    total = len(list(cases()))
    print(f"{total - sum(1 for k in out if not k.endswith('/clean'))} of {total} mistakes found;", end=" ")
    print(f"{len(clean()) - sum(1 for k in out if k.endswith('/clean'))} of {len(clean())} clean CVs are clean")


if __name__ == "__main__":
    main()
