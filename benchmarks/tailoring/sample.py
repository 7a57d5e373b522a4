"""Random findings of the JO rules on pairs of a corpus's CVs and ads, to be judged by eye.

`python -m benchmarks.tailoring.sample --corpus DIR --rule JO004 [--count 40] [--seed 1] [--tsv]`. Half of the pairs
come from one sector. `--tsv` prints the lines of `judged.tsv` (no text of the corpus) with an empty verdict.
"""

from __future__ import annotations

import argparse
import inspect
import random
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from cvlint.catalogue.card import Rule
from cvlint.catalogue.find import built_in
from cvlint.facts import Facts
from cvlint.findings import with_fingerprints
from cvlint.job import read_ad
from cvlint.loaders import load
from cvlint.model.finding import Finding
from cvlint.model.job import JobAd
from cvlint.resume import Resume, read_resume

TODAY = date(2026, 6, 1)
SECTORS = {
    "accountant": "accounting",
    "finance": "accounting",
    "banking": "accounting",
    "healthcare": "healthcare",
    "engineering": "engineering",
    "construction": "engineering",
    "automobile": "engineering",
    "sales": "sales",
    "business-development": "sales",
}


@lru_cache(maxsize=400)
def resume_of(file: Path) -> Resume:
    return read_resume(load(file), TODAY)


@lru_cache(maxsize=400)
def ad_of(file: Path) -> JobAd:
    return read_ad(load(file))


def pairs(corpus: Path, seed: int) -> Iterator[tuple[Path, Path]]:
    """Endless pairs of a CV and an ad, every second one of the same sector."""
    chance = random.Random(seed)
    cvs, ads = sorted(corpus.glob("cv-text/*.txt")), sorted(corpus.glob("ads/*/*.txt"))
    while True:
        cv = chance.choice(cvs)
        sector = SECTORS.get(cv.name.split("_")[0], "emscad")
        yield cv, chance.choice(ads)
        yield cv, chance.choice([a for a in ads if a.name.startswith(sector)])


def findings(rule: Rule, cv: Path, ad: Path) -> list[Finding]:
    """The findings of one rule on one pair, with their fingerprints."""
    resume, job = resume_of(cv), ad_of(ad)
    if not job.requirements:
        return []
    facts = Facts(document=resume.document, resume=resume, today=TODAY, job=job)
    text = resume.document.text
    card = rule.card
    matches = facts.ask(rule.check, inspect.signature(rule.check).parameters, rule.defaults)
    found = [
        Finding(
            card.code, card.name, card.severity, card.message.format(found=text[m.start : m.end], **m.data),
            text[m.start : m.end], "", m.start, m.end, resume.document.line_at(m.start),
        )
        for m in matches
    ]  # fmt: skip
    return with_fingerprints(found, resume.document)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--rule", required=True)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=6000, help="pairs to try at most")
    parser.add_argument("--tsv", action="store_true")
    args = parser.parse_args()
    rule = next(r for r in built_in() if r.code == args.rule)
    shown, seen = 0, set()
    for number, (cv, ad) in enumerate(pairs(args.corpus, args.seed)):
        if shown >= args.count or number >= args.most:
            break
        for f in findings(rule, cv, ad)[:1]:
            if (ad.name, f.message) in seen:
                continue
            seen.add((ad.name, f.message))
            shown += 1
            print(f"{f.code}\t{cv.stem}\t{ad.stem}\t{f.fingerprint}\t" + ("" if args.tsv else f"{f.text}\t{f.message}"))


if __name__ == "__main__":
    main()
