"""Names of skills: how they are normalised, which are other names for each other, which words belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cvlint.model.job import RequirementKind

SPLIT = re.compile(r"[\s\-‐‑–_/]+")
BRITISH = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|al|able|ful|ite)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})tre(?=s?$)"), "ter"),
    (re.compile(r"yse(?=[drs]?$)"), "yze"),
    (re.compile(r"ysing$"), "yzing"),
    (re.compile(r"^licenc"), "licens"),
    (re.compile(r"^practic?s(?=e|ing)"), "practic"),
    (re.compile(r"gramme(?=s?$)"), "gram"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ll(?=ed$|ing$)"), "l"),
    (re.compile(r"^(?:paed)"), "ped"),
    (re.compile(r"^(?:anaes)"), "anes"),
    (re.compile(r"aem(?=ia)"), "em"),
)
MAYBE_BRITISH = re.compile(r"is|our|tre|yse|ysing|licenc|practi|gramme|ogue|ll|paed|anaes|aem")
KEEP = frozenset(
    [
        "analysis",
        "basis",
        "process",
        "business",
        "sales",
        "operations",
        "chassis",
        "bus",
        "gas",
        "ios",
        "aws",
        "sas",
        "css",
        "rails",
        "news",
        "series",
        "physics",
        "mathematics",
        "economics",
        "electronics",
        "logistics",
    ]
)


def lexicons_dir() -> Path:
    """The folder of the curated lists: inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_rules"
    return (inside if inside.is_dir() else package.parent / "rules") / "lexicons"


@lru_cache(maxsize=20_000)
def word_form(word: str) -> str:
    """A word as it is compared: lower case, one spelling for British and American, plural and singular alike."""
    low = word.lower().replace("’", "'").removesuffix("'s").strip("'.")
    if not low.isalpha() or len(low) < 4:
        return low if low not in ("&",) else "and"
    if MAYBE_BRITISH.search(low):
        for pattern, other in BRITISH:
            low = pattern.sub(other, low)
    if low in KEEP or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "xes", "sses")):
        return low[:-2]
    return low[:-1] if low.endswith("s") else low


WORD = re.compile(r"\.NET\b|[^\W_](?:[\w&+#.’']*[\w+#])?|&", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared; hyphens, slashes and blanks are alike."""
    return tuple(word_form(m.group()) for m in WORD.finditer(re.sub(r"[\-‐‑–_/]+", " ", name)))


def normal(name: str) -> str:
    """A name as it is compared: `Front-End` and `front end` are one."""
    return " ".join(words_of(name))


@dataclass(frozen=True, slots=True)
class Group:
    """Names for one thing; a narrower name shows it, but is not shown by it."""

    kind: RequirementKind
    names: tuple[str, ...]
    narrower: tuple[str, ...]
    sector: str = ""


@lru_cache(maxsize=1)
def _groups() -> dict[str, list[Group]]:
    """The curated groups by the normal form of each of their equal names; hyphens and blanks make no difference."""
    index: dict[str, list[Group]] = {}
    for file in sorted(lexicons_dir().glob("aliases*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            kind, _, names = line.partition("\t")
            same, _, narrower = names.partition(" > ")
            group = Group(RequirementKind(kind), _names(same), _names(narrower), file.stem.partition("-")[2])
            for key in {normal(n) for n in group.names}:
                index.setdefault(key, []).append(group)
                if " " in key:
                    index.setdefault(key.replace(" ", ""), []).append(group)
    return index


def _names(joined: str) -> tuple[str, ...]:
    return tuple(n.strip() for n in joined.split("|") if n.strip())


def groups_of(name: str) -> tuple[Group, ...]:
    """The curated groups that a name belongs to: those it heads, or else those that hold it."""
    index = _groups()
    key = normal(name)
    found = index.get(key) or index.get(key.replace(" ", "")) or []
    heads = [g for g in found if normal(g.names[0]) == key]
    return tuple(heads or found)


@lru_cache(maxsize=20_000)
def group_of(name: str) -> tuple[str, ...]:
    """The curated names that show a name: its equals and what is narrower."""
    return tuple(dict.fromkeys(n for g in groups_of(name) for n in (*g.names, *g.narrower)))


def other_names(name: str) -> tuple[str, ...]:
    """The curated other names of a name."""
    own = normal(name)
    return tuple(n for n in group_of(name) if normal(n) != own)


def are_equal(one: str, other: str, first: int = 3) -> bool:
    """Whether two names are both among the `first` equal names of a curated group, where the plainest stand."""
    wanted = {normal(one), normal(other)}
    return any(wanted <= {normal(n) for n in g.names[:first]} for g in _groups().get(normal(one), ()))


def is_named(name: str) -> bool:
    """Whether a name is one that others use too: of the curated list, a technology of O*NET, or written as a name."""
    from cvlint.job.terms import lists

    key = normal(name)
    if key in _groups():
        return True
    low = " ".join(name.lower().split())
    return lists().get(low) == "T" or re.fullmatch(NAME, name) is not None


def known_kind(name: str) -> RequirementKind | None:
    """The kind of a name that the curated list holds."""
    found = _groups().get(normal(name))
    return found[0].kind if found else None


def general(name: str) -> bool:
    """Whether a name is an ability that any work may ask for, not one of a trade."""
    found = _groups().get(normal(name))
    return found is not None and found[0].sector == "general"


NAME = r"\S*[a-z][A-Z]\S*|\S*[A-Za-z][.+#\d]\S*|[A-Z]{2,}\S*"
"""A single word that only a name is written as: `QuickBooks`, `Vue.js`, `SAP`."""
LONGEST_NAME = 6


def names_in(words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where curated names stand in a run of normal forms: `[first, last)`, the longest first, none overlapping."""
    index = _groups()
    found = []
    i = 0
    while i < len(words):
        for n in range(min(LONGEST_NAME, len(words) - i), 0, -1):
            if " ".join(words[i : i + n]) in index:
                found.append((i, i + n))
                i += n - 1
                break
        i += 1
    return found
