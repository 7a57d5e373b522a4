"""Tone, style, tense, names and typography: what holds over whole CVs and is not told by the cards' examples."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pytest

from cvlint.catalogue.card import Rule
from cvlint.catalogue.find import find_rules
from cvlint.catalogue.select import select
from cvlint.checks.verbs import Form, forms, opening
from cvlint.config.schema import Config
from cvlint.facts import Facts
from cvlint.job import read_ad
from cvlint.loaders import load_text
from cvlint.model.finding import Match, Severity
from cvlint.resume import read_resume

TODAY = date(2026, 6, 1)
MINE = ("TO", "ST", "NM00", "PU00", "PU01", "GR02", "WO02")
CODED = [r for r in find_rules() if r.code.startswith(MINE) and r.card.kind == "python"]


def ask(code: str, text: str, ad: str = "", locale: str = "en-GB") -> list[Match]:
    rule = next(r for r in find_rules() if r.code == code)
    document = load_text(text, "cv.txt")
    job = read_ad(load_text(ad, "ad.txt")) if ad else None
    facts = Facts(document, read_resume(document, TODAY), TODAY, locale=locale, job=job)
    return facts.ask(rule.check, rule.needs, rule.defaults())


@pytest.mark.parametrize(
    ("point", "verb", "form"),
    [
        ("Managed nine shops", "manage", Form.PAST),
        ("Wrote the rota", "write", Form.PAST),
        ("Planning and running fairs", "plan", Form.GERUND),
        ("Supervises the yard", "supervise", Form.THIRD),
        ("Successfully prepared the books", "prepare", Form.PAST),
        ("Support the sales team", "support", Form.BASE),
    ],
)
def test_the_verb_that_opens_a_point_is_told_with_its_form(point: str, verb: str, form: Form) -> None:
    found = opening(point)
    assert found is not None
    assert found[2:] == (verb, form)


@pytest.mark.parametrize(
    "point",
    ["Support of 40 users", "Design: posters", "Customer care", "Experienced in sales", "Set the price", "Lead time"],
)
def test_nouns_and_forms_without_tense_open_nothing(point: str) -> None:
    assert opening(point) is None


@pytest.mark.parametrize(
    ("form", "verb", "kind"),
    [
        ("planned", "plan", Form.PAST),
        ("supplies", "supply", Form.THIRD),
        ("oversaw", "oversee", Form.PAST),
        ("taught", "teach", Form.PAST),
    ],
)
def test_forms_are_spelt_as_english_spells_them(form: str, verb: str, kind: Form) -> None:
    assert forms()[form] == (verb, kind)


def test_many_claims_are_a_warning_and_few_an_info() -> None:
    few = ask("TO002", "Profile\nA passionate, hard-working clerk.")
    many = ask("TO002", "Profile\nPassionate, hard-working, dynamic, proactive, punctual, ambitious, outgoing clerk.")
    assert [m.severity for m in few] == [None]
    assert [m.severity for m in many] == [Severity.WARNING]


@pytest.mark.parametrize("code", ["TO001", "TO002", "ST002", "ST013"])
def test_the_words_of_the_ad_are_never_held_against_the_cv(code: str) -> None:
    words = {
        "TO001": "world-class",
        "TO002": "passionate and hard-working",
        "ST002": "utilise",
        "ST013": "fast-paced and cutting-edge",
    }[code]
    text = f"Profile\nI am here to utilise this: {words} work, in English.\n"
    assert ask(code, text)
    ad = f"Clerk\nCompany: Larch Mills\nRequirements\n- You are {words} and utilise mills\n- {words}\n"
    assert not ask(code, text, ad)


def test_the_balance_counts_both_sides_and_gives_no_score() -> None:
    (match,) = ask("TO007", "Profile\nA passionate guru.\n\nExperience\nHelped with the ovens. Tried to sell.\n")
    assert match.data["loud"] == "2 ('passionate', 'guru')"
    assert match.data["soft"] == "2 ('helped with', 'tried to')"


def test_a_job_is_reported_once_however_many_points_are_in_the_wrong_tense() -> None:
    points = "\n".join(f"- Maintain the files of store {n}" for n in range(8))
    found = ask("GR020", f"Experience\nClerk, Adze Ltd\nJan 2019 – Mar 2021\n{points}\n")
    assert [m.data["count"] for m in found] == [" (8 of 8 points)"]


def test_the_first_person_is_let_be_where_custom_allows_it() -> None:
    rules = find_rules()
    on = {locale: {a.rule.code for a in select(rules, Config(), locale)} for locale in ("en-NZ", "en-GB", "en-US")}
    assert "GR022" in on["en-US"]
    assert not {"GR022"} & (on["en-NZ"] | on["en-GB"])


def test_no_rule_of_a_usual_run_asks_for_parts_of_speech() -> None:
    usual = select(find_rules(), Config(), "en-GB")
    assert [a.rule.code for a in usual if "spacy_doc" in a.rule.needs] == []


def test_the_modules_of_these_checks_do_not_load_spacy() -> None:
    modules = sorted({r.card.check.partition(":")[0] for r in CODED if r.card.check})
    code = f"import sys, {', '.join(modules)}; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_tagger_tells_where_its_tokens_stand() -> None:
    from cvlint.resume.grammar import tag

    document = load_text("Profile\nBaker.\n\n- Prepared the rota\n- Trained staff", "cv.txt")
    tagged = tag(document, read_resume(document, TODAY))
    words = [tagged.of(b).span(t).of(document.text) for b in document.blocks if tagged.of(b) for t in tagged.of(b).doc]  # type: ignore[union-attr]
    assert [w for w in words if w.strip()] == ["Profile", "Baker", ".", "Prepared", "the", "rota", "Trained", "staff"]


def hostile() -> Iterator[object]:
    size = 8_000
    for name, text in {
        "one word": "a" * size,
        "brackets": "( " * (size // 2),
        "helped": "helped with the " * (size // 16),
        "quotes": '"x ' * (size // 3),
        "hyphens": "a-b" * (size // 3),
        "shares": "time: " + "60% sales, " * (size // 11),
        "blanks": "x" + " " * size + "y",
        "names": "Ab Cd " * (size // 6),
    }.items():
        yield pytest.param(text, id=name)


@pytest.mark.parametrize("text", list(hostile()))
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    """A pattern that blows up would not come back."""
    document = load_text(f"Experience\nClerk, Adze Ltd\nJan 2019 – Mar 2021\n- {text}\n", "cv.txt")
    facts = Facts(document, read_resume(document, TODAY), TODAY, locale="en-US")
    for rule in CODED:
        for match in facts.ask(rule.check, rule.needs, rule.defaults()):
            assert 0 <= match.start < match.end <= len(document.text), rule.code


@pytest.mark.parametrize("rule", CODED, ids=lambda r: r.code)
def test_an_empty_file_raises_nothing(rule: Rule) -> None:
    document = load_text("", "cv.txt")
    facts = Facts(document, read_resume(document, TODAY), TODAY)
    assert facts.ask(rule.check, rule.needs, rule.defaults()) == []
