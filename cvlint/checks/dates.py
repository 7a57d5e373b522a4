"""Checks of dates: order, sense, and one way of writing them."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from cvlint.model.document import Document
from cvlint.model.finding import Match, Severity
from cvlint.resume.facts import CVDate, DateRange, Resume, Role, SectionKind

_K = SectionKind
_LIVES = (_K.EXPERIENCE, _K.EDUCATION, _K.VOLUNTEERING)
_MONTHS = re.compile(r"^(?:Month|Mon|May)", re.IGNORECASE)
_SIDE_JOB = re.compile(
    r"part[- ]time|casual|contract|freelanc|self[- ]employ|volunt|board|owner|founder|consult|intern|seasonal|temp"
    r"|adjunct|concurrent|reserve|guard|director|trustee|certif|alliance|member|association|award|various|tutor|student|summer",
    re.IGNORECASE,
)
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40,
}  # fmt: skip
_CLAIM = re.compile(
    r"\b(?P<n>\d{1,2}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")\s?\+?\s+(?:plus\s+)?years?\b['’]?s?"
    r"(?:\s+of)?(?:\s+[\w/&,-]+){0,4}?\s+experience\b"
    r"|\bexperience\s+of\s+(?:over\s+|more\s+than\s+)?(?P<m>\d{1,2})\s?\+?\s+years\b",
    re.IGNORECASE,
)
_ABRIDGED = re.compile(
    r"\b(?:earlier|previous|prior|older|other)\s+(?:roles?|positions?|experience|career|employment|work)"
    r"|(?:more|further|full)\s+(?:details|history)|career\s+break|last\s+\w+\s+years\s+only|on\s+request\b.*experience",
    re.IGNORECASE,
)


def _role_dates(resume: Resume) -> list[CVDate]:
    """The dates of jobs and courses in order, each once, without Present."""
    found: dict[int, CVDate] = {}
    for role in resume.roles:
        if role.dates and role.section in (*_LIVES, _K.PROJECTS):
            for one in (role.dates.start, role.dates.end):
                if one is not None and not one.present:
                    found[one.span.start] = one
    return [found[k] for k in sorted(found)]


def _role_ranges(resume: Resume) -> list[DateRange]:
    ranges = [r.dates for r in resume.roles if r.dates and r.section in _LIVES]
    return [r for r in ranges if r.end is not None and r.end is not r.start]


def _form(one: CVDate) -> str | None:
    """What a date's style is for the eye: case, and months that are short by nature, make no difference."""
    style = one.style
    if style in (
        "YYYY",
        "YY",
        "'YY",
        "Present",
        "Season",
        "Season YYYY",
        "Qn YYYY",
        "Part YYYY",
        "Month",
        "Mon",
        "May",
    ):
        return None
    word = one.text.strip()[:4].lower()
    if style.upper().startswith(("MAY", "D MAY")) or (word in ("june", "july") and not style.startswith("D")):
        return None
    style = re.sub(r"^D (?=M)|(?<=[a-zA-Z]) D,(?= )", "", style)  # to the day or to the month: no other form
    if _MONTHS.match(style):
        full = style.lower().startswith("month")
        rest = re.sub(r"^(?:month|mon)\.?,?", "", style, flags=re.IGNORECASE).strip()
        return ("Month " if full else "Mon ") + rest
    return style.replace("M/", "MM/", 1) if style.startswith("M/") else style


def mixed_formats(resume: Resume) -> Iterator[Match]:
    """Dates of jobs and courses that are written in another form than most. Years alone count as no form."""
    dates = [d for d in _role_dates(resume) if not d.impossible]
    forms = [(d, f) for d in dates if (f := _form(d))]
    counts = Counter(f for _, f in forms)
    # May, June and July say nothing of long or short, but they do say that months are words.
    neutral = sum(d.month is not None and _form(d) is None for d in dates)
    if len(counts) < 2 or len(forms) + neutral < 3:
        return
    counts.update({f: neutral for f in counts if f.startswith("Mon")})
    usual, often = counts.most_common(1)[0]
    sample = next(d.text for d, f in forms if f == usual)
    odd = [(d, f) for d, f in forms if f != usual]
    for one, _ in odd if len(odd) <= 4 else odd[:2]:
        fixed = _rewritten(one, usual)
        yield Match(
            one.span.start,
            one.span.end,
            suggestions=(fixed,) if fixed else (),
            data={"usual": sample, "times": "once" if often == 1 else "twice" if often == 2 else f"{often} times"},
        )


