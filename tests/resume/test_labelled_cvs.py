"""Invented CVs of seven countries in many layouts: what is read of each is what its label says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from cvlint.loaders import load, load_text
from cvlint.model.document import Document
from cvlint.resume import Resume, read_resume
from cvlint.resume.locale import find_locale

DATA = Path(__file__).parent / "data"
LABELS: dict[str, dict[str, Any]] = yaml.safe_load((DATA / "labels.yaml").read_text(encoding="utf-8"))
NAMES = sorted(LABELS)


def read(name: str) -> tuple[Document, Resume]:
    document = load(DATA / f"{name}.txt")
    return document, read_resume(document, date(2026, 6, 1))


def matches(found: list[str], labels: list[str]) -> bool:
    """Whether each is what its label says; `a|b` allows either."""
    return len(found) == len(labels) and all(f in w.split("|") for f, w in zip(found, labels, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_sections_are_those_of_the_label(name: str) -> None:
    _, resume = read(name)
    assert matches([s.kind.value for s in resume.sections if s.heading], LABELS[name]["headings"])


@pytest.mark.parametrize("name", NAMES)
def test_roles_have_their_dates_title_and_organisation(name: str) -> None:
    document, resume = read(name)
    for role, (dates, title, organisation, bullets) in zip(resume.roles, LABELS[name]["roles"], strict=True):
        assert role.dates is not None
        assert role.dates.span.of(document.text) == dates
        listed = [b for b in role.bullets if b.label]
        assert len(listed) == bullets, dates
        if title is not None:
            assert role.title is not None, dates
            assert role.title.of(document.text) == title
        if organisation is not None:
            assert role.organisation is not None, dates
            assert role.organisation.of(document.text).startswith(organisation.split(",")[0])


@pytest.mark.parametrize("name", NAMES)
def test_roles_are_the_same_where_every_line_stands_apart(name: str) -> None:
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    spaced = load_text("\n\n".join(line for line in text.split("\n") if line.strip()))
    resume = read_resume(spaced, date(2026, 6, 1))
    found = [r.dates.span.of(spaced.text) for r in resume.roles if r.dates]
    assert found == [dates for dates, *_ in LABELS[name]["roles"]]
    assert matches([s.kind.value for s in resume.sections if s.heading], LABELS[name]["headings"])
    for role, (_, title, _, _) in zip(resume.roles, LABELS[name]["roles"], strict=True):
        assert title is None or (role.title is not None and role.title.of(spaced.text) == title)


@pytest.mark.parametrize("name", NAMES)
def test_contact_is_the_writers(name: str) -> None:
    _, resume = read(name)
    assert matches([resume.contact.name_text], [LABELS[name]["name"]])
    found = {kind: [i.text for i in resume.contact.of(kind)] for kind in ("email", "phone", "link")}
    assert found == {kind: LABELS[name]["contact"].get(kind, []) for kind in found}
    for address in LABELS[name]["contact"].get("address", []):
        assert address in [i.text for i in resume.contact.of("address")]


@pytest.mark.parametrize("name", NAMES)
def test_locale_is_the_country_of_the_cv(name: str) -> None:
    document, resume = read(name)
    if LABELS[name]["locale"]:
        guess = find_locale(document, resume, None)
        assert guess.locale == LABELS[name]["locale"], guess.reason


@pytest.mark.parametrize("name", NAMES)
def test_sections_hold_every_block_once(name: str) -> None:
    document, resume = read(name)
    held = [b.index for s in resume.sections for b in ([s.heading] if s.heading else []) + list(s.blocks)]
    assert sorted(set(held)) == [b.index for b in document.blocks]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Lead Designer @ Gannet Pay", []),
        ("ana @example.org", ["ana @example.org"]),
        ("ana@ example.org", ["ana@ example.org"]),
        ("ana@example", ["ana@example"]),
    ],
    ids=["job at a firm", "blank before", "blank after", "no ending"],
)
def test_an_at_sign_with_blanks_is_an_address_only_before_a_domain(line: str, wanted: list[str]) -> None:
    text = f"Ana Kova\n{line}\n\nEXPERIENCE\nFitter, Harbour Works\n2019 – 2021\n"
    resume = read_resume(load_text(text), date(2026, 6, 1))
    assert [i.text for i in resume.contact.of("email")] == wanted


@pytest.mark.parametrize("rank", ["Sergeant", "STAFF SERGEANT", "Capt.", "Dr"])
def test_a_rank_before_the_name_is_none_of_it(rank: str) -> None:
    resume = read_resume(load_text(f"{rank} Ana Kova\nana@example.org\n"), date(2026, 6, 1))
    assert resume.contact.name_text == "Ana Kova"


def test_a_firm_that_ends_in_a_short_form_is_part_of_the_heading() -> None:
    text = "EXPERIENCE\nClerk, Bluenose Supply Ltd.\nMay 2011 – July 2015\n• Matched 300 invoices a week.\n"
    role = read_resume(document := load_text(text), date(2026, 6, 1)).roles[0]
    assert role.title is not None
    assert role.title.of(document.text) == "Clerk"
    assert role.organisation is not None
    assert role.organisation.of(document.text).startswith("Bluenose Supply Ltd")
