"""Where the words of one document stand on the pages of another that says the same: a DOCX and the PDF made of it."""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass, replace
from functools import cached_property
from math import nan

from cvlint.model.document import Document
from cvlint.model.location import Box, Span
from cvlint.model.report import FileReport

LEAST = 3
AROUND = 24


@dataclass(frozen=True)
class Squeezed:
    """A text without its blanks, in a form in which equal letters are equal; `at` gives each one's old offset."""

    text: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int = 0, end: int | None = None) -> Squeezed:
        """The squeezed form of a stretch of a text."""
        letters, places = [], []
        for i in range(start, len(text) if end is None else end):
            for c in unicodedata.normalize("NFKC", text[i]).casefold():
                if not c.isspace() and c != "\u00ad":
                    letters.append({"‐": "-", "‑": "-", "’": "'", "‘": "'"}.get(c, c))
                    places.append(i)
        return cls("".join(letters), tuple(places))


@dataclass(frozen=True)
class Alignment:
    """Finds stretches of `source` on the pages of `shown`."""

    source: Document
    shown: Document

    @cached_property
    def _page_text(self) -> Squeezed:
        return Squeezed.of(self.shown.text)

    @cached_property
    def _blocks(self) -> dict[int, tuple[int, Squeezed]]:
        """For each block of the source, where it begins in the squeezed text of the pages; each place is used once."""
        found: dict[int, tuple[int, Squeezed]] = {}
        used: dict[str, int] = {}
        for block in self.source.blocks:
            squeezed = Squeezed.of(self.source.text, block.start, block.end)
            if len(squeezed.text) < LEAST:
                continue
            start = self._page_text.text.find(squeezed.text, used.get(squeezed.text, 0))
            if start >= 0:
                used[squeezed.text] = start + 1
                found[block.index] = (start, squeezed)
        return found

    def span(self, span: Span) -> Span | None:
        """The range of `shown` that says what a range of `source` says; None where it was not found."""
        block = self.source.block_at(span.start)
        if block is None or span.start == span.end:
            return None
        if block.index in self._blocks:
            start, squeezed = self._blocks[block.index]
            inside = [i for i, at in enumerate(squeezed.at) if span.start <= at < span.end]
            if inside:
                return self._back(start + inside[0], start + inside[-1] + 1)
        return self._by_context(span)

    def _by_context(self, span: Span) -> Span | None:
        """The place told by the letters around it, where those stand on the pages just once."""
        words = Squeezed.of(self.source.text, span.start, span.end).text
        if not words:
            return None
        before = Squeezed.of(self.source.text, max(0, span.start - AROUND), span.start).text
        after = Squeezed.of(self.source.text, span.end, min(len(self.source.text), span.end + AROUND)).text
        for lead, trail in ((before, after), (before[-8:], after[:8]), (before[-8:], ""), ("", after[:8]), ("", "")):
            wanted = lead + words + trail
            if len(wanted) >= LEAST and self._page_text.text.count(wanted) == 1:
                start = self._page_text.text.index(wanted) + len(lead)
                return self._back(start, start + len(words))
        return None

    def _back(self, start: int, end: int) -> Span:
        at = self._page_text.at
        return Span(at[start], at[end - 1] + 1)

    def boxes(self) -> tuple[array[float], dict[int, int]]:
        """The boxes of the source's characters, as `Document.boxes` holds them, and the page of each block by index.

        A block that runs over a page end has boxes on the page where it begins.
        """
        boxes = array("f", [nan]) * (4 * len(self.source.text))
        pages: dict[int, int] = {}
        for index, (start, squeezed) in self._blocks.items():
            for i, at in enumerate(squeezed.at):
                there = self._page_text.at[start + i]
                page = self.shown.page_at(there) or 1
                if pages.setdefault(index, page) == page:
                    boxes[4 * at : 4 * at + 4] = self.shown.boxes[4 * there : 4 * there + 4]
        return boxes, pages

    def box(self, span: Span) -> Box | None:
        """The box around a range of the source on the page where it is shown."""
        there = self.span(span)
        return self.shown.box(there) if there is not None else None


def placed(file: FileReport, shown: Document) -> FileReport:
    """The report with every box and page that its words have in `shown`, which is another form of the same document."""
    source = file.document
    if source is None:
        return file
    alignment = Alignment(source, shown)
    boxes, pages = alignment.boxes()
    blocks = tuple(replace(b, page=pages.get(b.index, b.page)) for b in source.blocks)
    findings = []
    for finding in file.findings:
        box = alignment.box(finding.span)
        findings.append(replace(finding, box=box, page=box.page) if box is not None else finding)
    document = replace(source, boxes=boxes, blocks=blocks)
    return replace(file, findings=tuple(findings), document=document, pages=len(shown.pages) or None)
