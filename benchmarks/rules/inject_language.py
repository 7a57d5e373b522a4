"""Mistakes of tone, style, names, punctuation and tense, put into clean CVs: code -> function(text, random) -> text.

An injector returns the text unchanged where the CV offers no place for its mistake. Run by itself, it prints the
recall of each rule over a folder of clean CVs, and what the clean CVs raise:

    python benchmarks/rules/inject_language.py --cvs tests/resume/data

Rules that need more than a text (an ad, a file's name, the proofreaders) have their examples in their cards.
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
POINT = re.compile(r"(?m)^(?P<b>[•\-*–▪●] ?)(?P<t>\S.*)$")
HEADING = re.compile(
    r"(?m)^(?:[A-Z][\w&'’]* |and ){0,3}(?:EXPERIENCE|Experience|EMPLOYMENT|Employment|HISTORY|History|APPOINTMENTS|Appointments)(?: HISTORY| History)?$"
)
PROFILE = re.compile(
    r"(?m)^(?:Profile|SUMMARY|Summary|PERSONAL STATEMENT|Personal Statement|OBJECTIVE|ABOUT ME|PROFILE|Professional Profile"
    r"|Professional Summary|Executive Summary|Career Objective|HIGHLIGHTS OF QUALIFICATIONS|P R O F I L E)$"
)


def in_profile(*sentences: str) -> Injector:
    """One of some sentences as a line of the profile; a profile of its own where the CV has none."""

    def put(text: str, rng: random.Random) -> str:
        sentence = rng.choice(sentences)
        m = PROFILE.search(text)
        if m:
            return f"{text[: m.end()]}\n{sentence}\n{text[m.end() :].lstrip(chr(10))}"
        head = HEADING.search(text)
        return f"{text[: head.start()]}Profile\n{sentence}\n\n{text[head.start() :]}" if head else text

    return put


def as_point(*points: str) -> Injector:
    """One of some points below a point of the CV."""

    def put(text: str, rng: random.Random) -> str:
        found = points_in_jobs(text)
        if not found:
            return text
        m = rng.choice(found)
        return f"{text[: m.end()]}\n{m['b']}{rng.choice(points)}{text[m.end() :]}"

    return put


def points_in_jobs(text: str) -> list[re.Match[str]]:
    """The points below the heading of the jobs, up to the next section that is none."""
    head = HEADING.search(text)
    if head is None:
        return []
    stop = re.compile(
        r"(?mi)^(?:education|skills|key skills|interests|referees?|references|qualifications|training|languages|certifications?|volunteer\w*|projects|publications).*$"
    ).search(text, head.end())
    return [m for m in POINT.finditer(text, head.end()) if stop is None or m.start() < stop.start()]


def a_job(title: str, dates: str, *points: str) -> Injector:
    """A job of one's own at the head of the history."""

    def put(text: str, rng: random.Random) -> str:
        head = HEADING.search(text)
        if head is None:
            return text
        body = "\n".join(f"• {p}" for p in points)
        return f"{text[: head.end()]}\n\n{title}, Quokka Trading Ltd\n{dates}\n{body}\n\n{text[head.end() :].lstrip(chr(10))}"

    return put


PAST = "Jan 2001 – Mar 2004"
NOW = "Jan 2025 – Present"


def end(lines: str) -> Injector:
    """A section at the end, its heading in capitals where the CV's are."""

    def put(text: str, rng: random.Random) -> str:
        title, _, rest = lines.partition("\n")
        head = HEADING.search(text)
        return f"{text.rstrip()}\n\n{title.upper() if head and head[0].isupper() else title}\n{rest}\n"

    return put


def at_point(change: Callable[[str, random.Random], str]) -> Injector:
    """One point of a job changed."""

    def put(text: str, rng: random.Random) -> str:
        found = [m for m in points_in_jobs(text) if len(m["t"].split()) > 4]
        if not found:
            return text
        m = rng.choice(found)
        return text[: m.start("t")] + change(m["t"], rng) + text[m.end("t") :]

    return put


def doubled(point: str, rng: random.Random) -> str:
    return re.sub(r"(?<=\w) (?=\w)", "  ", point, count=1)


def unclosed(point: str, rng: random.Random) -> str:
    words = point.rstrip(".").split(" ")
    return " ".join([*words[:2], "(" + words[2], *words[3:]]) + ("." if point.endswith(".") else "")


