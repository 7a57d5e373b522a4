"""Corrected copies of files whose text is wrapped in markup: HTML, LaTeX, JSON, YAML.

What was read does not say where it stands in the source. The words around a change are looked for there instead, and
a change is made only where they stand exactly as often as in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cvlint.fixes.hunks import Hunk
from cvlint.fixes.plan import Plan
from cvlint.fixes.raw import TextCopy
from cvlint.loaders import LoadError, load
from cvlint.model.document import Document

AROUND = (24, 12, 6, 2)
"""Characters on each side by which a place is told from others; fewer where markup stands close by."""
STEERING = re.compile(r"[<>&\\{}$%#_^~\"]")


@dataclass
class SourceCopy(TextCopy):
    """A copy of a file in which markup stands between the words."""

    _found: dict[Hunk, tuple[int, int] | None] = field(default_factory=dict)

    def refusal(self, hunks: Sequence[Hunk]) -> str | None:
        """Why these changes cannot be made in a copy; None where they can."""
        reason = super().refusal(hunks)
        if reason is not None:
            return reason
        if any(STEERING.search(h.new) for h in hunks):
            return "it needs a sign that means something else in this format"
        if any(self._place(h) is None for h in hunks):
            return "its place in the source was not found beyond doubt"
        if self.document.format == "yaml" and not self._reads_so(hunks):
            return "the new words would mean something else to YAML at this place"
        return None

    def _reads_so(self, hunks: Sequence[Hunk]) -> bool:
        """Whether a copy with these changes alone reads as it should: an apostrophe or a colon may end a YAML text."""
        text, at = "", 0
        for hunk in hunks:
            text += self.document.text[at : hunk.start] + hunk.new
            at = hunk.end
        try:
            made = load(Path(self.document.path), self.mark + self._with(hunks).encode(self.encoding))
        except LoadError:
            return False
        return made.text == text + self.document.text[at:]

    def changed(self, plan: Plan) -> str:
        """The source with the changes made."""
        return self._with([h for e in plan.edits for h in e.hunks(self.document.text)])

    def _with(self, hunks: Sequence[Hunk]) -> str:
        out, at = [], 0
        for hunk in hunks:
            place = self._place(hunk)
            if place is None or place[0] < at:
                continue  # the text of the copy is compared with the plan, which tells
            out += [self.source[at : place[0]], hunk.new]
            at = place[1]
        return "".join((*out, self.source[at:]))

    def _place(self, hunk: Hunk) -> tuple[int, int] | None:
        if hunk not in self._found:
            self._found[hunk] = next((p for n in AROUND if (p := self._by(hunk, n)) is not None), None)
        return self._found[hunk]

    def _by(self, hunk: Hunk, around: int) -> tuple[int, int] | None:
        """The place of a hunk, told by so many characters on each side within its line."""
        text = self.document.text
        low = max(text.rfind("\n", 0, hunk.start) + 1, hunk.start - around)
        end = text.find("\n", hunk.end)
        high = min(end if end >= 0 else len(text), hunk.end + around)
        before, old, after = text[low : hunk.start], text[hunk.start : hunk.end], text[hunk.end : high]
        if not (before + old + after).strip():
            return None
        here = [m.start() for m in re.finditer(f"(?={loose(before + old + after)})", text)]
        there = list(re.finditer(f"(?=({loose(before)})({loose(old)})({loose(after)}))", self.source))
        if len(here) != len(there) or low not in here:
            return None
        return there[here.index(low)].span(2)


def loose(text: str) -> str:
    """A pattern for a text whose blanks may be any blanks."""
    return r"\s+".join(re.escape(piece) for piece in re.split(r"\s+", text))


def source_document(document: Document) -> bool:
    """Whether a document is of a format that this module writes."""
    return document.format in ("html", "latex", "json", "yaml")
