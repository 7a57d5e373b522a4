"""Mending a CV and looking at it again: a fix that does not settle its finding, or brings another, is taken back."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from cvlint.fixes.copies import copy_of, why_no_copy
from cvlint.fixes.errors import FixError
from cvlint.fixes.misspellings import SPELLERS
from cvlint.fixes.plan import Edit, Left, Plan, make_plan
from cvlint.fixes.safety import guarded
from cvlint.loaders import LoadError, load
from cvlint.model.document import Document
from cvlint.model.finding import Finding, FixSafety
from cvlint.model.report import FileReport, FileStatus

Check = Callable[[bytes], FileReport]
"""Checks other content of the same file, by the same rules."""
ROUNDS = 6


@dataclass(frozen=True)
class Mended:
    """A corrected copy, what was done, and the reports on the original and on the copy.

    `reason` says why there is none, where the format allows none.
    """

    data: bytes
    plan: Plan
    before: FileReport
    after: FileReport
    reason: str = ""


def unwritten(file: FileReport, codes: Container[str]) -> Mended | None:
    """For a format of which no copy can be made: what is to be mended in another file; None for the other formats."""
    reason = why_no_copy(file.document) if file.document is not None else None
    if reason is None:
        return None
    left = tuple(Left(f, "") for f in file.findings if mendable(f, codes))
    return Mended(b"", Plan(left=left), file, file, reason)


def mendable(finding: Finding, codes: Container[str] | None = None) -> bool:
    """Whether a finding says what to write instead, and is of one of these rules."""
    return bool(finding.suggestions) and finding.fix is not FixSafety.NONE and (codes is None or finding.code in codes)


def mend(
    file: FileReport,
    data: bytes,
    check: Check,
    today: date,
    unsafe: bool = False,
    tracked: datetime | None = None,
    codes: Container[str] | None = None,
    readers: Iterable[str] = SPELLERS,
) -> Mended:
    """The corrected copy of a file that was read from `data`: its text is what the plan says, and nothing new is found.

    `codes` are the rules whose findings are mended, by default all; `readers` are those that ran. `tracked` is the
    moment of tracked changes.
    Raises `FixError` where the format cannot be written or the copy does not read as it should.
    """
    document = file.document
    if document is None:
        raise FixError(f"{file.path}: the file could not be read, so nothing can be mended.")
    copy = copy_of(document, data, tracked)
    wanted = tuple(f for f in file.findings if mendable(f, codes))
    plan = make_plan(wanted, document, guarded(document, today, readers), unsafe, copy.refusal)
    for _ in range(ROUNDS):
        if not plan.edits:
            return Mended(data, plan, file, file)
        made = copy_of(document, data).write(plan)
        after = check(made)
        wrong = failing(plan, file, after)
        if not wrong:
            final = made if tracked is None else copy_of(document, data, tracked).write(plan)
            verify(document, plan, final)
            return Mended(final, plan, file, after)
        plan = plan.without(wrong)
    return Mended(data, plan.without(plan.edits), file, file)


def verify(document: Document, plan: Plan, made: bytes) -> None:
    """Raise `FixError` unless a copy reads as the plan says, character for character."""
    try:
        text = load(Path(document.path), made).text
    except LoadError as error:
        raise FixError(f"{document.path}: the corrected copy could not be read back, so it was not kept.") from error
    if text != plan.applied(document.text):
        raise FixError(f"{document.path}: the corrected copy did not read as it should, so it was not kept.")


def failing(plan: Plan, before: FileReport, after: FileReport) -> list[Edit]:
    """The edits to take back: those that did not settle their finding, and those that something new may come from."""
    if before.document is None or after.document is None or after.status is FileStatus.FAILED:
        return list(plan.edits)
    if after.document.text != plan.applied(before.document.text):
        return odd_ones(plan, before.document, after.document)
    news = appeared(plan, before.findings, after.findings)
    wrong: list[Edit] = []
    for finding in news:
        wrong += [e for e in _suspects(finding, plan, after.document) if e not in wrong]
    return wrong


def odd_ones(plan: Plan, before: Document, after: Document) -> list[Edit]:
    """The edits whose place in the copy does not read as planned; all of them where that cannot be told."""
    shift, odd = 0, []
    for edit in plan.edits:
        start = edit.start + shift
        shift += len(edit.new) - (edit.end - edit.start)
        low, high = max(0, edit.start - 8), edit.end + 8
        wanted = before.text[low : edit.start] + edit.new + before.text[edit.end : high]
        if after.text[start - (edit.start - low) :][: len(wanted)] != wanted:
            odd.append(edit)
            break  # what comes after is shifted
    return odd or list(plan.edits)


def appeared(plan: Plan, before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """The findings on the copy that no finding on the original, other than the mended ones, accounts for."""
    mended = {id(f) for e in plan.edits for f in e.findings}
    old = [(f.code, *moved(plan, f)) for f in before if id(f) not in mended]
    return [f for f in after if not any(c == f.code and touching(s, e, f.start, f.end) for c, s, e in old)]


def touching(s: int, e: int, start: int, end: int) -> bool:
    """Whether two ranges share a character, or one is empty and lies in or at the other."""
    return (s < end and start < e) or ((s == e or start == end) and s <= end and start <= e)


def moved(plan: Plan, finding: Finding) -> tuple[int, int]:
    """Where a finding's range lies in the copy."""
    return _moved(plan.edits, finding.start, False), _moved(plan.edits, finding.end, True)


def _moved(edits: Iterable[Edit], at: int, is_end: bool) -> int:
    shift = 0
    for edit in edits:
        if edit.end <= at:
            shift += len(edit.new) - (edit.end - edit.start)
        elif edit.start < at:
            return edit.start + shift + (len(edit.new) if is_end else 0)
    return at + shift


def _suspects(finding: Finding, plan: Plan, after: Document) -> list[Edit]:
    """The edits that may have brought a finding: in its words, else in its block, else of its family, else all."""
    places: list[tuple[Edit, int, int]] = []
    shift = 0
    for edit in plan.edits:
        places.append((edit, edit.start + shift, edit.start + shift + len(edit.new)))
        shift += len(edit.new) - (edit.end - edit.start)
    at = [e for e, start, end in places if touching(start, end, finding.start, finding.end)]
    if at:
        return at
    block = after.block_at(finding.start)
    inside = [e for e, start, _ in places if block is not None and after.block_at(start) is block]
    family = [e for e in plan.edits if any(f.code[:2] == finding.code[:2] for f in e.findings)]
    return inside or family or list(plan.edits)
