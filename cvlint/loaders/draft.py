"""A `Document` in the making: readers add stretches of text and close blocks; offsets keep themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from cvlint.model.document import Block, BlockKind, Document, Mark, Notice, Revision, Segment, Setting, Story
from cvlint.model.location import SourceRef

BULLET = re.compile(r"[ \t]*(?P<label>[•‣◦▪●○■□▸►➢➤✓✔–—*·\uf0b7\uf0a7-]|\d{1,2}[.)])[ \t\u00a0]+(?=\S)")
"""A bullet glyph or a number that somebody typed at the head of a line."""

LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
CONTROLS = dict.fromkeys([*range(9), *range(0x0E, 0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)], "\ufffd")
HARMLESS = {**CONTROLS, **LINE_ENDS}
SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def harmless(text: str) -> str:
    """`text` at the same length, its line ends as "\\n" and characters that steer a terminal as U+FFFD."""
    return text.translate(HARMLESS) if SUSPECT.search(text) else text


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text looks and what it links to; the fields are those of `Segment`."""

    marks: Mark = Mark.NONE
    language: str | None = None
    target: str | None = None
    font: str | None = None
    size: float | None = None
    colour: str | None = None

    def with_marks(self, marks: Mark) -> Look:
        """The same look with more marks."""
        return self if marks in self.marks else replace(self, marks=self.marks | marks)


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the layout the text goes that is added next; the fields are those of `Block`."""

    story: Story = Story.BODY
    table: int = 0
    row: int | None = None
    column: int | None = None


@dataclass
class Draft:
    """Collects the text of one document. Every paragraph ends with one line end; `segments` leave no gap."""

    place: Place = Place()
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    images: int = 0
    photos: int | None = None
    _text: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _start: int = 0

    def add(self, text: str, look: Look = PLAIN, source: SourceRef | None = None) -> None:
        """Append text to the open paragraph."""
        if not text:
            return
        text = harmless(text)
        start, end = self.length, self.length + len(text)
        self._open.append(text)
        self.length = end
        last = self.segments[-1] if self.segments else None
        if source is None and last is not None and last.source is None and same_look(last, look):
            self.segments[-1] = replace(last, end=end)
            return
        self.segments.append(
            Segment(start, end, look.marks, look.language, look.target, look.font, look.size, look.colour, source)
        )

    def note(self, marks: Mark) -> None:
        """Mark this place, where something stands that is no text."""
        self.segments.append(Segment(self.length, self.length, marks))

    @property
    def open_text(self) -> str:
        """What was added since the last block was closed."""
        return "".join(self._open)

    def close(
        self,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        level: int = 0,
        label: str = "",
        style: str | None = None,
        list_id: str | None = None,
        keep_blank: bool = False,
        setting: Setting | None = None,
    ) -> Block | None:
        """End the open paragraph with a line end; None, and no line unless `keep_blank`, where it holds no text.

        A bullet or number that was typed at its head becomes the label, and the paragraph a list item.
        """
        text = self.open_text
        body = text.strip()
        if not body:
            if text or keep_blank:
                self.add("\n")
                self._flush()
            return None
        start = self._start + len(text) - len(text.lstrip())
        end = self._start + len(text.rstrip())
        typed = BULLET.match(text)
        if typed and kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and not label:
            start, kind, label = self._start + typed.end(), BlockKind.LIST_ITEM, typed["label"]
        if kind is BlockKind.LIST_ITEM and list_id is None:
            list_id = self._typed_list(label, level)
        place = self.place
        block = Block(
            len(self.blocks), start, end, kind, place.story, level, label, style, None,
            place.table, place.row, place.column, list_id, setting,
        )  # fmt: skip
        self.blocks.append(block)
        self.add("\n")
        self._flush()
        return block

    def blank_line(self) -> None:
        """Leave one blank line, unless there is one or nothing stands before it."""
        if self._text and not self._text[-1].isspace():
            self.add("\n")
            self._flush()

    def _typed_list(self, label: str, level: int) -> str:
        """The list of the item before, where that one looks alike and stands in the same place; else a new one."""
        last = self.blocks[-1] if self.blocks else None
        if last is not None and last.kind is BlockKind.LIST_ITEM and last.list_id and last.list_id.startswith("typed-"):
            alike = last.label == label or (last.label[:1].isdigit() and label[:1].isdigit())
            here = (last.story, last.table, last.row, last.column)
            place = self.place
            if alike and here == (place.story, place.table, place.row, place.column):
                return last.list_id
        return f"typed-{len(self.blocks)}"

    def _flush(self) -> None:
        self._text.append(self.open_text)
        self._open.clear()
        self._start = self.length

    def document(self, path: str, format: str, size: int, **facts: object) -> Document:
        """The finished document; `facts` are further fields of `Document`."""
        if self._open:
            self.close()
        text = "".join(self._text)
        return Document(
            path=path,
            format=format,
            text=text,
            blocks=tuple(self.blocks),
            segments=tuple(self.segments),
            revisions=tuple(self.revisions),
            notices=tuple(self.notices),
            images=self.images,
            photos=self.photos,
            size=size,
            **facts,  # type: ignore[arg-type]
        )


def same_look(segment: Segment, look: Look) -> bool:
    """Whether a segment looks like `look`."""
    return (
        segment.marks is look.marks or segment.marks == look.marks
    ) and (segment.language, segment.target, segment.font, segment.size, segment.colour) == (
        look.language, look.target, look.font, look.size, look.colour
    )  # fmt: skip
