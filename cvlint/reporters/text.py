"""The report for a person: what matters most first, each place quoted and marked, then the ad, then one line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cvlint.model.document import Document
from cvlint.model.finding import Finding, Severity
from cvlint.model.job import Comparison, Evidence, Level, RequirementKind, Status
from cvlint.model.locales import ENGLISH
from cvlint.model.report import FileReport, FileStatus, ReaderState, Report

WIDTH = 100
"""Columns where the output is no terminal."""

TRAILING = re.compile(r" +((?:\x1b\[0m)?)$", re.MULTILINE)
"""Blanks at the end of a line, with the sign that ends a colour."""

GOOD_NEWS = {"ad-found"}
"""Notices that tell what was done; the others tell what was not."""

SAME = 3
"""Findings of one rule that are shown in full where there are more than `MANY`; the others are named by their lines."""

MANY = {Severity.WARNING: 6, Severity.INFO: SAME + 1}
"""Findings of one rule that are all shown; of errors each one is."""

QUOTED = 72
"""Characters of the CV's words in the table of the ad."""

GROUPS = {
    Severity.ERROR: ("Errors", "a careful reader would put the CV down here", "red"),
    Severity.WARNING: ("Warnings", "mend these", "yellow"),
    Severity.INFO: ("Suggestions", "think about these", "cyan"),
}
BLANK = {"": "nothing", " ": "a space"}
READERS = {"lingotweaker": "LingoTweaker", "harper": "Harper", "languagetool": "LanguageTool", "slips": "slips"}
SHOWN = {
    Status.PRESENT: ("yes", "green"),
    Status.OTHER_NAME: ("under another name", "green"),
    Status.WEAK: ("only in a list of skills", "yellow"),
    Status.ABSENT: ("not found", "red"),
}


def render(report: Report, console: Console | None = None) -> str:
    """The report, fitted to the console's width and colours; without one 100 columns wide and plain.

    No line ends in blanks, so that it can be kept in a file or a mail.
    """
    console = console or Console(width=WIDTH, color_system=None, force_terminal=False)
    with console.capture() as printed:
        _show(report, console)
    return TRAILING.sub(r"\1", printed.get())


def _show(report: Report, console: Console) -> None:
    ran = [r for r in report.readers if r.status == "ran"]
    for file in report.files:
        if file.status is FileStatus.CHECKED:
            _file(file, [r.name for r in ran], console)
    for notice in report.notices:
        _say(console, "!", notice.message, "yellow")
    for file in report.files:
        if file.status is FileStatus.FAILED:
            for notice in file.notices:
                _say(console, "Not checked:", notice.message, "bold red")
    console.print(Text(_summary(report, ran), style="bold"), soft_wrap=True)
    worst = max((f for file in report.files for f in file.findings), key=lambda f: f.severity.rank, default=None)
    if worst:
        console.print(Text(f"`cvlint explain {worst.code}` says why, and how to switch a rule off.", style="dim"))


def _file(file: FileReport, ran: Sequence[str], console: Console) -> None:
    _heading(file, console)
    for notice in file.notices:
        mark, style = ("·", "dim") if notice.code in GOOD_NEWS else ("!", "yellow")
        _say(console, mark, notice.message, style)
    for severity, (title, meaning, colour) in GROUPS.items():
        findings = [f for f in file.findings if f.severity is severity]
        if findings:
            console.print()
            console.print(Text.assemble((f"{title} ({len(findings)})", f"bold {colour}"), (f"  {meaning}", "dim")))
            for finding, others in _grouped(findings, severity):
                _finding(finding, others, file.document, ran, colour, console)
    for comparison in file.comparisons:
        _comparison(comparison, console)
    console.print()


def _heading(file: FileReport, console: Console) -> None:
    pages = f"{file.pages} page{'s' if file.pages != 1 else ''}" if file.pages else ""
    locale = ENGLISH.get(file.locale or "", file.locale or "")
    because = f"{locale} ({file.locale_reason})" if file.locale_reason else locale
    facts = [fact for fact in (file.format.upper(), pages, f"{file.words:,} words", because) if fact]
    console.print(Text.assemble((file.path, "bold underline"), ("  " + " · ".join(facts), "dim")), soft_wrap=True)


