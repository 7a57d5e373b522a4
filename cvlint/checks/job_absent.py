"""Checks of what a job ad must have and the CV does not show: each finding points at where one would look for it."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.model.job import Comparison, Evidence, Level, Requirement, RequirementKind, Status
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind

WORD = re.compile(r"\S+")
FORMAL = {
    RequirementKind.EXPERIENCE_YEARS, RequirementKind.QUALIFICATION, RequirementKind.REGISTRATION,
    RequirementKind.LICENCE, RequirementKind.LANGUAGE, RequirementKind.RIGHT_TO_WORK,
}  # fmt: skip


PLACES: dict[RequirementKind, tuple[SectionKind, ...]] = {
    RequirementKind.QUALIFICATION: (SectionKind.EDUCATION, SectionKind.CERTIFICATIONS),
    RequirementKind.REGISTRATION: (SectionKind.CERTIFICATIONS, SectionKind.EDUCATION),
    RequirementKind.LANGUAGE: (SectionKind.LANGUAGES, SectionKind.SKILLS),
    RequirementKind.LICENCE: (SectionKind.CERTIFICATIONS, SectionKind.SKILLS),
    RequirementKind.RIGHT_TO_WORK: (),
}
"""Where one would look for a thing of a kind; skills where the kind is not named here."""
WIDTH = 46
"""Characters of a message that the ad's words may fill."""


def place_for(document: Document, resume: Resume, kind: RequirementKind = RequirementKind.SKILL) -> Span:
    """The first word of the section where one would look, or of the document; for years, the first dates."""
    if kind is RequirementKind.EXPERIENCE_YEARS:
        for role in resume.roles:
            if role.dates is not None:
                return role.dates.span
    sections = [s for k in PLACES.get(kind, (SectionKind.SKILLS,)) for s in resume.of(k)]
    m = WORD.search(document.text, sections[0].span.start if sections else 0)
    return Span(m.start(), m.end()) if m else Span(0, 0)


