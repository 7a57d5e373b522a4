"""What a misspelt word was meant to be: candidates of our own and of the readers, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cvlint.proofreaders.channel import channel
from cvlint.proofreaders.variants import variants
from cvlint.proofreaders.words import english, sound

Context = Callable[[str], float]
"""Log probability of a word where the misspelling stands, or 0 where nothing is known."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts, fitted on one half of planted misspellings and measured on the other."""

    channel: float = 1.0
    zipf: float = 1.3
    said: float = 1.5  # a reader's first suggestion; its n-th counts 1/n of it
    own: float = 1.2  # the CV uses the word itself
    context: float = 0.5


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A correction and how likely it is: `score` is a log likelihood, `cost` the channel's share of it."""

    word: str
    score: float
    cost: float
    zipf: float


def rank(
    written: str,
    said: Sequence[Sequence[str]] = (),
    own: Mapping[str, int] | None = None,
    context: Context | None = None,
    extra: Iterable[str] = (),
    most: int = 5,
) -> list[Candidate]:
    """The corrections of a word, likeliest first, in lower case or in a proper noun's own case.

    `said` are the readers' suggestions, each reader's best first; `own` counts the words of the CV (lower case);
    `extra` are further words that it may be (names of the CV).
    """
    low = written.lower().replace("’", "'")
    words = english()
    places: dict[str, float] = {}
    for suggestions in said:
        for place, suggestion in enumerate(suggestions[:6]):
            key = suggestion.lower().replace("’", "'")
            places[key] = places.get(key, 0.0) + 1.0 / (place + 1)
    pool = _near(low) | {w.lower() for w in extra} | {k for k in places if _possible(k, low)}
    pool.discard(low)
    found = []
    for word in pool:
        zipf = _zipf(word)
        cost = _cost(word, low)
        score = -WEIGHTS.channel * cost + WEIGHTS.zipf * zipf + WEIGHTS.said * places.get(word, 0.0)
        if own and own.get(word):
            score += WEIGHTS.own
        found.append(Candidate(word, score, cost, zipf))
    found.sort(key=lambda c: (-c.score, c.word))
    if context is not None:
        top = [
            Candidate(c.word, c.score + WEIGHTS.context * context(c.word), c.cost, c.zipf) for c in found[:8]
        ]
        found = sorted(top, key=lambda c: (-c.score, c.word)) + found[8:]
    return [Candidate(words.proper.get(c.word, c.word), c.score, c.cost, c.zipf) for c in found[:most]]


def _cost(word: str, low: str) -> float:
    """The channel's cost; a blank left out costs a little, an apostrophe left out next to nothing."""
    if "'" in word and "'" not in low:
        return 1.0 + channel().cost(word.replace("'", ""), low)
    return channel().cost(word.replace(" ", ""), low) + (3.0 if " " in word else 0.0)


def _zipf(word: str) -> float:
    words = english()
    if " " in word:
        return min(_zipf(w) for w in word.split()) - 1.5
    return words.zipf.get(word, 1.0)


def _possible(suggestion: str, low: str) -> bool:
    from rapidfuzz.distance import OSA

    return bool(suggestion) and OSA.distance(suggestion, low) <= max(2, min(5, len(low) // 2))


def _near(low: str) -> set[str]:
    """The words within two edits (three for long words), those that sound the same, and the two that run together."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    words = english()
    reach = 1 if len(low) <= 3 else 2 if len(low) <= 8 else 3
    found: dict[str, float] = {}
    for length in range(max(2, len(low) - reach), len(low) + reach + 1):
        for word, distance, _ in process.extract(
            low,
            words.by_length.get(length, []),
            scorer=OSA.distance,
            score_cutoff=reach,
            limit=None,
            processor=None,
        ):
            found[word] = distance * 2.5 - words.zipf[word]
    for tail in ("t", "s", "m", "d", "ll", "ve", "re"):
        short = f"{low.removesuffix(tail)}'{tail}"
        if low.endswith(tail) and short in words:
            found[short] = -words.zipf[short]
    for word in words.by_sound.get(sound(low), ()):
        found.setdefault(word, 5.0 - words.zipf[word])
    near = set(sorted(found, key=found.__getitem__)[:60])
    for i in range(1, len(low)):
        left, right = low[:i], low[i:]
        if min(words.zipf.get(left, 0), words.zipf.get(right, 0)) < 3.5 or len(right) == 1:
            continue
        if len(left) > 1 or left in "ai":
            near.add(f"{left} {right}")
    return near


def in_locale(word: str, locale: str, oxford: bool = False) -> str:
    """A correction in the spelling of a locale. `oxford` keeps -ize where the CV writes so."""
    usual = variants().usual(word, locale)
    if usual is None:
        groups = variants().of(word)
        if groups and len(groups) == 1 and not oxford and word.lower() in groups[0].allowed(locale):
            return groups[0].allowed(locale)[0]
        return word
    return usual


def in_case(word: str, written: str) -> str:
    """A correction in the case in which the misspelling was written; proper nouns keep theirs."""
    letters = [c for c in written if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return word.upper()
    if written[:1].isupper() and word[:1].islower():
        return word[:1].upper() + word[1:]
    return word
