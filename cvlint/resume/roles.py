"""Jobs, courses and posts with their dates, and the bullets beneath them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from cvlint.model.document import Block, BlockKind, Document, Story
from cvlint.model.location import Span
from cvlint.resume.facts import CVDate, DateRange, Role, Section, SectionKind
from cvlint.resume.places import PLACE
from cvlint.resume.posts import DEGREE_WORDS, TITLE_WORDS, names_organisation

_KINDS = (
    SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.VOLUNTEERING, SectionKind.PROJECTS, SectionKind.HEAD,
)  # fmt: skip
_PARTS = re.compile(
    r"\s+[|·•–—-]\s+|\t+|,\s+(?!(?:Inc|LLC|Ltd|LLP|Limited|plc|PLC|Pty|L\.P|GmbH|INC|LTD|LIMITED|PTY)\b)|\n|\s{3,}|\s+at\s+(?=[A-Z])|\s+@\s+"
    r"|[.;]\s+(?=(?:Thesis|Dissertation|Supervis|Advis|GPA|Grade|Major|Minor|Speciali[sz])\w*)"
)
_LABEL = re.compile(
    r"(?:(?P<firm>company|employer|organi[sz]ation|institution|school|university|college|firm|client|name of employer)"
    r"|(?P<post>position|job title|title|role|post|designation|qualification|course|degree|programme|program|award)"
    r"|(?:period|dates?|duration|years?|location|place|tenure|from))"
    r"(?:\s(?:held|name|obtained|of employment))?\s*[:\t]\s*",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"(?:expected|anticipated|graduating|graduated|due|since|from|circa|completed|awarded)", re.IGNORECASE
)
_DURATION = re.compile(
    r"(?:(?:\d+|one|two|three|four|five|six|eight|ten|twelve)\s*(?:years?|yrs?|months?|mos?|weeks?)[,\s]*(?:and\s)?)+",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"[a-z)](?<!\bDept)(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bCorp)(?<!\bSt)(?<!\bUniv)(?<!\bDr)\.(?:\s|$)|;\s"
)
_ENDS = re.compile(r"(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bCorp)(?<!\.[A-Z])(?<!\b[A-Z])[.!]\s*$")
_STOPPED = re.compile(r"[a-z]{2}(?:(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bCorp)(?<!\bBros)\.|[;:])\s*$")
_STRONG = re.compile(r"(?:^|\t|\s{3,}|[|•·(]|\s[–—-])\s*$")
_FUNCTION = re.compile(
    r"(?:global |corporate |regional )?(?:operations|sales|marketing|finance|human resources"
    r"|hr|people|engineering"
    r"|technology|it|product|strategy|legal|communications|business development|supply chain|manufacturing|procurement"
    r"|research|policy|compliance"
    r"|information technology|customer success|risk|analytics|data|design|growth|programs|programmes|partnerships)"
    r"(?:\s(?:and|&)\s\w+)?",
    re.IGNORECASE,
)
_SENIOR = re.compile(r"\b(?:vice president|[SEA]?VP|president|director|head)$", re.IGNORECASE)
_IN_PROSE = re.compile(r"\b(?:from|during|between|until|since|in|through|for)\s*$", re.IGNORECASE)
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    block: Block
    text: str
    listed: bool
    gap: bool  # an empty line stands before it


@dataclass(frozen=True, slots=True)
class _Part:
    span: Span
    text: str
    label: str  # "firm" or "post" where a word before a colon says so
    group: tuple[int, int]  # line start and number of the stretch between separators stronger than a comma


@dataclass(frozen=True, slots=True)
class _Anchor:
    line: int
    dates: DateRange
    end: int  # the line on which the dates end


def find_roles(
    document: Document, sections: Sequence[Section], dates: Sequence[CVDate], ranges: Sequence[DateRange]
) -> tuple[Role, ...]:
    """The roles of all sections that hold such, in order. A head counts where a CV has no headings at all."""
    starts = [r.span.start for r in ranges]
    date_starts = [d.span.start for d in dates]
    spaced = _spaced(document)
    roles: list[Role] = []
    for section in sections:
        if section.kind not in _KINDS or (section.kind is SectionKind.HEAD and len(sections) > 2):
            continue
        here = ranges[bisect_left(starts, section.span.start) : bisect_right(starts, section.span.end)]
        single = dates[bisect_left(date_starts, section.span.start) : bisect_right(date_starts, section.span.end)]
        roles.extend(_roles_of(document, section, here, single, spaced))
    return tuple(roles)


def _roles_of(
    document: Document, section: Section, ranges: Sequence[DateRange], dates: Sequence[CVDate], spaced: bool
) -> Iterator[Role]:
    lines = list(_lines(document, section, spaced))
    anchors = _anchors(lines, ranges)
    if section.kind in (SectionKind.EDUCATION, SectionKind.PROJECTS, SectionKind.EXPERIENCE):
        ranged = [r.span for r in ranges]
        alone = [DateRange(d.span, d, d) for d in dates if not any(s.overlaps(d.span) for s in ranged)]
        if section.kind is not SectionKind.EDUCATION:
            alone = [r for r in alone if _stands_apart(lines, r)]
        anchors = sorted([*anchors, *_anchors(lines, alone)], key=lambda a: a.dates.span)
        anchors = [a for i, a in enumerate(anchors) if i == 0 or anchors[i - 1].line != a.line]
    heads = _heads(lines, anchors)
    before: Role | None = None
    roof: Role | None = None  # the firm under which several posts are listed
    for i, (anchor, (first, last)) in enumerate(zip(anchors, heads, strict=True)):
        stop = heads[i + 1][0] if i + 1 < len(heads) else len(lines)
        end = lines[stop].span.start if stop < len(lines) else section.span.end
        role = _role(document, section, anchor, lines[first : last + 1], lines[last + 1 : stop], end)
        if role.organisation is None and role.title is not None and first == anchor.line:
            role = _under(document, role, before, roof)
        roof = role if role.title is None and role.organisation is not None else roof
        before = role
        yield role


def _under(document: Document, role: Role, before: Role | None, roof: Role | None) -> Role:
    """The role with the firm under whose name it is listed: its dates lie within, or follow on, those above it."""
    if role.title is None or role.dates is None or not TITLE_WORDS.search(role.title.of(document.text)):
        return role
    for above in (roof, before):
        if above is None or above.organisation is None or above.dates is None or above.section is not role.section:
            continue
        start, end = _bounds(above.dates)
        mine, until = _bounds(role.dates)
        within = above is roof and start <= until and mine >= start - timedelta(366) and until <= end + timedelta(366)
        heads = len({document.line_at(s.start) for s in (above.title, above.organisation) if s is not None})
        if within or (above is before and heads != 1 and abs((start - until).days) <= 400):
            return replace(role, organisation=above.organisation)
    return role


def _bounds(dates: DateRange) -> tuple[date, date]:
    return dates.start.first, dates.end.last if dates.end else date.max - timedelta(800)


def _stands_apart(lines: Sequence[_Line], dates: DateRange) -> bool:
    """Whether a single date stands at the end of a line of its own right, set off as the dates of a post are."""
    line = next((x for x in lines if x.span.start <= dates.span.start < x.span.end), None)
    if line is None or line.listed or dates.start.present:
        return False
    before, after = line.text[: dates.span.start - line.span.start], line.text[dates.span.end - line.span.start :]
    return bool(_WORDS.search(before) and _STRONG.search(before)) and len(_WORDS.findall(after)) <= 3


def _spaced(document: Document) -> bool:
    """Whether an empty line stands between most blocks, so that it says nothing (as in text from a PDF)."""
    pairs = list(pairwise(document.blocks[:400]))
    apart = sum(document.text.count("\n", a.end, b.start) > 1 for a, b in pairs)
    return apart * 2 > len(pairs)


def _lines(document: Document, section: Section, spaced: bool) -> Iterator[_Line]:
    for block in section.blocks:
        if block.story in (Story.FOOTER, Story.FOOTNOTE, Story.ENDNOTE):
            continue
        at = block.start
        for n, text in enumerate(document.text[block.start : block.end].split("\n")):
            if text.strip():
                before = document.text[max(0, at - 4) : at]
                gap = not spaced and n == 0 and before.count("\n") > 1
                yield _Line(Span(at, at + len(text)), block, text, block.kind is BlockKind.LIST_ITEM, gap)
            at += len(text) + 1


def _anchors(lines: Sequence[_Line], ranges: Sequence[DateRange]) -> list[_Anchor]:
    """The ranges that stand in a heading line, not in a sentence: one a line."""
    starts = [line.span.start for line in lines]
    anchors: list[_Anchor] = []
    for dates in ranges:
        i = bisect_right(starts, dates.span.start) - 1
        if i < 0 or (anchors and anchors[-1].line == i) or not _is_heading_line(lines[i], dates):
            continue
        anchors.append(_Anchor(i, dates, max(i, bisect_left(starts, dates.span.end) - 1)))
    if any(not lines[a.line].listed for a in anchors):
        anchors = [a for a in anchors if not lines[a.line].listed]
    return anchors


def _is_heading_line(line: _Line, dates: DateRange) -> bool:
    before = line.text[: max(0, dates.span.start - line.span.start)]
    after = line.text[max(0, dates.span.end - line.span.start) :]
    rest = f"{before} {after}"
    words = _WORDS.findall(rest)
    if len(words) > 4 and _WORDS.search(before) and _is_sentence(before + " " + after):
        return False
    at_edge = not _WORDS.search(before) or not _WORDS.search(after)
    if len(words) > 5 and (dates.joiner == "since" or _IN_PROSE.search(before)):
        return False
    if _PROSE.search(rest) and len(words) > 6:
        return not _WORDS.search(before) and len(words) < 60
    if line.listed:
        return at_edge and len(words) <= 14
    return len(words) <= 10 or (at_edge and len(words) <= 22) or (not _WORDS.search(before))


_SMALL = frozenset(
    ["of", "in", "and", "the", "for", "at", "with", "to", "a", "an", "on", "de", "by", "la", "part", "time"]
)


def _is_sentence(text: str) -> bool:
    """Whether most words of weight are written small, as in prose and not in the line of a job."""
    words = [w for w in _WORDS.findall(text) if w.lower() not in _SMALL and w[0].isalpha()]
    return len(words) > 3 and sum(w[0].islower() for w in words) * 2 > len(words)


def _short(line: _Line) -> bool:
    words = _WORDS.findall(line.text)
    return not line.listed and len(words) <= 12 and len(line.text) <= 95 and not _STOPPED.search(line.text)


def _heads(lines: Sequence[_Line], anchors: Sequence[_Anchor]) -> list[tuple[int, int]]:
    """First and last line of every role's heading. How many lines stand before the dates is voted on once a section."""
    if not anchors:
        return []
    before = _lines_before(lines, anchors)
    heads: list[tuple[int, int]] = []
    for i, anchor in enumerate(anchors):
        first = anchor.line
        floor = anchors[i - 1].line + 1 if i else 0
        while first > floor and anchor.line - first < before and _short(lines[first - 1]) and not lines[first].gap:
            first -= 1
        last = anchor.end
        stop = anchors[i + 1].line - before if i + 1 < len(anchors) else len(lines)
        room = 2 if first == anchor.line else 1
        while last + 1 < stop and last - anchor.end < room and _continues(lines, anchor, last + 1, first):
            last += 1
        heads.append((first, last))
    return heads


