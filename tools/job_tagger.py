"""Train the two CRFs of the reader of ads: `python tools/job_tagger.py --corpus DIR [--out DIR]`.

Run `tools/job_groups.py` first: `job_hard` sees words by their groups. `job_hard` learns named skills from SkillSpan's
training part (MIT) alone; `job_soft` learns abilities from SkillSpan's training part and Green's (CC BY 4.0). L-BFGS
from zero weights over features in a fixed order gives the same bytes each time on one machine.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from cvlint.job.named import bare, seen
from cvlint.job.pieces import pieces
from cvlint.job.reading import rows_of
from cvlint.job.tagger import chances, cut
from cvlint.job.tokens import Token, tokens
from cvlint.model.document import Document

DATA = Path(__file__).parent.parent / "cvlint" / "data"
PARAMETERS = {"hard": (0.05, 0.8, 100), "soft": (3.0, 0.1, 150)}
"""L1, L2 and rounds, by cross-validation on the training part."""
STRONGEST = 24_500
"""What `job_hard` sees is cut down to so many things, so that both models stay under 3 MB together."""
THRESHOLDS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]
Example = tuple[list[list[str]], list[str]]


def skillspan(file: Path, layer: str) -> list[tuple[str, list[tuple[int, int]]]]:
    """Whole ads of SkillSpan: text (a line a sentence) and the marked ranges of one layer."""
    ads: dict[tuple[str, int], list[dict[str, list[str]]]] = defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            ads[(row["source"], row["idx"])].append(row)
    out = []
    for sentences in ads.values():
        text, gold = "", []
        for row in sentences:
            start = None
            for word, tag in zip([*row["tokens"], ""], [*row[layer], "O"], strict=True):
                if start is not None and not tag.startswith("I"):
                    gold.append((start, len(text) - 1))
                    start = None
                if tag.startswith("B"):
                    start = len(text)
                text += word + " "
            text = text.rstrip(" ") + "\n"
        out.append((text, gold))
    return out


def conll(file: Path) -> list[tuple[str, list[tuple[int, int]]]]:
    """Sentences of a CoNLL file, each as an ad of its own."""
    out = []
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip()]
        text, gold, start = "", [], None
        for word, tag in [*((r[0], r[-1]) for r in rows), ("", "O")]:
            if start is not None and not tag.startswith("I"):
                gold.append((start, len(text) - 1))
                start = None
            if tag.startswith("B"):
                start = len(text)
            text += ("," if word == '"' else word) + " "
        if rows:
            out.append((text.rstrip() + "\n", gold))
    return out


def read(text: str, name: str) -> Iterator[tuple[list[Token], list[list[str]]]]:
    """The words of each piece of an ad and what the tagger `name` sees of them."""
    document = Document("ad.txt", "txt", text)
    cut_up = pieces(document)
    if name == "soft":
        yield from ((words, rows) for words, rows, _ in rows_of(document, cut_up))
        return
    for piece in cut_up:
        words = bare(tokens(text, piece.start, piece.end))
        yield words, seen(text, words, piece)


def examples(text: str, gold: list[tuple[int, int]], name: str) -> Iterator[Example]:
    """A training sequence for each piece of an ad."""
    for words, rows in read(text, name):
        tags = ["O"] * len(words)
        for a, b in gold:
            inside = [i for i, w in enumerate(words) if w.start < b and w.end > a]
            for n, i in enumerate(inside):
                tags[i] = "I" if n else "B"
        if rows:
            yield rows, tags


def train(data: list[Example], file: Path, c1: float, c2: float, rounds: int) -> None:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for rows, tags in data:
        trainer.append(rows, tags)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": rounds, "feature.possible_transitions": True})
    trainer.train(str(file))


def strongest(data: list[Example], file: Path, most: int) -> list[Example]:
    """The examples with only what weighs most in the model at `file`: less is lost than by a stronger L1."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(file))
    weights: dict[str, float] = defaultdict(float)
    for (seen_as, _), weight in tagger.info().state_features.items():
        weights[seen_as] = max(weights[seen_as], abs(weight))
    kept = set(sorted(weights, key=lambda name: (-weights[name], name))[:most])
    return [([[name for name in row if name in kept] for row in rows], tags) for rows, tags in data]


def score(file: Path, ads: list[tuple[str, list[tuple[int, int]]]], thresholds: list[float], name: str) -> None:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(file))
    read_ads = [
        ([(words, *chances(tagger, rows)) for words, rows in read(text, name) if rows], set(gold)) for text, gold in ads
    ]
    for threshold in thresholds:
        n = [0, 0, 0, 0, 0]
        for found, gold in read_ads:
            mine = {
                (words[s.first].start, words[s.last - 1].end)
                for words, begin, inside in found
                for s in cut(begin, inside, threshold)
            }
            n[0] += len(mine)
            n[1] += len(gold)
            n[2] += len(mine & gold)
            n[3] += sum(any(a < d and b > c for c, d in gold) for a, b in mine)
            n[4] += sum(any(a < d and b > c for a, b in mine) for c, d in gold)
        line = f"threshold {threshold}:"
        for kind, p, r in (("strict", n[2] / n[0], n[2] / n[1]), ("relaxed", n[3] / n[0], n[4] / n[1])):
            line += f"  {kind} P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f}"
        print(line, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DATA)
    parser.add_argument("--only", choices=("hard", "soft"))
    parser.add_argument("--measure", action="store_true", help="score on SkillSpan dev after training")
    parser.add_argument(
        "--with-dev",
        action="store_true",
        help="learn from SkillSpan's dev part too (do not measure on it then)",
    )
    args = parser.parse_args()
    skills = args.corpus / "skills"
    for name, layer in (("hard", "tags_knowledge"), ("soft", "tags_skill")):
        if args.only and args.only != name:
            continue
        ads = skillspan(skills / "skillspan" / "train.json", layer)
        if args.with_dev:
            ads += skillspan(skills / "skillspan" / "dev.json", layer)
        if name == "soft":
            ads += conll(skills / "green" / "train.conll")
        data = [e for text, gold in ads for e in examples(text, gold, name)]
        file = args.out / f"job_{name}.crfsuite"
        train(data, file, *PARAMETERS[name])
        if name == "hard":
            train(strongest(data, file, STRONGEST), file, *PARAMETERS[name])
        print(name, len(data), "pieces", file.stat().st_size, "bytes", flush=True)
        if args.measure:
            score(file, skillspan(skills / "skillspan" / "dev.json", layer), THRESHOLDS, name)


if __name__ == "__main__":
    main()
