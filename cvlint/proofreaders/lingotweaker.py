"""LingoTweaker: LanguageTool's rules in Rust, embedded."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from cvlint.model.document import Document
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

    def load(self, locale: str) -> None:
        """Load engine and data. Raises `ReaderError` where there is no build for this machine."""
        try:
            import lt_py

            self.version = version("lingotweaker")
            self._engine = lt_py.Engine("en-US")
        except (ImportError, PackageNotFoundError) as error:
            raise ReaderError(
                "lingotweaker is not installed: there are wheels for Linux x86-64 only; elsewhere install the extra "
                "'lingotweaker' with a Rust toolchain, or use languagetool."
            ) from error
        except Exception as error:  # the engine raises bare exceptions of its own
            raise ReaderError(f"lingotweaker could not load its data: {str(error).splitlines()[0][:120]}") from error

    def read(self, passages: Sequence[Passage], document: Document) -> list[Reading]:
        """What the engine says of each passage; its offsets are UTF-8 bytes and become code points here."""
        found: list[Reading] = []
        for batch in batches(passages):
            points = _code_points(batch.text)
            for match in self._engine.check(batch.text):
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
