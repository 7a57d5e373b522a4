"""Checks of a CV against a job ad. A finding for something absent points at the first word of the skills section,
or of the document where there is none: that is where one would look for it."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.model.job import Comparison, Evidence, JobAd, Level, RequirementKind, Status
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind

WORD = re.compile(r"\S+")
FORMAL = {
    RequirementKind.EXPERIENCE_YEARS, RequirementKind.QUALIFICATION, RequirementKind.REGISTRATION,
    RequirementKind.LICENCE, RequirementKind.LANGUAGE, RequirementKind.RIGHT_TO_WORK,
}  # fmt: skip


def _place(document: Document, resume: Resume) -> Span:
    """The first word of the skills section, or of the document."""
    sections = resume.of(SectionKind.SKILLS)
    start = sections[0].span.start if sections else 0
    m = WORD.search(document.text, start)
    return Span(m.start(), m.end()) if m else Span(0, 0)


def _quote(text: str, width: int = 70) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1].rsplit(" ", 1)[0] + "…"


def _open(comparison: Comparison) -> Iterator[Evidence]:
    """Requirements that neither the CV nor an alternative in it shows."""
    met = {e.requirement.group for e in comparison.evidence if e.requirement.group and e.covered}
    for e in comparison.evidence:
        if e.requirement.group is None or e.requirement.group not in met:
            yield e


def _absent(
    comparison: Comparison | None, document: Document, resume: Resume, kinds: Iterable[RequirementKind]
) -> Iterator[Match]:
    if comparison is None or not document.text.strip():
        return
    place = _place(document, resume)
    for e in _open(comparison):
        r = e.requirement
        if e.status is Status.ABSENT and r.level is Level.MUST and r.kind in kinds:
            data = {"term": r.term, "quote": _quote(r.quote), "line": r.line, "kind": r.kind.value}
            yield Match(place.start, place.end, data=data)


def must_have_absent(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """Skills, tools and domains that the ad must have and the CV does not show; soft skills are left to the table."""
    named = (RequirementKind.SKILL, RequirementKind.TOOL, RequirementKind.DOMAIN)
    yield from _absent(comparison, document, resume, named)


def years_not_shown(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """Years of experience that the dated roles do not add up to."""
    yield from _absent(comparison, document, resume, (RequirementKind.EXPERIENCE_YEARS,))


def qualification_not_shown(
    comparison: Comparison | None, document: Document, resume: Resume
) -> Iterator[Match]:
    """Degrees, certificates and registrations that the ad must have and the CV does not show."""
    yield from _absent(
        comparison, document, resume, (RequirementKind.QUALIFICATION, RequirementKind.REGISTRATION)
    )


def licence_not_shown(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """A licence that the ad must have and the CV does not show."""
    yield from _absent(comparison, document, resume, (RequirementKind.LICENCE,))


def language_not_shown(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """A language that the ad must have and the CV does not show."""
    yield from _absent(comparison, document, resume, (RequirementKind.LANGUAGE,))


def right_to_work_not_shown(
    comparison: Comparison | None, document: Document, resume: Resume
) -> Iterator[Match]:
    """The right to work, where the ad asks for it and the CV says nothing of it."""
    yield from _absent(comparison, document, resume, (RequirementKind.RIGHT_TO_WORK,))


def other_name(comparison: Comparison | None) -> Iterator[Match]:
    """Must-haves that the CV shows by another name."""
    for e in comparison.evidence if comparison else ():
        if (
            e.status is Status.OTHER_NAME
            and e.rung == "other-name"
            and e.start is not None
            and e.end is not None
        ):
            r = e.requirement
            if r.level is Level.MUST and r.kind not in FORMAL and r.kind is not RequirementKind.SOFT:
                yield Match(e.start, e.end, data={"term": r.term, "shown": e.found_as})


def only_in_skills_list(comparison: Comparison | None, resume: Resume) -> Iterator[Match]:
    """Must-haves that stand in the skills list and in no role."""
    if comparison is None or not resume.roles:
        return
    for e in comparison.evidence:
        if (
            e.status is Status.WEAK
            and e.where == "skills"
            and e.covered
            and e.start is not None
            and e.end is not None
        ) and e.requirement.level is Level.MUST:
            yield Match(e.start, e.end, data={"term": e.requirement.term})


LESS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "for",
        "in",
        "to",
        "at",
        "with",
        "senior",
        "junior",
        "lead",
        "principal",
        "graduate",
        "trainee",
        "assistant",
        "deputy",
        "chief",
        "head",
        "part",
        "time",
        "full",
        "temporary",
        "contract",
    ]
)


def title_not_held(comparison: Comparison | None, document: Document, resume: Resume) -> Iterator[Match]:
    """The ad's job title, where no role and no headline of the CV shares a telling word with it."""
    from cvlint.job.families import family
    from cvlint.job.names import words_of

    if comparison is None or not comparison.ad.title or not resume.roles:
        return
    titles = [r.title.of(document.text) for r in resume.roles if r.title is not None]
    asked = [
        family(w) for w in words_of(re.sub(r"\(.*?\)|[-–|,/].*$", "", comparison.ad.title)) if w not in LESS
    ]
    if not titles or not asked:
        return
    head = document.text[:400]
    held = {family(w) for text in (*titles, head) for w in words_of(text)}
    if not any(word in held for word in asked):
        place = next(r.title for r in resume.roles if r.title is not None)
        if place is not None:
            yield Match(place.start, place.end, data={"title": _quote(comparison.ad.title, 50)})


