"""Everything that is asked of reading, in one run: `python -m benchmarks.reading --corpus DIR [--work DIR]`.

DOCX and PDF beside other readers, headings, roles, dates and contact on labelled CVs, speed, and hostile files; at the
end a table of what is asked and what was reached. Exit code 1 where something was missed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.reading import docx, facts, pdf

FIXTURES = Path(__file__).parents[2] / "fixtures"
LEAST = {
    "bag of words F1": 0.995, "order F1": 0.95, "4-gram recall": 0.95, "least 4-gram recall of a LaTeX file": 0.95,
    "pdfplumber's time by ours": 4.0,
    "headings": 0.97, "dates of roles": 0.97, "titles": 0.97, "organisations": 0.97, "contact": 0.99,
}  # fmt: skip
MOST = {
    "files misread": 0, "slowest DOCX, ms": 100, "dots of ink outside boxes": 0, "time by pypdfium2's": 1.5,
    "hostile files wrong": 0,
}  # fmt: skip


def main() -> int:
    """Run every part and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder that holds PDF and DOCX files")
    parser.add_argument("--work", type=Path, help="where the PDFs made by LibreOffice are kept between runs")
    parser.add_argument("--flips", type=int, default=500, help="copies of each good file with bytes changed")
    args = parser.parse_args()
    common = ["--corpus", str(args.corpus), "--docx", str(FIXTURES)]
    print("DOCX\n")
    figures = docx.main(common)
    print("\n\nPDF\n")
    figures |= pdf.main([*common, *(["--work", str(args.work)] if args.work else [])])
    print("\n\nFacts of labelled CVs\n")
    figures |= facts.main([])
    print("\n\nHostile files\n", flush=True)
    from tools.hostile import check

    figures["hostile files wrong"] = float(check(args.flips, 60.0))
    return report(figures)


def report(figures: dict[str, float]) -> int:
    """Print what is asked and what was reached; 1 where they differ."""
    print(f"\n\n{'':34}{'reached':>10}{'asked':>15}")
    missed = 0
    for name, value in figures.items():
        asked, ok = "", True
        if name in LEAST:
            asked, ok = f"at least {LEAST[name]:g}", value >= LEAST[name]
        elif name in MOST:
            asked, ok = f"at most {MOST[name]:g}", value <= MOST[name]
        missed += not ok
        print(f"{name:34}{value:10.4f}{asked:>15}{'' if ok else '   MISSED'}")
    for name in sorted({*LEAST, *MOST} - set(figures)):
        print(f"{name:34}{'not measured':>25}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
