"""A file's findings as a page shows them: numbered, marked in the text and boxed on the pictures of the pages."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cvlint.catalogue.card import Rule
from cvlint.catalogue.index import FAMILIES
from cvlint.model.document import BlockKind, Document
from cvlint.model.finding import Finding, Severity
from cvlint.model.location import Box
from cvlint.model.report import FileReport
from cvlint.reporters.cards import family, why
from cvlint.reporters.wording import SEVERITY, clean, one_line, place, suggestion

AROUND = 60
"""Characters on each side of a finding that its entry in the list quotes."""

MOST_BOXES = 12
"""Lines of one finding that are boxed; a finding that covers more is told well enough by these."""


@dataclass(frozen=True, slots=True)
class Item:
    """One finding of the list. `key` is unique on the page; `before`, `found`, `after` are its line of the CV."""

    key: str
    number: int
    finding: Finding
    severity: str
    word: str
    family: str
    message: str
    place: str
    before: str
    found: str
    after: str
    suggestions: tuple[str, ...]
    why: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line. `item` is the gravest finding that covers it, `begins` all that begin here."""

    text: str
    item: Item | None
    begins: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text; `look` is heading, item or plain, `label` its bullet or number."""

    number: int
    look: str
    label: str
    pieces: tuple[Piece, ...]


def items_of(file: FileReport, cards: Mapping[str, Rule], prefix: str = "") -> list[Item]:
    """The findings in the order of the text, numbered from 1."""
    ordered = sorted(file.findings, key=lambda f: (f.start, -f.severity.rank, f.end))
    return [_item(f, n, file, cards, prefix) for n, f in enumerate(ordered, 1)]


def _item(finding: Finding, number: int, file: FileReport, cards: Mapping[str, Rule], prefix: str) -> Item:
    rule = cards.get(finding.code)
    before, found, after = _quoted(finding, file.document)
    return Item(
        key=f"{prefix}{number}",
        number=number,
        finding=finding,
        severity=finding.severity.value,
        word=SEVERITY[finding.severity].capitalize(),
        family=family(finding.code),
        message=one_line(finding.message),
        place=place(finding, file.pages),
        before=before,
        found=found,
        after=after,
        suggestions=tuple(suggestion(s) for s in finding.suggestions[:3]),
        why=why(rule) if rule else "",
        boxes=tuple(boxes_of(finding, file.document)),
    )


def _quoted(finding: Finding, document: Document | None) -> tuple[str, str, str]:
    """The words around the place in three parts, the middle one the words in question where they can be told."""
    if document is not None and finding.context and finding.end > finding.start:
        block = document.block_at(finding.start)
        around = block.span if block else document.line_span(document.line_at(finding.start))
        before = _cut(document.text[min(around.start, finding.start) : finding.start], at_end=False)
        after = _cut(document.text[finding.end : max(around.end, finding.end)], at_end=True)
        return before, one_line(document.text[finding.start : finding.end]), after
    return one_line(finding.context), "", ""


def _cut(text: str, at_end: bool) -> str:
    """Whole words of what stands before or after a place, on one line, with the blank beside the place kept."""
    near = text[:AROUND] if at_end else text[-AROUND:]
    flat = re.sub(r"\s+", " ", clean(near))
    if len(near) == len(text):
        return flat.rstrip() if at_end else flat.lstrip()
    return flat[: flat.rfind(" ") + 1] + "…" if at_end else "…" + flat[flat.find(" ") :]


def families_of(items: Sequence[Item]) -> list[tuple[str, str, int]]:
    """The families that have findings: letters, name, how many."""
    letters = [i.family for i in items]
    known = [f for f in FAMILIES if f in letters] + sorted(set(letters) - set(FAMILIES))
    return [(f, FAMILIES.get(f, "other"), letters.count(f)) for f in known]


def severities_of(items: Sequence[Item]) -> list[tuple[str, str, int]]:
    """The severities that have findings: key, name, how many."""
    found = [i.severity for i in items]
    return [(s.value, SEVERITY[s], found.count(s.value)) for s in Severity if s.value in found]


def boxes_of(finding: Finding, document: Document | None) -> Iterator[Box]:
    """A box for each line that the finding covers, from the glyphs; else the finding's own box, if any."""
    if document is None or not document.boxes or finding.end - finding.start > 5000:
        if finding.box:
            yield finding.box
        return
    made: list[Box] = []
    for i in range(finding.start, min(finding.end, len(document.text))):
        here = _glyph(document.boxes, i, document)
        if here is None or document.text[i].isspace():
            continue
        last = made[-1] if made else None
        if last and last.page == here.page and _same_line(last, here):
            made[-1] = last.union(here)
        else:
            made.append(here)
    if not made and finding.box:
        made = [finding.box]
    yield from made[:MOST_BOXES]


def _glyph(boxes: array[float], i: int, document: Document) -> Box | None:
    x0, top, x1, bottom = boxes[4 * i : 4 * i + 4]
    if x0 != x0:  # NaN: no glyph
        return None
    return Box(document.page_at(i) or 1, x0, top, x1, bottom)


def _same_line(a: Box, b: Box) -> bool:
    return min(a.bottom, b.bottom) - max(a.top, b.top) > 0.5 * min(a.bottom - a.top, b.bottom - b.top)


def lines_of(document: Document, items: Sequence[Item]) -> Iterator[Line]:
    """The lines of the text with the findings marked; an empty line is left out unless a finding begins there."""
    starts = [i.finding.start for i in items]
    longest = max((i.finding.end - i.finding.start for i in items), default=0)
    for number in range(1, len(document.line_starts) + 1):
        span = document.line_span(number)
        # Items are in the order of their starts: only those that begin near enough before can reach this line.
        low, high = bisect_right(starts, span.start - longest - 1), bisect_right(starts, span.end)
        here = [i for i in items[low:high] if i.finding.end >= span.start]
        if span.start == span.end and not any(i.finding.start == span.start for i in here):
            continue
        look, label = _look(document, span.start)
        yield Line(number, look, label, tuple(_pieces(document.text, span.start, span.end, here)))


def _look(document: Document, start: int) -> tuple[str, str]:
    """How the line that begins at `start` looks; a bullet or number that stands in the text is no label."""
    line = document.line_span(document.line_at(start))
    block = document.block_at(line.end)
    if block is None or block.end <= start:
        return "plain", ""
    if block.kind is BlockKind.LIST_ITEM:
        return "item", (clean(block.label) or "•") if block.start == start else ""
    return ("heading" if block.kind is BlockKind.HEADING else "plain"), ""


def _pieces(text: str, start: int, end: int, items: Sequence[Item]) -> Iterator[Piece]:
    """The stretches between the bounds of findings; a finding of no width begins at the piece after it."""
    if start == end:
        yield Piece("", None, tuple(i for i in items if i.finding.start == start))
        return
    bounds = {start, end}
    for item in items:
        bounds |= {min(max(b, start), end) for b in (item.finding.start, item.finding.end)}
    for low, high in pairwise(sorted(bounds)):
        over = [i for i in items if i.finding.start < high and i.finding.end > low]
        gravest = max(over, key=lambda i: (i.finding.severity.rank, -i.number), default=None)
        last = high == end
        begins = tuple(i for i in items if i.finding.start == low or (last and i.finding.start == end))
        yield Piece(clean(text[low:high]), gravest, begins)
