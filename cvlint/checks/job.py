"""Checks of a CV against a job ad. A finding for something absent points at the first word of the skills section,
or of the document where there is none: that is where one would look for it."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.model.job import Comparison, Evidence, JobAd, Level, Requirement, RequirementKind, Status
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


def _place(document: Document, resume: Resume, kind: RequirementKind = RequirementKind.SKILL) -> Span:
    """The first word of the section where one would look, or of the document; for years, the first dates."""
    if kind is RequirementKind.EXPERIENCE_YEARS:
        for role in resume.roles:
            if role.dates is not None:
                return role.dates.span
    sections = [s for k in PLACES.get(kind, (SectionKind.SKILLS,)) for s in resume.of(k)]
    m = WORD.search(document.text, sections[0].span.start if sections else 0)
    return Span(m.start(), m.end()) if m else Span(0, 0)


def _quote(text: str, width: int = WIDTH) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1].rsplit(" ", 1)[0] + "…"


def _asked(quote: str, term: str) -> str:
    """The term in quotation marks and, where there is room, the ad's words around it."""
    shown = _quote(term, WIDTH - 4)
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
            place = _place(document, resume, r.kind)
            data = {"term": r.term, "asked": _asked(r.quote, r.term), "quote": _quote(r.quote), "line": r.line}
            yield Match(place.start, place.end, data=data)


def _is_named(term: str) -> bool:
    from cvlint.job.names import is_named

    return is_named(term)


