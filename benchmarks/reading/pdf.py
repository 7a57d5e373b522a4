"""How faithfully and how quickly PDFs are read, beside pdfplumber, pdfminer and pdftotext in the same run.

    python -m benchmarks.reading.pdf --corpus DIR [--docx DIR]... [--work DIR]

1. DOCX→PDF pairs made by LibreOffice (where `soffice` is found) from the DOCX files of the corpus and of `--docx`:
   F1 of the bag of words and of the longest common sequence of words, against the words of the DOCX.
2. Files set by Typst from text that `pdf_pages.py` holds, and by LaTeX (moderncv, paracol, minipages, Computer Modern,
   XeLaTeX) from the sources of `fixtures/sources/latex`: recall of the text's word 4-grams in reading order.
3. Boxes: after covering every word's box, no ink of a text-only page may be left.
4. Processor time over the PDFs of the corpus, beside a plain loop over pypdfium2's functions for the same facts.
"""

from __future__ import annotations

import argparse
import io
import logging
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path[:] = [p for p in sys.path if Path(p or ".").resolve() != Path(__file__).resolve().parent]

from lxml import etree  # noqa: E402

from cvlint.loaders.docx import read_docx  # noqa: E402
from cvlint.loaders.errors import LoadError  # noqa: E402
from cvlint.loaders.pdf import read_pdf  # noqa: E402
from cvlint.model.document import Document, Story  # noqa: E402

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Reader = Callable[[bytes], str]


def words(text: str) -> list[str]:
    """Letters and digits in runs; compatibility forms and case do not count."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def without_furniture(document: Document) -> str:
    """The text of a document less its page headers and footers."""
    margin = (Story.HEADER, Story.FOOTER)
    return "\n".join(f"{b.label} {document.flat(b)}" for b in document.blocks if b.story not in margin)


def cvlint_text(data: bytes) -> str:
    return without_furniture(read_pdf("cv.pdf", data))


def cvlint_all(data: bytes) -> str:
    return read_pdf("cv.pdf", data).text


def pdfplumber_text(data: bytes) -> str:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return "\n".join(page.extract_text() or "" for page in pdf.pages)


def pdfminer_text(data: bytes) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(io.BytesIO(data)))


def pdftotext_text(data: bytes) -> str:
    if not shutil.which("pdftotext"):
        raise ImportError("pdftotext")
    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


def pypdfium2_text(data: bytes) -> str:
    import pypdfium2

    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


READERS: dict[str, Reader] = {
    "cvlint": cvlint_text,
    "cvlint, all": cvlint_all,
    "pdfplumber": pdfplumber_text,
    "pdfminer": pdfminer_text,
    "pdftotext": pdftotext_text,
    "pypdfium2": pypdfium2_text,
}


def f1(common: int, wanted: int, got: int) -> float:
    return 2 * common / (wanted + got) if wanted + got else 1.0


def bag(wanted: list[str], got: list[str]) -> float:
    return f1(sum((Counter(wanted) & Counter(got)).values()), len(wanted), len(got))


def order(wanted: list[str], got: list[str]) -> float:
    from rapidfuzz.distance import LCSseq

    return f1(LCSseq.similarity(wanted, got), len(wanted), len(got))


def four_grams(wanted: list[str], got: list[str]) -> float:
    def grams(tokens: list[str]) -> Counter[tuple[str, ...]]:
        return Counter(zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False))

    all_wanted = grams(wanted)
    return sum((all_wanted & grams(got)).values()) / max(1, sum(all_wanted.values()))


def accepted(data: bytes) -> bytes:
    """A DOCX without its tracked deletions, which LibreOffice would print struck out among the text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            part = old.read(item)
            if item.filename.startswith("word/") and re.search(rb"<w:(?:del|moveFrom) ", part):
                root = etree.fromstring(part)
                for gone in list(root.iter(f"{W}del", f"{W}moveFrom")):
                    if (parent := gone.getparent()) is not None:
                        parent.remove(gone)
                part = etree.tostring(root)
            new.writestr(item, part)
    return out.getvalue()


def printed(wanted: list[str], data: bytes) -> tuple[list[str], list[str]]:
    """The wanted words less those that the PDF does not hold at all, and these.

    LibreOffice leaves out what lies outside a cell or frame (a date behind a tab, say). A word counts as not printed
    where no reader finds it and PDFium's characters, all blanks between them taken out, do not hold it either.
    """
    run = "".join(words(pypdfium2_text(data)))
    texts = [
        Counter(words(text)) for text in (READERS[r](data) for r in READERS if r != "pdftotext" or shutil.which(r))
    ]
    lost = Counter({w: n - max(run.count(w), *(t[w] for t in texts)) for w, n in Counter(wanted).items()})
    kept, gone = [], []
    for word in reversed(wanted):  # of several, the last: what is cut off stands at the end of its line
        (gone if lost[word] > 0 else kept).append(word)
        lost[word] -= 1
    return kept[::-1], gone[::-1]


