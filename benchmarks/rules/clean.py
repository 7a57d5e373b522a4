"""The clean CVs of the fixtures: as files, and each as plain text and as a Word file to put mistakes into."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from cvlint.config.schema import Config
from cvlint.model.finding import Finding, Severity
from cvlint.runner import Run
from fixtures.build import HERE
from fixtures.source import Source, read_source
from fixtures.write_docx import write_docx
from fixtures.write_text import write_txt

TODAY = date(2026, 6, 1)


@dataclass(frozen=True)
class CleanCV:
    """One clean CV. `text` and `docx` are made of its source, whatever the file itself is."""

    name: str
    locale: str
    path: Path
    text: str
    docx: bytes
    source: Source = field(compare=False)


@cache
def clean_cvs() -> tuple[CleanCV, ...]:
    """Every CV of the fixtures that holds no mistake."""
    found = []
    for labels in sorted(HERE.glob("cvs/*/labels.json")):
        told = json.loads(labels.read_text(encoding="utf-8"))
        if told["clean"]:
            source = read_source(HERE / "sources/cvs" / f"{told['name']}.md")
            word = replace(source, settings={**source.settings, "format": "docx"})
            text = write_txt(source).decode()
            path = labels.parent / told["file"]
            found.append(CleanCV(told["name"], told["locale"], path, text, write_docx(word), source))
    return tuple(found)


def findings_on_clean(run: Run) -> dict[str, tuple[Finding, ...]]:
    """What the whole pipeline says of each clean CV."""
    return {cv.name: run.check(cv.path).findings for cv in clean_cvs()}


def report_clean() -> bool:
    """Print errors and warnings per clean CV; whether both are as low as asked."""
    with Run(Config(), TODAY) as run:
        found = findings_on_clean(run)
    counts: Counter[Severity] = Counter()
    for name, findings in found.items():
        counts.update(f.severity for f in findings)
        for f in findings:
            print(f"{name:26} {f.severity:8} {f.code}  {f.text[:40]!r}  {f.message[:90]}")
    each = {s: counts[s] / len(found) for s in Severity}
    print(
        f"{len(found)} clean CVs: {each[Severity.ERROR]:.2f} errors, {each[Severity.WARNING]:.2f} warnings and "
        f"{each[Severity.INFO]:.2f} infos a CV (asked: at most 0.2 errors and 1 warning)"
    )
    return each[Severity.ERROR] <= 0.2 and each[Severity.WARNING] <= 1