def copied_sentence(job: JobAd | None, document: Document, options: Mapping[str, Any]) -> Iterator[Match]:
    """Runs of words that the CV shares with the ad, as long as the option `words` says or longer."""
    if job is None:
        return
    size = int(options.get("words", 12))
    mine = [
        (m.group().lower().strip(".,;:!?()\"'"), m.start(), m.end()) for m in WORD.finditer(document.text)
    ]
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


def term_repeated(
    comparison: Comparison | None, document: Document, options: Mapping[str, Any]
) -> Iterator[Match]:
    """A term of the ad that the CV repeats beyond reason: over the option `times`, and over one word in forty."""
    from cvlint.job.names import words_of
    from cvlint.job.shown import words_in

    if comparison is None:
        return
    words = words_in(document.text)
    limit = int(options.get("times", 10))
    seen: set[tuple[str, ...]] = set()
    for e in comparison.evidence:
        wanted = words_of(e.requirement.term)
        if not wanted or wanted in seen or len("".join(wanted)) < 2:
            continue
        seen.add(wanted)
        n = len(wanted)
        places = [i for i in words.at.get(wanted[0], ()) if words.normal[i : i + n] == wanted]
        if len(places) > limit and len(places) * 40 > len(words.surface):
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
        if item == "cv" or (
            item in ("pdf", "word") and document.format == {"pdf": "pdf", "word": "docx"}[item]
        ):
            continue
        pages = re.match(r"(\d) pages?$", item)
        if pages and document.pages and len(document.pages) <= int(pages[1]):
            continue
        wish = {"pdf": "the CV as a PDF", "word": "the CV as a Word file"}.get(
            item, f"a {item}" if item in ("cover letter", "portfolio", "transcript") else item
        )
        yield Match(place.start, place.end, data={"item": f"at most {item}" if pages else wish})


def other_employer(job: JobAd | None, document: Document, resume: Resume) -> Iterator[Match]:
    """A profile that names another employer as the one it is written for ("to join Acme"), where the ad is by someone else."""
    if job is None or not job.employer:
        return
    own = {w.lower() for w in re.findall(r"\w+", job.employer)}
    aim = re.compile(
        r"\b(?:join(?:ing)?|work(?:ing)? (?:for|at)|contribute to|position (?:at|with)|role (?:at|with)|career (?:at|with)|opportunity (?:at|with))\s+(?P<name>[A-Z][\w&]+(?:\s+[A-Z][\w&]+){0,3})"
    )
    for section in resume.of(SectionKind.PROFILE, SectionKind.HEAD):
        for m in aim.finditer(document.text, section.span.start, section.span.end):
            name = {w.lower() for w in re.findall(r"\w+", m["name"])}
            held = any(
                r.organisation is not None and m["name"].lower() in r.organisation.of(document.text).lower()
                for r in resume.roles
            )
            if not name & own and not held and m["name"].lower() not in job.text.lower():
                yield Match(
                    m.start("name"), m.end("name"), data={"name": m["name"], "employer": job.employer}
                )
