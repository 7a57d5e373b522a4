"""The outcome of a run: what a reporter prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cvlint.model.document import Document, Notice
from cvlint.model.finding import Finding, Severity
from cvlint.model.job import Comparison

INCOMPLETE = frozenset({"not-checked", "ad-not-read", "rule-failed", "reader-required"})
"""The codes of notices that say that something asked for was not done."""


class FileStatus(StrEnum):
    """`failed`: the file could not be checked; its notice says why, and the run ends with exit code 2."""

    CHECKED = "checked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ReaderState:
    """One proofreader in this run. `status` is ran, failed or missing; `reason` says why it did not run."""

    name: str
    version: str
    status: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """How many findings each means of suppression took out of a file's report.

    `used` names the entries that did it: accepted words, fingerprints of the baseline, `Ignore.key`.
    """

    words: int = 0
    ignores: int = 0
    baseline: int = 0
    used: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileReport:
    """What was found in one file. `document` is None where the file could not be read."""

    path: str
    format: str
    status: FileStatus
    findings: tuple[Finding, ...] = ()
    notices: tuple[Notice, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    document: Document | None = None
    locale: str | None = None
    locale_reason: str = ""
    pages: int | None = None
    words: int = 0
    suppressed: Suppressed = Suppressed()


@dataclass(frozen=True)
class Report:
    """The outcome of one run over one or more files."""

    files: tuple[FileReport, ...]
    readers: tuple[ReaderState, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def incomplete(self) -> bool:
        """Whether something that was asked for could not be checked: the run must not read as a success."""
        notices = (*self.notices, *(n for file in self.files for n in file.notices))
        return any(f.status is FileStatus.FAILED for f in self.files) or any(n.code in INCOMPLETE for n in notices)

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity, over all files."""
        return Counter(f.severity for file in self.files for f in file.findings)


def reader_notices(states: Sequence[ReaderState], required: Sequence[str]) -> list[Notice]:
    """What makes a run incomplete: a required reader that did not run, or none that ran."""
    notices = [
        Notice("reader-required", f"--require-reader {r.name}: {r.reason}")
        for r in states
        if r.status != "ran" and r.name in required
    ]
    if states and all(r.status != "ran" for r in states):
        notices.append(
            Notice("not-checked", "No proofreader could run, so nothing was proofread; see `cvlint doctor`.")
        )
    return notices
