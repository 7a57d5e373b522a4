"""How long a cold check takes, beside each embedded reader by itself, in the same run.

    python -m benchmarks.speed [--cv FILE] [--rounds 5]

Each is a fresh process from start to its answer; the rounds alternate, so that a busy moment of the machine meets all
alike. Asked for: the whole check within 1.6 times the slower of the two readers.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from cvlint.loaders import load

CV = Path(__file__).parents[2] / "fixtures" / "cvs" / "nz-nurse" / "cv.docx"
LINGOTWEAKER = "import sys, lt_py; lt_py.Engine('en-US').check(open(sys.argv[1]).read())"
HARPER = (
    "import sys; from harper import Dialect, Linter; "
    "Linter(Dialect.AMERICAN).organized_lints(open(sys.argv[1]).read(), language='plaintext')"
)


def seconds(command: list[str]) -> float:
    # Installed programs are compiled once; a shell that forbids it would measure the compiler.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, env=env, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cv", type=Path, default=CV)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        document = load(options.cv)
        file.write(document.text)
        file.flush()
        python = sys.executable
        commands = {
            "cvlint check": [python, "-m", "cvlint", "check", str(options.cv), "--output-format", "json", "--no-cache"],
            "LingoTweaker alone": [python, "-c", LINGOTWEAKER, file.name],
            "Harper alone": [python, "-c", HARPER, file.name],
            "cvlint --help": [python, "-m", "cvlint", "--help"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                times[name].append(seconds(command))
    print(f"{options.cv.name}: {len(document.text.split())} words; {options.rounds} rounds, seconds\n")
    print(f"{'':20} {'least':>7} {'median':>7}")
    for name, taken in times.items():
        print(f"{name:20} {min(taken):7.2f} {median(taken):7.2f}")
    slower = max(median(times["LingoTweaker alone"]), median(times["Harper alone"]))
    print(f"\nthe whole check takes {median(times['cvlint check']) / slower:.2f} times the slower reader (asked: 1.6)")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest process of all: {peak:.0f} MB")


if __name__ == "__main__":
    main()
