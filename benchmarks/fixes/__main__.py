"""Whether corrected, commented and highlighted copies hold what they promise, on a folder of CVs.

    python -m benchmarks.fixes --corpus DIR [--corpus DIR] [--planted 40] [--no-office]

Every DOCX, PDF, text and Markdown file below the folders is

1. fixed (safe and unsafe fixes) and checked again: mended findings are gone, nothing new came;
2. given planted changes at chance places, plain and tracked: the text is as planned, every character keeps its run's
   formatting, every other part its bytes, and rejecting all tracked changes gives the old text back;
3. commented or highlighted, with its own findings and with planted ones: the words between the markers, or under the
   highlights as PDFium reads them, are the finding's words. Word ignores the markers of comments in headers, footers,
   notes and text boxes (MS-OI29500, 2.1.315), so that comments on words there can stand on a paragraph only: they count
   as not exact, and a line of its own leaves them out. Planted words fall on every paragraph alike, however short.

Every DOCX that comes out is validated by schema, opened with python-docx, and with LibreOffice where it is installed.
"""

from __future__ import annotations

import argparse
import io
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.fixes.copies import (
    formats_kept,
    highlighted_words,
    marked_words,
    opens_in_office,
    parts_kept,
    schema_kept,
    squeezed,
    without_changes,
)
from cvlint.config.schema import Config
from cvlint.fixes.comments import CommentedCopy
from cvlint.fixes.copies import copy_of, why_no_copy
from cvlint.fixes.errors import FixError
from cvlint.fixes.highlights import line_boxes, with_highlights
from cvlint.fixes.mend import appeared, mend, verify
from cvlint.fixes.plan import Plan, make_plan
from cvlint.fixes.safety import guarded
from cvlint.loaders import LoadError, load
from cvlint.model.document import Document
from cvlint.model.finding import Finding, FixSafety, Severity
from cvlint.model.report import FileReport
from cvlint.runner import Run

TODAY = date(2026, 1, 15)
NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)


class Tally:
    """Counts of what held and what was tried, and what did not hold."""

    def __init__(self) -> None:
        self.held: Counter[str] = Counter()
        self.tried: Counter[str] = Counter()
        self.failures: list[str] = []

    def note(self, what: str, held: bool, where: str) -> None:
        self.tried[what] += 1
        self.held[what] += held
        if not held:
            self.failures.append(f"{what}: {where}")

    def show(self) -> None:
        for what, tried in self.tried.items():
            print(f"{self.held[what]:6} / {tried:<6} {self.held[what] / tried:7.4f}  {what}")
        for failure in self.failures[:40]:
            print("  not so:", failure)


def planted(document: Document, count: int, rng: random.Random) -> Iterator[Finding]:
    """Findings with a suggestion at chance places: within words, over runs, over blanks, insertions and deletions."""
    for i in range(count):
        start = rng.randrange(len(document.text))
        end = min(len(document.text), start + rng.choice([0, 1, 2, 4, 9, 25]))
        old = document.text[start:end]
        new = rng.choice(["", "x", old.upper() + "y", old.replace("e", "ë z"), " ".join(reversed(old.split(" ")))])
        yield found(document, start, end, f"Planted number {i}.", new.replace("\n", " ").replace("\t", " "))


def words(document: Document, count: int, rng: random.Random) -> Iterator[Finding]:
    """Findings on one to four words that follow each other."""
    for i in range(count):
        block = rng.choice(document.blocks)
        pieces = document.text[block.start : block.end].split()
        if not pieces:
            continue
        first = rng.randrange(len(pieces))
        text = pieces[first]
        start = document.text.find(text, block.start)
        end = start + len(text)
        for piece in pieces[first + 1 : first + rng.choice([1, 1, 2, 4])]:
            after = document.text.find(piece, end, block.end)
            end = after + len(piece) if after >= 0 else end
        yield found(document, start, end, f"Planted number {i}.")


def found(document: Document, start: int, end: int, message: str, *suggestions: str) -> Finding:
    box = document.box_of(start, end) if hasattr(document, "box_of") else None
    return Finding(
        "XX000", "planted", Severity.ERROR, message, document.text[start:end], "", start, end,
        document.line_at(start), document.page_at(start), box=box, suggestions=suggestions, fix=FixSafety.SAFE,
    )  # fmt: skip


def fix_and_check(path: Path, data: bytes, file: FileReport, run: Run, unsafe: bool, tally: Tally) -> list[bytes]:
    if file.document is None or why_no_copy(file.document):
        return []
    kind = "unsafe" if unsafe else "safe"
    readers = [s.name for s in run.panel.states if s.status == "ran"]
    try:
        mended = mend(file, data, lambda made: run.check(path, data=made), TODAY, unsafe, None, None, readers)
    except FixError as error:
        tally.note(f"{kind} fixes written", False, str(error))
        return []
    if not mended.plan.edits:
        return []
    after = run.check(path, data=mended.data)
    still = {(f.code, f.text) for f in appeared(mended.plan, file.findings, after.findings)}
    for edit in mended.plan.edits:
        for finding in edit.findings:
            tally.note(
                f"{kind} fixes: the finding is gone", (finding.code, finding.text) not in still, f"{path} {finding}"
            )
    tally.note(f"{kind} fixes: nothing new came", not still, f"{path} {still}")
    tally.held[f"{kind} fixes made"] += len(mended.plan.edits)
    tally.tried[f"{kind} fixes made"] += len(mended.plan.edits) + len(mended.plan.left)
    kept(path, data, mended.data, mended.plan, file.document, tally)
    return [mended.data]


