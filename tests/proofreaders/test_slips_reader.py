"""The slips reader as a whole: what it finds by statistics, where it points, what it survives."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from cvlint.loaders.text import read_text
from cvlint.proofreaders.reading import Passage, Reading
from cvlint.proofreaders.slips import Slips
from cvlint.proofreaders.slips.stream import like, stream
from cvlint.proofreaders.slips.trees import Trees


@pytest.fixture(scope="module")
def slips() -> Slips:
    """The reader, loaded once."""
    reader = Slips()
    reader.load("en-NZ")
    return reader


def read(slips: Slips, text: str) -> list[Reading]:
    """All readings of a text."""
    document = read_text("cv.txt", text.encode())
    return slips.read([Passage(document.flat(b), b.start, b.index) for b in document.blocks], document)


REAL_WORDS = {
    "manger": ("Senior Project Manger at a software company", "Manger", "Manager"),
    "sails": ("Prepared weekly sails reports for the regional director.", "sails", "sales"),
    "polices": ("Wrote polices and procedures for the front desk.", "polices", "policies"),
    "complied": ("Complied monthly reports for the finance team.", "Complied", "Compiled"),
    "pubic": ("Worked closely with pubic relations and marketing teams.", "pubic", "public"),
    "derail": ("Attention to derail and strong organisational skills.", "derail", "detail"),
    "costumers": ("Maintained good relationships with costumers and suppliers.", "costumers", "customers"),
    "bases": ("Answered e-mails on a daily bases.", "bases", "basis"),
}


@pytest.mark.parametrize(("text", "wrong", "right"), REAL_WORDS.values(), ids=REAL_WORDS)
def test_a_real_word_in_the_wrong_place_is_found(slips: Slips, text: str, wrong: str, right: str) -> None:
    start = text.index(wrong)
    found = [(r.start, r.end, r.suggestions[0]) for r in read(slips, text) if r.score >= 0.7]
    assert found == [(start, start + len(wrong), right)]


@pytest.mark.parametrize(
    "text",
    [
        "Project Manager with a track record of exceeding sales targets.",
        "Wrote policies and procedures for the front desk.",
        "Served at a public house and later managed a bakery.",
        "Excellent attention to detail and strong organisational skills.",
        "Compiled monthly reports for the finance team.",
    ],
)
def test_right_words_are_left_alone(slips: Slips, text: str) -> None:
    assert [r for r in read(slips, text) if r.score >= 0.7] == []


def test_the_words_of_a_cv_itself_speak_for_a_rare_word(slips: Slips) -> None:
    text = "Trained horses for trail riding.\nLed trail rides on the coast.\nPlanned trail rides for schools.\n"
    assert not [r for r in read(slips, text) if "rail" in text[r.start : r.end] and r.score >= 0.7]


def test_offsets_count_code_points_after_emoji_and_other_scripts(slips: Slips) -> None:
    text = "👩‍🍳 שלום مرحبا ​ Chef\nWrote polices and procedures for the front desk.\n"
    assert [text[r.start : r.end] for r in read(slips, text)] == ["polices"]


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "\x00\x01\x02 \x7f",
        "x" * 100_000,
        "’'s 's's",
        "- \n- \n",
        "1990's",
        "it's",
        "of the of the " * 500,
    ],
    ids=[
        "one letter",
        "control characters",
        "long word",
        "quotes",
        "empty items",
        "decade",
        "clitic",
        "long sentence",
    ],
)
def test_odd_text_is_survived_with_offsets_in_the_text(slips: Slips, text: str) -> None:
    assert all(0 <= r.start < r.end <= len(text) for r in read(slips, text))


def test_readings_come_in_order_and_never_overlap(slips: Slips) -> None:
    text = "Setup over 40 PC's for the the costumers with 12 years experience.\n" * 3
    found = read(slips, text)
    assert len(found) > 6
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_the_same_text_gives_the_same_readings(slips: Slips) -> None:
    text = "Prepared weekly sails reports and wrote polices.\nTeam Manger\n"
    assert read(slips, text) == read(slips, text)


def test_no_passages_no_readings(slips: Slips) -> None:
    assert slips.read([], read_text("cv.txt", b"Cook")) == []


@pytest.mark.parametrize(
    ("written", "key", "shown"),
    [
        ("Manger", "manager", "Manager"),
        ("MANGER", "manager", "MANAGER"),
        ("manger", "manager", "manager"),
        ("A", "an", "An"),
    ],
)
def test_a_suggestion_keeps_the_case(written: str, key: str, shown: str) -> None:
    assert like(written, key) == shown


def test_a_hard_wrapped_line_goes_on_with_its_sentence() -> None:
    first = "Managed a team of engineers and designers across four sites in"
    keys = [t.key for t in stream([(0, first), (len(first) + 1, "the south of the country.")]).tokens]
    assert keys[keys.index("in") + 1] == "the"


def test_trees_follow_their_thresholds() -> None:
    arrays = {
        "t_roots": np.array([0]), "t_feature": np.array([0, -1, -1]), "t_threshold": np.array([1.5, 0, 0]),
        "t_left": np.array([1, 0, 0]), "t_right": np.array([2, 0, 0]), "t_value": np.array([0, -1.0, 2.0]),
        "t_depth": np.array(1), "t_grid": np.array([-1.0, 2.0]), "t_scores": np.array([0.0, 1.0]),
    }  # fmt: skip
    trees = Trees.of(arrays, "t")
    sums = trees.sums(np.array([[1.5], [1.6]]))
    assert sums.tolist() == [-1.0, 2.0]
    assert trees.score(sums).tolist() == [0.0, 1.0]
