"""Trains the trees that weigh replacements, on errors planted in whole CVs that the counts do not hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cvlint.proofreaders.slips.stream import Token
from cvlint.proofreaders.slips.substitution import Options, Text, options
from cvlint.proofreaders.slips.tables import FAMILIES, Arrays, Tables, unpack
from tools.slips.counting import Collection, count
from tools.slips.lexicon import Lexicon

FOLDS, PASSES, SHARE, SEED = 5, 3, 0.05, 20
MEASURED = (0, 3)  # the folds whose CVs are held out to measure on
ROUNDS = 400
ALARMS = (
    40.0,
    10.0,
    4.0,
    2.0,
    1.0,
    0.5,
    0.3,
    0.1,
    0.03,
)  # flags per 1,000 words of text not tampered with ...
SCORES = (0.02, 0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 0.97)  # ... and the score that stands for each
PARAMETERS = {
    "objective": "binary", "num_leaves": 24, "learning_rate": 0.07, "min_data_in_leaf": 60, "max_depth": 7,
    "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0, "verbose": -1,
    "seed": SEED, "deterministic": True, "force_row_wise": True, "num_threads": 1,
}  # fmt: skip


# How often people make each kind of slip, beside the number of words that it may lead to: a letter is left out, doubled
# or swapped and a word heard far more often than another letter is put in its place, least of all the first.
LIKELY = {0: 3.0, 1: 0.8, 2: 0.35, 3: 3.0, 5: 1.6, 6: 0.3, 7: 0.15, 8: 1.5, 9: 2.5, 10: 6.0, 11: 0.5}


@dataclass
class Samples:
    """Rows to learn from. `case` numbers the places; planted ones have `planted` True, clean ones False."""

    rows: list[NDArray[np.float64]]
    right: list[NDArray[np.bool_]]
    planted: list[NDArray[np.bool_]]
    case: list[NDArray[np.int64]]
    fold: list[NDArray[np.int64]]
    cases: int = 0
    words: list[int] = field(default_factory=lambda: [0] * FOLDS)
    errors: list[int] = field(default_factory=lambda: [0] * FOLDS)

    def add(self, found: Options, right: NDArray[np.bool_], planted: bool, fold: int) -> None:
        """Take in the options of one text."""
        self.rows.append(found.rows.astype(np.float32))
        self.right.append(right)
        self.planted.append(np.full(len(right), planted))
        self.case.append(self.cases + found.at)
        self.fold.append(np.full(len(right), fold))


def _plant(text: Text, tables: Tables, family: str, random: np.random.Generator) -> tuple[Text, NDArray[np.int64]]:
    """The text with some words replaced by words they may be mistaken for, and the places."""
    change = tables.changes[family]
    wrongs, rights = np.repeat(np.arange(len(change.start) - 1), np.diff(change.start)), change.to
    order = np.argsort(rights, kind="stable")
    first = np.searchsorted(rights[order], np.arange(len(tables.words) + 1))
    weight = np.ones(len(order))
    if family == "word":
        weight = np.array([LIKELY.get(k, 1.0) for k in range(16)])[change.kind[order]]
    total = np.concatenate([[0.0], np.cumsum(weight)])
    low, high = total[first[text.ids]], total[first[text.ids + 1]]
    places = np.flatnonzero(text.free & ~text.upper & (high > low))
    share = 3 * SHARE if family == "prep" else 2.5 * SHARE / (1 + tables.seen[text.ids[places]] / 300) ** 0.4
    if family == "word":
        share = share * (1 - np.exp(low[places] - high[places]))
    chosen = places[random.random(len(places)) < share]
    chosen = chosen[np.diff(chosen, prepend=-9) > 3]
    aim = low[chosen] + random.random(len(chosen)) * (high - low)[chosen]
    pick = np.minimum(np.searchsorted(total, aim, side="right") - 1, first[text.ids[chosen] + 1] - 1)
    ids = text.ids.copy()
    ids[chosen] = wrongs[order][pick]
    return text.with_words(ids), chosen


def gather(collection: Collection, lexicon: Lexicon, general: Arrays, family: str, tables: list[Tables]) -> Samples:
    """Rows of all CVs and ads, each with counts that leave its fold out."""
    out = Samples([], [], [], [], [])
    random = np.random.default_rng(SEED)
    known = Counter(s for keys in collection.keys for s in _sentences(keys))
    for fold, table in enumerate(tables):
        whole = [collection.tokens(t) for t in folds(collection, fold)]
        for tokens in [*whole, *mixtures(whole, known, random)]:
            text = Text.of(tokens, table)
            found = options(table, text, family)
            out.add(found, np.zeros(len(found.at), dtype=np.bool_), False, fold)
            out.cases += len(text.ids)
            for _ in range(PASSES):
                bad, places = _plant(text, table, family, random)
                found = options(table, bad, family, places)
                out.add(found, found.to == text.ids[found.at], True, fold)
                out.cases += len(text.ids)
                out.errors[fold] += len(places)
            out.words[fold] += int(text.free.sum())
    return out


def _sentences(keys: list[str]) -> list[tuple[str, ...]]:
    edges = [i for i, k in enumerate(keys) if k == "<s>"]
    return [tuple(keys[a:b]) for a, b in zip(edges[1::2], edges[2::2], strict=False)]


def mixtures(
    texts: list[list[Token]], known: Counter[tuple[str, ...]], random: np.random.Generator
) -> list[list[Token]]:
    """The texts' sentences shuffled: what the reader meets where a document does not repeat its own words."""
    sentences: list[list[Token]] = []
    for tokens in texts:  # a sentence that other texts have too would be too easy
        edges = [i for i, t in enumerate(tokens) if t.key == "<s>"]
        pieces = [tokens[a:b] for a, b in zip(edges[1::2], edges[2::2], strict=False) if b - a > 5]
        sentences += [p for p in pieces if known[tuple(t.key for t in p)] == 1]
    order = random.permutation(len(sentences))
    edge = Token("", "<s>", 0, 0, 0)
    out = []
    for start in range(0, len(order), 250):
        mixed = [edge]
        for i in order[start : start + 250]:
            mixed += [edge, *sentences[i][1:], edge]
        out.append([*mixed, edge])
    return out