def convert(files: Iterable[Path], folder: Path) -> dict[Path, Path]:
    """PDFs that LibreOffice makes of DOCX files; those already in the folder are kept."""
    found = {}
    for path in files:
        name = f"{path.parent.name}-{path.stem}"  # fixtures are all called alike
        target = folder / f"{name}.pdf"
        if not target.exists() and shutil.which("soffice"):
            copy = folder / f"{name}.docx"
            copy.write_bytes(accepted(path.read_bytes()))
            command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(copy)]
            subprocess.run(command, capture_output=True, timeout=180, check=False)
            copy.unlink()
        if target.exists():
            found[path] = target
    return found


def print_rows(title: str, rows: dict[str, dict[str, float | None]]) -> None:
    print(f"\n{title:44}" + "".join(f"{name:>13}" for name in READERS))
    for name, row in rows.items():
        cells = (f"{v:13.3f}" if (v := row.get(r)) is not None else f"{'–':>13}" for r in READERS)
        print(f"{name[:43]:44}" + "".join(cells))
    means = {r: [v for row in rows.values() if (v := row.get(r)) is not None] for r in READERS}
    print(f"{'mean':44}" + "".join(f"{statistics.mean(v):13.4f}" if v else f"{'–':>13}" for v in means.values()))


def measure(data: bytes, wanted: str, score: Callable[[list[str], list[str]], float]) -> dict[str, float | None]:
    row: dict[str, float | None] = {}
    for name, reader in READERS.items():
        try:
            row[name] = score(words(wanted), words(reader(data)))
        except (ImportError, LoadError):
            row[name] = None
    return row


def pairs(folders: list[Path], work: Path) -> dict[str, float]:
    """Mean scores of this project's reader on the pairs, and the best that another reached; empty without them."""
    files = sorted(p for folder in folders for p in folder.rglob("*.docx"))
    made = convert(files, work)
    if not made:
        print("DOCX→PDF pairs were not measured: LibreOffice (soffice) is not installed, or there are no DOCX files.")
        return {}
    bags: dict[str, dict[str, float | None]] = {}
    orders: dict[str, dict[str, float | None]] = {}
    sizes = {}
    for source, target in made.items():
        wanted = without_furniture(read_docx(str(source), source.read_bytes()))
        kept, gone = printed(words(wanted), target.read_bytes())
        if gone:
            print(f"{target.stem}: {len(gone)} words are not on the pages that LibreOffice made: {' '.join(gone)}")
        sizes[target.stem] = len(kept)
        bags[target.stem] = measure(target.read_bytes(), " ".join(kept), bag)
        orders[target.stem] = measure(target.read_bytes(), " ".join(kept), order)
    print_rows("bag of words, F1", bags)
    _pooled(bags, sizes)
    print_rows("order of words, F1", orders)
    _pooled(orders, sizes)
    return {
        "bag of words F1": mean(bags, "cvlint"),
        "best peer's bag of words F1": best_peer(bags),
        "order F1": mean(orders, "cvlint"),
        "best peer's order F1": best_peer(orders),
    }


def mean(rows: dict[str, dict[str, float | None]], reader: str) -> float:
    known = [v for row in rows.values() if (v := row.get(reader)) is not None]
    return statistics.mean(known) if known else 0.0


def best_peer(rows: dict[str, dict[str, float | None]]) -> float:
    return max(mean(rows, reader) for reader in READERS if not reader.startswith("cvlint"))


def own_pages() -> dict[str, float]:
    """Mean recall, the best peer's, and the ink outside all boxes."""
    from benchmarks.reading.pdf_pages import latex_pages, pages

    set_by_typst = pages()
    rows, inks = {}, []
    for name, (data, wanted) in (set_by_typst | latex_pages()).items():
        rows[name] = measure(data, wanted, four_grams)
        if name in set_by_typst:  # LaTeX draws rules and icons, which are ink without being words
            inks.append((name, *ink_outside(data)))
    print_rows("4-gram recall on pages set from known text", rows)
    print("\nwords, and dots of ink outside every word's box")
    for name, count, left in inks:
        print(f"{name[:43]:44}{count:7}{left:7}")
    return {
        "4-gram recall": mean(rows, "cvlint"),
        "least 4-gram recall of a LaTeX file": min(
            (v for name, row in rows.items() if name.startswith("LaTeX") and (v := row["cvlint"]) is not None),
            default=0.0,
        ),
        "best peer's 4-gram recall": best_peer(rows),
        "dots of ink outside boxes": float(sum(left for *_, left in inks)),
    }


