"""Markdown to a `Document`: the source itself is the text; what is markup in it is marked, links know their target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cvlint.loaders.errors import LoadError
from cvlint.loaders.text import decode, read_text
from cvlint.model.document import Block, BlockKind, Document, Mark, Segment

if TYPE_CHECKING:
    from markdown_it.token import Token

MARKUP = Mark.SYMBOL | Mark.NO_PROOF
MOST_PARSED = 100_000
"""Characters up to which the syntax is looked at; what is longer is no CV and is read as plain text."""
FRONT = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
EMPHASIS = {"strong_open": Mark.BOLD, "em_open": Mark.ITALIC}
CLOSES = {"strong_close": Mark.BOLD, "em_close": Mark.ITALIC}


def read_markdown(path: str, data: bytes) -> Document:
    """The blocks of a Markdown file with offsets in its source; front matter and comments are in no block."""
    from markdown_it import MarkdownIt

    if not data.strip():
        raise LoadError(f"{path}: the file is empty; save the CV again and check that copy.")
    text = decode(path, data)
    if len(text) > MOST_PARSED:
        return read_text(path, data)
    front = FRONT.match(text)
    # Blanks in place of what is skipped keep all offsets.
    source = blank(text, front.end()) if front else text
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    reading = Source(source)
    reading.read(tokens)
    return Document(
        path=path,
        format="markdown",
        text=text,
        blocks=tuple(reading.blocks),
        segments=tuple(reading.tiles(text)),
        size=len(data),
        images=reading.images,
        properties=front_matter(front[0]) if front else {},
    )


def blank(text: str, end: int) -> str:
    """The text with its first `end` characters blanked, line ends kept."""
    return re.sub(r"[^\n]", " ", text[:end]) + text[end:]


def front_matter(text: str) -> dict[str, str]:
    """The plain values of front matter that say who wrote the file."""
    pairs = re.findall(r"^(title|author|lang|date):[ \t]*[\"']?(.+?)[\"']?[ \t]*$", text, re.MULTILINE)
    return dict(pairs)


@dataclass
class Source:
    """A Markdown source while its tokens are laid upon it."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    images: int = 0
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [0, *(m.end() for m in re.finditer("\n", self.text)), len(self.text) + 1]

    def read(self, tokens: Sequence[Token]) -> None:
        """Add the blocks of all tokens."""
        lists: list[tuple[str, str]] = []
        fresh_item = ""
        heading, table, row, column, at = 0, 0, -1, -1, 0
        for token in tokens:
            kind = token.type
            if kind in ("bullet_list_open", "ordered_list_open"):
                lists.append((f"list-{len(self.blocks)}-{len(lists)}", kind))
            elif kind in ("bullet_list_close", "ordered_list_close"):
                lists.pop()
            elif kind == "list_item_open":
                fresh_item = f"{token.info}{token.markup}" if token.info else token.markup or "-"
            elif kind == "list_item_close":
                fresh_item = ""
            elif kind == "heading_open":
                heading = int(token.tag[1])
            elif kind == "table_open":
                table, row = 1, -1
            elif kind == "table_close":
                table = 0
            elif kind == "tr_open":
                row, column = row + 1, -1
                at = self.starts[token.map[0]] if token.map else at
            elif kind in ("td_open", "th_open"):
                column += 1
            elif kind in ("fence", "code_block"):
                self._code(token)
            elif kind == "html_block":
                self._html(token)
            elif kind == "inline":
                first = at if table else self.starts[token.map[0]] if token.map else at
                block = BlockKind.HEADING if heading else BlockKind.LIST_ITEM if fresh_item else BlockKind.PARAGRAPH
                found = self._inline(token, first)
                if found is not None:
                    at = found[1]
                    self.blocks.append(
                        Block(
                            len(self.blocks), *found, block,
                            level=heading or max(0, len(lists) - 1) * bool(fresh_item),
                            label=fresh_item if not heading else "",
                            list_id=lists[-1][0] if fresh_item and lists and not heading else None,
                            table=table, row=row if table else None, column=column if table else None,
                        )
                    )  # fmt: skip
                heading, fresh_item = 0, ""

    def _code(self, token: Token) -> None:
        first, last = token.map or [0, 0]
        start, end = self.starts[first], max(self.starts[first], self.starts[last] - 1)
        if token.type == "fence":
            start = min(self.starts[first + 1], end)
            end = min(end, start + len(token.content.rstrip())) if "\t" not in token.content else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            self.blocks.append(Block(len(self.blocks), start, end, BlockKind.CODE))
            self.segments.append(Segment(start, end, Mark.NO_PROOF))

    def _html(self, token: Token) -> None:
        """A block of HTML: its tags are markup, what stands between them is text, comments are neither."""
        first, last = token.map or [0, 0]
        start, end = self.starts[first], min(self.starts[last], len(self.text))
        source = COMMENT.sub(lambda m: " " * len(m[0]), self.text[start:end])
        source = TAG.sub(lambda m: re.sub(r"[^\n]", "\0", m[0]), source)
        for run in re.finditer(r"[^\0\n]+", source):
            body = run[0].strip()
            if body:
                at = start + run.start() + len(run[0]) - len(run[0].lstrip())
                self.blocks.append(Block(len(self.blocks), at, at + len(body)))
                self.segments.append(Segment(at, at + len(body)))

    def _inline(self, token: Token, first: int) -> tuple[int, int] | None:
        """Lay the pieces of a paragraph upon the source; the range of its content, None where it has none."""
        lines = [line for line in token.content.split("\n") if line.strip()]
        if not lines:
            return None
        start = self.text.find(lines[0].strip(), first)
        at = start
        for line in lines:
            at = self.text.find(line.strip(), at)
            if at < 0:
                return None
            at += len(line.strip())
        end = at
        cursor, marks, targets = start, Mark.NONE, []
        for child in token.children or ():
            if child.type == "link_open":
                targets.append(str(child.attrs.get("href") or ""))
            elif child.type == "link_close" and targets:
                targets.pop()
            marks = (marks | EMPHASIS.get(child.type, Mark.NONE)) & ~CLOSES.get(child.type, Mark.NONE)
            self.images += child.type == "image"
            if child.type not in ("text", "code_inline") or not child.content:
                continue
            place = self._locate(child.content, cursor, end)
            if place is None:
                continue
            cursor = place[1]
            here = marks | (Mark.LINK if targets else Mark.NONE)
            here |= Mark.NO_PROOF if child.type == "code_inline" else Mark.NONE
            self.segments.append(Segment(*place, here, target=targets[-1] if targets else None))
        return start, end

    def _locate(self, content: str, start: int, end: int) -> tuple[int, int] | None:
        """Where a piece of text stands in the source, which may hold escapes that the piece has not."""
        at = self.text.find(content, start, end)
        if at >= 0:
            return at, at + len(content)
        if len(content) > 2_000:
            return None
        escaped = r"(?:\\)?".join(re.escape(c) if c != "&" else r"&(?:amp;)?" for c in content)
        found = re.compile(escaped).search(self.text, start, end)
        return found.span() if found else None

    def tiles(self, text: str) -> list[Segment]:
        """The segments with everything between them, so that they leave no gap; what they leave out is markup."""
        found: list[Segment] = []
        at = 0
        for segment in [*sorted(self.segments, key=lambda s: s.start), Segment(len(text), len(text))]:
            if segment.start > at:
                between = text[at : segment.start]
                found.append(Segment(at, segment.start, MARKUP if between.strip() else Mark.NONE))
            if segment.end > max(at, segment.start):
                found.append(segment)
            at = max(at, segment.end)
        return found
