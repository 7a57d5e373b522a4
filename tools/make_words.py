"""Make `cvlint/data/words.txt`: English words with their frequency, and proper nouns in their own case.

    python tools/make_words.py FOLDER

FOLDER holds SCOWL's lists as Debian has them (wamerican, wbritish and the three of size huge; permissive); the
frequencies are wordfreq's (CC BY-SA 4.0); see rules/lexicons/SOURCES.md. A line of the result is a frequency in
hundredths of the Zipf scale and the words that have it; `~` after the frequency marks words that only the lists of
size huge hold.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from wordfreq import zipf_frequency

DATA = Path(__file__).parents[1] / "cvlint" / "data"
LEAST = 1.0
LEAST_OF_NAMES = 1.4
"""Rarer words are as likely misspellings of others as themselves; names have a lexicon of their own."""


STANDARD = ("american-english", "british-english")
HUGE = ("american-english-huge", "british-english-huge", "canadian-english-huge")


def main(folder: Path) -> None:
    """Write the file."""
    words = {w for name in HUGE for w in (folder / name).read_text(encoding="utf-8").split()}
    standard = {w for name in STANDARD for w in (folder / name).read_text(encoding="utf-8").split()}
    words |= standard
    words = {w for w in words if re.fullmatch(r"[A-Za-zÀ-ÿ]+(?:['-][A-Za-zÀ-ÿ]+)*", w) and not w.endswith("'s")}
    lines: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for word in words:
        if not word.islower() and word.lower() in words:
            continue
        zipf = zipf_frequency(word.lower(), "en")
        least = LEAST if word.islower() else LEAST_OF_NAMES
        if ((zipf >= least or word in standard) and len(word) > 1) or word in ("a", "I"):
            lines[round(zipf * 20) * 5, "" if word in standard else "~"].append(word)
    text = "".join(f"{z}{mark} {' '.join(sorted(lines[z, mark]))}\n" for z, mark in sorted(lines, reverse=True))
    (DATA / "words.txt").write_text(text, encoding="utf-8")
    print(sum(map(len, lines.values())), "words", len(text.encode()), "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
