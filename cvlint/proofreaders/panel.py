"""The panel: runs the readers side by side and weighs what they say."""

from __future__ import annotations

from collections.abc import Sequence

from cvlint.model.document import Document
from cvlint.proofreaders.reading import Knowledge, Proof
from cvlint.resume.facts import Resume

DEFAULT_READERS = ("lingotweaker", "harper", "slips")


class Panel:
    """The readers of one run, loaded once, at first use, each in a thread of its own."""

    def __init__(self, readers: Sequence[str] = DEFAULT_READERS, languagetool: str | None = None) -> None:
        self.names = tuple(readers)
        self.languagetool = languagetool

    def start(self, locale: str) -> None:
        """Begin to load the readers in the background."""

    def proofread(self, document: Document, resume: Resume, locale: str, knowledge: Knowledge) -> Proof:
        """What the readers, taken together, have to say of a document."""
        return Proof()

    def close(self) -> None:
        """End every process and server that was started."""
