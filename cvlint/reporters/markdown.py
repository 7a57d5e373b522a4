"""Markdown for a comment on a pull request, a note or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvlint.model.finding import Finding, Severity
from cvlint.model.job import Comparison
from cvlint.model.report import FileReport, FileStatus, Report
from cvlint.reporters.wording import (
    MEANING,
    ONLY_TRUE,
    SEVERITY,
    ad_name,
    asked,
    count,
    coverage,
    facts,
    one_line,
    others,
    place,
    shown,
    suggestion,
    totals,
)

# Everything that could begin a link, HTML, emphasis, a formula, a table cell or, at the start of a line, a list.
SPECIAL = re.compile(r"[\\`*_\[\]<>|~#&$@]|:(?=//)|(?<=www)\.|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


def render(report: Report) -> str:
    """A heading for each file, the findings by severity, the comparison with each ad as a table, then the totals."""
    lines = ["# cvlint", "", f"{totals(report)}.", ""]
    for notice in report.notices:
        lines += [f"> {escape(notice.message)}", ""]
    for file in report.files:
        lines += _file(file)
    return "\n".join(lines).rstrip() + "\n"


def escape(text: str) -> str:
    """The text on one line, so that Markdown shows it letter by letter."""
    return SPECIAL.sub(lambda m: "\\" + m[0], one_line(text))


def _file(file: FileReport) -> Iterator[str]:
    yield from (f"## {escape(file.path)}", "")
    if file.status is FileStatus.FAILED:
        yield from ("**Not checked.**", "")
    else:
        yield from (escape(facts(file)), "")
    for notice in file.notices:
        yield from (f"> {escape(notice.message)}", "")
    for severity in Severity:
        findings = [f for f in file.findings if f.severity is severity]
        if findings:
            yield from (f"### {count(len(findings), SEVERITY[severity]).capitalize()}: {MEANING[severity]}", "")
            for finding in findings:
                yield _finding(finding, file.pages)
            yield ""
    if file.status is FileStatus.CHECKED and not file.findings:
        yield from ("Nothing found.", "")
    for comparison in file.comparisons:
        yield from _comparison(comparison)


def _finding(finding: Finding, pages: int | None) -> str:
    lines = [
        f"- **{escape(finding.message)}** ({escape(place(finding, pages))}; {finding.code} {escape(finding.name)})"
    ]
    if finding.context and finding.text.strip():
        lines.append(_marked(one_line(finding.context), one_line(finding.text)))
    if finding.suggestions:
        lines.append(f"→ {' or '.join(escape(suggestion(s)) for s in finding.suggestions[:3])}")
    return "\\\n  ".join(lines)


def _marked(context: str, found: str) -> str:
    """The context with the place in bold where it can be told: the words may stand in it more than once."""
    if not found or context.count(found) != 1:
        return f"“{escape(context)}”"
    before, after = context.split(found)
    inner = escape(found)
    return f"“{escape_inside(before)}**{inner}**{escape_inside(after)}”"


def escape_inside(text: str) -> str:
    """As `escape`, with the blanks at both ends kept."""
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if text.strip() else ""
    return f"{' ' if lead else ''}{escape(text)}{' ' if tail else ''}"


def _comparison(comparison: Comparison) -> Iterator[str]:
    yield from (f"### Against the ad: {escape(ad_name(comparison))}", "")
    rows = asked(comparison)
    if rows:
        yield from ("| The ad asks for | Level | In the CV | The CV's words |", "|---|---|---|---|")
        for e in rows:
            either = others(comparison, e)
            term = e.requirement.term + (f" (or {either})" if either else "")
            words = escape(e.quote or "")
            yield f"| {escape(term)} | {e.requirement.level.value} | {shown(e)} | {words} |"
        yield ""
    yield from (f"{coverage(comparison)}. {ONLY_TRUE}" if coverage(comparison) else ONLY_TRUE, "")
