"""What a copy of a document holds, read from its bytes without the help of the code that wrote it."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from cvlint.loaders import load
from cvlint.loaders.doc import soffice

HYPHENS = ("\x02", "\xad", "\ufffe")
"""What PDFium calls a hyphen at the end of a line."""
STORIES = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments")


def squeezed(text: str) -> str:
    """A text without blanks and what a PDF may show in another way."""
    return "".join(c for c in text if not c.isspace() and c.isprintable())


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def schema_faults(data: bytes) -> Counter[str]:
    """What breaks the schemas of Office Open XML and Word's own rules, place by place without its number."""
    from openxml_audit import FileFormat, OpenXmlValidator

    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(data)
        file.flush()
        result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=5000).validate(file.name)
    return Counter(re.sub(r"\[\d+\]", "", f"{e.part_uri} {e.path}: {e.description}") for e in result.errors)


def schema_kept(data: bytes, made: bytes) -> bool:
    """Whether a copy breaks the schemas nowhere but where the file did."""
    return not schema_faults(made) - schema_faults(data)


def parts_kept(data: bytes, made: bytes) -> bool:
    """Whether all parts but those with text are the same, in the same order."""
    old, new = parts_of(data), parts_of(made)
    same = all(old[n] == new[n] for n in old if not n.startswith(STORIES))
    return list(old) == list(new) and same


def local(el: Any) -> str:
    return etree.QName(el).localname if isinstance(el.tag, str) else ""


def formats_kept(data: bytes, made: bytes) -> bool:
    """Whether both packages have the same elements with the same attributes; only the text of w:t may differ."""
    old, new = parts_of(data), parts_of(made)
    return all(skeleton(old[n]) == skeleton(new[n]) for n in old if n.startswith(STORIES) and n.endswith(".xml"))


def skeleton(part: bytes) -> list[tuple[str, tuple[tuple[str, str], ...], str]]:
    root = etree.fromstring(part)
    return [
        (
            str(el.tag),
            tuple(sorted((str(k), str(v)) for k, v in el.attrib.items() if not str(k).endswith("}space"))),
            "" if local(el) == "t" else (el.text or "").strip(),
        )
        for el in root.iter()
    ]


def without_changes(data: bytes, path: Path) -> str:
    """The text of a DOCX in which all tracked changes by cvlint were rejected."""
    parts = parts_of(data)
    for name, content in parts.items():
        if not (name.startswith(STORIES) and name.endswith(".xml")):
            continue
        root = etree.fromstring(content)
        for el in list(root.iter()):
            author = next((v for k, v in el.attrib.items() if str(k).endswith("}author")), "")
            if local(el) not in ("ins", "del") or author != "cvlint":
                continue
            parent = el.getparent()
            if local(el) == "del":
                for run in list(el):
                    for text in run:
                        if local(text) == "delText":
                            text.tag = str(text.tag).replace("delText", "t")
                    el.addprevious(run)
            parent.remove(el)
        parts[name] = etree.tostring(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return load(path, out.getvalue()).text


def marked_words(data: bytes) -> dict[int, str]:
    """The text between the range markers of each comment by cvlint, by its id."""
    parts = parts_of(data)
    comments = next(
        (etree.fromstring(c) for n, c in parts.items() if n.startswith("word/comments") and b":comment " in c), None
    )
    if comments is None:
        return {}
    w = etree.QName(comments).namespace
    ours = {int(c.get(f"{{{w}}}id")) for c in comments if c.get(f"{{{w}}}author") == "cvlint"}
    open_now: dict[int, list[str]] = {}
    done: dict[int, str] = {}
    for el in walk(
        etree.fromstring(parts["word/document.xml" if "word/document.xml" in parts else "word/document2.xml"])
    ):
        name, id = (
            local(el),
            int(el.get(f"{{{w}}}id") or -1)
            if isinstance(el.tag, str) and (el.get(f"{{{w}}}id") or "").isdigit()
            else -1,
        )
        if name == "commentRangeStart" and id in ours:
            open_now[id] = []
        elif name == "commentRangeEnd" and id in open_now:
            done[id] = "".join(open_now.pop(id))
        elif name == "t":
            for pieces in open_now.values():
                pieces.append(el.text or "")
        elif name == "noBreakHyphen":
            for pieces in open_now.values():
                pieces.append("-")
    return done


def walk(el: Any) -> Iterator[Any]:
    """The elements in order, without deletions and without the copies for old programs."""
    yield el
    for child in el:
        if local(child) not in ("del", "moveFrom", "Fallback", "instrText"):
            yield from walk(child)


def highlighted_words(data: bytes) -> dict[str, str]:
    """What PDFium reads whose middle is under the highlights of each note, by the note's first line."""
    import pypdfium2
    import pypdfium2.raw as raw
    from pypdf import PdfReader

    from cvlint.fixes.highlights import quads_of

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        reader.decrypt("")
    painted = pypdfium2.PdfDocument(data)
    found: dict[str, str] = {}
    for number, page in enumerate(reader.pages):
        notes = list(quads_of(page))
        if not notes:
            continue
        text = painted[number].get_textpage()
        glyphs = []
        for i in range(text.count_chars()):
            c = chr(raw.FPDFText_GetUnicode(text.raw, i))
            c = "-" if c in HYPHENS else c
            if c.strip():
                x0, y0, x1, y1 = text.get_charbox(i)
                glyphs.append((c, (x0 + x1) / 2, (y0 + y1) / 2))
        for said, quads in notes:
            first = said.split("\n")[0]
            under = [c for c, x, y in glyphs if any(q[0] <= x <= q[2] and q[1] <= y <= q[3] for q in quads)]
            found[first] = found.get(first, "") + "".join(under)
    return found


def opens_in_office(made: list[bytes], folder: Path) -> Iterator[bool]:
    """Whether LibreOffice makes a PDF of each; nothing where it is not installed."""
    program = soffice()
    if program is None or not made:
        return
    for i, data in enumerate(made):
        (folder / f"copy{i}.docx").write_bytes(data)
    for first in range(0, len(made), 20):
        batch = [str(folder / f"copy{i}.docx") for i in range(first, min(first + 20, len(made)))]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            program,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *batch,
        ]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=600)
    for i in range(len(made)):
        pdf = folder / f"copy{i}.pdf"
        yield pdf.exists() and pdf.stat().st_size > 1000
