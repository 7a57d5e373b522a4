"""Places in a document's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in `Document.text`: `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of `text` at this range."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where characters stand in the file they came from, so that a fix can find them again.

    `part` is the package part (`word/document.xml`), `node` the ordinal of the text element within that part
    in document order, `offset` the index of the first character inside the element's text. `twins` are other
    places that hold the same characters (the fallback copy of a text box) and must be changed along with it.
    """

    part: str
    node: int
    offset: int = 0
    twins: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points from the top left corner: x0 < x1, top < bottom. `page` counts from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """The smallest box around both; both must be on the same page."""
        return Box(
            self.page,
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )
