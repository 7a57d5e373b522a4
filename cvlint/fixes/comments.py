"""A copy of a DOCX with a Word comment on the exact words of each finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from cvlint.fixes.comment_part import CommentPart
from cvlint.fixes.controls import outside, words_between
from cvlint.fixes.errors import FixError
from cvlint.fixes.parts import Part, Parts
from cvlint.fixes.remarks import remark
from cvlint.fixes.runs import Fragments, run_of
from cvlint.loaders.docx import main_part
from cvlint.model.document import Document, Story
from cvlint.model.finding import Finding
from cvlint.model.location import Span

WHERE = {
    Story.HEADER: "In the header",
    Story.FOOTER: "In the footer",
    Story.FOOTNOTE: "In a footnote",
    Story.ENDNOTE: "In an endnote",
    Story.TEXT_BOX: "In a text box",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A text element of the main part by its number, a range of its characters, and where they begin in the text."""

    node: int
    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where the comment on a finding stands.

    `exact`: on its words; else on the paragraph or control around them. `allowed`: Word has comments where they stand.
    """

    finding: Finding
    exact: bool
    words: str
    comment: int
    allowed: bool = True


@dataclass
class CommentedCopy:
    """A copy of a DOCX that was read from `data`, with comments by cvlint of the moment `when` (UTC)."""

    document: Document
    data: bytes
    when: datetime
    anchored: list[Anchored] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = Parts(self.document.path, self.data)
        self.name = main_part(self.parts.package)
        self.part: Part = self.parts[self.name]
        self.comments = CommentPart(self.parts, self.name, self.part.namespace)
        self.fragments = Fragments(self.part)

    def write(self, findings: Sequence[Finding]) -> bytes:
        """The copy's bytes; `anchored` then says where each comment stands. Raises `FixError` without a paragraph."""
        w = self.part.w
        if self.part.root.find(f"{w('body')}//{w('p')}") is None:
            raise FixError(f"{self.document.path}: the file has no paragraph that could hold a comment.")
        self.parts.touch(self.name)
        for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
            self._comment(finding)
        if self.anchored:
            self.comments.store()
        return self.parts.written()

    def _comment(self, finding: Finding) -> None:
        places = list(self._places(finding))
        held = [p for p in places if self._holds_comments(self._text(p))]
        if not held:
            self._on_paragraph(finding, self._host(finding, [self._text(p) for p in places]))
            return
        container = self._container(held[0])
        self._around(finding, [p for p in held if self._container(p) is container])

    def _text(self, place: Place) -> Any:
        return self.part.texts[place.node]

    def _container(self, place: Place) -> Any:
        """The table cell or the body that a place stands in: a range that leaves a cell would be broken."""
        return next(self._text(place).iterancestors(self.part.w("tc"), self.part.w("body")), None)

    def _places(self, finding: Finding) -> Iterator[Place]:
        """The text elements of the main part that hold a finding's words, with the range in each."""
        span = finding.span
        if span.start == span.end:
            return
        for segment in self.document.segments_in(span):
            source = segment.source
            if source is None or source.part != self.name or source.node >= len(self.part.texts):
                continue
            start = source.offset + max(span.start, segment.start) - segment.start
            end = source.offset + min(span.end, segment.end) - segment.start
            if start < end and run_of(self.part, self.part.texts[source.node]) is not None:
                yield Place(source.node, start, end, max(span.start, segment.start))

    def _holds_comments(self, text: Any) -> bool:
        """Whether Word shows comments here: in the body and its tables, not in text boxes."""
        w = self.part.w
        return next(text.iterancestors(w("txbxContent")), None) is None

    def _around(self, finding: Finding, places: Sequence[Place]) -> None:
        """Put the range markers tightly around the words; around a content control that could lose them."""
        first, last = places[0], places[-1]
        begin = self.fragments.begin(first.node, first.start)
        end = self.fragments.end(last.node, last.end)
        outer_begin, outer_end = outside(self.part, begin), outside(self.part, end)
        number = self.comments.add(remark(finding), self.when)
        start, stop = self._mark(number, outer_begin, outer_end)
        if outer_begin is begin and outer_end is end:
            beside = (finding.start, first.at), (last.at + last.end - last.start, finding.end)
            exact = not any(self.document.text[low:high].strip() for low, high in beside)
        else:
            exact = words_between(self.part, start, stop) == "".join(finding.text.split())
        self.anchored.append(Anchored(finding, exact, finding.text, number))

    def _mark(self, number: int, first: Any, last: Any) -> tuple[Any, Any]:
        """Put the markers before one element and after another; both markers."""
        from lxml import etree

        w = self.part.w
        start, end, run = (etree.Element(w(n)) for n in ("commentRangeStart", "commentRangeEnd", "r"))
        for el in (start, end, etree.SubElement(run, w("commentReference"))):
            el.set(w("id"), str(number))
        first.addprevious(start)
        for el in (run, end):
            last.addnext(el)
        return start, end

    def _on_paragraph(self, finding: Finding, paragraph: Any) -> None:
        """Comment on a whole paragraph of the body, and say in the comment where the words stand."""
        w = self.part.w
        block = self.document.block_at(finding.start)
        where = WHERE.get(block.story, "") if block and finding.start != finding.end else ""
        shown = " ".join(finding.text.split())[:80]
        said = remark(finding)
        if where and shown:
            said = [f"{where}, at “{shown}”: {said[0]}", *said[1:]]
        number = self.comments.add(said, self.when)
        inside = [el for el in paragraph if el.tag != w("pPr")]
        if inside:
            self._mark(number, inside[0], inside[-1])
        else:
            self._mark_empty(number, paragraph)
        wordless = finding.start == finding.end
        in_body = block is None or block.story is Story.BODY
        self.anchored.append(Anchored(finding, wordless, finding.text, number, wordless or in_body))

    def _mark_empty(self, number: int, paragraph: Any) -> None:
        from lxml import etree

        run = etree.SubElement(paragraph, self.part.w("r"))
        self._mark(number, run, run)

    def _host(self, finding: Finding, texts: Sequence[Any]) -> Any:
        """The paragraph of the body nearest to words that cannot hold a comment."""
        w = self.part.w
        body = self.part.root.find(w("body"))
        outer = texts[0] if texts else None
        while outer is not None:
            box = next(outer.iterancestors(w("txbxContent")), None)
            paragraph = next((box if box is not None else outer).iterancestors(w("p")), None)
            if box is None or paragraph is None:
                break
            outer = paragraph
            if next(paragraph.iterancestors(w("txbxContent")), None) is None:
                return paragraph
        block = self.document.block_at(finding.start)
        story = block.story if block else Story.BODY
        kind = {Story.FOOTNOTE: "footnoteReference", Story.ENDNOTE: "endnoteReference"}.get(story)
        if kind and (note := self._note(finding, kind)) is not None:
            return note
        paragraphs = [p for p in body.iter(w("p")) if next(p.iterancestors(w("txbxContent")), None) is None]
        near = self._beside(finding) if finding.start == finding.end or story is Story.BODY else None
        if near is not None:
            return near
        spoken = [p for p in paragraphs if any((t.text or "").strip() for t in p.iter(w("t")))] or paragraphs
        return spoken[-1] if story in (Story.FOOTER, Story.ENDNOTE, Story.FOOTNOTE) else spoken[0]

    def _beside(self, finding: Finding) -> Any | None:
        """The paragraph of the nearest text of the body in the finding's block."""
        block = self.document.block_at(finding.start)
        span = Span(block.start, block.end) if block else Span(finding.start, finding.end)
        texts = [self._text(p) for p in self._places(replace(finding, start=span.start, end=span.end))]
        held = (t for t in texts if self._holds_comments(t))
        found = next(held, None)
        return next(found.iterancestors(self.part.w("p")), None) if found is not None else None

    def _note(self, finding: Finding, kind: str) -> Any | None:
        """The paragraph that refers to the note a finding stands in."""
        segment = next(self.document.segments_in(finding.span), None)
        source = segment.source if segment else None
        if source is None or source.part not in self.parts:
            return None
        part = self.parts[source.part]
        text = part.texts[source.node]
        note = next(text.iterancestors(part.w(kind.removesuffix("Reference"))), None)
        number = note.get(part.w("id")) if note is not None else None
        for el in self.part.root.iter(self.part.w(kind)):
            if el.get(self.part.w("id")) == number:
                return next((p for p in el.iterancestors(self.part.w("p")) if self._holds_comments(p)), None)
        return None