def must_have_absent(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """Skills, tools and domains known by name that the ad must have and the CV does not show; the table has the rest."""
    named = (RequirementKind.SKILL, RequirementKind.TOOL, RequirementKind.DOMAIN)
    yield from _absent(comparison, document, resume, named, lambda r: not _is_named(r.term) or _part_of_name(r))


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
    for m in YEARS.finditer(document.text):
        section = resume.section_at(m.start())
        if section is not None and section.kind is SectionKind.EDUCATION:
            continue
        last = int(m[2]) if m[2].isdigit() else max(covered, default=int(m[1])) + 50
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
        comparison, document, resume, kinds, lambda r: bool(OPEN.search(r.quote) or r.term.lower().endswith("record"))
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


def other_name(comparison: Comparison | None) -> Iterator[Match]:
    """Must-haves that the CV shows by a strictly equal name, neither narrower nor longer."""
    from cvlint.job.ladder import content
    from cvlint.job.names import are_equal

    for e in comparison.evidence if comparison else ():
        r = e.requirement
        if e.rung != "other-name" or e.start is None or e.end is None or not e.found_as:
            continue
        if r.level is not Level.MUST or r.kind in FORMAL or r.kind is RequirementKind.SOFT:
            continue
        asked, held = set(content(r.term)), set(content(e.found_as))
        vendor = {"ms", "microsoft", "microsof"} & (asked | held)
        if not vendor and are_equal(r.term, e.found_as) and not asked <= held and not held <= asked:
            yield Match(e.start, e.end, data={"term": _quote(r.term, 28), "shown": _quote(e.found_as, 28)})


def only_in_skills_list(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """Named skills that the ad must have and that stand, by that name, in the skills list and nowhere else."""
    from cvlint.job.ladder import outside_skills
    from cvlint.job.shown import Shown

    if comparison is None or not resume.roles:
        return
    shown = Shown(resume)
    for e in comparison.evidence:
        r = e.requirement
        listed = e.status is Status.WEAK and e.where == "skills" and e.rung in ("exact", "normalised")
        hard = r.kind in (RequirementKind.SKILL, RequirementKind.TOOL, RequirementKind.DOMAIN)
        if not (listed and hard and r.level is Level.MUST and e.start is not None and e.end is not None):
            continue
        elsewhere = re.finditer(rf"(?<!\w){re.escape(r.term)}(?!\w)", document.text, re.IGNORECASE)
        if any(shown.where(m.start()) != "skills" for m in elsewhere):
            continue  # "excel" in a role may be the tool, whatever its case
        if _is_named(r.term) and not GENERAL.match(r.term) and not outside_skills(shown, r.term, r.aliases):
            yield Match(e.start, e.end, data={"term": _quote(r.term, 30)})


LESS = frozenset({
    "a", "an", "the", "of", "and", "or", "for", "in", "to", "at", "with", "senior", "junior", "lead",
    "principal", "graduate", "trainee", "assistant", "deputy", "chief", "head", "part", "time", "full",
    "temporary", "contract", "immediate", "start", "urgent", "experienced", "qualified", "bank", "permanent",
    "month", "uk", "london", "job", "vacancy", "wanted", "required", "new", "sr", "jr",
})  # fmt: skip
"""Words of a title that tell no trade."""


def title_not_held(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """The ad's job title, where no role and no headline of the CV shares a telling word with it."""
    from cvlint.job.families import family
    from cvlint.job.names import words_of

    if comparison is None or not comparison.ad.title or not resume.roles:
        return
    if len(comparison.ad.title.split()) > 8:
        return  # a headline, not a title
    work = [r for r in resume.roles if r.section is not SectionKind.EDUCATION]
    titles = [r.title.of(document.text) for r in work if r.title is not None]
    asked = [family(w) for w in words_of(re.sub(r"\(.*?\)|[-–|,].*$", "", comparison.ad.title)) if w not in LESS]
    if not titles or not asked:
        return
    head = document.text[:400]
    held = {family(w) for text in (*titles, head) for w in words_of(text)}
    if not any(word in held for word in asked):
        place = next(r.title for r in work if r.title is not None)
        if place is not None:
            yield Match(place.start, place.end, data={"title": _quote(comparison.ad.title, 44)})


def copied_sentence(job: JobAd | None, document: Document, options: Mapping[str, Any]) -> Iterator[Match]:
    """Runs of words that the CV shares with the ad, as long as the option `words` says or longer."""
    if job is None:
        return
    size = int(options.get("words", 12))
    mine = [(m.group().lower().strip(".,;:!?()\"'"), m.start(), m.end()) for m in WORD.finditer(document.text)]
    theirs = [w.lower().strip(".,;:!?()\"'") for w in WORD.findall(job.text)]
    mine = [w for w in mine if w[0]]
    theirs = [w for w in theirs if w]
    places: dict[tuple[str, ...], int] = {}
    for i in range(len(theirs) - size + 1):
        places.setdefault(tuple(theirs[i : i + size]), i)
    i = 0
    while i <= len(mine) - size:
        at = places.get(tuple(w[0] for w in mine[i : i + size]))
        if at is None:
            i += 1
            continue
        n = size
        while i + n < len(mine) and at + n < len(theirs) and mine[i + n][0] == theirs[at + n]:
            n += 1
        yield Match(mine[i][1], mine[i + n - 1][2], data={"count": n})
        i += n


def term_repeated(comparison: Comparison | None, document: Document, options: Mapping[str, Any]) -> Iterator[Match]:
    """A term of the ad that the CV repeats beyond reason: over the option `times`, and over one word in forty."""
    from cvlint.job.common_words import LOOSE
    from cvlint.job.ladder import content
    from cvlint.job.names import words_of
    from cvlint.job.shown import words_in

    if comparison is None:
        return
    words = words_in(document.text)
    limit = int(options.get("times", 10))
    seen: set[tuple[str, ...]] = set()
    for e in comparison.evidence:
        wanted = words_of(e.requirement.term)
        telling = [s for s in content(e.requirement.term) if s not in LOOSE]
        if not telling or wanted in seen or len("".join(wanted)) < 2:
            continue
        seen.add(wanted)
        n = len(wanted)
        places = [i for i in words.at.get(wanted[0], ()) if words.normal[i : i + n] == wanted]
        if len(places) > limit and len(places) * 30 > len(words.surface):
            i = places[limit]
            yield Match(
                words.starts[i],
                words.ends[i + n - 1],
                data={"term": e.requirement.term, "count": len(places)},
            )


def ad_wants(job: JobAd | None, document: Document, resume: Resume) -> Iterator[Match]:
    """What the ad wants sent besides the CV, or of the CV: a letter, a format, a number of pages."""
    if job is None or not document.text.strip():
        return
    place = _place(document, resume)
    m = WORD.search(document.text)
    place = Span(m.start(), m.end()) if m else place
    for item in job.wants:
        if item == "cv" or (item in ("pdf", "word") and document.format == {"pdf": "pdf", "word": "docx"}[item]):
            continue
        pages = re.match(r"(\d) pages?$", item)
        if pages and document.pages and len(document.pages) <= int(pages[1]):
            continue
        wish = {"pdf": "the CV as a PDF", "word": "the CV as a Word file"}.get(
            item, f"a {item}" if item in ("cover letter", "portfolio", "transcript") else item
        )
        yield Match(place.start, place.end, data={"item": f"at most {item}" if pages else wish})


AIM = re.compile(
    r"\b(?:(?:to|like to|want to|keen to|eager to|hoping to|opportunity to|forward to|of|in) (?:join(?:ing)?|work(?:ing)? (?:for|at)|contribut(?:e|ing) to)|"
    r"(?:seek|seeking|apply for|applying for|interested in|looking for|obtain|secure) (?:an?|the|this|your) (?:[\w-]+ ){0,3}(?:position|role|job|career|post|opportunity) (?:at|with))\s+(?P<name>[A-Z][\w&]+(?:\s+[A-Z][\w&]+){0,3})"
)
"""What a profile says of the employer it is written for."""
AGENCY = re.compile(
    r"\b(?:recruit\w*|personnel|staffing|search|selection|agency|employment|resourc\w*|appointments|associates|talent|people|careers?|hays|reed|adecco|randstad|manpower|jobs?)\b",
    re.IGNORECASE,
)


def other_employer(job: JobAd | None, document: Document, resume: Resume) -> Iterator[Match]:
    """A profile that names another employer as the one it is written for ("to join Acme"), where the ad is by someone else."""
    if job is None or not job.employer:
        return
    if AGENCY.search(job.employer):
        return  # an agency hires for others, who may well be named
    own = {w.lower() for w in re.findall(r"\w+", job.employer)}
    for section in resume.of(SectionKind.PROFILE, SectionKind.HEAD):
        for m in AIM.finditer(document.text, section.span.start, section.span.end):
            name = {w.lower() for w in re.findall(r"\w+", m["name"])}
            held = any(
                r.organisation is not None and m["name"].lower() in r.organisation.of(document.text).lower()
                for r in resume.roles
            )
            if not name & own and not held and m["name"].lower() not in job.text.lower():
                yield Match(m.start("name"), m.end("name"), data={"name": m["name"], "employer": job.employer})
