"""What the reader of ads finds, leaves out and refuses."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from cvlint.job import read_ad
from cvlint.job.guard import looks_like_ad
from cvlint.loaders import load_text
from cvlint.model.job import JobAd, Level, Requirement, RequirementKind

AD = """Site Engineer

Kauri Build Ltd is seeking a Site Engineer to join the team in Napier.

About us
We are a leading builder with offices in five towns and a great culture.

Responsibilities:
- Prepare drawings in AutoCAD
- Run site inspections

Requirements:
- At least 3 years of experience in civil engineering
- Bachelor's degree in civil engineering or equivalent
- Experience with Revit or AutoCAD
- Full driving licence
- Fluent in German
- You must have the right to work in New Zealand
- Registered with Engineering NZ
- Strong communication skills
- Knowledge of Power BI is a plus

Nice to have:
- Familiarity with Python

Benefits:
- Free parking and a gym membership

How to apply
Send your CV of no more than two pages and a cover letter as a PDF. Applications close 14 March 2027.
"""


def ad(text: str, name: str = "ad.txt") -> JobAd:
    return read_ad(load_text(text, name))


def named(found: JobAd, part: str) -> Requirement:
    hits = [r for r in found.requirements if part.lower() in r.term.lower()]
    assert hits, (part, [r.term for r in found.requirements])
    return hits[0]


@pytest.mark.parametrize(
    ("part", "kind", "level"),
    [
        ("3 years", RequirementKind.EXPERIENCE_YEARS, Level.MUST),
        ("degree", RequirementKind.QUALIFICATION, Level.MUST),
        ("driving licence", RequirementKind.LICENCE, Level.MUST),
        ("German", RequirementKind.LANGUAGE, Level.MUST),
        ("right to work", RequirementKind.RIGHT_TO_WORK, Level.MUST),
        ("Registered", RequirementKind.REGISTRATION, Level.MUST),
        ("communication", RequirementKind.SOFT, Level.MUST),
        ("Power BI", RequirementKind.TOOL, Level.NICE),
        ("Python", RequirementKind.TOOL, Level.NICE),
    ],
)
def test_what_is_asked_has_its_kind_and_level(part: str, kind: RequirementKind, level: Level) -> None:
    found = named(ad(AD), part)
    assert (found.kind, found.level) == (kind, level)


def test_years_have_their_number() -> None:
    assert named(ad(AD), "3 years").amount == 3


def test_either_or_is_one_group() -> None:
    found = ad("Title: Drafter\n\nRequirements:\n- Experience with Revit or AutoCAD\n- Knowledge of Excel\n")
    revit, autocad = named(found, "Revit"), named(found, "AutoCAD")
    assert revit.group is not None
    assert revit.group == autocad.group
    assert named(found, "Excel").group is None


def test_boilerplate_asks_for_nothing() -> None:
    terms = " ".join(r.term.lower() for r in ad(AD).requirements)
    assert "parking" not in terms
    assert "gym" not in terms
    assert "culture" not in terms


def test_quotes_and_mentions_are_verbatim() -> None:
    found = ad(AD)
    for r in found.requirements:
        assert r.quote in found.text
        assert r.quote in found.text.split("\n")[r.line - 1]
        assert all(0 <= a < b <= len(found.text) for a, b in r.mentions)
        assert any(
            " ".join(found.text[a:b].split()) == r.term
            or r.kind is RequirementKind.LANGUAGE
            or r.term in found.text[a:b]
            for a, b in r.mentions
        )


def test_what_the_ad_says_of_itself() -> None:
    found = ad(AD)
    assert found.title == "Site Engineer"
    assert found.employer == "Kauri Build Ltd"
    assert found.closing == "14 March 2027"
    assert {"cover letter", "pdf", "2 pages"} <= set(found.wants)


def test_one_paragraph_is_read_too() -> None:
    found = ad(
        "Title: Payroll Clerk\nDescription: Our client seeks a Payroll Clerk in Hull. You must have at least 2 years payroll experience and "
        "excellent communication skills. Experience of Sage is desirable. In return we offer 25 days holiday and a pension."
    )
    assert named(found, "2 years").level is Level.MUST
    assert named(found, "Sage").level is Level.NICE
    assert not any("pension" in r.term for r in found.requirements)


CV = """Mere Paku
mere@example.com

Work History

Payroll Officer, Hill Dairy, Jan 2014 - Dec 2018
Managed the payroll of 90 people
Reduced errors by a third

