"""How well a word fits between its neighbours, from the counts of the slips reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from cvlint.model.document import Document
from cvlint.model.location import Span
from cvlint.proofreaders.slips.stream import UNKNOWN, stream
from cvlint.proofreaders.slips.substitution import fit
from cvlint.proofreaders.slips.tables import TAGS, load

Fit = Callable[[Sequence[str]], NDArray[np.float64]]

REACH = 160
"""Characters on each side that can matter."""

FORWARD, GENERAL_LEFT, GENERAL_RIGHT, TAGGED = 0, 11, 12, 13
"""Columns of what `fit` measures, and how much each counts beside the weights of `ranking.ORDER`."""

WEIGHTS = {FORWARD: 0.33, GENERAL_LEFT: 3.3, GENERAL_RIGHT: 5.4, TAGGED: 0.58}
UNSEEN = -3.9


def part_of_speech(word: str, *tags: str) -> float:
    """How probably a word, wherever it stands, is one of the parts of speech; 0 where the tables lack it."""
    tables = load()
    number = tables.number.get(word)
    return 0.0 if number is None else float(sum(tables.tags[number][TAGS.index(t)] for t in tags))


def around(span: Span, document: Document) -> Fit | None:
    """A function from words to how well each fits at a place: natural logarithms, weighted; None off the text."""
    tables = load()
    block = document.block_at(span.start)
    low, high = (block.start, block.end) if block else (0, len(document.text))
    low, high = max(low, span.start - REACH), min(high, span.end + REACH)
    tokens = stream([(low, document.text[low:high].replace("\n", " "))]).tokens
    at = next((i for i, t in enumerate(tokens) if t.start <= span.start < t.end), None)
    if at is None:
        return None
    ids = tables.ids([t.key for t in tokens])
    near = [int(ids[j]) if 0 <= j < len(ids) else 0 for j in (at - 2, at - 1, at + 1, at + 2)]

    def fits(words: Sequence[str]) -> NDArray[np.float64]:
        numbers = tables.ids([w.lower().split(" ")[0] for w in words])
        l2, l1, r1, r2 = (np.full(len(numbers), n) for n in near)
        rows = fit(tables, l2, l1, numbers, r1, r2)
        total: NDArray[np.float64] = sum(w * rows[:, c] for c, w in WEIGHTS.items()) + UNSEEN * (numbers == UNKNOWN)
        return total

    return fits
