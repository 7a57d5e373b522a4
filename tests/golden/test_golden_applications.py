"""An application whose files agree is quiet; one whose letter disagrees with CV and ad is told where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cvlint.config.schema import Config
from cvlint.model.finding import Severity
from cvlint.runner import Run
from tests.golden.golden import ROOT, TODAY

FOLDERS = ROOT / "fixtures/applications"
SLIPS = FOLDERS / "us-engineer-slips"
NOT_YET = {
    "Lead Software Engineer": "X007 says nothing of another title in front of the same employer",
    "June 2020": "an end date in the prose of a letter is not held against the CV yet",
}


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    with Run(Config.model_validate({"select": ("X",)}), TODAY) as made:
        yield made


def messages(run: Run, path: Path) -> list[str]:
    found = run.check(path).findings
    return [f"{f.text} {f.message}" for f in found if f.severity is not Severity.INFO]


def test_files_that_agree_are_quiet(run: Run) -> None:
    assert messages(run, FOLDERS / "nz-analyst/cv.docx") == []
    assert messages(run, FOLDERS / "nz-analyst/letter.docx") == []


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(t, id=t, marks=[pytest.mark.xfail(reason=NOT_YET[t], strict=True)] if t in NOT_YET else [])
        for t in (m["text"] for m in json.loads((SLIPS / "labels.json").read_text(encoding="utf-8"))["mistakes"])
    ],
)
def test_every_disagreement_is_told(wrong: str, run: Run) -> None:
    told = [*messages(run, SLIPS / "cv.docx"), *messages(run, SLIPS / "letter.txt")]
    assert any(wrong in message for message in told), told
