"""The panel: what it says of a CV, what it leaves alone, and what happens when a reader cannot run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cvlint.loaders import load_text
from cvlint.proofreaders.panel import BUILT_IN, Panel
from cvlint.proofreaders.reading import Knowledge, Proof, Reading
from cvlint.resume import read_resume


@pytest.fixture(scope="module")
def panel() -> Iterator[Panel]:
    made = Panel(("harper",))
    yield made
    made.close()


def proof(panel: Panel, text: str, locale: str = "en-GB", knowledge: Knowledge | None = None) -> Proof:
    document = load_text(text, "cv.txt")
    return panel.proofread(document, read_resume(document, date(2026, 6, 1)), locale, knowledge or Knowledge())


def said(panel: Panel, text: str, topic: str, locale: str = "en-GB", knowledge: Knowledge | None = None) -> list[str]:
    document = load_text(text, "cv.txt")
    return [document.text[r.start : r.end] for r in proof(panel, text, locale, knowledge).remarks if topic in r.rules]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Ten years of experiance in retail", "experiance", "experience"),
        ("MANAGMENT of a large store", "MANAGMENT", "MANAGEMENT"),
        ("Responsable for stock and orders", "Responsable", "Responsible"),
        ("I dont smoke and like hiking", "dont", "don't"),
        ("Thank you foryour time", "foryour", "for your"),
        ("Moved the archive in a seemless change", "seemless", "seamless"),
        ("Cooked for soliders abroad", "soliders", "soldiers"),
        ("Worked as a Network Anaylst and a Network Anaylst again", "Anaylst", "Analyst"),
    ],
    ids=["plain", "capitals", "sentence-start", "contraction", "run-together", "rare", "plural", "title"],
)
def test_a_misspelling_gets_its_correction_in_its_own_case(panel: Panel, text: str, wrong: str, right: str) -> None:
    document = load_text(text, "cv.txt")
    found = {
        document.text[r.start : r.end]: r.suggestions
        for r in proof(panel, text).remarks
        if "panel:misspelling" in r.rules
    }
    assert wrong in found
    assert found[wrong][0] == right


@pytest.mark.parametrize(("locale", "right"), [("en-US", "organization"), ("en-NZ", "organisation")], ids=["US", "NZ"])
def test_a_correction_is_in_the_spelling_of_the_locale(panel: Panel, locale: str, right: str) -> None:
    remarks = [
        r for r in proof(panel, "Joined the organisasion in May", locale).remarks if "panel:misspelling" in r.rules
    ]
    assert [r.suggestions[0] for r in remarks] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Ngaire Tūhoe, Whangārei and Te Papa Tongarewa",
        "Worked with Siobhán Ó Murchú and Oluwaseun Adebayo",
        "Wrote microservices in Kotlin for Kubernetes, see github.com/someone/recieve",
        "Mail jhon.smiht@exampel.org for details",
        "Graduated magna cum laude",
        "Responsable de la gestion des équipes et du développement pour les clients de la région",
        "Zentriqa Limited, Auckland. At Zentriqa I led a team of five.",
    ],
    ids=["maori", "names", "products-and-links", "mail", "honours", "french", "own-firm"],
)
def test_names_links_and_other_languages_are_left_alone(panel: Panel, text: str) -> None:
    assert said(panel, text, "panel:misspelling") == []


def test_words_of_the_user_and_of_the_ad_are_no_mistakes(panel: Panel) -> None:
    text = "- Ran the grenadilla works and a plumcotte farm"
    knowledge = Knowledge(words=frozenset({"grenadilla"}), ad_words=frozenset({"plumcotte"}))
    remarks = proof(panel, text, knowledge=knowledge).remarks
    assert [r for r in remarks if any(x.startswith("panel:") for x in r.rules)] == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("- Teached English to four childs", ["Teached", "childs"], ["Taught", "children"]),
        ("- Payed upto fourty invoices", ["Payed", "upto", "fourty"], ["Paid", "up to", "forty"]),
        ("- Cleaned every Wensday", ["Wensday"], ["Wednesday"]),
        ("- Putted twice for Mr Childs of the Wolfs", [], []),
    ],
    ids=["form", "number", "day", "name"],
)
def test_a_form_made_by_the_rule_is_mended(panel: Panel, text: str, wrong: list[str], right: list[str]) -> None:
    found = [r for r in proof(panel, text, "en-NZ").remarks if "panel:misspelling" in r.rules]
    assert [text[r.start : r.end] for r in found] == wrong
    assert [r.suggestions[0] for r in found] == right


@pytest.mark.parametrize(
    ("text", "locale", "flagged"),
    [
        ("Mixed the color by hand", "en-NZ", ["color"]),
        ("Mixed the colour by hand", "en-US", ["colour"]),
        ("Mixed the colour by hand", "en-CA", []),
        ("Labelled and cancelled orders of fibre; counselling for travellers", "en-CA", []),
        ("Labeled orders and modeled the flow", "en-CA", []),
        ("Organised the rosters", "en-CA", ["Organised"]),
        ("Holds a driver's license and rents 300 square meters", "en-NZ", ["license", "meters"]),
        ("Fit to practice in a medical practise", "en-GB", ["practice", "practise"]),
        ("License laws, practice nurses, to license software and water meters", "en-AU", []),
        ("Practised law with a licence", "en-US", ["Practised", "licence"]),
        ("Organized the rosters", "en-GB", []),
        ("Worked for the World Health Organization", "en-GB", []),
        ("Visited the Rockefeller Center in spring", "en-GB", []),
    ],
    ids=[
        "us-in-nz",
        "gb-in-us",
        "canada",
        "canada-double-l",
        "canada-as-next-door",
        "canada-ise",
        "noun",
        "verb",
        "in-doubt",
        "us-senses",
        "oxford",
        "who",
        "name",
    ],
)
def test_spelling_of_another_country(panel: Panel, text: str, locale: str, flagged: list[str]) -> None:
    assert said(panel, text, "panel:spelling-variant", locale) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Wrote Javascript, kept it on Github", ["Javascript", "Github"]),
        ("Sold phones at walmart", ["walmart"]),
        ("Fluent in french and english", ["french", "english"]),
        ("SKILLS: JAVASCRIPT, GITHUB", []),
        ("See https://github.com/anna for code", []),
        ("Wrote JavaScript on GitHub with Node.js", []),
        ("We excel in service and look at the windows", []),
    ],
    ids=["products", "firm", "languages", "capitals", "link", "right", "common-words"],
)
def test_names_are_written_as_their_owners_write_them(panel: Panel, text: str, flagged: list[str]) -> None:
    assert said(panel, text, "panel:name-casing") == flagged


def test_layout_is_no_mistake(panel: Panel) -> None:
    text = "Manager          2014 - 2016\n    •   Led a team\nSkills:      Excel      Word\n"
    remarks = proof(panel, text).remarks
    assert [r for r in remarks if any(x.startswith(("house:", "panel:")) for x in r.rules)] == []


ODD = st.text(
    st.one_of(
        st.sampled_from("abc teh \n\t.,’'-() 😀🇳🇿 שלום مرحبا \u200f\u202e\u00ad\u0000\u0007Āā\ud7ff"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=60,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=ODD, after=ODD)
def test_offsets_hold_among_emoji_right_to_left_text_and_control_characters(
    panel: Panel, before: str, after: str
) -> None:
    text = f"{before}\n\nTen years of experiance in retail\n\n{after}"
    document = load_text(text, "cv.txt")
    remarks = panel.proofread(document, read_resume(document, date(2026, 6, 1)), "en-GB", Knowledge()).remarks
    assert all(0 <= r.start <= r.end <= len(document.text) for r in remarks)
    flagged = [document.text[r.start : r.end] for r in remarks if "panel:misspelling" in r.rules]
    assert "experiance" in flagged


def test_a_word_of_a_hundred_thousand_letters_and_a_long_text_come_to_an_end(panel: Panel) -> None:
    text = "x" * 100_000 + "\n\n" + "We led teams and sold goods to shops. " * 4000 + "experiance"
    assert "experiance" in said(panel, text, "panel:misspelling")


def test_a_reader_that_does_not_exist_is_a_notice_and_the_others_read_on() -> None:
    panel = Panel(("harper", "nobody"))
    try:
        result = proof(panel, "Ten years of experiance in retail")
    finally:
        panel.close()
    assert [(s.name, s.status) for s in result.states] == [("harper", "ran"), ("nobody", "missing")]
    assert len(result.notices) == 1
    assert any("panel:misspelling" in r.rules for r in result.remarks)


def test_a_reader_that_fails_while_reading_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        name = "broken"
        version = "1"

        def load(self, locale: str) -> None: ...

        def read(self, passages: object, document: object) -> list[Reading]:
            raise RuntimeError("out of ink")

    monkeypatch.setitem(BUILT_IN, "broken", lambda where: Broken())
    panel = Panel(("broken",))
    result = proof(panel, "Ten years in retail")
    panel.close()
    assert [(s.name, s.status) for s in result.states] == [("broken", "failed")]
    assert "out of ink" in result.notices[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Drove to and from the jobsite each day",
        "Counted the backstock and filled the shelves",
        "Handled dissolutions and filings for firms",
        "Faxed reports and ran the intranet",
        "Taught at the Corvane Institute for a year",
        "Reprioritizing work for the team",
        "Kept the VLOOKUPs and SRFs in order",
    ],
    ids=["two words joined", "and no compound listed", "plural", "rare but standard", "name", "prefix", "acronyms"],
)
def test_what_only_looks_like_a_misspelling_is_left_alone(panel: Panel, text: str) -> None:
    assert said(panel, text, "panel:misspelling", locale="en-US") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Wrote aplications for new staff", "applications"),
        ("Kept a safe enviroment for children", "environment"),
        ("Handled alot of stock", "a lot"),
        ("Repaired mashines in the workshop", "machines"),
    ],
    ids=["letter left out", "letter not heard", "blank left out", "letter heard"],
)
def test_the_neighbours_choose_the_correction(panel: Panel, text: str, right: str) -> None:
    remarks = [r for r in proof(panel, text, "en-US").remarks if "panel:misspelling" in r.rules]
    assert [r.suggestions[0] for r in remarks] == [right]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Developed apps for the microsoft office suite", "Microsoft Office"),
        ("Served in the u.s. army for six years", "U.S. Army"),
        ("Worked at BestBuy", "Best Buy"),
        ("Built reports in Labview", "LabVIEW"),
        ("Supported Windows, IOS and Android phones", "iOS"),
        ("Made accounts in Active directory", "Active Directory"),
        ("Ran the payroll in People soft each month", "PeopleSoft"),
    ],
    ids=["product", "force", "firm", "product of O*NET", "small first letter", "half in capitals", "two words"],
)
def test_names_are_written_as_their_owners_do(panel: Panel, text: str, right: str) -> None:
    suggestions = [r.suggestions[0] for r in proof(panel, text, "en-US").remarks if "panel:name-casing" in r.rules]
    assert suggestions == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Set up routers with Cisco IOS and OSPF",
        "I work well in a team",
        "The best buy of the year",
        "Kept the work day short",
        "Attended a local high school",
    ],
)
def test_ordinary_words_are_no_names(panel: Panel, text: str) -> None:
    assert said(panel, text, "panel:name-casing", locale="en-US") == []


def test_a_word_of_100_000_letters_hides_no_mistake(panel: Panel) -> None:
    text = (
        "Managed " + "x" * 100_000 + "@ and recieved orders\n" + "Ran a\x00b tests and recieved thanks 👩‍💻 recieved\n"
    )
    assert said(panel, text, "panel:misspelling", locale="en-US") == ["recieved", "recieved", "recieved"]