def folds(collection: Collection, fold: int) -> list[int]:
    """The CVs and ads that a fold holds back."""
    held = [i for i, kind in enumerate(collection.kinds) if kind in ("cv", "ad")]
    return held[fold::FOLDS]


def tables_without(collection: Collection, lexicon: Lexicon, general: Arrays, fold: int) -> Tables:
    """Tables counted from everything but a fold."""
    held = set(folds(collection, fold))
    rest = [i for i in range(len(collection.keys)) if i not in held]
    return unpack({**lexicon.arrays(), **count(collection, lexicon, rest), **general})


def _fit(rows: NDArray[np.float32], right: NDArray[np.bool_], planted: NDArray[np.bool_], rounds: int):  # type: ignore[no-untyped-def]
    import lightgbm

    weight = np.where(planted & ~right, 0.3, np.where(right, 1.0, 1.0))
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(rows, right.astype(np.int8), weight=weight), rounds)


def _best(case: NDArray[np.int64], score: NDArray[np.float64]) -> NDArray[np.int64]:
    """The index of the best row of each case."""
    order = np.lexsort((-score, case))
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = case[order][1:] != case[order][:-1]
    picked: NDArray[np.int64] = order[first]
    return picked


def train(samples: Samples, name: str, say: Callable[[str], None], rounds: int) -> Arrays:
    """The trees of a family; says what they find on CVs held out."""
    rows, right = np.concatenate(samples.rows), np.concatenate(samples.right)
    planted, case, fold = (np.concatenate(x) for x in (samples.planted, samples.case, samples.fold))
    score = np.zeros(len(rows))
    for f in MEASURED:
        model = _fit(rows[fold != f], right[fold != f], planted[fold != f], rounds)
        score[fold == f] = model.predict(rows[fold == f], raw_score=True)
    held = np.flatnonzero(np.isin(fold, MEASURED))
    best = held[_best(case[held], score[held])]
    words, errors = (sum(x[f] for f in MEASURED) for x in (samples.words, samples.errors))
    alarms = np.sort(score[best][~planted[best]])[::-1]
    limits = [float(alarms[min(len(alarms) - 1, int(a * words / 1000))]) for a in ALARMS]
    for alarm, limit in zip(ALARMS, limits, strict=True):
        hit = planted[best] & (score[best] > limit)
        say(f"{name}: {alarm:5} alarms per 1,000 words: found {hit.sum() / errors:.3f}, "
            f"corrected {(hit & right[best]).sum() / errors:.3f}")  # fmt: skip
    model = _fit(rows, right, planted, rounds)
    return {f"trees_{name}_{k}": v for k, v in export(model.dump_model()).items()} | {
        f"trees_{name}_grid": np.maximum.accumulate(np.array(limits) + 1e-9 * np.arange(len(limits))),
        f"trees_{name}_scores": np.array(SCORES),
    }


def export(dump: dict) -> Arrays:  # type: ignore[type-arg]
    """LightGBM's trees as arrays."""
    nodes: list[tuple[int, float, int, int, float]] = []
    deepest = 0

    def walk(node: dict, depth: int) -> int:  # type: ignore[type-arg]
        nonlocal deepest
        deepest = max(deepest, depth)
        number = len(nodes)
        if "leaf_value" in node:
            nodes.append((-1, 0.0, 0, 0, node["leaf_value"]))
            return number
        nodes.append((0, 0.0, 0, 0, 0.0))
        left, right = walk(node["left_child"], depth + 1), walk(node["right_child"], depth + 1)
        nodes[number] = (node["split_feature"], node["threshold"], left, right, 0.0)
        return number

    roots = [walk(tree["tree_structure"], 0) for tree in dump["tree_info"]]
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    return {
        "roots": np.array(roots, dtype=np.uint32),
        "feature": np.array(feature, dtype=np.int16),
        "threshold": np.array(threshold, dtype=np.float64),
        "left": np.array(left, dtype=np.uint32),
        "right": np.array(right, dtype=np.uint32),
        "value": np.array(value, dtype=np.float32),
        "depth": np.array(deepest),
    }


def train_all(collection: Collection, lexicon: Lexicon, general: Arrays, say: Callable[[str], None]) -> Arrays:
    """The trees of every family."""
    tables = [tables_without(collection, lexicon, general, fold) for fold in range(FOLDS)]
    say("counted the folds")
    out: Arrays = {}
    for family in FAMILIES:
        samples = gather(collection, lexicon, general, family, tables)
        say(f"{family}: {sum(map(len, samples.rows))} rows, {sum(samples.errors)} planted, {sum(samples.words)} words")
        out |= train(samples, family, say, ROUNDS)
    return out
