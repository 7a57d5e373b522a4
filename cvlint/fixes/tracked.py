"""A copy of a DOCX with its corrections as tracked changes, which Word accepts or rejects one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cvlint.fixes.docx import DocxCopy, Piece
from cvlint.fixes.hunks import Hunk
from cvlint.fixes.parts import Part, set_text
from cvlint.fixes.plan import Plan
from cvlint.fixes.runs import alone, cut, like, run_of
from cvlint.model.document import Mark
from cvlint.model.location import Span

AUTHOR = "cvlint"
JOINERS = "'’-\u2011"


@dataclass
class TrackedCopy(DocxCopy):
    """As `DocxCopy`, but every change is a deletion and an insertion of whole words, by `AUTHOR` at `when` (UTC)."""

    when: datetime = field(kw_only=True)

    def _refusal(self, hunk: Hunk) -> str | None:
        wide = self.widened(hunk)
        reason = super()._refusal(wide)
        if reason is not None:
            return reason
        if Mark.INSERTED in self.document.marks_in(Span(wide.start, max(wide.end, wide.start + 1))):
            return "it stands in a tracked insertion, which comes first: accept or reject that"
        for piece in self.pieces(wide):
            part = self.parts[piece.part]
            if any(run_of(part, part.texts[n]) is None for n in (piece.node, *(t.node for t in piece.twins))):
                return "its place in the file cannot hold a tracked change"
        return None

    def widened(self, hunk: Hunk) -> Hunk:
        """The hunk with the rest of the words it begins and ends in, where those can be written too."""
        text, start, end, new = self.document.text, hunk.start, hunk.end, hunk.new
        while start and _joined(text[start - 1], text[start:end] or new) and self._plain(start - 1):
            start -= 1
        lead = text[start : hunk.start]
        while end < len(text) and _joined(text[end], text[start:end][::-1] or new[::-1]) and self._plain(end):
            end += 1
        return Hunk(start, end, lead + new + text[hunk.end : end])

    def _plain(self, at: int) -> bool:
        segment = next(self.document.segments_in(Span(at, at + 1)), None)
        special = Mark.FIELD | Mark.PLACEHOLDER | Mark.SYMBOL | Mark.INSERTED
        return segment is not None and segment.source is not None and not segment.marks & special

    def write(self, plan: Plan) -> bytes:
        """The copy with its changes tracked, each under an id of its own."""
        text = self.document.text
        narrow = merged((h for e in plan.edits for h in e.hunks(text, whole_words=True)), text)
        changes = [self.widened(hunk) for hunk in narrow]
        pieces = [list(self.pieces(hunk)) for hunk in changes]
        for piece in (p for group in pieces for p in group):
            self.parts.touch(piece.part)
        self._id = max(self.parts.all_ids(), default=0)
        for hunk, group in reversed(list(zip(changes, pieces, strict=True))):
            part = self.parts.touch(group[0].part)
            self._change(part, group, [p.node for p in group], hunk.new)
            for which in range(min(len(p.twins) for p in group)):
                self._change(part, group, [p.twins[which].node for p in group], hunk.new)
        return self.parts.written()

    def _change(self, part: Part, group: Sequence[Piece], nodes: Sequence[int], new: str) -> None:
        """Mark the old text of one place as deleted, and put the new one behind it."""
        first: Any = None
        last: Any = None
        for piece, node in reversed(list(zip(group, nodes, strict=True))):
            text = part.texts[node]
            if piece.start == piece.end:
                self._insert(part, text, piece.start, new)
                return
            run = alone(part, text, piece.start, piece.end)
            deletion = self._marked(part, "del")
            run.addprevious(deletion)
            deletion.append(run)
            for el in run.iterfind(part.w("t")):
                el.tag = part.w("delText")
                set_text(el, el.text or "")
            first, last = deletion, deletion if last is None else last
        if new:
            insertion = self._marked(part, "ins")
            insertion.append(_worded(part, first[0], new))
            # Behind all that is deleted, but not into a link or a content control that only ends in it.
            (last if last.getparent() is first.getparent() else first).addnext(insertion)

    def _insert(self, part: Part, text: Any, at: int, new: str) -> None:
        run = text.getparent()
        right = cut(part, text, at)
        insertion = self._marked(part, "ins")
        insertion.append(_worded(part, run, new))
        if right is not None and right is run:
            right.addprevious(insertion)
        else:
            run.addnext(insertion)

    def _marked(self, part: Part, kind: str) -> Any:
        from lxml import etree

        self._id += 1
        made = etree.Element(part.w(kind), nsmap={"w": part.namespace})
        made.set(part.w("id"), str(self._id))
        made.set(part.w("author"), AUTHOR)
        made.set(part.w("date"), self.when.strftime("%Y-%m-%dT%H:%M:%SZ"))
        return made


def _worded(part: Part, run: Any, new: str) -> Any:
    """A run that looks like another and says something new."""
    from lxml import etree

    made = like(part, run)
    set_text(etree.SubElement(made, part.w("t")), new)
    return made


def _joined(near: str, edge: str) -> bool:
    """Whether a character outside a change belongs to the word at its edge."""
    return bool(edge) and (near.isalnum() or near in JOINERS) and (edge[0].isalnum() or edge[0] in JOINERS)


def merged(hunks: Iterable[Hunk], text: str) -> Iterator[Hunk]:
    """The hunks in order, those that touch one word made one change."""
    last: Hunk | None = None
    for hunk in hunks:
        between = text[last.end : hunk.start] if last is not None else ""
        if last is not None and all(c.isalnum() or c in JOINERS for c in between):
            last = Hunk(last.start, hunk.end, last.new + between + hunk.new)
            continue
        if last is not None:
            yield last
        last = hunk
    if last is not None:
        yield last
