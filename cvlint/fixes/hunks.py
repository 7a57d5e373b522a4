"""The smallest changes that turn one text into another, so that all other characters keep their looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"\w+|\s|[^\w\s]")
MOST_TOKENS = 2_000


@dataclass(frozen=True, slots=True)
class Hunk:
    """Put `new` in place of `Document.text[start:end]`; an insertion where `start == end`."""

    start: int
    end: int
    new: str


def hunks(start: int, old: str, new: str, whole_words: bool = False) -> Iterator[Hunk]:
    """What changes between `old`, which stands at `start`, and `new`, in order. `whole_words`: never part of a word."""
    ours, theirs = TOKEN.findall(old), TOKEN.findall(new)
    if max(len(ours), len(theirs)) > MOST_TOKENS:
        yield trimmed(Hunk(start, start + len(old), new), old)
        return
    at = start
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        length = sum(map(len, ours[i1:i2]))
        if kind != "equal":
            hunk = Hunk(at, at + length, "".join(theirs[j1:j2]))
            yield hunk if whole_words else trimmed(hunk, old[at - start : at - start + length])
        at += length


def trimmed(hunk: Hunk, old: str) -> Hunk:
    """The hunk without what its old and new text begin and end with alike."""
    new = hunk.new
    most = min(len(old), len(new))
    first = next((i for i in range(most) if old[i] != new[i]), most)
    most -= first
    last = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return Hunk(hunk.start + first, hunk.end - last, new[first : len(new) - last])
