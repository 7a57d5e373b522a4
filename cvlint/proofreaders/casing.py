"""Names that are not written as their owners write them: Javascript, Github, walmart, Aftereffects, french."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from cvlint.proofreaders.lexicon import lexicon
from cvlint.proofreaders.reading import Passage, Reading
from cvlint.proofreaders.words import english

_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:\.(?=[A-Za-z]{2,}\b))?")
_GAP = re.compile(r"(?:[ \u00a0-]|)")
READER = "panel"
RULE = "panel:name-casing"

_LOWER_TOO_TEXT = (
    "mac mar ave inc dec sept kelvin christian catholic turkey china polish jersey kent mercury apache "
    "bono hoc summa annum commis laude magna vitae alma mater"
)
LOWER_TOO = frozenset(_LOWER_TOO_TEXT.split())
"""Lower-case forms that are words, units or abbreviations of their own."""


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, ...]]:
    """Right forms by their letters and digits alone, in lower case."""
    found: dict[str, tuple[str, ...]] = {}
    for form in lexicon().casing_lines:
        forms = tuple(form.split("|"))
        for one in forms:
            found[_letters(one)] = forms
    return found


def _letters(text: str) -> str:
    return text.lower() if text.isalnum() else re.sub(r"[\W_]+", "", text).lower()


def read(passages: Sequence[Passage]) -> Iterator[Reading]:
    """Every name in another casing or spacing than its own."""
    for passage in passages:
        if not shouted(passage.text):
            taken: list[tuple[int, int]] = []
            for reading in (
                *_known(passage),
                *_in_context(passage),
                *_acronyms(passage),
                *_institutions(passage),
                *_numbered(passage),
                *_proper(passage),
            ):
                if not any(reading.start < high and low < reading.end for low, high in taken):
                    taken.append((reading.start, reading.end))
                    yield reading


def shouted(text: str) -> bool:
    """Whether a line is a heading in capitals, where casing says nothing."""
    letters = sum(map(str.isalpha, text))
    return letters > 1 and sum(map(str.isupper, text)) > 0.8 * letters


def _known(passage: Passage) -> Iterator[Reading]:
    """Names of the list, in windows of up to four parts."""
    text, forms = passage.text, _forms()
    parts = [m.span() for m in _PART.finditer(text)]
    letters = [_letters(text[low:high]) for low, high in parts]
    gaps = [_GAP.fullmatch(text, a, b) is not None for (_, a), (b, _) in pairwise(parts)]
    at = 0
    while at < len(parts):
        step = 1
        for size in range(min(4, len(parts) - at), 0, -1):
            right = forms.get("".join(letters[at : at + size]))
            if right is None or not all(gaps[at : at + size - 1]):
                continue
            low, high = parts[at][0], parts[at + size - 1][1]
            high -= text[high - 1] == "."
            written = text[low:high]
            step = size
            if _wrong(written, right, text, low, high):
                yield _reading(passage, low, high, right[0])
            break
        at += step


def _wrong(written: str, right: Sequence[str], text: str, low: int, high: int) -> bool:
    if written in right or written.isupper() or any(written == r.upper() for r in right):
        return False
    if "." in written and any(written.replace(".", "") == r.replace(".", "") for r in right):
        return False
    if (re.search(r"[#@/\\_.-]$", text[:low]) and text[low - 1 : low] in "#@\\_") or text[high : high + 1] in (
        "@",
        "_",
    ):
        return False
    parts = re.split(r"[ -]", written)
    if " " in right[0] and all(p.islower() or p[1:].islower() for p in parts) and _ordinary(right[0]):
        # "best buy" and "Work day" are words; "BestBuy" and "Bestbuy" are none.
        return len(parts) == 1
    if len(parts) > 1 and not re.search(r"[ -]", right[0]) and min(map(len, parts)) < 2:
        return False  # "I work" is no iWork
    if len(parts) > 1 and _standard(right[0]) and _ordinary(" ".join(parts)):
        return False  # "Work Day" is no Workday
    if len(parts) > 1 and not re.search(r"[ -]", right[0]):
        # "power point" may be two words; capitals or words that mean nothing apart make it the name.
        inside = parts[0][:1].isupper() and re.search(r"(?:[a-z]|,) $", text[:low])  # "Excel, Power point"
        return bool(inside) or all(p[:1].isupper() for p in parts) or any(p.lower() not in english() for p in parts)
    if len(parts) > 1 and "-" in written and " " in right[0]:
        return written.replace("-", " ") not in right
    return True


def _ordinary(name: str) -> bool:
    """Whether a name is made of ordinary words."""
    words = english()
    return all(p.lower() in words and p.lower() not in words.proper for p in name.split())


def _standard(name: str) -> bool:
    words = english()
    return name.lower() in words and name.lower() not in words.obscure


def _in_context(passage: Passage) -> Iterator[Reading]:
    """Names that spell a word, in lower case where only the name can stand."""
    low_text = passage.text.lower()
    for name, pattern in _context_patterns():
        if name.lower() not in low_text:
            continue  # most patterns look behind at every place, which takes long
        for m in pattern.finditer(passage.text):
            low, high = m.span("name")
            if passage.text[low:high] != name and (not passage.text[low:high].isupper() or name[:1].islower()):
                yield _reading(passage, low, high, name)


@lru_cache(maxsize=1)
def _context_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for line in lexicon().context_lines:
        name, before, after = line.split("\t")
        lead = f"(?:{before})" if before else ""
        form = f"(?i:{name})" if " " in name or name[:1].islower() else f"{name.lower()}|{name.title()}"
        found.append((name, re.compile(rf"{lead}\b(?P<name>{form})\b{after}", re.MULTILINE)))
    return tuple(found)


@lru_cache(maxsize=1)
def _known_acronyms() -> dict[str, str]:
    return {a.lower(): a for a in lexicon().acronyms}


def _acronyms(passage: Passage) -> Iterator[Reading]:
    known = _known_acronyms()
    for m in re.finditer(r"(?<![\w./@&-])[A-Z]?[a-z]{1,4}(?![\w@]|[./&-]\w)", passage.text):
        right = known.get(m[0].lower())
        if right and m[0] != right and (m[0][0].isupper() or m[0] not in english()):
            yield _reading(passage, m.start(), m.end(), right)


def _numbered(passage: Passage) -> Iterator[Reading]:
    """Parts of a law that a number names, school years, states in lower-case initials: section 508 of the Act, k-12."""
    for m in re.finditer(
        r"(?<=[a-z] )(section|title|article|chapter) (?:\d+|[IVX]+)(?= of (?:the )?[A-Z])", passage.text
    ):
        yield _reading(passage, m.start(1), m.end(1), m[1].capitalize())
    for m in re.finditer(r"(?<![\w-])k-(?:[568]|1[02])(?![\w-])", passage.text):
        yield _reading(passage, m.start(), m.end(), m[0].upper())
    for m in re.finditer(r"(?<![\w.])(u\.s\.(?:a\.)?|u\.k\.)(?!\w)", passage.text):
        yield _reading(passage, m.start(), m.end(), m[1].upper())


_SCHOOL = re.compile(
    r"(?<![\w-])([a-z]+(?: [a-z]+)?) (?:high school|middle school|elementary school|university|college)\b"
)
_NOT_NAMES_TEXT = (
    "a an the at in of for from to and or with my our any local private public junior senior state attended community"
    " after during through while some no every each first second final graduated completed finished middle boarding"
    " high elementary online national technical catholic christian charter international current previous former"
    " various several all major top large small accredited early dual medical business law trade city county"
    " four two year"
)
_NOT_NAMES = frozenset(_NOT_NAMES_TEXT.split())


def _institutions(passage: Passage) -> Iterator[Reading]:
    """Schools by name in lower case (lakewood high school), and forces of a state (the u.s. army, air force)."""
    words = english()
    for m in _SCHOOL.finditer(passage.text):
        named = [w for w in m[1].split() if w not in _NOT_NAMES]
        sure = [w for w in named if w in words.proper or w not in words or w in lexicon().capitalised]
        if sure and named == m[1].split():
            yield _reading(passage, m.start(), m.end(), m[0].title())
    for m in re.finditer(r"(?<![\w-])university of ([a-z]{3,})\b", passage.text):
        if m[1] in words.proper or m[1] in lexicon().capitalised:
            yield _reading(passage, m.start(), m.end(), f"University of {m[1].capitalize()}")
    for m in re.finditer(
        r"(?<![\w-])(?:(?:(u\.?s\.?|US|U\.S\.|united states|United States)\s+)(army|navy|marines|marine corps|air force"
        r"|coast guard|national guard)|(air force|marine corps|coast guard|national guard))\b",
        passage.text,
    ):
        right = " ".join(m[0].split()).title().replace("Us ", "US ").replace("U.s", "U.S").replace("U.S ", "U.S. ")
        if " ".join(m[0].split()) != right:
            yield _reading(passage, m.start(), m.end(), right)


def _proper(passage: Passage) -> Iterator[Reading]:
    """Proper nouns of the dictionary in lower case."""
    words = english()
    for m in re.finditer(r"(?<![\w.@/#'’-])[a-z]{4,}(?:-[a-z]+)?(?![\w@/-]|\.\w)", passage.text):
        word = m[0]
        right = words.proper.get(word)
        if (
            right is None
            or word in LOWER_TOO
            or words.zipf[word] < 3.3
            or not right[:1].isupper()
            or word in lexicon().anywhere
        ):
            continue
        yield _reading(passage, m.start(), m.end(), right)


def _reading(passage: Passage, low: int, high: int, right: str) -> Reading:
    return Reading(READER, passage.start + low, passage.start + high, RULE, "casing", suggestions=(right,))
