"""A CV held against an ad: what it shows of each requirement, with its own words as evidence."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from cvlint.job.formal import DEGREE, LICENCE, REGISTRATION, RIGHT
from cvlint.job.ladder import Hit, best_hit, content
from cvlint.job.shown import Shown
from cvlint.model.job import Comparison, Evidence, JobAd, Level, Requirement, RequirementKind, Status
from cvlint.resume.facts import Resume

STATUS = {"exact": Status.PRESENT, "normalised": Status.PRESENT, "other-name": Status.OTHER_NAME, "word-family": Status.OTHER_NAME,
          "misspelling": Status.OTHER_NAME, "related": Status.WEAK}  # fmt: skip
LEGAL = (RequirementKind.RIGHT_TO_WORK, RequirementKind.REGISTRATION, RequirementKind.LICENCE)
"""Kinds that one has or has not: a word in common ("New Zealand") comes near none of them."""

DEGREE_RANKS = (
    (4, re.compile(r"\bph\.?\s?d|doctor(?:al|ate)|dphil\b", re.IGNORECASE)),
    (
        3,
        re.compile(
            r"\bmaster(?:['’`]?s)?\b|\bm\.?sc\b|\bmba\b|\bm\.?eng\b|\bllm\b|\bm\.a\.?(?!\w)|\bmphil\b|\bm\.s\.?(?!\w)|post-?graduate",
            re.IGNORECASE,
        ),
    ),
    (
        2,
        re.compile(
            r"\bbachelor(?:['’`]?s)?\b|\bb\.?sc\b|\bb\.?a\.?(?![\w])|\bb\.?eng\b|\bllb\b|\bb\.?s\.?(?!\w)|\bb\.?com\b|\bbba\b|\bb\.?tech\b|\bb\.?ed\b|\bdegree\b|\bgraduated?\b|undergraduate|\buniversity\b",
            re.IGNORECASE,
        ),
    ),
    (
        1,
        re.compile(r"\bassociate(?:['’`]?s)?\s+(?:degree|of)|\bdiploma\b|\bcollege\b|\bhn[cd]\b", re.IGNORECASE),
    ),
)
RIGHT_SHOWN = re.compile(
    r"\b(?:citizen\w*|right to work|work (?:permit|visa|authori[sz]ation)|authori[sz]ed to work|permanent resid\w+|visa|eligible to work|passport|green card|resident|relocat\w+)\b",
    re.IGNORECASE,
)
DRIVING = re.compile(
    r"\bdriv(?:ing|er)['’]?s?['’]?s?\s+licen[cs]e|\bclean (?:driving )?licen[cs]e|\bfull (?:\w+ )?licen[cs]e|\bown (?:car|vehicle|transport)|\bcar owner|\bCDL\b",
    re.IGNORECASE,
)
CHECKED = re.compile(
    r"\b(?:criminal|background|police|DBS|CRB|disclosure|security) (?:records? )?(?:check|clearance|vetting|disclosure)|\b(?:DBS|CRB|PVG|WWCC)\b|\bNDIS\b|\bgarda vetting|\bsecurity clear",
    re.IGNORECASE,
)


def compare_with(ad: JobAd, resume: Resume) -> Comparison:
    """What the CV shows of each requirement, in the ad's order, and how much of the whole."""
    shown = Shown(resume)
    evidence = tuple(evidence_of(r, shown) for r in ad.requirements)
    return Comparison(
        ad=ad, evidence=evidence, must=coverage(evidence, Level.MUST), nice=coverage(evidence, Level.NICE)
    )


def coverage(evidence: Iterable[Evidence], level: Level) -> tuple[int, int]:
    """How many of a level are shown, of how many; alternatives count once."""
    groups: dict[str, list[Evidence]] = defaultdict(list)
    for number, e in enumerate(evidence):
        if e.requirement.level is level:
            groups[e.requirement.group or f"#{number}"].append(e)
    return sum(any(e.covered for e in members) for members in groups.values()), len(groups)


def evidence_of(requirement: Requirement, shown: Shown) -> Evidence:
    """What a CV shows of one requirement."""
    kind = requirement.kind
    special = {
        RequirementKind.EXPERIENCE_YEARS: _years,
        RequirementKind.LANGUAGE: _language,
        RequirementKind.RIGHT_TO_WORK: _right,
        RequirementKind.LICENCE: _licence,
        RequirementKind.QUALIFICATION: _degree,
        RequirementKind.REGISTRATION: _registration,
    }.get(kind)
    hit = best_hit(
        shown,
        requirement.term,
        requirement.aliases,
        kind in (RequirementKind.SOFT, RequirementKind.SKILL, RequirementKind.DOMAIN),
    )
    if hit is not None and hit.rung != "related" and kind is not RequirementKind.EXPERIENCE_YEARS:
        return _shown(requirement, shown, hit)
    if special is not None:
        found = special(requirement, shown)
        if found is not None or kind in LEGAL:
            return found or Evidence(requirement, Status.ABSENT)
    return _shown(requirement, shown, hit) if hit is not None else Evidence(requirement, Status.ABSENT)


