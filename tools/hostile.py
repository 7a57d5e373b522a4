"""Hostile and broken files, made on the spot: bombs, loops, cut-off and flipped copies of good files.

python tools/hostile.py --out fixtures/hostile     writes them all
python tools/hostile.py --check [--flips 500]      reads every one and says what came of it; exit code 1 on a hang,
                                                   an unexpected exception or a message that is no sentence
"""

from __future__ import annotations

import argparse
import io
import random
import struct
import sys
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
LINES = (
    "Marama Tane", "marama@example.org", "Experience", "Data Analyst, Kowhai Foods, Jan 2020 - Mar 2023",
    "Built the weekly stock report that forty stores use.", "Education", "BSc Statistics, 2019",
)  # fmt: skip


def package(document: str | bytes, more: dict[str, str | bytes] | None = None) -> bytes:
    """A DOCX with this main part and further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {
            "[Content_Types].xml": TYPES, "_rels/.rels": RELS, "word/document.xml": document, **(more or {}),
        }.items():  # fmt: skip
            archive.writestr(name, content)
    return out.getvalue()


def body(inner: str) -> str:
    """A main part with this content."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{inner}</w:body></w:document>'


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def good_docx() -> bytes:
    """A small CV that any reader reads."""
    return package(body("".join(map(paragraph, LINES))))


def zip_bomb() -> bytes:
    """200 MB of text in some 200 KB."""
    return package(body(paragraph("A" * 200_000_000)))


def lying_bomb() -> bytes:
    """A part that unpacks to 200 MB and declares 1 KB."""
    data = bytearray(zip_bomb())
    for magic, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = 0
        while (found := data.find(magic, start)) >= 0:
            (size,) = struct.unpack_from("<I", data, found + at)
            if size > 1_000_000:
                struct.pack_into("<I", data, found + at, 1024)
            start = found + 4
    return bytes(data)


def many_runs() -> bytes:
    """A main part of 45 MB in three million empty runs: little to inflate, much to build."""
    return package(body("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 1_900_000 + "</w:p>"))


def billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY l0 "lol">{entities}]>'
    return package(head + body(paragraph("&l9;")).partition("?>")[2])


def outside_entity() -> bytes:
    head = '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return package(head + body(paragraph("&x;")).partition("?>")[2])


def deep_tables(depth: int = 5_000) -> bytes:
    opening, closing = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return package(body(opening * depth + paragraph("deep") + closing * depth))


def open_field() -> bytes:
    """A field without an end: everything after it is text all the same."""
    field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    return package(body(field + paragraph("still to be read")))


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its root."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def page_pdf(content: bytes, entries: bytes = b"", more: list[bytes] | None = None, xobject: bytes = b"") -> bytes:
    """A PDF of one page with this content stream."""
    resources = b"/Resources << /Font << /F1 5 0 R >> %s >>" % xobject
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % resources,
        stream(content, entries),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *(more or []),
    ])  # fmt: skip


def good_pdf() -> bytes:
    shown = b"".join(b"BT /F1 12 Tf 72 %d Td (%s) Tj ET\n" % (760 - 20 * i, t.encode()) for i, t in enumerate(LINES))
    return page_pdf(shown)


