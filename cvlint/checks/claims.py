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
    text = document.text
    outside = (r for r in proofread.remarks if not m.start() <= r.start < m.end())
    slip = next((r for r in outside if _sure(r, text[r.start : r.end])), None)
    if slip is not None:
        wrong = " ".join(text[slip.start : slip.end].split())
        yield Match(m.start(), m.end(), data={"wrong": wrong, "line": document.line_at(slip.start)})


def _sure(remark: Remark, wrong: str) -> bool:
    """Whether nobody will doubt that a word is misspelt: a common slip, or a long word one step from a word."""
    if "panel:misspelling" not in remark.rules or not remark.suggestions or not wrong.islower():
        return False
    if "slips" in remark.readers:
        return True
    from rapidfuzz.distance import OSA

    right = remark.suggestions[0]
    near = len(wrong) >= 8 and right[:1] == wrong[:1] and OSA.distance(wrong, right, score_cutoff=1) <= 1
    return len(remark.readers) > 1 and near
