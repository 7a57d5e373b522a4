"""The tables of the slips reader: words, counts, changes of a word into another, and trained trees."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from cvlint.proofreaders.slips.ngrams import Ids, Ngrams, find
from cvlint.proofreaders.slips.stream import UNKNOWN
from cvlint.proofreaders.slips.trees import Trees

Arrays = dict[str, NDArray[np.generic]]

TAGS = (
    "EDGE", "CD", "PUNCT", "NN", "NNS", "NNP", "VB", "VBZ", "VBD", "VBN", "VBG",
    "JJ", "RB", "IN", "TO", "DT", "CC", "PRP", "MD", "OTHER",
)  # fmt: skip


@dataclass(frozen=True)
class Changes:
    """For each word the words it may stand for by mistake: `to[start[w] : start[w + 1]]`, with the kind of change."""

    start: NDArray[np.int64]
    to: NDArray[np.int64]
    kind: NDArray[np.int64]

    def of(self, words: Ids) -> tuple[Ids, Ids, Ids]:
        """(index into `words`, candidate, kind) of every change of every word."""
        first, count = self.start[words], self.start[words + 1] - self.start[words]
        owner = np.repeat(np.arange(len(words)), count)
        inner = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
        at = np.repeat(first, count) + inner
        return owner, self.to[at], self.kind[at]


@dataclass(frozen=True)
class Tables:
    """Everything the reader knows. `tags` gives for each word the probability of each of `TAGS`."""

    number: dict[str, int]
    words: list[str]
    ngrams: Ngrams
    zipf: NDArray[np.float64]
    seen: NDArray[np.float64]
    valid: NDArray[np.bool_]
    tags: NDArray[np.float64]
    tag: NDArray[np.int64]
    tag_grams: NDArray[np.float64]
    general_keys: Ids
    general: NDArray[np.float64]
    changes: dict[str, Changes]
    trees: dict[str, Trees]

    def ids(self, keys: list[str]) -> Ids:
        """The numbers of words."""
        number = self.number
        return np.array([number.get(k, UNKNOWN) for k in keys], dtype=np.int64)

    def general_log(self, a: Ids, b: Ids) -> NDArray[np.float64]:
        """How common a pair is in English at large: 0 unknown ... 1."""
        at = find(self.general_keys, a * len(self.words) + b)
        return np.where(at >= 0, self.general[at], 0.0)


FAMILIES = ("word", "form", "prep")


def unpack(arrays: Arrays) -> Tables:
    """The tables as stored, made ready for use."""
    words = bytes(arrays["words"].astype(np.uint8)).decode("utf-8").split("\n")
    size = len(words)

    def undo(name: str) -> Ids:
        return np.cumsum(arrays[name].astype(np.int64))

    seen = arrays["seen"].astype(np.float64)
    zipf = arrays["zipf"].astype(np.float64) / 25.0
    general = 10.0**zipf / 1e9
    general /= general.sum()
    single = 0.75 * seen / max(seen.sum(), 1.0) + 0.25 * general + 1e-8
    ngrams = Ngrams(size, single / single.sum(), undo("bi"), undo_counts(arrays["bi_n"]),
                    undo("tri"), undo_counts(arrays["tri_n"]))  # fmt: skip
    tags = arrays["tags"].astype(np.float64)
    tags /= np.maximum(tags.sum(axis=1, keepdims=True), 1.0)
    changes = {
        family: Changes(
            np.concatenate([[0], np.cumsum(arrays[f"{family}_n"].astype(np.int64))]),
            arrays[f"{family}_to"].astype(np.int64),
            arrays[f"{family}_kind"].astype(np.int64),
        )
        for family in FAMILIES
    }
    return Tables(
        number={w: i for i, w in enumerate(words)},
        words=words,
        ngrams=ngrams,
        zipf=zipf,
        seen=seen,
        valid=arrays["valid"].astype(np.bool_),
        tags=tags,
        tag=tags.argmax(axis=1),
        tag_grams=arrays["tag_grams"].astype(np.float64),
        general_keys=undo("general"),
        general=arrays["general_n"].astype(np.float64) / 255.0,
        changes=changes,
        trees={f: Trees.of(arrays, f"trees_{f}") for f in FAMILIES if f"trees_{f}_roots" in arrays},
    )


def undo_counts(stored: NDArray[np.generic]) -> Ids:
    """Counts from what is stored (at most 65,535)."""
    return stored.astype(np.int64)


@cache
def load() -> Tables:
    """The tables that come with the product."""
    with (
        (files("cvlint") / "data" / "slips.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as stored,
    ):
        return unpack({name: stored[name] for name in stored.files})
