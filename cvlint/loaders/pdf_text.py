"""Blocks of a PDF to the text of a `Document`, with a box and a look for every character."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from cvlint.loaders.pdf_blocks import Part
from cvlint.loaders.pdf_columns import Line
from cvlint.loaders.pdf_glyphs import Glyphs
from cvlint.loaders.pdf_lines import Word
from cvlint.model.document import Block, BlockKind, Mark, Segment

TAB = 2.0  # em: a wider blank within a line is written as a tab
Key: TypeAlias = tuple[int, int, str | None, Mark]  # page, look, link, what the writing added
NOTHING = (math.nan,) * 4


@dataclass(slots=True)
class Writing:
    """The text as it grows: characters, the glyph behind each (page index, glyph index; -1 for none), marks."""

    known: Callable[[str], bool]
    own: frozenset[str] = frozenset()  # words that the file has elsewhere
    chars: list[str] = field(default_factory=list)
    glyph: list[tuple[int, int]] = field(default_factory=list)
    extra: list[Mark] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    joined: int = 0

    def put(self, text: str, page: int = -1, glyph: int = -1, extra: Mark = Mark.NONE) -> None:
        """Append characters that share one glyph, or none."""
        for char in text:
            self.chars.append(char)
            self.glyph.append((page, glyph))
            self.extra.append(extra)


def write_part(out: Writing, page: Glyphs, at: int, part: Part) -> None:
    """Append a block: its lines, words joined over a line end where a dictionary knows the whole."""
    if out.chars:
        last = out.blocks[-1] if out.blocks else None
        same = last is not None and part.list_id is not None and last.list_id == part.list_id
        out.put("\n" if same else "\n\n")
    skip = 1 if part.written else 0
    start = len(out.chars)
    if part.written:
        word = part.lines[0].stretches[0].words[0]
        _put_word(out, page, at, word, len(word.glyphs))
        out.put(" ")
        start = len(out.chars)
    lines = part.lines
    taken = 0  # words of the next line already written at the end of this one
    for k, line in enumerate(lines):
        words = _spaced(line, skip if k == 0 else 0)
        if k and not (taken and taken >= len(words)):
            out.put("\n")
        following = lines[k + 1] if k + 1 < len(lines) else None
        words, taken = words[taken:], 0
        for n, (gap, word) in enumerate(words):
            if n:
                out.put(gap)
            broken = following is not None and n == len(words) - 1 and _broken(out, part, line, word, following)
            if broken and following is not None:
                head = following.stretches[0].words[0]
                hyphen = word.text[-1] in "-‐"
                if hyphen:
                    _take_in(page, word.glyphs[-2], word.glyphs[-1])
                _put_word(out, page, at, word, len(word.glyphs) - hyphen, Mark.JOINED)
                _put_word(out, page, at, head, len(head.glyphs), Mark.JOINED)
                out.joined += 1
                taken = 1
            else:
                _put_word(out, page, at, word, len(word.glyphs))
    out.blocks.append(
        Block(
            index=len(out.blocks),
            start=start,
            end=len(out.chars),
            kind=part.kind,
            story=part.story,
            level=part.level,
            label=part.label,
            page=part.page,
            list_id=part.list_id if part.kind is BlockKind.LIST_ITEM else None,
        )
    )


def _spaced(line: Line, skip: int) -> list[tuple[str, Word]]:
    """A line's words, each with the blank that stands before it."""
    found: list[tuple[str, Word]] = []
    for stretch in line.stretches:
        for word in stretch.words:
            if found:
                last = found[-1][1]
                wide = word is stretch.words[0] and word.x0 - last.x1 > TAB * max(last.size, word.size)
                found.append(("\t" if wide else " ", word))
            elif skip:
                skip -= 1
            else:
                found.append(("", word))
    return found


def _take_in(page: Glyphs, glyph: int, hyphen: int) -> None:
    """Let a letter's box hold the hyphen after it too, which is no part of the text but is seen as part of the word."""
    page.x0[glyph], page.top[glyph] = min(page.x0[glyph], page.x0[hyphen]), min(page.top[glyph], page.top[hyphen])
    page.x1[glyph], page.bottom[glyph] = (
        max(page.x1[glyph], page.x1[hyphen]),
        max(page.bottom[glyph], page.bottom[hyphen]),
    )


