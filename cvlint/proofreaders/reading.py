"""The nouns of proofreading: what one reader says, and what the panel makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from cvlint.model.document import Document, Notice
from cvlint.model.finding import Severity
from cvlint.model.location import Span
from cvlint.model.report import ReaderState


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader says of one place; offsets are code points in `Document.text`.

    `rule` is namespaced: `lt:EN_A_VS_AN` (LanguageTool's own and LingoTweaker alike), `harper:SpellCheck`,
    `slips:wrong-word`. `category` is spelling, grammar, punctuation, casing, style or other.
    """

    reader: str
    start: int
    end: int
    rule: str
    category: str
    message: str = ""
    suggestions: tuple[str, ...] = ()
    score: float = 1.0  # how sure this reader is, 0...1
    group: str = ""  # the engine's own group of rules: `lt-group:CONFUSED_WORDS`

    @property
    def span(self) -> Span:
        """The range of this reading."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Remark:
    """What the panel says of one place after hearing every reader. Cards of kind `reader` pick remarks by `rules`.

    `rules` are the namespaced rules and groups of all readings behind it, and `panel:...` topics that the panel adds
    (`panel:misspelling`, `panel:unknown-word`, `panel:spelling-variant`). `severity` None leaves it to the card.
    """

    start: int
    end: int
    rules: tuple[str, ...]
    readers: tuple[str, ...]
    suggestions: tuple[str, ...] = ()
    severity: Severity | None = None
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Proof:
    """All remarks on one document, in order, and which readers ran."""

    remarks: tuple[Remark, ...] = ()
    states: tuple[ReaderState, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A stretch of text that readers read as one: a block with line ends as blanks, from `start` in the document."""

    text: str
    start: int
    block: int


class Reader(Protocol):
    """A proofreader. `load` may be slow and runs in a thread of its own; `read` is called after it."""

    name: str
    version: str

    def load(self, locale: str) -> None:
        """Make ready for a locale. Raises `ReaderError` with one sentence where it cannot run here."""

    def read(self, passages: Sequence[Passage], document: Document) -> list[Reading]:
        """What this reader has to say, offsets in the document's text."""


class ReaderError(Exception):
    """A reader that cannot run. The message is one sentence: which, why, how to get it."""


@dataclass(frozen=True)
class Knowledge:
    """What the panel knows beside the text: words of the ad, of the user, of the CV's own facts."""

    words: frozenset[str] = field(default_factory=frozenset)  # accepted by the user, case kept
    ad_words: frozenset[str] = field(default_factory=frozenset)
    country: bool = True  # whether anything tells whose spelling the CV should follow
