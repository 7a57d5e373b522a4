"""Harper: an English checker in Rust, embedded; runs on every platform."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from cvlint.model.document import Document
from cvlint.proofreaders.engine import Engine, EngineError, engine
from cvlint.proofreaders.harper_process import ASKED
from cvlint.proofreaders.passages import batches
from cvlint.proofreaders.reading import Passage, Reader, ReaderError, Reading

CATEGORIES = {
    "Spelling": "spelling",
    "Typo": "spelling",
    "Grammar": "grammar",
    "Agreement": "grammar",
    "Usage": "grammar",
    "WordChoice": "grammar",
    "Eggcorn": "grammar",
    "Malapropism": "grammar",
    "Repetition": "grammar",
    "Capitalization": "casing",
    "Punctuation": "punctuation",
    "Formatting": "punctuation",
    "Style": "style",
    "Readability": "style",
    "Enhancement": "style",
}


class Harper(Reader):
    """Reads with one linter; the variants of a word are the panel's business. One call at a time.

    Of Harper's 900 rules it asks those of `harper_process.ASKED`, and `more`: names with wildcards, for other cards.
    """

    name = "harper"
    version = ""
    _engine: Engine | None = None

    def __init__(self, more: Sequence[str] = ()) -> None:
        self._more = tuple(name for name in more if name not in ASKED)

    def load(self, locale: str) -> None:
        """Start the linter and wait until it is ready. Raises `ReaderError` where Harper is not installed."""
        try:
            self.version = version("harper-py")
        except PackageNotFoundError as error:
            raise ReaderError("harper is not installed here: install the package harper-py.") from error
        self._engine = engine(self.name)
        try:
            self._engine.wait()
            if self._more:
                self._engine.ask_for(self._more)
        except EngineError as error:
            raise ReaderError(f"harper {error}") from error

    def close(self) -> None:
        """End the linter's process."""
        if self._engine is not None:
            self._engine.close()

    def _check(self, text: str) -> list[dict[str, Any]]:
        if self._engine is None:
            raise ReaderError("harper was not loaded.")
        try:
            return self._engine.check(text)
        except EngineError as error:
            raise ReaderError(f"harper {error}") from error

    def read(self, passages: Sequence[Passage], document: Document) -> list[Reading]:
        """What the linter says of each passage, by the names of its rules."""
        found: list[Reading] = []
        for batch in batches(passages):
            for lint in self._check(batch.text):
                rule = lint["rule"]
                span = batch.at(lint["start"], lint["end"])
                if span is None:
                    continue
                category = CATEGORIES.get(lint["kind"], "other")
                if category == "spelling" and rule != "SpellCheck":
                    category = "grammar"
                found.append(
                    Reading(
                        self.name,
                        span.start,
                        span.end,
                        f"harper:{rule}",
                        category,
                        lint["message"],
                        tuple(_put(lint["problem"], kind, text) for kind, text in lint["suggestions"]),
                    )
                )
        return found


def _put(problem: str, kind: int, text: str) -> str:
    """The text that stands in place of the problem after a suggestion: replaced, removed or inserted after."""
    if kind == 1:
        return ""
    return problem + text if kind == 2 else text
