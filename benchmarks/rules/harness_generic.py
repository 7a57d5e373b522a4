"""Mistakes out of the cards themselves: a `bad` example of a rule, put into a clean CV where it fits."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from cvlint.catalogue.card import Bad, Rule

BULLET = re.compile(r"(?m)^- .+$")
HEADING = re.compile(r"(?m)\n\n(?P<title>[A-Z][^\n|]{3,40})\n\n")


@dataclass(frozen=True)
class Planted:
    """A CV with a mistake put in, and what stands beside it. `start`, `end` bound what was put in (None: anywhere)."""

    text: str
    name: str = "cv.txt"
    job: str | None = None
    beside: dict[str, str] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    start: int | None = None
    end: int | None = None


Speaks = Callable[[Rule, Planted, str], bool]


def flagged_lines(example: Bad) -> str:
    """The lines of an example from its first flag to its last."""
    text, at, spans = example.text, 0, []
    for flag in example.flags:
        found = text.find(flag, at)
        if found < 0:
            return text
        spans.append((found, found + len(flag)))
        at = found + len(flag)
    low = text.rfind("\n", 0, spans[0][0]) + 1
    high = text.find("\n", spans[-1][1])
    return text[low : high if high >= 0 else len(text)].strip("\n")


def as_bullet(cv: str, line: str, rng: random.Random) -> tuple[str, int, int]:
    """The CV with a line as a further bullet of one of its lists, and where it stands."""
    bullet = rng.choice([m for m in BULLET.finditer(cv) if "," not in m[0][-14:]] or list(BULLET.finditer(cv)))
    line = line if line.startswith(("- ", "• ", "* ")) else f"- {line}"
    return f"{cv[: bullet.end()]}\n{line}{cv[bullet.end() :]}", bullet.end() + 1, bullet.end() + 1 + len(line)


def at_end(cv: str, block: str) -> tuple[str, int, int]:
    """The CV with a block below its last line, and where it stands."""
    start = len(cv.rstrip()) + 2
    return f"{cv.rstrip()}\n\n{block}\n", start, start + len(block)


POSED = ("looks", "pages", "second", "remarks", "properties", "holds", "size", "images")
"""What an example can say of a file that no text can hold."""


def is_text(example: Bad) -> bool:
    """Whether the example's text is the whole of it, so that it can stand in another text."""
    return not example.as_.endswith((".html", ".doc")) and not any(getattr(example, key, None) for key in POSED)


def generic(rule: Rule, cv: str, locale: str, rng: random.Random, speaks: Speaks) -> Planted | None:
    """The CV with one of the rule's own bad examples in it; None where none fits its locale or can stand in a text.

    The flagged line becomes a bullet where the rule speaks on that line by itself; otherwise the whole example is
    put below the last line, since the rule looks at more than a line.
    """
    fitting: Sequence[Bad] = [b for b in rule.card.bad if b.locale in (None, locale) and is_text(b)]
    if not fitting:
        return None
    example = rng.choice(fitting)
    rest = {"name": example.as_, "job": example.job, "beside": example.beside, "options": example.options}
    line = flagged_lines(example)
    single = "\n" not in line and len(line) > 8
    if single and speaks(rule, Planted(line, **rest), locale):  # type: ignore[arg-type]
        text, start, end = as_bullet(cv, line, rng)
    else:
        text, start, end = at_end(cv, example.text)
    return Planted(text, start=start, end=end, **rest)  # type: ignore[arg-type]
