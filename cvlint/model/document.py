"""A CV or an ad as it was read: text, its blocks, and what is known of every stretch of it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Flag, StrEnum, auto
from functools import cached_property

from cvlint.model.location import Box, SourceRef, Span


class BlockKind(StrEnum):
    """What a block is in the layout of the document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    CODE = "code"


class Story(StrEnum):
    """The part of the document a block stands in."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text-box"


class Mark(Flag):
    """What is special about a stretch of text."""

    NONE = 0
    BOLD = auto()
    ITALIC = auto()
    UNDERLINE = auto()
    CAPS = auto()  # shown in capitals by style; the text keeps its own case
    LINK = auto()
    FIELD = auto()
    PLACEHOLDER = auto()  # an unfilled content control
    INSERTED = auto()  # a tracked insertion
    HIDDEN = auto()  # the hidden attribute, or invisible render mode
    WHITE = auto()  # the colour of what lies behind it
    TINY = auto()  # too small to be read
    OFF_PAGE = auto()
    ROTATED = auto()
    ICON = auto()  # a pictogram that stands for a word
    NO_PROOF = auto()
    SYMBOL = auto()
    JOINED = auto()  # a word put together over a line end

    @property
    def unseen(self) -> bool:
        """Whether a reader of the page does not see this text."""
        return bool(self.value & UNSEEN)


UNSEEN = (Mark.HIDDEN | Mark.WHITE | Mark.TINY | Mark.OFF_PAGE).value
"""The bits of the marks that hide a text."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of `Document.text` with one look and one source. Sizes are points, colours `RRGGBB`.

    `source` is None where the characters stand in no text element (line ends, symbols).
    """

    start: int
    end: int
    marks: Mark = Mark.NONE
    language: str | None = None
    target: str | None = None  # of a link
    font: str | None = None
    size: float | None = None
    colour: str | None = None
    source: SourceRef | None = None

    @property
    def span(self) -> Span:
        """The range of this segment."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set, in points: indent from the left, space above and below, lines as a multiple or points.

    `align` is left, right, center or both; `tabs` are its tab stops, each with its place and its kind.
    """

    align: str = "left"
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    tabs: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item: `Document.text[start:end]`, without its bullet or number.

    A block of a hard-wrapped or PDF document may hold line ends; `Document.flat(block)` shows them as blanks.
    `label` is the bullet glyph or list number, computed where the file does not spell it out. `table` is the depth
    of table nesting, `row` and `column` the cell counted from 0 within the innermost table, `page` counts from 1.
    `level` is the heading level (1-6) or list depth (0...).
    """

    index: int
    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    story: Story = Story.BODY
    level: int = 0
    label: str = ""
    style: str | None = None
    page: int | None = None
    table: int = 0
    row: int | None = None
    column: int | None = None
    list_id: str | None = None  # list items of one list share it
    setting: Setting | None = None  # where the format tells it

    @property
    def span(self) -> Span:
        """The range of this block."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was not checked, and why. `code` is a kebab-case key."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change or a comment left in the file. `kind` is insertion, deletion, move or comment.

    `at` is the offset in `Document.text` where it stands; `text` is what was inserted, deleted or remarked.
    """

    kind: str
    text: str
    author: str | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size in points, and what two independent programs read on it (empty where there is one reading)."""

    number: int
    width: float
    height: float
    start: int
    end: int
    second_reading: str = ""
    images: int = 0
    rotation: int = 0
    scanned: bool = False  # a picture that holds the text, which no program reads


@dataclass(frozen=True)
class Document:
    """What was read of one file. All offsets count code points in `text`, which `cvlint text` prints.

    `boxes` holds four floats for each character of `text` (x0, top, x1, bottom in points; NaN where a character
    has no glyph), or is empty. `properties` are the metadata under their plain names (title, author, ...).
    `flags` are facts of the file as a whole (`encrypted`, `macros`, `ocr-layer`, ...).
    """

    path: str
    format: str
    text: str
    blocks: tuple[Block, ...] = ()
    segments: tuple[Segment, ...] = ()
    pages: tuple[Page, ...] = ()
    revisions: tuple[Revision, ...] = ()
    notices: tuple[Notice, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    language: str | None = None
    boxes: array[float] = field(default_factory=lambda: array("f"))
    size: int = 0  # bytes of the file
    images: int = 0
    photos: int | None = None  # images of the size and shape of a person's photo; None where the format tells neither

    def flat(self, block: Block) -> str:
        """The block's text with line ends shown as blanks: same length, so offsets stay true."""
        return self.text[block.start : block.end].replace("\n", " ")

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of the first character of each line of `text`."""
        return [0, *(i + 1 for i, c in enumerate(self.text) if c == "\n")]

    def line_at(self, offset: int) -> int:
        """The line number, from 1, of an offset."""
        return bisect_right(self.line_starts, offset)

    def line_span(self, line: int) -> Span:
        """The range of a line (counted from 1) without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return Span(start, end)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.start for b in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset, or the nearest one before it."""
        i = bisect_right(self._block_starts, offset) - 1
        return self.blocks[i] if i >= 0 else None

    @cached_property
    def _segment_starts(self) -> list[int]:
        return [s.start for s in self.segments]

    def segments_in(self, span: Span) -> Iterator[Segment]:
        """The segments that overlap a range, in order."""
        i = max(0, bisect_right(self._segment_starts, span.start) - 1)
        while i < len(self.segments) and self.segments[i].start < span.end:
            if self.segments[i].end > span.start:
                yield self.segments[i]
            i += 1

    def marks_in(self, span: Span) -> Mark:
        """Every mark that some character of the range carries."""
        bits = 0
        for segment in self.segments_in(span):
            bits |= segment.marks.value
        return Mark(bits)

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, that holds an offset; None where the format has no pages."""
        for page in self.pages:
            if page.start <= offset < page.end:
                return page.number
        block = self.block_at(offset)
        return block.page if block else None

    def box(self, span: Span) -> Box | None:
        """The smallest box around the glyphs of a range on its first page, or None without glyphs."""
        if not self.boxes:
            return None
        page = self.page_at(span.start)
        found: Box | None = None
        for i in range(span.start, min(span.end, len(self.text))):
            x0, top, x1, bottom = self.boxes[4 * i : 4 * i + 4]
            if x0 == x0 and self.page_at(i) == page:  # NaN is unequal to itself
                here = Box(page or 1, x0, top, x1, bottom)
                found = here if found is None else found.union(here)
        return found