def _lines_before(lines: Sequence[_Line], anchors: Sequence[_Anchor]) -> int:
    votes = []
    for i, anchor in enumerate(anchors):
        floor = anchors[i - 1].line + 1 if i else 0
        n = 0
        while (
            anchor.line - n > floor and n < 2 and _short(lines[anchor.line - n - 1]) and not lines[anchor.line - n].gap
        ):
            n += 1
        votes.append(n)
    first = votes[0]
    return first if first <= 2 and anchors[0].line <= 2 else min(votes)


def _continues(lines: Sequence[_Line], anchor: _Anchor, i: int, first: int) -> bool:
    """Whether the line after the dates still belongs to the heading: short, and names a title, place or firm."""
    line = lines[i]
    degree = i == anchor.end + 1 and not line.listed and DEGREE_WORDS.match(line.text.lstrip())
    if degree and len(line.text) <= 150 and not any(DEGREE_WORDS.search(x.text) for x in lines[first : anchor.end + 1]):
        return True
    bare = first == anchor.line and (anchor.end > anchor.line or len(_WORDS.findall(lines[first].text)) <= 5)
    if bare and i == anchor.end + 1 and not line.listed:
        told = _PROSE.search(line.text) or (len(_WORDS.findall(line.text)) > 4 and _ENDS.search(line.text))
        return len(line.text) <= 150 and not line.text.lstrip()[:1].islower() and not told
    if line.gap or not _short(line):
        return False
    names = TITLE_WORDS.search(line.text) or names_organisation(line.text) or DEGREE_WORDS.search(line.text)
    words = [w for w in _WORDS.findall(line.text) if len(w) > 3]
    titled = bool(words) and all(w[0].isupper() for w in words)
    return titled and bool(names or (len(words) <= 6 and i == anchor.end + 1))


