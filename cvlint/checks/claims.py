"""Checks that set a claim against the page it stands on."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections.abc import Iterator

from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.proofreaders.reading import Proof, Remark

_CLAIM = re.compile(
    r"\b(?:(?:great |excellent |keen |close |strong |meticulous |good |high |exceptional )?(?:attention|eye) (?:to|for) (?:the )?details?"
    r"|(?:highly |very )?(?:detail|details)[- ](?:oriented|orientated|focused|minded|driven)"
    r"|(?:excellent|strong|outstanding|impeccable|perfect|high) (?:proof-?reading|spelling|written communication|writing)(?: skills)?"
    r"|meticulous(?:ly)?|(?:high|great) (?:level|degree) of accuracy)\b",
    re.IGNORECASE,
)


def misspelt_beside_claim(document: Document, proofread: Proof) -> Iterator[Match]:
    """A claim of care in a file with a misspelling: one match, on the claim, with the misspelling and its line."""
    m = _CLAIM.search(document.text)
    if m is None:
        return
    slip = next((r for r in proofread.remarks if _sure(r) and not (m.start() <= r.start < m.end())), None)
    if slip is not None:
        wrong = " ".join(document.text[slip.start : slip.end].split())
        yield Match(m.start(), m.end(), data={"wrong": wrong, "line": document.line_at(slip.start)})


def _sure(remark: Remark) -> bool:
    return "panel:misspelling" in remark.rules and bool(remark.suggestions)
