"""One place where an ad asks for something."""

from __future__ import annotations

from dataclasses import dataclass

from cvlint.job.pieces import Piece
from cvlint.model.job import Level, RequirementKind

FORMAL = frozenset(
    {
        RequirementKind.QUALIFICATION, RequirementKind.REGISTRATION, RequirementKind.LICENCE, RequirementKind.LANGUAGE,
        RequirementKind.RIGHT_TO_WORK, RequirementKind.EXPERIENCE_YEARS,
    }
)  # fmt: skip
"""Kinds that ads ask for in set forms."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place where an ad asks for something."""

    term: str
    kind: RequirementKind
    level: Level
    piece: Piece
    start: int
    end: int
    amount: float | None = None
