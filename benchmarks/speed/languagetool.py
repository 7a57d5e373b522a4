"""LanguageTool by language-tool-python over some texts: `python -m benchmarks.speed.languagetool [--inside] TEXT...`.

With `--inside` what is reported is the time without the server's start, after one sentence to warm it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path


def main() -> None:
    import language_tool_python

    inside = sys.argv[1] == "--inside"
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1 + inside :]]
    with language_tool_python.LanguageTool("en-US", language_tool_download_version="6.8") as tool:
        if inside:
            tool.check("This is a sentense to warm it up.")
        start = time.perf_counter()
        marks = sum(len(tool.check(text)) for text in texts)
        if inside:
            print(f"seconds inside: {time.perf_counter() - start:.3f}")
    print(f"marks: {marks}")


if __name__ == "__main__":
    main()
