"""Pairs of names that are the same thing, and of names that only look alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cvlint.job.comparison import evidence_of
from cvlint.job.names import known_kind, other_names
from cvlint.job.shown import Shown
from cvlint.loaders import load_text
from cvlint.model.job import Level, Requirement, RequirementKind
from cvlint.resume import read_resume

PAIRS = [
    (left, right, sign == "=")
    for line in (Path(__file__).parent / "variants.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
    for sign in ("=", "!")
    for left, found, right in [line.partition(f" {sign} ")]
    if found
]


def covered(asked: str, shown: str) -> bool:
    resume = read_resume(
        load_text(f"Experience\n\nHarbour Foods, 2019 - 2022\n\nDuties included {shown} for the branch.\n"),
        date(2026, 6, 1),
    )
    kind = known_kind(asked) or RequirementKind.SKILL
    requirement = Requirement(asked, kind, Level.MUST, asked, 1, ((0, len(asked)),), aliases=other_names(asked))
    return evidence_of(requirement, Shown(resume)).covered


def test_there_are_four_hundred_pairs_of_both_kinds() -> None:
    assert len(PAIRS) >= 400
    assert min(sum(same for _, _, same in PAIRS), sum(not same for _, _, same in PAIRS)) >= 120


def test_other_names_are_told_from_look_alikes() -> None:
    said = [(asked, shown, same, covered(asked, shown)) for asked, shown, same in PAIRS]
    wrong = [(a, b) for a, b, same, mine in said if mine and not same]
    missed = [(a, b) for a, b, same, mine in said if same and not mine]
    right = sum(mine and same for _, _, same, mine in said)
    assert right / (right + len(wrong)) >= 0.97, wrong
    assert right / (right + len(missed)) >= 0.90, missed


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("Go", "go to market"),
        ("R", "R&D"),
        ("C", "C++"),
        ("C++", "C"),
        ("Excel", "excel at sport"),
        (".NET", "internet"),
        ("Java", "JavaScript"),
    ],
)
def test_short_and_common_names_are_not_found_in_other_words(asked: str, shown: str) -> None:
    assert not covered(asked, shown)
