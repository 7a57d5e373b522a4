"""Boosted trees as plain arrays: no training library is needed to ask them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

AT_ONCE = 128
"""Rows that go through all trees together."""


@dataclass(frozen=True)
class Trees:
    """Nodes of all trees in one list. `left` and `right` are node numbers; a leaf has feature -1 and a value.

    `grid` and `scores` turn the sum of the leaves into a score of 0...1 by straight lines between measured points.
    """

    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    threshold: Floats
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: Floats
    depth: int
    grid: Floats
    scores: Floats

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> Trees:
        """The trees stored under a name."""

        def whole(key: str) -> NDArray[np.int64]:
            return arrays[f"{name}_{key}"].astype(np.int64)

        def real(key: str) -> Floats:
            return arrays[f"{name}_{key}"].astype(np.float64)

        return cls(
            whole("roots"),
            whole("feature"),
            real("threshold"),
            whole("left"),
            whole("right"),
            real("value"),
            int(arrays[f"{name}_depth"]),
            real("grid"),
            real("scores"),
        )

    def sums(self, rows: Floats) -> Floats:
        """The sum of the leaves that each row of features falls into."""
        total = np.zeros(len(rows))
        for low in range(0, len(rows), AT_ONCE):
            part = rows[low : low + AT_ONCE]
            each = np.arange(len(part))[:, None]
            node = np.repeat(self.roots[None, :], len(part), axis=0)
            for _ in range(self.depth):
                feature = self.feature[node]
                inner = feature >= 0
                if not inner.any():
                    break
                goes_left = part[each, np.maximum(feature, 0)] <= self.threshold[node]
                node = np.where(inner, np.where(goes_left, self.left[node], self.right[node]), node)
            total[low : low + AT_ONCE] = self.value[node].cumsum(axis=1)[:, -1]  # tree by tree: in no other order
        return total

    def score(self, sums: Floats) -> Floats:
        """How sure: 0...1."""
        return np.interp(sums, self.grid, self.scores)