def _rewritten(one: CVDate, form: str) -> str | None:
    if one.month is None or one.year is None or one.ambiguous:
        return None
    month, year = one.month, one.year
    texts = {
        "Mon YYYY": f"{month_abbr[month]} {year}",
        "Month YYYY": f"{month_name[month]} {year}",
        "MM/YYYY": f"{month:02}/{year}",
        "YYYY-MM": f"{year}-{month:02}",
        "MM.YYYY": f"{month:02}.{year}",
    }
    return texts.get(form) if one.day is None else None


_JOINERS = {
    "-": "hyphen",
    "–": "en dash",
    "—": "em dash",
    "to": "to",
    "until": "until",
    "till": "till",
    "--": "hyphens",
}


def mixed_joiners(resume: Resume, document: Document) -> Iterator[Match]:
    """Ranges that are joined otherwise than most: hyphen, dash, "to"."""
    # "2019-20" is the name of a year at school or in the books, whatever joins other dates.
    ranges = [r for r in _role_ranges(resume) if r.joiner in _JOINERS and r.end and r.end.style != "YY"]
    counts = Counter(r.joiner for r in ranges)
    if len(counts) < 2 or len(ranges) < 3:
        return
    usual, often = counts.most_common(1)[0]
    odd = [r for r in ranges if r.joiner != usual]
    for one in odd if len(odd) <= 4 else odd[:2]:
        assert one.end is not None
        at = document.text.lower().find(one.joiner, one.start.span.end, one.end.span.start)
        if at >= 0:
            data = {"usual": _JOINERS[usual], "count": often, "here": _JOINERS[one.joiner]}
            worded = usual.isalpha() == one.joiner.isalpha()
            yield Match(at, at + len(one.joiner), suggestions=(usual,) if worded else (), data=data)


def end_before_start(resume: Resume) -> Iterator[Match]:
    """A range whose end lies wholly before its start."""
    for one in resume.ranges:
        end = one.end
        if end is None or end.present or one.start.impossible or end.impossible or one.start.year is None:
            continue
        if end.last < one.start.first and not (one.start.ambiguous or end.ambiguous):
            yield Match(one.span.start, one.span.end, data={"start": one.start.text, "end": end.text})


def impossible_date(resume: Resume, document: Document) -> Iterator[Match]:
    """31 February, month 13. A bare "13/2020" must stand in a range or by itself: it may be a number."""
    held = {d.span for r in resume.ranges for d in (r.start, r.end) if d is not None}
    for one in resume.dates:
        if not one.impossible:
            continue
        line = document.line_span(document.line_at(one.span.start))
        if one.day is not None or one.span in held or line.end - line.start < 30:
            yield Match(one.span.start, one.span.end)


def future_date(resume: Resume, today: date) -> Iterator[Match]:
    """A date of a job or course after today that nothing calls expected. A future end is a warning."""
    for role in resume.roles:
        if role.section not in _LIVES or role.dates is None:
            continue
        start, end = role.dates.start, role.dates.end
        if start.hedge or (end is not None and end.hedge) or start.year is None:
            continue
        if start.first > today:
            yield Match(start.span.start, start.span.end, data={"what": "starts"})
        elif end is not None and not end.present and end.first > today:
            yield Match(end.span.start, end.span.end, data={"what": "ends"}, severity=Severity.WARNING)


def ambiguous_date(resume: Resume) -> Iterator[Match]:
    """03/04/2021: April in one country, March in another, and nothing in the file that tells."""
    for one in [d for d in resume.dates if d.ambiguous][:3]:
        spelled = " or ".join(f"{d.day} {month_name[d.month]}" for d in (one.first, one.last))
        yield Match(one.span.start, one.span.end, data={"either": spelled})