def a_list(*points: str) -> Injector:
    return end("Volunteering\n" + "\n".join(f"• {p}" for p in points))


def repeated_point(text: str, rng: random.Random) -> str:
    found = [m for m in points_in_jobs(text) if len(m["t"].split()) > 5]
    if not found:
        return text
    m = rng.choice(found)
    return f"{text[: m.end()]}\n{m[0]}{text[m.end() :]}"


def own_name(text: str, rng: random.Random) -> str:
    """The writer's surname with two letters swapped, in a sentence at the end."""
    lines = [re.sub(r", [A-Z]{2,4}$", "", x.strip()) for x in text.split("\n")[:5] if "VITAE" not in x.upper()]
    first = next((x for x in lines if re.fullmatch(r"[A-ZĀĒĪŌŪ][\w’'-]+(?: [A-ZĀĒĪŌŪ][\w’'-]+)+", x)), None)
    if first is None:
        return text
    names = [w.title() if w.isupper() else w for w in first.split()]
    last = names[-1]
    if len(last) < 5 or last[2] == last[3] or len(names[0]) < 3:
        return text
    wrong = last[:2] + last[3] + last[2] + last[4:]
    return f"{text.rstrip()}\n\nDeclaration\nSigned by {names[0]} {wrong} in person.\n"


def unseen_tools(text: str, rng: random.Random) -> str:
    extra = end("Computer Skills\nPostgreSQL, TypeScript, WordPress, CorelDRAW, QuarkXPress")
    return extra(text, rng) if len(points_in_jobs(text)) > 3 else text


def other_glyph(text: str, rng: random.Random) -> str:
    extra = end("Volunteering\n◦ Ran tills at the fair\n◦ Ran vans at the fair")
    return extra(text, rng) if len(POINT.findall(text)) > 2 else text


BUZZ = "A passionate, hard-working, self-motivated team player."
LONG = "Met the growers at the market each morning and chose what the shop would sell that day, then drove it back to the town in the van, set it out, priced it, wrote the order for the next day and kept the books."
PARAGRAPH = " ".join(
    [
        "The shop sold bread to the town and later to the next town as well because the ovens were new and the staff were glad to bake at night."
    ]
    * 4
)

