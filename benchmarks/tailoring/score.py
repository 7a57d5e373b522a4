"""Score the reader of ads and the comparison in process: `python benchmarks/tailoring/score.py ads|match|spans --eval DIR --corpus DIR`."""

# ruff: noqa: E501
from __future__ import annotations

import argparse
import collections
import json
import re
import time
from datetime import date
from pathlib import Path
from typing import Any

from cvlint.job import compare, read_ad
from cvlint.loaders import load, load_text
from cvlint.model.job import JobAd
from cvlint.resume import read_resume

STOP = {
    "a",
    "an",
    "and",
    "or",
    "of",
    "in",
    "on",
    "for",
    "to",
    "the",
    "with",
    "at",
    "by",
    "as",
    "is",
    "be",
    "are",
    "experience",
    "knowledge",
    "skills",
    "skill",
    "ability",
    "strong",
    "good",
    "excellent",
    "proven",
    "years",
    "year",
    "relevant",
    "understanding",
    "working",
    "work",
}
FORMAL = ("qualification", "registration", "experience-years", "licence", "language", "right-to-work")
HARD = ("skill", "tool", "domain", "qualification", "registration", "language")


def words(text: str) -> set[str]:
    return {w.rstrip("s") for w in re.findall(r"[a-z0-9+#.&']+", text.lower()) if w not in STOP}


def same(term: str, wanted: dict[str, Any]) -> bool:
    f = words(term)
    for name in [wanted["term"], *wanted.get("aliases", [])]:
        w = words(name)
        if f and w and (len(f & w) / len(f | w) >= 0.5 or f <= w or w <= f):
            return True
    return bool(f) and f <= words(wanted["quote"])


def ratio(a: float, b: float) -> float:
    return a / b if b else float("nan")


def half(rows: list[Any], which: str | None) -> list[Any]:
    return rows if which is None else rows[0 if which == "a" else 1 :: 2]


