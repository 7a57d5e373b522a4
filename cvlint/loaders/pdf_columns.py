"""The reading order of a PDF page: columns by the tallest text-free strip, rows where one side labels the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median

from cvlint.loaders.pdf_lines import Stretch, is_label

DEPTH = 12
STRETCHES = 2500  # a page with more is no CV and is read from top to bottom
CUTS = 80  # strips looked at in one region
GUTTER = 4.0  # points: the narrowest strip between columns
DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{2,4}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\bpresent\b"
    r"|\bcurrent\b|\btoday\b|\bongoing\b|[’']\d\d\b",
    re.I,
)


@dataclass(slots=True)
class Line:
    """Stretches of one baseline that are read one after the other; `base` and `size` are those of the largest."""

    stretches: list[Stretch]
    x0: float = 0.0
    x1: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    base: float = 0.0
    size: float = 0.0
    text: str = ""

    def __post_init__(self) -> None:
        parts = self.stretches
        self.x0, self.x1 = parts[0].x0, max([s.x1 for s in parts])
        self.top, self.bottom = min([s.top for s in parts]), max([s.bottom for s in parts])
        self.size = max([s.size for s in parts])
        self.base = next(s.base for s in parts if s.size == self.size)
        self.text = " ".join([s.text for s in parts])


@dataclass(slots=True)
class Mass:
    """A stretch with its numbers worked out once."""

    it: Stretch
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    order: int


@dataclass(slots=True)
class Cut:
    """A text-free strip: what lies left and right of it, and how tall it is."""

    height: float
    width: float
    left: list[Mass]
    right: list[Mass]
    top: float
    bottom: float


def reading_order(found: list[Stretch]) -> tuple[list[list[Line]], bool]:
    """The regions of a page in reading order, each with its lines from top to bottom; whether there are columns."""
    masses = [Mass(s, s.x0, s.x1, s.top, s.bottom, s.base, s.size, s.order) for s in found]
    columns: list[Cut] = []
    regions = _regions(masses, 0, columns)
    tall = any(min(_height(c.left), _height(c.right)) >= 4 for c in columns)
    return [_lines(region) for region in regions if region], tall


def _lines(region: list[Mass]) -> list[Line]:
    """A region's stretches as lines: those on one baseline together, from left to right."""
    lines: list[list[Mass]] = []
    for mass in sorted(region, key=lambda m: m.base):
        if lines and mass.base - lines[-1][0].base <= 0.3 * min(mass.size, lines[-1][0].size):
            lines[-1].append(mass)
        else:
            lines.append([mass])
    return [Line([m.it for m in sorted(line, key=lambda m: m.x0)]) for line in lines]


def _regions(masses: list[Mass], depth: int, columns: list[Cut]) -> list[list[Mass]]:
    """Masses split at the tallest strip that parts columns; recursion above, within and below."""
    if not 3 <= len(masses) <= STRETCHES or depth > DEPTH:
        return [masses]
    bound: set[int] = set()  # what a taller strip showed to belong to the rows it stands on
    for cut in _cuts(masses)[:CUTS]:
        if _held(cut.left, bound) or _held(cut.right, bound):
            continue
        verdict, split = _verdict(cut)
        if not verdict:
            bound |= {id(m) for m in min(cut.left, cut.right, key=_bulk)}
            continue
        if split:
            columns.append(cut)
        inside = {id(m) for m in cut.left} | {id(m) for m in cut.right}
        rest = [m for m in masses if id(m) not in inside]
        middle = (cut.top + cut.bottom) / 2
        above = [m for m in rest if (m.top + m.bottom) / 2 < middle]
        below = [m for m in rest if (m.top + m.bottom) / 2 >= middle]
        found = _regions(above, depth + 1, columns) if above else []
        for part in verdict:
            found += _regions(part, depth + 1, columns)
        return found + (_regions(below, depth + 1, columns) if below else [])
    return [masses]


def _held(side: list[Mass], bound: set[int]) -> bool:
    return all(id(m) in bound for m in side)


def _height(side: list[Mass]) -> int:
    """How many baselines a side has."""
    return len({round(m.base) for m in side})