def kept(path: Path, data: bytes, made: bytes, plan: Plan, document: Document, tally: Tally) -> None:
    try:
        verify(document, plan, made)
    except FixError as error:
        tally.note("the text is as planned", False, str(error))
        return
    tally.note("the text is as planned", True, "")
    if document.format == "docx":
        tally.note("formatting of every character kept", formats_kept(data, made), str(path))
        tally.note("other parts byte for byte, in order", parts_kept(data, made), str(path))
        tally.note("python-docx opens it", opens_in_python_docx(made), str(path))
        tally.note("no new fault by the schema", schema_kept(data, made), str(path))


def opens_in_python_docx(made: bytes) -> bool:
    import docx

    try:
        return bool(docx.Document(io.BytesIO(made)).element is not None)
    except Exception:
        return False


def plant(path: Path, data: bytes, document: Document, count: int, rng: random.Random, tally: Tally) -> list[bytes]:
    if why_no_copy(document) or not document.text.strip():
        return []
    made = []
    findings = list(planted(document, count, rng))
    guard = guarded(document, TODAY)
    for tracked in (None, NOW) if document.format == "docx" else (None,):
        copy = copy_of(document, data, tracked)
        plan = make_plan(findings, document, guard, True, copy.refusal)
        copy = copy_of(document, data, tracked).write(plan)
        tally.held["planted changes made"] += len(plan.edits)
        tally.tried["planted changes made"] += len(plan.edits) + len(plan.left)
        if tracked is None:
            kept(path, data, copy, plan, document, tally)
        else:
            try:
                verify(document, plan, copy)
                held = True
            except FixError:
                held = False
            tally.note("tracked: the text is as planned", held, str(path))
            tally.note(
                "tracked: rejecting all gives the old text", without_changes(copy, path) == document.text, str(path)
            )
            tally.note("python-docx opens it", opens_in_python_docx(copy), str(path))
            tally.note("no new fault by the schema", schema_kept(data, copy), str(path))
        made.append(copy)
    return made if document.format == "docx" else []


def comment(path: Path, data: bytes, document: Document, findings: list[Finding], tally: Tally) -> bytes:
    copy = CommentedCopy(document, data, NOW)
    made = copy.write(findings)
    marked = marked_words(made)
    for place in copy.anchored:
        finding = place.finding
        if finding.start == finding.end:
            continue
        words_there = squeezed(marked.get(place.comment, ""))
        held = words_there == squeezed(finding.text)
        where = f"{path.name}: {finding.text!r}, marked {words_there[:60]!r}"
        kind = "planted" if finding.name == "planted" else "own findings"
        tally.note(f"comments on the exact words, {kind}", held, where)
        if place.allowed:
            tally.note("comments on the exact words, where Word has comments", held, where)
        if place.exact:
            tally.note("where the copy says that they are exact, they are", held, where)
        else:
            tally.note("the rest stand on a paragraph or control with text", bool(words_there), where)
    tally.note("every finding has a comment", len(marked) >= len(findings), str(path))
    tally.note("commented: the text is the same", load(path, made).text == document.text, str(path))
    tally.note("python-docx opens it", opens_in_python_docx(made), str(path))
    tally.note("no new fault by the schema", schema_kept(data, made), str(path))
    return made


def highlight(path: Path, data: bytes, document: Document, findings: list[Finding], tally: Tally) -> None:
    try:
        made = with_highlights(document, data, findings, NOW)
    except FixError as error:
        tally.note("the PDF could be written", False, str(error))
        return
    tally.note("the PDF could be written", True, "")
    tally.note("highlighted: the text is the same", load(path, made).text == document.text, str(path))
    if "ocr" in document.flags:
        tally.note("highlighted scans, whose words PDFium cannot read", True, "")
        return
    under = highlighted_words(made)
    for number, finding in enumerate(findings):
        if not line_boxes(document, finding):
            continue
        there = squeezed(under.get(f"Planted number {number}.", ""))
        covered = Counter(squeezed(finding.text)) - Counter(there)
        tally.note("the highlight covers the words", not covered, f"{path.name}: {finding.text!r} under it {there!r}")
        tally.note(
            "and no others", there == squeezed(finding.text), f"{path.name}: {finding.text!r} under it {there!r}"
        )


def files_in(folders: list[Path]) -> list[Path]:
    endings = {".docx", ".pdf", ".txt", ".md"}
    return sorted(
        p for folder in folders for p in folder.rglob("*") if p.suffix.lower() in endings and p.stem != "source"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--planted", type=int, default=40)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--no-office", action="store_true")
    options = parser.parse_args()
    rng, tally, made = random.Random(options.seed), Tally(), []
    with Run(Config(), TODAY) as run:
        run.start()
        for path in files_in(options.corpus):
            try:
                data = path.read_bytes()
                file = run.check(path, data=data)
            except LoadError:
                continue
            document = file.document
            if document is None or not document.blocks:
                continue
            print(path.name, flush=True)
            for unsafe in (False, True):
                made += fix_and_check(path, data, file, run, unsafe, tally) if document.format == "docx" else []
                if document.format != "docx":
                    fix_and_check(path, data, file, run, unsafe, tally)
            made += plant(path, data, document, options.planted, rng, tally)
            spots = list(words(document, options.planted, rng))
            if document.format == "docx":
                made.append(comment(path, data, document, [*file.findings, *spots], tally))
            elif document.format == "pdf":
                highlight(path, data, document, spots, tally)
    if not options.no_office:
        with tempfile.TemporaryDirectory() as folder:
            for i, held in enumerate(opens_in_office(made, Path(folder))):
                tally.note("LibreOffice opens it", held, f"copy {i}")
    tally.show()


if __name__ == "__main__":
    main()
