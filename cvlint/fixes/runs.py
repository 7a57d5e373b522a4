"""Runs cut in two, so that a stretch of their text can be marked by itself; both halves keep the whole formatting."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from cvlint.fixes.parts import Part, set_text


def run_of(part: Part, text: Any) -> Any | None:
    """The run that holds a text element directly; None where something else does."""
    parent = text.getparent()
    return parent if parent is not None and parent.tag == part.w("r") else None


def like(part: Part, run: Any) -> Any:
    """An empty run with the formatting of another."""
    from lxml import etree

    made = etree.Element(run.tag, attrib=dict(run.attrib), nsmap=run.nsmap)
    properties = run.find(part.w("rPr"))
    if properties is not None:
        kept = deepcopy(properties)
        kept.tail = None
        made.append(kept)
    return made


def cut(part: Part, text: Any, at: int) -> Any | None:
    """Cut the run of a text element before its character `at`; the run that now begins there, None where none does.

    What stands before stays in the run, and in `text` while any of its characters do.
    """
    run = text.getparent()
    content = text.text or ""
    before = text.getprevious()
    leads = before is None or before.tag == part.w("rPr")
    if at <= 0 and leads:
        return run
    if at >= len(content) and text.getnext() is None:
        return None
    right = like(part, run)
    moved = [text] if at <= 0 else []
    if 0 < at < len(content):
        rest = deepcopy(text)
        rest.tail = None
        set_text(rest, content[at:])
        set_text(text, content[:at])
        right.append(rest)
    moved += list(text.itersiblings())
    for el in moved:
        right.append(el)
    right.tail, run.tail = run.tail, None
    run.addnext(right)
    return right


def alone(part: Part, text: Any, start: int, end: int) -> Any:
    """The run that holds characters `start` to `end` of a text element and nothing else. Cuts what must be cut."""
    cut(part, text, end)
    run = cut(part, text, start)
    return run if run is not None else text.getparent()


@dataclass
class Fragments:
    """The text elements of a part while they are cut again and again, found by the offsets they were read with."""

    part: Part
    _pieces: dict[int, list[tuple[int, Any]]] = field(default_factory=dict)

    def _of(self, node: int) -> list[tuple[int, Any]]:
        return self._pieces.setdefault(node, [(0, self.part.texts[node])])

    def _at(self, node: int, offset: int) -> tuple[int, Any]:
        """The start and the element of the fragment that holds the character at an offset."""
        return next((piece for piece in reversed(self._of(node)) if piece[0] <= offset), self._of(node)[0])

    def begin(self, node: int, offset: int) -> Any:
        """The run that begins with the character at an offset, cut there."""
        self._cut(node, offset)
        return self._at(node, offset)[1].getparent()

    def end(self, node: int, offset: int) -> Any:
        """The run that ends before an offset, cut there."""
        self._cut(node, offset)
        return self._at(node, offset - 1)[1].getparent()

    def _cut(self, node: int, offset: int) -> None:
        start, text = self._at(node, offset)
        content = text.text or ""
        right = cut(self.part, text, offset - start)
        if right is not None and 0 < offset - start < len(content):
            pieces = self._of(node)
            pieces.append((offset, right.find(self.part.w("t"))))
            pieces.sort(key=lambda p: p[0])
