"""Headings, roles, dates and contact found in labelled CVs, as text, as DOCX and as PDF.

CVs whose label names a `sidebar` are also set in two columns, from that heading on at the right: as a table in DOCX and
with a gutter in PDF.

    python -m benchmarks.reading.facts [--labels FOLDER] [--file LABELS.yaml]

A heading counts by its kind; a role by dates, title and organisation, each for itself; contact by every item of its
label and the name. What is found beyond the label counts against the figures: they are F1.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from cvlint.loaders import load_text
from cvlint.loaders.docx import read_docx
from cvlint.loaders.pdf import read_pdf
from cvlint.model.document import Document
from cvlint.resume import Resume, read_resume

LABELS = Path(__file__).parents[2] / "tests" / "resume" / "data"
TODAY = date(2026, 6, 1)
Pairs = list[tuple[str, bool, str]]


def as_docx(text: str) -> Document:
    """The CV as Word keeps it: a paragraph a line, bullets as list items of a style."""
    import docx

    made = docx.Document()
    for line in text.split("\n"):
        bare = line.strip()
        if bare and bare[0] in "•·-*–" and bare[1:2] in (" ", "\t"):
            made.add_paragraph(bare[1:].strip(), style="List Bullet")
        elif bare:
            made.add_paragraph(line.rstrip())
    out = io.BytesIO()
    made.save(out)
    return read_docx("cv.docx", out.getvalue())


def _columns(text: str, sidebar: str) -> tuple[list[str], list[str], list[str]]:
    """The lines across the page (to the first empty one after three), at the left, and at the right."""
    lines = text.rstrip("\n").split("\n")
    cut = lines.index(sidebar)
    top = next(i for i, line in enumerate(lines) if i > 1 and not line.strip())
    return lines[:top], lines[top:cut], lines[cut:]


def as_table(text: str, sidebar: str) -> Document:
    """The CV as a Word template with a sidebar keeps it: two cells of a table without lines."""
    import docx
    from docx.shared import Pt

    top, left, right = _columns(text, sidebar)
    made = docx.Document()
    for line in top:
        made.add_paragraph(line.rstrip())
    cells = made.add_table(rows=1, cols=2).rows[0].cells
    for cell, lines in zip(cells, (left, right), strict=True):
        for i, line in enumerate(lines):
            if not line.strip():
                continue
            p = cell.add_paragraph()
            run = p.add_run(line.strip())
            if i == 0 or not lines[i - 1].strip():
                run.bold = True
                run.font.size = Pt(11)
    out = io.BytesIO()
    made.save(out)
    return read_docx("cv.docx", out.getvalue())


def as_two_columns(text: str, sidebar: str) -> Document:
    """The CV set with a narrow column at the right, from the heading `sidebar` on."""
    top, left, right = _columns(text, sidebar)
    return read_pdf("cv.pdf", _set([*top, *left], 8.5, right, len(top)))


def as_pdf(text: str, size: float = 9.5) -> Document:
    """The CV set line by line, headings bold, what stands behind tabs or wide blanks at the right edge."""
    return read_pdf("cv.pdf", _set(text.split("\n"), size))


def _set(lines: list[str], size: float, beside: list[str] | None = None, below: int = 0) -> bytes:
    """A PDF of lines; `beside` stand in a column of their own at the right, under the first `below` lines."""
    import re

    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    fonts = Path("/usr/share/fonts/truetype")
    plain = next(
        (p for p in sorted(fonts.rglob("*.ttf")) if p.name in ("DejaVuSans.ttf", "LiberationSans-Regular.ttf")), None
    )
    face = "Helvetica"
    if plain is not None:
        pdfmetrics.registerFont(TTFont("Face", str(plain)))
        face = "Face"
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    y = start = 800.0
    edge = 385 if beside else 545
    for n, line in enumerate(lines):
        start = y if n == below else start
        if y < 60:
            canvas.showPage()
            y = 800.0
        spaced = re.match(r"(?:\w ){3,}", line)
        left, *rest = [line.strip()] if spaced or not line.strip() else re.split(r"\t+|\s{3,}", line.strip())
        canvas.setFont(face, size)
        indent = 62 if line[:1] in "•·-* \t" and line.strip()[:1] in "•·-*" else 50
        if left in "•·-*" and rest:
            left, rest = f"{left} {rest[0]}", rest[1:]
        first, *more = simpleSplit(left, face, size, edge - indent) or [""]
        canvas.drawString(indent, y, first)
        for k, piece in enumerate(reversed(rest)):
            canvas.drawRightString(edge - 160 * k, y, piece)
        for further in more:
            y -= 1.35 * size
            canvas.drawString(indent, y, further)
        y -= 1.35 * size if line.strip() else 0.8 * size
    for line in beside or ():
        canvas.setFont(face, size)
        canvas.drawString(410, start, line.strip())
        start -= 1.35 * size if line.strip() else 0.8 * size
    canvas.save()
    return out.getvalue()


FORMS: dict[str, Callable[[str], Document]] = {"text": lambda text: load_text(text), "docx": as_docx, "pdf": as_pdf}
COLUMNS: dict[str, Callable[[str, str], Document]] = {"table": as_table, "columns": as_two_columns}


def _one_of(found: str, label: str) -> bool:
    return any(found == _flat(choice) for choice in label.split("|"))


def headings(resume: Resume, label: dict[str, Any]) -> tuple[int, int, int]:
    """Right, labelled, found: kinds in order."""
    wanted, got = list(label["headings"]), [s.kind.value for s in resume.sections if s.heading]
    best = [[0] * (len(got) + 1) for _ in range(len(wanted) + 1)]
    for i, w in enumerate(wanted):
        for j, g in enumerate(got):
            best[i + 1][j + 1] = best[i][j] + 1 if _one_of(g, w) else max(best[i][j + 1], best[i + 1][j])
    return best[-1][-1], len(wanted), len(got)


def roles(document: Document, resume: Resume, label: dict[str, Any]) -> Iterator[tuple[str, tuple[int, int, int], str]]:
    """For dates, titles, organisations: right, labelled, found; and what went wrong."""
    found = {_flat(r.dates.span.of(document.text)): r for r in resume.roles if r.dates}
    wanted = [str(r[0]) for r in label["roles"]]
    common = Counter(wanted) & Counter(_flat(r.dates.span.of(document.text)) for r in resume.roles if r.dates)
    wrong = f"{sorted(set(wanted) ^ set(found))}" if common.total() < max(len(wanted), len(resume.roles)) else ""
    yield "dates of roles", (common.total(), len(wanted), len(resume.roles)), wrong
    for at, kind in ((1, "titles"), (2, "organisations")):
        right = total = 0
        missed = []
        for row in label["roles"]:
            if row[at] is None:
                continue
            total += 1
            role = found.get(str(row[0]))
            span = (role.title if at == 1 else role.organisation) if role else None
            got = _flat(span.of(document.text)) if span else ""
            ok = got == row[at] or (at == 2 and bool(got) and got.split(",")[0] == str(row[at]).split(",")[0])
            right += ok
            if not ok:
                missed.append(f"{row[at]!r} read as {got!r}")
        yield kind, (right, total, total), "; ".join(missed)


def contact(resume: Resume, label: dict[str, Any]) -> tuple[int, int, int, str]:
    """Right, labelled, found, and what went wrong: the name, and every address, number and link."""
    right = int(_one_of(_flat(resume.contact.name_text or ""), label["name"]))
    wrong = [] if right else [f"name {resume.contact.name_text!r}"]
    total = got = 1
    for kind in ("email", "phone", "link", "address"):
        wanted = label["contact"].get(kind, [])
        items = [_flat(i.text) for i in resume.contact.of(kind)]
        wanted = [_flat(w) for w in wanted]
        hits = sum(any(w == i or (kind == "address" and w in i) for i in items) for w in wanted)
        right += hits
        total += len(wanted)
        got += len(wanted) if kind == "address" else len(items)  # a label need not name every place
        if hits < len(wanted) or (kind != "address" and len(items) > len(wanted)):
            wrong.append(f"{kind} {wanted} read as {items}")
    return right, total, got, "; ".join(wrong)


def _flat(text: str) -> str:
    return " ".join(text.split())


def main(arguments: list[str] | None = None) -> dict[str, float]:
    """Print F1 by form and the misses; the worst form's figures by name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labels", type=Path, default=LABELS, help="the folder of the texts")
    parser.add_argument("--file", type=Path, help="another file of labels than that of the folder")
    args = parser.parse_args(arguments)
    labels: dict[str, dict[str, Any]] = yaml.safe_load((args.file or args.labels / "labels.yaml").read_text("utf-8"))
    worst: dict[str, float] = {}
    for form in (*FORMS, *COLUMNS):
        sums: dict[str, list[int]] = {}
        for name, label in labels.items():
            if form in COLUMNS and "sidebar" not in label:
                continue
            text = (args.labels / f"{name}.txt").read_text("utf-8")
            document = FORMS[form](text) if form in FORMS else COLUMNS[form](text, label["sidebar"])
            resume = read_resume(document, TODAY)
            rows = [("headings", headings(resume, label), "")]
            if rows[0][1][0] < max(rows[0][1][1:]):
                rows[0] = (*rows[0][:2], f"{[(s.kind.value, s.title) for s in resume.sections if s.heading]}")
            rows += roles(document, resume, label)
            right, total, got, wrong = contact(resume, label)
            rows.append(("contact", (right, total, got), wrong))
            for what, counts, note in rows:
                sums[what] = [a + b for a, b in zip(sums.get(what, [0, 0, 0]), counts, strict=True)]
                if note:
                    print(f"  {form} {name}, {what}: {note}")
        if not sums:
            continue
        scores = {what: 2 * a / (b + c) for what, (a, b, c) in sums.items()}
        worst = {what: min(score, worst.get(what, 1.0)) for what, score in scores.items()}
        print(f"{form:8}" + "".join(f"  {what} {score:.3f}" for what, score in scores.items()))
    return worst


if __name__ == "__main__":
    sys.exit(0 if min(main().values()) >= 0.97 else 1)
