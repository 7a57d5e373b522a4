"""What the tagger of named skills sees of each word of an ad.

More than the tagger of abilities sees: names are rare words, so that what is like them counts. Words are seen by the
group of words they are used like (`job_groups.txt`), by their places in the names of ESCO and O*NET, by the words that
ask before them, by the line above, and by where else the ad has them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from cvlint.job.names import word_form
from cvlint.job.pieces import Piece
from cvlint.job.tagger import shape
from cvlint.job.terms import LONGEST, lists, marks
from cvlint.job.tokens import Token, tokens

MARKS = ("T", "K", "S", "P")
STEPS = (1, 2, 5, 20, 80)
"""Counts are told apart by these steps only, so that the model does not learn single lists by heart."""
CUES = frozenset({
    "experience", "experienced", "knowledge", "understanding", "skills", "skill", "degree", "familiar", "familiarity",
    "proficient", "proficiency", "ability", "background", "expertise", "expert", "fluent", "fluency", "competence",
    "competences", "competencies", "qualifications", "education", "certification", "certified", "interest", "work",
    "working", "worked", "using", "use", "develop", "developing", "development", "build", "building", "responsible",
    "team", "tools", "technologies", "languages", "frameworks", "such", "like", "including", "master's", "bachelor's",
    "phd", "knowledgeable", "hands-on", "passion", "passionate", "comfortable", "know", "understand", "environment",
    "field", "fields", "stack", "e.g", "english", "ensure", "support", "manage", "provide", "you", "we", "our",
    "company",
})  # fmt: skip
"""Words that ask, tell or offer; what follows one is seen with it."""
JOINTS = frozenset({"in", "of", "with", "for", "as", "on", "to", "at", "by", "from", "the", "a", "using", "like"})


class Above(NamedTuple):
    """The last heading above a line, and the end of the line right above it."""

    heading: str
    line: str


class Whole(NamedTuple):
    """What is known of an ad as a whole: how often it has each word, which it also writes small, which it lists."""

    times: Counter[str]
    small: frozenset[str]
    listed: frozenset[str]
    above: dict[int, Above]


def key(word: str) -> str:
    """A word as the groups hold it: any digit is like any other."""
    return "".join("0" if c.isdigit() else c for c in word.lower())


@lru_cache(maxsize=1)
def groups() -> dict[str, tuple[str, ...]]:
    """Words in lower case with the numbers of the groups they are in, from few wide groups to many narrow ones."""
    text = files("cvlint.data").joinpath("job_groups.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.rstrip("\n").split("\n")[1:])
    return {word: tuple(numbers.split()) for word, numbers in rows}


@lru_cache(maxsize=1)
def _counts() -> tuple[dict[str, Counter[str]], ...]:
    """How often a word ends, opens and is in the names of each list."""
    last: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, Counter[str]] = defaultdict(Counter)
    within: dict[str, Counter[str]] = defaultdict(Counter)
    for name, mark in lists().items():
        words = name.split()
        last[words[-1]][mark] += 1
        first[words[0]][mark] += 1
        for word in words:
            within[word][mark] += 1
    return last, first, within


@lru_cache(maxsize=20_000)
def _in_lists(word: str) -> tuple[str, ...]:
    out = []
    for name, counts in zip(("la", "fi", "an"), _counts(), strict=True):
        found = counts.get(word, Counter())
        out += [f"{name}{m}={sum(found[m] >= step for step in STEPS)}" for m in MARKS]
        out.append(f"{name}ks={round(math.log2((found['K'] + 0.5) / (found['S'] + 0.5)))}")
    return tuple(out)


def _names(low: Sequence[str], mark: str) -> list[str]:
    """For each word its length and place in the longest name of one list: `2B` opens a name of two words."""
    known = lists()
    out = ["-"] * len(low)
    i = 0
    while i < len(low):
        for n in range(min(LONGEST, len(low) - i), 0, -1):
            if known.get(" ".join(low[i : i + n])) == mark:
                out[i : i + n] = [f"{min(n, 3)}{place}" for place in ("S" if n == 1 else "B" + "I" * (n - 2) + "E")]
                i += n
                break
        else:
            i += 1
    return out


@lru_cache(maxsize=4)
def whole(text: str) -> Whole:
    """The ad as a whole."""
    words = [w.text for w in tokens(text)]
    above: dict[int, Above] = {}
    listed: set[str] = set()
    heading = line_above = "-"
    at = 0
    for line in text.split("\n"):
        above[at] = Above(heading, line_above)
        at += len(line) + 1
        low = [w.text.lower() for w in tokens(line)]
        said = [w for w in low if w[0].isalnum()]
        if not said:
            continue
        if line_above in ("technologies|1", "tags|1", "stack|2"):
            listed.update(low)
        if len(said) <= 8 and (line.rstrip().endswith(":") or (len(said) <= 2 and low[-1] not in ".!?,;")):
            heading = " ".join(said[:2])
        line_above = f"{said[-1]}|{len(said)}" if len(said) < 4 else "long"
    return Whole(
        Counter(w.lower() for w in words), frozenset(w for w in words if w.islower()), frozenset(listed), above
    )


def _at(row: Sequence[str], i: int) -> str:
    return row[i] if 0 <= i < len(row) else "^" if i < 0 else "$"


def _asked(low: Sequence[str]) -> list[list[str]]:
    """For each word the word that asks before it and how far away that is, and the last joint."""
    out = []
    cue, far, joint = "-", 0, "-"
    for i, word in enumerate(low):
        out.append([f"cue={cue}", f"cue={cue}|{min(far, 4)}", f"lc={joint}"])
        if word in CUES:
            cue, far = (f"{word}_{low[i + 1]}" if _at(low, i + 1) in JOINTS else word), 0
        else:
            far = 9 if word in ".;:" else far + 1
        if word in JOINTS:
            joint = f"{word}|{low[i - 1] if i else ''}"
    return out


def _around(i: int, rows: Iterable[tuple[str, Sequence[str], int]]) -> list[str]:
    """Each row's values at most so many words before and after word `i`."""
    return [
        f"{name}{d}={row[i + d]}"
        for name, row, far in rows
        for d in range(-far, far + 1)
        if d and 0 <= i + d < len(row)
    ]


