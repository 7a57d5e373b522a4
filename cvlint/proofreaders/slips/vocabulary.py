"""The word lists of the rules, from `cvlint/data/slips-words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads((files("cvlint") / "data" / "slips-words.toml").read_text(encoding="utf-8"))


def word_list(rules: str, name: str) -> frozenset[str]:
    """A list of words."""
    return frozenset(str(_lists()[rules][name]).split())


def word_table(rules: str, name: str) -> dict[str, str]:
    """A table of words and what belongs in their place."""
    return {str(k): str(v) for k, v in _lists()[rules][name].items()}


def phrase_tables() -> list[tuple[str, float, str, bool]]:
    """(rule, score, phrases, whether they are slips in lower case alone) of each table of wrong phrases."""
    tables = _lists()["phrase"]
    return [(str(t["rule"]), float(t["score"]), str(t["phrases"]), bool(t.get("lower"))) for t in tables]