def flate_bomb(size: int = 1_000_000_000) -> bytes:
    """A content stream that inflates to 1 GB."""
    packer = zlib.compressobj(9)
    chunk = b" " * 10_000_000
    packed = b"".join(packer.compress(chunk) for _ in range(size // len(chunk))) + packer.flush()
    return page_pdf(packed, b"/Filter /FlateDecode")


def nested_forms(depth: int = 22) -> bytes:
    """Forms each of which shows the next one twice: 2^22 in the end."""
    more = []
    for i in range(depth):
        last = i == depth - 1
        content = b"BT /F1 1 Tf (x) Tj ET" if last else b"/X Do /X Do"
        inner = b"" if last else b"/XObject << /X %d 0 R >>" % (7 + i)
        entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> %s >>" % inner
        more.append(stream(content, entries))
    return page_pdf(b"/X Do", b"", more, b"/XObject << /X 6 0 R >>")


def crowded_page(count: int = 1_000_000) -> bytes:
    """A million characters on one page."""
    rows = b"".join(b"1 0 0 1 10 %d Tm (%s) Tj\n" % (i % 800, b"abcdefghij" * 10) for i in range(count // 100))
    return page_pdf(zlib.compress(b"BT /F1 1 Tf\n" + rows + b"ET"), b"/Filter /FlateDecode")


def page_loop() -> bytes:
    """A page tree that holds itself."""
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 100000 >>",
        b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 100000 >>",
    ])  # fmt: skip


def ole(names: list[str]) -> bytes:
    """A compound file (the container of .doc) whose root holds empty streams of these names."""
    end, free = 0xFFFFFFFE, 0xFFFFFFFF

    def entry(name: str, kind: int, child: int, right: int) -> bytes:
        raw = name.encode("utf-16-le")
        fields = struct.pack("<HBBIII", len(raw) + 2, kind, 1, free, right, child)
        return raw.ljust(64, b"\0") + fields + bytes(36) + struct.pack("<IQ", end, 0)

    entries = [entry("Root Entry", 5, 1 if names else free, free)]
    for i, name in enumerate(names, 1):
        entries.append(entry(name, 2, free, i + 1 if i < len(names) else free))
    directory = b"".join(entries).ljust(512, b"\0")[:512]
    fat = struct.pack("<II", 0xFFFFFFFD, end).ljust(512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0)
    return header.ljust(512, b"\xff") + fat + directory


def odt_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<a>" + " " * 100_000_000 + "</a>")
    return out.getvalue()


CASES: dict[str, Callable[[], bytes]] = {
    "zip-bomb.docx": zip_bomb,
    "lying-bomb.docx": lying_bomb,
    "many-runs.docx": many_runs,
    "billion-laughs.docx": billion_laughs,
    "outside-entity.docx": outside_entity,
    "deep-tables.docx": deep_tables,
    "open-field.docx": open_field,
    "no-parts.docx": lambda: b"PK\x05\x06" + bytes(18),
    "not-xml.docx": lambda: package("this is no XML"),
    "no-body.docx": lambda: package(f"<w:document {W}/>"),
    "password.docx": lambda: ole(["EncryptionInfo", "EncryptedPackage"]),
    "old.doc": lambda: ole(["WordDocument"]),
    "workbook.doc": lambda: ole(["Workbook"]),
    "bomb.odt": odt_bomb,
    "flate-bomb.pdf": flate_bomb,
    "nested-forms.pdf": nested_forms,
    "crowded-page.pdf": crowded_page,
    "page-loop.pdf": page_loop,
    "head-only.pdf": lambda: b"%PDF-1.7\n",
    "empty.docx": lambda: b"",
    "blank.txt": lambda: b" \n\n\t",
    "nulls.pdf": lambda: bytes(1000),
    "picture.pdf": lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
    "long-word.txt": lambda: b"a" * 100_000,
    "many-words.txt": lambda: b"several words of text " * 50_000,
    "controls.txt": lambda: b"Marama \x1b[31mTane\x07\x08 Analyst\n",
    "brackets.md": lambda: b"[" * 50_000 + b"*a_" * 20_000,
    "quotes.md": lambda: b"> " * 5_000 + b"deep",
    "deep.html": lambda: b"<div>" * 50_000 + b"x",
    "comments.html": lambda: b"<!---->" * 1_100 + b"<p>x",
    "deep.rtf": lambda: b"{\\rtf1 " + b"{" * 500_000 + b"x",
    "deep.json": lambda: b"[" * 200_000,
    "aliases.yaml": lambda: b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (i, i) for i in range(9)),
    "deep.tex": lambda: b"\\documentclass{article}\\begin{document}" + b"{" * 100_000 + b"x",
}


def truncated(count: int = 20) -> Iterator[tuple[str, bytes]]:
    """Good files cut off at so many places."""
    for kind, data in (("docx", good_docx()), ("pdf", good_pdf())):
        for i in range(count):
            yield f"cut-{i:02d}.{kind}", data[: len(data) * (i + 1) // (count + 1)]


def flipped(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Good files with one to eight bytes changed, the same ones for the same seed."""
    chance = random.Random(seed)
    for kind, data in (("docx", good_docx()), ("pdf", good_pdf())):
        for i in range(count):
            raw = bytearray(data)
            for _ in range(chance.randint(1, 8)):
                raw[chance.randrange(len(raw))] = chance.randrange(256)
            yield f"flip-{i:03d}.{kind}", bytes(raw)


def every(flips: int) -> Iterator[tuple[str, bytes]]:
    """All hostile files with their names."""
    for name, make in CASES.items():
        yield name, make()
    yield from truncated()
    yield from flipped(flips)


def check(flips: int, limit: float) -> int:
    """Read every file, print what came of it, and count what must not be."""
    from cvlint.loaders import LoadError, load

    wrong = 0
    kinds: Counter[str] = Counter()
    good = good_docx()
    for name, data in every(flips):
        start = time.perf_counter()
        try:
            document = load(Path(name), data)
            outcome = f"read, {len(document.text)} characters"
            kinds["read"] += 1
        except LoadError as error:
            outcome = str(error)
            kinds["refused"] += 1
            wrong += not (outcome.startswith(name) and outcome.endswith("."))
        except Exception as error:
            outcome = f"WRONG {type(error).__name__}: {error}"
            kinds["wrong"] += 1
            wrong += 1
        seconds = time.perf_counter() - start
        wrong += seconds > limit
        if not name.startswith(("flip", "cut")) or "WRONG" in outcome:
            print(f"{seconds:6.2f} s  {outcome[:190]}")
        if not load(Path("good.docx"), good).text.startswith(LINES[0]):
            wrong += 1
            print("a good file after it was not read")
    print(f"{sum(kinds.values())} files: {dict(kinds)}; {wrong} wrong")
    return 1 if wrong else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--flips", type=int, default=500)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds that no file may exceed")
    args = parser.parse_args()
    if args.out:
        args.out.mkdir(parents=True, exist_ok=True)
        for name, data in every(0):
            (args.out / name).write_bytes(data)
    return check(args.flips, args.limit) if args.check else 0


if __name__ == "__main__":
    sys.exit(main())
