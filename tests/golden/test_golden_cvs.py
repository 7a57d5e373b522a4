"""Every labelled mistake is found at its place by the whole pipeline; clean CVs raise no error, at most one warning."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.golden.golden import Case, Reports, alarms, cases, clean, found, is_clean, labels, not_yet

KNOWN = not_yet()


def marked(value: object, id: str) -> object:
    marks = [pytest.mark.xfail(reason=KNOWN[id], strict=True)] if id in KNOWN else []
    return pytest.param(value, id=id, marks=marks)


@pytest.fixture(scope="module")
def reports() -> Iterator[Reports]:
    made = Reports()
    yield made
    made.run.close()


@pytest.mark.parametrize("case", [marked(c, c.id) for c in cases()])
def test_labelled_mistake_is_found(case: Case, reports: Reports) -> None:
    assert found(case, reports.of(case.name)), f"{case.code} is not found at {case.text!r} in {case.context!r}"


@pytest.mark.parametrize("name", [marked(n, f"{n}/clean") for n in clean()])
def test_clean_cv_stays_clean(name: str, reports: Reports) -> None:
    report = reports.of(name)
    assert is_clean(report), [(f.code, f.text, f.message) for f in alarms(report)]


@pytest.mark.parametrize("told", labels(), ids=lambda t: t["name"])
def test_country_is_told(told: dict[str, str], reports: Reports) -> None:
    assert reports.of(told["name"]).locale == told["locale"]


def test_known_gaps_name_real_cases() -> None:
    assert set(KNOWN) <= {c.id for c in cases()} | {f"{n}/clean" for n in clean()}
