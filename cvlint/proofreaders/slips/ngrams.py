"""Probabilities of words between their neighbours, from counts of CVs and job ads.

Interpolated Kneser-Ney with one discount an order, read both ways: how probable is a word after the two before it,
and before the two after it. All arguments are arrays of word numbers, all results natural logarithms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
Floats = NDArray[np.float64]

D2, D3 = 0.75, 0.6


def find(table: Ids, keys: Ids) -> Ids:
    """The index of each key in a sorted table, or -1."""
    if not len(table):
        return np.full(keys.shape, -1, dtype=np.int64)
    at = np.searchsorted(table, keys)
    at[at == len(table)] = 0
    return np.where(table[at] == keys, at, -1)


def pick(values: NDArray[np.floating[Any]] | NDArray[np.integer[Any]], at: Ids) -> Floats:
    """The value at each index, 0 where it is -1."""
    return np.where(at >= 0, values[at].astype(np.float64), 0.0) if len(values) else np.zeros(at.shape)


@dataclass(frozen=True)
class Pair:
    """What is known of pairs (a, b): index (-1 unknown), count, log P(b | a), log P(a | b)."""

    at: Ids
    count: Floats
    forward: Floats
    backward: Floats


@dataclass(frozen=True)
class Triple:
    """What is known of triples (a, b, c): count, log P(c | a b), log P(a | b c)."""

    count: Floats
    forward: Floats
    backward: Floats


class Ngrams:
    """Counts with what is derived from them at load. `size` is the number of words."""

    def __init__(self, size: int, single: Floats, bi_keys: Ids, bi_counts: Ids, tri_keys: Ids, tri_counts: Ids) -> None:
        """`single`: probabilities of words. Keys: a * size + b, and (index of the pair) * size + c; both sorted."""
        self.size = size
        self.log_single = np.log(single)
        self.single = single
        self.bi_keys, self.tri_keys = bi_keys, tri_keys
        self.bi_counts, self.tri_counts = bi_counts.astype(np.float64), tri_counts.astype(np.float64)
        left, right = bi_keys // size, bi_keys % size
        self.left_total = np.bincount(left, weights=self.bi_counts, minlength=size)
        self.left_kinds = np.bincount(left, minlength=size).astype(np.float64)
        self.right_total = np.bincount(right, weights=self.bi_counts, minlength=size)
        self.right_kinds = np.bincount(right, minlength=size).astype(np.float64)
        prefix = tri_keys // size
        suffix = find(bi_keys, right[prefix] * size + tri_keys % size) if len(tri_keys) else prefix
        pairs = len(bi_keys)
        self.prefix_sum = np.bincount(prefix, weights=self.tri_counts - D3, minlength=pairs)
        self.suffix_sum = np.bincount(suffix, weights=self.tri_counts - D3, minlength=pairs)

    def pairs(self, a: Ids, b: Ids) -> Pair:
        """Pairs of neighbours."""
        at = find(self.bi_keys, a * self.size + b)
        count = pick(self.bi_counts, at)
        seen = np.maximum(count - D2, 0.0)
        total, kinds = self.left_total[a], self.left_kinds[a]
        forward = np.where(total > 0, (seen + D2 * kinds * self.single[b]) / np.maximum(total, 1.0), self.single[b])
        total, kinds = self.right_total[b], self.right_kinds[b]
        backward = np.where(total > 0, (seen + D2 * kinds * self.single[a]) / np.maximum(total, 1.0), self.single[a])
        return Pair(at, count, np.log(forward), np.log(backward))

    def triples(self, ab: Pair, bc: Pair, c: Ids) -> Triple:
        """Triples of neighbours, of which the two pairs are known."""
        at = np.where(ab.at >= 0, find(self.tri_keys, np.maximum(ab.at, 0) * self.size + c), -1)
        count = pick(self.tri_counts, at)
        seen = np.maximum(count - D3, 0.0)
        rest = 1.0 - pick(self.prefix_sum, ab.at) / np.maximum(ab.count, 1.0)
        low = np.exp(bc.forward)
        forward = np.where(ab.count > 0, seen / np.maximum(ab.count, 1.0) + np.maximum(rest, 0.02) * low, low)
        rest = 1.0 - pick(self.suffix_sum, bc.at) / np.maximum(bc.count, 1.0)
        low = np.exp(ab.backward)
        backward = np.where(bc.count > 0, seen / np.maximum(bc.count, 1.0) + np.maximum(rest, 0.02) * low, low)
        return Triple(count, np.log(forward), np.log(backward))
