"""A report without a word of the CV, for logs that others can read."""

from __future__ import annotations

import hashlib
import re
import string
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from cvlint.catalogue.card import Rule
from cvlint.catalogue.find import find_rules
from cvlint.model.document import Document, Notice
from cvlint.model.finding import Finding
from cvlint.model.job import Comparison, JobAd
from cvlint.model.report import FileReport, Report, Suppressed

GONE = "…"
REDACTED = "redacted"
"""The flag of a document of which only the shape is left: there is no use in showing its text."""

COUNTED = frozenset({"count", "often", "line", "all", "odd", "months", "locale"})
"""Placeholders of cards that the check fills with a number that it counted, never with words of the CV."""

OWN_WORDS = frozenset(
    {
        "not-checked", "no-text", "no-text-layer", "part-scan", "page-unreadable", "page-cut", "pages-cut",
        "embedded-text", "damaged-parts", "reader-missing", "reader-required", "unused-baseline", "ad-not-read",
    }
)  # fmt: skip
"""Notices that speak of files, pages and readers only; what they quote in parentheses is taken out all the same."""


def redact(report: Report, rules: Iterable[Rule] | None = None) -> Report:
    """The report with every text of the CV and the ad taken out; any reporter can print it where others read along.

    What stays: paths, codes, severities, the advice of the cards, lines, pages, offsets and counts. Messages lose what
    the card's braces were filled with. Fingerprints are made anew from path, code and count, because a hash of a few
    words can be guessed. `rules` are the cards, the built-in ones and those of packs without it.
    """
    messages = {r.code: r.card.message for r in (find_rules() if rules is None else rules)}
    return replace(
        report,
        files=tuple(_file(f, messages) for f in report.files),
        notices=tuple(_notice(n) for n in report.notices),
    )


def _file(file: FileReport, messages: dict[str, str]) -> FileReport:
    seen: Counter[str] = Counter()
    findings = []
    for finding in file.findings:
        seen[finding.code] += 1
        findings.append(_finding(finding, messages, f"{file.path}\x1f{finding.code}\x1f{seen[finding.code]}"))
    return replace(
        file,
        findings=tuple(findings),
        notices=tuple(_notice(n) for n in file.notices),
        comparisons=tuple(_comparison(c) for c in file.comparisons),
        document=file.document and _document(file.document),
        locale_reason="",
        suppressed=replace(file.suppressed, used=()) if file.suppressed else Suppressed(),
    )


def _finding(finding: Finding, messages: dict[str, str], key: str) -> Finding:
    return replace(
        finding,
        message=_message(finding, messages.get(finding.code)),
        text="",
        context="",
        section=None,
        suggestions=(),
        fingerprint=hashlib.sha256(key.encode(errors="replace")).hexdigest()[:16],
    )


def _message(finding: Finding, template: str | None) -> str:
    """The advice, with the name of the rule where something was taken out of it: that says what the words would."""
    name = finding.name.replace("-", " ")
    if template is None:
        return name
    told = advice(template, finding.message)
    return f"{told} ({name})" if GONE in told else told


def advice(template: str, message: str) -> str:
    """A card's message with its braces left open, except for counts, which are read back out of the message."""
    pieces = list(string.Formatter().parse(template))
    pattern = "".join(re.escape(text) + ("(.*?)" if field is not None else "") for text, field, _, _ in pieces)
    found = re.fullmatch(pattern, message, re.DOTALL)
    values = iter(found.groups() if found else ())
    out = ""
    for text, field, _, _ in pieces:
        out += text
        if field is not None:
            value = next(values, "")
            out += value if field in COUNTED and re.fullmatch(r"[0-9]{1,4}|en-[A-Z]{2}", value) else GONE
    return out


def _notice(notice: Notice) -> Notice:
    if notice.code in OWN_WORDS:
        return Notice(notice.code, re.sub(r" ?\([^()]*\)?", "", notice.message))
    if notice.code == "rule-failed":
        rule = re.match(r"[A-Z]{1,3}[0-9]{3}\b", notice.message)
        return Notice(notice.code, f"{rule[0] if rule else 'A rule'} failed on this file; everything else was checked.")
    return Notice(notice.code, f"{notice.code.replace('-', ' ').capitalize()}: see the report itself.")


def _comparison(comparison: Comparison) -> Comparison:
    """The coverage alone: each requirement that is met would tell what the CV holds."""
    return replace(comparison, ad=JobAd(path=comparison.ad.path, text=""), evidence=())


def _document(document: Document) -> Document:
    """The lines of the document with every character masked, so that lines and columns can still be told."""
    return Document(
        path=document.path,
        format=document.format,
        text=re.sub(r"[^\n]", "·", document.text),
        pages=tuple(replace(p, second_reading="") for p in document.pages),
        flags=frozenset({REDACTED}),
        size=document.size,
    )
