"""Makes `cvlint/data/hyphenation_words.txt.gz`: the words that a PDF's line end may have broken.

Takes plain word lists, one word a line, such as Debian's `wamerican` and `wbritish` (SCOWL, free to use and change):
`python tools/make_hyphenation_words.py /usr/share/dict/american-english /usr/share/dict/british-english`
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "cvlint" / "data" / "hyphenation_words.txt.gz"


def main(paths: list[str]) -> None:
    words = {w for p in paths for w in Path(p).read_text("utf-8").split() if re.fullmatch(r"[a-z]{5,}", w)}
    with TARGET.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write("\n".join(sorted(words)).encode("ascii"))
    print(f"{len(words)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
