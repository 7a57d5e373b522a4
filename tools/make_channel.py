"""Make `cvlint/data/channel.tsv`: how people misspell, as counts of letter groups written for others.

    python tools/make_channel.py MISSPELLINGS_FOLDER

Learnt from R. Mitton's corpora (`wikipedia.dat`, `missp.dat`): counts only, no word of them is kept. After Brill and
Moore (2000). A line of the result: letters meant, letters written, logarithm of the probability.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parents[1] / "cvlint" / "data"
LONGEST = 3


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Right word, misspelling."""
    right = ""
    for line in path.read_text(encoding="latin-1").splitlines():
        word = line.strip().lower()
        if word.startswith("$"):
            right = word[1:]
        elif re.fullmatch(r"[a-z]+", word) and re.fullmatch(r"[a-z]+", right) and len(right) > 2:
            yield right, word


def aligned(right: str, wrong: str) -> list[tuple[str, str]]:
    """The two words cut into pieces that stand for each other, swaps as one piece; `^` and `$` bound a word."""
    from rapidfuzz.distance import OSA, Levenshtein

    if OSA.distance(right, wrong) > 3:
        return []
    out: list[tuple[str, str]] = []
    for op in Levenshtein.opcodes(right, wrong):
        a, b = right[op.src_start : op.src_end], wrong[op.dest_start : op.dest_end]
        if op.tag == "equal":
            out += list(zip(a, b, strict=True))
        else:
            out.append((a, b))
    return out


def main(folder: Path) -> None:
    """Write the file."""
    counts: Counter[tuple[str, str]] = Counter()
    seen: Counter[str] = Counter()
    for name, weight in (("wikipedia.dat", 4.0), ("missp.dat", 1.0)):
        for right, wrong in pairs(folder / name):
            pieces = aligned(right, wrong)
            if not pieces:
                continue
            whole = f"^{right}$"
            for size in range(LONGEST + 1):
                for i in range(len(whole) - size + 1):
                    seen[whole[i : i + size]] += weight
            pieces = [("^", "^"), *pieces, ("$", "$")]
            for i, (a, b) in enumerate(pieces):
                if a == b:
                    continue
                for low in range(i, max(-1, i - 3), -1):
                    for high in range(i + 1, min(len(pieces), i + 3) + 1):
                        x = "".join(p[0] for p in pieces[low:high])
                        y = "".join(p[1] for p in pieces[low:high])
                        if x != y and len(x) <= LONGEST and len(y) <= LONGEST:
                            counts[x, y] += weight
    lines = []
    for (x, y), n in sorted(counts.items()):
        if n >= 4:
            lines.append(f"{x}\t{y}\t{math.log(n / (seen[x] + 20)):.2f}\n")
    (DATA / "channel.tsv").write_text("".join(lines), encoding="utf-8")
    print(len(lines), "lines", sum(map(len, lines)), "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
