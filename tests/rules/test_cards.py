"""Every card's examples, run as tests: `bad` is flagged at just that place and corrected, `good` stays silent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cvlint.catalogue.card import Bad, Good, Rule
from cvlint.catalogue.find import find_rules
from cvlint.config.schema import Config
from cvlint.job import read_ad
from cvlint.loaders import load_text
from cvlint.model.finding import Finding
from cvlint.resume import read_resume
from cvlint.resume.folder import Folder, Sibling
from cvlint.runner import Run

RULES = find_rules()


def cases(kind: str) -> Iterator[object]:
    for rule in RULES:
        for number, example in enumerate(getattr(rule.card, kind), 1):
            yield pytest.param(rule, example, id=f"{rule.code}-{kind}-{number}")


def folder_of(example: Good) -> Folder:
    siblings = []
    for name, text in example.beside.items():
        document = load_text(text, name)
        role = "letter" if "letter" in name else "ad" if "ad" in name else "cv"
        siblings.append(Sibling(role, document, read_resume(document, example.today)))
    return Folder(tuple(siblings), (example.as_, *example.beside))


@pytest.fixture(scope="session")
def runs() -> Iterator[dict[str, Run]]:
    """One run for all rules: the readers are loaded once."""
    shared: dict[str, Run] = {}
    yield shared
    for run in shared.values():
        run.close()


def findings(runs: dict[str, Run], rule: Rule, example: Good) -> list[Finding]:
    locale = example.locale or (rule.card.locales[0] if rule.card.locales != "all" else "en-GB")
    if "run" not in runs:
        runs["run"] = Run(Config(), example.today, RULES)
    run = runs["run"]
    run.today, run.rules = example.today, (rule,)
    rules = {rule.code: example.options} if example.options else {}
    run.config = Config.model_validate({"locale": locale, "extend_select": (rule.code,), "rules": rules})
    ads = [read_ad(load_text(example.job, "ad.txt"))] if example.job else []
    return list(run.check_document(load_text(example.text, example.as_), ads, folder_of(example)).findings)


@pytest.mark.parametrize(("rule", "example"), list(cases("good")))
def test_good_examples_stay_silent(runs: dict[str, Run], rule: Rule, example: Good) -> None:
    assert [(f.text, f.message) for f in findings(runs, rule, example)] == []


@pytest.mark.parametrize(("rule", "example"), list(cases("bad")))
def test_bad_examples_are_flagged_and_corrected(runs: dict[str, Run], rule: Rule, example: Bad) -> None:
    found = findings(runs, rule, example)
    assert tuple(f.text for f in found) == example.flags
    assert all("{" not in f.message for f in found), "a brace of the message was not filled"
    if example.fixed is not None:
        text = load_text(example.text, example.as_).text
        for finding in sorted(found, key=lambda f: -f.start):
            text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
        assert text.strip() == example.fixed.strip()


@pytest.mark.parametrize(
    ("rule", "gap"),
    [pytest.param(r, g, id=f"{r.code}-gap-{n}") for r in RULES for n, g in enumerate(r.card.known_gaps, 1)],
)
def test_known_gaps_are_still_gaps(runs: dict[str, Run], rule: Rule, gap: object) -> None:
    """A gap that has closed moves to the good or bad examples."""
    example = Good(text=gap.text)  # type: ignore[attr-defined]
    wanted = (gap.flag,) if gap.flag else ()  # type: ignore[attr-defined]
    assert tuple(f.text for f in findings(runs, rule, example)) != wanted


def test_codes_and_names_are_unique() -> None:
    keys = [k for r in RULES for k in (r.code, r.card.name)]
    assert len(keys) == len(set(keys))
