"""Visible characters of DOCX files missing or read twice, and the time it takes, beside three other readers.

    python benchmarks/reading/docx.py --corpus DIR

The truth is the text of the `w:t` of every part that is shown (body, headers and footers that sections refer to,
notes), without the Fallback copies, moved-away text and field codes; blanks do not count. docx2txt and mammoth are run
where they are installed.
"""

from __future__ import annotations

import argparse
import io
import re
import statistics
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from cvlint.loaders import load
from cvlint.loaders.docx import read_docx
from cvlint.model.document import Document

# This file is called like python-docx's package, which must be found all the same.
sys.path[:] = [p for p in sys.path if Path(p or ".").resolve() != Path(__file__).resolve().parent]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SHOWN = re.compile(r"word/(document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml$")


def truth(path: Path) -> tuple[str, str]:
    """The shown text of a file by a plain search for `w:t`, and the text of margins that no section refers to."""
    shown, unreferred = [], []
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml")
        names = [n for n in archive.namelist() if SHOWN.match(n)]
        rels = archive.read("word/_rels/document.xml.rels")
        targets = {e.get("Target"): e.get("Id") for e in etree.fromstring(rels)}
        for name in names:
            root = etree.fromstring(archive.read(name))
            for el in root.iter(W + "t"):
                around = {a.tag for a in el.iterancestors()}
                if around & {MC + "Fallback", W + "moveFrom", W + "del"}:
                    continue
                id = targets.get(name.removeprefix("word/"))
                margin = "header" in name or "footer" in name
                (unreferred if margin and f'"{id}"'.encode() not in body else shown).append(el.text or "")
    return "".join(shown), "".join(unreferred)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def difference(wanted: str, got: str) -> tuple[int, int]:
    """How many characters of `wanted` are missing in `got`, and how many are there too often."""
    a, b = Counter(bare(wanted)), Counter(bare(got))
    return sum((a - b).values()), sum((b - a).values())


def ours(path: Path) -> str:
    """The text, without what stands in no w:t (tabs, symbols, hyphens of their own)."""
    return from_text_elements(read_docx(str(path), path.read_bytes()))


def guarded(path: Path) -> str:
    """The same by way of the child process."""
    return from_text_elements(load(path))


def from_text_elements(document: Document) -> str:
    return "".join(document.text[s.start : s.end] for s in document.segments if s.source)


def paragraphs(path: Path) -> str:
    import docx

    return "\n".join(p.text for p in docx.Document(io.BytesIO(path.read_bytes())).paragraphs)


def docx2txt_text(path: Path) -> str:
    import docx2txt

    return str(docx2txt.process(str(path)))


def mammoth_text(path: Path) -> str:
    import mammoth

    with path.open("rb") as file:
        return str(mammoth.extract_raw_text(file).value)


def measure(reader: Callable[[Path], str], path: Path, wanted: str, repeat: int) -> tuple[str, float | None]:
    try:
        got = reader(path)
        times = []
        for _ in range(repeat):
            start = time.perf_counter()
            reader(path)
            times.append((time.perf_counter() - start) * 1000)
    except ImportError:
        return "not installed", None
    except Exception as error:
        return type(error).__name__, None
    missing, extra = difference(wanted, got)
    return f"{missing}/{extra}", min(times)


def main(arguments: list[str] | None = None) -> dict[str, float]:
    """Print the table; the figures by name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder that holds DOCX files")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--docx", type=Path, action="append", default=[], help="further folders with DOCX files")
    args = parser.parse_args(arguments)
    readers: dict[str, Callable[[Path], str]] = {
        "cvlint": ours,
        "cvlint, guarded": guarded,
        "document.paragraphs": paragraphs,
        "docx2txt": docx2txt_text,
        "mammoth": mammoth_text,
    }
    files = sorted(p for folder in (args.corpus, *args.docx) for p in folder.rglob("*.docx"))
    print(f"{'characters missing/doubled':34}{'wanted':>7}" + "".join(f"{name:>21}" for name in readers))
    totals: dict[str, list[float]] = {name: [] for name in readers}
    failed = 0
    for path in files:
        wanted, unreferred = truth(path)
        row = f"{path.name[:33]:34}{len(bare(wanted)):7}"
        for name, reader in readers.items():
            shown, ms = measure(reader, path, wanted, args.repeat)
            failed += name.startswith("cvlint") and shown != "0/0"
            row += f"{shown + (f'  {ms:6.1f} ms' if ms is not None else ''):>21}"
            if ms is not None:
                totals[name].append(ms)
        print(row + (f"   ({len(bare(unreferred))} in headers no page shows)" if bare(unreferred) else ""))
    for name, times in totals.items():
        if times:
            print(f"{name}: median {statistics.median(times):.1f} ms, slowest {max(times):.1f} ms a file")
    return {"files misread": float(failed), "slowest DOCX, ms": max(totals["cvlint"], default=0.0)}


if __name__ == "__main__":
    sys.exit(1 if main()["files misread"] else 0)