def _role(
    document: Document,
    section: Section,
    anchor: _Anchor,
    head: Sequence[_Line],
    body: Sequence[_Line],
    end: int,
) -> Role:
    title, organisation = _names(head, anchor.dates, section.kind)
    heading = tuple(dict.fromkeys(line.block for line in head))
    inner = dict.fromkeys(line.block for line in body)
    listed = tuple(b for b in inner if b.kind is BlockKind.LIST_ITEM)
    bullets = listed or tuple(b for b in inner if b not in heading and b.end - b.start > 20)
    return Role(Span(head[0].span.start, end), section.kind, anchor.dates, title, organisation, heading, bullets)


def _names(head: Sequence[_Line], dates: DateRange, kind: SectionKind) -> tuple[Span | None, Span | None]:
    """Title and organisation among the parts of the heading lines."""
    wanted = DEGREE_WORDS if kind is SectionKind.EDUCATION else TITLE_WORDS
    parts = [p for line in head for p in _parts(line, dates)]
    firm = next((p for p in parts if p.label == "firm"), None)
    post = next((p for p in parts if p.label == "post"), None)
    if firm or post:
        return (post.span if post else None), (firm.span if firm else None)
    organisation = next((p for p in parts if names_organisation(p.text) and not wanted.search(p.text)), None)
    title = next((p for p in parts if wanted.search(p.text) and p is not organisation), None)
    rest = [p for p in parts if p not in (title, organisation)]
    if title is not None and rest:
        title, rest = _with_field(title, rest)
    if title is None and organisation is not None:
        rest = [p for p in rest if not _is_place(p, parts)]
    if title is None and rest:
        title = rest.pop(0)
    if organisation is None and rest:
        # What a comma sets off belongs to the title where something stronger parts the firm from it.
        firms = [p for p in rest if not _is_place(p, parts)]
        apart = [p for p in firms if title is None or p.group != title.group or p.span < title.span]
        organisation = next(iter(apart or firms), None)
    return (title.span if title else None), (organisation.span if organisation else None)


