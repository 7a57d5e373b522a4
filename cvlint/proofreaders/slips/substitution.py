"""One word for another: which replacements of a word to consider, and what speaks for each."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cvlint.proofreaders.slips.ngrams import Ids
from cvlint.proofreaders.slips.stream import EDGE, SPECIALS, UNKNOWN, Token
from cvlint.proofreaders.slips.tables import Tables

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Text:
    """A document as arrays: word numbers with two edges on either side, and how each word is written."""

    ids: Ids
    capital: NDArray[np.bool_]
    upper: NDArray[np.bool_]
    free: NDArray[np.bool_]
    length: Ids
    own: Ids  # how often the document has the word
    pairs: Ids  # its pairs of neighbours, sorted
    pair_counts: Ids

    @classmethod
    def of(cls, tokens: list[Token], tables: Tables) -> Text:
        """The arrays of a stream's tokens."""
        return cls(
            capital=np.array([t.text[:1].isupper() for t in tokens], dtype=np.bool_),
            upper=np.array([len(t.text) > 1 and t.text.isupper() for t in tokens], dtype=np.bool_),
            free=np.array([t.free and t.word for t in tokens], dtype=np.bool_),
            length=np.array([len(t.key) for t in tokens], dtype=np.int64),
            **_counts(tables.ids([t.key for t in tokens]), len(tables.words)),
        )

    def with_words(self, ids: Ids) -> Text:
        """The same text with other words."""
        changed: Text = replace(self, **_counts(ids, len(self.own)))  # type: ignore[arg-type]
        return changed

    def own_pairs(self, a: Ids, b: Ids, size: int) -> Floats:
        """How often the document has a pair of neighbours."""
        at = np.searchsorted(self.pairs, a * size + b)
        at[at == len(self.pairs)] = 0
        return np.where(self.pairs[at] == a * size + b, self.pair_counts[at], 0).astype(np.float64)


def _counts(ids: Ids, size: int) -> dict[str, Ids]:
    pairs, counts = np.unique(ids[:-1] * size + ids[1:], return_counts=True)
    own = np.bincount(ids, minlength=size)
    return {"ids": ids, "own": own, "pairs": pairs, "pair_counts": counts.astype(np.int64)}


def around(ids: Ids, at: Ids) -> tuple[Ids, Ids, Ids, Ids]:
    """The two words before and the two after each place."""
    last = len(ids) - 1
    return (
        ids[np.maximum(at - 2, 0)],
        ids[at - 1],
        ids[np.minimum(at + 1, last)],
        ids[np.minimum(at + 2, last)],
    )


def fit(tables: Tables, l2: Ids, l1: Ids, word: Ids, r1: Ids, r2: Ids) -> Floats:
    """How well each word fits between its neighbours: a row of measures for each place."""
    n = tables.ngrams
    left2, left, right, right2 = n.pairs(l2, l1), n.pairs(l1, word), n.pairs(word, r1), n.pairs(r1, r2)
    before, middle, after = (
        n.triples(left2, left, word),
        n.triples(left, right, r1),
        n.triples(right, right2, r2),
    )
    tags = (tables.tags[word] * tables.tag_grams[tables.tag[l1], :, tables.tag[r1]]).sum(axis=1)
    return np.column_stack(
        [
            before.forward + middle.forward + after.forward,
            before.backward + middle.backward + after.backward,
            before.forward,
            after.backward,
            left.forward,
            right.backward,
            np.log1p(left.count),
            np.log1p(right.count),
            np.log1p(before.count),
            np.log1p(middle.count),
            np.log1p(after.count),
            tables.general_log(l1, word),
            tables.general_log(word, r1),
            np.log(tags + 1e-6),
            n.log_single[word],
            tables.zipf[word],
        ]
    )


@dataclass(frozen=True)
class Options:
    """Replacements worth weighing: place in the stream, word proposed, kind, and a row of features for each."""

    at: Ids
    to: Ids
    kind: Ids
    rows: Floats


NEAR_SOUND = 11  # the kind of change between words with the same consonants
KEEP_ABOVE = {"word": 1.0, "form": -0.5, "prep": -0.5}  # log of likelihood ratio, both ways together


def open_places(text: Text) -> Ids:
    """Where there is a known word, not in capitals throughout."""
    return np.flatnonzero(text.free & (text.ids != UNKNOWN) & ~text.upper)


def options(tables: Tables, text: Text, family: str, places: Ids | None = None) -> Options:
    """The replacements of a family for the words at `places` (all by default) that the context does not rule out."""
    if places is None:
        places = open_places(text)
    owner, to, kind = tables.changes[family].of(text.ids[places])
    at = places[owner]
    l2, l1, r1, r2 = around(text.ids, at)
    base_l2, base_l1, base_r1, base_r2 = around(text.ids, places)
    old = fit(tables, base_l2, base_l1, text.ids[places], base_r1, base_r2)[owner]
    new = fit(tables, l2, l1, to, r1, r2)
    gain = new - old
    keep = gain[:, 0] + gain[:, 1] > KEEP_ABOVE[family]
    at, to, kind, owner = at[keep], to[keep], kind[keep], owner[keep]
    old, gain, l1, r1 = old[keep], gain[keep], l1[keep], r1[keep]
    size, now = len(tables.words), text.ids[at]
    best = np.full(len(places), -np.inf)
    total = gain[:, 0] + gain[:, 1]
    np.maximum.at(best, owner, total)
    rows = np.column_stack(
        [
            old,
            gain,
            np.log1p(text.own[now]),
            np.log1p(text.own[to]),
            np.log1p(text.own_pairs(l1, now, size)),
            np.log1p(text.own_pairs(now, r1, size)),
            np.log1p(text.own_pairs(l1, to, size)),
            np.log1p(text.own_pairs(to, r1, size)),
            kind,
            text.length[at],
            text.capital[at],
            l1 == EDGE,
            r1 == EDGE,
            l1 < len(SPECIALS),
            r1 < len(SPECIALS),
            best[owner] - total,
            tables.tag[now],
            tables.tag[to],
            tables.tag[l1],
            tables.tag[r1],
            tables.seen[now] == 0,
            np.full(len(at), 1.0 - len(text.pairs) / len(text.ids)),  # how much the document repeats itself
            text.capital[at - 1],
            text.capital[np.minimum(at + 1, len(text.ids) - 1)],
            (tables.tags[now] * tables.tags[to]).sum(axis=1),  # whether both are the same part of speech
        ]
    )
    return Options(at, to, kind, rows)
