"""Measures the slips reader alone: planted real-word errors, and the kinds of mistake of a gold set.

    python benchmarks/proofreading/slips.py --eval DIR [--list] [--score 0.7]

`--eval` holds planted-realword-dev.json and cv-gold-dev. Findings are the readings scored `--score` or more.
"""

from __future__ import annotations

import argparse
import collections
import json
import time
from collections.abc import Sequence
from pathlib import Path

from cvlint.loaders.text import read_text
from cvlint.model.document import Document
from cvlint.proofreaders.reading import Passage, Reading
from cvlint.proofreaders.slips import Slips

KINDS = ("realword", "grammar", "apostrophe", "missing-word", "repeated-word", "a-an")


def readings(reader: Slips, text: str) -> tuple[Document, list[Reading]]:
    """What the reader says of a text."""
    document = read_text("cv.txt", text.encode())
    passages = [Passage(document.flat(b), b.start, b.index) for b in document.blocks]
    return document, reader.read(passages, document)


def overlaps(reading: Reading, span: tuple[int, int]) -> bool:
    """As the scorer counts: a reading that marks a whole sentence points at nothing."""
    length = reading.end - reading.start
    return reading.start < span[1] and reading.end > span[0] and length <= max(30, 3 * (span[1] - span[0]))


def plain(text: str) -> str:
    """Text with single blanks, in lower case."""
    return " ".join(text.split()).lower()


def corrects(reading: Reading, span: tuple[int, int], text: str, answers: Sequence[str]) -> bool:
    """Whether the first suggestion gives one of the answers."""
    if not reading.suggestions:
        return False
    low, high = min(span[0], reading.start), max(span[1], reading.end)
    got = text[low : reading.start] + reading.suggestions[0] + text[reading.end : high]
    return any(plain(got) == plain(text[low : span[0]] + a + text[span[1] : high]) for a in answers)


def planted(reader: Slips, file: Path, least: float, listing: bool) -> None:
    """Found, corrected, and readings on the clean sentences."""
    cases = json.loads(file.read_text(encoding="utf-8"))
    document, found = readings(reader, "\n\n".join(c["bad"] for c in cases) + "\n")
    clean, alarms = readings(reader, "\n\n".join(c["clean"] for c in cases) + "\n")
    found = [r for r in found if r.score >= least]
    alarms = [r for r in alarms if r.score >= least]
    at = hit = right = 0
    for case in cases:
        at = document.text.find(case["bad"], at)
        span = (at + case["start"], at + case["end"])
        mine = [r for r in found if overlaps(r, span)]
        hit += bool(mine)
        right += any(corrects(r, span, document.text, [case["right"]]) for r in mine)
        if listing and not mine:
            print(f"missed  {case['wrong']!r} for {case['right']!r}: {case['bad'][:120]!r}")
        at += len(case["bad"])
    if listing:
        for r in alarms:
            print("clean  ", show(r, clean.text))
    print(f"planted: found {hit / len(cases):.3f} corrected {right / len(cases):.3f}; "
          f"on clean text {1000 * len(alarms) / len(clean.text.split()):.2f} per 1,000 words")  # fmt: skip


def show(r: Reading, text: str) -> str:
    """A reading in its context."""
    context = plain(text[max(0, r.start - 45) : r.end + 40])
    return f"{r.score:.2f} {r.rule[6:]:18} {text[r.start : r.end]!r} -> {r.suggestions[:1]} | {context}"


def gold(reader: Slips, folder: Path, least: float, listing: bool) -> None:
    """Recall by kind, precision by rule. Mistakes of all kinds, debatable ones too, make no false alarm."""
    errors = collections.defaultdict(list)
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        if line.strip():
            mistake = json.loads(line)
            errors[mistake["file"]].append(mistake)
    total, hit, right = (collections.Counter[str]() for _ in range(3))
    good, neutral, bad = (collections.Counter[str]() for _ in range(3))
    words, seconds = 0, 0.0
    for file in sorted((folder / "txt").glob("*.txt")):
        began = time.process_time()
        document, found = readings(reader, file.read_text(encoding="utf-8"))
        seconds += time.process_time() - began
        text = document.text
        words += len(text.split())
        found = [r for r in found if r.score >= least]
        spans = []
        for g in errors[file.name]:
            span = locate(g, text)
            if span is None:
                continue
            spans.append((span, g["certainty"] == "certain"))
            if g["certainty"] == "certain":
                total[g["category"]] += 1
                mine = [r for r in found if overlaps(r, span)]
                hit[g["category"]] += bool(mine)
                answers = [g["correction"], *g.get("alternatives", [])]
                right[g["category"]] += any(corrects(r, span, text, answers) for r in mine)
                if listing and not mine and g["category"] in KINDS:
                    print(f"missed  {g['category'][:8]} {g['error']!r} -> {g['correction']!r} | {g['context']}")
        for r in found:
            marks = [certain for span, certain in spans if overlaps(r, span)]
            (good if any(marks) else neutral if marks else bad)[r.rule] += 1
            if listing:
                print("right  " if any(marks) else "neutral" if marks else "ALARM  ", show(r, text))
    for kind in KINDS:
        print(f"{kind:14} recall {hit[kind]:3}/{total[kind]:<3} corrected {right[kind]:3}")
    for rule in sorted({*good, *neutral, *bad}):
        print(f"{rule:28} right {good[rule]:3}  neutral {neutral[rule]:3}  false {bad[rule]:3}")
    h, a = sum(hit.values()), sum(bad.values())
    print(f"gold: found {h}, precision {h / max(1, h + a):.3f}, false alarms {1000 * a / words:.2f} per 1,000 words; "
          f"{1000 * seconds / words:.3f} s of processor time per 1,000 words")  # fmt: skip


def squeeze(text: str) -> tuple[str, list[int]]:
    """Whitespace runs as one blank, and for each character its offset in `text`."""
    out: list[str] = []
    where: list[int] = []
    for i, c in enumerate(text):
        if c.isspace():
            if not out or out[-1] == " ":
                continue
            c = " "
        out.append(c)
        where.append(i)
    return "".join(out), where


def locate(mistake: dict[str, str], text: str) -> tuple[int, int] | None:
    """Where a mistake stands, by its context."""
    flat, where = squeeze(text)
    context, error = squeeze(mistake["context"])[0].strip(), squeeze(mistake["error"])[0].strip()
    at, inner = flat.find(context), context.find(error)
    if at < 0 or inner < 0:
        at, inner = flat.find(error), 0
        if at < 0 or flat.count(error) > 1:
            return None
    start = at + inner
    return where[start], where[start + len(error) - 1] + 1


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--score", type=float, default=0.7)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    reader = Slips()
    began = time.perf_counter()
    reader.load("en-US")
    print(f"loaded in {time.perf_counter() - began:.2f} s")
    planted(reader, options.eval / "planted-realword-dev.json", options.score, options.list)
    gold(reader, options.eval / "cv-gold-dev", options.score, options.list)


if __name__ == "__main__":
    main()
