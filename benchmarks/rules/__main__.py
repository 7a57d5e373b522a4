"""`python -m benchmarks.rules`: recall on planted mistakes, findings on clean CVs, cost of each rule.

`--corpus DIR --sample 300 --seed 7` prints a sample of findings on real CVs to be judged; `--judged FILE` prints the
precision of those judged.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.rules import clean, harness, harness_cost, sample


def main() -> int:
    """0 where every figure is as asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rules", description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", nargs="*", default=(), help="codes or families")
    parser.add_argument("--each", type=int, default=5, help="how many clean CVs for each rule that proofreads")
    parser.add_argument("--part", choices=("recall", "clean", "cost"), help="one part alone")
    parser.add_argument("--corpus", type=Path, help="a folder with cv-text/, pdf/ and docx/")
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument(
        "--files", type=int, default=400, help="how many CVs of the corpus to check; 0: all but Word files"
    )
    parser.add_argument("--infos", action="store_true", help="sample infos instead of errors and warnings")
    parser.add_argument("--judged", type=Path, help="the file of verdicts")
    asked = parser.parse_args()
    if asked.corpus:
        drawn = sample.draw(asked.corpus, asked.sample, asked.seed, asked.files, asked.infos)
        sample.print_sample(drawn, asked.judged)
        return 0
    if asked.judged:
        sample.report_precision(asked.judged)
        return 0
    good = True
    if asked.part in (None, "clean"):
        good &= clean.report_clean()
    bench = harness.Bench()
    try:
        if asked.part in (None, "recall"):
            good &= harness.report_recall(bench, asked.seed, asked.only, asked.each)
        if asked.part in (None, "cost"):
            good &= harness_cost.report_cost(bench)
    finally:
        bench.close()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
