"""Figures of proofreading on planted misspellings, side by side with peers, and what each reader adds.

    python -m benchmarks.proofreading --eval DIR [--peers]

`--eval DIR` holds `planted-misspellings-dev.json`. `--peers` adds aspell where it is installed.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from benchmarks.proofreading.names import flagged

Spans = list[tuple[int, int, tuple[str, ...]]]
TOPICS = frozenset({"panel:misspelling", "panel:spelling-variant", "panel:name-casing"})
SETTINGS = (
    ("lingotweaker", "harper", "slips"),
    ("harper", "slips"),
    ("lingotweaker",),
    ("harper",),
)


def ours(readers: tuple[str, ...]) -> Callable[[str], Spans]:
    """The panel with some readers."""
    from cvlint.loaders import load_text
    from cvlint.proofreaders.panel import Panel
    from cvlint.proofreaders.reading import Knowledge
    from cvlint.resume import read_resume

    panel = Panel(readers)

    def spans(text: str) -> Spans:
        document = load_text(text, "cv.txt")
        proof = panel.proofread(document, read_resume(document, date(2026, 6, 1)), "en-US", Knowledge())
        return [(r.start, r.end, r.suggestions) for r in proof.remarks if TOPICS & set(r.rules)]

    return spans


def aspell(text: str) -> Spans:
    """The words that aspell does not know, with its suggestions."""
    flat = "".join("^" + line + "\n" for line in text.split("\n"))
    done = subprocess.run(["aspell", "-a", "--lang=en_US"], input=flat, capture_output=True, text=True, check=True)
    found: Spans = []
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    line = 0
    for answer in done.stdout.split("\n")[1:]:
        if not answer:
            line += 1
        elif answer[0] in "&#":
            head, _, tail = answer.partition(":")
            fields = head.split()
            at = starts[line] + int(fields[3 if answer[0] == "&" else 2]) - 1
            found.append((at, at + len(fields[1]), tuple(s.strip() for s in tail.split(","))))
    return found


def figures(cases: list[dict[str, object]], spans: Callable[[str], Spans]) -> tuple[float, float, float]:
    """Found, corrected at first, findings per 1,000 clean words."""
    text = "\n\n".join(str(c["bad"]) for c in cases) + "\n"
    clean = "\n\n".join(str(c["clean"]) for c in cases) + "\n"
    found, at, hits, right = spans(text), 0, 0, 0
    for c in cases:
        at = text.index(str(c["bad"]), at)
        low, high = at + int(str(c["start"])), at + int(str(c["end"]))
        mine = [s for s in found if s[0] < high and s[1] > low]
        hits += bool(mine)
        right += any(s[:2] == (low, high) and s[2][:1] and s[2][0].lower() == str(c["right"]).lower() for s in mine)
        at += len(str(c["bad"]))
    return hits / len(cases), right / len(cases), 1000 * len(spans(clean)) / len(clean.split())


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args(None if arguments is None else list(arguments))
    cases = json.loads((options.eval / "planted-misspellings-dev.json").read_text(encoding="utf-8"))
    rows: list[tuple[str, Callable[[str], Spans]]] = [("panel: " + "+".join(r), ours(r)) for r in SETTINGS]
    if options.peers and shutil.which("aspell"):
        rows.append(("aspell", aspell))
    print(f"{'':40} found  corrected  on clean text per 1,000 words")
    for name, spans in rows:
        found, right, alarms = figures(cases, spans)
        print(f"{name:40} {found:.3f}  {right:.3f}      {alarms:.2f}")
    for readers in SETTINGS[:2]:
        names, _, total = flagged(readers)
        print(f"names flagged, {'+'.join(readers):30} {100 * len(names) / total:.2f} % of {total}")


if __name__ == "__main__":
    main()
