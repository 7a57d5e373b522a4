"""From the places where an ad asks to its list of requirements, each named once, with its either-or group."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from cvlint.job.found import Found
from cvlint.job.names import normal, other_names
from cvlint.model.document import Document
from cvlint.model.job import Level, Requirement, RequirementKind

ORDER = {Level.MUST: 0, Level.NICE: 1, Level.MENTION: 2}
BETWEEN = re.compile(
    r"^[\s)\]]*(?:,|/|or|and/or|, or|,\s*and/or|or (?:a|an|the|other|similar|equivalent)|\((?:or|e\.?g\.?)|such as|like)[\s(]*(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
OR = re.compile(r"\bor\b|/|\beither\b", re.IGNORECASE)


def merged(document: Document, found: list[Found]) -> list[Requirement]:
    """One requirement for each name, with all its mentions, the strictest level, and its either-or group."""
    by_name: dict[tuple[str, RequirementKind], list[Found]] = defaultdict(list)
    for f in found:
        key = f"{f.amount}|{normal(f.term)}" if f.kind is RequirementKind.EXPERIENCE_YEARS else normal(f.term)
        by_name[(key, f.kind)].append(f)
    groups = _groups(document.text, found)
    out = []
    for places in by_name.values():
        best = min(places, key=lambda f: (ORDER[f.level], f.start))
        surface = min(places, key=lambda f: (ORDER[f.level], -sum(g.term == f.term for g in places), f.term))
        out.append(
            Requirement(
                term=" ".join(surface.term.split()),
                kind=best.kind,
                level=best.level,
                quote=document.text[best.piece.start : best.piece.end],
                line=document.line_at(best.start),
                mentions=tuple(sorted({(f.start, f.end) for f in places})),
                group=groups.get((best.start, best.end)),
                amount=best.amount,
                aliases=other_names(best.term),
            )
        )
    out.sort(key=lambda r: (ORDER[r.level], r.mentions[0]))
    return _one_member_groups_dissolved(out)


def _one_member_groups_dissolved(found: list[Requirement]) -> list[Requirement]:
    sizes: dict[str, int] = defaultdict(int)
    for r in found:
        if r.group:
            sizes[r.group] += 1
    names: dict[str, str] = {}
    out = []
    for r in found:
        if r.group and sizes[r.group] > 1:
            names.setdefault(r.group, f"g{len(names) + 1}")
            out.append(replace(r, group=names[r.group]))
        else:
            out.append(replace(r, group=None))
    return out


def _groups(text: str, found: list[Found]) -> dict[tuple[int, int], str]:
    """Either-or groups: neighbours in one piece joined by commas, slashes and at least one "or"."""
    by_piece: dict[int, list[Found]] = defaultdict(list)
    for f in found:
        by_piece[f.piece.start].append(f)
    out: dict[tuple[int, int], str] = {}
    for start, members in by_piece.items():
        flat: list[Found] = []
        for f in sorted(members, key=lambda f: (f.start, -f.end)):
            if not flat or f.start >= flat[-1].end:
                flat.append(f)
        chain: list[Found] = []
        joints = ""
        for f in flat:
            between = text[chain[-1].end : f.start] if chain else ""
            if chain and BETWEEN.match(between) and len(between) < 40:
                chain.append(f)
                joints += between
                continue
            _close(chain, joints, f"{start}-{chain[0].start if chain else 0}", out)
            chain, joints = [f], ""
        _close(chain, joints, f"{start}-{chain[0].start if chain else 0}", out)
    return out


def _close(chain: list[Found], joints: str, name: str, out: dict[tuple[int, int], str]) -> None:
    if len(chain) > 1 and OR.search(joints):
        for f in chain:
            out[(f.start, f.end)] = name
