"""Which rules run, how severe they are and with which options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from cvlint.catalogue.card import Rule
from cvlint.catalogue.find import rules_dir
from cvlint.config.schema import Config, RuleSetting
from cvlint.model.finding import Severity


class SelectionError(Exception):
    """A code, prefix, name or option that no rule has. The message suggests the nearest."""


@dataclass(frozen=True)
class ActiveRule:
    """A rule as it runs: with the severity and the options of profile and configuration in place."""

    rule: Rule
    severity: Severity
    options: Mapping[str, Any]


def named(rules: Sequence[Rule], names: Iterable[str]) -> set[str]:
    """The codes that codes, prefixes, kebab-case names or `ALL` stand for. Raises `SelectionError`."""
    codes: set[str] = set()
    for name in names:
        hits = {
            r.code
            for r in rules
            if name == "ALL" or r.card.name == name.lower() or (name.isalnum() and r.code.startswith(name.upper()))
        }
        if not hits:
            known = [k for r in rules for k in (r.code, r.card.name)]
            near = get_close_matches(name, known, n=1) or get_close_matches(name.upper(), known, n=1)
            hint = f" did you mean {near[0]!r}?" if near else " `cvlint rules` lists them."
            raise SelectionError(f"There is no rule {name!r};{hint}")
        codes |= hits
    return codes


def select(rules: Sequence[Rule], config: Config, locale: str, kind: str = "cv") -> tuple[ActiveRule, ...]:
    """The rules that run for a locale and a kind of file (cv, letter) under a configuration.

    Raises `SelectionError`.
    """
    settings: dict[str, RuleSetting] = {}
    for profile in (locale, config.role, kind):
        if profile:
            settings |= _spread(_profile(profile), rules)
    by_name = {key: r for r in rules for key in (r.code, r.card.name)}
    for key, setting in config.rules.items():
        if key not in by_name:
            named(rules, [key])  # raises with a hint unless it is a prefix
            raise SelectionError(f"[rules.{key}]: name one rule, not a family.")
        settings[by_name[key].code] = setting
    chosen = named(rules, config.select) if config.select else None
    extended, ignored = named(rules, config.extend_select), named(rules, config.ignored_codes)
    active = []
    for rule in rules:
        setting = settings.get(rule.code, RuleSetting())
        asked = _by_own_name(rule, (*config.select, *config.extend_select))
        usual = rule.card.default and (rule.card.status == "stable" or config.preview)
        if chosen is not None and rule.code not in chosen and rule.code not in extended:
            continue
        on = usual or asked
        on = setting.enabled if setting.enabled is not None and not asked else on
        if not on or rule.code in ignored:
            continue
        if rule.card.locales != "all" and locale not in rule.card.locales and rule.code not in extended:
            continue
        active.append(ActiveRule(rule, setting.severity or rule.card.severity, _options(rule, setting)))
    return tuple(active)


def _by_own_name(rule: Rule, names: Iterable[str]) -> bool:
    return any(n.upper() == rule.code or n.lower() == rule.card.name for n in names)


def _options(rule: Rule, setting: RuleSetting) -> dict[str, Any]:
    options = rule.defaults()
    for name, value in setting.options.items():
        if name not in options:
            near = get_close_matches(name, options, n=1)
            hint = f" did you mean {near[0]!r}?" if near else ""
            raise SelectionError(f"{rule.code} has no option {name!r};{hint}")
        option = rule.card.options[name]
        if not _fits(value, option.type) or (option.choices and value not in option.choices):
            wanted = " or ".join(map(repr, option.choices)) if option.choices else f"a value of type {option.type}"
            raise SelectionError(f"{rule.code}: the option {name!r} takes {wanted}, not {value!r}.")
        options[name] = value
    return options


def _fits(value: object, kind: str) -> bool:
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "strings":
        return isinstance(value, list | tuple) and all(isinstance(v, str) for v in value)
    return isinstance(value, str)


def _spread(profile: Mapping[str, RuleSetting], rules: Sequence[Rule]) -> dict[str, RuleSetting]:
    """The settings of a profile by code: a family's letters stand for every rule of it."""
    wide = {r.code: profile[r.family] for r in rules if r.family in profile}
    return wide | {code: setting for code, setting in profile.items() if not code.isalpha()}


@lru_cache(maxsize=32)
def _profile(name: str) -> dict[str, RuleSetting]:
    """The settings of a locale, a role or a kind of file, by code or family; an absent profile changes nothing."""
    import yaml

    path = rules_dir() / "profiles" / f"{name}.yaml"
    if not path.is_file():
        return {}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader) or {}
    return {code: RuleSetting.model_validate(RuleSetting.of(value)) for code, value in data.get("rules", {}).items()}
