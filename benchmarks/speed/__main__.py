"""How long checks take and what memory they need, beside other checkers on the same texts, all in one run.

    python -m benchmarks.speed [--corpus DIR] [--rounds 3] [--most 100]

Measured for 1, 10 and 100 CVs (those of `fixtures/`, then of the corpus: DOCX, PDF and text in turn, of 150 to 2,000
words; fixtures come again under other names where there is no corpus):

cold    a new process, nothing kept: from the command to the report on all files
cached  the same command again: no file has changed
warm    inside a process that has its readers loaded, as `--watch` has

The peers get the text that cvlint reads out of the files. Each is used where it is found: LanguageTool (`LTP_PATH`,
Java and language-tool-python; with and without the server's start), Harper (`harper-cli` or `harper`), Vale, cspell.
The least of the rounds counts, and the processor's time beside the clock's: other work on the machine disturbs it less.
Memory is the largest sum of what its processes hold for themselves alone. Processor time holds the start always.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.speed.peers import Program, peers
from benchmarks.speed.processes import Cost, cost
from benchmarks.speed.texts import CV, chosen

HARPER = (
    "import sys; from harper import Dialect, Linter; "
    "Linter(Dialect.AMERICAN).organized_lints(open(sys.argv[1]).read(), language='plaintext')"
)
LINGOTWEAKER = "import sys, lt_py; lt_py.Engine('en-US').check(open(sys.argv[1]).read())"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="a folder with docx/, pdf/ and cv-text/")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, default=100, help="the largest number of CVs")
    options = parser.parse_args()
    # Installed programs are compiled once; a shell that forbids it would measure the compiler.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CVLINT_CACHE_DIR"] = str(Path(folder) / "cache")
        start_up(Path(folder), options.rounds * 2)
        many(Path(folder), options)


def start_up(folder: Path, rounds: int) -> None:
    """One two-page CV, cold, beside each embedded reader by itself."""
    from cvlint.loaders import load

    document = load(CV)
    text = folder / "one.txt"
    text.write_text(document.text, encoding="utf-8")
    python = sys.executable
    check = [python, "-m", "cvlint", "check", str(CV), "--output-format", "json"]
    commands = {
        "cvlint check, cold": [*check, "--no-cache"],
        "LingoTweaker alone": [python, "-c", LINGOTWEAKER, str(text)],
        "Harper alone": [python, "-c", HARPER, str(text)],
        "cvlint check, cached": check,
        "cvlint --help": [python, "-m", "cvlint", "--help"],
    }
    cost(check)
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):  # in turn, so that a busy moment of the machine meets all alike
        for name, command in commands.items():
            costs[name].append(cost(command))
    print(f"One CV of {len(document.text.split())} words (DOCX); {rounds} rounds, seconds\n")
    print("| | least | median | processor | memory MB |\n|---|---|---|---|---|")
    for name, taken in costs.items():
        times = sorted(c.seconds for c in taken)
        row = (times[0], times[len(times) // 2], min(c.processor for c in taken), max(c.memory for c in taken))
        print("| {} | {:.2f} | {:.2f} | {:.2f} | {:.0f} |".format(name, *row))
    least = {name: min(c.seconds for c in taken) for name, taken in costs.items()}
    slower = max(least["LingoTweaker alone"], least["Harper alone"])
    print(f"\nA cold check takes {least['cvlint check, cold'] / slower:.2f} times the slower reader (asked: 1.6).\n")


def many(folder: Path, options: argparse.Namespace) -> None:
    """1, 10 and 100 CVs: cvlint and its peers in turn."""
    counts = [n for n in (1, 10, 100) if n <= options.most]
    files = chosen(folder, counts[-1], options.corpus)
    found, missing = peers(folder)
    programs = [*cvlints(), *found]
    (kept,) = (p for p in programs if p.name == "cvlint, cached")
    for count in counts:
        some = files[:count]
        rounds = options.rounds if count == 1 else 1 if count == 100 else min(2, options.rounds)
        costs: dict[str, list[Cost]] = {p.name: [] for p in programs}
        cost(kept.command([f.path for f in some]))  # so that the cached run finds them
        for _ in range(rounds):
            for program in programs:
                paths = [f.text if program.reads_text else f.path for f in some]
                costs[program.name].append(cost(program.command(paths)))
        words = sum(f.words for f in some)
        print(f"{count} CV{'s' * (count > 1)}, {words} words; {rounds} round{'s' * (rounds > 1)}\n")
        print("| | seconds | CVs a second | processor | memory MB | largest process MB | marks |")
        print("|---|---|---|---|---|---|---|")
        for program in programs:
            best = min(costs[program.name], key=lambda c: c.seconds)
            seconds = best.inside if best.inside is not None else best.seconds
            print(
                f"| {program.name} | {seconds:.2f} | {count / seconds:.2f} | {best.processor:.1f} | {best.memory:.0f} "
                f"| {best.largest:.0f} | {program.marks(best.output)} |"
            )
        print()
    for name in missing:
        print(f"Not run: {name}.")


def cvlints() -> list[Program]:
    """cvlint cold, cached and warm."""
    python = sys.executable
    check = [python, "-m", "cvlint", "check", "--output-format", "concise", "--fail-on", "never"]
    warm = [python, "-m", "benchmarks.speed.warm"]
    return [
        Program("cvlint, cold", lambda p: [*check, "--no-cache", *map(str, p)], reads_text=False),
        Program("cvlint, cached", lambda p: [*check, *map(str, p)], reads_text=False),
        Program("cvlint, warm", lambda p: [*warm, *map(str, p)], reads_text=False),
    ]


if __name__ == "__main__":
    main()
