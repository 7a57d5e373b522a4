"""What a match becomes: a finding with its message, place and context, and a fingerprint that outlives edits."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from cvlint.catalogue.select import ActiveRule
from cvlint.facts import Facts
from cvlint.model.document import Document
from cvlint.model.finding import Finding, FixSafety, Match

CONTEXT = 40
"""Characters of context on each side of a finding."""


def finding_from(active: ActiveRule, match: Match, facts: Facts) -> Finding:
    """The finding that a match of a rule is: with its message, its place and its context."""
    document, card = facts.document, active.rule.card
    found = document.text[match.start : match.end]
    data = {
        "found": shown(found),
        "suggestion": match.suggestions[0] if match.suggestions else "",
        **match.data,
    }
    block = document.block_at(match.start)
    section = facts.resume.section_at(match.start)
    own_severity = active.severity is card.severity  # a severity that the user set wins over the evidence
    return Finding(
        code=card.code,
        name=card.name,
        severity=match.severity if match.severity and own_severity else active.severity,
        message=card.message.format_map(_Braces(data)),
        text=found,
        context=context_of(document, match),
        start=match.start,
        end=match.end,
        line=document.line_at(match.start),
        page=document.page_at(match.start),
        block=block.index if block else None,
        section=section.title or None if section else None,
        box=document.box(match.span),
        suggestions=match.suggestions,
        readers=match.readers,
        fix=(match.fix or card.fix) if match.suggestions else FixSafety.NONE,
        whole=match.whole,
    )


class _Braces(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def shown(text: str, most: int = 60) -> str:
    """Text of the CV as a message quotes it: on one line, shortened in the middle."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most // 2].rstrip()} … {flat[-(most // 3) :].lstrip()}"


def context_of(document: Document, match: Match) -> str:
    """The words around a match, from its own block, on one line."""
    block = document.block_at(match.start)
    low, high = (block.start, max(block.end, match.end)) if block else (0, len(document.text))
    low, high = min(low, match.start), min(high, match.end + CONTEXT)
    low = max(low, match.start - CONTEXT)
    text = document.text[low:high]
    if low and not document.text[low - 1].isspace():
        text = text[text.find(" ", 0, match.start - low) + 1 :]
    if high < len(document.text) and not document.text[high].isspace():
        cut = text.rfind(" ")
        text = text[:cut] if cut > match.end - low else text
    return " ".join(text.split())


def with_fingerprints(findings: Sequence[Finding], document: Document) -> list[Finding]:
    """The findings with their fingerprints: rule, flagged text, three tokens on each side within the paragraph, and a
    count; no position, so that what is written elsewhere changes no fingerprint.
    """
    seen: Counter[str] = Counter()
    out = []
    for finding in findings:
        block = document.block_at(finding.start)
        low, high = (block.start, block.end) if block else (0, len(document.text))
        before = re.findall(r"\w+", document.text[max(low, finding.start - 80) : finding.start])[-3:]
        after = re.findall(r"\w+", document.text[finding.end : min(finding.end + 80, max(high, finding.end))])[:3]
        key = "\x1f".join((finding.code, finding.text, " ".join(before), " ".join(after)))
        seen[key] += 1
        digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode()).hexdigest()
        out.append(replace(finding, fingerprint=digest[:16]))
    return out
