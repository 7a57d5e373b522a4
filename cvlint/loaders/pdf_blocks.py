"""Lines of a PDF page to blocks: paragraphs, headings, list items; page furniture set apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TypeAlias

from cvlint.loaders.pdf_columns import DATED, Line
from cvlint.loaders.pdf_glyphs import Glyphs
from cvlint.loaders.pdf_lines import Stretch, is_label
from cvlint.model.document import BlockKind, Story

PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.|pg\.?|seite)\s*)?\d{1,3}(?:\s*(?:/|of|von|-|–)\s*\d{1,3})?[\W_]*$", re.IGNORECASE
)
COUNTED = re.compile(r"(?:page )?(\d{1,3}) ?(?:/|of) ?(\d{1,3})", re.IGNORECASE)
NUMBERED = re.compile(r"\b(?:page\s*)?\d{1,3}\s*(?:/|of|von)\s*\d{1,3}\b|\bpage\s+\d+\b", re.IGNORECASE)
WORDS = re.compile(r"\w+")
HEAD = 0.25  # of the page's height: where the writer's name stands
RUNNING = frozenset(("page", "cv", "resume", "résumé", "curriculum", "vitae", "of", "continued", "p"))
MARGIN = 0.09  # of the page's height: where furniture stands
Style: TypeAlias = tuple[float, bool, bool]  # size, bold throughout, in capitals throughout
LEADING = 1.75  # em: a larger step between baselines ends a block


@dataclass(slots=True)
class Part:
    """A block in the making: its lines in order."""

    lines: list[Line]
    page: int
    kind: BlockKind = BlockKind.PARAGRAPH
    story: Story = Story.BODY
    label: str = ""
    written: bool = False  # the label is part of the text, not drawn
    level: int = 0
    style: Style = (0.0, False, False)
    right: float = 0.0  # where full lines of this region end
    space: float = 0.0  # above, in points
    list_id: str | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark without meaning as text: `look` tells like from unlike, x and y are its middle, points."""

    look: str
    x: float
    y: float
    least: int = 2  # how often it must stand before lines to be a bullet


@dataclass(slots=True)
class Furniture:
    """The stretches of each page that are no part of its text."""

    header: list[list[Stretch]] = field(default_factory=list)
    body: list[list[Stretch]] = field(default_factory=list)
    footer: list[list[Stretch]] = field(default_factory=list)


def furniture(pages: list[Glyphs], found: list[list[list[Stretch]]]) -> Furniture:
    """Page numbers, running headers and what the file itself marks as furniture, told from the text.

    `found` holds for each page its rows of stretches. What repeats word for word at the top counts as furniture
    from its second page on: the first time it may be the CV's own head.
    """
    seen: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for k, (page, rows) in enumerate(zip(pages, found, strict=True)):
        for row in rows:
            if _margin(page, row):
                text = " ".join(s.text for s in row)
                seen.setdefault((re.sub(r"\d+", "#", text), round(row[0].base / 6)), []).append((k, text))
    result = Furniture()
    heads = [
        Counter(" ".join(s.text for s in row) for row in rows if row[0].bottom < HEAD * page.height)
        for page, rows in zip(pages, found, strict=True)
    ]
    name = _name(pages, found)
    for k, (page, rows) in enumerate(zip(pages, found, strict=True)):
        parts: dict[str, list[Stretch]] = {"header": [], "body": [], "footer": []}
        for row in rows:
            where = _margin(page, row)
            text = " ".join(s.text for s in row)
            running = where == "header" and ((heads[k][text] > 1 and text == name) or (k > 0 and _runs(text, name)))
            if where and not running and not _is_furniture(page, row, text, k, where, seen):
                where = ""
            if not where and row is rows[-1] and len(pages) > 1 and COUNTED.fullmatch(text):
                where = "footer" if COUNTED.sub(r"\1/\2", text) == f"{k + 1}/{len(pages)}" else ""
            if running:
                heads[k][text] -= 1
            for stretch in row:
                parts[where or ("header" if _artifact_head(page, stretch) else "body")].append(stretch)
        result.header.append(parts["header"])
        result.body.append(parts["body"])
        result.footer.append(parts["footer"])
    return result


def _name(pages: list[Glyphs], found: list[list[list[Stretch]]]) -> str:
    """What stands largest at the head of the first page."""
    top = [row for row in found[0] if row[0].bottom < HEAD * pages[0].height] if found else []
    return " ".join(s.text for s in max(top, key=lambda row: max(s.size for s in row))) if top else ""


def _runs(text: str, name: str) -> bool:
    """Whether a line at the top of a later page says nothing but the name and a page number."""
    words, known = set(WORDS.findall(text.casefold())), set(WORDS.findall(name.casefold()))
    return len(known) > 1 and known <= words and all(w in RUNNING or w.isdigit() for w in words - known)


def _margin(page: Glyphs, row: list[Stretch]) -> str:
    """`header` or `footer` where a row stands in the page's margin."""
    if row[0].bottom < MARGIN * page.height:
        return "header"
    return "footer" if row[0].top > (1 - MARGIN) * page.height else ""


