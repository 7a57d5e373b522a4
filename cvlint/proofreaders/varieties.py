"""Spellings of another country, and two countries' spellings in one CV."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from cvlint.model.locales import ENGLISH
from cvlint.model.location import Span
from cvlint.proofreaders import senses
from cvlint.proofreaders.lexicon import lexicon
from cvlint.proofreaders.ranking import in_case
from cvlint.proofreaders.reading import Remark
from cvlint.proofreaders.spelling import TOKEN, Text
from cvlint.proofreaders.variants import OXFORD, Variants, variants
from cvlint.proofreaders.words import english

_STEMS = (
    "check cheque practice practise licen[cs]e meter metre programm?e? programs draft draught tire tyre curb kerb"
    " stor(?:y|e?y|ies|eys) inquir enquir dis[ck] artifact artefact analog ax axe plow judge?ment dependent dependant"
    " dialog catalog install fulfil grill grille vice vise whisk gray grey check cosy mold mum councillor counselor"
    " adviser advisor burnt? learn dreamt? spelt? spoilt? insure ensure naught nought ton tonne"
    " analys[ei]s among while toward afterward backward forward upward orient yoghurt yogurt focus+ bus+ whiskey"
    " (?:co|pre)?operat email e-mail ok okay acknowledge?ment airplane aluminum math arse ass pretence"
    " mom micromet(?:er|re)"
)
SENSES = re.compile(
    rf"(?:{_STEMS.replace(' ', '|')})"
    r"(?:s|es|ed|d|ing|er|ers|ies|ry|y|ment|ments|sman|smen|ation|er's)?"
)
"""Words whose two spellings are two words or two senses somewhere, or right almost anywhere: never flagged."""

IZE = re.compile(r"[iy][sz](?:e|ed|es|ing|er|ers|ation|ations|ational|able)$")


def foreign(word: str, locale: str, table: Variants) -> str | None:
    """The locale's own spelling of a word that is wrong there, in lower case; None where it is right or in doubt."""
    low = word.lower()
    groups = table.of(low)
    if len(groups) != 1 or SENSES.fullmatch(low) or low in groups[0].allowed(locale):
        return None
    usual = groups[0].allowed(locale)[0]
    return None if english().zipf.get(usual, 0) < 1.5 else usual


@lru_cache(maxsize=16)
def _names() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:World Health Organization|International Labour Organi[sz]ation|Center Parcs|Rockefeller Center"
        r"|Lincoln Center|Department of Defense|Department of Labor|Ministry of Defence|Labour Party"
        r"|Pearl Harbor|World Trade Center)\b"
    )


def remarks(text: Text, unjudged: Callable[[int, int], bool]) -> Iterator[Remark]:
    """A remark for each spelling of another country; -ize is right where it is used throughout."""
    table = variants()
    seen: list[tuple[Span, str, str]] = []
    for passage in text.passages if text.knowledge.country else ():
        named = [m.span() for m in _names().finditer(passage.text)]
        for m in TOKEN.finditer(passage.text):
            word, at = m[0], passage.start + m.start()
            if len(word) < 4 or unjudged(at, at + len(word)) or _part_of_name(passage.text, m, named):
                continue
            if word.lower() in text.known:
                continue
            usual = foreign(word, text.locale, table)
            if usual is not None:
                seen.append((Span(at, at + len(word)), word, usual))
        for span, usual in senses.found(passage.text, text.locale):
            at, m2 = passage.start + span.start, TOKEN.match(passage.text, span.start)
            if m2 and not unjudged(at, at + len(usual)) and not _part_of_name(passage.text, m2, named):
                seen.append((Span(at, at + len(usual)), m2[0], usual))
    for span, word, usual in seen:
        yield Remark(
            span.start,
            span.end,
            ("panel:spelling-variant",),
            ("panel",),
            (in_case(usual, word),),
            data=(("english", ENGLISH.get(text.locale, text.locale)), ("usual", usual)),
        )
    yield from _mixed(text, unjudged)


def _part_of_name(passage: str, m: re.Match[str], named: list[tuple[int, int]]) -> bool:
    """Whether a word belongs to a name: capitalised beside another capital in mid line, or of a known organisation."""
    if any(low <= m.start() < high for low, high in named):
        return True
    if not m[0][:1].isupper() or (m[0].isupper() and len(m[0]) > 6):
        return False
    before = re.findall(r"[\w'&]+[,:.]?", passage[: m.start()])[-2:]
    after = re.match(r"\s+([\w'&]+)", passage[m.end() :])
    capital_before = any(w[:1].isupper() and w[-1] not in ".,:" for w in before[-1:]) or (
        len(before) == 2 and before[1] in ("of", "for", "and") and before[0][:1].isupper()
    )
    capital_after = bool(after and (after[1][:1].isupper() or after[1] == "of"))
    return capital_before or capital_after or m[0] in lexicon().casing


def _mixed(text: Text, unjudged: Callable[[int, int], bool]) -> Iterator[Remark]:
    """-ise and -ize in one CV where the locale takes both: a remark on each of the rarer kind."""
    if text.locale not in OXFORD:
        return
    kinds: dict[str, list[tuple[Span, str]]] = {"z": [], "s": []}
    for passage in text.passages:
        for m in TOKEN.finditer(passage.text):
            tail = IZE.search(m[0].lower())
            groups = variants().of(m[0]) if tail else ()
            if tail is None or len(groups) != 1 or unjudged(passage.start + m.start(), passage.start + m.end()):
                continue
            if "yz" in m[0] or "ys" in m[0] or _part_of_name(passage.text, m, []):
                continue
            span = Span(passage.start + m.start(), passage.start + m.end())
            kinds["z" if tail[0][1] == "z" else "s"].append((span, m[0]))
    if not kinds["z"] or not kinds["s"]:
        return
    rare, usual = ("z", "s") if len(kinds["z"]) <= len(kinds["s"]) else ("s", "z")
    for span, word in kinds[rare]:
        tail = IZE.search(word.lower())
        at = tail.start() + 1 if tail else 0
        yield Remark(
            span.start,
            span.end,
            ("panel:mixed-spelling",),
            ("panel",),
            (word[:at] + usual + word[at + 1 :],),
            data=(("other", kinds[usual][0][1]),),
        )
