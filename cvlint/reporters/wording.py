"""The words that several reporters share, and text of a CV made harmless for one line of a log."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cvlint.model.finding import Finding, Severity
from cvlint.model.job import Comparison, Evidence, Level, Status
from cvlint.model.report import INCOMPLETE, FileReport, FileStatus, Report

# Control characters could drive a terminal or end an XML file, direction marks turn a line of a log around, and a
# lone surrogate cannot be written as UTF-8 at all. Tabs and line ends stay.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")

SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "suggestion"}
MEANING = {
    Severity.ERROR: "a careful reader would put the CV down here",
    Severity.WARNING: "mend these",
    Severity.INFO: "think about these",
}
SHOWN = {
    Status.PRESENT: "yes",
    Status.OTHER_NAME: "under another name",
    Status.WEAK: "only in a list of skills",
    Status.ABSENT: "not found",
}
ONLY_TRUE = "Show only what you have: nothing here says that you should claim more."


def clean(text: str) -> str:
    """The text with every character that could not be shown replaced by the mark for an unknown one."""
    return UNPRINTABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text on one line, safe to print."""
    return " ".join(clean(text).split())


def count(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def series(parts: Iterable[str]) -> str:
    """`a, b and c`."""
    *first, last = [p for p in parts if p] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def totals(report: Report) -> str:
    """`1 error and 2 warnings in 3 files; 1 file could not be checked`."""
    failed = sum(f.status is FileStatus.FAILED for f in report.files)
    checked = len(report.files) - failed
    found = series(count(report.counts[s], SEVERITY[s]) for s in Severity if report.counts[s])
    text = f"{found or 'Nothing found'} in {count(checked, 'file')}" if checked else "Nothing was checked"
    return text + (f"; {count(failed, 'file')} could not be checked" if failed else "")


def place(finding: Finding, pages: int | None) -> str:
    """`line 14, page 2, Experience`."""
    parts = [f"line {finding.line}"]
    if finding.page and (pages or 0) > 1:
        parts.append(f"page {finding.page}")
    if finding.section:
        parts.append(one_line(finding.section))
    return ", ".join(parts)


def facts(file: FileReport) -> str:
    """`DOCX · 2 pages · 812 words · en-NZ`."""
    pages = count(file.pages, "page") if file.pages else ""
    parts = (file.format.upper(), pages, count(file.words, "word"), file.locale or "")
    return " · ".join(p for p in parts if p)


def suggestion(text: str) -> str:
    """A suggestion as a person reads it: blanks and nothing by name."""
    return one_line(text) or {"": "nothing", " ": "a space"}.get(text, "spaces")


def shown(evidence: Evidence) -> str:
    """What the CV shows of a requirement, in words."""
    return "something near" if evidence.rung == "related" else SHOWN[evidence.status]


def coverage(comparison: Comparison) -> str:
    """`9 of 12 must-haves shown, 2 of 5 nice-to-haves`."""
    (must, musts), (nice, nices) = comparison.must, comparison.nice
    parts = [f"{must} of {count(musts, 'must-have')} shown"] * bool(musts)
    parts += [f"{nice} of {count(nices, 'nice-to-have')}{'' if musts else ' shown'}"] * bool(nices)
    return ", ".join(parts)


def asked(comparison: Comparison) -> list[Evidence]:
    """What the ad asks for, must-haves first and what is missing before what is there; not what it only mentions."""
    rows = [e for e in comparison.evidence if e.requirement.level is not Level.MENTION]
    return sorted(rows, key=lambda e: (e.requirement.level is not Level.MUST, e.covered))


def others(comparison: Comparison, evidence: Evidence) -> str:
    """The alternatives to a requirement, either of which satisfies: `Tableau or Qlik`."""
    group = evidence.requirement.group
    same = [e.requirement.term for e in comparison.evidence if group and e.requirement.group == group]
    return " or ".join(dict.fromkeys(one_line(t) for t in same if t != evidence.requirement.term))


def ad_name(comparison: Comparison) -> str:
    """`Analyst at Rata Bank`, or the path of the ad."""
    ad = comparison.ad
    return one_line(" at ".join(filter(None, (ad.title, ad.employer))) or ad.path)


def remarks(report: Report) -> list[tuple[str, str, str]]:
    """Every notice as (path or nothing, code, message), those first that make the run incomplete."""
    every = [("", n.code, n.message) for n in report.notices]
    every += [(f.path, n.code, n.message) for f in report.files for n in f.notices]
    return sorted(every, key=lambda n: n[1] not in INCOMPLETE)