def _cuts(masses: list[Mass]) -> list[Cut]:
    """Strips without text that have text on both sides over the same height, the tallest first."""
    by_top = sorted(masses, key=lambda m: m.top)
    edges = sorted({round(m.x1) for m in masses})
    found: list[Cut] = []
    seen: set[tuple[int, int, int]] = set()
    for edge in edges:
        x = edge + GUTTER / 2
        left: list[Mass] = []
        right: list[Mass] = []
        reach = float("-inf")
        for mass in [*by_top, None]:
            if mass is None or (mass.x0 < x - 0.5 and mass.x1 > x + 0.5):
                if mass is not None:
                    left, right = _before(mass, left, right), _before(mass, right, left)
                    reach = mass.bottom
                if left and right:
                    _note(left, right, found, seen)
                left, right = [], []
            elif mass.base <= reach - 0.25 * mass.size and mass.top < reach - 0.6 * (mass.bottom - mass.top):
                continue  # beside a line that crosses the strip
            elif mass.x1 <= x + 0.5:
                left.append(mass)
            else:
                right.append(mass)
    return sorted(found, key=lambda c: (-c.height, -c.width))


def _before(crossing: Mass, side: list[Mass], other: list[Mass]) -> list[Mass]:
    """A side of a strip without what belongs to the line that ends the strip: its row, and the heading above it.

    Such a heading stands below all of the other side, and closer to the line than to what is above it or larger.
    """
    side = [m for m in side if abs(m.base - crossing.base) > 0.25 * max(m.size, crossing.size)]
    if len(side) < 2 or not other:
        return side
    last = max(side, key=lambda m: m.base)
    above = [m for m in side if m.base < last.base - 0.25 * last.size]
    if not above or last.top < max(m.bottom for m in other if m is not crossing):
        return side
    free = last.top - max(m.bottom for m in above)
    larger = last.size > 1.08 * median(m.size for m in side) and free > 0.5 * last.size
    return above if larger or free > max(last.size, 1.5 * (crossing.top - last.bottom)) else side


def _note(left: list[Mass], right: list[Mass], found: list[Cut], seen: set[tuple[int, int, int]]) -> None:
    """Keep a strip where both sides have text over the same height and the gap is wide enough."""
    key = (len(left), len(right), left[0].order * 100_003 + right[0].order)
    if key in seen:
        return
    seen.add(key)
    width = min(m.x0 for m in right) - max(m.x1 for m in left)
    if width < GUTTER:
        return
    top = max(min(m.top for m in left), min(m.top for m in right))
    bottom = min(max(m.bottom for m in left), max(m.bottom for m in right))
    if len(left) < 2 and len(right) < 2:
        return
    if bottom - top <= 0 and (_height(left) < 3 or _height(right) < 3):
        return  # one above the other, which is no evidence of columns unless the file paints them so
    everything = left + right
    found.append(
        Cut(
            max(0.0, bottom - top),
            width,
            left,
            right,
            min(m.top for m in everything),
            max(m.bottom for m in everything),
        )
    )


def _verdict(cut: Cut) -> tuple[list[list[Mass]], bool]:
    """The parts of a strip's surroundings in reading order, none where lines run across it; whether it parts columns.

    Evidence: whether the lines of one side stand on baselines of the other, whether they are dates or short labels,
    and in which order the file itself paints them.
    """
    left, right = cut.left, cut.right
    small, large = (left, right) if _bulk(left) <= _bulk(right) else (right, left)
    if all(is_label(m.it.text) for m in small):
        return [], False
    if not cut.height:
        first, second = sorted((left, right), key=lambda side: min(m.order for m in side))
        apart = max(m.order for m in first) < min(m.order for m in second)
        return ([first, second], False) if apart else ([], False)
    sides = {id(m): 0 for m in left} | {id(m): 1 for m in right}
    stream = sorted([*left, *right], key=lambda m: m.order)
    runs = _runs(stream, sides)
    entries = _entries(small, runs)
    aligned = _aligned([entry[0] for entry in entries], large)
    dated = sum(any(DATED.search(m.it.text) for m in entry) for entry in entries) / len(entries)
    if aligned >= 0.75 and max(map(len, entries)) <= 4 and dated >= 0.6 and _mean(small) <= 32:
        return _beside(small, large, entries, small is left), False
    lowest = min(_height(left), _height(right))
    shared, painted = _shared(left, right, stream)
    prose = min(_mean(left), _mean(right)) > 40 and lowest >= 4
    if not prose and shared >= 0.75 * lowest and (painted >= 0.6 * shared or lowest < 2):
        return [], False
    if not prose and shared >= 0.4 * lowest and painted >= 0.9 * shared:
        return [], False
    if lowest < 3 and shared and painted >= 0.5 * shared:
        return [], False
    if _flows(runs, sides) and (len(runs) == 2 or (painted < 0.5 * lowest and len(runs) <= 40)):
        return _by_run(runs, sides), True
    return [left, right], True