def _grouped(findings: Sequence[Finding], severity: Severity) -> Iterator[tuple[Finding, list[Finding]]]:
    """Each finding to show in full, with those of its rule that are only named."""
    if severity not in MANY:
        yield from ((f, []) for f in findings)
        return
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_code[finding.code].append(finding)
    for same in by_code.values():
        cut = len(same) if len(same) <= MANY[severity] else SAME
        for i, finding in enumerate(same[:cut]):
            yield finding, same[cut:] if i == cut - 1 else []


def _finding(
    finding: Finding,
    others: Sequence[Finding],
    document: Document | None,
    ran: Sequence[str],
    colour: str,
    console: Console,
) -> None:
    console.print()
    console.print(Padding(Text(finding.message, style="bold"), (0, 0, 0, 2), expand=False))
    if document and finding.end > finding.start and not finding.whole and "redacted" not in document.flags:
        _quote(finding, document, colour, console)
    remarks = [_place(finding, document), _suggested(finding), _agreed(finding, ran)]
    told = Text.assemble((finding.code, colour), (" " + " · ".join(filter(None, (finding.name, *remarks))), "dim"))
    if others:
        lines = ", ".join(str(n) for n in dict.fromkeys(f.line for f in others))
        told.append(f"\nand {len(others)} more like this: line {lines}", "dim")
    console.print(Padding(told, (0, 0, 0, 4), expand=False))


def _place(finding: Finding, document: Document | None) -> str:
    if finding.whole:
        return " ".join((finding.section or "").split())
    place = [f"line {finding.line}"]
    if finding.page and document and len(document.pages) > 1:
        place.append(f"page {finding.page}")
    if finding.section:
        place.append(" ".join(finding.section.split()))
    return ", ".join(place)


