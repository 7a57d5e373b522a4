"""Profiles name rules that exist, with severities and options that these rules take."""

from __future__ import annotations

from pathlib import Path

import pytest

from cvlint.catalogue.find import find_rules, rules_dir
from cvlint.catalogue.select import select
from cvlint.config.schema import Config

PROFILES = sorted(p.stem for p in (rules_dir() / "profiles").glob("*.yaml"))


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_changes_known_rules_only(name: str) -> None:
    import yaml

    path: Path = rules_dir() / "profiles" / f"{name}.yaml"
    codes = {r.code for r in find_rules()} | {r.code[:2] for r in find_rules()}
    assert set(yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]) <= codes


@pytest.mark.parametrize("name", sorted({*PROFILES} - {"letter"}))
def test_a_profile_can_be_applied(name: str) -> None:
    locale, role = (name, None) if name.startswith("en-") else ("en-GB", name)
    assert select(find_rules(), Config.model_validate({"role": role}), locale)


def test_every_locale_and_role_has_a_profile() -> None:
    assert {*PROFILES} >= {"en-NZ", "en-GB", "en-AU", "en-IE", "en-US", "en-CA", "en-ZA"}
    assert {*PROFILES} >= {"graduate", "senior", "academic", "technical"}


def test_referees_with_numbers_are_no_finding_in_new_zealand() -> None:
    assert "CT019" not in {a.rule.code for a in select(find_rules(), Config(), "en-NZ")}
    assert "CT019" in {a.rule.code for a in select(find_rules(), Config(), "en-GB")}
