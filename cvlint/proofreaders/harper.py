"""Harper: an English checker in Rust, embedded; runs on every platform."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from cvlint.model.document import Document
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

MUTE = frozenset({"Spaces", "LongSentences", "UseEllipsisCharacter", "OxfordComma", "NoOxfordComma"})
"""Rules about layout and taste; they fire dozens of times on any CV."""


class Harper(Reader):
    """Reads with one linter; the variants of a word are the panel's business. One call at a time."""

    name = "harper"
    version = ""

    def load(self, locale: str) -> None:
        """Build the dictionary (about a second). Raises `ReaderError` where Harper is not installed."""
        try:
            from harper import Dialect, Linter

            self.version = version("harper-py")
            self._linter: Any = Linter(Dialect.AMERICAN)
        except (ImportError, PackageNotFoundError) as error:
            raise ReaderError("harper is not installed here: install the package harper-py.") from error

    def read(self, passages: Sequence[Passage], document: Document) -> list[Reading]:
        """What the linter says of each passage, by the names of its rules."""
        found: list[Reading] = []
        for batch in batches(passages):
            rules = self._linter.organized_lints(batch.text, language="plaintext", dedup=False)
            for rule, lints in rules.items():
                if rule in MUTE:
                    continue
                for lint in lints:
                    span = batch.at(lint.span.start, lint.span.end)
                    if span is None:
                        continue
                    category = CATEGORIES.get(lint.lint_kind, "other")
                    if category == "spelling" and rule != "SpellCheck":
                        category = "grammar"
                    found.append(
                        Reading(
                            self.name,
                            span.start,
                            span.end,
                            f"harper:{rule}",
                            category,
                            lint.message,
                            tuple(_put(lint.problem_text, s) for s in lint.suggestions[:6]),
                        )
                    )
        return found


def _put(problem: str, suggestion: Any) -> str:
    """The text that stands in place of the problem after a suggestion."""
    kind = int(suggestion.kind)
    if kind == 1:
        return ""
    replacement = str(suggestion.replacement_text)
    return problem + replacement if kind == 2 else replacement