def _with_field(title: _Part, rest: list[_Part]) -> tuple[_Part, list[_Part]]:
    """The title with the field that a comma sets off and that yet belongs to it: "Vice President, Operations"."""
    after = next((p for p in rest if p.group == title.group and p.span.start > title.span.end), None)
    if after is None or after.span.start - title.span.end > 3 or names_organisation(after.text):
        return title, rest
    if not (_SENIOR.search(title.text) and _FUNCTION.fullmatch(after.text)):
        return title, rest
    whole = _Part(Span(title.span.start, after.span.end), f"{title.text}, {after.text}", title.label, title.group)
    return whole, [p for p in rest if p is not after]


def _is_place(part: _Part, parts: Sequence[_Part]) -> bool:
    """Whether a part is a town or country: known as such, or set beside two capitals ("Austin, TX")."""
    if any(place.fullmatch(part.text) for place in PLACE.values()):
        return True
    mates = [p for p in parts if p.group == part.group and p.span != part.span]
    if re.fullmatch(r"[A-Z]{2,3}", part.text):
        return any(p.span.end < part.span.start <= p.span.end + 3 for p in mates)
    return any(re.fullmatch(r"[A-Z]{2,3}", p.text) and part.span.end < p.span.start <= part.span.end + 3 for p in mates)


def _parts(line: _Line, dates: DateRange) -> Iterator[_Part]:
    """The stretches of a heading line between separators, without the dates and what surrounds them."""
    lo, hi = dates.span.start - line.span.start, dates.span.end - line.span.start
    text = line.text
    if hi > 0 and lo < len(text):
        lo = max(0, lo)
        text = text[:lo] + "\t" * (min(hi, len(text)) - lo) + text[hi:]
    at = group = 0
    for m in [*_PARTS.finditer(text), None]:
        stop = m.start() if m else len(text)
        piece = text[at:stop]
        label = _LABEL.match(piece.lstrip()) if at == 0 else None
        bare = piece.lstrip()[label.end() :] if label else piece
        core = _balanced(bare.strip(" \t,;:|/·•–—-"))
        if label and sum(c.isalpha() for c in core) < 2:
            core = ""
        if sum(c.isalpha() for c in core) > 1 and not _DURATION.fullmatch(core) and not _HEDGE.fullmatch(core):
            lead = piece.rindex(core) if label else piece.index(core)
            start = line.span.start + at + lead
            named = (label.lastgroup or "") if label else ""
            yield _Part(Span(start, start + len(core)), core, named, (line.span.start, group))
        at = m.end() if m else stop
        group += 0 if m and m[0].strip() == "," else 1


def _balanced(text: str) -> str:
    """The text without a bracket at its edges that has no partner."""
    if text.count("(") > text.count(")") and text.rfind(" (") > 0:
        text = text[: text.rfind(" (")]  # the rest was cut off at a comma: "Museum (Ottawa, ON)"
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    if text.startswith(("(", ")")) and text.count("(") != text.count(")"):
        text = text[1:]
    if text.endswith(("(", ")")) and text.count("(") != text.count(")"):
        text = text[:-1]
    return text.strip()
