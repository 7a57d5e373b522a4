"""Checks of how paragraphs are set: alignment, indents, space and tab stops that differ among their like."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from cvlint.checks.anchor import short
from cvlint.checks.looks import LONG, like_blocks
from cvlint.model.document import Block, BlockKind, Document, Setting, Story
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind

K = TypeVar("K", bound=Hashable)
CLEAR = 0.75
"""Share of like paragraphs from which on their way is the usual one."""
LEAST = 4
"""Like paragraphs that it takes to tell a usual way."""
SEEN = 1.5
"""Points that the eye sees."""
NAMES = {"left": "to the left", "right": "to the right", "center": "in the middle", "both": "to both sides"}


def _odd(items: Sequence[tuple[Block, K]], share: float = CLEAR) -> tuple[K, list[tuple[Block, K]]] | None:
    """The usual value and the blocks that have another, where a clear majority has the usual one."""
    counts = Counter(value for _, value in items)
    if len(counts) < 2 or len(items) < LEAST:
        return None
    usual, many = counts.most_common(1)[0]
    if many < max(3, share * len(items)):
        return None
    return usual, [(b, v) for b, v in items if v != usual]


def _told(document: Document, odd: Sequence[tuple[Block, K]], usual: K, name: Callable[[K], str]) -> Iterator[Match]:
    """One match for the first odd block, with how many there are."""
    block, value = odd[0]
    more = f" ({len(odd)} places)" if len(odd) > 1 else ""
    line = document.text.find("\n", block.start, block.end)
    end = min(block.end if line < 0 else line, block.start + 60)
    data = {"here": name(value), "usual": name(usual), "more": more, "text": short(document.text[block.start : end])}
    yield Match(block.start, end, data=data)


def mixed_alignment(document: Document, resume: Resume) -> Iterator[Match]:
    """A paragraph, list item or heading that is aligned otherwise than its like: one match a kind."""
    for blocks in (*like_blocks(document, resume), _headings(resume)):
        found = _odd([(b, _shown(b, b.setting)) for b in blocks if b.setting])
        if found:
            yield from _told(document, found[1], found[0], lambda align: NAMES.get(align, align))


def _shown(block: Block, setting: Setting) -> str:
    """How a paragraph is seen to be aligned: a single line that is set to both sides stands to the left."""
    return "left" if setting.align == "both" and block.end - block.start < LONG else setting.align


def _headings(resume: Resume) -> list[Block]:
    """The headings of sections in the body, outside of tables, whose lines are theirs alone."""
    found = [s.heading for s in resume.sections if s.heading is not None and s.kind is not SectionKind.HEAD]
    return [h for h in found if h.story is Story.BODY and not h.table]


def mixed_indents(document: Document, resume: Resume) -> Iterator[Match]:
    """A list item whose text begins further left or right than that of the others of its depth: one match a list."""
    groups: dict[tuple[object, ...], list[tuple[Block, float]]] = defaultdict(list)
    for block in document.blocks:
        if block.kind is BlockKind.LIST_ITEM and block.setting is not None:
            section = resume.section_at(block.start)
            kind = section.kind if section else None
            groups[kind, block.level, block.story, block.table, block.column].append((block, block.setting.left))
    for items in groups.values():
        found = _odd(items)
        odd = [(b, v) for b, v in found[1] if abs(v - found[0]) >= SEEN] if found else []
        if found and odd:
            yield from _told(document, odd, found[0], lambda left: f"{left:g}")


def mixed_spacing(document: Document, resume: Resume) -> Iterator[Match]:
    """A heading, or an item within a list, with more or less space around it than its like: one match a kind."""
    headings = [(h, (h.setting.before, h.setting.after)) for h in _headings(resume)[1:] if h.setting]
    inner: dict[tuple[object, ...], list[Block]] = defaultdict(list)
    for items in resume.lists:
        for block in items[1:-1]:  # the first and the last item often have space of their own
            inner[block.story, block.table, block.column, block.level].append(block)
    points = [[(b, b.setting) for b in blocks if b.setting] for blocks in inner.values()]
    for group in (headings, *([(b, (s.before, s.after)) for b, s in held] for held in points)):
        found = _odd(group)
        odd = [(b, v) for b, v in found[1] if _apart(v, found[0])] if found else []
        if found and odd:
            yield from _told(document, odd, found[0], lambda space: f"{space[0]:g} pt above and {space[1]:g} below")
    for held in points:
        uneven = _odd([(b, s.line) for b, s in held])
        if uneven:
            yield from _told(document, uneven[1], uneven[0], _lines)


def _lines(line: float) -> str:
    return f"lines of {line:g}" + (" pt" if line > 4 else "")


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) >= SEEN or abs(one[1] - other[1]) >= SEEN


def crooked_tabs(document: Document, resume: Resume) -> Iterator[Match]:
    """Dates behind a tab that stop at another place than those of most jobs: other tab stops, or more tabs."""
    rows: dict[tuple[object, ...], list[tuple[Block, tuple[int, tuple[tuple[float, str], ...]]]]] = defaultdict(list)
    dates: dict[int, Span] = {}
    for role in resume.roles:
        block = document.block_at(role.dates.span.start) if role.dates else None
        if role.dates is None or block is None or block.setting is None:
            continue
        before = document.text[block.start : role.dates.span.start]
        if "\n" not in before and before.rstrip(" ").endswith("\t") and block.index not in dates:
            dates[block.index] = role.dates.span
            place = (block.story, block.table, block.column)
            rows[place].append((block, (before.count("\t"), _stops(block.setting))))
    for held in rows.values():
        found = _odd(held, 2 / 3)
        for block, _ in found[1][:3] if found else ():
            span = dates[block.index]
            yield Match(span.start, span.end)


def _stops(setting: Setting) -> tuple[tuple[float, str], ...]:
    """The tab stops of a paragraph, to the point."""
    return tuple((round(at), kind) for at, kind in setting.tabs)
