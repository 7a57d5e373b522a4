"""Patterns that are wrong wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.stream import Token
from cvlint.proofreaders.slips.tables import Tables


def read(tokens: list[Token], tables: Tables) -> Iterable[Reading]:
    """What the rules find."""
    return ()
