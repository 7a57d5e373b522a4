"""Files built with a mistake that no text can hold: the rule finds it, and is silent on the file's like without it."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from benchmarks.rules.clean import clean_cvs
from benchmarks.rules.harness import Bench, FileInjector, file_injectors, fits

NOT_FOUND = {("AT010", "one letter")}
"""PDFium gives the number of a lost glyph as if it were a character: which letter it was, nobody can tell."""
INJECTORS = [
    pytest.param(code, inject, id=f"{code} {inject.__name__}")
    for code, given in sorted(file_injectors().items())
    for inject in given
    if (code, inject.__name__) not in NOT_FOUND
]


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.close()


@pytest.mark.parametrize(("code", "inject"), INJECTORS)
def test_a_built_mistake_is_told_from_its_like(bench: Bench, code: str, inject: FileInjector) -> None:
    rule = bench.rules[code]
    for cv in (cv for cv in clean_cvs() if fits(rule, cv)):
        told = list(bench.told_apart(rule, cv, random.Random(7), [inject]))
        if told:
            assert told[0][1]
            return
    pytest.skip("no clean CV offers a place, or LibreOffice is missing")
