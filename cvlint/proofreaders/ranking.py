"""What a misspelt word was meant to be: candidates of our own and of the readers, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cvlint.proofreaders.channel import channel
from cvlint.proofreaders.context import Fit
from cvlint.proofreaders.variants import variants
from cvlint.proofreaders.words import english, sound

_SMALL_TEXT = "a an the of in on to for with and or at by as is it i be we my our your from that this all "
SMALL = frozenset(_SMALL_TEXT.split())
"""Words that run together with their neighbour by a slip: alot, inthe, foryour."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts; `said` is a reader's first suggestion, its n-th counts 1/n of it."""

    channel: float
    zipf: float
    said: float
    own: float = 0.0  # the CV uses the word itself
    first: float = 0.0  # the same first letter
    last: float = 0.0
    proper: float = 3.0  # taken off a proper noun for a word in lower case
    blank: float = 0.0  # taken off two words for one


ORDER = Weights(channel=0.36, zipf=1.0, said=1.0, first=2.2, last=1.2, proper=1.1, blank=6.2)
"""For choosing among corrections, with `context.WEIGHTS`; a conditional logit over planted misspellings."""

ALONE = Weights(channel=0.7, zipf=1.8, said=1.0, own=1.2)
"""The same where nothing is known of the neighbours."""

TRUST = Weights(channel=1.0, zipf=1.3, said=1.5, own=1.2)
"""For deciding whether there is a misspelling at all."""

VOICE = {"lingotweaker": 1.6, "languagetool": 1.6, "harper": 0.5}
"""How much a reader's suggestions count in `ORDER`; Harper's alone count more than beside the others."""

HARPER_ALONE = 1.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A correction and how likely it is: `score` says how sure it is, `cost` what the channel says of it."""

    word: str
    score: float
    cost: float
    zipf: float


def rank(
    written: str,
    said: Mapping[str, Sequence[str]] | None = None,
    own: Mapping[str, int] | None = None,
    context: Fit | None = None,
    extra: Iterable[str] = (),
    most: int = 5,
) -> list[Candidate]:
    """The corrections of a word, likeliest first, in lower case or in a proper noun's own case.

    `said` are the readers' suggestions, each reader's best first; `own` counts the words of the CV (lower case);
    `extra` are further words that it may be (names of the CV).
    """
    low = written.lower().replace("’", "'")
    words = english()
    plain, heard = _votes(said or {})
    pool = sorted((near(low) | {w.lower() for w in extra} | {k for k in plain if _possible(k, low)}) - {low})
    if not pool:
        return []
    fits = context(pool) if context is not None else [0.0] * len(pool)
    weights = ALONE if context is None else ORDER
    found: list[tuple[float, str, Candidate]] = []
    for word, fit in zip(pool, fits, strict=True):
        zipf, cost = _zipf(word), _cost(word, low)
        evidence = _Evidence(
            word, low, cost, zipf, bool(own and own.get(word)), word in words.proper and written.islower()
        )
        shown = Candidate(words.proper.get(word, word), evidence.weigh(TRUST, plain.get(word, 0.0)), cost, zipf)
        found.append((evidence.weigh(weights, heard.get(word, 0.0)) + float(fit), word, shown))
    found.sort(key=lambda f: (-f[0], f[1]))
    return [shown for _, _, shown in found[:most]]


def may_be_meant(low: str, zipf: float, cost: float) -> bool:
    """Whether any one word of at least that frequency lies within that cost: far quicker to tell than a ranking."""
    words = english().zipf
    return any(
        words.get(word, 1.0) >= zipf and " " not in word and _cost(word, low, cost) < cost
        for word in near(low)
        if word != low
    )


def _votes(said: Mapping[str, Sequence[str]]) -> tuple[dict[str, float], dict[str, float]]:
    """For each suggestion the readers' votes, and the same weighted by whose they are."""
    plain: dict[str, float] = {}
    heard: dict[str, float] = {}
    for reader, suggestions in said.items():
        voice = HARPER_ALONE if len(said) == 1 and reader == "harper" else VOICE.get(reader, 1.0)
        for place, suggestion in enumerate(suggestions[:8], 1):
            key = suggestion.lower().replace("’", "'")
            plain[key] = plain.get(key, 0.0) + 1.0 / place
            heard[key] = heard.get(key, 0.0) + voice / place
    return plain, heard


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for one correction."""

    word: str
    low: str
    cost: float
    zipf: float
    own: bool
    proper: bool

    def _run_together(self) -> bool:
        """Whether a small word and a very common one lost just the blank between them: alot, foryour."""
        left, _, right = self.word.partition(" ")
        words = english()
        common = words.zipf.get(right, 0) >= 5.0 and right not in words.obscure
        return left + right == self.low and left in SMALL and common

    def weigh(self, weights: Weights, said: float) -> float:
        """All of it as one number."""
        return (
            -weights.channel * self.cost
            + weights.zipf * self.zipf
            + weights.said * said
            + weights.own * self.own
            + weights.first * (self.word[0] == self.low[0])
            + weights.last * (self.word[-1] == self.low[-1])
            - weights.proper * self.proper
            - weights.blank * (-0.7 if self._run_together() else " " in self.word)
        )


@lru_cache(maxsize=50_000)
def _cost(word: str, low: str, worst: float = 60.0) -> float:
    """The channel's cost; a blank left out costs a little, an apostrophe left out next to nothing."""
    if "'" in word and "'" not in low:
        return 1.0 + channel().cost(word.replace("'", ""), low, worst)
    return channel().cost(word.replace(" ", ""), low, worst) + (3.0 if " " in word else 0.0)


def _zipf(word: str) -> float:
    words = english()
    if " " in word:
        return min(_zipf(w) for w in word.split()) - 1.5
    return words.zipf.get(word, 1.0)


def _possible(suggestion: str, low: str) -> bool:
    from rapidfuzz.distance import OSA

    return bool(suggestion) and OSA.distance(suggestion, low) <= max(2, min(5, len(low) // 2))


@lru_cache(maxsize=2000)
def near(low: str) -> frozenset[str]:
    """The words within two edits (three for long words), those that sound the same, and the two that run together."""
    words = english()
    reach = 1 if len(low) <= 3 else 2 if len(low) <= 8 else 3
    found: dict[str, float] = {}
    for length in range(max(2, len(low) - reach), len(low) + reach + 1):
        for word, distance in words.within(reach, low, length):
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
    return frozenset(near)


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
