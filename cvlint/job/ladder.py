"""The ladder by which a CV's words are held against a name: exact, normalised, other name, family, misspelling, related."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cvlint.job.common_words import AMBIGUOUS, GENERIC, LOOSE, NEEDS_COMPANY
from cvlint.job.families import family
from cvlint.job.names import group_of, names_in, words_of
from cvlint.job.shown import RANK, Shown, Words


class Hit(NamedTuple):
    """Words `[first, last)` of the CV that show a name, and the rung on which they were found."""

    rung: str
    first: int
    last: int


def best_hit(shown: Shown, term: str, aliases: tuple[str, ...] = (), soft: bool = False) -> Hit | None:
    """The best place that shows a name: the highest rung, then a dated role over profile over skills list."""
    words = shown.words
    rungs: tuple[tuple[str, Callable[[], Iterator[tuple[int, int]]]], ...] = (
        ("normalised", lambda: _sequence(words, term)),
        ("other-name", lambda: _others(words, term, aliases)),
        ("word-family", lambda: _same_family(words, term)),
        ("word-family", lambda: _other_families(words, term, aliases)),
        ("misspelling", lambda: _misspelt(words, term)),
        ("related", lambda: _related(words, term, aliases, soft)),
    )
    for rung, hits in rungs:
        found = [Hit(rung, a, b) for a, b in hits()]
        if found:
            best = min(
                found,
                key=lambda h: (RANK[shown.where(words.starts[h.first])], not _is_literal(shown, term, h), h.first),
            )
            return best._replace(rung="exact") if _is_literal(shown, term, best) else best
    return None


def outside_skills(shown: Shown, term: str, aliases: tuple[str, ...] = ()) -> bool:
    """Whether a name, or another name or form of it, stands anywhere but in the lists of skills."""
    words = shown.words
    places = itertools.chain(
        _sequence(words, term),
        _others(words, term, aliases),
        _same_family(words, term),
        _other_families(words, term, aliases),
    )
    return any(shown.where(words.starts[a]) != "skills" for a, _ in places)


def _is_literal(shown: Shown, term: str, hit: Hit) -> bool:
    """Whether a hit is written letter by letter as the ad writes it."""
    return shown.text[shown.words.starts[hit.first] : shown.words.ends[hit.last - 1]] == term


def _sequence(words: Words, name: str) -> Iterator[tuple[int, int]]:
    """Where the words of a name stand side by side within a sentence."""
    wanted = words_of(name)
    if not wanted:
        return
    case = len(wanted) == 1 and (name in AMBIGUOUS or (len(name) <= 2 and name.isupper()))
    for i in words.at.get(wanted[0], ()):
        j = i + len(wanted)
        if words.normal[i:j] != wanted:
            continue
        if case and not _in_case(words, i, name):
            continue
        yield i, j
    if len(wanted) == 1 and len(wanted[0]) > 5:
        for i in words.joined.get(wanted[0], ()):
            yield i, i + 2
    if len(wanted) == 2 and len(wanted[0]) + len(wanted[1]) > 6:
        for i in words.at.get("".join(wanted), ()):
            yield i, i + 1


def _in_case(words: Words, i: int, name: str) -> bool:
    """Whether a word that is also a common word is meant as the name: by its case, and for some by its company."""
    if words.surface[i] != name:
        return False
    if name not in NEEDS_COMPANY:
        return True
    before = i > 0 and words.starts[i] - words.ends[i - 1] <= 3 and words.sentence[i - 1] == words.sentence[i]
    names_near = [
        words.surface[j]
        for j in (i - 2, i - 1, i + 1, i + 2)
        if 0 <= j < len(words.surface) and words.sentence[j] == words.sentence[i]
    ]
    alone = not names_near
    company = any(
        n[:1].isupper() or n in ("and", "in", "using", "with", "or", "language", "programming") for n in names_near
    )
    return alone or (company and (before or len(names_near) > 1))


def _others(words: Words, term: str, aliases: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for name in dict.fromkeys((*aliases, *group_of(term))):
        yield from _sequence(words, name)
    core = core_of(term)
    if core != term:
        yield from _sequence(words, core)
        for name in group_of(core):
            yield from _sequence(words, name)


EDGES = re.compile(
    r"^(?:(?:strong|good|excellent|proven|basic|advanced|working|effective|previous|relevant|solid|general|great|outstanding|experience|experienced|knowledge|understanding|proficien\w+|use|using|ability|able|of|in|with|the|a|an|to|and|familiarity|level|high|fluent|superb|effectively|work|own) )+"
    r"|(?: (?:skills?|experience|knowledge|abilit(?:y|ies)|background|tools?|software|technolog(?:y|ies)|systems?|environments?|languages?|frameworks?|concepts|principles|techniques|methods|methodolog(?:y|ies)|best practices|platforms?|applications?|packages?|certification|certified|qualification|qualified|programming|development|practices|processes|procedures|duties))+$",
    re.IGNORECASE,
)


def core_of(term: str) -> str:
    """A name without the words that say only that it is a skill ("Python programming" is `Python`)."""
    core = EDGES.sub("", term)
    return core if core and len(core) > 1 else term


def content(name: str) -> list[str]:
    """The families of a name's words that say something."""
    return list(dict.fromkeys(s for s in (family(w) for w in words_of(name)) if s not in GENERIC and len(s) > 1))


