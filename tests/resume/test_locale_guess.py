"""The locale follows the country that the CV speaks of, not one sign alone."""

from __future__ import annotations

from datetime import date

import pytest

from cvlint.loaders import load_text
from cvlint.resume import read_resume
from cvlint.resume.locale import find_locale

CASES = {
    "a Canadian number, but jobs in American cities": (
        "Ada Penrose\n(873) 555-0144\n\nExperience\nTechnician, Meyer Labs, Spokane, WA, 2016 – 2019\n"
        "Clerk, Harlow Co, Tacoma, WA, 2012 – 2016\nHelper, Bright Yard, Boise, ID, 2010 – 2012\n",
        "en-US",
    ),
    "a New Zealand mobile and a job abroad": (
        "Ada Penrose\n021 555 0144\nWellington\n\nExperience\nTechnician, Meyer Labs, Spokane, WA, 2016 – 2019\n",
        "en-NZ",
    ),
    "an Irish address": ("Ada Penrose\nCork\nada@penrose.ie\n\nExperience\nClerk, Harlow Ltd, 2012 – 2016\n", "en-IE"),
}


@pytest.mark.parametrize(("text", "locale"), CASES.values(), ids=CASES.keys())
def test_the_locale_is_where_most_signs_point(text: str, locale: str) -> None:
    document = load_text(text)
    assert find_locale(document, read_resume(document, date(2026, 6, 1)), None).locale == locale