def _is_furniture(
    page: Glyphs, row: list[Stretch], text: str, k: int, where: str, seen: dict[tuple[str, int], list[tuple[int, str]]]
) -> bool:
    if all(page.looks[page.look[w.glyphs[0]]].artifact for s in row for w in s.words):
        return True
    if PAGE_NUMBER.match(text):
        return True
    twins = seen.get((re.sub(r"\d+", "#", text), round(row[0].base / 6)), [])
    if len({page for page, _ in twins}) > 1:
        first = min(page for page, _ in twins)
        return where == "footer" or k > first or len({t for _, t in twins}) > 1
    return where == "footer" and bool(NUMBERED.search(text)) and len(text) < 80


def _artifact_head(page: Glyphs, stretch: Stretch) -> bool:
    """Whether a stretch in the upper fifth is marked as furniture by the file (a tall header)."""
    return stretch.bottom < 0.2 * page.height and all(
        page.looks[page.look[w.glyphs[0]]].artifact for w in stretch.words
    )


def parts_of(page: Glyphs, regions: list[list[Line]], signs: list[Sign] | None = None) -> list[Part]:
    """The blocks of a page's regions in order; kinds other than list items are told later, by `headings`.

    `signs` are drawn dots and pictograms: before a line they start a block, and the same one before several lines is
    their bullet.
    """
    found: list[Part] = []
    for lines in regions:
        drawn = _drawn(lines, signs or [])
        styles = [_style(page, line) for line in lines]
        right = _right(lines)
        left = min(line.x0 for line in lines)
        region: list[Part] = []
        for k, line in enumerate(lines):
            written = _is_item(line)
            label = line.stretches[0].words[0].text if written else "•" if drawn.get(k) else ""
            above = lines[k - 1] if k else None
            if (
                above is not None
                and not label
                and k not in drawn
                and region
                and _continues(region[-1], (above, line), (styles[k - 1], styles[k]), (left, right))
            ):
                region[-1].lines.append(line)
                continue
            part = Part([line], page.number, label=label, written=written, right=right, style=styles[k])
            part.space = line.base - above.base if above is not None else 1e6
            if label:
                part.kind = BlockKind.LIST_ITEM
            region.append(part)
        found += region
    return found


def _drawn(lines: list[Line], signs: list[Sign]) -> dict[int, bool]:
    """The lines that a sign stands before, and whether it is a bullet: the same sign before several lines."""
    found: dict[int, Sign] = {}
    for k, line in enumerate(lines):
        first = line.stretches[0].words[0]
        for sign in signs:
            if line.top <= sign.y <= line.bottom and 0.1 < line.x0 - sign.x < 3.2 * first.size:
                found[k] = sign
                break
    repeated = Counter((s.look, round(s.x / 3)) for s in found.values())
    return {k: repeated[(s.look, round(s.x / 3))] >= s.least and _can_be_item(lines[k]) for k, s in found.items()}


def _can_be_item(line: Line) -> bool:
    return len(line.text) > 2 and len(line.stretches) == 1 and not DATED.match(line.text)


def _is_item(line: Line) -> bool:
    """Whether a line starts with a bullet or list number that is followed by text."""
    first = line.stretches[0].words
    if len(first) < 2 and len(line.stretches) < 2:
        return False
    label = first[0].text
    if label == "o":  # Word's hollow bullet, not the letter
        return len(first) > 1 and first[1].x0 - first[0].x1 > 0.6 * first[0].size
    if label in "-–—*·" or label == "§":
        return len(first) > 1
    return is_label(label) and not (label[0].isalpha() and len(label) == 1)


def _right(lines: list[Line]) -> float:
    """Where the full lines of a region end: where two or more running lines end, else the farthest of all lines."""
    running = [line.x1 for line in lines if len(line.stretches) == 1]
    edge = max(running, default=0.0)
    if sum(x1 > edge - 3 for x1 in running) > 1:
        return edge
    return max(line.x1 for line in lines)


def _style(page: Glyphs, line: Line) -> Style:
    """Size, whether bold throughout, whether in capitals throughout."""
    words = [w for s in line.stretches for w in s.words if not is_label(w.text)] or line.stretches[0].words
    bold = 0
    sizes: dict[float, int] = {}
    for w in words:
        sizes[w.size] = sizes.get(w.size, 0) + len(w.text)
        if page.bold[page.look[w.glyphs[0]]]:
            bold += len(w.text)
    text = "".join([w.text for w in words])
    caps = False
    if text.upper() == text or sum([c.isupper() for c in text]) > 0.5 * len(text):
        letters = [c for c in text if c.isalpha()]
        caps = len(letters) > 2 and sum([c.isupper() for c in letters]) >= 0.9 * len(letters)
    return round(float(max(sizes, key=lambda size: sizes[size])), 1), bold >= 0.9 * len(text), caps


