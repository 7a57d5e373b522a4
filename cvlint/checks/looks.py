"""Checks of looks: like paragraphs, headings and jobs that differ in font, size, colour, weight or place."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from cvlint.checks.anchor import short
from cvlint.model.document import Block, BlockKind, Document, Mark, Segment, Story
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind
from cvlint.resume.posts import TITLE_WORDS

K = TypeVar("K", bound=Hashable)
LONG = 90
"""Characters from which on a paragraph counts as text, not as a line of dates, titles or labels."""
LEAST = 8
"""Letters that a stretch must have: a superscript or a sign in another font is no slip."""
CLEAR = 0.75
_WEIGHTS = re.compile(
    r"(?:[-, _]?(?:thin|regu|medi|extra ?light|ultra ?light|light|regular|roman|book|medium|semi ?bold|demi(?: ?bold)?|bold|extra ?bold|black"
    r"|heavy|ital|italic|oblique|slanted|condensed|narrow|mt|ps|std|pro|text|display|it|bd|rg|lt|md|osf|lf|tlf|variable|vf))+$"
)
_TEX = re.compile(r"^(?:cm|sf|lm|ec|ptm|phv)[a-z]*-?\d*[a-z]*$|^(?:lmroman|lmsans)")
_CODE = re.compile(
    r"mono|courier|consol|code|typewriter|menlo|lmtt|cmtt|symbol|wingding|awesome|icon|dingbat|emoji|math|cmsy|cmmi"
)


@lru_cache(maxsize=512)
def family(font: str) -> str:
    """The family of a font's name: lower case, without weight and slant; empty for code, symbols and TeX's sizes."""
    name = font.casefold().replace(" ", "")
    if _CODE.search(name):
        return ""
    return "" if _TEX.match(name) else _WEIGHTS.sub("", name) or name


@dataclass(frozen=True, slots=True)
class _Stretch:
    span: Span
    segment: Segment
    letters: int
    block: Block


def like_blocks(document: Document, resume: Resume) -> Iterator[list[Block]]:
    """Blocks that should look alike: list items of one depth, paragraphs of text; by column, table cell and story."""
    headings = {s.heading.start for s in resume.sections if s.heading is not None}
    groups: dict[tuple[object, ...], list[Block]] = defaultdict(list)
    for block in document.blocks:
        section = resume.section_at(block.start)
        apart = section is None or section.kind in (SectionKind.HEAD, SectionKind.CONTACT)
        if block.story not in (Story.BODY, Story.TEXT_BOX) or block.start in headings or apart:
            continue
        listed = block.kind is BlockKind.LIST_ITEM
        if not listed and (block.kind is not BlockKind.PARAGRAPH or not _is_prose(document, block)):
            continue
        groups[(listed, block.level if listed else 0, *_place(document, block))].append(block)
    yield from groups.values()


def _is_prose(document: Document, block: Block) -> bool:
    text = document.text[block.start : block.end]
    return len(text) >= LONG and "\t" not in text and sum(w.islower() for w in text.split()) * 2 > len(text.split())


def _place(document: Document, block: Block) -> tuple[object, ...]:
    """What tells a sidebar from the main text."""
    if "columns" in document.flags and document.boxes:
        x0 = document.boxes[4 * block.start]
        return (block.page, round(x0 / 60) if x0 == x0 else -1)
    return (block.story, block.table, block.column)


def _stretches(document: Document, blocks: Sequence[Block]) -> Iterator[_Stretch]:
    """The stretches of one look in some blocks, without links, unseen text and signs."""
    for block in blocks:
        for segment in document.segments_in(block.span):
            if (
                segment.marks & (Mark.LINK | Mark.ICON | Mark.SYMBOL | Mark.FIELD | Mark.PLACEHOLDER)
                or segment.marks.unseen
            ):
                continue
            span = Span(max(segment.start, block.start), min(segment.end, block.end))
            letters = sum(c.isalpha() for c in span.of(document.text))
            if letters:
                yield _Stretch(span, segment, letters, block)


def _odd_ones(stretches: Iterable[tuple[K | None, _Stretch]]) -> tuple[K, list[_Stretch]] | None:
    """The usual value and the stretches that have another, where a clear majority has the usual one."""
    held = [(k, s) for k, s in stretches if k]
    counts: Counter[K] = Counter()
    for value, stretch in held:
        counts[value] += stretch.letters
    if len(counts) < 2:
        return None
    usual, letters = counts.most_common(1)[0]
    blocks = {s.block.index for value, s in held if value == usual}
    if letters < CLEAR * sum(counts.values()) or len(blocks) < 3:
        return None
    odd = [s for value, s in held if value != usual and not _is_label(s) and _has_like(s, held, usual)]
    return (usual, odd) if odd else None


def _is_label(stretch: _Stretch) -> bool:
    """Whether a stretch is the head of its block: a run-in title, which may look as it likes."""
    return stretch.span.start == stretch.block.start and stretch.span.end < stretch.block.end


def _has_like(stretch: _Stretch, held: Sequence[tuple[K, _Stretch]], usual: K) -> bool:
    """Whether its own block, or one of its neighbours in the list or section, has the usual look."""
    near = {stretch.block.index + step for step in (-2, -1, 0, 1, 2)}
    return any(value == usual and s.block.index in near for value, s in held)


def _joined(document: Document, odd: Sequence[_Stretch]) -> list[Span]:
    """Neighbouring stretches of one block as one span, those with few letters left out."""
    spans: list[Span] = []
    for stretch in odd:
        gap = document.text[spans[-1].end : stretch.span.start] if spans else "x"
        if spans and not gap.strip() and "\n\n" not in gap:
            spans[-1] = Span(spans[-1].start, stretch.span.end)
        else:
            spans.append(stretch.span)
    trimmed = []
    for span in spans:
        text = span.of(document.text)
        start, end = span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip())
        if sum(c.isalpha() for c in document.text[start:end]) >= LEAST:
            trimmed.append(Span(start, end))
    return trimmed


MOST = 3
"""More places than these are a design, or a document of two hands: the first is told, with the count."""


def _told(spans: list[Span], data: dict[str, object]) -> Iterator[Match]:
    for n, span in enumerate(spans[: MOST if len(spans) <= MOST else 1]):
        more = f" ({len(spans)} places)" if n == 0 and len(spans) > MOST else ""
        yield Match(span.start, span.end, data={**data, "more": more})


def mixed_fonts(document: Document, resume: Resume) -> Iterator[Match]:
    """A stretch of a list or of text in another font than its like."""
    for blocks in like_blocks(document, resume):
        found = _odd_ones((family(s.segment.font or ""), s) for s in _stretches(document, blocks))
        if found:
            usual, odd = found
            name = next(s.segment.font for s in _stretches(document, blocks) if family(s.segment.font or "") == usual)
            other = odd[0].segment.font
            yield from _told(_joined(document, odd), {"here": other, "usual": name})


def mixed_sizes(document: Document, resume: Resume) -> Iterator[Match]:
    """A stretch of a list or of text in another size than its like, by half a point or more."""
    for blocks in like_blocks(document, resume):
        found = _odd_ones((round(s.segment.size or 0.0, 1), s) for s in _stretches(document, blocks))
        if found:
            usual, odd = found
            odd = [s for s in odd if abs((s.segment.size or 0) - usual) >= 0.45 and not _capitals(document, s)]
            if odd:
                yield from _told(_joined(document, odd), {"here": f"{odd[0].segment.size:g}", "usual": f"{usual:g}"})


def _capitals(document: Document, stretch: _Stretch) -> bool:
    """Whether a stretch is all capitals: small capitals are set as capitals of a smaller size."""
    return stretch.span.of(document.text).isupper()


def mixed_colours(document: Document, resume: Resume) -> Iterator[Match]:
    """A stretch of a list or of text in another colour than its like."""
    for blocks in like_blocks(document, resume):
        found = _odd_ones((_colour(s.segment), s) for s in _stretches(document, blocks))
        if found:
            usual, odd = found
            odd = [s for s in odd if _far(_colour(s.segment), usual)]
            if odd:
                yield from _told(_joined(document, odd), {"here": _colour(odd[0].segment), "usual": usual})


def _colour(segment: Segment) -> str:
    return segment.colour or "000000"


def _far(one: str, other: str) -> bool:
    """Whether two colours can be told apart at a glance."""
    try:
        a, b = bytes.fromhex(one), bytes.fromhex(other)
    except ValueError:
        return False
    return sum(abs(x - y) for x, y in zip(a, b, strict=False)) > 60


def _main_segment(document: Document, span: Span) -> Segment | None:
    lengths: Counter[int] = Counter()
    segments = {}
    for segment in document.segments_in(span):
        text = document.text[max(segment.start, span.start) : min(segment.end, span.end)]
        letters = sum(c.isalpha() for c in text)
        if letters:
            lengths[segment.start] += letters
            segments[segment.start] = segment
    return segments[lengths.most_common(1)[0][0]] if lengths else None


_TRAITS = ("font", "size", "weight", "colour", "capitals", "underlining", "style")


def _traits(document: Document, block: Block) -> tuple[str, ...] | None:
    """The look of a heading, trait by trait in the order of `_TRAITS`."""
    segment = _main_segment(document, block.span)
    if segment is None:
        return None
    text = document.text[block.start : block.end]
    last = [g for g in document.segments_in(block.span) if document.text[g.start : g.end].strip()][-1]
    caps = text.isupper() or bool(segment.marks & Mark.CAPS)
    return (
        family(segment.font or "") or "?",
        f"{segment.size or 0:g} pt",
        "bold" if segment.marks & Mark.BOLD else "not bold",
        f"#{_colour(last)}",
        "in capitals" if caps else "not in capitals",
        "underlined" if segment.marks & Mark.UNDERLINE else "not underlined",
        f"'{block.style}'" if block.style else "?",
    )


def mixed_headings(document: Document, resume: Resume) -> Iterator[Match]:
    """A section heading that looks other than most of its kind."""
    groups: dict[tuple[object, ...], list[Block]] = defaultdict(list)
    for section in resume.sections:
        heading = section.heading
        if heading is None or section.kind in (SectionKind.HEAD, SectionKind.OTHER) or heading.story is not Story.BODY:
            continue
        line = document.text[heading.start : document.line_span(document.line_at(heading.start)).end].strip()
        if len(line) > len(section.title) + 4:
            continue  # a run-in heading
        if document.format == "text" and not document.text.startswith(
            line[:1], document.text.rfind("\n", 0, heading.start) + 1
        ):
            continue  # indented: a heading within a section
        place = _place(document, heading) if "columns" in document.flags else (heading.table, heading.column)
        groups[(heading.level if heading.kind is BlockKind.HEADING else 0, *place)].append(heading)
    for headings in groups.values():
        yield from _odd_headings(document, headings)


def _odd_headings(document: Document, headings: Sequence[Block]) -> Iterator[Match]:
    looks = [(h, t) for h in headings if (t := _traits(document, h))]
    if len(looks) < 3:
        return
    told: set[int] = set()
    for n, trait in enumerate(_TRAITS):
        counts = Counter(t[n] for _, t in looks)
        usual, many = counts.most_common(1)[0]
        if len(counts) < 2 or many < 2 / 3 * len(looks) or "?" in counts:
            continue
        for heading, traits in looks:
            if traits[n] != usual and heading.index not in told and not _hardly(trait, traits[n], usual):
                told.add(heading.index)
                yield Match(heading.start, heading.end, data={"trait": trait, "here": traits[n], "usual": usual})


def _hardly(trait: str, one: str, other: str) -> bool:
    """Whether two values of a trait are the same to the eye."""
    if trait == "size":
        return abs(float(one.split()[0]) - float(other.split()[0])) < 0.45
    return trait == "colour" and not _far(one[1:], other[1:])


def mixed_heading_case(document: Document, resume: Resume) -> Iterator[Match]:
    """Headings In Title Case beside headings in sentence case."""
    cases: list[tuple[Block, str]] = []
    for section in resume.sections:
        heading = section.heading
        if heading is None or heading.story is not Story.BODY or section.kind is SectionKind.OTHER:
            continue
        words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", section.title) if len(w) > 3 or w[0].isupper()]
        if len(words) < 2 or section.title.isupper() or document.marks_in(heading.span) & Mark.CAPS:
            continue
        rest = words[1:]
        if words[0][0].isupper():
            kind = (
                "title" if all(w[0].isupper() for w in rest) else "sentence" if all(w.islower() for w in rest) else ""
            )
            if kind:
                cases.append((heading, kind))
    counts = Counter(k for _, k in cases)
    if len(counts) == 2 and 3 <= max(counts.values()) >= 2 * min(counts.values()):
        usual = counts.most_common(1)[0][0]
        example = next(short(document.text[h.start : h.end]) for h, k in cases if k == usual)
        for heading, kind in cases:
            if kind != usual:
                yield Match(heading.start, heading.end, data={"example": example})


def mixed_titles(document: Document, resume: Resume) -> Iterator[Match]:
    """A job title that is not bold, or not italic, where the others are."""
    found = (r.title for r in resume.roles if r.title is not None and r.section is SectionKind.EXPERIENCE)
    titles = [t for t in found if TITLE_WORDS.search(t.of(document.text)) and ":" not in t.of(document.text)]
    if len(titles) < 3:
        return
    for mark, name in ((Mark.BOLD, "bold"), (Mark.ITALIC, "italic")):
        on = []
        for span in titles:
            segment = _main_segment(document, span)
            on.append(segment is not None and bool(segment.marks & mark))
        share = sum(on) / len(on)
        if share in (0.0, 1.0) or 0.3 < share < 0.7:
            continue
        for span, held in zip(titles, on, strict=True):
            if held != (share > 0.5):
                usual, here = (name, f"not {name}") if share > 0.5 else (f"not {name}", name)
                yield Match(span.start, span.end, data={"here": here, "usual": usual})
        return


def crooked_dates(document: Document, resume: Resume) -> Iterator[Match]:
    """Dates at the right edge that end a little to the left or right of the others."""
    if not document.boxes or "columns" in document.flags:
        return
    edges: list[tuple[Span, float]] = []
    for role in resume.roles:
        if role.dates is None:
            continue
        line = document.line_span(document.line_at(role.dates.span.start))
        box = document.box(role.dates.span)
        if box and role.dates.span.end == line.end and "\t" in document.text[line.start : role.dates.span.start]:
            edges.append((role.dates.span, box.x1))
    yield from _off(edges, {"what": "end"})


def crooked_items(document: Document, resume: Resume) -> Iterator[Match]:
    """List items of one depth that begin a little to the left or right of the others of their list."""
    if not document.boxes:
        return
    for items in resume.lists:
        edges: list[tuple[Span, float]] = []
        for block in items:
            x0 = document.boxes[4 * block.start]
            if x0 == x0:
                edges.append((Span(block.start, min(block.end, block.start + 60)), x0))
        yield from _off(edges, {"what": "begin"})


def _off(edges: Sequence[tuple[Span, float]], data: dict[str, object]) -> Iterator[Match]:
    """The places whose edge is off the usual one by 1.5 to 15 points, where two thirds share the usual one."""
    if len(edges) < 4:
        return
    counts = Counter(round(x) for _, x in edges)
    usual = max(counts, key=lambda x: counts[x] + counts[x - 1] + counts[x + 1])
    near = [x for _, x in edges if abs(x - usual) <= 1.2]
    if len(near) < 2 / 3 * len(edges):
        return
    middle = sorted(near)[len(near) // 2]
    for span, x in edges:
        if 1.5 < abs(x - middle) <= 15:
            side = "right" if x > middle else "left"
            yield Match(span.start, span.end, data={**data, "by": f"{abs(x - middle):.0f}", "side": side})
