"""Which job fits, or which CV: an order with its reasons; equals share a place."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cvlint.model.job import Comparison, Evidence, Level, Status


@dataclass(frozen=True)
class Ranked:
    """One CV against one ad. `place` counts from 1; `tied` says that another has the same place."""

    cv: str
    comparison: Comparison
    place: int
    tied: bool

    def of(self, level: Level, covered: bool) -> tuple[Evidence, ...]:
        """The requirements of a level that are shown, or that are not; an alternative that another covers is neither."""
        met = {e.requirement.group for e in self.comparison.evidence if e.requirement.group and e.covered}
        return tuple(
            e
            for e in self.comparison.evidence
            if e.requirement.level is level and e.covered is covered and (covered or e.requirement.group not in met)
        )

    @property
    def reasons(self) -> str:
        """Why it stands where it stands, in one line."""
        must, nice = self.comparison.must, self.comparison.nice
        absent = [e.requirement.term for e in self.of(Level.MUST, covered=False) if e.status is Status.ABSENT]
        near = [e.requirement.term for e in self.of(Level.MUST, covered=False) if e.status is not Status.ABSENT]
        parts = [f"{must[0]} of {must[1]} must, {nice[0]} of {nice[1]} nice"]
        if absent:
            parts.append(
                "not shown: " + ", ".join(absent[:5]) + (f" and {len(absent) - 5} more" if len(absent) > 5 else "")
            )
        if near:
            parts.append("only near: " + ", ".join(near[:5]) + (f" and {len(near) - 5} more" if len(near) > 5 else ""))
        return "; ".join(parts)


def _key(comparison: Comparison) -> tuple[float, float]:
    must, nice = comparison.must, comparison.nice
    return (-(must[0] / must[1]) if must[1] else 1.0, -(nice[0] / nice[1]) if nice[1] else 0.0)


def rank(pairs: Sequence[tuple[str, Comparison]]) -> list[Ranked]:
    """The pairs by the share of must-haves shown, then of nice-to-haves; equals share a place and go by name."""
    ordered = sorted(pairs, key=lambda p: (_key(p[1]), p[0], p[1].ad.path))
    keys = [_key(c) for _, c in ordered]
    return [Ranked(cv, c, keys.index(_key(c)) + 1, keys.count(_key(c)) > 1) for cv, c in ordered]
