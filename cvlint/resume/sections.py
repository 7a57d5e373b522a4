"""Where the sections of a CV begin and end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cvlint.model.document import Block, BlockKind, Document, Mark, Story
from cvlint.model.location import Span
from cvlint.resume.facts import Section, SectionKind
from cvlint.resume.titles import title_kind

_FIGURES = re.compile(r"\d|@|https?:|www\.")
_INLINE = re.compile(r"^[A-Z][A-Za-z &/-]{3,32}(?=\s?:\s)")
_SPAN_OF_YEARS = re.compile(
    r"(?:19|20)\d\d\s*(?:[-–—]|to)\s*(?:[A-Z][a-z]+\.?\s+|\d\d/)?(?:(?:19|20)\d\d|present|current)", re.I
)
_DATED = (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.CERTIFICATIONS)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SCHOOL = re.compile(
    r"\b(?:University|Polytechnic|College|High School|Diploma|Bachelor|Degree|NCEA|GCSEs?|Matric|HSC)\b"
)
_SENTENCE = re.compile(r"[.;,!?]$|[a-z]\. [A-Z]")


@dataclass(frozen=True, slots=True)
class _Look:
    """How a line looks: what headings of one CV share."""

    caps: bool
    bold: bool
    size: float | None


@dataclass(frozen=True, slots=True)
class _Heading:
    block: Block
    kind: SectionKind
    title: str
    sure: bool


def find_sections(document: Document) -> tuple[Section, ...]:
    """The sections in order, which together hold every block; the first has no heading and is the head."""
    blocks = [b for b in document.blocks if b.end > b.start]
    headings = _headings(document, blocks)
    return tuple(_cut(document, blocks, headings))


def look_of(document: Document, block: Block) -> _Look:
    """Capitals, boldness and size of a block's first line."""
    text = first_line(document, block)
    letters = [c for c in text if c.isalpha()]
    span = Span(block.start, block.start + len(text))
    marks, sizes = Mark.NONE, Counter[float]()
    bold = 0
    for segment in document.segments_in(span):
        marks |= segment.marks
        width = min(segment.end, span.end) - max(segment.start, span.start)
        bold += width if segment.marks & Mark.BOLD else 0
        if segment.size:
            sizes[round(segment.size, 1)] += width
    caps = bool(letters) and (all(c.isupper() for c in letters) or bool(marks & Mark.CAPS))
    return _Look(caps, bold * 2 > len(text), sizes.most_common(1)[0][0] if sizes else None)


def first_line(document: Document, block: Block) -> str:
    """The first line of a block."""
    return document.text[block.start : block.end].split("\n", 1)[0]


def _headings(document: Document, blocks: Sequence[Block]) -> list[_Heading]:
    known = [h for b in blocks if (h := _known(document, b))]
    strong = [h for h in known if h.sure]
    looks = Counter(look_of(document, h.block) for h in strong)
    usual = {look for look, n in looks.items() if n * 4 >= max(looks.values())}
    body = _body_look(document, blocks)
    levels = [h.block.level for h in strong if h.block.kind is BlockKind.HEADING]
    deepest = Counter(levels).most_common(1)[0][0] if levels else 0
    chosen = {h.block.start: h for h in strong}
    kinds = {h.kind for h in strong} if usual == {body} else None  # nothing sets headings off: the wording decides
    for heading in known:
        if heading.sure:
            continue
        plain = kinds is not None and _is_alone(document, heading.block)
        plain = plain and (heading.kind not in (kinds or ()) or _opens_roles(document, heading))
        if plain or _fits(document, heading.block, usual, body, deepest):
            chosen[heading.block.start] = heading
    for block in blocks:
        other = None if block.start in chosen else _unknown(document, block, usual, body, deepest)
        if other and any(s < block.start for s in chosen):
            chosen[block.start] = other
    return _without_runs(document, [chosen[s] for s in sorted(chosen)])


def _known(document: Document, block: Block) -> _Heading | None:
    """A block, or its first line, whose wording is that of a section heading."""
    line = first_line(document, block).rstrip()
    if len(line) > 90 or block.story in (Story.FOOTER, Story.FOOTNOTE, Story.ENDNOTE):
        return None
    inline = _INLINE.match(line)
    found = title_kind(line)
    if found is None and "\t" in line:
        return None
    if found is None and inline and block.kind is not BlockKind.LIST_ITEM:
        part = title_kind(inline[0])
        if part and part[1] and part[0] not in (SectionKind.SKILLS, SectionKind.OTHER, SectionKind.CONTACT):
            head = replace(block, end=block.start + inline.end() + 1, kind=BlockKind.HEADING)
            return _Heading(head, part[0], inline[0], part[0] in (SectionKind.PROFILE, SectionKind.REFEREES))
        return None
    if found is None or (block.kind is BlockKind.LIST_ITEM and not line.isupper()):
        return None
    kind, sure = found
    head = replace(block, end=block.start + len(line))
    sure = sure or block.kind is BlockKind.HEADING
    if (
        (line.islower() and block.kind is not BlockKind.HEADING)
        or _SENTENCE.search(line.replace("...", ""))
        or (" " not in line and line[:1].islower() and block.kind is not BlockKind.HEADING)
    ):
        sure = False
    return _Heading(head, kind, line.strip(" :"), sure)


