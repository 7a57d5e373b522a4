"""Mistakes of the families DA, CT and LO, put into clean CVs: code -> function(text, random) -> text.

An injector returns the text unchanged where the CV offers no place for its mistake. Run by itself, it prints the
recall of each rule over the labelled CVs, and what the clean CVs raise:

    python benchmarks/rules/inject_dates_contact.py --cvs tests/resume/data
"""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

Injector = Callable[[str, random.Random], str]
TODAY = date(2026, 6, 1)
RANGE = re.compile(
    r"(?P<a>(?:[A-Z][a-z]+\.? |\d\d/)?(?:19|20)\d\d)(?P<j> ?(?:[-–—]|to) ?)(?P<b>(?:[A-Z][a-z]+\.? |\d\d/)?(?:19|20)\d\d)"
)
MONTH_YEAR = re.compile(r"\b(?P<m>[A-Z][a-z]{2,8}) (?P<y>(?:19|20)\d\d)\b")
NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
]
EMAIL = re.compile(r"[\w.]+@[\w.-]+\w")
HEADING = re.compile(
    r"(?m)^(?:[A-Z][\w&'’]* |and ){0,3}(?:EXPERIENCE|Experience|EMPLOYMENT|Employment|HISTORY|History|APPOINTMENTS|Appointments)(?: HISTORY| History)?$"
)


