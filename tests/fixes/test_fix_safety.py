"""What is mended unasked: never a name, a date, a number or a denial, and no word that may be another."""

from __future__ import annotations

import pytest

from cvlint.fixes.plan import Plan, make_plan
from cvlint.fixes.safety import guarded
from cvlint.loaders import load_text
from cvlint.model.finding import Finding, FixSafety, Severity
from tests.fixes.planning import TODAY, finding

CV = """Hana Pohatu
Wellington, New Zealand | hana@example.co.nz | 021 555 0123

Experience
Analyst, Kahikatea Foods Ltd, Wellington
March 2019 - February 2021
- Saved 12,5 percent of twelve costs and did not lose a cleint
- Recieved the award; liased with Regualtions and Smyth of Tararua
- Holds an IPAF 3a card, which took ten monts
"""


def plan(old: str, new: str, *more: str, unsafe: bool = False, **fields: object) -> Plan:
    document = load_text(CV)
    one = finding(document, old, new, **({"suggestions": (new, *more)} | fields))
    return make_plan([one], document, guarded(document, TODAY), unsafe)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        pytest.param("Pohatu", "Potato", "a name", id="name"),
        pytest.param("example.co", "example.com", "reach you", id="e-mail"),
        pytest.param("Kahikatea", "Kahikateas", "a name", id="employer"),
        pytest.param("March", "May", "a date", id="date"),
        pytest.param("12,5", "12.5", "a number", id="number"),
        pytest.param("twelve", "eleven", "a number", id="number-in-words"),
        pytest.param("3a", "3an", "a number", id="letter-that-belongs-to-a-number"),
        pytest.param("a card", "an card", "", id="harmless"),
        pytest.param("did not lose", "did lose", "what is said", id="denial"),
    ],
)
def test_names_dates_and_numbers_are_asked_for(old: str, new: str, reason: str) -> None:
    made = plan(old, new)
    if reason:
        assert not made.edits
        assert reason in made.left[0].reason
        assert made.left[0].unsafe
    assert plan(old, new, unsafe=True).edits


TWO = ("lingotweaker", "harper")


@pytest.mark.parametrize(
    ("old", "suggestions", "readers", "mended"),
    [
        pytest.param("Recieved", ("Received", "Relieved"), TWO, True, id="a-swap"),
        pytest.param("cleint", ("client", "clement"), TWO, True, id="short-swap"),
        pytest.param("Regualtions", ("Regulations", "Regulation"), TWO, True, id="long-word-with-a-capital"),
        pytest.param("cleint", ("client",), ("harper",), False, id="one-reader-of-two"),
        pytest.param("liased", ("leased", "liaised"), TWO, False, id="two-words-as-near"),
        pytest.param("Smyth", ("Smith",), TWO, False, id="may-be-a-name"),
        pytest.param("Tararua", ("True",), TWO, False, id="far-off"),
        pytest.param("monts", ("mont",), TWO, False, id="only-a-plural"),
    ],
)
def test_misspellings_are_mended_where_no_other_word_can_be_meant(
    old: str, suggestions: tuple[str, ...], readers: tuple[str, ...], mended: bool
) -> None:
    made = plan(old, *suggestions, name="misspelling", readers=readers)
    assert bool(made.edits) is mended
    if not mended:
        assert made.left[0].unsafe


def test_where_one_dictionary_ran_its_clear_cases_are_mended() -> None:
    document = load_text(CV)
    guard = guarded(document, TODAY, ["harper", "slips"])
    clear = finding(document, "Regualtions", "Regulations", name="misspelling", readers=("harper",))
    short = finding(document, "cleint", "client", name="misspelling", readers=("harper",))
    made = make_plan([clear, short], document, guard)
    assert [e.new for e in made.edits] == ["Regulations"]
    assert [entry.finding.text for entry in made.left] == ["cleint"]


def test_unsafe_fixes_wait_for_the_flag() -> None:
    assert plan("award", "prize", fix=FixSafety.UNSAFE).left[0].unsafe
    assert plan("award", "prize", fix=FixSafety.UNSAFE, unsafe=True).edits


def test_the_weightier_finding_wins_a_place_and_the_other_is_listed() -> None:
    document = load_text("It was alot of work.\n")
    light = finding(document, "was alot", "was a lot", code="ST001", severity=Severity.INFO)
    grave = finding(document, "alot of", "a lot of", code="SP001")
    made = make_plan([light, grave], document, guarded(document, TODAY))
    assert [e.findings for e in made.edits] == [(grave,)]
    assert [(entry.finding, "SP001" in entry.reason) for entry in made.left] == [(light, True)]


def test_two_rules_that_want_the_same_share_one_change() -> None:
    document = load_text("It was alot of work.\n")
    both: list[Finding] = [finding(document, "alot", "a lot", code=code) for code in ("SP001", "GR001")]
    made = make_plan(both, document, guarded(document, TODAY))
    assert [len(e.findings) for e in made.edits] == [2]
    assert made.applied(document.text) == "It was a lot of work.\n"