def _opens_roles(document: Document, heading: _Heading) -> bool:
    """Whether two words or more of unsure wording stand right before something with its years."""
    after = document.text[heading.block.end : heading.block.end + 160]
    return heading.kind in _DATED and " " in heading.title and _YEAR.search(after) is not None


def _is_alone(document: Document, heading: Block) -> bool:
    """Whether a heading's line is a whole block of a document that keeps a block a line (DOCX, PDF)."""
    if document.format in ("text", "markdown") or heading.kind is BlockKind.LIST_ITEM:
        return False
    return any(b.start == heading.start and b.end == heading.end for b in document.blocks)


def _body_look(document: Document, blocks: Sequence[Block]) -> _Look:
    counts: Counter[_Look] = Counter()
    for block in blocks:
        counts[look_of(document, block)] += block.end - block.start
    return counts.most_common(1)[0][0] if counts else _Look(False, False, None)


def _fits(document: Document, block: Block, usual: set[_Look], body: _Look, deepest: int) -> bool:
    """Whether a line of weak or unknown wording looks like the headings of this CV."""
    if block.kind is BlockKind.HEADING:
        return not deepest or block.level <= deepest
    if block.kind is BlockKind.LIST_ITEM or (deepest and not usual):
        return False
    look = look_of(document, block)
    line_end = document.text.rfind("\n", 0, block.start)
    apart = document.text[max(0, line_end - 1) : line_end + 1] == "\n\n" or line_end <= 0
    if look in usual:
        return look != body or apart or block.level > 0
    return not usual and (look.caps or look.bold)


def _unknown(document: Document, block: Block, usual: set[_Look], body: _Look, deepest: int) -> _Heading | None:
    """A heading of unusual wording: kept as OTHER where only its look can tell."""
    line = document.text[block.start : block.end].strip()
    if "\n" in line or not 3 <= len(line) <= 45 or len(line.split()) > 6 or _FIGURES.search(line):
        return None
    if _SENTENCE.search(line) or block.table > 1 or "," in line or block.story is not Story.BODY:
        return None
    if block.kind is BlockKind.HEADING:
        if not deepest or block.level > deepest or len(usual) > 3:
            return None
    else:
        look = look_of(document, block)
        if look not in usual or look == body or not (look.caps and (look.bold or look.size)):
            return None
        if look.size is not None and body.size is not None and look.size <= body.size and not look.bold:
            return None
    return _Heading(block, SectionKind.OTHER, line, False)


def _without_runs(document: Document, headings: list[_Heading]) -> list[_Heading]:
    """Headings without unknown ones that a date follows at once: those are roles in the look of a heading."""
    kept: list[_Heading] = []
    body = _body_look(document, document.blocks)
    for heading in headings:
        within = kept and kept[-1].kind is heading.kind and not heading.sure
        if within and heading.block.kind is not BlockKind.HEADING and look_of(document, heading.block) == body:
            continue  # "Books" under "Publications"
        after = document.text[heading.block.end : heading.block.end + 90]
        if (
            heading.kind is SectionKind.OTHER
            and not heading.sure
            and title_kind(heading.title) is None
            and re.search(r"\b(?:19|20)\d\d\b", after)
        ):
            continue
        kept.append(heading)
    return kept


def _cut(document: Document, blocks: Sequence[Block], headings: Sequence[_Heading]) -> list[Section]:
    sections: list[Section] = []
    starts = {h.block.start: h for h in headings}
    current: _Heading | None = None
    content: list[Block] = []
    begin = 0

    def close(end: int) -> None:
        kind, title, head = SectionKind.HEAD, "", None
        if current is not None:
            kind, title, head = current.kind, current.title, current.block
        if content or current is not None:
            sections.append(Section(kind, title, head, tuple(content), Span(begin, end)))

    for block in blocks:
        heading = starts.get(block.start)
        if heading is None:
            content.append(block)
            continue
        close(heading.block.start)
        current, content, begin = heading, [], heading.block.start
        rest = document.text[heading.block.end : block.end]
        if rest.strip(" :\n\t"):
            lead = len(rest) - len(rest.lstrip(" :\n\t"))
            content.append(replace(block, start=heading.block.end + lead))
    close(len(document.text))
    return [_by_content(document, s, sections) for s in sections]


def _by_content(document: Document, section: Section, sections: Sequence[Section]) -> Section:
    """The section with the kind that its content tells: a "Career Summary" of dated jobs, a "Training" of colleges."""
    if section.kind is SectionKind.CERTIFICATIONS and re.search(r"\btraining\b", section.title, re.IGNORECASE):
        earlier = any(s.kind is SectionKind.EDUCATION for s in sections[: sections.index(section)])
        schools = _SCHOOL.search(document.text, section.span.start, section.span.end)
        return replace(section, kind=SectionKind.EDUCATION) if schools and not earlier else section
    if section.kind is not SectionKind.PROFILE or not re.search(r"career|summary|overview", section.title, re.I):
        return section
    spans = len(_SPAN_OF_YEARS.findall(document.text, section.span.start, section.span.end))
    if spans < 2 or any(s.kind is SectionKind.EXPERIENCE for s in sections):
        return section
    return replace(section, kind=SectionKind.EXPERIENCE)
