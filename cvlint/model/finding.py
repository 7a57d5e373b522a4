"""What checks yield and what a person gets to see of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cvlint.model.location import Box, Span


class Severity(StrEnum):
    """How much a finding matters.

    `error`: a scrupulous reader would put the CV down; `warning`: mend it; `info`: think about it.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """2 for error, 1 for warning, 0 for info."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


class FixSafety(StrEnum):
    """`safe`: applied without asking; `unsafe`: may change the meaning; `none`: for a person to mend."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a check saw something. The card that owns the check turns it into a finding.

    `data` fills the braces of the card's message. `severity` and `fix` override the card's where the evidence is
    weaker or stronger than usual. `suggestions` are texts to put in place of `text[start:end]`, the best first.
    `whole` says that the match is about the file or what it lacks: its place is but where to begin.
    """

    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    data: Mapping[str, object] = field(default_factory=dict)
    readers: tuple[str, ...] = ()
    severity: Severity | None = None
    fix: FixSafety | None = None
    whole: bool = False

    @property
    def span(self) -> Span:
        """The range of this match."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the writer of the CV. Offsets are code points in `Document.text`; line, page from 1."""

    code: str
    name: str
    severity: Severity
    message: str
    text: str
    context: str
    start: int
    end: int
    line: int
    page: int | None = None
    block: int | None = None
    section: str | None = None
    box: Box | None = None
    suggestions: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    fix: FixSafety = FixSafety.NONE
    fingerprint: str = ""
    whole: bool = False

    @property
    def span(self) -> Span:
        """The range of this finding."""
        return Span(self.start, self.end)