def ads(args: argparse.Namespace) -> None:
    base = args.eval / "ads-dev"
    n: collections.Counter[str] = collections.Counter()
    rows = [json.loads(line) for line in (base / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for gold in half(rows, args.half):
        out = read_ad(load(base / "txt" / gold["file"]))
        wanted = gold["requirements"]
        n["ads"] += 1
        n["title"] += bool(words(gold["title"]) & words(out.title or ""))
        for f in out.requirements:
            match = [w for w in wanted if same(f.term, w)]
            n["found"] += 1
            n["right"] += bool(match)
            if f.level == "must":
                n["must found"] += 1
                n["must right"] += any(w["level"] == "must" for w in match)
                if args.list and not any(w["level"] == "must" for w in match):
                    print(
                        f"MUST?   {gold['file']}:{f.line} {f.term!r} gold {[w['level'] for w in match]} | {f.quote[:90]}"
                    )
            if match:
                n["level known"] += 1
                n["level right"] += any(w["level"] == f.level for w in match)
                if args.list and not any(w["level"] == f.level for w in match):
                    print(
                        f"level   {gold['file']}:{f.line} {f.term!r} {f.level} gold {[w['level'] for w in match]} | {f.quote[:90]}"
                    )
            boiler = f.line in gold["boilerplate_lines"] and not match
            n["boilerplate"] += boiler
            if args.list and not match:
                print(
                    f"wrong{'B' if boiler else ' '}  {gold['file']}:{f.line} {f.term!r} {f.kind.value} ({f.level}) | {f.quote[:80]}"
                )
        for w in wanted:
            hit = any(same(f.term, w) for f in out.requirements)
            n["wanted " + w["level"]] += 1
            n["got " + w["level"]] += hit
            if w["kind"] in FORMAL:
                n["formal wanted"] += 1
                ok = any(same(f.term, w) and f.kind == w["kind"] for f in out.requirements)
                n["formal got"] += ok
                if args.list and not ok:
                    print(f"FORMAL  {gold['file']}:{w['line']} {w['term']!r} {w['kind']} | {w['quote'][:90]}")
            if args.list and not hit:
                print(
                    f"missed  {gold['file']}:{w['line']} {w['term']!r} ({w['kind']} {w['level']}) | {w['quote'][:90]}"
                )
    p, r = (
        ratio(n["right"], n["found"]),
        ratio(
            sum(n["got " + x] for x in ("must", "nice", "mention")),
            sum(n["wanted " + x] for x in ("must", "nice", "mention")),
        ),
    )
    print(
        f"requirements: precision {p:.3f}  recall {r:.3f}  F1 {ratio(2 * p * r, p + r):.3f}  per ad {ratio(n['found'], n['ads']):.1f}"
    )
    print(
        f"must-haves: precision {ratio(n['must right'], n['must found']):.3f}  recall {ratio(n['got must'], n['wanted must']):.3f}  level right {ratio(n['level right'], n['level known']):.3f}"
    )
    print(
        f"recall nice {ratio(n['got nice'], n['wanted nice']):.3f}  mention {ratio(n['got mention'], n['wanted mention']):.3f}"
    )
    print(
        f"formal kinds: recall {ratio(n['formal got'], n['formal wanted']):.3f}   boilerplate, per ad {ratio(n['boilerplate'], n['ads']):.2f}   title {ratio(n['title'], n['ads']):.3f}"
    )


def match(args: argparse.Namespace) -> None:
    base, cvs = args.eval / "ads-dev", args.corpus / "cv-text"
    n: collections.Counter[str] = collections.Counter()
    rows = [json.loads(line) for line in (base / "match.jsonl").read_text(encoding="utf-8").splitlines()]
    for gold in half(rows, args.half):
        resume = read_resume(load(cvs / gold["cv"]), date(2026, 6, 1))
        comparison = compare(read_ad(load(base / "txt" / gold["ad"])), resume)
        for item in gold["items"]:
            mine = [
                e
                for e in comparison.evidence
                if same(e.requirement.term, {"term": item["term"], "quote": item["term"]})
            ]
            if not mine:
                n["not read"] += 1
                continue
            has, says = item["status"] != "absent", any(e.status != "absent" for e in mine)
            n["judged"] += 1
            n["agree"] += has == says
            n["called missing"] += not says
            n["called missing, is there"] += has and not says
            n["called there, is missing"] += says and not has
            if args.list and has != says:
                print(
                    f"{'false missing' if has else 'false present'}  {gold['cv']} / {gold['ad']}: {item['term']!r} {item['evidence']!r} mine {[(e.requirement.term, e.status.value, e.found_as) for e in mine]}"
                )
    print(dict(n))
    print(
        f"agreement {ratio(n['agree'], n['judged']):.3f}  precision of 'missing' {1 - ratio(n['called missing, is there'], n['called missing']):.3f}"
    )


def gold_spans(file: Path) -> list[tuple[str, set[tuple[int, int]]]]:
    found: dict[tuple[str, int], list[dict[str, Any]]] = collections.defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            s = json.loads(line)
            found[(s["source"], s["idx"])].append(s)
    out = []
    for sentences in found.values():
        text, gold = "", set()
        for s in sentences:
            start = None
            for token, tag in zip([*s["tokens"], ""], [*s["tags_knowledge"], "O"], strict=True):
                if start is not None and not tag.startswith("I"):
                    gold.add((start, len(text) - 1))
                    start = None
                if tag.startswith("B"):
                    start = len(text)
                text += token + " "
            text = text.rstrip(" ") + "\n"
        out.append((text, gold))
    return out


def score_spans(pairs: list[tuple[set[tuple[int, int]], set[tuple[int, int]]]]) -> str:
    strict = found = wanted = over_found = over_gold = 0
    for mine, gold in pairs:
        strict += len(mine & gold)
        found, wanted = found + len(mine), wanted + len(gold)
        over_found += sum(any(a < d and b > c for c, d in gold) for a, b in mine)
        over_gold += sum(any(a < d and b > c for a, b in mine) for c, d in gold)
    lines = []
    for name, p, r in (
        ("strict", ratio(strict, found), ratio(strict, wanted)),
        ("relaxed", ratio(over_found, found), ratio(over_gold, wanted)),
    ):
        lines.append(f"{name} P {p:.3f} R {r:.3f} F1 {ratio(2 * p * r, p + r):.3f}")
    return "   ".join([*lines, f"{ratio(found, len(pairs)):.0f} an ad"])


def mentions(ad: JobAd) -> set[tuple[int, int]]:
    return {m for r in ad.requirements if r.kind.value in HARD for m in r.mentions}


def spans(args: argparse.Namespace) -> None:
    began = time.perf_counter()
    gold = gold_spans(args.corpus / "skills" / "skillspan" / "dev.json")
    print(score_spans([(mentions(read_ad(load_text(text, "ad.txt"))), wanted) for text, wanted in gold]))
    print(f"{(time.perf_counter() - began) / len(gold):.3f} s an ad")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("ads", "match", "spans"))
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--half", choices=("a", "b"), help="the even (a) or odd (b) ads only")
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    {"ads": ads, "match": match, "spans": spans}[arguments.what](arguments)
