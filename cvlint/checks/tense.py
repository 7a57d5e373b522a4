"""Checks of tense and person that need no tagger: the verb at the head of each point tells."""

# ruff: noqa: E501, SIM905  (patterns, word lists)

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from cvlint.checks.bullets import heads_of
from cvlint.checks.prose import OFFICIAL, passages
from cvlint.checks.verbs import SAME, Form, forms
from cvlint.model.document import Document
from cvlint.model.finding import Match, Severity
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind

_K = SectionKind
_JOBS = (_K.EXPERIENCE, _K.VOLUNTEERING)
_PRESENT = (Form.BASE, Form.THIRD)
_DUTIES = frozenset(
    ["maintain", "manage", "handle", "provide", "ensure", "process", "answer", "monitor", "supervise", "oversee", "assist", "support",
     "report", "perform", "operate", "serve", "work", "coordinate", "prepare", "lead", "direct", "run", "teach", "liaise"]
)  # fmt: skip


TOLD_IN_PAST = 0.65
"""Share of the points under ended jobs in the past tense from which on the others are slips, not a style."""

ENOUGH = 6
"""Points from which on that share tells something."""


def present_in_past_job(resume: Resume, document: Document) -> Iterator[Match]:
    """Points in the present tense under jobs that have ended.

    Where the CV tells ended jobs in the past tense, each point that does not is a warning, but for a job told in the
    present nearly throughout: one warning. Elsewhere the present may be a style: one match a job, with how many points.
    """
    ended = [
        heads_of(role, role.bullets, document)
        for role in resume.roles
        if role.section in _JOBS and role.dates and not role.current and role.dates.end is not role.dates.start
    ]
    tellings = [form for heads in ended for _, _, form in heads]
    past = tellings.count(Form.PAST)
    slips = len(tellings) >= ENOUGH and past >= TOLD_IN_PAST * len(tellings)
    for heads in ended:
        told = any(h[2] is Form.PAST for h in heads)  # a list of nouns and of -ing forms throughout tells no tense
        others = [h for h in heads if h[2] in ((*_PRESENT, Form.GERUND) if slips and told else _PRESENT)]
        others = [h for h in others if not _goes_on(document, h[0], h[2])]
        told_in_present = len(others) > 2 and 2 * len(others) > len(heads)  # left so since the job went on
        if slips and not told_in_present:
            yield from (_in_past(document, span, verb, severity=Severity.WARNING) for span, verb, _ in others)
        elif len(others) > 1 or (others and sum(h[2] is Form.PAST for h in heads) >= 2):
            count = f" ({len(others)} of {len(heads)} points)" if len(others) > 1 else ""
            severity = Severity.WARNING if slips else None
            yield _in_past(document, others[0][0], others[0][1], count, severity)


_NOUNS = re.compile(r"\w+ing,|\w+ (?:and|&) (?:\w+ing|\w+(?:tion|sion|ment|ance|ence))\b")

_THING = re.compile(r"\w+ing (?:and|&) (?!\w+ing\b)[\w -]{2,30} \w+ing\b")
"""An -ing form beside a noun: "Costing and monthly stock reporting"."""


def _goes_on(document: Document, head: Span, form: Form) -> bool:
    """Whether a line goes on with the sentence above it, or its head is a noun: "Design and drafting of domes"."""
    if form is Form.GERUND:
        return document.text[head.start].islower() or bool(_THING.match(document.text, head.start, head.start + 80))
    return form is Form.BASE and _NOUNS.match(document.text, head.start, head.start + 80) is not None


def _in_past(document: Document, span: Span, verb: str, count: str = "", severity: Severity | None = None) -> Match:
    past, found = _past(verb), span.of(document.text)
    if not past:
        return Match(span.start, span.end, data={"count": count, "suggestion": "in the past tense"}, severity=severity)
    shaped = past.capitalize() if found[:1].isupper() else past
    return Match(span.start, span.end, suggestions=(shaped,), data={"count": count}, severity=severity)


def _past(verb: str) -> str:
    """The past form of a verb; empty where the tables have none."""
    known = (f for f, (base, form) in forms().items() if base == verb and form is Form.PAST)
    regular = (f for f in (verb + "ed", verb + "d") if forms().get(f, ("", Form.BASE))[1] is Form.PAST)
    return next(chain(known, regular), "")


