"""Checks of a CV against a job ad: other names, bare lists, titles, copies, repetition, what else to send."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cvlint.checks.job_absent import FORMAL, GENERAL, WORD, named_elsewhere, place_for, shortened
from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.model.job import Comparison, JobAd, Level, RequirementKind, Status
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind
from cvlint.resume.folder import Folder


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
            yield Match(e.start, e.end, data={"term": shortened(r.term, 28), "shown": shortened(e.found_as, 28)})


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
        if named_elsewhere(r.term) and not GENERAL.match(r.term) and not outside_skills(shown, r.term, r.aliases):
            yield Match(e.start, e.end, data={"term": shortened(r.term, 30)})


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
            yield Match(place.start, place.end, data={"title": shortened(comparison.ad.title, 44)})


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


def ad_wants(job: JobAd | None, document: Document, resume: Resume, folder: Folder) -> Iterator[Match]:
    """What the ad wants sent besides the CV, or of the CV: a letter that is not in the folder, a format, a length."""
    if job is None or not document.text.strip():
        return
    place = place_for(document, resume)
    m = WORD.search(document.text)
    place = Span(m.start(), m.end()) if m else place
    for item in job.wants:
        if item == "cv" or (item in ("pdf", "word") and document.format == {"pdf": "pdf", "word": "docx"}[item]):
            continue
        if item == "cover letter" and folder.of("letter"):
            continue
        pages = re.match(r"(\d) pages?$", item)
        if pages and _pages(document) <= int(pages[1]):
            continue
        wish = {"pdf": "the CV as a PDF", "word": "the CV as a Word file"}.get(
            item, f"a {item}" if item in ("cover letter", "portfolio", "transcript") else item
        )
        yield Match(place.start, place.end, data={"item": f"a CV of at most {item}" if pages else wish}, whole=True)


def _pages(document: Document) -> int:
    """The pages of a file, or as many as its words fill at least where the format does not say."""
    return len(document.pages) or 1 + len(document.text.split()) // FULL_PAGE


FULL_PAGE = 700
"""Words on a page that is crammed."""

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