def bare(words: Iterable[Token]) -> list[Token]:
    """The words without commas and double quotes, which SkillSpan's ads have lost."""
    return [w for w in words if w.text not in ',"']


def seen(text: str, words: Sequence[Token], piece: Piece) -> list[list[str]]:
    """What the tagger sees of each word of a piece of the ad `text`."""
    ad = whole(text)
    low = [w.text.lower() for w in words]
    shapes = [shape(w.text) for w in words]
    ends = [w[-3:] for w in low]
    forms = [word_form(w.text) for w in words]
    mark = marks(words)
    names = {m: _names(low, m) for m in MARKS[:3]}
    group = [groups().get(key(w), ()) for w in low]
    wide = [g[0] if g else "-" for g in group]
    asked = _asked(low)
    size = len(low)
    long = size if size <= 4 else 5 if size <= 8 else 6 if size <= 16 else 7 if size <= 32 else 8
    over = ad.above.get(text.rfind("\n", 0, piece.start) + 1, Above("-", "-"))
    if not piece.first:
        over = Above(over.heading, "same")
    same = [
        f"part={piece.part.value}", f"hd={over.heading}", f"hds={over.heading}|{long}", f"pv={over.line}",
        f"nb={long}|{low[-1] in '.!?' if low else ''}", *(["asking"] if piece.asking else []),
        *(["heading"] if piece.heading else []),
    ]  # fmt: skip
    out = []
    for i, word in enumerate(low):
        here = [
            *same, f"w={word}", f"s={shapes[i]}", f"n={min(len(word), 6)}", f"f={forms[i]}", f"l={mark[i]}",
            f"s={shapes[i]}|l={mark[i]}", f"i={min(i, 3)}|{long}", f"r={min(size - 1 - i, 3)}",
            *(f"p{n}={word[:n]}" for n in (2, 3, 4, 5)), *(f"e{n}={word[-n:]}" for n in (2, 3, 4, 5)),
            f"c={min(ad.times[word], 4)}", *_in_lists(word), *asked[i],
            f"b-={_at(low, i - 1)}|{word}", f"b+={word}|{_at(low, i + 1)}", f"ww={_at(low, i - 1)}|{_at(low, i + 1)}",
            f"w-2-1={_at(low, i - 2)}|{_at(low, i - 1)}", f"w12={_at(low, i + 1)}|{_at(low, i + 2)}",
            f"s3={_at(shapes, i - 1)}|{shapes[i]}|{_at(shapes, i + 1)}",
            f"l3={_at(mark, i - 1)}|{mark[i]}|{_at(mark, i + 1)}",
            f"s2={_at(shapes, i - 1)}|{shapes[i]}", f"s2+={shapes[i]}|{_at(shapes, i + 1)}",
            f"ls={_at(low, i - 1)}|{shapes[i]}", f"sl={shapes[i]}|{_at(low, i + 1)}",
            f"kk={_at(wide, i - 1)}|{wide[i]}", f"kk+={wide[i]}|{_at(wide, i + 1)}",
        ]  # fmt: skip
        if word in ad.listed:
            here.append("listed")
        if shapes[i].startswith("X") and i and word not in ad.small:
            here.append("name")
        if i in (0, size - 1):
            here += [f"edge{d}" for d, at in ((-1, 0), (1, size - 1)) if i == at]
        here += _around(i, (("w", low, 3), ("s", shapes, 2), ("l", mark, 2), ("e", ends, 2), ("f", forms, 1)))
        for m, row in names.items():
            if row[i] != "-":
                here += [f"g{m}={row[i]}", f"g{m}={row[i][1]}|{shapes[i][:3]}"]
            if i and row[i - 1] != "-":
                here.append(f"g{m}-={row[i - 1][1]}|{row[i][-1]}")
            if i + 1 < size and row[i + 1] != "-":
                here.append(f"g{m}+={row[i + 1][1]}|{row[i][-1]}")
        for d in range(-2, 3):
            if 0 <= i + d < size:
                here += [f"k{k}{d}={number}" for k, number in enumerate(group[i + d])]
        out.append(here)
    return out
