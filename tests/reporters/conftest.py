"""A small report that holds one of everything, and text that would do harm if it were not escaped."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace

import pytest

from cvlint.model.document import Block, BlockKind, Document, Notice
from cvlint.model.finding import Finding, FixSafety, Severity
from cvlint.model.job import Comparison, Evidence, JobAd, Level, Requirement, RequirementKind, Status
from cvlint.model.location import Box
from cvlint.model.picture import PagePicture
from cvlint.model.report import FileReport, FileStatus, ReaderState, Report

TEXT = """Ana Tuilagi
ana@example.com

Experience
Clerk, Adze & Sons <script>window.hacked = 1</script>, Jan 2020 – Mar 2021
Kept teh books of 12 clients | 3 of them *large*
Ran payroll in
Xero, 95% on time: no late pays

Referees
"""


def finding(code: str, name: str, severity: Severity, message: str, words: str, **more: object) -> Finding:
    """A finding on the first place of some words in `TEXT`; without words, at the end of the text."""
    start = TEXT.index(words) if words else len(TEXT) - 1
    line = TEXT.count("\n", 0, start) + 1
    made = Finding(
        code=code,
        name=name,
        severity=severity,
        message=message,
        text=words,
        context=TEXT.splitlines()[line - 1],
        start=start,
        end=start + len(words),
        line=line,
        fingerprint=f"{code}{start:04d}",
        section="Experience",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def blocks() -> tuple[Block, ...]:
    made, at = [], 0
    for line in TEXT.splitlines():
        kind = BlockKind.HEADING if line in ("Experience", "Referees") else BlockKind.PARAGRAPH
        kind = BlockKind.LIST_ITEM if line.startswith("Kept") else kind
        if line:
            label = "•" if kind is BlockKind.LIST_ITEM else ""
            made.append(Block(len(made), at, at + len(line), kind, label=label, page=1))
        at += len(line) + 1
    return tuple(made)


def comparison() -> Comparison:
    def asked(term: str, level: Level, line: int, group: str | None = None) -> Requirement:
        return Requirement(term, RequirementKind.TOOL, level, f"Good knowledge of {term}", line, ((0, 4),), group)

    ad = JobAd(path="ad.txt", text="", title="Payroll Officer", employer="Totara <b>Foods</b>")
    at = TEXT.index("payroll in\nXero")
    evidence = (
        Evidence(asked("Xero", Level.MUST, 4), Status.PRESENT, "Ran payroll in\nXero", at, rung="exact"),
        Evidence(asked("Power BI", Level.MUST, 5, "g1"), Status.ABSENT),
        Evidence(asked("Tableau", Level.MUST, 5, "g1"), Status.ABSENT),
        Evidence(asked("SQL | DDL", Level.NICE, 8), Status.WEAK, "12 clients", TEXT.index("12"), rung="related"),
        Evidence(asked("tea", Level.MENTION, 9), Status.ABSENT),
    )
    return Comparison(ad, evidence, must=(1, 2), nice=(0, 1))


@pytest.fixture
def document() -> Document:
    return Document("cvs/my cv.docx", "docx", TEXT, blocks())


@pytest.fixture
def report(document: Document) -> Report:
    found = (
        finding(
            "ZZ901", "misspelling", Severity.ERROR, "'teh' is misspelt: 'the'", "teh",
            suggestions=("the", "ten"), readers=("harper",), fix=FixSafety.SAFE,
            page=1, box=Box(1, 62.0, 120.0, 78.0, 131.0),
        ),
        finding("ZZ902", "split-name", Severity.WARNING, "Keep 'payroll in Xero' on one line", "payroll in\nXero"),
        finding(
            "ZZ903", "ampersand", Severity.INFO, "'&' or 'and', <b>50%</b> of each: choose", "&", suggestions=("and",)
        ),
        finding("ZZ904", "no-phone", Severity.ERROR, "No telephone number was found", "", section=None, context=""),
    )  # fmt: skip
    checked = FileReport(
        path=document.path,
        format="docx",
        status=FileStatus.CHECKED,
        findings=tuple(sorted(found, key=lambda f: f.start)),
        notices=(Notice("embedded-text", "Text embedded as a file of its own was not read."),),
        comparisons=(comparison(),),
        document=document,
        locale="en-NZ",
        locale_reason="as set",
        pages=1,
        words=31,
    )
    failed = FileReport(
        "gone.pdf", "unknown", FileStatus.FAILED, notices=(Notice("not-checked", "gone.pdf: cannot be read."),)
    )
    readers = (ReaderState("harper", "0.2.0", "ran"), ReaderState("languagetool", "", "missing", "not installed"))
    return Report((checked, failed), readers, (Notice("unused-baseline", "1 entry of the baseline is not needed."),))


@pytest.fixture
def pictures() -> list[PagePicture]:
    """One white page of A4 size."""
    width, height = 60, 85
    rows = b"".join(b"\x00" + b"\xff" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return [PagePicture(1, 595.0, 842.0, png)]
