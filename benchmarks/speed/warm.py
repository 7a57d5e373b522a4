"""Check some CVs with readers that are loaded already, as `--watch` does: `python -m benchmarks.speed.warm CV...`."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from benchmarks.speed.texts import CV
from cvlint.config.schema import Config
from cvlint.executor import side_by_side
from cvlint.runner import Run


def main() -> None:
    paths = list(map(Path, sys.argv[1:]))
    with Run(Config(), date.today()) as run:
        run.start()
        run.check(CV)
        start = time.perf_counter()
        marks = sum(len(entry.report.findings) for _, entry in side_by_side(run, paths, paths, [], ()))
        print(f"seconds inside: {time.perf_counter() - start:.3f}")
        print(f"marks: {marks}")


if __name__ == "__main__":
    main()
