"""Short ways to make findings, plans and copies of small files."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from lxml import etree

from cvlint.fixes.copies import copy_of
from cvlint.fixes.plan import Plan, make_plan
from cvlint.fixes.safety import guarded
from cvlint.loaders.detect import Format
from cvlint.loaders.package import W
from cvlint.loaders.readers import read
from cvlint.model.document import Document
from cvlint.model.finding import Finding, FixSafety, Severity

TODAY = date(2026, 1, 15)
NOW = datetime(2026, 1, 15, 12, 30, tzinfo=UTC)


def finding(document: Document, text: str, new: str | None = None, nth: int = 0, **fields: Any) -> Finding:
    """A finding on the nth occurrence of a text."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(text, start + 1)
    return at(document, start, start + len(text), new, **fields)


def at(document: Document, start: int, end: int, new: str | None = None, **fields: Any) -> Finding:
    """A finding on a range."""
    given: dict[str, Any] = {
        "code": "XX001", "name": "planted", "severity": Severity.ERROR, "message": "Look at this.",
        "text": document.text[start:end], "context": "", "start": start, "end": end, "line": 1, "fix": FixSafety.SAFE,
        "suggestions": () if new is None else (new,), "block": None,
    }  # fmt: skip
    return Finding(**(given | fields))


def docx_read(data: bytes) -> Document:
    """What is read of a DOCX."""
    return read(Format.DOCX, "cv.docx", data)


def planned(document: Document, data: bytes, *findings: Finding, unsafe: bool = True, tracked: bool = False) -> Plan:
    """The plan for some findings."""
    copy = copy_of(document, data, NOW if tracked else None)
    return make_plan(findings, document, guarded(document, TODAY), unsafe, copy.refusal)


def fixed(data: bytes, *changes: tuple[str, str], tracked: bool = False) -> bytes:
    """A DOCX with each first text changed to the second; none of them may be refused."""
    document = docx_read(data)
    plan = planned(document, data, *(finding(document, old, new) for old, new in changes), tracked=tracked)
    assert not plan.left, [entry.reason for entry in plan.left]
    return copy_of(document, data, NOW if tracked else None).write(plan)


def reasons(data: bytes, old: str, new: str) -> list[str]:
    """Why a change of a DOCX is refused."""
    document = docx_read(data)
    return [entry.reason for entry in planned(document, data, finding(document, old, new)).left]


def part(data: bytes, name: str = "word/document.xml") -> Any:
    """The root of a part."""
    return etree.fromstring(parts(data)[name])


def parts(data: bytes) -> dict[str, bytes]:
    """All parts by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def runs(data: bytes) -> list[tuple[str, str]]:
    """The runs of the body as (formatting, text)."""
    found = []
    for run in part(data).iter(f"{{{W}}}r"):
        look = run.find(f"{{{W}}}rPr")
        names = " ".join(etree.QName(el).localname for el in look) if look is not None else ""
        found.append((names, "".join(t.text or "" for t in run.iter(f"{{{W}}}t"))))
    return found


def write(folder: Path, name: str, data: bytes) -> Path:
    """A file in a folder."""
    path = folder / name
    path.write_bytes(data)
    return path