def ink_outside(data: bytes, scale: float = 3) -> tuple[int, int]:
    """How many words there are, and how many dark dots are left once each word's box is painted over."""
    import pypdfium2
    from PIL import ImageDraw

    document = read_pdf("cv.pdf", data)
    pdf = pypdfium2.PdfDocument(data)
    pictures = [page.render(scale=scale).to_pil().convert("L") for page in pdf]
    count = 0
    for match in re.finditer(r"\S+", document.text):
        for i in range(match.start(), match.end()):
            x0, top, x1, bottom = document.boxes[4 * i : 4 * i + 4]
            picture = pictures[(document.page_at(i) or 1) - 1]
            area = (x0 * scale - 1, top * scale - 1, x1 * scale + 1, bottom * scale + 1)
            ImageDraw.Draw(picture).rectangle(area, fill=255)
        count += 1
    return count, sum(sum(picture.histogram()[:100]) for picture in pictures)


def per_character(data: bytes) -> int:
    """A plain loop over pypdfium2's functions for what this project reads of every character.

    Code, ink box, loose box, font name, size, weight, colour and render mode.
    """
    import ctypes

    import pypdfium2
    import pypdfium2.raw as raw

    count = 0
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        channels = [ctypes.c_uint() for _ in range(4)]
        for i in range(text.count_chars()):
            raw.FPDFText_GetUnicode(text.raw, i)
            text.get_charbox(i)
            raw.FPDFText_GetFontInfo(text.raw, i, name, 128, flags)
            text.get_charbox(i, loose=True)
            raw.FPDFText_GetFontSize(text.raw, i)
            raw.FPDFText_GetFontWeight(text.raw, i)
            if owner := raw.FPDFText_GetTextObject(text.raw, i):
                raw.FPDFTextObj_GetTextRenderMode(owner)
            raw.FPDFText_GetFillColor(text.raw, i, *channels)
            count += 1
    return count


def speed(corpus: Path, repeat: int) -> dict[str, float]:
    """How many times as long as pypdfium2 a character, and how many times as fast as pdfplumber."""
    files = []
    for path in sorted(corpus.rglob("*.pdf")):
        data = path.read_bytes()
        try:
            files.append((path.name, data, len(read_pdf(path.name, data).pages)))
        except LoadError as error:
            print(f"not read: {str(error).rsplit('/', 1)[-1]}")
    print(
        f"\n{'CPU ms a page, best of ' + str(repeat):44}{'cvlint':>13}{'per char':>13}{'pdfplumber':>13}{'factors':>16}"
    )
    sums = [0.0, 0.0, 0.0]
    for name, data, count in files:
        if count > 20:
            continue
        times = [
            min(_timed(reader, data) for _ in range(n)) / count * 1000
            for reader, n in ((cvlint_all, repeat), (per_character, repeat), (pdfplumber_text, 1))
        ]
        sums = [a + b * count for a, b in zip(sums, times, strict=True)]
        ratio = f"{times[0] / max(times[1], 1e-9):7.2f} {times[2] / times[0]:7.1f}"
        print(f"{name[:43]:44}" + "".join(f"{t:13.1f}" for t in times) + f"{ratio:>16}")
    print(f"all together: {sums[0] / sums[1]:.2f} times pypdfium2's reading a character at a time; ", end="")
    print(f"{sums[2] / sums[0]:.1f} times as fast as pdfplumber")
    return {"time by pypdfium2's": sums[0] / sums[1], "pdfplumber's time by ours": sums[2] / sums[0]}


def _timed(reader: Callable[[bytes], object], data: bytes) -> float:
    start = time.process_time()
    reader(data)
    return time.process_time() - start


def _pooled(rows: dict[str, dict[str, float | None]], sizes: dict[str, int]) -> None:
    """The mean again, each file weighing as much as it has words."""
    cells = ""
    for reader in READERS:
        known = [(v, sizes[name]) for name, row in rows.items() if (v := row.get(reader)) is not None]
        cells += f"{sum(v * n for v, n in known) / sum(n for _, n in known):13.4f}" if known else f"{'–':>13}"
    print(f"{'mean by number of words':44}{cells}")


def main(arguments: list[str] | None = None) -> dict[str, float]:
    """Print all tables; the figures by name."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder that holds PDF and DOCX files")
    parser.add_argument("--docx", type=Path, action="append", default=[], help="further folders with DOCX files")
    parser.add_argument("--work", type=Path, help="where the PDFs made by LibreOffice are kept between runs")
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        work = args.work or Path(folder)
        work.mkdir(parents=True, exist_ok=True)
        figures = pairs([args.corpus, *args.docx], work)
    return figures | own_pages() | speed(args.corpus, args.repeat)


if __name__ == "__main__":
    main()