def one(pattern: re.Pattern[str], text: str, rng: random.Random, change: Callable[[re.Match[str]], str]) -> str:
    """The text with one match, chosen at random, replaced."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    m = rng.choice(found)
    return text[: m.start()] + change(m) + text[m.end() :]


def after_head(text: str, line: str) -> str:
    """The text with a line put below its first line."""
    first, _, rest = text.partition("\n")
    return f"{first}\n{line}\n{rest}"


def at_end(text: str, lines: str) -> str:
    """The text with lines put below its last."""
    return f"{text.rstrip()}\n\n{lines}\n"


def months_in(text: str) -> list[re.Match[str]]:
    return [m for m in RANGE.finditer(text) if re.match(r"[A-Z][a-z]+\.? ", m["a"])]


def mixed_formats(text: str, rng: random.Random) -> str:
    dated = [m for r in months_in(text) for m in [MONTH_YEAR.match(text, r.start())] if m]
    if len(dated) < 2:
        return text
    m = rng.choice(dated)
    return text[: m.start()] + f"0{rng.randint(1, 9)}/{m['y']}" + text[m.end() :]


def mixed_joiners(text: str, rng: random.Random) -> str:
    if len(RANGE.findall(text)) < 3:
        return text
    swap = {"–": " - ", "-": " – ", "—": " - ", "to": " – "}
    return one(RANGE, text, rng, lambda m: m["a"] + swap[m["j"].strip()] + m["b"])


def reversed_range(text: str, rng: random.Random) -> str:
    wide = [m for m in RANGE.finditer(text) if m["a"][-4:] != m["b"][-4:]]
    if not wide:
        return text
    m = rng.choice(wide)
    return text[: m.start()] + m["b"] + m["j"] + m["a"] + text[m.end() :]


def impossible(text: str, rng: random.Random) -> str:
    return one(MONTH_YEAR, text, rng, lambda m: f"31 February {m['y']}")


def future(text: str, rng: random.Random) -> str:
    found = [m for m in RANGE.finditer(text) if "expected" not in text[max(0, m.start() - 30) : m.end() + 30]]
    if not found:
        return text
    m = rng.choice(found)
    return text[: m.start()] + m["a"] + m["j"] + m["b"][:-4] + "2031" + text[m.end() :]


def ambiguous(text: str, rng: random.Random) -> str:
    return at_end(text, f"Courses\nFirst aid, 0{rng.randint(1, 5)}/0{rng.randint(6, 9)}/2022")


def job(title: str, dates: str) -> str:
    return f"{title}, Quokka Trading Ltd, {dates}\n"


def out_of_order(text: str, rng: random.Random) -> str:
    head = HEADING.search(text)
    if not head:
        return text
    return (
        text[: head.end()]
        + "\n"
        + job("Clerk", "1991 – 1992")
        + job("Porter", "1988 – 1989")
        + text[head.end() :].lstrip("\n")
    )


def years(text: str, rng: random.Random) -> str:
    return re.sub(
        r"(?m)^(?P<h>(?:Profile|SUMMARY|Summary|PERSONAL STATEMENT|OBJECTIVE|ABOUT ME|Professional Profile|Executive Summary"
        r"|Career Objective|HIGHLIGHTS OF QUALIFICATIONS|P R O F I L E))\n",
        lambda m: f"{m['h']}\nI bring {rng.randint(44, 49)} years of experience to the work.\n",
        text,
        count=1,
    )


def same_dates(text: str, rng: random.Random) -> str:
    head = HEADING.search(text)
    if not head:
        return text
    jobs = "".join(job(t, "2003 – 2005") for t in ("Clerk", "Porter", "Cashier"))
    return text[: head.end()] + "\n" + jobs + text[head.end() :].lstrip("\n")


def overlapping(text: str, rng: random.Random) -> str:
    head = HEADING.search(text)
    if not head:
        return text
    jobs = "Cashier, Wombat Stores Ltd, Feb 2001 – Nov 2004\nClerk, Quokka Trading Ltd, Jan 1999 – Dec 2002\n"
    return text[: head.end()] + "\n" + jobs + text[head.end() :].lstrip("\n")


def two_digits(text: str, rng: random.Random) -> str:
    spans = [m for m in RANGE.finditer(text) if re.match(r"\d\d/", m["a"]) or re.match(r"[A-Z][a-z]{2} ", m["a"])]
    if not spans:
        return text
    m = rng.choice(spans)

    def short(when: str) -> str:
        return when[:-4].strip().rstrip("/") + ("/" if "/" in when else "-") + when[-2:]

    return text[: m.start()] + short(m["a"]) + m["j"] + short(m["b"]) + text[m.end() :]


def mixed_present(text: str, rng: random.Random) -> str:
    if not re.search(r"(?i)(?:[–-]|to) ?(?:present|current|now|date)\b", text):
        return text
    return at_end(text, "Volunteering\nCoach, Numbat Club, 2019 – ongoing")


def from_dash(text: str, rng: random.Random) -> str:
    return at_end(text, f"Interests\nI played in a band from {rng.randint(2001, 2005)}–{rng.randint(2007, 2012)}.")


def precision(text: str, rng: random.Random) -> str:
    head = HEADING.search(text)
    body = text[head.end() :] if head else ""
    if head is None or len(list(re.finditer(r"(?:[A-Z][a-z]+|\d\d/|\d{4}-\d\d)[ /]?\d{0,4} (?:[–-]|to)", body))) < 2:
        return text
    return text[: head.end()] + "\n" + job("Clerk", "2001 – 2002") + text[head.end() :].lstrip("\n")


def line(words: str) -> Injector:
    return lambda text, rng: after_head(text, words)


def end(words: str) -> Injector:
    return lambda text, rng: at_end(text, words)


def without(pattern: str) -> Injector:
    return lambda text, rng: re.sub(pattern, "", text)


def email_as(make: Callable[[str], str]) -> Injector:
    return lambda text, rng: one(EMAIL, text, rng, lambda m: make(m[0]))


def no_name(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    at = next(i for i, t in enumerate(lines[:5]) if t.strip() and "VITAE" not in t)
    return "\n".join(["SENIOR ACCOUNTANT", *lines[at + 1 :]])


PHONE_LINE = re.compile(r"(?:\+\d{2,3} ?)?\(?\d[\d() -]{7,14}\d")

INJECTORS: dict[str, Injector] = {
    "DA001": mixed_formats, "DA002": mixed_joiners, "DA003": reversed_range, "DA004": impossible, "DA005": future,
    "DA006": ambiguous, "DA007": out_of_order, "DA008": years, "DA009": same_dates, "DA010": overlapping,
    "DA012": two_digits, "DA013": mixed_present, "DA014": from_dash, "DA015": precision,
    "CT001": no_name, "CT002": without(EMAIL.pattern), "CT003": lambda t, r: PHONE_LINE.sub("", t, count=1),
    "CT004": email_as(lambda e: e.split("@")[0] + "@gmial.com"), "CT006": email_as(lambda e: e.replace("@", " @")),
    "CT007": line("http//www.example.org/cv"), "CT008": email_as(lambda e: "partyanimal99@" + e.split("@")[1]),
    "CT009": line("Mobile: +44 7700 9001"), "CT010": line("SSN: 123-45-6789"), "CT011": line("Passport no: LM123456"),
    "CT012": line("Date of birth: 3 May 1990"), "CT013": line("Marital status: single"), "CT014": line("Religion: Hindu"),
    "CT015": line("Health: excellent"), "CT016": line("Gender: female"), "CT018": line("14 Larch Street"),
    "CT019": end("References\nPriya Nair, Adze Ltd, 613-555-0122"), "CT020": end("Expected salary: $62,000"),
    "CT021": line("linkedin.com/in/example-person-4b5a2713a"), "CT022": line("+44 (0)7700 900123"),
    "LO001": end("References available upon request."), "LO002": without(r"(?s)\n(?:Referees|REFERENCES)\n.*"),
    "LO003": lambda t, r: "RESUME\n" + t, "LO004": lambda t, r: "CURRICULUM VITAE\n" + t,
    "LO005": lambda t, r: PHONE_LINE.sub("+49 176 313 8770", t, count=1),
    "LO006": end("Courses\nFirst aid, 04/25/2021"), "LO007": end("Courses\nFirst aid, 25/04/2021"),
    "LO008": end("I hereby declare that the above is true."), "LO009": line("Father's name: R. Menon"),
    "LO010": line("Cell: 07700 900123"),
}  # fmt: skip


def codes_found(text: str, locale: str | None) -> Counter[str]:
    """How often each rule of the three families speaks on a text."""
    from cvlint.catalogue.find import find_rules
    from cvlint.catalogue.select import select
    from cvlint.config.schema import Config
    from cvlint.facts import Facts
    from cvlint.loaders import load_text
    from cvlint.resume import read_resume
    from cvlint.resume.locale import find_locale

    document = load_text(text)
    resume = read_resume(document, TODAY)
    here = locale or find_locale(document, resume, None).locale
    facts = Facts(document=document, resume=resume, today=TODAY, locale=here)
    rules = [a for a in select(find_rules(), Config(), here) if a.rule.family in ("DA", "CT", "LO")]
    return Counter({a.rule.code: len(facts.ask(a.rule.check, a.rule.needs, a.options)) for a in rules})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cvs", type=Path, required=True, help="a folder of clean CVs as text")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    caught: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for path in sorted(arguments.cvs.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        clean = codes_found(text, None)
        print(f"{path.stem}: {', '.join(f'{c} {n}' for c, n in clean.items() if n) or 'clean'}")
        for code, inject in INJECTORS.items():
            wrong = inject(text, rng)
            if code not in clean or wrong == text:
                continue
            tried[code] += 1
            hit = codes_found(wrong, None)[code] > clean[code]
            caught[code] += hit
            if not hit:
                print(f"  missed {code}")
    for code in tried:
        print(f"{code}  {caught[code]}/{tried[code]}")
    print(
        f"recall {sum(caught.values())}/{sum(tried.values())} = {sum(caught.values()) / max(1, sum(tried.values())):.3f}"
    )


if __name__ == "__main__":
    main()
