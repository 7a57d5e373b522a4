"""Plain text to a `Document`: the text itself, line ends as "\\n", cut into blocks."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from cvlint.loaders.draft import BULLET, harmless
from cvlint.loaders.errors import LoadError
from cvlint.model.document import Block, BlockKind, Document, Segment

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MOST_CHARACTERS = 600_000
"""About two hundred pages: far beyond any CV, and more than the readers that come after get through in a minute."""
LONG = 55
"""Characters from which on a line may have been wrapped."""
WIDEST = 100
"""Characters beyond which nobody wraps by hand: the writer's lines are paragraphs."""


def decode(path: str, data: bytes, declared: str | None = None) -> str:
    """The text of the bytes, line ends as "\\n": by its byte order mark, else UTF-8, UTF-16 or Windows-1252."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            break
    else:
        text = _unmarked(data, declared)
    if len(text) > MOST_CHARACTERS:
        raise LoadError(f"{path}: the file holds {len(text):,} characters, more than any CV; check the CV by itself.")
    return harmless(text.replace("\r\n", "\n").replace("\r", "\n"))


def _unmarked(data: bytes, declared: str | None) -> str:
    sample = data[:4000]
    if declared is None and len(sample) > 3 and sample.count(0) > len(sample) // 4:
        return data.decode("utf-16-be" if sample[0] == 0 else "utf-16-le", errors="replace")
    for encoding in ("utf-8", declared, "cp1252"):
        try:
            if encoding is not None:
                return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `start` and `end` without the blanks around, `width` with its indentation."""

    start: int
    end: int
    indent: int
    text: str
    label: str
    content: int  # where its text begins after a bullet
    after_blank: bool

    @property
    def width(self) -> int:
        """The length with indentation."""
        return self.indent + len(self.text)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    found: list[Line] = []
    at, blank = 0, True
    for raw in text.split("\n"):
        body = raw.strip()
        if body:
            indent = len(raw) - len(raw.lstrip())
            bullet = BULLET.match(raw)
            content = at + (bullet.end() if bullet else indent)
            label = bullet["label"] if bullet else ""
            found.append(Line(at + indent, at + len(raw.rstrip()), indent, body, label, content, blank))
        blank = not body
        at += len(raw) + 1
    return found


def wrap_width(lines: list[Line]) -> int:
    """The column at which the writer's editor wrapped lines; 0 where it did not."""
    widths = sorted((line.width for line in lines), reverse=True)
    if len(widths) < 3 or widths[0] > WIDEST or widths[0] < LONG:
        return 0
    return widths[0] if widths[2] >= widths[0] - 12 else 0


def continues(line: Line, before: Line, head: Line, width: int) -> bool:
    """Whether a line clearly goes on with the sentence of the line before, in a block that begins with `head`."""
    if line.after_blank or line.label:
        return False
    first = line.text.split(maxsplit=1)[0]
    lower = first[0].islower() or (first[0] in "(&" and len(line.text) > 1)
    hanging = bool(head.label) and head.indent < line.indent and before.width >= LONG - 15
    full = bool(width) and before.width + 1 + len(first) > width
    if before.text[-1] in ".!?:;|":
        return (hanging and bool(full)) or (lower and full)
    if lower:
        return before.width >= LONG or hanging or full or before.text[-1] in ",&-"
    return full and (hanging or line.indent == head.indent) and not first.isupper()


def read_text(path: str, data: bytes) -> Document:
    """Decode and split into blocks: at blank lines, bullets and line ends, save where a line was clearly wrapped."""
    if not data.strip():
        raise LoadError(f"{path}: the file is empty; save the CV again and check that copy.")
    text = decode(path, data)
    lines = lines_of(text)
    width = wrap_width(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and continues(line, groups[-1][-1], groups[-1][0], width):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks: list[Block] = []
    for group in groups:
        blocks.append(_block(blocks, group))
    segments = (Segment(0, len(text)),) if text else ()
    return Document(path=path, format="text", text=text, blocks=tuple(blocks), segments=segments, size=len(data))


def _block(blocks: list[Block], group: list[Line]) -> Block:
    head = group[0]
    list_id = None
    if head.label:
        last = blocks[-1] if blocks else None
        alike = last is not None and (last.label == head.label or (last.label[:1] + head.label[:1]).isdigit())
        list_id = last.list_id if last is not None and alike else f"typed-{len(blocks)}"
    return Block(
        index=len(blocks),
        start=head.content,
        end=group[-1].end,
        kind=BlockKind.LIST_ITEM if head.label else BlockKind.PARAGRAPH,
        level=min(head.indent // 2, 5) if head.label else 0,
        label=head.label,
        list_id=list_id,
    )