def _quote(finding: Finding, document: Document, colour: str, console: Console) -> None:
    """The line of the CV with the place marked, cut to the width of the console."""
    line = document.line_span(finding.line)
    start, end = finding.start - line.start, min(finding.end, line.end) - line.start
    text = document.text[line.start : line.end].replace("\t", " ")
    room = max(30, console.width - 8)
    low = 0
    if cell_len(text) > room:
        # Keep the mark in sight, with more of what stands before it than after.
        low = max(0, min(start - room // 2, len(text) - room + 2))
        text = ("…" + text[low + 1 :]) if low else text
        text = text[: room - 1].rstrip() + "…" if len(text) > room else text
    start, end = start - low, min(end - low, len(text))
    console.print(
        Text.assemble("    ", text[:start], (text[start:end], f"bold {colour}"), text[end:]),
        no_wrap=True,
        overflow="ignore",
        crop=False,
    )
    marks = "^" * max(1, cell_len(text[start:end]))
    console.print(
        Text("    " + " " * cell_len(text[:start]) + marks, style=colour), no_wrap=True, overflow="ignore", crop=False
    )


def _suggested(finding: Finding) -> str:
    """What to write instead; the message has often told the best already."""
    shown = [BLANK.get(s) or " ".join(s.split()) or "spaces" for s in finding.suggestions[:3]]
    if not shown:
        return ""
    if f"'{shown[0]}'" in finding.message:
        return f"or {' or '.join(shown[1:])}" if shown[1:] else ""
    return f"→ {' or '.join(shown)}"


def _agreed(finding: Finding, ran: Sequence[str]) -> str:
    names = [READERS.get(r, r) for r in finding.readers if r in ran]
    if not names or len(ran) < 2:
        return ""
    return f"{', '.join(names)} ({len(names)} of {len(ran)} readers)"


def _comparison(comparison: Comparison, console: Console) -> None:
    ad = comparison.ad
    title = " at ".join(filter(None, (ad.title, ad.employer))) or ad.path
    (must, musts), (nice, nices) = comparison.must, comparison.nice
    shown = [f"{must} of {musts} must-haves shown"] * bool(musts) + [f"{nice} of {nices} nice-to-haves"] * bool(nices)
    console.print()
    console.print(Text.assemble(("Against the ad: ", "bold"), title, (f"  ({ad.path})", "dim")), soft_wrap=True)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for column, ratio in (("The ad asks for", 3), ("", 1), ("In the CV", 2), ("The CV's words", 5)):
        table.add_column(column, ratio=ratio, overflow="fold")
    rows = [e for e in comparison.evidence if e.requirement.level is not Level.MENTION]
    for evidence in sorted(rows, key=lambda e: (e.requirement.level is not Level.MUST, e.covered)):
        group = evidence.requirement.group
        others = [e.requirement.term for e in rows if group and e.requirement.group == group and e is not evidence]
        table.add_row(*_row(evidence, others))
    if rows:
        console.print(table)
    mentioned = len(comparison.evidence) - len(rows)
    if mentioned:
        shown.append(f"{mentioned} more only mentioned: `cvlint job {ad.path}` lists them")
    console.print(Text("  " + "; ".join(shown) + "." if shown else "", style="bold"), soft_wrap=True)
    console.print(Text("  Show only what you have: nothing here says that you should claim more.", style="dim"))


def _row(evidence: Evidence, others: Sequence[str]) -> tuple[str, str, Text, str]:
    words, colour = ("something near", "yellow") if evidence.rung == "related" else SHOWN[evidence.status]
    if evidence.requirement.kind is RequirementKind.EXPERIENCE_YEARS and evidence.status is Status.OTHER_NAME:
        words = "yes"  # years are counted, not named
    quote = _around(evidence.quote or "", evidence.found_as or "")
    level = "must" if evidence.requirement.level is Level.MUST else "nice"
    term = evidence.requirement.term + (f" (or {' or '.join(others)})" if others else "")
    return f"  {escape(term)}", level, Text(words, style=colour), escape(quote)


def _around(quote: str, words: str) -> str:
    """A line of the CV, on one line, cut to what stands around the words that matter."""
    quote, words = " ".join(quote.split()), " ".join(words.split())
    if len(quote) <= QUOTED:
        return quote
    at = max(0, quote.find(words))
    low = max(0, min(at - (QUOTED - len(words)) // 2, len(quote) - QUOTED))
    low = quote.rfind(" ", 0, low) + 1 if low else 0
    cut = quote[low : low + QUOTED]
    cut = cut.rsplit(" ", 1)[0] + " …" if low + QUOTED < len(quote) and " " in cut else cut
    return f"… {cut}" if low else cut


def _summary(report: Report, ran: Sequence[ReaderState]) -> str:
    checked = [f for f in report.files if f.status is FileStatus.CHECKED]
    failed = len(report.files) - len(checked)
    counts = report.counts
    parts = [_count(counts[s], GROUPS[s][0].lower().removesuffix("s")) for s in Severity if counts[s]]
    where = f" in {checked[0].path}" if len(checked) == 1 else f" in {len(checked)} files"
    found = f"{_and(parts)}{where}" if parts else f"Nothing found{where}" if checked else "Nothing was checked"
    by = (
        f", read by {_and([f'{READERS.get(r.name, r.name)} {r.version}'.strip() for r in ran])}"
        if ran and checked
        else ""
    )
    let_be = sum(f.suppressed.words + f.suppressed.ignores + f.suppressed.baseline for f in checked)
    tail = f" {_count(let_be, 'finding')} let be as configured." if let_be else ""
    tail += f" {_count(failed, 'file')} could not be checked." if failed else ""
    return f"{found}{by}.{tail}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _and(parts: Iterable[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _say(console: Console, mark: str, message: str, style: str) -> None:
    console.print(Text.assemble((f"{mark} ", style), message), soft_wrap=True)