def _mean(side: list[Mass]) -> float:
    """Characters a stretch."""
    return _bulk(side) / len(side)


def _shared(left: list[Mass], right: list[Mass], stream: list[Mass]) -> tuple[int, int]:
    """How many baselines the sides share, and on how many of them the file paints one side right after the other."""
    place = {id(m): k for k, m in enumerate(stream)}
    shared = painted = 0
    seen = float("-inf")
    for one in sorted(left, key=lambda m: m.base):
        slack = 0.25 * one.size
        if one.base - seen <= slack:
            continue
        beside = [m for m in right if abs(m.base - one.base) <= max(slack, 0.25 * m.size)]
        if not beside:
            continue
        seen = one.base
        shared += 1
        row = sorted(place[id(m)] for m in [*(m for m in left if abs(m.base - one.base) <= slack), *beside])
        painted += row[-1] - row[0] == len(row) - 1
    return shared, painted


def _runs(stream: list[Mass], sides: dict[int, int]) -> list[list[Mass]]:
    """The stream cut where it crosses the strip."""
    runs: list[list[Mass]] = []
    for mass in stream:
        if runs and sides[id(runs[-1][0])] == sides[id(mass)]:
            runs[-1].append(mass)
        else:
            runs.append([mass])
    return runs


def _entries(small: list[Mass], runs: list[list[Mass]]) -> list[list[Mass]]:
    """The lines of the smaller side in groups that are painted and stand together, from top to bottom."""
    run_of = {id(m): k for k, run in enumerate(runs) for m in run}
    found: list[list[Mass]] = []
    for mass in sorted(small, key=lambda m: (m.base, m.x0)):
        last = found[-1][-1] if found else None
        if (last is not None and mass.base - last.base < 0.3 * last.size) or (
            last is not None and run_of[id(last)] == run_of[id(mass)] and mass.base - last.base < 2.8 * mass.size
        ):
            found[-1].append(mass)
        else:
            found.append([mass])
    return found


def _beside(small: list[Mass], large: list[Mass], entries: list[list[Mass]], before: bool) -> list[list[Mass]]:
    """A column of dates and places read with the entries they belong to; empty where plain rows say the same.

    A date of one line stays on the line it stands beside. One of several lines is read as a whole: before the entry
    where it stands left of it, after the entry's first line where it stands right.
    """
    if all(len({round(m.base) for m in entry}) == 1 for entry in entries):
        return []
    parts: list[list[Mass]] = []
    rest = sorted(large, key=lambda m: m.base)
    for entry in entries:
        start = entry[0].base - 0.35 * entry[0].size
        above = [m for m in rest if m.base < start]
        rest = rest[len(above) :]
        if len({round(m.base) for m in entry}) == 1:
            parts.append(above)
            rest = [*entry, *rest]
            continue
        limit = entry[0].base + 0.35 * entry[0].size
        first = [m for m in rest if m.base <= limit]
        parts.append(above)
        if before:
            parts.append(entry)
        else:
            beside = [m for m in entry if m.base <= limit]
            parts += [[*first, *beside], [m for m in entry if m.base > limit]]
            rest = rest[len(first) :]
    parts.append(rest)
    return [p for p in parts if p]


def _bulk(side: list[Mass]) -> int:
    return sum(len(m.it.text) for m in side)


def _aligned(small: list[Mass], large: list[Mass]) -> float:
    """The share of one side's lines that stand on a baseline of the other."""
    bases = [(m.base, m.size) for m in large]
    return sum(any(abs(m.base - b) <= 0.25 * max(m.size, s) for b, s in bases) for m in small) / len(small)


def _flows(runs: list[list[Mass]], sides: dict[int, int]) -> bool:
    """Whether the file paints each side from top to bottom."""
    last = [float("-inf"), float("-inf")]
    back = 0
    for run in runs:
        for mass in run:
            side = sides[id(mass)]
            back += mass.base < last[side] - 0.5 * mass.size
            last[side] = mass.base
    return back == 0


def _by_run(runs: list[list[Mass]], sides: dict[int, int]) -> list[list[Mass]]:
    """The sides in the order in which the file paints them, cell by cell where it goes to and fro in steps."""
    if len(runs) <= 3:  # one column, then the other, perhaps with a straggler
        first = runs[0] if len(runs) < 3 or len(runs[0]) > len(runs[2]) else runs[2]
        start = sides[id(first[0])] if len(runs) == 2 else sides[id(runs[0][0])]
        one = [m for run in runs for m in run if sides[id(m)] == start]
        other = [m for run in runs for m in run if sides[id(m)] != start]
        return [one, other]
    return runs
