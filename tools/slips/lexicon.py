"""The words of the slips tables and which of them may stand for which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cvlint.proofreaders.slips.stream import SPECIALS, UNKNOWN
from cvlint.proofreaders.slips.tables import TAGS, Arrays
from tools.slips import lexical
from tools.slips.counting import Collection

Links = dict[str, dict[str, int]]


@dataclass
class Lexicon:
    """`words` by number (the special tokens first), their frequency in English, and changes family by family."""

    words: list[str]
    zipf: NDArray[np.float64]
    valid: NDArray[np.bool_]
    changes: dict[str, dict[str, NDArray[np.int64]]]
    ids: list[NDArray[np.int64]]
    endings: dict[str, list[int]]

    def tag_table(self, counted: NDArray[np.float64]) -> NDArray[np.uint8]:
        """Tag counts of words as parts of 200; of words never seen what words with their ending have."""
        table = counted.copy()
        for rows in self.endings.values():
            typical = counted[rows].sum(axis=0)
            if typical.sum() > 0:
                table[rows] += 0.5 * typical / typical.sum()
        empty = table.sum(axis=1) == 0
        table[empty, TAGS.index("NN")] = 1.0
        shares = table / table.sum(axis=1, keepdims=True)
        shares[shares < 0.03] = 0.0
        stored: NDArray[np.uint8] = np.round(shares * 200).astype(np.uint8)
        return stored

    def arrays(self) -> Arrays:
        """As stored."""
        out: Arrays = {
            "words": np.frombuffer("\n".join(self.words).encode(), dtype=np.uint8),
            "zipf": np.round(self.zipf * 25).astype(np.uint8),
            "valid": self.valid,
        }
        for family, change in self.changes.items():
            out[f"{family}_n"] = change["n"].astype(np.uint16)
            out[f"{family}_to"] = change["to"].astype(np.uint32)
            out[f"{family}_kind"] = change["kind"].astype(np.uint8)
        return out


def _slips(words: list[str], targets: list[str], varcon: Path) -> tuple[Links, Links]:
    forms = lexical.inflections(words)
    variants = lexical.variants(varcon)
    target_set, word_set = set(targets), set(words)

    def kin(a: str, b: str) -> bool:
        if a in lexical.PREPOSITIONS[:11] and b in lexical.PREPOSITIONS[:11]:
            return True
        return b in forms.get(a, ()) or a in forms.get(b, ()) or frozenset((a, b)) in variants

    slips: Links = defaultdict(dict)
    for word, near in lexical.near_words(words, targets).items():
        slips[word] = {o: k for o, k in near.items() if not kin(word, o) and o not in (word + "s", word + "'s")}
    for a, b, same in lexical.homophones(words):
        if b in target_set and not kin(a, b):
            slips[a].setdefault(b, 9 if same else 11)
    for a, b in lexical.confusion_pairs():
        if a in word_set and b in word_set:
            slips[a][b] = 10
    return slips, _forms(words, target_set, forms, variants)


def _forms(
    words: list[str], targets: set[str], forms: Mapping[str, frozenset[str]], variants: set[frozenset[str]]
) -> Links:
    shapes: Links = defaultdict(dict)
    for word in words:
        for other in forms.get(word, ()):
            if other != word and other in targets and frozenset((word, other)) not in variants:
                shapes[word][other] = _shape(word, other)
        for other in (word + "ly", word[:-2] if word.endswith("ly") else ""):
            if other in targets and len(min(word, other, key=len)) > 3:
                shapes[word].setdefault(other, 12 if len(other) > len(word) else 13)
    return shapes


def _shape(word: str, other: str) -> int:
    """Which change of ending it is: from and to plain, -s, -ed, -ing, numbered 0...8; 9 for the rest."""

    def ending(form: str) -> int:
        return 3 if form.endswith("ing") else 2 if form.endswith("ed") else 1 if form.endswith("s") else 0

    a, b = ending(word), ending(other)
    return a * 3 + b - (b > a) if a != b else 9


def _pack(links: Links, words: list[str]) -> dict[str, NDArray[np.int64]]:
    number = {w: i for i, w in enumerate(words)}
    counts, to, kind = [], [], []
    for word in words:
        row = sorted((number[o], k) for o, k in links.get(word, {}).items() if o in number)
        counts.append(len(row))
        to += [o for o, _ in row]
        kind += [k for _, k in row]
    return {"n": np.array(counts), "to": np.array(to, dtype=np.int64), "kind": np.array(kind, dtype=np.int64)}


def make_lexicon(collection: Collection, corpus: Path) -> Lexicon:
    """The lexicon of a corpus."""
    from wordfreq import zipf_frequency

    seen = Counter(k for keys in collection.keys for k in keys)
    listed = (files("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    english = {line.split()[0] for line in listed.splitlines()}
    english = {w for w in english if w.isalpha() or "'" in w}
    plain = [w for w in seen if w not in SPECIALS and (seen[w] > 1 or w in english)]
    common = [w for w in set(plain) | english if w.isalpha() and seen[w] > 4]
    english |= set(lexical.near_words(set(lexical.rare_forms()) - english, common))
    words = list(SPECIALS) + sorted(set(plain) | english)
    zipf = np.array([0.0 if w in SPECIALS else zipf_frequency(w, "en") for w in words])
    frequency = dict(zip(words, zipf, strict=True))
    valid = [w for w in words[len(SPECIALS) :] if w in english or (seen[w] >= 5 and frequency[w] >= 2.8)]
    common = [w for w in valid if w.isalpha() and (seen[w] > 1 or frequency[w] >= 3.6)]
    slips, shapes = _slips([w for w in valid if w.isalpha()], common, corpus / "lexicons" / "varcon.txt")
    swaps = {p: {o: i for i, o in enumerate(lexical.PREPOSITIONS[:11]) if o != p} for p in lexical.PREPOSITIONS}
    number = {w: i for i, w in enumerate(words)}
    endings: dict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(words[len(SPECIALS) :], len(SPECIALS)):
        endings[word[-3:]].append(i)
    known = set(valid)
    return Lexicon(
        words=words,
        zipf=zipf,
        valid=np.array([w in known for w in words]),
        changes={"word": _pack(slips, words), "form": _pack(shapes, words), "prep": _pack(swaps, words)},
        ids=[np.array([number.get(k, UNKNOWN) for k in keys], dtype=np.int64) for keys in collection.keys],
        endings=endings,
    )