INJECTORS: dict[str, Injector] = {
    "TO001": in_profile("I am a marketing guru.", "My work is second to none.", "I bring unrivalled skill to the yard.", "I am simply the best in the trade."),
    "TO002": in_profile(BUZZ),
    "TO003": as_point("Helped with the weekly stocktake", "Tried to improve the filing", "Basic knowledge of forklifts"),
    "TO004": as_point("Helped with a $4m roll-out of tills", "Was involved in a move of 1,200 staff"),
    "TO005": in_profile("Although I have no experience in retail, I learn quickly.", "Unfortunately I had to stop.", "I apologise for the gap in my jobs."),
    "TO006": in_profile("I left because of a toxic culture.", "The work was a waste of my time.", "I hated the shifts."),
    "TO007": in_profile("A passionate guru with basic knowledge of Excel."),
    "ST001": as_point("Responsible for the petty cash", "Duties included filing and post", "Tasked with the weekly rota"),
    "ST002": as_point("Utilised Excel to plan shifts", "Spearheaded the move to Leeds", "Leveraged old vans for new rounds"),
    "ST003": a_job("Clerk", PAST, "Managed the tills", "Managed the vans", "Managed the rota", "Kept the books for 6 shops"),
    "ST004": a_job("Clerk", PAST, "Kept the petty cash", "Filed the invoices", "Met the auditors"),
    "ST005": as_point(LONG),
    "ST006": in_profile(PARAGRAPH),
    "ST007": repeated_point,
    "ST008": as_point("Kept the GIR, the DYS and the ZBK in good order for the yard"),
    "ST009": unseen_tools,
    "ST010": end("Computer Skills\nExcel, Xero, Word, Excel"),
    "ST011": a_job("Manager", PAST, "Led a team of 6 in the shop", "Kept the books", "Wrote the rota of my team of 8"),
    "ST012": in_profile("I always give 110% at work.", "Always committed 120% to the task."),
    "ST013": in_profile("I think outside the box, hit the ground running and go the extra mile."),
    "ST014": a_job("Clerk", PAST, "Baked various breads, various cakes and various pies", "Sold various rolls and various buns in 3 shops"),
    "NM001": in_profile("Sent e-mail by day and email by night.", "Built a frontend and a second front-end."),
    "NM002": end("Training\nLearnt Kotlin in Leeds. Taught Kotlin in York. Marked KOTLIN exams."),
    "NM003": a_job("Clerk", PAST, "Moved the files of Qoukka to a new store", "Kept the books of 3 shops", "Met the auditors of Quokka"),
    "NM005": own_name,
    "NM006": as_point("Taught english to new staff", "Sold tickets in yorkshire", "Opened the shop each monday"),
    "NM007": end("Study\nBachelors degree in Biology, Harbour University, 1999"),
    "NM008": end("Hobbies\nMet each Customer at the door, took the Order there and brought the Bread to the car within ten minutes."),
    "NM009": end("Training\nBuilt a website, then a second website, and then a web site."),
    "PU001": a_list("Ran two shops in Leeds.", "Trained nine new staff", "Kept the books to the penny."),
    "PU002": at_point(doubled),
    "PU003": at_point(unclosed),
    "PU004": end("Training\nWrote “Lifting”, “Packing” and \"Driving\", the firm’s and the shop's guides."),
    "PU005": in_profile("I love selling!"),
    "PU006": other_glyph,
    "PU007": end("Training\nRan the fair – two halls, nine stalls and a yard – for six years, then moved on to sell boats.\n\nKept the books - to the penny, as the auditor wrote to us in each of these years of trade."),
    "PU008": end("Training\nLed 5–10 staff, 2–3 vans and 4-6 boats at the fair"),
    "PU009": in_profile("Led the launch 🚀 of two shops"),
    "PU010": end("Training\nManager\t\t\tLeeds\nBuyer\t\t\tYork"),
    "GR020": a_job("Clerk", PAST, "Prepare invoices for 3 shops", "Maintain the files", "Answered the post"),
    "GR021": a_job("Clerk", NOW, "Prepare invoices for 3 shops", "Maintain the files", "Handled the post"),
    "GR022": in_profile("I keep books and I sell cakes."),
    "GR023": in_profile("Clerk in stores. He has nine years of trade."),
    "GR024": in_profile("I keep books. I sell cakes in two shops. She is known for it."),
    "GR025": a_job("Clerk", PAST, "Managed the tills of 3 shops", "Keeping the books", "Sold cakes", "Trained staff"),
    "GR026": a_job("Clerk", PAST, "Books were kept", "Cakes were sold in 3 shops", "Letters were written", "Bills were paid late"),
    "GR027": at_point(lambda point, rng: point + " in the the end"),
    "WO020": as_point("Worked in the pubic sector", "Learned to asses risks", "Store manger on Sundays"),
    "WO021": a_job("Manager", PAST, "Lead a team of nine", "Built the store", "Sold 300 boats"),
}  # fmt: skip


def codes_found(text: str, locale: str | None) -> Counter[str]:
    """How often each rule of these families speaks on a text."""
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
    rules = [a for a in select(find_rules(), Config(preview=True), here) if a.rule.code in INJECTORS]
    return Counter({a.rule.code: len(facts.ask(a.rule.check, a.rule.needs, a.options)) for a in rules})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cvs", type=Path, required=True, help="a folder of clean CVs as text")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    caught: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for path in sorted(arguments.cvs.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        clean = codes_found(text, None)
        print(f"{path.stem}: {', '.join(f'{c} {n}' for c, n in clean.items() if n) or 'clean'}")
        for code, inject in INJECTORS.items():
            wrong = inject(text, rng)
            if code not in clean or wrong == text or clean[code]:
                continue  # a file that has the mistake already, which the rule reports once, tells nothing
            tried[code] += 1
            hit = codes_found(wrong, None)[code] > clean[code]
            caught[code] += hit
            if not hit:
                print(f"  missed {code}")
    for code in INJECTORS:
        print(f"{code}  {caught[code]}/{tried[code]}")
    print(
        f"recall {sum(caught.values())}/{sum(tried.values())} = {sum(caught.values()) / max(1, sum(tried.values())):.3f}"
    )


if __name__ == "__main__":
    main()
