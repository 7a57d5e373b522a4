"""Lists of bullets, and the entries of skills sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvlint.model.document import Block, BlockKind, Document, Story
from cvlint.model.location import Span
from cvlint.resume.facts import Section, SectionKind, Skill

_SPLIT = re.compile(r"[,;|•·▪●\t\n]|\s{3,}|\s[–—]\s|\s\*\s|(?<=\w)\.(?=\s|$)")
_LABEL = re.compile(r"^[A-Z][\w &/,+()'-]{1,40}:\s*")
_AND = re.compile(r"^(?:and|&)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*\((?:\d+\+?\s*(?:years?|yrs)|[^()]*(?:level|proficient|basic|intermediate|advanced|expert)[^()]*)\)?$",
    re.I,
)


def find_bullets(document: Document) -> tuple[tuple[Block, ...], tuple[tuple[Block, ...], ...]]:
    """All list items of the body, and the same grouped by list: neighbours of one depth and one kind of label."""
    bullets = tuple(
        b for b in document.blocks if b.kind is BlockKind.LIST_ITEM and b.story in (Story.BODY, Story.TEXT_BOX)
    )
    open_lists: dict[int, list[Block]] = {}
    done: list[list[Block]] = []
    last: Block | None = None
    for block in bullets:
        adjacent = last is not None and block.index - last.index == 1
        if not adjacent:
            open_lists = {}
        for level in [k for k in open_lists if k > block.level]:
            del open_lists[level]
        group = open_lists.get(block.level)
        if group is None or group[-1].list_id != block.list_id or group[-1].row != block.row:
            group = open_lists[block.level] = []
            done.append(group)
        group.append(block)
        last = block
    return bullets, tuple(tuple(group) for group in done)


def find_skills(document: Document, sections: Sequence[Section]) -> tuple[Skill, ...]:
    """The entries of all skills sections; sentences are no entries."""
    return tuple(
        skill
        for section in sections
        if section.kind is SectionKind.SKILLS
        for block in section.blocks
        for skill in _entries(document.text, block)
    )


def _entries(text: str, block: Block) -> Iterator[Skill]:
    body = text[block.start : block.end]
    at = 0
    depth_safe = re.sub(r"\([^()]*\)", lambda m: "x" * len(m[0]), body)
    for m in [*_SPLIT.finditer(depth_safe), None]:
        stop = m.start() if m else len(body)
        skill = _entry(body[at:stop], block.start + at)
        if skill:
            yield skill
        at = m.end() if m else stop


def _entry(piece: str, start: int) -> Skill | None:
    for pattern in (_LABEL, _AND):
        lead = len(piece) - len(piece.lstrip())
        m = pattern.match(piece.lstrip())
        if m:
            start, piece = start + lead + m.end(), piece.lstrip()[m.end() :]
    core = _TAIL.sub("", piece.strip(" \t.:–—-*"))
    if not core or len(core) > 60 or not 1 <= len(core.split()) <= 6 or not any(c.isalpha() for c in core):
        return None
    at = start + piece.index(core)
    return Skill(Span(at, at + len(core)), core)
