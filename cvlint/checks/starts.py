"""How the points of a list start: with a capital or without, one way throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvlint.checks.prose import item_groups
from cvlint.model.document import BlockKind, Document
from cvlint.model.finding import Match
from cvlint.resume.facts import Resume

LEAST = 4
"""Points from which on a list has a usual way."""

USUAL = 0.75
"""Share of the points that makes a way the usual one."""

_START = re.compile(r"[\W_]*(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)(?![.@/_\w])")


def lower_start(resume: Resume, document: Document) -> Iterator[Match]:
    """Points that start without a capital in a list whose points have one. A name like eBay keeps its own."""
    for _, items in item_groups(resume):
        starts = []
        for block in items:
            m = _START.match(document.flat(block))
            if m and block.kind is BlockKind.LIST_ITEM:
                starts.append((block.start + m.start("word"), m["word"]))
        low = [(at, word) for at, word in starts if word.islower()]
        upper = sum(word[0].isupper() for _, word in starts)
        if len(starts) < LEAST or upper < USUAL * len(starts):
            continue
        for at, word in low:
            yield Match(at, at + len(word), suggestions=(word[0].upper() + word[1:],))