def shortened(text: str, width: int = WIDTH) -> str:
    """A text on one line, cut between words at `width` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1].rsplit(" ", 1)[0] + "…"


def _asked(quote: str, term: str) -> str:
    """The term in quotation marks and, where there is room, the ad's words around it."""
    shown = shortened(term, WIDTH - 4)
    flat = " ".join(quote.split())
    room = WIDTH - len(shown) - 4
    at = flat.find(term)
    if at < 0 or room < 16 or len(flat) - len(term) < 8:
        return f"'{shown}'"
    low = max(0, min(at - (room - len(term)) // 2, len(flat) - room))
    if room < len(term) + 8:
        return f"'{shown}'"
    low = 0 if low < 6 else flat.find(" ", low) + 1
    part = flat[low : low + room]
    if low + room < len(flat):
        part = part.rsplit(" ", 1)[0] + "…"
    return f"'{shown}' (\"{'…' if low else ''}{part}\")" if term in part else f"'{shown}'"


def _open(comparison: Comparison) -> Iterator[Evidence]:
    """Requirements that neither the CV nor an alternative in it shows."""
    met = {e.requirement.group for e in comparison.evidence if e.requirement.group and e.covered}
    seen: set[str] = set()
    for e in comparison.evidence:
        group = e.requirement.group
        if group is None or (group not in met and group not in seen):
            yield e
        if group and e.status is Status.ABSENT and e.requirement.level is Level.MUST:
            seen.add(group)  # one of a row of alternatives says enough


def _absent(
    comparison: Comparison | None,
    document: Document,
    resume: Resume,
    kinds: Iterable[RequirementKind],
    unless: Callable[[Requirement], bool] = lambda r: False,
) -> Iterator[Match]:
    if comparison is None or not document.text.strip():
        return
    said: set[tuple[RequirementKind, str]] = set()
    for e in _open(comparison):
        r = e.requirement
        if e.status is Status.ABSENT and r.level is Level.MUST and r.kind in kinds and not unless(r):
            if r.kind in FORMAL and (r.kind, r.quote) in said:
                continue  # "be a Registered Nurse (RGN)": once is enough
            said.add((r.kind, r.quote))
            place = place_for(document, resume, r.kind)
            data = {"term": r.term, "asked": _asked(r.quote, r.term), "quote": shortened(r.quote), "line": r.line}
            yield Match(place.start, place.end, data=data, whole=True)


def named_elsewhere(term: str) -> bool:
    """Whether a term is a name that the curated list or O*NET has, or that is written as one."""
    from cvlint.job.names import is_named

    return is_named(term)


def must_have_absent(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """Skills, tools and domains known by name that the ad must have and the CV does not show; the table has the rest."""
    named = (RequirementKind.SKILL, RequirementKind.TOOL, RequirementKind.DOMAIN)
    yield from _absent(comparison, document, resume, named, lambda r: not named_elsewhere(r.term) or _part_of_name(r))


GENERAL = re.compile(
    r"^(?:(?:strong |general |basic )?(?:computer|PC|IT|keyboard\w*) (?:proficiency|skills?|literacy|literate)|computers?|internet|e-?mail|web|software|hardware|operations?|engineering|management|"
    r"cross-functional|MS|UK|US|EU|R[NGM][N0-9]+|[\w ]*\b(?:Act|polic(?:y|ies)|legislation|regulations?|guidelines)|business|finance|technical|technology|design|science|law|medicine|services?|products?|processes|systems?)$",
    re.IGNORECASE,
)
"""Fields and general skills that a CV shows without naming them."""
PERSON = re.compile(
    r"^s?\s+(?:\w+ )?(?:executives?|managers?|developers?|engineers?|assistants?|consultants?|people|professionals?|clerks?|nurses?|representatives?|designers?|analysts?|directors?|specialists?|officers?|administrators?|team)\b",
    re.IGNORECASE,
)


def _part_of_name(r: Requirement) -> bool:
    """Whether a term is a general field, or a piece of a longer name or of somebody's title in the ad."""
    from cvlint.job.names import known_kind

    if GENERAL.match(r.term) or r.quote.isupper():
        return True
    at = r.quote.find(r.term)
    if at < 0:
        return False
    if re.search(r"\b(?:degree|bachelor|master|diploma|BA|BS|BSc|MSc)\b[^.;]{0,90}$", r.quote[:at], re.IGNORECASE):
        return True  # a field of study: the degree itself is asked for
    before, after = r.quote[:at], r.quote[at + len(r.term) :]
    if PERSON.match(after):
        return True
    longer = (re.search(r"[A-Z][a-z]+ $", before) and before.rstrip(" ").count(" ")) or re.match(r" [A-Z][a-z]", after)
    return bool(longer) and known_kind(r.term) is None


def years_not_shown(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """Years of experience that the dated roles do not add up to."""
    most = _years_at_most(document, resume)
    yield from _absent(
        comparison,
        document,
        resume,
        (RequirementKind.EXPERIENCE_YEARS,),
        lambda r: not r.amount or r.amount <= most or OPEN.search(r.quote) is not None,
    )


YEARS = re.compile(
    r"\b((?:19|20)\d\d)\b[^\n\d]{0,24}?(?:-|–|—|to|until|ï¼​|\s)\s*(?:[A-Za-z.,/]{0,10}\s*|\d{1,2}[/.])?((?:19|20)\d\d|current|present|now|date|today)\b",
    re.IGNORECASE,
)


def _years_at_most(document: Document, resume: Resume) -> float:
    """The most that all ranges of years outside education could add up to, were every one of them work."""
    covered: set[int] = set()
    now = max((r.end.last.year for r in resume.ranges if r.end is not None and r.end.present), default=None)
    for m in YEARS.finditer(document.text):
        section = resume.section_at(m.start())
        if section is not None and section.kind is SectionKind.EDUCATION:
            continue
        last = int(m[2]) if m[2].isdigit() else now or max(covered, default=int(m[1])) + 50
        covered |= set(range(int(m[1]), min(last, 2100) + 1))
    return float(max(0, len(covered) - 1))


OPEN = re.compile(
    r"\bor (?:an? )?(?:equivalent|similar|related|relevant|comparable|work(?:ing)? towards?|experience|significant|extensive|the|be|have|qualified|\d+)\b|\bflexible as to\b|\bworking towards?\b|\bwilling(?:ness)? to (?:work|study|obtain|train)|"
    r"\bequivalent (?:experience|combination)|\band/or\b|\betc\b|\b(?:one|any|either) (?:or more )?of\b|\bqualified by\b|\bQBE\b|\bpart[- ]qualified\b|\bideally\b|\bsubject to\b|\bundergo\b|\bsuch as\b|\be\.?g\b",
    re.IGNORECASE,
)
"""Wording that lets something else pass too, which the reader of ads cannot judge."""
VAGUE = re.compile(
    r"^(?:(?:an?|the|any|all|graduate|relevant|appropriate|recogni[sz]ed|professional|formal|further|additional|post|academic|technical|suitably|fully|newly|degree|industry|current|valid|educational|certifi\w+|part|trade)[ -]*)*"
    r"(?:qualifications?|qualified|registration|certifications?|certificate|registered|calib\w+)$|\b(?:checks?|screen\w*|tests?|vetting|disclosure|clear(?:ance|ed)|drug|newly qualified)\b",
    re.IGNORECASE,
)
"""Qualifications without a name, and checks that the employer makes."""


def qualification_not_shown(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """Degrees, certificates and registrations that the ad names as a must and the CV does not show."""
    kinds = (RequirementKind.QUALIFICATION, RequirementKind.REGISTRATION)
    yield from _absent(
        comparison, document, resume, kinds, lambda r: bool(VAGUE.search(r.term) or OPEN.search(r.quote))
    )


def licence_not_shown(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """A licence, or a car, that the ad must have and the CV does not show."""
    kinds = (RequirementKind.LICENCE,)
    yield from _absent(
        comparison,
        document,
        resume,
        kinds,
        lambda r: bool(VAGUE.search(r.term) or OPEN.search(r.quote) or r.term.lower().endswith("record")),
    )


def language_not_shown(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """A language that the ad must have and the CV does not show."""
    kinds = (RequirementKind.LANGUAGE,)
    yield from _absent(
        comparison, document, resume, kinds, lambda r: r.term.lower().endswith(("language", "languages"))
    )


TO_WORK = re.compile(r"\b(?:work|visa|citizen\w*|sponsor\w*|residen(?:t|cy)|passport|green card)\b", re.IGNORECASE)


ASKS_RIGHT = re.compile(
    r"\b(?:must|eligib\w+|right to|authori[sz]\w+|applicants?|candidates?|proof|status|permission|entitle\w+|require|citizen\w*)\b",
    re.IGNORECASE,
)


PERMITS = re.compile(
    r"\b(?:oversee|issu(?:e|ing)|client|manag(?:e|ing)|obtain|seek)\b[^.]{0,20} permits?\b|\bpermit to work\b",
    re.IGNORECASE,
)
"""Permits that the work deals with."""


def right_to_work_not_shown(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """The right to work, where the ad asks for it and the CV says nothing of it."""
    kinds = (RequirementKind.RIGHT_TO_WORK,)
    yield from _absent(
        comparison,
        document,
        resume,
        kinds,
        lambda r: (
            TO_WORK.search(r.term) is None or ASKS_RIGHT.search(r.quote) is None or PERMITS.search(r.quote) is not None
        ),
    )
