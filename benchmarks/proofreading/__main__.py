"""Proofreading measured on planted errors and on proofread CVs, beside peers, and what each reader adds.

    python -m benchmarks.proofreading --eval DIR [--peers] [--speed]

`--eval DIR` holds `planted-misspellings-dev.json`, `planted-realword-dev.json` and `cv-gold-dev/`. `--peers` adds the
checkers that are installed (`peers.py`; LanguageTool where LTP_PATH names it). `--speed` adds warm times. Figures of
the panel count findings of severity error or warning; those of a peer all that it marks.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.proofreading import peers
from benchmarks.proofreading.names import flagged
from benchmarks.proofreading.peers import Checker, Spans
from benchmarks.proofreading.slips import corrects

SETTINGS = (
    ("lingotweaker", "harper", "slips"),
    ("harper", "slips"),
    ("lingotweaker", "slips"),
    ("lingotweaker", "harper"),
    ("lingotweaker",),
    ("harper",),
    ("slips",),
)
FAMILIES = ("SP", "WO", "GR", "PU", "NM")
Cases = list[dict[str, Any]]


def ours(readers: tuple[str, ...]) -> Checker:
    """The whole of cvlint with some readers: findings of the proofreading families, error or warning."""
    from cvlint.config.schema import Config
    from cvlint.loaders import load_text
    from cvlint.runner import Run

    run = Run(Config(locale="en-US", readers=readers), date(2026, 6, 1))

    def spans(text: str) -> Spans:
        found = run.check_document(load_text(text, "cv.txt")).findings
        return [
            (f.start, f.end, tuple(f.suggestions))
            for f in found
            if f.code.startswith(FAMILIES) and f.severity.value in ("error", "warning")
        ]

    return spans


def overlaps(found: tuple[int, int, tuple[str, ...]], span: tuple[int, int]) -> bool:
    """Whether a finding points at a place; one that marks a whole sentence points at nothing."""
    return found[0] < span[1] and found[1] > span[0] and found[1] - found[0] <= max(30, 3 * (span[1] - span[0]))


def planted(cases: Cases, spans: Checker) -> tuple[float, float, float]:
    """Found, corrected at first, findings per 1,000 clean words."""
    from cvlint.proofreaders.reading import Reading

    text = "\n\n".join(str(c["bad"]) for c in cases) + "\n"
    clean = "\n\n".join(str(c["clean"]) for c in cases) + "\n"
    found, at, hits, right = spans(text), 0, 0, 0
    for c in cases:
        at = text.index(c["bad"], at)
        span = (at + c["start"], at + c["end"])
        mine = [s for s in found if overlaps(s, span)]
        hits += bool(mine)
        right += any(corrects(Reading("", s[0], s[1], "", "", "", s[2]), span, text, [c["right"]]) for s in mine)
        at += len(c["bad"])
    return hits / len(cases), right / len(cases), 1000 * len(spans(clean)) / len(clean.split())


def _place(gold: dict[str, Any], text: str) -> tuple[int, int] | None:
    """Where a gold error stands: blanks and line ends count alike."""
    import re

    pattern = re.compile(r"\s+".join(map(re.escape, gold["context"].split())))
    error = re.compile(r"\s+".join(map(re.escape, gold["error"].split())))
    m = pattern.search(text)
    e = error.search(text, m.start(), m.end()) if m else error.search(text)
    return e.span() if e else None


def proofread_cvs(folder: Path, spans: Checker) -> tuple[float, float, float]:
    """Recall of the certain errors, precision, false alarms per 1,000 words."""
    errors: defaultdict[str, Cases] = defaultdict(list)
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        errors[json.loads(line)["file"]].append(json.loads(line))
    hits = total = alarms = words = 0
    for file in sorted((folder / "txt").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        words += len(text.split())
        found = spans(text)
        placed = [(p, g) for g in errors[file.name] if (p := _place(g, text)) is not None]
        certain = [p for p, g in placed if g["certainty"] == "certain"]
        total += len(certain)
        hits += sum(any(overlaps(f, p) for f in found) for p in certain)
        alarms += sum(not any(overlaps(f, p) for p, _ in placed) for f in found)
    return hits / total, hits / max(1, hits + alarms), 1000 * alarms / words


def speed(folder: Path) -> None:
    """Warm seconds for 1,000 words: each engine's own reading, and all of them with the panel."""
    texts = [f.read_text(encoding="utf-8") for f in sorted((folder / "txt").glob("*.txt"))][:8]
    words = sum(len(t.split()) for t in texts)
    checkers = [(name, peers.engine(name)) for name in ("lingotweaker", "harper", "slips")]
    for name, spans in [*checkers, ("the whole of cvlint", ours(SETTINGS[0]))]:
        spans(texts[0])
        began = time.perf_counter()
        for text in texts:
            spans(text)
        print(f"{name:24} {1000 * (time.perf_counter() - began) / words:.3f} s for 1,000 words")


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args(None if arguments is None else list(arguments))
    nonwords, realwords = (
        json.loads((options.eval / f"planted-{name}-dev.json").read_text(encoding="utf-8"))
        for name in ("misspellings", "realword")
    )
    print(f"{'':42}    non-words planted       real words planted         proofread CVs")
    print(f"{'':42} found right clean/1000   found right clean/1000   recall prec. alarms/1000")
    rows: list[tuple[str, Checker]] = [("cvlint: " + "+".join(r), ours(r)) for r in SETTINGS]
    rows += list(peers.installed()) if options.peers else []
    for name, spans in rows:
        a, b = planted(nonwords, spans), planted(realwords, spans)
        c = proofread_cvs(options.eval / "cv-gold-dev", spans)
        print(
            f"{name:42}  {a[0]:.3f} {a[1]:.3f} {a[2]:6.2f}      {b[0]:.3f} {b[1]:.3f} {b[2]:6.2f}"
            f"       {c[0]:.3f}  {c[1]:.3f} {c[2]:6.2f}",
            flush=True,
        )
    for readers in SETTINGS[:2]:
        names, _, total = flagged(readers)
        print(f"names flagged, {'+'.join(readers):30} {100 * len(names) / total:.2f} % of {total}")
    if options.speed:
        speed(options.eval / "cv-gold-dev")


if __name__ == "__main__":
    main()
