"""A baseline lets known findings be and shows new ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvlint.config.schema import Config
from cvlint.filters.baseline import BaselineError, baseline_text, read_baseline
from cvlint.loaders import load_text
from cvlint.model.finding import Finding
from cvlint.runner import Run

LINES = [
    "Experience",
    "Clerk, Adze Ltd, Jan 2020 – Mar 2019",
    "Clerk, Bevel Ltd, May 2018 - 06/2019",
    "Clerk, Cog Ltd, 2015 – 2014",
    "- Kept the books ,and the stock",
    "Clerk, Dowel Ltd, March 2012 to Feb 2013",
]


def findings(text: str, known: Path | None = None) -> tuple[Finding, ...]:
    config = Config(select=("DA",), locale="en-GB", baseline=str(known) if known else None)
    with Run(config, date(2026, 6, 1)) as run:
        return run.check_document(load_text(text)).findings


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_the_baseline_of_a_run_silences_that_run(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    text = "\n".join(lines)
    file = tmp_path_factory.mktemp("b") / "baseline.json"
    file.write_text(baseline_text(findings(text)))
    assert findings(text, file) == ()


def test_a_new_finding_is_shown_wherever_the_old_ones_moved(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    old = "Experience\nClerk, Adze Ltd, Jan 2020 – Mar 2019\n"
    file.write_text(baseline_text(findings(old)))
    moved = f"Ana Rewi\n\n{old}Clerk, Cog Ltd, Jan 2015 – Mar 2014\n"
    assert [f.text for f in findings(moved, file)] == ["Jan 2015 – Mar 2014"]


def test_a_file_that_is_no_baseline_is_told(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.write_text("[]")
    with pytest.raises(BaselineError, match="is no baseline"):
        read_baseline(file)


def test_no_word_of_the_cv_is_stored() -> None:
    assert "Adze" not in baseline_text(findings("Experience\nClerk, Adze Ltd, Jan 2020 – Mar 2019"))