def _continues(part: Part, lines: tuple[Line, Line], styles: tuple[Style, Style], edges: tuple[float, float]) -> bool:
    """Whether the second line goes on with the block that the first belongs to."""
    above, line = lines
    (old_size, old_bold, old_caps), (size, bold, caps) = styles
    left, right = edges
    em = max(size, old_size, 1.0)
    step = line.base - above.base
    if abs(size - old_size) > 0.08 * em or not 0.3 * em <= step <= LEADING * em or _wide(line):
        return False
    if len(part.lines) > 1 and step > 1.3 * (part.lines[1].base - part.lines[0].base):
        return False
    if _wide(above):  # a label with its text hanging beside it
        last = above.stretches[-1]
        return abs(line.x0 - last.x0) < 0.5 * em and not DATED.search(last.text) and _full(above, line, right, 0.0)
    first = part.lines[0].stretches[0]
    text_start = first.words[1].x0 if part.written and len(first.words) > 1 else part.lines[-1].x0
    if part.label and line.x0 < text_start - 0.8 * em and line.x0 <= part.lines[0].x0 + 0.3 * em:
        return False  # back out to the margin: no longer the list item
    if abs(line.x0 - text_start) > 2.5 * em and not _centred(above, line) and abs(above.x1 - line.x1) > 2:
        return False
    hanging = bool(part.label) and abs(line.x0 - text_start) < 0.5 * em
    flows = above.text[-1] not in ".!?:;" and (hanging or line.text[0].islower())
    if flows and above.x1 - above.x0 > 0.5 * (right - left):
        return True
    if bold != old_bold or (caps != old_caps and len(line.text) > 12):
        return False
    return _full(above, line, right, left)


def _full(above: Line, line: Line, right: float, left: float) -> bool:
    """Whether the first word of a line would not have fitted into the line above, however the lines are aligned."""
    opening = line.stretches[0].words[0]
    em = opening.size
    room = right - above.x1
    if abs(above.x0 - line.x0) > 2 and left:
        if abs(above.x1 - line.x1) < 2:  # set to the right
            room = above.x0 - left
        elif _centred(above, line):
            room = (right - left) - (above.x1 - above.x0)
    return 0.2 * em + (opening.x1 - opening.x0) > room - 0.6 * em


def _wide(line: Line) -> bool:
    """Whether a line holds a wide blank that is not the one after a bullet."""
    return len(line.stretches) > 1


def _centred(above: Line, line: Line) -> bool:
    return abs((above.x0 + above.x1) - (line.x0 + line.x1)) < 4


def headings(parts: list[Part]) -> None:
    """Tell which blocks are headings, and group list items into lists; changes the parts in place.

    Headings stand on a line of their own, short, without end stop or date, and are larger than the body, in capitals,
    or bold with more space above than below. Levels follow size and weight over the whole document.
    """
    sizes = Counter[float]()
    for part in parts:
        sizes[part.style[0]] += sum(len(line.text) for line in part.lines)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    likely: list[tuple[Part, tuple[float, bool, bool]]] = []
    for k, part in enumerate(parts):
        if part.story is not Story.BODY or part.kind is BlockKind.LIST_ITEM or len(part.lines) > 2:
            continue
        after = parts[k + 1] if k + 1 < len(parts) else None
        if _is_heading(part, after, body):
            part.kind = BlockKind.HEADING
            likely.append((part, (round(part.style[0] * 2) / 2, part.style[2], part.style[1])))
    ranks = sorted({style for _, style in likely}, reverse=True)
    for part, style in likely:
        part.level = min(6, ranks.index(style) + 1)
    _lists(parts)


def _is_heading(part: Part, after: Part | None, body: float) -> bool:
    text = " ".join(line.text for line in part.lines).strip()
    size, bold, caps = part.style
    if not 2 < len(text) <= 60 or len(text.split()) > 8 or text[-1] in ".;," or "@" in text or "://" in text:
        return False
    if sum(c.isalpha() for c in text) < 0.6 * len(text.replace(" ", "")) or len(part.lines[0].stretches) > 1:
        return False
    if DATED.search(text) and re.search(r"\d", text):
        return False
    if size >= 1.12 * body or (caps and (bold or size >= 0.85 * body) and len(text) > 3):
        return True
    if not bold or after is None or after.page != part.page or after.space <= 0:
        return False
    alone = part.space > 1.6 * size and len(text.split()) <= 4 and not set(text) & set(",|/")
    return after.space < part.space or (alone and after.space < 2 * part.space)


def _lists(parts: list[Part]) -> None:
    """Neighbouring list items share a list; nesting depth by how far they hang in."""
    number = 0
    edges: list[float] = []
    last: Part | None = None
    for part in parts:
        if part.kind is not BlockKind.LIST_ITEM:
            last = None
            continue
        if last is None:
            number += 1
            edges = []
        last = part
        part.list_id = f"list{number}"
        left = part.lines[0].x0
        while edges and edges[-1] > left + 2:
            edges.pop()
        if not edges or left > edges[-1] + 2:
            edges.append(left)
        part.level = len(edges) - 1
