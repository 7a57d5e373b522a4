"""Injectors for rules that look at a whole CV and whose own examples cannot stand inside another one."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

EXPERIENCE = re.compile(r"(?mi)^(?:.*(?:experience|employment|history|appointments))$")


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
