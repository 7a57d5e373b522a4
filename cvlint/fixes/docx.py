"""A corrected copy of a DOCX: the words change, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cvlint.fixes.hunks import Hunk
from cvlint.fixes.parts import Parts, set_text
from cvlint.fixes.plan import Plan
from cvlint.model.document import Document, Mark, Segment
from cvlint.model.location import SourceRef, Span

REFUSED = (
    (Mark.PLACEHOLDER, "it stands in a placeholder that waits to be filled in"),
    (Mark.FIELD, "it stands in a field that Word computes"),
    (Mark.SYMBOL, "it stands in a symbol"),
)
ACROSS = "it runs across a tab, a line break or a symbol"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the text element `node` of `part` (and of its twins) that a hunk touches."""

    part: str
    node: int
    start: int
    end: int
    twins: tuple[SourceRef, ...] = ()


@dataclass
class DocxCopy:
    """A copy of a DOCX in the making. Refuses what it cannot write without changing anything else."""

    document: Document
    data: bytes

    def __post_init__(self) -> None:
        self.parts = Parts(self.document.path, self.data)

    def refusal(self, hunks: Sequence[Hunk]) -> str | None:
        """Why these changes cannot be made in a copy; None where they can."""
        return next((reason for hunk in hunks if (reason := self._refusal(hunk)) is not None), None)

    def _refusal(self, hunk: Hunk) -> str | None:
        if any(ord(c) < 32 or ord(c) == 127 for c in hunk.new):
            return "it needs a tab or a line break"
        segments = list(self.document.segments_in(Span(hunk.start, hunk.end)))
        if hunk.start == hunk.end:
            anchor = self.anchor(hunk.start)
            if anchor is None:
                return "there is no text to add it to"
            segments = [anchor[0]]
        marks = Mark.NONE
        for segment in segments:
            marks |= segment.marks
        for mark, reason in REFUSED:
            if mark & marks:
                return reason
        if any(s.source is None for s in segments):
            return ACROSS
        return self._unlike(list(self.pieces(hunk)), hunk)

    def _unlike(self, pieces: list[Piece], hunk: Hunk) -> str | None:
        """Why the elements of the file do not hold what was read from them, or belong to no one paragraph."""
        if len({p.part for p in pieces}) != 1:
            return "it runs across parts of the file"
        part = self.parts[pieces[0].part]
        if any(p.node >= len(part.texts) for p in pieces):
            return "its place in the file was not found again"
        texts = [part.texts[p.node] for p in pieces]
        paragraphs = {next(t.iterancestors(part.w("p")), None) for t in texts}
        if len(paragraphs) != 1:
            return "it runs across paragraphs"
        found = "".join((t.text or "")[p.start : p.end] for t, p in zip(texts, pieces, strict=True))
        wanted = self.document.text[hunk.start : hunk.end]
        if len(found) != len(wanted) or any(a != b for a, b in zip(found, wanted, strict=True) if a.isprintable()):
            return "its place in the file was not found again"
        return None

    def anchor(self, at: int) -> tuple[Segment, int] | None:
        """The segment that takes an insertion, and the offset in its element: that of the character before, or after.

        Before a word the character after is taken, so that text that is put in front of it looks like it.
        """
        text, document = self.document.text, self.document
        before = next(document.segments_in(Span(at - 1, at)), None) if at else None
        after = next(document.segments_in(Span(at, at + 1)), None)
        block = document.block_at(at)
        low, high = (block.start, block.end) if block else (0, len(text))
        choices: list[tuple[Segment, int]] = []
        if before is not None and before.source is not None and at > low:
            choices.append((before, before.source.offset + at - before.start))
        if after is not None and after.source is not None and at < high:
            choices.append((after, after.source.offset + at - after.start))
        if len(choices) == 2 and text[at - 1].isspace():
            choices.reverse()
        return choices[0] if choices else None

    def pieces(self, hunk: Hunk) -> Iterator[Piece]:
        """Where in the file the old text of a hunk stands, in order; one empty piece for an insertion."""
        if hunk.start == hunk.end:
            anchor = self.anchor(hunk.start)
            if anchor is not None and anchor[0].source is not None:
                place, at = anchor[0].source, anchor[1]
                yield Piece(place.part, place.node, at, at, place.twins)
            return
        last: Piece | None = None
        for segment in self.document.segments_in(Span(hunk.start, hunk.end)):
            source = segment.source
            if source is None:
                continue
            start = source.offset + max(hunk.start, segment.start) - segment.start
            end = source.offset + min(hunk.end, segment.end) - segment.start
            if last is not None and (last.part, last.node, last.end) == (source.part, source.node, start):
                last = Piece(last.part, last.node, last.start, end, last.twins)
                continue
            if last is not None:
                yield last
            last = Piece(source.part, source.node, start, end, source.twins)
        if last is not None:
            yield last

    def write(self, plan: Plan) -> bytes:
        """The copy. The new text goes to the run of the first changed character; all else is as it was."""
        for edit in reversed(plan.edits):
            for hunk in reversed(edit.hunks(self.document.text)):
                for i, piece in reversed(list(enumerate(self.pieces(hunk)))):
                    part = self.parts.touch(piece.part)
                    for node in (piece.node, *(t.node for t in piece.twins)):
                        _replace(part.texts[node], piece, hunk.new if i == 0 else "")
        return self.parts.written()


def _replace(el: Any, piece: Piece, new: str) -> None:
    text = el.text or ""
    set_text(el, text[: piece.start] + new + text[piece.end :])
