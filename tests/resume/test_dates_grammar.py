"""The grammar of dates: what is found, how it is written, what it can mean."""

from __future__ import annotations

from datetime import date

import pytest

from cvlint.resume.dates import find_dates

TODAY = date(2026, 6, 1)

SINGLE = {
    "month-year": ("Graduated Mar 2021", "Mar 2021", "Mon YYYY", (2021, 3, 1), (2021, 3, 31)),
    "long-month": ("Joined in February 2020", "February 2020", "Month YYYY", (2020, 2, 1), (2020, 2, 29)),
    "dotted": ("Sept. 2015, Leeds", "Sept. 2015", "Mon. YYYY", (2015, 9, 1), (2015, 9, 30)),
    "slash": ("Awarded 03/2021", "03/2021", "MM/YYYY", (2021, 3, 1), (2021, 3, 31)),
    "iso-month": ("Awarded 2021-03", "2021-03", "YYYY-MM", (2021, 3, 1), (2021, 3, 31)),
    "day": ("On 12 March 2021 I", "12 March 2021", "D Month YYYY", (2021, 3, 12), (2021, 3, 12)),
    "ordinal": ("1st of May 2019", "1st of May 2019", "D May YYYY", (2019, 5, 1), (2019, 5, 1)),
    "american-day": ("March 12, 2021", "March 12, 2021", "Month D, YYYY", (2021, 3, 12), (2021, 3, 12)),
    "season": ("Spring 2021", "Spring 2021", "Season YYYY", (2021, 1, 1), (2021, 12, 31)),
    "quarter": ("Q3 2021", "Q3 2021", "Qn YYYY", (2021, 7, 1), (2021, 9, 30)),
    "year": ("BA, Teal University, 2015", "2015", "YYYY", (2015, 1, 1), (2015, 12, 31)),
    "two-digits": ("Jan '20 at Adze", "Jan '20", "Mon 'YY", (2020, 1, 1), (2020, 1, 31)),
}


@pytest.mark.parametrize(("text", "shown", "style", "first", "last"), SINGLE.values(), ids=SINGLE.keys())
def test_a_single_date(text: str, shown: str, style: str, first: tuple[int, ...], last: tuple[int, ...]) -> None:
    (found,), ranges = find_dates(text, TODAY)
    assert (found.text, found.style) == (shown, style)
    assert found.span.of(text) == shown
    assert (found.first, found.last) == (date(*first), date(*last))
    assert not ranges


RANGES = {
    "en-dash": ("Mar 2021 – Present", (2021, 3, 1), None, "–"),
    "em-dash": ("2019—2021", (2019, 1, 1), (2021, 12, 31), "—"),
    "to": ("01/2011 to 01/2012", (2011, 1, 1), (2012, 1, 31), "to"),
    "until": ("May 2015 until June 2016", (2015, 5, 1), (2016, 6, 30), "until"),
    "short-year": ("2019–21", (2019, 1, 1), (2021, 12, 31), "–"),
    "academic-year": ("2019/20", (2019, 1, 1), (2020, 12, 31), "/"),
    "not-a-month": ("2009-10", (2009, 1, 1), (2010, 12, 31), "-"),
    "shared-year": ("March – June 2021", (2021, 3, 1), (2021, 6, 30), "–"),
    "over-new-year": ("Nov – Feb 2021", (2020, 11, 1), (2021, 2, 28), "–"),
    "ticks": ("'19–'21", (2019, 1, 1), (2021, 12, 31), "–"),
    "three-lines": ("August 2013\nto\nCurrent", (2013, 8, 1), None, "to"),
    "to-date": ("2019 to date", (2019, 1, 1), None, "to"),
    "since": ("since 2019", (2019, 1, 1), None, "since"),
    "open-dash": ("2015 –", (2015, 1, 1), None, "–"),
    "between": ("between 2010 and 2012", (2010, 1, 1), (2012, 12, 31), "and"),
}


@pytest.mark.parametrize(("text", "start", "end", "joiner"), RANGES.values(), ids=RANGES.keys())
def test_a_range(text: str, start: tuple[int, ...], end: tuple[int, ...] | None, joiner: str) -> None:
    _, (found,) = find_dates(text, TODAY)
    assert found.start.first == date(*start)
    assert found.current == (end is None)
    assert end is None or (found.end is not None and found.end.last == date(*end))
    assert found.joiner == joiner


SILENT = {
    "product": "Microsoft Office 2010 and Windows Server 2012",
    "count": "Served 2000 customers a day",
    "money": "Raised $2015 for charity",
    "standard": "Audited to ISO 9001:2015",
    "hours": "Offered 24/7 support",
    "telephone": "021 555 2015",
    "price": "Grew from 2000 to 2010 units",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_numbers_that_form_no_range(text: str) -> None:
    assert find_dates(text, TODAY)[1] == ()


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("expected Nov 2027", "expected"),
        ("BSc, 2027 (expected)", "expected"),
        ("Degree due June 2027", "due"),
    ],
)
def test_a_hedge_before_or_after(text: str, hedge: str) -> None:
    (found,), _ = find_dates(text, TODAY)
    assert found.hedge == hedge


def test_day_and_month_are_told_apart_by_another_date_of_the_file() -> None:
    alone, _ = find_dates("Course, 03/04/2021", TODAY)
    assert alone[0].ambiguous
    assert (alone[0].first, alone[0].last) == (date(2021, 3, 4), date(2021, 4, 3))
    both, _ = find_dates("Course, 03/04/2021\nCourse, 25/12/2021", TODAY)
    assert [(d.ambiguous, d.month) for d in both] == [(False, 4), (False, 12)]


@pytest.mark.parametrize("text", ["31 February 2020", "13/2020 – 02/2021", "29 Feb 2019"])
def test_impossible_dates_are_marked(text: str) -> None:
    assert find_dates(text, TODAY)[0][0].impossible
