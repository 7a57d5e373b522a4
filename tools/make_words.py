"""Make `cvlint/data/words.txt`: English words with their frequency, and proper nouns in their own case.

    python tools/make_words.py WORD_LIST...

The lists are SCOWL's (Debian: wamerican-huge, wbritish-huge, wcanadian-huge; permissive), the frequencies wordfreq's
(CC BY-SA 4.0); see rules/lexicons/SOURCES.md. A line of the result is a frequency in hundredths of the Zipf scale
and the words that have it.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from wordfreq import zipf_frequency

DATA = Path(__file__).parents[1] / "cvlint" / "data"
LEAST = 1.4
"""Rarer words are as likely misspellings of others as themselves."""


def main(lists: list[Path]) -> None:
    """Write the file."""
    words = {w for path in lists for w in path.read_text(encoding="utf-8").split()}
    words = {
        w for w in words if re.fullmatch(r"[A-Za-zÀ-ÿ]+(?:['-][A-Za-zÀ-ÿ]+)*", w) and not w.endswith("'s")
    }
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        if not word.islower() and word.lower() in words:
            continue
        zipf = zipf_frequency(word.lower(), "en")
        if (zipf >= LEAST and len(word) > 1) or word in ("a", "I"):
            lines[round(zipf * 20) * 5].append(word)
    text = "".join(f"{z} {' '.join(sorted(lines[z]))}\n" for z in sorted(lines, reverse=True))
    (DATA / "words.txt").write_text(text, encoding="utf-8")
    print(sum(map(len, lines.values())), "words", len(text.encode()), "bytes")


if __name__ == "__main__":
    main([Path(a) for a in sys.argv[1:]])