def _dated(resume: Resume, *kinds: SectionKind) -> Iterator[list[Role]]:
    """The roles with dates, section by section."""
    for section in resume.of(*kinds):
        yield [
            r for r in resume.roles
            if r.dates and r.dates.start.year and section.span.start <= r.span.start < section.span.end
        ]  # fmt: skip


def _end(role: Role, today: date) -> date:
    assert role.dates is not None
    return today if role.dates.end is None else role.dates.end.last


def order(resume: Resume, today: date) -> Iterator[Match]:
    """A job that both began and ended after the one above it. One finding a section, at the first such job."""
    for roles in _dated(resume, _K.EXPERIENCE):
        wrong = [(a, b) for a, b in pairwise(roles) if _later(b, a, today)]
        if not wrong or len(roles) < 2:
            continue
        role = wrong[0][1]
        assert role.dates is not None
        rising = len(wrong) == len(roles) - 1
        yield Match(
            role.dates.span.start,
            role.dates.span.end,
            data={"how": "oldest first" if rising else "out of order"},
        )


def _later(one: Role, other: Role, today: date) -> bool:
    assert one.dates is not None
    assert other.dates is not None
    end_one = today if one.dates.end is None else one.dates.end.first
    return one.dates.start.first > other.dates.start.last and end_one > _end(other, today)


def years_claimed(resume: Resume, document: Document, today: date) -> Iterator[Match]:
    """A number of years of experience that is more than all the CV's dates leave room for."""
    past = [d.first for d in resume.dates if d.year and d.first <= today and not d.present]
    jobs = [r for r in resume.roles if r.section is _K.EXPERIENCE and r.dates]
    if len(jobs) < 2 or not past or _ABRIDGED.search(document.text):
        return
    room = (today - min(past)).days / 365.25
    work = _working_years(resume, jobs, today)
    for section in resume.of(_K.HEAD, _K.PROFILE):
        for m in _CLAIM.finditer(document.text, section.span.start, section.span.end):
            shown = (m["n"] or m["m"]).lower()
            years = int(shown) if shown.isdigit() else _NUMBERS[shown]
            if years > room + 1.5:
                yield Match(m.start(), m.end(), data={"room": max(1, round(room)), "earliest": min(past).year})
            elif work is not None and years > work[0] + 2.5:
                yield Match(m.start(), m.end(), data={"room": max(1, round(work[0])), "earliest": work[1]})


def _working_years(resume: Resume, jobs: list[Role], today: date) -> tuple[float, int] | None:
    """Years since the first job and its year, where the CV tells all jobs: the first follows upon the education."""
    begun = [r.dates.start.first for r in jobs if r.dates and r.dates.start.year]
    ends = [
        r.dates.end.last if r.dates.end else r.dates.start.last
        for r in resume.roles
        if r.section is _K.EDUCATION and r.dates and r.dates.start.year
    ]
    before = [end for end in ends if begun and (end - min(begun)).days < 366]
    if not before or (min(begun) - max(before)).days > 730:
        return None
    return (today - min(begun)).days / 365.25, min(begun).year


def same_dates(resume: Resume, document: Document) -> Iterator[Match]:
    """Three or more jobs with one and the same range: copied and not changed."""
    for roles in _dated(resume, _K.EXPERIENCE, _K.EDUCATION):
        ranges = [r.dates for r in roles if r.dates and r.dates.end is not None and r.dates.end is not r.dates.start]
        counts = Counter((r.start.first, r.end.last if r.end else None) for r in ranges)
        for key, n in counts.items():
            if n >= 3:
                last = [r for r in ranges if r.end and (r.start.first, r.end.last) == key][-1]
                yield Match(last.span.start, last.span.end, data={"count": n})


def _months(a: date, b: date) -> int:
    return (b.year - a.year) * 12 + b.month - a.month


