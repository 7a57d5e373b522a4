"""Patterns that are wrong wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips import agreement, apostrophes, clauses, compounds, phrases, tense, verbs
from cvlint.proofreaders.slips.stream import Token
from cvlint.proofreaders.slips.tables import Tables
from cvlint.proofreaders.slips.words import Words


def read(tokens: list[Token], tables: Tables, text: str) -> Iterator[Reading]:
    """What the rules find, in no order; readings may overlap."""
    words = Words(tokens, tables, text)
    for family in (apostrophes, compounds, phrases, agreement, verbs, clauses, tense):
        yield from family.read(words)