Clerk, Harbour Foods, Mar 2010 - Dec 2013
Maintained the ledgers

Professional Summary
Careful payroll officer.
"""
GERMAN = "Wir suchen zum nächsten Termin eine Fachkraft für die Buchhaltung. Sie haben eine abgeschlossene Ausbildung und sind sicher im Umgang mit den Programmen. Wir bieten ein gutes Gehalt und eine Stelle mit Zukunft. Bitte senden Sie uns die Bewerbung mit den Zeugnissen."
PAGE = "\n".join(
    [
        "Home",
        "Log in",
        "Register",
        "Search",
        "Jobs",
        "Menu",
        "Cookies",
        "Privacy",
        "Terms",
        "Share",
        "Facebook",
        "Twitter",
        "Contact us",
        "About us",
        "Help",
        "Blog",
        "Sign up",
        "Next",
    ]
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "empty"),
        ("  \n\n ", "empty"),
        (CV, "looks like a CV"),
        (GERMAN, "English"),
        (PAGE, "web page"),
        ("Good morning", "short"),
    ],
    ids=["empty", "blank", "a-cv", "german", "navigation", "too-short"],
)
def test_what_is_no_ad_gives_a_notice_and_no_list(text: str, word: str) -> None:
    found = ad(text)
    assert found.requirements == ()
    assert word in found.notices[0]


def test_navigation_around_an_ad_is_left_out_and_said() -> None:
    found = ad(PAGE + "\n\n" + AD + "\n" + PAGE)
    assert named(found, "German")
    assert any("navigation" in n for n in found.notices)
    assert not {"Search", "Jobs", "Blog"} & {r.term for r in found.requirements}


HTML = (
    "<html><body><nav><a>Home</a><a>Log in</a></nav><h1>Payroll Officer</h1><h2>Requirements</h2><ul><li>Experience with Xero</li>"
    "<li>Fluent in German</li></ul><h2>Nice to have</h2><ul><li>Power BI</li></ul></body></html>"
)
MARKDOWN = "# Payroll Officer\n\n## Requirements\n\n- Experience with Xero\n- Fluent in German\n\n## Nice to have\n\n- Power BI\n"


@pytest.mark.parametrize(("text", "name"), [(HTML, "ad.html"), (MARKDOWN, "ad.md"), (MARKDOWN, "ad.txt")])
def test_every_format_gives_the_same_list(text: str, name: str) -> None:
    found = ad(text, name)
    assert found.title == "Payroll Officer"
    assert [(r.term, r.level) for r in found.requirements] == [
        ("Xero", Level.MUST),
        ("German", Level.MUST),
        ("Power BI", Level.NICE),
    ]


@pytest.mark.parametrize(
    ("line", "part", "level"),
    [
        ("Must be RGN or RMN, with knowledge of Xero", "RGN", Level.MUST),
        ("Our ideal candidate will have experience with Xero", "Xero", Level.NICE),
        ("Knowledge of Xero is useful but not essential", "Xero", Level.NICE),
        ("Experience with Xero, knowledge of Sage desirable", "Xero", Level.MUST),
        ("Experience with Xero, knowledge of Sage desirable", "Sage", Level.NICE),
        ("You will be RGN qualified and hold a valid NMC pin", "RGN", Level.MUST),
    ],
    ids=["either", "ideal", "not-essential", "own-ask", "own-cue", "gate"],
)
def test_the_cue_that_speaks_of_an_item_decides_its_level(line: str, part: str, level: Level) -> None:
    found = named(ad(f"Title: Officer\n\nWe are a shop in Napier.\n\n{line}.\n\nThe shop is by the sea.\n"), part)
    assert found.level is level


def test_required_asks_for_nothing_in_as_and_when_required() -> None:
    found = ad("Title: Officer\n\nResponsibilities:\n- Prepare drawings in AutoCAD as and when required\n")
    assert named(found, "AutoCAD").level is Level.MENTION


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ("Experience of Xero is not required", "Xero"),
        ("We are looking for a Web Developer to join our dedicated team", "Developer"),
        ("We are looking for a Web Developer to join our dedicated team", "dedicated"),
        ("In return you will receive training in Xero", "Xero"),
        ("With over 20 years of experience, our company grows", "20 years"),
        ("We cook for a Russian family", "Russian"),
    ],
    ids=["waived", "title", "own-team", "given", "age-of-the-firm", "nationality"],
)
def test_what_is_not_asked_is_left_out(line: str, absent: str) -> None:
    found = ad(f"Title: Officer\n\nRequirements:\n- Fluent in German\n\n{line}.\n")
    assert not [r for r in found.requirements if absent in r.term]


@pytest.mark.parametrize(
    "line",
    [
        "Willing to work nights and weekends",
        "Able to work evenings and bank holidays",
        "Must be available for weekends",
    ],
)
def test_when_the_work_is_is_read(line: str) -> None:
    found = ad(f"Title: Officer\n\nRequirements:\n- Fluent in German\n- {line}\n")
    assert any(r.term in line and r.level is Level.MUST for r in found.requirements if r.term != "German")


LETTER = (
    "Dear Ms Tane\n\nI am writing to apply for the role of Payroll Officer. I have run payrolls for ten years and I know "
    "Xero well. My last employer was Harbour Foods, where I led a team of four.\n\nYours sincerely\nAna Tuilagi\n"
)


@pytest.mark.parametrize(
    ("text", "expected"), [(AD, True), (CV, False), (LETTER, False), ("", False)], ids=["ad", "cv", "letter", "empty"]
)
def test_an_ad_is_told_from_the_other_files_of_an_application(text: str, expected: bool) -> None:
    assert looks_like_ad(load_text(text, "file.txt")) is expected


def test_a_line_that_announces_a_list_says_how_much_its_items_are_wanted() -> None:
    ad = read_ad(
        load_text(
            "Nurse\n\nWhat you will bring\n- Current registration with the Nursing Council\n\n"
            "It would be an advantage if you also have\n- Experience with MedChart\n"
        )
    )
    assert {r.term: r.level for r in ad.requirements}["MedChart"] is Level.NICE


@pytest.mark.parametrize(
    ("line", "kind", "term"),
    [
        ("Current advanced cardiac life support certification", "qualification", "advanced cardiac life support"),
        ("Garda vetting is needed before you start", "licence", "Garda vetting"),
        ("AHPRA registration and a White Card", "registration", "AHPRA registration"),
        ("AHPRA registration and a White Card", "licence", "White Card"),
        ("A Code 10 driver's licence and a PrDP", "licence", "Code 10 driver's licence"),
        ("Red Seal endorsement as an electrician", "qualification", "Red Seal endorsement"),
        ("Current Safe Pass", "licence", "Safe Pass"),
        ("NCEA Level 2 or better", "qualification", "NCEA Level 2"),
        ("SACE registration, and a matric certificate", "registration", "SACE registration"),
        ("NDIS worker screening check", "licence", "NDIS worker screening check"),
        ("A valid forklift ticket", "licence", "forklift ticket"),
    ],
)
def test_what_a_country_calls_its_papers(line: str, kind: str, term: str) -> None:
    ad = read_ad(load_text(f"Site Lead\n\nWhat you will bring\n- {line}\n- Good humour and patience with people\n"))
    assert [r for r in ad.requirements if r.kind == kind and term in r.term]


def test_the_head_of_a_wish_is_no_wish() -> None:
    ad = read_ad(
        load_text("Clerk\n\nWhat you will bring\n- Confidence in te reo Māori\n- Skill in cardiac monitoring\n")
    )
    terms = {r.term for r in ad.requirements}
    assert "cardiac monitoring" in terms
    assert not {"Confidence", "Skill"} & terms


@pytest.mark.parametrize(
    "line",
    [
        "Requirements: duties may change to a limited degree",
        "Requirements: our associates build a career here",
        "Requirements: the PhD candidate will be paid a stipend",
    ],
)
def test_what_only_reads_like_a_degree_is_none(line: str) -> None:
    found = ad(f"Analyst\nAdze Ltd\n\n{line}\n")
    assert not [r for r in found.requirements if r.kind is RequirementKind.QUALIFICATION]


def test_a_degree_ends_before_the_verb() -> None:
    found = ad("Analyst\nAdze Ltd\n\nRequirements\n- A PhD in Physics is required\n")
    assert [r.term for r in found.requirements if r.kind is RequirementKind.QUALIFICATION] == ["PhD in Physics"]


def test_to_excel_is_no_spreadsheet() -> None:
    found = ad("Title: Officer\n\nRequirements:\n- Fluent in German\n\nAbility to excel in a busy office.\n")
    assert not [r for r in found.requirements if r.kind in (RequirementKind.TOOL, RequirementKind.SKILL)]
