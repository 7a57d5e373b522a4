"""Lists of skill names as evidence for the tagger: ESCO (skills), O*NET (technology), both CC BY 4.0, cut down."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from cvlint.job.tokens import Token

LONGEST = 4
"""Words in the longest name of the lists."""


@lru_cache(maxsize=1)
def lists() -> dict[str, str]:
    """Names in lower case with the list that holds each: `T` technology, `K` knowledge, `S` skill, `P` profession."""
    found: dict[str, str] = {}
    text = files("cvlint.data").joinpath("job_terms.txt").read_text(encoding="utf-8")
    for block in text.rstrip("\n").split("\n[")[1:]:
        mark, _, names = block.partition("]\n")
        found.update(dict.fromkeys(names.split("\n"), mark))
    return found


def marks(words: Sequence[Token]) -> list[str]:
    """For each word the list that holds the longest name it is part of: `T0` at its start, `T1` after, `-` outside."""
    known = lists()
    low = [w.text.lower() for w in words]
    out = ["-"] * len(low)
    i = 0
    while i < len(low):
        for n in range(min(LONGEST, len(low) - i), 0, -1):
            mark = known.get(" ".join(low[i : i + n]))
            if mark:
                out[i : i + n] = [mark + "0", *([mark + "1"] * (n - 1))]
                i += n
                break
        else:
            i += 1
    return out
