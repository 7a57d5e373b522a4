"""Kinds of text that careful writers write and that proofreaders like to flag: the panel says nothing of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from cvlint.config.schema import Config
from cvlint.loaders import load_text
from cvlint.proofreaders.tongues import other_tongue
from cvlint.runner import Run


@pytest.fixture(scope="module")
def british() -> Iterator[Run]:
    with Run(Config(locale="en-GB", readers=("harper", "slips")), date(2026, 6, 1)) as run:
        yield run


def codes(run: Run, text: str) -> dict[str, str]:
    """What is flagged, and by which rule of spelling or names."""
    found = run.check_document(load_text(text, "cv.txt")).findings
    return {f.text: f.code for f in found if f.code.startswith(("SP", "NM05"))}


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("Won a prize of £500 and prized the prizes of others", {"prize", "prized", "prizes"}),
        ("Measured shafts with gauges and micrometers", {"micrometers"}),
        ("Audited the firm s core business and the UK s top centre", {"s core", "firm s", "s top", "UK s"}),
        ("Sales manager at Barton plc, a maker of pumps", {"plc"}),
        ("Programmed a CMM for the tool room. Keywords: inspector, cmm, gauges", {"cmm"}),
        ("Kept proper recordkeeping of the samples", {"recordkeeping"}),
    ],
    ids=[
        "prize",
        "micrometer",
        "possessive whose apostrophe was lost",
        "plc",
        "acronym in lower case",
        "recordkeeping",
    ],
)
def test_nothing_is_said_of(british: Run, text: str, quiet: set[str]) -> None:
    assert not quiet & set(codes(british, text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Mixed each color by hand at Barton plc", "color"),
        ("Programmed a CMM and recieved the parts", "recieved"),
    ],
    ids=["variant beside plc", "misspelling beside an acronym"],
)
def test_a_mistake_beside_them_is_still_found(british: Run, text: str, wrong: str) -> None:
    assert wrong in codes(british, text)


def test_a_degree_that_needs_no_apostrophe_is_not_said_to_need_one(british: Run) -> None:
    found = british.check_document(load_text("Holds a Masters of Arts from Leeds", "cv.txt")).findings
    assert [(f.code, f.suggestions[:1]) for f in found if f.text == "Masters"] == [("GR010", ("Master",))]


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Rwy'n gweithio yn y ganolfan gyda phlant ac mae'r tîm yn fach ond yn brysur", "cy"),
        ("Aeth i a ti i'r dref a daeth hi yn ôl i fy nhŷ a mynd at y plant a'r ci gyda ni ond nid at y gath", "cy"),
        ("Tá mé ag obair leis an bhfoireann agus bhí mé i mo mhúinteoir ar feadh tamaill", "ga"),
        ("I am at work in a small team and I am on call at night", None),
        ("Do you want an engineer? I do it for the good of all, as an ally of the team", None),
    ],
    ids=["Welsh", "Welsh of small words", "Irish", "English with am, i, a", "English with an, do, is"],
)
def test_welsh_and_irish_are_told_from_english(text: str, tongue: str | None) -> None:
    assert other_tongue(text) == tongue


def test_welsh_sentences_in_an_english_paragraph_are_left_alone(british: Run) -> None:
    text = (
        "Led a bilingual team of six carers in a home for the elderly near Bangor and recieved an award. "
        "Mae'r cartref yn gofalu am bobl hŷn o bob rhan o'r ardal. Roedd pawb yn hapus iawn. "
        "Rwy'n siarad Cymraeg a Saesneg gyda'r preswylwyr a'u teuluoedd bob dydd. Wrote the rota for all shifts."
    )
    assert set(codes(british, text)) == {"recieved"}
