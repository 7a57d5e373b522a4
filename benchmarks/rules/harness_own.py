"""Mistakes for rules that look at a whole CV, an ad or a folder, and whose own examples cannot stand in another CV."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from benchmarks.rules.harness_generic import Planted

EXPERIENCE = re.compile(
    r"(?m)^(?:[A-Z][\w&'’]* |and ){0,3}(?i:experience|employment|history|appointments)(?i: history)?$"
)


def long_gap(text: str, rng: random.Random) -> str:
    """A job that ended many years before everything else."""
    head = EXPERIENCE.search(text)
    if head is None:
        return text
    start = rng.randint(1971, 1975)
    rest = text[head.end() :]
    cut = re.search(r"\n\n(?=[A-Z][^\n|]{3,40}\n\n)", rest)
    at = head.end() + (cut.start() if cut else len(rest))
    job = f"Clerk, Quokka Trading Ltd, {start} – {start + 3}\n- Filed {rng.randint(20, 90)} orders a day."
    return f"{text[:at]}\n\n{job}{text[at:]}"


def own_name_misspelt(text: str, rng: random.Random) -> str:
    """A second mention of the writer's name with one letter doubled."""
    name = re.split(r",", text.split("\n", 1)[0])[0].removeprefix("Dr ")
    first, _, last = name.rpartition(" ")
    at = rng.choice([i for i, c in enumerate(last) if c.islower()])
    wrong = f"{first} {last[:at]}{last[at]}{last[at:]}"
    return re.sub(
        r"(?mi)^(?P<h>profile|summary|personal statement|research interests)\n\n",
        lambda m: f"{m['h']}\n\nMeet {wrong} in person.\n\n",
        text,
        count=1,
    )


def empty_section(text: str, rng: random.Random) -> str:
    """A heading with nothing below it."""
    heads = list(re.finditer(r"(?mi)^(?:education|skills|volunteering|interests|languages|training|employment)$", text))
    if not heads:
        return text
    at = rng.choice(heads).start()
    return f"{text[:at]}Hobbies\n\n{text[at:]}"


INJECTORS: dict[str, Callable[[str, random.Random], str]] = {
    "DA011": long_gap,
    "DO018": empty_section,
    "NM005": own_name_misspelt,
}

JOB = re.compile(
    r"(?m)^(?P<title>[A-Z][^,\n|]+), (?P<firm>[^,\n|]+?)(?:,[^\n|]*?)?(?:  +| \| )"
    r"(?P<a>(?:[A-Z][a-z]+ )?(?:19|20)\d\d) – (?P<b>(?:[A-Z][a-z]+ )?(?:19|20)\d\d)$"
)
"""A job that has ended, as the clean CVs write one in a line: title, firm, dates."""


def ended_job(text: str, rng: random.Random) -> re.Match[str] | None:
    """A job of the experience section that has ended and is told in one line."""
    head = EXPERIENCE.search(text)
    stop = re.search(r"(?mi)^education", text[head.end() :]) if head else None
    found = list(JOB.finditer(text, head.end(), head.end() + stop.start() if stop else len(text))) if head else []
    return rng.choice(found) if found else None


def letter_signed_otherwise(text: str, rng: random.Random) -> Planted | None:
    """A letter under the writer's name with one letter doubled."""
    name = re.split(r",", text.split("\n", 1)[0])[0].removeprefix("Dr ")
    first, _, last = name.rpartition(" ")
    at = rng.choice([i for i, c in enumerate(last) if c.islower()])
    signed = f"{first} {last[:at]}{last[at]}{last[at:]}"
    letter = f"Dear Ms Lund\n\nI write about the post.\n\nYours sincerely\n\n{signed}\n"
    return Planted(text, name="cv.docx", beside={"cover-letter.docx": letter})


def other_dates_in_master(text: str, rng: random.Random) -> Planted | None:
    """A master CV in which one job began in another year."""
    job = ended_job(text, rng)
    if job is None:
        return None
    year = int(job["a"][-4:]) - 1
    master = f"{text[: job.end('a') - 4]}{year}{text[job.end('a') :]}"
    return Planted(text, name="cv.docx", beside={"cv-master.docx": master})


