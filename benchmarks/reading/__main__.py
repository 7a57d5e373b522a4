"""Both parts of the reading benchmark: `python -m benchmarks.reading --corpus DIR`."""

from __future__ import annotations

import sys

from benchmarks.reading import docx, pdf


def main() -> int:
    print("DOCX\n")
    failed = docx.main()
    print("\n\nPDF\n")
    return max(failed, pdf.main())


if __name__ == "__main__":
    sys.exit(main())
