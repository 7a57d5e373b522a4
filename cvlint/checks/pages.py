"""Checks of sections and pages as a reader meets them: empty sections, lonely headings, a last page of two lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cvlint.model.document import Block, BlockKind, Document, Mark, Story
from cvlint.model.finding import Match
from cvlint.resume.facts import Resume, Section, SectionKind

_K = SectionKind
_BODY = (Story.BODY, Story.TEXT_BOX)
_NEED_CONTENT = frozenset(
    {
        _K.PROFILE, _K.EXPERIENCE, _K.EDUCATION, _K.SKILLS, _K.CERTIFICATIONS, _K.PROJECTS, _K.PUBLICATIONS,
        _K.AWARDS, _K.LANGUAGES, _K.VOLUNTEERING, _K.INTERESTS, _K.REFEREES,
    }
)  # fmt: skip


def empty_section(document: Document, resume: Resume) -> Iterator[Match]:
    """A heading of a section with nothing below it before the next heading of its own kind of look."""
    sections = [s for s in resume.sections if s.heading is not None]
    indents = Counter(_indent(document, s.heading.start) for s in sections if s.heading)
    for n, section in enumerate(sections):
        heading = section.heading
        if heading is None or section.kind not in _NEED_CONTENT or heading.story not in _BODY:
            continue
        if "request" in section.title.lower() or indents[_indent(document, heading.start)] == 1 < len(sections):
            continue
        following = sections[n + 1] if n + 1 < len(sections) else None
        if _holds_text(document, section) or _goes_on(document, section, following):
            continue
        yield Match(heading.start, heading.end, data={"title": section.title})


def _indent(document: Document, at: int) -> int:
    """How far a line of plain text is indented; 0 where the layout is the file's own affair."""
    line = document.text.rfind("\n", 0, at) + 1
    return at - line if document.format in ("text", "markdown") else 0


def _holds_text(document: Document, section: Section) -> bool:
    heading = section.heading
    assert heading is not None
    if document.text[heading.end : section.span.end].strip(" \t\n:–—-•*|_=.,#") != "":
        return True
    return any(s.marks & Mark.ICON for s in document.segments_in(section.span))


def _goes_on(document: Document, section: Section, following: Section | None) -> bool:
    """Whether the next heading may belong below this one: another file's order of columns, a subheading, a table."""
    heading = section.heading
    assert heading is not None
    if heading.table or "columns" in document.flags or document.images:
        return True
    if following is None or following.heading is None:
        return section.kind is _K.REFEREES  # "Referees available on request" may be a heading
    other = following.heading
    if section.kind is _K.SKILLS and following.kind is _K.LANGUAGES:
        return True  # programming languages, as a part of the skills
    if _indent(document, other.start) > _indent(document, heading.start):
        return True
    if _apart(document, heading) and not _apart(document, other):
        return True
    if other.kind is BlockKind.HEADING and heading.kind is BlockKind.HEADING and other.level > heading.level:
        return True
    if following.kind in (_K.OTHER, _K.CONTACT, section.kind):
        return True
    return _weight(document, other) < _weight(document, heading)


def _apart(document: Document, heading: Block) -> bool:
    """Whether an empty line follows a heading of plain text; what has none where others have is a smaller one."""
    return document.format == "text" and document.text[heading.end : heading.end + 20].lstrip(" \t:")[:2] == "\n\n"


def _weight(document: Document, block: Block) -> tuple[float, bool, bool]:
    """How strongly a heading looks: size, boldness, capitals."""
    size = max((s.size or 0.0 for s in document.segments_in(block.span)), default=0.0)
    text = document.text[block.start : block.end]
    return (round(size), bool(document.marks_in(block.span) & Mark.BOLD), text.isupper())


def orphan_heading(document: Document, resume: Resume) -> Iterator[Match]:
    """A heading at the foot of a page whose text begins on the next one."""
    headings = {s.heading.start for s in resume.sections if s.heading is not None}
    body = [b for b in document.blocks if b.story is Story.BODY]
    for page in document.pages[:-1]:
        here = [b for b in body if b.page == page.number]
        after = [b for b in body if b.page == page.number + 1]
        if not here or not after or not page.height:
            continue
        for block, following in zip(here, [*here[1:], None], strict=True):
            heading = block.kind is BlockKind.HEADING or block.start in headings
            if not heading or _bottom(document, block) <= 0.6 * page.height:
                continue
            if following is None or _higher(document, following, block):  # the last of the page, or of its column
                below = (b for b in here if _bottom(document, b) > _bottom(document, block))
                if not any(_overlap(document, b, block) for b in below):
                    yield Match(block.start, block.end, data={"page": page.number})


def _higher(document: Document, one: Block, other: Block) -> bool:
    """Whether a block begins well above another: at the head of the next column."""
    a, b = document.box(one.span), document.box(other.span)
    return a is not None and b is not None and a.bottom < b.top


def _overlap(document: Document, one: Block, other: Block) -> bool:
    """Whether one block stands above or below another, not beside it."""
    a, b = document.box(one.span), document.box(other.span)
    return a is None or b is None or (a.x0 < b.x1 and b.x0 < a.x1)


def _bottom(document: Document, block: Block) -> float:
    """Where the last glyph of a block ends, in points from the top; 0 where it has none."""
    boxes = document.boxes
    for i in range(block.end - 1, block.start - 1, -1) if boxes else ():
        if boxes[4 * i + 3] == boxes[4 * i + 3]:  # NaN is unequal to itself
            return boxes[4 * i + 3]
    return 0.0


def nearly_empty_page(document: Document) -> Iterator[Match]:
    """A last page that holds a few lines: its text ends in the top sixth of the page."""
    if len(document.pages) < 2:
        return
    last = document.pages[-1]
    blocks = [b for b in document.blocks if b.page == last.number and b.story is Story.BODY]
    lines = sum(document.text[b.start : b.end].count("\n") + 1 for b in blocks)
    if not blocks or last.images or not last.height:
        return
    depth = max(_bottom(document, b) for b in blocks)
    if lines <= 6 and 0 < depth < 0.25 * last.height:
        end = min(blocks[0].end, blocks[0].start + 60)
        yield Match(blocks[0].start, end, data={"lines": lines, "page": last.number})
