"""Fields of DOCX: which text is a code (not shown) and which its result. A field may span paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from cvlint.loaders.docx_styles import val, w

HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"?([^"\s]+)"?', re.IGNORECASE)
LOCAL = re.compile(r"\s*HYPERLINK\s+\\l\s", re.IGNORECASE)


def target_of(code: str) -> str | None:
    """What a HYPERLINK field refers to; None for other fields."""
    link = HYPERLINK.match(code)
    if link is None:
        return None
    return f"#{link[1]}" if LOCAL.match(code) else link[1]


@dataclass(slots=True)
class Field:
    """A field that has begun: its code so far, and whether its result has begun."""

    code: str = ""
    in_result: bool = False


@dataclass
class FieldStack:
    """The fields that are open at a place of the text. Begins without an end are left out of account."""

    closed: frozenset[Any]  # the w:fldChar elements of kind "begin" that have an end
    open: list[Field] = field(default_factory=list)

    @classmethod
    def of(cls, root: Any) -> FieldStack:
        """The stack for a part, which knows which begins have an end: a lost end would swallow the rest of the CV."""
        stacks: dict[Any, list[Any]] = {}
        closed = []
        boxes = w("txbxContent")
        for el in root.iter(w("fldChar")):
            story = next(el.iterancestors(boxes), None)
            stack = stacks.setdefault(story, [])
            kind = val(el, "fldCharType")
            if kind == "begin":
                stack.append(el)
            elif kind == "end" and stack:
                closed.append(stack.pop())
        return cls(frozenset(closed))

    def within(self) -> FieldStack:
        """A stack for a text box, whose fields are its own."""
        return FieldStack(self.closed)

    def see(self, el: Any) -> None:
        """Take note of a `w:fldChar`."""
        kind = val(el, "fldCharType")
        if kind == "begin" and el in self.closed:
            self.open.append(Field())
        elif kind == "separate" and self.open:
            self.open[-1].in_result = True
        elif kind == "end" and self.open:
            self.open.pop()

    def code(self, text: str) -> None:
        """Take note of a piece of a field's code."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].code += text

    @property
    def shows(self) -> bool:
        """Whether text at this place is shown."""
        return all(f.in_result for f in self.open)

    @property
    def target(self) -> str | None:
        """The target of the innermost link field."""
        return next((t for f in reversed(self.open) if (t := target_of(f.code))), None)

    @property
    def computed(self) -> bool:
        """Whether the text here is computed: the result of a field that is not a link."""
        return any(target_of(f.code) is None for f in self.open)
