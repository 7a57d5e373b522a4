"""Group words by how ads use them: `python tools/job_groups.py --corpus DIR [--out DIR]`.

Counts of what stands up to two words before and after a word, as positive mutual information, cut down to a few
dimensions (a randomised SVD from a fixed start), then k-means on the sphere. Only the words and their numbers are
kept, no sentence; the same corpus gives the same bytes on one machine.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cvlint.job.named import key
from cvlint.job.tokens import tokens

DATA = Path(__file__).parent.parent / "cvlint" / "data"
RAREST = 4
"""How often a word must be seen to be grouped."""
NEIGHBOURS = 2500
"""The most frequent words; only they are counted as neighbours."""
DIMENSIONS = 64
SIZES = (48, 160, 512)
"""How many groups, from wide to narrow."""
Matrix = NDArray[np.float32]


def lines(corpus: Path) -> Iterator[str]:
    """Ads, and the sentences that the taggers are trained on; never those they are measured on."""
    for file in sorted((corpus / "ads").rglob("*.txt")):
        yield from file.read_text(encoding="utf-8", errors="replace").split("\n")
    for line in (corpus / "skills" / "skillspan" / "train.json").read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield " ".join(json.loads(line)["tokens"])
    for name in ("green", "sayfullina"):
        for block in (corpus / "skills" / name / "train.conll").read_text(encoding="utf-8").split("\n\n"):
            yield " ".join(row.split()[0] for row in block.splitlines() if row.split())


def counted(sentences: list[list[str]], words: list[str]) -> Matrix:
    """How often each word has each frequent word (or the end of the line) at each of four places around it."""
    index = {w: i for i, w in enumerate(words)}
    edge = min(NEIGHBOURS, len(words))
    found = np.zeros((len(words), 4 * (edge + 1)), dtype=np.float32)
    for sentence in sentences:
        numbers = [index.get(w, -1) for w in sentence]
        for i, word in enumerate(numbers):
            for place, d in enumerate((-2, -1, 1, 2)):
                other = numbers[i + d] if 0 <= i + d < len(numbers) else edge
                if word >= 0 and 0 <= other <= edge:
                    found[word, place * (edge + 1) + other] += 1
    return found


def vectors(found: Matrix) -> Matrix:
    """Positive mutual information (rare neighbours damped) in a few dimensions, each word at length one."""
    rows, columns = found.sum(1, keepdims=True), found.sum(0, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.log(found * found.sum() / (rows * columns**0.75 * columns.sum() ** 0.25))
    information = np.maximum(np.nan_to_num(information, nan=0.0, neginf=0.0), 0).astype(np.float32)
    start = np.random.default_rng(0).standard_normal((information.shape[1], DIMENSIONS + 20)).astype(np.float32)
    reached = information @ start
    for _ in range(3):
        reached = information @ (information.T @ np.linalg.qr(reached)[0])
    basis = np.linalg.qr(reached)[0]
    left, strengths, _ = np.linalg.svd(basis.T @ information, full_matrices=False)
    out = (basis @ left)[:, :DIMENSIONS] * np.sqrt(strengths[:DIMENSIONS])
    return np.asarray(out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-9), dtype=np.float32)


def grouped(points: Matrix, weights: Matrix, size: int) -> list[int]:
    """The group of each point: k-means by cosine, frequent words weighing more."""
    centres = points[np.random.default_rng(1).choice(len(points), size, replace=False)].copy()
    for _ in range(25):
        nearest = np.argmax(points @ centres.T, 1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points * weights[:, None])
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), centres)
    return [int(n) for n in np.argmax(points @ centres.T, 1)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DATA)
    args = parser.parse_args()
    # SkillSpan has lost its commas: without them everywhere, words are seen there as in other ads.
    sentences = [[key(t.text) for t in tokens(line) if t.text not in ',"'] for line in lines(args.corpus)]
    count = Counter(w for sentence in sentences for w in sentence)
    words = sorted((w for w, n in count.items() if n >= RAREST), key=lambda w: (-count[w], w))
    points = vectors(counted(sentences, words))
    weights = np.sqrt(np.array([count[w] for w in words], dtype=np.float32))
    groups = [grouped(points, weights, size) for size in SIZES]
    rows = sorted("\t".join([w, " ".join(str(g[i]) for g in groups)]) for i, w in enumerate(words))
    head = (
        "# Made by tools/job_groups.py: words and the groups of words that job ads use like them; counts, no sentence."
    )
    (args.out / "job_groups.txt").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8", newline="\n")
    print(len(words), "words")


if __name__ == "__main__":
    main()
