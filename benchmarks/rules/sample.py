"""A random sample of what the rules say of real CVs, to be judged by a person; and precision of what was judged.

Verdicts are kept in a tab-separated file: code, file, the flagged characters (the first 24) or the fingerprint, verdict
(right, wrong, open), reason. The reason is in the judge's own words.

The latest: judged-joint-3.tsv (before a mending) is `--files 0 --sample 300 --seed 300`, judged-joint-4.tsv
`--files 0 --sample 200 --seed 411`, judged-joint-5.tsv `--files 0 --sample 150 --seed 523`. judged-families.tsv holds
up to 60 findings of each family of which a joint sample holds few: it tells of each family, not of all together.
"""

from __future__ import annotations

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt
from pathlib import Path

from benchmarks.rules.clean import TODAY
from cvlint.config.schema import Config
from cvlint.model.finding import Finding, Severity
from cvlint.runner import Run

ANONYMISED = ("CT001", "CT002", "CT003")
"""Rules about what anonymised CVs lack by their nature."""
FIELDS = ("code", "file", "flagged", "verdict", "reason")


def corpus_files(corpus: Path) -> list[Path]:
    """The CVs of a corpus."""
    folders = (("cv-text", "txt"), ("pdf", "pdf"), ("docx", "docx"))
    return sorted(p for folder, ending in folders for p in (corpus / folder).glob(f"*.{ending}"))


def draw(corpus: Path, size: int, seed: int, files: int, infos: bool = False) -> list[tuple[Path, Finding]]:
    """`size` findings, each as likely as any other, of `files` CVs drawn at random; errors and warnings, or infos.

    With 0 `files` they come from every text and every PDF.
    """
    rng = random.Random(seed)
    paths = corpus_files(corpus)
    paths = rng.sample(paths, min(files, len(paths))) if files else [p for p in paths if p.suffix != ".docx"]
    found: list[tuple[Path, Finding]] = []
    config = Config.model_validate({"ignore": ANONYMISED})
    with Run(config, TODAY) as run:
        for path in paths:
            report = run.check(path)
            found += [(path, f) for f in report.findings if (f.severity is Severity.INFO) is infos]
    counts = Counter(f.code for _, f in found)
    print(f"{len(found)} findings in {len(paths)} CVs: " + ", ".join(f"{c} {n}" for c, n in counts.most_common()))
    return rng.sample(found, min(size, len(found)))


def print_sample(sample: Sequence[tuple[Path, Finding]], judged: Path | None) -> None:
    """Print the findings that nobody has judged yet."""
    done = {(v["code"], v["file"], v["flagged"]) for v in verdicts(judged)} if judged else set()
    for path, f in sorted(sample, key=lambda pf: (pf[1].code, str(pf[0]))):
        flagged = " ".join(f.text.split())[:24]
        if not done & {(f.code, path.name, flagged), (f.code, path.name, f.fingerprint)}:
            print(f"{f.code}\t{path.name}\t{flagged}\t{f.text[:60]!r} → {f.suggestions[:1]}\t{f.context!r}")


def verdicts(path: Path) -> list[dict[str, str]]:
    """The verdicts in a file. Raises `ValueError` for a verdict that is none."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file, FIELDS, delimiter="\t", quoting=csv.QUOTE_NONE) if r["code"] != "code"]
    for row in rows:
        if row["verdict"] not in ("right", "wrong", "open"):
            raise ValueError(f"{path}: {row['verdict']!r} is no verdict")
    return rows


def report_precision(path: Path) -> None:
    """Print precision by family and by code, with the lower bound of its 95 % interval (Wilson)."""
    for by in ("family", "code"):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for row in verdicts(path):
            key = row["code"] if by == "code" else row["code"].rstrip("0123456789")
            counts[key][row["verdict"]] += 1
            if by == "family":
                counts["all"][row["verdict"]] += 1
        for key, count in sorted(counts.items()):
            right, all_ = count["right"], count["right"] + count["wrong"]
            if all_:
                least = lower(right, all_)
                print(f"{key:6} {right}/{all_} = {right / all_:.3f}  (at least {least:.3f}), open {count['open']}")
        print()


def lower(right: int, all_: int, z: float = 1.96) -> float:
    """The lower bound of Wilson's interval."""
    p = right / all_
    middle = p + z * z / (2 * all_)
    return (middle - z * sqrt(p * (1 - p) / all_ + z * z / (4 * all_ * all_))) / (1 + z * z / all_)
