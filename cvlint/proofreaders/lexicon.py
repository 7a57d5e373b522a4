"""Words that no dictionary holds and every CV does: names, places, firms, products, abbreviations."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from cvlint.proofreaders.words import english

MAORI = re.compile(r"(?:(?:ng|wh|[hkmnprtw])?[aeiouāēīōū])+", re.IGNORECASE)
"""The shape of a Māori word: every syllable ends in a vowel."""

PREFIXES = (
    "anti", "auto", "bi", "bio", "co", "cyber", "de", "dis", "eco", "electro", "ex", "extra", "geo", "hydro", "hyper",
    "inter", "intra", "macro", "mega", "meta", "micro", "mid", "mini", "mis", "mono", "multi", "nano", "neuro", "non",
    "omni", "over", "photo", "poly", "post", "pre", "pro", "pseudo", "psycho", "quasi", "radio", "re", "retro", "semi",
    "socio", "sub", "super", "tele", "thermo", "trans", "tri", "ultra", "un", "under", "uni", "up",
)  # fmt: skip
SUFFIXES = (
    "like",
    "wise",
    "less",
    "ness",
    "ship",
    "able",
    "free",
    "based",
    "proof",
    "ware",
    "shop",
    "ed",
    "er",
    "ers",
)


@dataclass(frozen=True)
class Lexicon:
    """`anywhere`: known in any case; `capitalised`: known as names; `casing`: names as their owners write them.

    A line of `casing_lines` holds the forms of one name, the usual one first, between bars; one of `context_lines` a
    name, what stands before it, and after it.
    """

    anywhere: frozenset[str]
    capitalised: frozenset[str]
    casing: frozenset[str]
    casing_lines: tuple[str, ...] = ()
    context_lines: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()

    def knows(self, word: str) -> bool:
        """Whether a word as written is a name, a term, or built from known parts."""
        word = word.replace("’", "'").rstrip("'.")
        for ending in ("'s", "'S"):
            word = word.removesuffix(ending)
        low = word.lower()
        if low in self.anywhere or plain(low) in self.anywhere:
            return True
        if word[:1].isupper() and (low in self.capitalised or plain(low) in self.capitalised):
            return True
        if word in self.casing:
            return True
        return any(c in low for c in "āēīōū") and MAORI.fullmatch(low) is not None


def plain(word: str) -> str:
    """A word without its accents and macrons."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")


def well_formed(word: str) -> bool:
    """Whether a word that is in no dictionary is made of words by the rules: parts with hyphens, prefixes, suffixes."""
    zipf = english().zipf
    low = word.lower().replace("’", "'")
    if low in zipf:
        return True
    if "-" in low or "/" in low:
        parts = [p for p in re.split(r"[-/]", low) if p]
        return bool(parts) and all(p in zipf or p in PREFIXES or p in lexicon().anywhere or len(p) == 1 for p in parts)
    for prefix in PREFIXES:
        rest = low.removeprefix(prefix)
        if len(prefix) >= 4 and rest != low and len(rest) >= 5 and zipf.get(rest, 0) >= 3.2:
            return True
        if prefix in ("re", "co", "un", "de", "bio") and rest != low and len(rest) >= 3 and zipf.get(rest, 0) >= 3.8:
            return True
    partner = _IZE.sub(lambda m: ("z" if m[1] == "s" else "s") + m[2], low)
    if partner != low and partner in lexicon().anywhere:
        return True
    return _compound(low, zipf)


_IZE = re.compile(r"(?<=[iy])([sz])(e|ed|es|ing|er|ers|ations?|able)$")
"""What -ise and -ize end in: the one is known where the other is."""

_HEADS_TEXT = (
    "belt belts board boards book books card cards casting chip chips code craft crafts cutting farm farms fisher "
    "fishers fishing fitter fitters fitting fittings gear grower growers growing guard guards hand hands house "
    "houses keeper keepers keeping land lands layer layers laying lifter lifting lighting line liner liners lines "
    "lining link links loader loaders loading logger loggers logging maker makers making man men mill mills pack "
    "packs photo photos pipe pipes player players playing proof ready room rooms runner runners sewing shearer "
    "shearers shed sheds shop shops side sides site sites sports stock surfing tank tanks test testing tests "
    "times turner turners turning walk walks wall walls washer washers washing water work worker workers works "
    "yard yards"
)
HEADS = frozenset(_HEADS_TEXT.split())
"""What compounds of a trade end in, written as one word: toolshed, drainlaying, watchkeeping."""


def _compound(low: str, zipf: dict[str, float]) -> bool:
    """Whether a word is made of a common word and a head that makes compounds, none of both a slip for another."""
    if len(low) < 8:
        return False
    return any(
        low[cut:] in HEADS and zipf.get(low[:cut], 0) >= 3.6 and low[:cut] not in _SMALL
        for cut in range(3, len(low) - 3)
    )


_SMALL_TEXT = "the and for with from this that our your all can was has are not any its their his her handy after"
_SMALL = frozenset(_SMALL_TEXT.split())


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lists, read once."""
    parts: dict[str, list[str]] = {}
    some: list[str] = []
    for line in files("cvlint.data").joinpath("lexicon.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            some = parts.setdefault(line[2:], [])
        elif line:
            some.append(line)
    casing = tuple(parts.get("casing", ()))
    return Lexicon(
        anywhere=frozenset(w for line in parts.get("anywhere", ()) for w in line.split(" ")),
        capitalised=frozenset(w for line in parts.get("capitalised", ()) for w in line.split(" ")),
        casing=frozenset(w for line in casing for form in line.split("|") for w in (form, *form.split())),
        casing_lines=casing,
        context_lines=tuple(parts.get("casing-in-context", ())),
        acronyms=tuple(a for line in parts.get("acronyms", ()) for a in line.split()),
    )
