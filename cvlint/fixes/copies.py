"""The kind of copy that a format allows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from cvlint.fixes.errors import FixError
from cvlint.fixes.hunks import Hunk
from cvlint.fixes.plan import Plan
from cvlint.model.document import Document

ELSEWHERE = {
    "pdf": "a PDF is a print-out: mend the file it was made from and export it again",
    "doc": "a Word file of the old kind (.doc) cannot be changed safely: save it as DOCX and fix that",
    "odt": "cvlint writes no ODT: save it as DOCX and fix that, or mend it in LibreOffice",
    "rtf": "cvlint writes no RTF: save it as DOCX and fix that, or mend it in the word processor",
}


class Copy(Protocol):
    """A corrected copy in the making."""

    def refusal(self, hunks: Sequence[Hunk]) -> str | None:
        """Why these changes cannot be made in the copy; None where they can."""

    def write(self, plan: Plan) -> bytes:
        """The copy's bytes."""


def why_no_copy(document: Document) -> str | None:
    """Why no corrected copy of a document can be made, and what to do instead; None where one can."""
    return ELSEWHERE.get(document.format)


def copy_of(document: Document, data: bytes, tracked: datetime | None = None) -> Copy:
    """A copy of a document that was read from `data`; with tracked changes of that moment, if one is given.

    Raises `FixError` for a format that cannot be written.
    """
    reason = why_no_copy(document)
    if reason is not None:
        raise FixError(f"{document.path}: {reason}.")
    if document.format == "docx":
        from cvlint.fixes.docx import DocxCopy
        from cvlint.fixes.tracked import TrackedCopy

        return DocxCopy(document, data) if tracked is None else TrackedCopy(document, data, when=tracked)
    if tracked is not None:
        raise FixError(f"{document.path}: only a DOCX can hold tracked changes; leave out --tracked.")
    if document.format in ("text", "markdown"):
        from cvlint.fixes.raw import TextCopy

        return TextCopy(document, data)
    from cvlint.fixes.source import SourceCopy, source_document

    if not source_document(document):
        raise FixError(f"{document.path}: cvlint cannot write {document.format}; save the CV as DOCX and fix that.")
    return SourceCopy(document, data)
