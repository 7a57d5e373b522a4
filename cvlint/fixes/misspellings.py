"""Which corrections of a misspelling are beyond doubt: near to what was written, alone in that, and not of a name."""

from __future__ import annotations

from collections.abc import Sequence

from cvlint.model.document import Document
from cvlint.model.finding import Finding

SHORTEST = 5
SPELLERS = frozenset({"lingotweaker", "harper", "languagetool"})
"""The readers that have a dictionary of their own."""
BY_ONE = (7, 1)
"""Letters from which on the word of one dictionary is enough, and the slips it may hold."""
SENTENCE_END = ".!?:•|"


def why_doubtful(finding: Finding, document: Document, spellers: int = len(SPELLERS)) -> str | None:
    """Why the first suggestion for a misspelt word may be wrong; None where it hardly can be.

    `spellers` is how many readers with a dictionary ran: where there were several, one alone does not suffice.
    """
    old, new = finding.text, finding.suggestions[0]
    if finding.name != "misspelling" or old.casefold() == new.casefold():
        return None
    agree = len(SPELLERS.intersection(finding.readers))
    if agree < min(2, spellers):
        return "only one reader takes it for a mistake"
    from rapidfuzz.distance import OSA

    distance = int(OSA.distance(old.casefold(), new.casefold()))
    swapped = same_letters(old, new)
    if spellers < 2 and (len(old) < BY_ONE[0] or distance > BY_ONE[1]):
        return "the one reader that ran may be wrong"
    if (len(old) < SHORTEST and not (swapped and distance == 1)) or distance > allowed(old):
        return "another word may be meant"
    plural = old.casefold() in (new.casefold() + "s", new.casefold() + "es")
    if plural or rivals(old, distance, finding.suggestions[1:], swapped):
        return "another word may be meant"
    if names_something(finding, document) and (len(old) < 8 or distance > 1):
        return "it may be a name"
    return None


def allowed(word: str) -> int:
    """The slips that a word of this length may hold and still be told."""
    return 1 if len(word) < 8 else 2


def same_letters(one: str, other: str) -> bool:
    """Whether two words have the same letters in another order: the commonest slip, and the surest to be told."""
    return sorted(one.casefold()) == sorted(other.casefold())


def rivals(old: str, distance: int, others: Sequence[str], swapped: bool) -> bool:
    """Whether another suggestion is as few slips away as the first; a swap of letters yields only to another swap."""
    from rapidfuzz.distance import OSA

    near = (o for o in others if OSA.distance(old.casefold(), o.casefold()) <= distance)
    return any(not swapped or same_letters(old, o) for o in near)


def names_something(finding: Finding, document: Document) -> bool:
    """Whether a word has a capital that its place does not explain."""
    if not finding.text[:1].isupper():
        return False
    block = document.block_at(finding.start)
    before = document.text[block.start if block else 0 : finding.start].rstrip(" \"'“‘(")
    return bool(before) and before[-1] not in SENTENCE_END and before[-1] != "\n"
