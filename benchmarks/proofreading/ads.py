"""Job ads that firms published, proofread: errors per 1,000 words, and a random draw of findings for a person to judge.

    python -m benchmarks.proofreading.ads --corpus DIR [--seed N] [--judged FILE]

`--corpus DIR` holds `ads/us` and `ads/uk`. Prints the errors per 1,000 words of each country and of both, then the
findings of the draw that have no verdict yet, then the share that was judged right. The draw is of `SIZE` findings of
severity error or warning, each as likely as any other. Verdicts are kept as `benchmarks/rules/sample.py` describes:
code, file, the flagged characters, verdict, reason; no sentence of an ad.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from benchmarks.proofreading.__main__ import FAMILIES
from benchmarks.rules.clean import TODAY
from benchmarks.rules.sample import lower, verdicts
from cvlint.config.schema import Config
from cvlint.model.finding import Finding, Severity
from cvlint.model.report import FileStatus
from cvlint.runner import Run

COUNTRIES = (("us", "en-US"), ("uk", "en-GB"))
SEED = 20260601
SIZE = 200
MOST_ERRORS = 1.0
"""Findings of severity error per 1,000 words that are asked for at most."""
Found = list[tuple[Path, Finding]]


def proofread(folder: Path, locale: str) -> tuple[Found, int]:
    """The proofreading findings, error or warning, of a folder's ads, and the number of words. A failed file raises."""
    found: Found = []
    words = 0
    with Run(Config(locale=locale), TODAY) as run:
        for path in sorted(folder.glob("*.txt")):
            report = run.check(path)
            if report.status is not FileStatus.CHECKED:
                raise RuntimeError(f"{path} was not checked")
            words += report.words
            found += [
                (path, f) for f in report.findings if f.code.startswith(FAMILIES) and f.severity is not Severity.INFO
            ]
    return found, words


def rate(name: str, found: Found, words: int) -> float:
    """Errors per 1,000 words, printed with the warnings and the codes."""
    errors = sum(f.severity is Severity.ERROR for _, f in found)
    codes = Counter(f.code for _, f in found)
    print(
        f"{name:5} {words} words: errors {1000 * errors / words:.2f} per 1,000 words ({errors}), "
        f"warnings {1000 * (len(found) - errors) / words:.2f}; " + ", ".join(f"{c} {n}" for c, n in codes.most_common())
    )
    return 1000 * errors / words


def key(path: Path, finding: Finding) -> tuple[str, str, str]:
    """What a verdict is filed under."""
    return finding.code, f"{path.parent.name}/{path.name}", " ".join(finding.text.split())[:24]


def judge(sample: Found, file: Path) -> None:
    """Print what of a draw has no verdict, and the share that is right of what has one."""
    said = {(v["code"], v["file"], v["flagged"]): v["verdict"] for v in verdicts(file)}
    counts: Counter[str] = Counter()
    for path, f in sorted(sample, key=lambda pf: (pf[1].code, str(pf[0]))):
        verdict = said.get(key(path, f), "unjudged")
        counts[verdict] += 1
        if verdict == "unjudged":
            print("\t".join(key(path, f)), f.severity.value, f"→ {f.suggestions[:1]}", repr(f.context), sep="\t")
    right, all_ = counts["right"], counts["right"] + counts["wrong"]
    if all_:
        print(f"right {right}/{all_} = {right / all_:.3f} (at least {lower(right, all_):.3f})", end="; ")
    print(f"open {counts['open']}, unjudged {counts['unjudged']} of {len(sample)}")


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the rates and the draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--judged", type=Path, default=Path(__file__).parent / "judged-ads.tsv")
    options = parser.parse_args(None if arguments is None else list(arguments))
    found: Found = []
    words = 0
    for country, locale in COUNTRIES:
        here, count = proofread(options.corpus / "ads" / country, locale)
        rate(country, here, count)
        found, words = found + here, words + count
    errors = rate("both", found, words)
    print(f"asked: at most {MOST_ERRORS}: {'reached' if errors <= MOST_ERRORS else 'NOT reached'}")
    judge(random.Random(options.seed).sample(found, min(SIZE, len(found))), options.judged)


if __name__ == "__main__":
    main()