def past_in_current_job(resume: Resume, document: Document) -> Iterator[Match]:
    """Standing duties in the past tense under the current job, in a list that has the present tense as well.

    A current job told in the past tense throughout may be a list of things done: it is let be.
    """
    for role in resume.roles:
        if role.section not in _JOBS or not role.current:
            continue
        heads = heads_of(role, role.bullets, document)
        present = [h for h in heads if h[2] in (Form.BASE, Form.THIRD)]
        told = [h for h in heads if h[2] is Form.PAST]
        turned = [h for h in told if _turns_to_present(document, h[0])]
        past = [h for h in told if h[1] in _DUTIES and not _finished(document, h[0])]
        past += [h for h in told if _recurs(document, h[0]) and h not in past]
        past = sorted({*past, *turned}) if len(present) >= 2 else turned
        if past:
            span, verb, _ = past[0]
            found = span.of(document.text)
            third = bool(present) and present[0][2] is Form.THIRD
            now = next(
                (f for f, (b, k) in forms().items() if b == verb and k is (Form.THIRD if third else Form.BASE)), verb
            )
            count = f" ({len(past)} points)" if len(past) > 1 else ""
            yield Match(
                span.start,
                span.end,
                suggestions=(now.capitalize() if found[:1].isupper() else now,),
                data={"count": count},
            )


_EVERY = re.compile(
    r"\b(?:every|each) (?:day|night|week|fortnight|month|quarter|term|season|year|spring|summer|autumn|winter|january"
    r"|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:that|which|who|where|when|while|so|until|for (?:two|three|four|five|\d+) years)\b|[.;]")


def _rest(document: Document, head: Span) -> str:
    """What follows the head of a point, up to some 200 characters."""
    block = document.block_at(head.start)
    end = block.end if block else head.end
    return document.text[head.end : min(end, head.end + 200)].replace("\n", " ")


def _recurs(document: Document, head: Span) -> bool:
    """Whether a point says in its main clause that the deed comes again: "every March", "each week"."""
    rest = _rest(document, head)
    m = _EVERY.search(rest)
    return m is not None and not _CLAUSE.search(rest, 0, m.start()) and not re.search(r"\d", rest[: m.start()])


def _turns_to_present(document: Document, head: Span) -> bool:
    """Whether a point opens in the past and goes on in the present: "Mentored four people, review code and run tests"."""
    known = forms()
    later = re.finditer(
        r"(?:,|\band) (?P<v>[a-z]+) (?:the|an?|all|about|over|up|\d+|two|three|four|five|six)\b", _rest(document, head)
    )
    said = [known[m["v"]][1] for m in later if m["v"] in known and m["v"] not in SAME]
    return len(said) >= 2 and all(form is Form.BASE for form in said)


def _finished(document: Document, head: Span) -> bool:
    """Whether a point tells of something done once: it holds a year, an amount, or a result."""
    block = document.block_at(head.start)
    text = document.text[head.start : block.end if block else head.end + 200]
    return bool(
        re.search(
            r"\d|%|\b(?:resulting|which led|leading to|award|launch|project|migration|roll-?out|transition|first|merger)\w*",
            text,
            re.IGNORECASE,
        )
    )


_FIRST = re.compile(r"(?<![\w./&-])(?:I(?:['’](?:m|ve|d|ll))?|[Mm]y|[Mm]yself|me)(?![\w./-])")
_ROMAN = re.compile(
    r"(?:\b(?:Level|Grade|Type|Class|Part|Phase|Stage|Tier|Year|Title|Schedule|Engineer|Analyst|Technician|Accountant|Manager|Developer|Associate|Officer|Specialist|Clerk|Teacher|Calculus|Physics|Chemistry|Algebra|Biology|Category|War|Unit|Volume|Chapter|Form|Band)|[A-Z][a-z]+) I$"
)
_THIRD = re.compile(r"(?<![\w./-])(?:he|she|his|her|himself|herself)(?![\w./-])", re.IGNORECASE)


def _first(document: Document, resume: Resume) -> list[Span]:
    found = []
    for passage in passages(document, resume, OFFICIAL):
        for m in _FIRST.finditer(passage.text):
            before = passage.text[max(0, m.start() - 30) : m.end()]
            if m[0] == "I" and (
                _ROMAN.search(before) or re.match(r"\s*(?:[,;:/&)-]|and\s+II|II|$|\(|to\b|\d)", passage.text[m.end() :])
            ):
                continue
            if m[0] in ("me", "my", "My", "myself") and re.match(r"\s+(?:SQL|ob|Space)", passage.text[m.end() :]):
                continue
            found.append(passage.span(m))
    return found


def first_person(document: Document, resume: Resume) -> Iterator[Match]:
    """I, me and my in a CV: one match a file, with how often; a letter is written in the first person and let be."""
    found = [s for s in _first(document, resume) if resume.role_at(s.start) or s.of(document.text)[0] == "I"]
    if found and resume.of(_K.EXPERIENCE, _K.EDUCATION, _K.SKILLS):
        yield Match(found[0].start, found[0].end, data={"count": len(found)})


