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
    """How much each kind of evidence counts."""

    channel: float
    zipf: float
    said: float  # a reader's first suggestion; its n-th counts 1/n of it
    own: float  # the CV uses the word itself
    context: float


ORDER = Weights(channel=0.7, zipf=1.8, said=1.0, own=1.2, context=1.2)
"""For choosing among corrections; fitted on one half of planted misspellings and measured on the other."""

TRUST = Weights(channel=1.0, zipf=1.3, said=1.5, own=1.2, context=0.0)
"""For deciding whether there is a misspelling at all."""

NAME_FOR_WORD = 3.0
"""What it costs a proper noun to be the correction of a word in lower case."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A correction and how likely it is: `score` says how sure it is, `cost` what the channel says of it."""

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
    found: list[tuple[float, str, Candidate]] = []
    for word in pool:
        zipf, cost = _zipf(word), _cost(word, low)
        evidence = (cost, zipf, places.get(word, 0.0), bool(own and own.get(word)))
        shift = NAME_FOR_WORD if word in words.proper and written.islower() else 0.0
        shown = Candidate(words.proper.get(word, word), _weigh(TRUST, evidence) - shift, cost, zipf)
        found.append((_weigh(ORDER, evidence) - shift, word, shown))
    found.sort(key=lambda f: (-f[0], f[1]))
    if context is not None:
        found = [(order + ORDER.context * context(word), word, shown) for order, word, shown in found[:40]]
        found.sort(key=lambda f: (-f[0], f[1]))
    return [shown for _, _, shown in found[:most]]


def _weigh(weights: Weights, evidence: tuple[float, float, float, bool]) -> float:
    cost, zipf, said, own = evidence
    return -weights.channel * cost + weights.zipf * zipf + weights.said * said + weights.own * own


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
