"""What other packages bring along by their entry points."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any


def plugins(group: str) -> tuple[EntryPoint, ...]:
    """The entry points of a group: `cvlint.packs`, `cvlint.proofreaders` or `cvlint.reporters`."""
    return tuple(_all().select(group=group))


@lru_cache(maxsize=1)
def _all() -> Any:
    """Every entry point of this environment: reading them takes some ten milliseconds, so it is done once."""
    return entry_points()