def _third(document: Document, resume: Resume) -> list[Span]:
    """Where the writer speaks of themselves as of another: "Mr Hale has", "he has" in the profile."""
    name = re.findall(r"[^\W\d_]{3,}", resume.contact.name_text)
    verbs = r"(?:is|has|was|holds|brings|works|worked|joined|leads|led|enjoys|believes|specialises|specializes|excels|possesses|began|started|served|graduated)"
    found = []
    for passage in passages(document, resume, (*OFFICIAL, _K.INTERESTS)):
        if name and any(n in passage.text for n in name):
            pattern = rf"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?(?:{'|'.join(map(re.escape, name))})(?: {re.escape(name[-1])})? (?:also |currently )?{verbs}\b"
            found += [passage.span(m) for m in re.finditer(pattern, passage.text)]
        section = resume.section_at(passage.start)
        if section and section.kind in (_K.PROFILE, _K.HEAD):
            found += [
                passage.span(m)
                for m in re.finditer(rf"(?:^|[.;] )(?P<p>(?:He|She) (?:also |currently )?{verbs})\b", passage.text)
            ]
    return [Span(s.start + 2, s.end) if s.of(document.text)[:1] in ".;" else s for s in sorted(found)]


def third_person(document: Document, resume: Resume) -> Iterator[Match]:
    """The writer told of as another person: one match a file, with how often."""
    found = _third(document, resume)
    if found:
        yield Match(found[0].start, found[0].end, data={"count": len(found)})


def mixed_person(document: Document, resume: Resume) -> Iterator[Match]:
    """ "I" in one place and "he", "she" or one's own name in another: one match a file, on the rarer."""
    first, third = (
        [s for s in _first(document, resume) if s.of(document.text) not in ("me", "my", "My")],
        _third(document, resume),
    )
    if first and third:
        rare, other = (first, third) if len(first) < len(third) else (third, first)
        yield Match(rare[0].start, rare[0].end, data={"other": " ".join(other[0].of(document.text).split())})


_PASSIVE = re.compile(
    r"\b(?:was|were|been|is being|are being|was being|were being)\s+(?:(?:\w+ly|then|also|often|being)\s+)?"
    r"(?P<v>[a-z]+ed|built|done|made|given|held|kept|led|met|run|sent|set|shown|sold|spent|taken|taught|written|driven|chosen|brought|bought|found|paid|put|seen|told)\b(?! (?:to|for) (?:the )?(?:role|position|post)\b)",
)
_PRAISED = frozenset(
    """promoted awarded selected chosen appointed invited elected nominated recognised recognized recruited hired employed
    honoured honored commended rewarded headhunted entrusted trusted asked admitted accepted featured published inducted
    ranked rated named tasked assigned responsible located based involved required needed interested trained certified
    licensed born raised married moved transferred seconded contracted dedicated committed focused motivated designed
    excited inspired challenged exposed qualified used tired limited supposed situated pleased granted credited""".split()
)  # fmt: skip


def passive(document: Document, resume: Resume, options: dict[str, int]) -> Iterator[Match]:
    """Passives under the jobs that hide who did it: one match a file, from `least` on. Being promoted is no such thing."""
    found = []
    for passage in passages(document, resume):
        section = resume.section_at(passage.start)
        if section and section.kind in (_K.EXPERIENCE, _K.PROJECTS, _K.VOLUNTEERING):
            for m in _PASSIVE.finditer(passage.text):
                before = passage.text[max(0, m.start() - 70) : m.start()]
                if m["v"] not in _PRAISED and not re.search(
                    r"\b(?:that|which|who|all|ensur\w+|if|when|where|what|as|whether|how|i)\b[^.;]*$",
                    before,
                    re.IGNORECASE,
                ):
                    found.append(passage.span(m))
    if len(found) >= options["least"]:
        yield Match(found[0].start, found[0].end, data={"count": len(found)})


_LEAD = re.compile(
    r"\W{0,4}(?P<w>[Ll]ead)(?= (?:an?|the|and|all|our|my|\d+|team|teams|weekly|daily|monthly|staff|meetings|projects|workshops|cross-functional|several|numerous|multiple|small|two|three|four|five|six|up|new|training|sessions|discussions|efforts|implementation|development|design)\b)"
)


def lead_for_led(resume: Resume, document: Document) -> Iterator[Match]:
    """ "Lead" at the head of a point of a job that has ended, where other points are in the past."""
    for role in resume.roles:
        if role.section not in _JOBS or role.dates is None or role.current:
            continue
        forms_used = [h[2] for h in heads_of(role, role.bullets, document)]
        past, present = forms_used.count(Form.PAST), forms_used.count(Form.BASE) + forms_used.count(Form.THIRD)
        for block in role.bullets:
            m = _LEAD.match(document.flat(block))
            if m and past >= 1 and past >= present - 1:
                yield Match(
                    block.start + m.start("w"),
                    block.start + m.end("w"),
                    suggestions=("Led" if m["w"][0] == "L" else "led",),
                )
