"""Corrected copies of files that are text: same encoding, same line ends, every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cvlint.fixes.errors import FixError
from cvlint.fixes.hunks import Hunk
from cvlint.fixes.plan import Plan
from cvlint.loaders.text import MARKS, decode
from cvlint.model.document import Document

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
LINE_END = re.compile("\r\n|\r|\n")


@dataclass
class TextCopy:
    """A copy of a plain text or Markdown file, whose text is the document's."""

    document: Document
    data: bytes

    def __post_init__(self) -> None:
        self.mark, self.encoding = encoding_of(self.document.path, self.data)
        self.source = self.data[len(self.mark) :].decode(self.encoding)

    @cached_property
    def places(self) -> list[int]:
        """For every offset in the document's text the offset in the source, whose line ends may be longer."""
        places: list[int] = []
        at = 0
        for found in LINE_END.finditer(self.source):
            places += range(at, found.start() + 1)
            at = found.end()
        return [*places, *range(at, len(self.source) + 1)]

    def refusal(self, hunks: Sequence[Hunk]) -> str | None:
        """Why these changes cannot be made in a copy; None where they can."""
        for hunk in hunks:
            try:
                hunk.new.encode(self.encoding)
            except UnicodeEncodeError:
                return f"the file is written as {self.encoding}, which has no sign for it"
            if "\n" in hunk.new or "\n" in self.document.text[hunk.start : hunk.end]:
                return "it runs across a line end"
        return None

    def write(self, plan: Plan) -> bytes:
        """The copy."""
        return self.mark + self.changed(plan).encode(self.encoding)

    def changed(self, plan: Plan) -> str:
        """The source with the changes made."""
        out, at = [], 0
        for hunk in (h for e in plan.edits for h in e.hunks(self.document.text)):
            start, end = self.places[hunk.start], self.places[hunk.end]
            out += [self.source[at:start], hunk.new]
            at = end
        return "".join((*out, self.source[at:]))


def encoding_of(path: str, data: bytes) -> tuple[bytes, str]:
    """The byte order mark and the encoding of a text file. Raises `FixError` where bytes would be lost."""
    mark, named = next(((m, e) for m, e in MARKS if data.startswith(m)), (b"", ""))
    text = decode(path, data)
    for encoding in (named,) if named else ENCODINGS:
        try:
            source = data[len(mark) :].decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(LINE_END.sub("\n", source)) == len(text) and source.encode(encoding) == data[len(mark) :]:
            return mark, encoding
    raise FixError(f"{path}: the file holds bytes that are no text, so no copy was made; save it as UTF-8 first.")