def overlap(resume: Resume, document: Document, today: date, options: Mapping[str, Any]) -> Iterator[Match]:
    """Two jobs with dates to the month that overlap for longer than a handover, unless one is a job on the side."""
    roles = sorted(
        (r for r in resume.roles if r.section is _K.EXPERIENCE and r.dates and r.dates.start.month),
        key=lambda r: r.dates.start.first if r.dates else today,
    )
    for earlier, later in pairwise(roles):
        assert earlier.dates is not None
        assert later.dates is not None
        if _firm(earlier, document) == _firm(later, document):
            continue
        heads = " ".join(document.text[b.start : b.end] for r in (earlier, later) for b in r.heading)
        shared = _months(later.dates.start.first, min(_end(earlier, today), _end(later, today)))
        if shared > options["months"] and not _SIDE_JOB.search(heads):
            yield Match(later.dates.span.start, later.dates.span.end, data={"other": _line(earlier.dates)})


def _firm(role: Role, document: Document) -> str:
    return role.organisation.of(document.text).lower() if role.organisation else ""


def _line(dates: DateRange) -> str:
    return f"{dates.start.text} {dates.joiner} {dates.end.text if dates.end else ''}".replace("\n", " ").strip()


def gap(resume: Resume, today: date, options: Mapping[str, Any]) -> Iterator[Match]:
    """Months between jobs, courses and voluntary work that nothing in the CV covers. Off unless asked for."""
    roles = sorted(
        (r for r in resume.roles if r.section in _LIVES and r.dates and r.dates.start.year),
        key=lambda r: r.dates.start.first if r.dates else today,
    )
    covered: date | None = None
    for role in roles:
        assert role.dates is not None
        start = role.dates.start.first
        if covered is not None and _months(covered, start) > options["months"]:
            yield Match(role.dates.span.start, role.dates.span.end, data={"months": _months(covered, start)})
        covered = max(covered or _end(role, today), _end(role, today))


def mixed_present(resume: Resume) -> Iterator[Match]:
    """Present in one job and Current in another."""
    words = [r.end for r in resume.ranges if r.end is not None and r.end.present]
    counts = Counter(w.text.lower() for w in words)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    sample = next(w.text for w in words if w.text.lower() == usual)
    for word in words:
        if word.text.lower() != usual:
            yield Match(word.span.start, word.span.end, suggestions=(sample,), data={"usual": sample})


def two_digit_year(resume: Resume) -> Iterator[Match]:
    """Jan-19 or 03/19 as the date of a job: 19 is read as a day."""
    for one in _role_dates(resume):
        if re.fullmatch(r"(?:MM/YY|(?:Mon|Month|May)[ -]YY)", one.style, re.IGNORECASE):
            yield Match(one.span.start, one.span.end, data={"year": one.year})


def _dates_a_post(role: Role, document: Document) -> bool:
    """Whether a range is the date of a post: at the end of its line, or on it beside little else, and no prize."""
    assert role.dates is not None
    line = document.line_span(document.line_at(role.dates.span.start))
    before, after = document.text[line.start : role.dates.span.start], document.text[role.dates.span.end : line.end]
    if role.title is None or _NO_POST.search(before + after) or after.lstrip()[:1] == ":":
        return False
    return not re.search(r"\b(?:in|for|from|during|of)\s+$", before) and len(after.split()) <= 8


_NO_POST = re.compile(
    r"\b(?:awards?|medal|prize|graduate,|taught|lectures?|projections?|class of|dean)\b", re.IGNORECASE
)


def mixed_precision(resume: Resume) -> Iterator[Match]:
    """A job dated by the year where most jobs of its section are dated by the month."""
    for roles in _dated(resume, _K.EXPERIENCE):
        by_month = [r for r in roles if r.dates and r.dates.start.month is not None]
        by_year = [r for r in roles if r.dates and r.dates.start.style in ("YYYY", "'YY")]
        if len(by_month) < 2 or len(by_month) <= len(by_year):
            continue
        sample = by_month[0].dates
        for role in by_year[:2]:
            assert role.dates is not None
            assert sample is not None
            if _dates_a_post(role, resume.document):
                yield Match(role.dates.span.start, role.dates.span.end, data={"usual": sample.start.text})
