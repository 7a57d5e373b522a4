"""What the tagger of named skills sees, and what it is not believed about."""

from __future__ import annotations

import pytest

from cvlint.job import read_ad
from cvlint.job.named import bare, groups, key, seen, whole
from cvlint.job.pieces import pieces
from cvlint.job.tokens import tokens
from cvlint.loaders import load_text
from cvlint.model.job import JobAd, Level, RequirementKind

FORM = """Data Engineer

Industry:
Financial Services
Company size:
51-200 people
Technologies
python, sql

Requirements:
- Experience with Python, SQL and Terraform
- Good knowledge of relational databases
"""


def ad(text: str) -> JobAd:
    return read_ad(load_text(text, "ad.txt"))


def test_each_word_but_commas_is_seen() -> None:
    document = load_text(FORM, "ad.txt")
    for piece in pieces(document):
        words = bare(tokens(FORM, piece.start, piece.end))
        assert len(seen(FORM, words, piece)) == len(words)
        assert all(w.text != "," for w in words)


def test_a_line_is_seen_with_its_heading() -> None:
    above = whole(FORM).above[FORM.index("Financial")]
    assert above.heading == "industry"
    assert above.line == "industry|1"


def test_what_the_ad_lists_is_known_as_listed() -> None:
    assert {"python", "sql"} <= whole(FORM).listed


def test_digits_are_alike_in_the_groups() -> None:
    assert key("Python3") == key("python2")
    assert groups()["python"] != groups()["salary"]


@pytest.mark.parametrize("name", ["Python", "SQL", "Terraform"])
def test_commas_part_names(name: str) -> None:
    found = ad(FORM)
    mentions = {found.text[a:b] for r in found.requirements for a, b in r.mentions}
    assert name in mentions


def test_the_field_of_a_form_names_a_domain_in_passing() -> None:
    found = [r for r in ad(FORM).requirements if r.term == "Financial Services"]
    assert [(r.kind, r.level) for r in found] == [(RequirementKind.DOMAIN, Level.MENTION)]


def test_a_doctorate_that_is_a_post_is_not_asked_for() -> None:
    text = FORM + "- Help to supervise our PhD students\n"
    assert not [r for r in ad(text).requirements if r.term == "PhD"]
    text = FORM + "- You must hold a PhD in statistics\n"
    assert [r for r in ad(text).requirements if r.term.startswith("PhD")]


def test_what_the_applicant_will_be_is_asked_for() -> None:
    text = FORM + "\nThe role\nYou will be experienced in payroll administration.\n"
    assert [r.level for r in ad(text).requirements if "payroll" in r.term.lower()] == [Level.MUST]


def test_examples_of_what_is_asked_for_are_tools() -> None:
    text = "Registered Nurse\n\nNice to have\n- Experience with electronic patient records such as MedChart\n"
    assert "MedChart" in {r.term for r in ad(text).requirements if r.kind is RequirementKind.TOOL}