def _put_word(out: Writing, page: Glyphs, at: int, word: Word, count: int, extra: Mark = Mark.NONE) -> None:
    glyphs = word.glyphs if count == len(word.glyphs) else word.glyphs[:count]
    chars = [page.text[g] for g in glyphs]
    if len("".join(chars)) == len(chars) and not any("\ue000" <= c <= "\uf8ff" for c in chars):
        out.chars += chars
        out.glyph += [(at, g) for g in glyphs]
        out.extra += [extra] * len(chars)
        return
    for glyph, char in zip(glyphs, chars, strict=True):
        out.put(char if not "\ue000" <= char <= "\uf8ff" else "•", at, glyph, extra)


def _broken(out: Writing, part: Part, line: Line, word: Word, following: Line) -> bool:
    """Whether a line end only breaks the word, at a hyphen or at the edge of a cell that is too narrow for it."""
    if _joins(out, part, line, word, following):
        return True
    tail = following.stretches[0].words[0].text
    whole = word.text + tail
    if word.text != line.text or len(word.text) < 5 or not whole.isalpha() or not (whole.isupper() or tail.islower()):
        return False
    return out.known(whole.lower()) and not out.known(word.text.lower()) and not out.known(tail.lower())


def _joins(out: Writing, part: Part, line: Line, word: Word, following: Line) -> bool:
    """Whether a hyphen at a line end only breaks the word: the line is full and a dictionary knows the whole."""
    if len(word.text) < 3 or word.text[-1] not in "-‐" or line.x1 < part.right - 1.5 * word.size:
        return False
    tail = following.stretches[0].words[0].text
    core = tail.rstrip(".,;:!?)”’\"'")
    head = word.text[:-1].lstrip("(“‘\"'")
    if not (head.isalpha() and core.isalpha() and core.islower()):
        return False
    whole = (head + core).lower()
    return whole in out.own or out.known(whole)


def segments(out: Writing, pages: list[Glyphs]) -> tuple[Segment, ...]:
    """Stretches of one look. Blanks go with what they stand between."""
    found: list[Segment] = []
    start = last = 0
    key: Key | None = None
    for i, (page, glyph) in enumerate(out.glyph):
        if glyph < 0:
            continue
        here = (page, pages[page].look[glyph], _target(pages[page], glyph) if pages[page].links else None, out.extra[i])
        if here != key:
            if key is not None:
                found.append(_segment(pages, start, last, key))
            start, key = i, here
        last = i + 1
    if key is not None:
        found.append(_segment(pages, start, len(out.chars), key))
    return tuple(found)


def _segment(pages: list[Glyphs], start: int, end: int, key: Key) -> Segment:
    page, at, link, extra = key
    look = pages[page].looks[at]
    marks = look.marks | extra | (Mark.LINK if link else Mark.NONE)
    return Segment(start, end, marks, target=link, font=look.font or None, size=look.size, colour=look.colour)


def _target(page: Glyphs, glyph: int) -> str | None:
    """The address of the link whose area holds the middle of a character."""
    if not page.links:
        return None
    x, y = (page.x0[glyph] + page.x1[glyph]) / 2, (page.top[glyph] + page.bottom[glyph]) / 2
    for x0, top, x1, bottom, target in page.links:
        if x0 - 0.5 <= x <= x1 + 0.5 and top - 0.5 <= y <= bottom + 0.5:
            return target
    return None


def boxes(out: Writing, pages: list[Glyphs]) -> array[float]:
    """Four floats for every character: left, top, right, bottom; NaN where it has no glyph."""
    flat: list[float] = []
    for page, glyph in out.glyph:
        if glyph < 0:
            flat += NOTHING
        else:
            p = pages[page]
            flat += (p.x0[glyph], p.top[glyph], p.x1[glyph], p.bottom[glyph])
    return array("f", flat)
