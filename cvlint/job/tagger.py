"""The tagger that finds skills in the wording of an ad: two small CRFs, one for what has a name, one for abilities.

The models are CRFsuite's own files, made by `tools/job_tagger.py`; nothing is unpickled.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from cvlint.job.headings import Part
from cvlint.job.tokens import Token

HARD, SOFT = "job_hard.crfsuite", "job_soft.crfsuite"


class Stretch(NamedTuple):
    """Tokens `[first, last)` of a piece that the tagger takes for one skill, with its probability."""

    first: int
    last: int
    probability: float


def shape(word: str) -> str:
    """The look of a word: `Node.js` is `Xx.x`, `2016` is `d`."""
    out = ""
    for c in word:
        kind = "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c
        if not out.endswith(kind):
            out += kind
    return out


def features(
    words: Sequence[Token], part: Part, asking: bool, lists: Sequence[str], elsewhere: frozenset[str]
) -> list[list[str]]:
    """What the CRF sees of each word: itself, its neighbours, the part of the ad, whether a list holds it.

    `lists` says for each word which list has it, `elsewhere` the words the ad also writes in lower case.
    """
    low = [w.text.lower() for w in words]
    shapes = [shape(w.text) for w in words]
    out = []
    for i, word in enumerate(low):
        here = [
            f"w={word}", f"s={shapes[i]}", f"p3={word[:3]}", f"e3={word[-3:]}", f"e2={word[-2:]}", f"e4={word[-4:]}",
            f"part={part.value}", f"l={lists[i]}", f"s={shapes[i]}|l={lists[i]}", f"n={min(len(word), 6)}",
        ]  # fmt: skip
        if asking:
            here.append("asking")
        if shapes[i].startswith("X") and i and word not in elsewhere:
            here.append("name")
        for d in (-3, -2, -1, 1, 2, 3):
            j = i + d
            if 0 <= j < len(low):
                here.append(f"w{d}={low[j]}")
                if abs(d) < 3:
                    here += [f"s{d}={shapes[j]}", f"l{d}={lists[j]}", f"e{d}={low[j][-3:]}"]
            elif abs(d) == 1:
                here.append(f"edge{d}")
        if i:
            here.append(f"b-={low[i - 1]}|{word}")
        if i + 1 < len(low):
            here.append(f"b+={word}|{low[i + 1]}")
        out.append(here)
    return out


@lru_cache(maxsize=4)
def _model(name: str) -> tuple[Any, bytes]:
    """The open tagger, and the bytes it reads from, which must live as long as it does."""
    import pycrfsuite

    data = files("cvlint.data").joinpath(name).read_bytes()
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(data)
    return tagger, data


def stretches(rows: list[list[str]], model: str, threshold: float) -> list[Stretch]:
    """The stretches whose every word is inside a skill with at least `threshold`."""
    return cut(*chances(_model(model)[0], rows), threshold) if rows else []


def tagged(rows: list[list[str]], model: str, threshold: float) -> tuple[list[Stretch], list[float]]:
    """As `stretches`, and for each word how likely it is inside a skill."""
    if not rows:
        return [], []
    begin, inside = chances(_model(model)[0], rows)
    return cut(begin, inside, threshold), [b + i for b, i in zip(begin, inside, strict=True)]


def chances(tagger: Any, rows: list[list[str]]) -> tuple[list[float], list[float]]:
    """How likely each word opens a skill, and how likely it goes on with one, by an open CRFsuite tagger."""
    tagger.set(rows)
    places = range(len(rows))
    return [tagger.marginal("B", i) for i in places], [tagger.marginal("I", i) for i in places]


def cut(begin: list[float], inside: list[float], threshold: float) -> list[Stretch]:
    """The stretches of words that are likely enough inside a skill; one that rather opens a skill opens a stretch."""
    found = []
    i = 0
    while i < len(begin):
        if begin[i] + inside[i] < threshold:
            i += 1
            continue
        j = i + 1
        while j < len(begin) and begin[j] + inside[j] >= threshold and inside[j] >= begin[j]:
            j += 1
        p = sum(begin[k] + inside[k] for k in range(i, j)) / (j - i)
        found.append(Stretch(i, j, p))
        i = j
    return found
