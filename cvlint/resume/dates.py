"""The grammar of the dates that CVs hold. `find_dates` is the one way in."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from cvlint.model.location import Span
from cvlint.resume.facts import CVDate, DateRange

_NAMES = (
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
)
MONTHS = {name: i + 1 for names in _NAMES for i, name in enumerate(names)} | {"sept": 9}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (1, 12)}

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept(?:ember)?|Sep"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?:19[3-9]\d|20[0-7]\d)"
_ORD = r"(?:st|nd|rd|th)"
_TICK = r"['‘’`´]"

# One alternative a form; the order decides where two could match. Seasons and parts of a year come last.
_ATOM = re.compile(
    rf"""(?<![\w$£€/.])(?:
      (?P<ymd>(?P<ymd_y>{_YEAR})(?P<ymd_s>[-/.])(?P<ymd_m>\d{{1,2}})(?P=ymd_s)(?P<ymd_d>\d{{1,2}}))(?![\d/-])
    | (?P<ym>(?P<ym_y>{_YEAR})(?P<ym_s>[-/.])(?P<ym_m>\d{{2}}))(?![\d%/])(?!\.\d)
    | (?P<dmy>(?P<dmy_a>\d{{1,2}})(?P<dmy_s>[-/.])(?P<dmy_b>\d{{1,2}})(?P=dmy_s)(?P<dmy_y>{_YEAR}|\d\d))
        (?![\d/%])(?!\.\d)
    | (?P<my>(?P<my_m>\d{{1,2}})\ ?(?P<my_s>[-/.])\ ?(?P<my_y>{_YEAR}))(?![\d/%])(?!\.\d)
    | (?P<dMy>(?P<dMy_d>\d{{1,2}}){_ORD}?[ ]?(?:of[ ]|-)?[ ]?(?P<dMy_m>{_MONTH})\b\.?(?:,[ ]?|[ ]+|[ ]?-|[ ]of[ ])
        (?P<dMy_y>{_YEAR}))(?!\d)
    | (?P<Mdy>(?P<Mdy_m>{_MONTH})\b\.?,?[ ]+(?P<Mdy_d>\d{{1,2}}){_ORD}?(?:,[ ]?|[ ]+)(?P<Mdy_y>{_YEAR}))(?!\d)
    | (?P<My>(?P<My_m>{_MONTH})(?P<My_s>\.?[ ]?,[ ]?|\.?[ \t\xa0]+(?:of[ ])?|\.|[ ]?[-/][ ]?|(?<=[a-z]))
        (?P<My_y>{_YEAR}|{_TICK}\d\d))(?![\d%])
    | (?P<Myy>(?P<Myy_m>{_MONTH})(?P<Myy_s>[ ]|-)(?P<Myy_y>\d\d))(?![\w,.%:/]*\d)(?!{_ORD}\b|[ ]?(?:[-–][ ]?\d|[ap]m))
    | (?P<season>(?P<season_n>Spring|Summer|Autumn|Fall|Winter)(?:[ ](?:term|semester|quarter|of|vacation|session))?
        (?:,[ ]?|[ ]+)(?P<season_y>{_YEAR}|{_TICK}\d\d)(?:[/–-](?P<season_y2>\d\d(?:\d\d)?))?)(?!\d)
    | (?P<part>(?P<part_n>Q[1-4]|H[12]|[Ee]arly|[Mm]id|[Ll]ate)(?:[ /-]{{1,2}}|,[ ])(?P<part_y>{_YEAR}))(?!\d)
    | (?P<half>(?:(?P<half_d>\d{{1,2}}){_ORD}?[ ])?(?P<half_n>{_MONTH}|Spring|Summer|Autumn|Fall|Winter)\.?)
        (?=[ ]?(?:[-–—‒−]|to|until|and|&|/)[ ]?(?:\d{{1,2}}{_ORD}?[ ])?(?:{_MONTH}|Spring|Summer|Autumn|Fall|Winter)\b)
    | (?P<my2>(?P<my2_m>0?[1-9]|1[0-2])/(?P<my2_y>\d\d))(?![\d/%])(?!\.\d)
    | (?P<y2>{_TICK}(?P<y2_y>\d\d))(?![\w%])
    | (?P<y>{_YEAR})(?![\w%+]|,\d{{3}}|\.\d|{_TICK}s\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_DASH = "-–—‒―−‐‑~→"
_MOJIBAKE = "â€“|â€”|ï¼\u200b"
_JOIN = re.compile(
    rf"[ \t\xa0\u200b]*(?P<dash>->|-{{1,3}}|[{_DASH}]|{_MOJIBAKE}|\ufffd)[ \t\xa0\u200b]*\n?[ \t]*"
    r"|[ \t\xa0]*\n?[ \t\xa0]*\b(?P<word>to|until|till|til|through|thru|up[ ]to|untill)\b[ \t\xa0]*\n?[ \t]*",
    re.IGNORECASE,
)
_AND = re.compile(r"[ ](?:and|&)[ ]|[ ]?&[ ]?", re.IGNORECASE)
_NOW = re.compile(
    r"(?:the[ ]|at[ ])?(?:present(?:[ ]day|[ ]time)?|current(?:ly)?|now|today|to[ ]?date|date|ongoing|on-going|"
    r"continuing|"
    r"till[ ]date|till[ ]now|inatahi|this[ ]day)\b(?![ ](?:(?-i:[a-z])|\d))",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(rf"(?P<y>{_TICK}?\d\d)(?![\w/%]|[.,]\d|[ ]?(?:%|years|people|staff))")
_OPEN = re.compile(
    rf"[ \t]*(?:[{_DASH}]|-)[ \t]*(?=\n|$|\)|\|)|[ ]?,?[ ]on-?wards?\b|[ ]?\+(?=[ )\n]|$)", re.IGNORECASE
)
_SINCE = re.compile(r"\b(since|from)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)

EXPECTED = (
    r"(?:expect(?:ed|ing)?|anticipat(?:ed|ing)|exp\.|ant\.|due|graduating|estimated|est\.|projected|planned|scheduled|forecast"
    r"|to[ ]be[ ](?:completed|awarded|conferred)|to[ ]complete|completing|pending|in[ ]progress|candidate|forthcoming"
    r"|starting|commencing|to[ ]start|upcoming|incoming|(?:valid|expir\w+|expiry|renew\w*|until|till|through|by)"
    r"|available|availability|intended|proposed|target(?:ed)?|working[ ]towards?|on[ ]track|will|in[ ]press"
    r"|to[ ]appear)"
)
_HEDGE_BEFORE = re.compile(
    rf"\b(?P<h>{EXPECTED}|circa|ca\.|c\.|approx(?:imately|\.)?|around|about)(?:[ ][\w']+){{0,4}}?[ ]?[:(,–-]?[ ]*$",
    re.IGNORECASE,
)
_HEDGE_AFTER = re.compile(
    rf"[ ]*[(\[,–:-]?[ ]*(?:[\w']+[ ]){{0,2}}?(?!until|till|through|by|will|candidate|starting|available)"
    rf"(?P<h>{EXPECTED}|approx)\b",
    re.IGNORECASE,
)
# A year that is part of a product's or a standard's name, or that counts things.
_NOT_BEFORE = re.compile(
    r"(?:\b(?:Office|Windows|Server|Excel|Word|Access|Outlook|Project|SharePoint|Exchange|Studio|Dynamics|Visio|Suite|CC|CS"
    r"|AutoCAD|Revit|SolidWorks|Sage|QuickBooks|Peachtree|Publisher|PowerPoint|InfoPath|NAV|AX|GP|MS|Microsoft|Vision"
    r"|Section|Act|Room|Suite|Form|Unit|No\.?|Box|Catia|Inventor|Agenda|Fortune|Forbes|SQL|Top|over|approximately|about"
    r"|Model|Series|Maya|Max|Primavera|Excel|Lync|Navision|SAP|BW|R2|XP|Pro|than|almost|nearly|every|IFRS|to|of)"
    r"|[#:~<>=xX@]|\d[-/])\s?$"
)
# "2013-2018", "Period: 2015 – 2016": the sign before the year is that of a range or of a label for dates.
_DATES_BEFORE = re.compile(
    rf"(?<![\d-]){_YEAR}-$|\b(?:period|dates?|years?|duration|tenure|from|when|time|attended|completed|completion|graduat(?:ed|ion)"
    r"|awarded|obtained|issued|achieved)\s?:\s?$",
    re.IGNORECASE,
)
_TO_COUNT = re.compile(r"\b(?:to|of|over|approximately|about|than|almost|nearly|every)\s?$", re.IGNORECASE)
_COUNTS = re.compile(
    r"\s?(?:[a-z]+ed\b|people|staff|students|customers|clients|users|employees|members|units|hours|sq|square|items|calls|"
    r"guests|patients|pages|lines|volts?|miles|km|kg|lbs?|tons?|tonnes?|feet|ft|rpm|mg|ml|psi|MHz|GHz|words|plus|"
    r"R2|pts?|points|cases|products|stores|accounts|vehicles|devices|servers|records|orders|cc|x\b|/\d|acres?|"
    r"(?:[a-z]+[ ])?(?:clients|customers|employees|members|people|students|users|attendees|participants))\b"
)


def find_dates(text: str, today: date) -> tuple[tuple[CVDate, ...], tuple[DateRange, ...]]:
    """Every date of a text and the ranges that they form, in order; dates of a range are among the dates too.

    `today` is what Present means. Takes time linear in the length of the text.
    """
    iso, month_first = _conventions(text)
    atoms = list(_atoms(text, iso, month_first))
    ranges = list(_ranges(text, atoms, today))
    inside = {r.start.span.start for r in ranges} | {r.end.span.start for r in ranges if r.end}
    loose = [d for d in atoms if d.span.start not in inside and _stands_alone(d)]
    dates = loose + [r.start for r in ranges] + [r.end for r in ranges if r.end]
    return tuple(sorted(dates, key=lambda d: d.span)), tuple(ranges)


def month_number(name: str) -> int:
    """1-12 for the name of a month, full or short."""
    name = name.lower().rstrip(".")
    return MONTHS.get(name) or MONTHS[name[:3]]


def _conventions(text: str) -> tuple[bool, bool | None]:
    """Whether the text writes YYYY-MM, and whether in 03/04/2021 the month comes first (None: nothing tells)."""
    iso = re.search(rf"(?<![\d-]){_YEAR}-0[1-9](?!\d)", text) is not None
    firsts, seconds = 0, 0
    for a, b in re.findall(rf"(?<![\d/.-])(\d{{1,2}})[/.-](\d{{1,2}})[/.-](?:{_YEAR}|\d\d)(?!\d)", text):
        firsts += int(a) > 12
        seconds += int(b) > 12
    if firsts and not seconds:
        return iso, False
    return iso, True if seconds and not firsts else None


def _atoms(text: str, iso: bool, month_first: bool | None) -> Iterator[CVDate]:
    for m in _ATOM.finditer(text):
        form = m.lastgroup or ""
        form = form.split("_")[0]
        found = _read(form, m, iso, month_first)
        if found is not None:
            yield _hedged(text, found)


def _read(form: str, m: re.Match[str], iso: bool, month_first: bool | None) -> CVDate | None:
    span, text = Span(m.start(form), m.end(form)), m[form]
    if form == "y":
        return None if _is_count(m.string, span) else _made(span, text, "YYYY", int(text))
    if form == "ymd":
        return _made(span, text, f"YYYY{m['ymd_s']}MM{m['ymd_s']}DD", int(m["ymd_y"]), int(m["ymd_m"]), int(m["ymd_d"]))
    if form == "ym":
        year, month = int(m["ym_y"]), int(m["ym_m"])
        if month > 12 or (not iso and month == (year + 1) % 100) or (m["ym_s"] == "/" and month > year % 100):
            return _made(Span(span.start, span.start + 4), text[:4], "YYYY", year)
        return _made(span, text, f"YYYY{m['ym_s']}MM", year, month)
    if form == "dmy":
        return _day_month(m, span, month_first)
    if form == "my":
        month, style = int(m["my_m"]), "MM" if len(m["my_m"]) == 2 else "M"
        if month > 12 and m["my_s"] != "/":
            return _made(Span(m.start("my_y"), m.end("my_y")), m["my_y"], "YYYY", int(m["my_y"]))
        return _made(span, text, f"{style}{m['my_s']}YYYY", int(m["my_y"]), month)
    if form == "my2":
        return _made(span, text, "MM/YY", _century(m["my2_y"]), int(m["my2_m"]))
    if form == "y2":
        return _made(span, text, "'YY", _century(m["y2_y"]))
    return _worded(form, m, span, text)


def _worded(form: str, m: re.Match[str], span: Span, text: str) -> CVDate | None:
    if form in ("dMy", "Mdy"):
        month = m[f"{form}_m"]
        name = _name_style(month)
        style = f"D {name} YYYY" if form == "dMy" else f"{name} D, YYYY"
        return _made(span, text, style, int(m[f"{form}_y"]), month_number(month), int(m[f"{form}_d"]))
    if form in ("My", "Myy"):
        return _month_year(form, m, span, text)
    if form == "season":
        return _season(m["season_n"].lower(), _century(m["season_y"]), span, text, m["season_y2"] is not None)
    if form == "part":
        return _part(m["part_n"].lower(), int(m["part_y"]), span, text)
    name = m["half_n"].lower()
    month_of = SEASONS[name][0] if name in SEASONS else month_number(name)
    style = "Season" if name in SEASONS else _name_style(m["half_n"])
    day = int(m["half_d"]) if m["half_d"] else None
    return CVDate(span, text, style, date.min, date.max, None, month_of, day)


def _month_year(form: str, m: re.Match[str], span: Span, text: str) -> CVDate | None:
    month, year, gap = m[f"{form}_m"], m[f"{form}_y"], m[f"{form}_s"]
    if month.islower() and month.lower() in ("may", "march", "mar", "dec", "sep", "jan") and not year[0].isdigit():
        return None
    if month.lower() in ("may", "march") and month.islower() and gap.isspace() and form == "Myy":
        return None
    form_of_year = "YYYY" if len(year) == 4 else "YY" if year.isdigit() else "'YY"
    name = _name_style(month)
    dot = "." if gap.startswith(".") and name != "May" else ""
    between = ", " if "," in gap else gap.strip(" \t\xa0.") if gap.strip(" \t\xa0.") in ("-", "/") else " "
    return _made(span, text, f"{name}{dot}{between}{form_of_year}", _century(year), month_number(month))


def _day_month(m: re.Match[str], span: Span, month_first: bool | None) -> CVDate | None:
    a, b, year, sep = int(m["dmy_a"]), int(m["dmy_b"]), _century(m["dmy_y"]), m["dmy_s"]
    if len(m["dmy_y"]) == 2 and (sep == "." or not 1 <= a <= 31 or not 1 <= b <= 31):
        return None
    form_of_year = "YYYY" if len(m["dmy_y"]) == 4 else "YY"
    if a <= 12 and b <= 12 and a != b and month_first is None:
        ways = [(a, b), (b, a)]
        bounds = sorted(date(year, mo, da) for da, mo in ways if da <= monthrange(year, mo)[1])
        if len(bounds) == 2:
            style = f"NN{sep}NN{sep}{form_of_year}"
            return CVDate(span, m["dmy"], style, bounds[0], bounds[1], year, None, None, ambiguous=True)
    first = b > 12 if a <= 12 and b > 12 else False if a > 12 else bool(month_first)
    month, day = (a, b) if first else (b, a)
    style = f"MM{sep}DD{sep}{form_of_year}" if first else f"DD{sep}MM{sep}{form_of_year}"
    return _made(span, m["dmy"], style, year, month, day)


def _season(name: str, year: int, span: Span, text: str, two_years: bool) -> CVDate:
    """A season bounds the whole year: it is another half of the year south of the equator."""
    last = date(year + 1, 12, 31) if two_years or name in ("winter", "summer") else date(year, 12, 31)
    return CVDate(span, text, "Season YYYY", date(year, 1, 1), last, year)


def _part(name: str, year: int, span: Span, text: str) -> CVDate:
    months = {
        "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12), "h1": (1, 6), "h2": (7, 12),
        "early": (1, 5), "mid": (4, 9), "late": (8, 12),
    }[name]  # fmt: skip
    style = "Qn YYYY" if name[0] in "qh" and len(name) == 2 else "Part YYYY"
    return CVDate(
        span,
        text,
        style,
        date(year, months[0], 1),
        date(year, months[1], monthrange(year, months[1])[1]),
        year,
    )


def _made(span: Span, text: str, style: str, year: int, month: int | None = None, day: int | None = None) -> CVDate:
    """A date with its bounds; an impossible one is bounded by what of it is possible."""
    wrong = month is not None and not 1 <= month <= 12
    if wrong or month is None:
        return CVDate(span, text, style, date(year, 1, 1), date(year, 12, 31), year, month, day, impossible=wrong)
    longest = monthrange(year, month)[1]
    if day is None:
        return CVDate(span, text, style, date(year, month, 1), date(year, month, longest), year, month)
    if not 1 <= day <= longest:
        first, last = date(year, month, 1), date(year, month, longest)
        return CVDate(span, text, style, first, last, year, month, day, impossible=True)
    return CVDate(span, text, style, date(year, month, day), date(year, month, day), year, month, day)


def _century(year: str) -> int:
    number = int(year.lstrip("'‘’`´"))
    return number if number > 99 else 2000 + number if number < 60 else 1900 + number


def _name_style(month: str) -> str:
    low = month.lower().rstrip(".")
    name = "May" if low == "may" else "Month" if low in _NAMES[0] else "Mon"
    return name.upper() if month.isupper() else name


def _is_count(text: str, span: Span) -> bool:
    """Whether a bare year-like number counts things or belongs to a name ("Office 2010", "2000 customers")."""
    before, after = text[max(0, span.start - 24) : span.start], text[span.end : span.end + 40]
    if _COUNTS.match(after) and not re.match(r"\s?(?:expected|completed|awarded|attended|attained|received)", after):
        return True
    if _TO_COUNT.search(before):
        return (
            re.match(r"\s?[a-z]", after) is not None and re.match(r"\s?(?:to|and|in|at|for|with|as)\b", after) is None
        )
    return _NOT_BEFORE.search(before) is not None and _DATES_BEFORE.search(before) is None


def _hedged(text: str, found: CVDate) -> CVDate:
    line = text.rfind("\n", max(0, found.span.start - 60), found.span.start) + 1
    before = text[max(line, found.span.start - 60) : found.span.start]
    m = _HEDGE_BEFORE.search(before)
    if m is None:
        line_end = text.find("\n", found.span.end, found.span.end + 40)
        m = _HEDGE_AFTER.match(text[found.span.end : line_end if line_end >= 0 else found.span.end + 40])
    return replace(found, hedge=m["h"].lower()) if m else found


def _stands_alone(found: CVDate) -> bool:
    """Whether a date that is in no range is one: halves, '19 and 03/19 need a partner."""
    return found.year is not None and found.style not in ("'YY", "MM/YY")


def _ranges(text: str, atoms: Sequence[CVDate], today: date) -> Iterator[DateRange]:
    i = 0
    while i < len(atoms):
        start = atoms[i]
        later = atoms[i + 1] if i + 1 < len(atoms) else None
        pair = _pair(text, start, later)
        if pair is not None:
            i += 2
            yield pair
            continue
        i += 1
        if start.year is None:
            continue
        alone = _to_now(text, start, today) or _to_short(text, start) or _open(text, start)
        if alone is not None:
            yield alone


def _pair(text: str, start: CVDate, end: CVDate | None) -> DateRange | None:
    if end is None or end.span.start - start.span.end > 16 or end.year is None:
        return None
    between = text[start.span.end : end.span.start]
    joiner = between.strip()
    if start.style == end.style == "YYYY" and joiner == "/" and end.year == (start.year or 0) + 1:
        return DateRange(Span(start.span.start, end.span.end), start, end, "/")
    m = _JOIN.fullmatch(between)
    if m is None:
        before = text[max(0, start.span.start - 12) : start.span.start]
        if not (_AND.fullmatch(between) and (_BETWEEN.search(before) or start.year is None)):
            return None
    if start.year is None:
        start = _completed(start, end)
    if "'YY" in (start.style, end.style) and start.style == "'YY" and not (end.style in ("'YY", "YYYY") or end.present):
        return None
    return DateRange(Span(start.span.start, end.span.end), start, end, joiner.lower())


def _completed(half: CVDate, end: CVDate) -> CVDate:
    """The start of "March – June 2021", with the year that its end gives it."""
    year = end.year or 0
    if half.style == "Season":
        return CVDate(half.span, half.text, "Season", date(year - 1, 1, 1), date(year, 12, 31), year)
    month = half.month or 1
    if end.month is not None and month > end.month:
        year -= 1
    return _made(half.span, half.text, half.style, year, month, half.day)


def _to_now(text: str, start: CVDate, today: date) -> DateRange | None:
    join = _JOIN.match(text, start.span.end)
    if join is None:
        bracket = re.compile(r"[ ]?\(?(?=to[ ]date|till[ ]date)|,?[ ]\(?(?=ongoing|current\))", re.IGNORECASE)
        join = bracket.match(text, start.span.end)
    if join is None:
        return None
    now = _NOW.match(text, join.end())
    word_to = re.match(r"[ ]?(?=to[ ]date\b)", text[start.span.end : start.span.end + 12])
    if now is None and word_to:
        now = _NOW.match(text, start.span.end + word_to.end())
    if now is None:
        return None
    span = Span(now.start(), now.end())
    end = CVDate(span, now[0], "Present", today, today, today.year, present=True)
    return DateRange(Span(start.span.start, span.end), start, end, join[0].strip().lower())


def _to_short(text: str, start: CVDate) -> DateRange | None:
    """ "2019–21" and "2019/20": the end has the century of the start."""
    if start.style not in ("YYYY", "'YY"):
        return None
    join = re.compile(rf"[ ]?(?P<j>[{_DASH}/]|-)[ ]?").match(text, start.span.end)
    short = _SHORT_YEAR.match(text, join.end()) if join else None
    if join is None or short is None or start.year is None:
        return None
    digits = int(short["y"].lstrip("'‘’`´"))
    year = start.year - start.year % 100 + digits
    if year < start.year:
        year += 100
    if year - start.year > 45 or (join["j"] == "/" and year - start.year != 1):
        return None
    end = _made(Span(short.start(), short.end()), short[0], "YY", year)
    return DateRange(Span(start.span.start, short.end()), start, _hedged(text, end), join["j"])


def _open(text: str, start: CVDate) -> DateRange | None:
    if start.style in ("'YY", "MM/YY"):
        return None
    before = text[max(0, start.span.start - 8) : start.span.start]
    since = _SINCE.search(before)
    if since and since[1].lower() == "since":
        at = start.span.start - len(before) + since.start(1)
        return DateRange(Span(at, start.span.end), replace(start, hedge="since"), None, "since")
    m = _OPEN.match(text, start.span.end)
    if m is None or (m[0].strip() == "+" and start.style != "YYYY"):
        return None
    line = text.rfind("\n", 0, start.span.start) + 1
    if m[0].strip() in ("-", "–", "—") and start.span.start - line > 60:
        return None
    return DateRange(Span(start.span.start, start.span.end + len(m[0].rstrip())), start, None, m[0].strip().lower())