def _same_family(words: Words, name: str) -> Iterator[tuple[int, int]]:
    """Sentences that hold every telling word of a name by its family."""
    stems = content(name)
    if not stems or (len(stems) == 1 and (len(stems[0]) < 4 or name in AMBIGUOUS)):
        return
    rarest = min(stems, key=lambda s: len(words.with_stem.get(s, ())))
    for i in words.with_stem.get(rarest, ()):
        here = words.by_sentence[words.sentence[i]]
        if all(s in here for s in stems):
            places = sorted(here[s] for s in stems)
            if places[-1] - places[0] <= 8 + len(stems):
                yield places[0], places[-1] + 1


def _other_families(words: Words, term: str, aliases: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for name in dict.fromkeys((*aliases, *group_of(term), *group_of(core_of(term)))):
        if len(content(name)) > 1:
            yield from _same_family(words, name)


def _misspelt(words: Words, term: str) -> Iterator[tuple[int, int]]:
    """Words one letter away from a name of one word and seven letters or more, that are no other form of a word."""
    from rapidfuzz.distance import DamerauLevenshtein

    wanted = words_of(term)
    if len(wanted) != 1 or len(wanted[0]) < 7:
        return
    for form, places in words.at.items():
        near = abs(len(form) - len(wanted[0])) <= 1 and form[0] == wanted[0][0] and form != wanted[0]
        if near and DamerauLevenshtein.distance(form, wanted[0], score_cutoff=1) == 1:
            yield places[0], places[0] + 1


def _related(words: Words, term: str, aliases: tuple[str, ...], soft: bool) -> Iterator[tuple[int, int]]:
    """Words that come near a name without showing it; they never cover it.

    For what has no fixed name (soft skills, activities) the other names of each part of the wording count as near.
    """
    names = [term]
    if soft:
        parts = words_of(term)
        inner = (" ".join(parts[a:b]) for a, b in names_in(parts))
        names += [n for name in (*aliases, *inner) for n in (name, *group_of(name))]
    for name in dict.fromkeys(names):
        stems = [s for s in content(name) if s not in LOOSE and len(s) > 3]
        for stem in stems:
            for i in words.with_stem.get(stem, ())[:3]:
                here = words.by_sentence[words.sentence[i]]
                if 2 * sum(s in here for s in stems) >= len(stems):  # a word in common is not enough
                    yield i, i + 1