def _shown(requirement: Requirement, shown: Shown, hit: Hit) -> Evidence:
    start, end = shown.words.starts[hit.first], shown.words.ends[hit.last - 1]
    return _at(requirement, shown, start, end, hit.rung)


def _at(requirement: Requirement, shown: Shown, start: int, end: int, rung: str) -> Evidence:
    where = shown.where(start)
    status = STATUS[rung]
    if where == "skills" and requirement.kind in (
        RequirementKind.SKILL,
        RequirementKind.TOOL,
        RequirementKind.SOFT,
        RequirementKind.DOMAIN,
    ):
        status = Status.WEAK
    return Evidence(requirement, status, shown.line(start), start, end, shown.text[start:end], rung, where)


def _first(
    requirement: Requirement, shown: Shown, pattern: re.Pattern[str], rung: str = "other-name"
) -> Evidence | None:
    m = pattern.search(shown.text)
    return _at(requirement, shown, m.start(), m.end(), rung) if m else None


def _years(requirement: Requirement, shown: Shown) -> Evidence | None:
    """Years asked against years in dated roles; without dated roles the CV is not judged."""
    total = shown.years()
    m = re.search(r"\b(\d{1,2})\+?\s*(?:years?|yrs?)", shown.text)
    if total is None or (m and int(m[1]) >= (requirement.amount or 0)):
        if m is not None:
            enough = int(m[1]) >= (requirement.amount or 0)
            return _at(requirement, shown, m.start(), m.end(), "other-name" if enough else "related")
        if shown.resume.roles or shown.words.surface:
            first = shown.words
            return Evidence(
                requirement,
                Status.WEAK,
                shown.line(first.starts[0]),
                first.starts[0],
                first.ends[0],
                None,
                "related",
                "other",
            )
        return None
    if total + 0.1 < (requirement.amount or 0):
        return Evidence(requirement, Status.ABSENT)
    role = next((r for r in shown.resume.roles if r.dates is not None), None)
    if role is None or role.dates is None:
        return None
    subject = [
        s
        for s in content(re.sub(r"\d+|years?|months?|least|minimum|more", "", requirement.term))
        if s in shown.words.with_stem
    ]
    rung = (
        "other-name"
        if subject or not content(re.sub(r"\d+|years?|months?|least|minimum|more", "", requirement.term))
        else "related"
    )
    return _at(requirement, shown, role.dates.span.start, role.dates.span.end, rung)


def _language(requirement: Requirement, shown: Shown) -> Evidence | None:
    if requirement.term.lower().startswith("english") and shown.words.surface:
        return Evidence(
            requirement,
            Status.PRESENT,
            None,
            None,
            None,
            "the CV is written in English",
            "normalised",
            "other",
        )
    return None


def _right(requirement: Requirement, shown: Shown) -> Evidence | None:
    return _first(requirement, shown, RIGHT) or _first(requirement, shown, RIGHT_SHOWN, "related")


def _licence(requirement: Requirement, shown: Shown) -> Evidence | None:
    if CHECKED.search(requirement.term):
        return _first(requirement, shown, CHECKED)
    if DRIVING.search(requirement.term) or re.search(
        r"\bdriv|\bcar\b|\bvehicle|\btransport", requirement.term, re.IGNORECASE
    ):
        return _first(requirement, shown, DRIVING)
    return _first(requirement, shown, LICENCE, "related")


def _registration(requirement: Requirement, shown: Shown) -> Evidence | None:
    return _first(requirement, shown, REGISTRATION, "related")


def _degree(requirement: Requirement, shown: Shown) -> Evidence | None:
    """A degree asked against those held: one as high shows it, in another subject it only comes near."""
    asked = max((rank for rank, pattern in DEGREE_RANKS if pattern.search(requirement.term)), default=0)
    if not asked and not DEGREE.search(requirement.term):
        return None
    subject = list(
        content(
            re.sub(
                r"(?i)bachelor|master|degree|diploma|university|college|associate|honou?rs|phd|level|equivalent|qualified|educated|related|field|discipline|subject|minimum|[’'`]s",
                " ",
                requirement.term,
            )
        )
    )
    for rank, pattern in DEGREE_RANKS:
        if rank < max(asked, 1):
            break
        for m in pattern.finditer(shown.text):
            line = shown.line(m.start())
            near = content(line)
            rung = "other-name" if not subject or any(s in near for s in subject) else "related"
            return _at(requirement, shown, m.start(), m.end(), rung)
    return None