def other_title_in_master(text: str, rng: random.Random) -> Planted | None:
    """A master CV in which one job has another title."""
    job = ended_job(text, rng)
    if job is None:
        return None
    master = f"{text[: job.start('title')]}Harbour Pilot{text[job.end('title') :]}"
    return Planted(text, name="cv.docx", beside={"cv-master.docx": master})


def letter_with_other_years(text: str, rng: random.Random) -> Planted | None:
    """A letter that gives other years for one job."""
    job = ended_job(text, rng)
    if job is None:
        return None
    start, end = int(job["a"][-4:]) - 2, job["b"][-4:]
    letter = f"Dear Ms Lund\n\nAt {job['firm']} I learnt the trade from {start} to {end}.\n\nYours sincerely"
    return Planted(text, name="cv.docx", beside={"cover-letter.docx": letter})


def signed_off_before(text: str, rng: random.Random) -> Planted | None:
    """A friend's word on an earlier state of the file."""
    return Planted(text, beside={"cv.txt.signoff": f"sha256: {rng.randint(10, 99)}\nby: Rosa Lund\non: 2026-05-01\n"})


def more_years_asked(text: str, rng: random.Random) -> Planted | None:
    """An ad that asks for more years than the CV shows."""
    if re.search(r"(?i)\b(?:1[7-9]|2\d) years|twenty", text):
        return None
    role, years = text.split("\n")[1], rng.randint(17, 20)
    ad = f"Title: {role}\n\nRequirements:\n- At least {years} years of experience as a {role.lower()}\n"
    return Planted(text, job=ad)


def other_title_asked(text: str, rng: random.Random) -> Planted | None:
    """An ad for a trade that none of the CVs is of."""
    title = rng.choice(("Marine Biologist", "Piano Tuner", "Zookeeper", "Pastry Cook's Mate", "Locksmith"))
    return Planted(text, job=f"Title: {title}\n\nRequirements:\n- A current first aid certificate\n")


def licence_asked(text: str, rng: random.Random) -> Planted | None:
    """An ad that asks for a driving licence, and a CV that says nothing of one."""
    if re.search(r"(?i)driv\w*(?:'s)? licen[cs]e", text):
        return None
    return Planted(text, job="Title: Officer\n\nRequirements:\n- Full driving licence\n")


def letter_to_another(text: str, rng: random.Random) -> Planted | None:
    """A letter beside the CV that wants to join another employer than the ad's."""
    other = rng.choice(("Lakeside Bank", "Redwood Homes", "Fernhill Foods"))
    words = rng.choice(
        ("I would love to join {}.", "I am applying for the post of clerk at {}.", "I look forward to working for {}.")
    )
    letter = (
        f"Dear Ms Lund\n\n{words.format(other)} My CV tells the rest.\n\nYours sincerely\n{text.split(chr(10), 1)[0]}\n"
    )
    ad = "Title: Clerk\nCompany: Harbour Mills\n\nRequirements:\n- Experience with Xero\n"
    return Planted(text, name="cv.docx", job=ad, beside={"cover-letter.docx": letter})


def noun_among_verbs(text: str, rng: random.Random) -> Planted | None:
    """A point that opens with a noun, in a list of the experience section whose points open with verbs."""
    head = EXPERIENCE.search(text)
    lists = list(re.finditer(r"(?m)(?:^- [A-Z]\w+ .+\n){3,}", text[head.end() :])) if head else []
    stop = re.search(r"(?mi)^education", text[head.end() :]) if head else None
    lists = [m for m in lists if stop is None or m.end() < stop.start()]
    if head is None or not lists:
        return None
    m = rng.choice(lists)
    line = rng.choice(("- Knowledge of old ovens and new mixers", "- Administration of the weekly stock count"))
    at = head.end() + m.start() + m[0].index("\n") + 1
    return Planted(f"{text[:at]}{line}\n{text[at:]}", start=at, end=at + len(line))


PLANTERS: dict[str, Callable[[str, random.Random], Planted | None]] = {
    "GR040": noun_among_verbs,
    "JO004": other_title_asked,
    "JO005": more_years_asked,
    "JO007": licence_asked,
    "X001": letter_to_another,
    "X004": letter_signed_otherwise,
    "X005": other_dates_in_master,
    "X006": other_title_in_master,
    "X007": letter_with_other_years,
    "X008": signed_off_before,
}
