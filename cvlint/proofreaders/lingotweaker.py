"""LingoTweaker: LanguageTool's rules in Rust, embedded."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from cvlint.model.document import Document
from cvlint.proofreaders.engine import Engine, EngineError, engine
from cvlint.proofreaders.passages import batches
from cvlint.proofreaders.reading import Passage, Reader, ReaderError, Reading

CATEGORIES = {
    "misspelling": "spelling",
    "typographical": "punctuation",
    "whitespace": "punctuation",
    "grammar": "grammar",
    "style": "style",
    "uncategorized": "other",
    "duplication": "grammar",
    "inconsistency": "style",
}


class LingoTweaker(Reader):
    """Reads with one engine, American English, whatever the locale: the variants of a word are the panel's business.

    A second engine costs two seconds and some hundreds of megabytes, and in the English data that is published
    the variants differ in nothing but spelling.
    """

    name = "lingotweaker"
    version = ""
    _engine: Engine | None = None

    def load(self, locale: str) -> None:
        """Start the engine and wait until it is ready. Raises `ReaderError` where this machine has no build of it."""
        try:
            self.version = version("lingotweaker")
        except PackageNotFoundError as error:
            raise ReaderError(
                "lingotweaker is not installed: there are wheels for Linux x86-64 only; elsewhere install the extra "
                "'lingotweaker' with a Rust toolchain, or use languagetool."
            ) from error
        self._engine = engine(self.name)
        try:
            self._engine.wait()
        except EngineError as error:
            raise ReaderError(f"lingotweaker {error}") from error

    def _check(self, text: str) -> list[dict[str, Any]]:
        if self._engine is None:
            raise ReaderError("lingotweaker was not loaded.")
        try:
            return self._engine.check(text)
        except EngineError as error:
            raise ReaderError(f"lingotweaker {error}") from error

    def close(self) -> None:
        """End the engine's process."""
        if self._engine is not None:
            self._engine.close()

    def read(self, passages: Sequence[Passage], document: Document) -> list[Reading]:
        """What the engine says of each passage; its offsets are UTF-8 bytes and become code points here."""
        found: list[Reading] = []
        for batch in batches(passages):
            points = _code_points(batch.text)
            for match in self._check(batch.text):
                start, end = points[match["offset"]], points[match["offset"] + match["length"]]
                span = batch.at(start, end)
                if span is None:
                    continue
                rule = match["rule_id"]
                found.append(
                    Reading(
                        self.name,
                        span.start,
                        span.end,
                        f"lt:{rule}",
                        category_of(rule, match["issue_type"] or "", match["category_id"] or ""),
                        match["message"] or "",
                        tuple(match["suggestions"][:10]),
                        group=f"lt-group:{match['category_id'] or ''}",
                    )
                )
        return found


def category_of(rule: str, issue: str, category: str) -> str:
    """The category of a LanguageTool rule: `spelling` is only what its dictionary says."""
    if rule.startswith(("MORFOLOGIK_RULE", "HUNSPELL_RULE")):
        return "spelling"
    if category == "CASING":
        return "casing"
    found = CATEGORIES.get(issue, "other")
    return "grammar" if found == "spelling" else found


def _code_points(text: str) -> array[int]:
    """For each UTF-8 byte offset the index of the code point that starts there or holds it."""
    points = array("l")
    for i, char in enumerate(text):
        points.extend([i] * (1 if char < "\x80" else 2 if char < "\u0800" else 3 if char < "\U00010000" else 4))
    points.append(len(text))
    return points
