"""Which findings are mended, with which change, and why the others are left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from cvlint.fixes.hunks import Hunk, hunks
from cvlint.fixes.safety import Guarded
from cvlint.model.document import Document
from cvlint.model.finding import Finding, FixSafety

Refusal = Callable[[Sequence[Hunk]], str | None]
"""Why a copy of some format cannot take these changes; None where it can."""

ASK = "--unsafe-fixes applies it"
CHANGED_BACK = "the change brought a new finding, so it was taken back"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `new` in place of `Document.text[start:end]`, for the sake of some findings."""

    start: int
    end: int
    new: str
    findings: tuple[Finding, ...]

    def hunks(self, text: str, whole_words: bool = False) -> tuple[Hunk, ...]:
        """The smallest changes that make it; `text` is the document's."""
        return tuple(hunks(self.start, text[self.start : self.end], self.new, whole_words))


@dataclass(frozen=True, slots=True)
class Left:
    """A finding that has a suggestion and was not mended. `unsafe`: it would be, were it asked for."""

    finding: Finding
    reason: str
    unsafe: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What is changed, in order and without overlaps, and what is left. What has no suggestion is in neither."""

    edits: tuple[Edit, ...] = ()
    left: tuple[Left, ...] = ()

    def without(self, gone: Iterable[Edit], reason: str = CHANGED_BACK) -> Plan:
        """The plan less some edits, whose findings are then left."""
        taken = tuple(gone)
        left = tuple(Left(f, reason) for e in taken for f in e.findings)
        return Plan(tuple(e for e in self.edits if e not in taken), in_order((*self.left, *left)))

    def applied(self, text: str) -> str:
        """The document's text after the changes."""
        out, at = [], 0
        for edit in self.edits:
            out += [text[at : edit.start], edit.new]
            at = edit.end
        return "".join((*out, text[at:]))


def make_plan(
    findings: Iterable[Finding],
    document: Document,
    guard: Guarded,
    unsafe: bool = False,
    refusal: Refusal = lambda hunks: None,
) -> Plan:
    """The changes that some findings suggest: the weightier finding's where two want one place.

    A fix that its card calls safe is unsafe all the same where it touches a name, a date, a number or a "not".
    """
    edits: list[Edit] = []
    left: list[Left] = []
    ranked = sorted(findings, key=lambda f: (-f.severity.rank, f.fix is not FixSafety.SAFE, f.start, f.end))
    for finding in ranked:
        if not finding.suggestions or finding.fix is FixSafety.NONE:
            continue
        edit = Edit(finding.start, finding.end, finding.suggestions[0], (finding,))
        why = _why_left(edit, document, guard, unsafe, refusal)
        if why is not None:
            left.append(why)
            continue
        rival = next((e for e in edits if touches(e, edit)), None)
        if rival is None:
            edits.append(edit)
        elif (rival.start, rival.end, rival.new) == (edit.start, edit.end, edit.new):
            edits[edits.index(rival)] = replace(rival, findings=(*rival.findings, finding))
        else:
            code = rival.findings[0].code
            left.append(Left(finding, f"the fix of {code} changes the same words; fix the copy once more"))
    return Plan(tuple(sorted(edits, key=lambda e: (e.start, e.end))), in_order(left))


def _why_left(edit: Edit, document: Document, guard: Guarded, unsafe: bool, refusal: Refusal) -> Left | None:
    finding = edit.findings[0]
    changes = edit.hunks(document.text)
    if not changes:
        return Left(finding, "the suggestion is what stands there")
    if not unsafe:
        if finding.fix is not FixSafety.SAFE:
            return Left(finding, f"it may change the meaning; {ASK}", unsafe=True)
        reason = guard.why_unsafe(finding, changes)
        if reason is not None:
            return Left(finding, f"{reason}; {ASK}", unsafe=True)
    reason = refusal(changes)
    return Left(finding, reason) if reason is not None else None


def touches(one: Edit, other: Edit) -> bool:
    """Whether two edits want the same characters, or insert at the same place."""
    if one.start < other.end and other.start < one.end:
        return True
    empty = one.start == one.end or other.start == other.end
    return empty and (one.start <= other.start <= one.end or other.start <= one.start <= other.end)


def in_order(left: Sequence[Left]) -> tuple[Left, ...]:
    """What is left, in the order of the text."""
    return tuple(sorted(left, key=lambda x: (x.finding.start, x.finding.end, x.finding.code)))
