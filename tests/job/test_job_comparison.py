"""What a CV shows of an ad: evidence, the best place first, and properties that must hold for any ad and CV."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvlint.job import compare, read_ad
from cvlint.job.ranking import rank
from cvlint.loaders import load_text
from cvlint.model.job import Comparison, Evidence, Status
from cvlint.resume import read_resume

TOOLS = [
    "Excel",
    "AutoCAD",
    "Xero",
    "Python",
    "Kubernetes",
    "Salesforce",
    "Power BI",
    "PostgreSQL",
    "Photoshop",
    "Jira",
    "SAP",
    "MATLAB",
]
SKILLS = [
    "payroll",
    "bookkeeping",
    "wound care",
    "lesson planning",
    "stock control",
    "welding",
    "project management",
    "cash handling",
]


def cv_of(body: str, skills: str = "") -> str:
    return f"Ana Tuilagi\nana@example.com\n\nExperience\n\nOfficer, Harbour Foods, Jan 2014 - Dec 2022\n- {body}\n" + (
        f"\nSkills\n\n{skills}\n" if skills else ""
    )


def held(asked: list[str], body: str, skills: str = "") -> Comparison:
    ad = read_ad(load_text("Title: Officer\n\nRequirements:\n" + "".join(f"- Experience with {a}\n" for a in asked)))
    return compare(ad, read_resume(load_text(cv_of(body, skills)), date(2026, 6, 1)))


def of(comparison: Comparison, term: str) -> Evidence:
    return next(e for e in comparison.evidence if term.lower() in e.requirement.term.lower())


def test_a_role_is_better_evidence_than_a_list() -> None:
    assert of(held(["Xero"], "Ran payroll in Xero", "Xero"), "Xero").status is Status.PRESENT
    assert of(held(["Xero"], "Ran payroll", "Xero, typing"), "Xero").status is Status.WEAK


def test_the_words_of_the_cv_are_quoted() -> None:
    comparison = held(["accounts payable"], "Ran the purchase ledger")
    evidence = of(comparison, "accounts payable")
    assert evidence.status is Status.OTHER_NAME
    assert evidence.found_as == "purchase ledger"
    assert evidence.quote == "Ran the purchase ledger"


def test_related_is_not_covered() -> None:
    evidence = of(held(["wound care"], "Cared for the garden; licked no wound"), "wound care")
    assert evidence.status is not Status.PRESENT


def test_alternatives_count_once() -> None:
    comparison = held(["Xero or Salesforce"], "Ran payroll in Xero")
    assert comparison.must == (1, 1)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(TOOLS + SKILLS), min_size=1, max_size=5, unique=True), st.data())
def test_a_true_keyword_never_lowers_coverage_and_repeating_changes_nothing(
    asked: list[str], data: st.DataObject
) -> None:
    shown = data.draw(st.lists(st.sampled_from(TOOLS + SKILLS), max_size=4, unique=True))
    extra = data.draw(st.sampled_from(asked))
    before = held(asked, "Worked with " + ", ".join(shown))
    after = held(asked, "Worked with " + ", ".join([*shown, extra]))
    again = held(asked, "Worked with " + ", ".join([*shown, extra, extra, extra]))
    assert after.must[0] >= before.must[0]
    assert after.must == again.must
    assert of(after, extra).status is not Status.ABSENT


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(TOOLS + SKILLS), min_size=2, max_size=6, unique=True), st.integers(0, 99))
def test_the_order_of_the_bullets_changes_nothing(asked: list[str], seed: int) -> None:
    other = asked[:]
    random.Random(seed).shuffle(other)
    one, two = held(asked, "Ran payroll in Xero"), held(other, "Ran payroll in Xero")
    assert one.must == two.must
    assert {(e.requirement.term, e.requirement.level, e.status) for e in one.evidence} == {
        (e.requirement.term, e.requirement.level, e.status) for e in two.evidence
    }


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(TOOLS + SKILLS), min_size=1, max_size=5, unique=True),
    st.text(st.sampled_from("abc XeroExcel,.-\n"), max_size=60),
)
def test_every_quote_is_verbatim(asked: list[str], noise: str) -> None:
    body = noise.replace("\n", " ") + " Excel and payroll"
    comparison, text = held(asked, body), cv_of(body)
    for e in comparison.evidence:
        if e.start is not None and e.end is not None:
            assert text[e.start : e.end] == e.found_as
            assert e.quote is not None
            assert e.quote in text
            assert e.found_as in e.quote
        else:
            assert e.status is Status.ABSENT


@pytest.mark.parametrize("term", TOOLS + SKILLS)
def test_what_is_in_the_cv_is_never_called_missing(term: str) -> None:
    assert of(held([term], f"Worked with {term} daily"), term).status is not Status.ABSENT


def test_ranking_puts_the_better_first_and_shows_ties() -> None:
    good, poor, same = (
        held(["Xero", "Python"], "Xero and Python"),
        held(["Xero", "Python"], "Xero"),
        held(["Xero", "Python"], "Xero"),
    )
    ranked = rank([("b.txt", poor), ("a.txt", good), ("c.txt", same)])
    assert [(r.cv, r.place, r.tied) for r in ranked] == [
        ("a.txt", 1, False),
        ("b.txt", 2, True),
        ("c.txt", 2, True),
    ]
    assert "Python" in ranked[1].reasons
