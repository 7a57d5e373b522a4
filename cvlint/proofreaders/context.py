"""How well a word fits between its neighbours, from the counts of the slips reader."""

from __future__ import annotations

import re
from collections.abc import Callable

from cvlint.model.document import Document
from cvlint.model.location import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[,.;:]")


def around(span: Span, document: Document) -> Callable[[str], float] | None:
    """A function from a word to how much more often than by chance it stands here (natural logarithm), or None."""
    try:
        from cvlint.proofreaders.slips.tables import load
    except ImportError:
        return None
    tables = load()
    block = document.block_at(span.start)
    low, high = (block.start, block.end) if block else (0, len(document.text))
    left = _WORD.findall(document.text[max(low, span.start - 40) : span.start])
    right = _WORD.findall(document.text[span.end : min(high, span.end + 40)])
    before = left[-1].lower() if left else ""
    after = right[0].lower() if right else ""

    def fit(word: str) -> float:
        total = 0.0
        word = word.lower()
        if word not in tables.number:
            return -1.0
        if before in tables.number:
            a, b = tables.ids([before]), tables.ids([word])
            total += _bounded(float(tables.ngrams.pairs(a, b).forward[0] - tables.ngrams.log_single[b][0]))
        if after in tables.number:
            a, b = tables.ids([word]), tables.ids([after])
            total += _bounded(float(tables.ngrams.pairs(a, b).forward[0] - tables.ngrams.log_single[b][0]))
        return total

    return fit


def _bounded(value: float) -> float:
    return max(-2.5, min(5.0, value))
