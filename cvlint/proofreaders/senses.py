"""Spellings that depend on the sense: a licence is held and people are licensed, practice is had and law is practised.

Which is meant is told by the words around; where they do not tell, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cvlint.model.location import Span

AMERICAN = frozenset({"en-US"})
OTHERS = frozenset({"en-GB", "en-NZ", "en-AU", "en-IE", "en-ZA", "en-CA"})

_HOLDS = (
    "driver'?s'? drivers’ driver’s driving clean full forklift fork-?lift liquor alcohol pilot'?s'? marine fishing"
    " firearms? gun provisional restricted learner'?s? heavy class vehicle motorcycle motorbike truck car bus hgv lgv"
    " taxi trade builder'?s'? electrical gas plumbing teaching nursing premises tv television valid current own my a"
    " rigger'?s scaffolding crane scissor-?lift boom skipper'?s security guard'?s crb manager'?s bar operator'?s"
)
_DONE = (
    "best good common private general clinical medical dental nursing legal law veterinary teaching group safe working"
    " professional reflective evidence-based architectural accounting surgical midwifery social-work our this that a"
)
_FREE_TO = (
    "licen[sc]ed able registered entitled right fit fitness opportunity authori[sz]ed qualified continued? allowed need"
    " needed want wanted love loved like liked admitted cleared"
)
_SIZE = r"\d[\d,.]*[ \u00a0-]?(?:square |cubic |sq\.? )?"


def _after(words: str, word: str) -> str:
    return rf"(?<![\w'’-])(?:{words.replace(' ', '|')})\s+({word})(?![\w'’-])"


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[frozenset[str], re.Pattern[str], str, str], ...]:
    """For some locales: a pattern whose group 1 is the word, and what in it gives way to what."""
    british = (
        (_after(_HOLDS, "licenses?"), "cens", "cenc"),
        (_after(_DONE, "practises?"), "tis", "tic"),
        (r"(?<![\w'’-])in\s+(practise)(?=[.,;]|$|\s+(?:and|but)\b)", "tis", "tic"),
        (_after(_FREE_TO, r"to\s+practice").replace("(to", "to").replace("practice)", "(practice)"), "tic", "tis"),
        (r"(?<![\w'’-])((?:un)?licenc(?:ed|ing))(?![\w'’-])", "cenc", "cens"),
        (rf"(?<![\w.]){_SIZE}(meters?)(?![\w'’-])", "ter", "tre"),
    )
    american = (
        (r"(?<![\w'’-])((?:un)?licenc(?:e|es|ed|ing))(?![\w'’-])", "cenc", "cens"),
        (r"(?<![\w'’-])(practis(?:e|es|ed|ing))(?![\w'’-])", "tis", "tic"),
        (rf"(?<![\w.]){_SIZE}(metres?)(?![\w'’-])", "tre", "ter"),
    )
    return tuple(
        (locales, re.compile(pattern, re.IGNORECASE), old, new)
        for locales, rows in ((OTHERS, british), (AMERICAN, american))
        for pattern, old, new in rows
    )


def found(passage: str, locale: str) -> Iterator[tuple[Span, str]]:
    """The words of a passage that are spelt for the other sense or the other country, and how they are spelt here."""
    for locales, pattern, old, new in _table():
        if locale in locales:
            for m in pattern.finditer(passage):
                low = m[1].lower()
                if old in low:
                    at = low.index(old)
                    change = new.upper() if m[1].isupper() else new
                    yield Span(*m.span(1)), m[1][:at] + change + m[1][at + len(old) :]
