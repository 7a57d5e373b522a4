"""Mistakes that stand in a built Word file: contact in its margins, pictograms, photos, pages, the old format.

Each injector changes the Word file of a clean CV through its own elements, once with the mistake and once without.
"""

from __future__ import annotations

import io
import random
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from PIL import Image

from benchmarks.rules.built import ways
from benchmarks.rules.clean import CleanCV
from benchmarks.rules.harness import Pair, WordInjector
from benchmarks.rules.inject_documents import file_of, parts_of
from benchmarks.rules.inject_pages import MOST
from benchmarks.rules.inject_pictures import WORDS, details, face, sign
from cvlint.loaders.doc import run, soffice
from fixtures.write_docx import BOX, NAMES

Put = Callable[[Any, Sequence[str]], None]


def saved(document: Any) -> bytes:
    """The bytes of a Word file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_file(image: Image.Image) -> io.BytesIO:
    """The picture as the bytes of a PNG."""
    out = io.BytesIO()
    image.save(out, "PNG")
    out.seek(0)
    return out


def opened(cv: CleanCV) -> tuple[Any, list[tuple[str, str]], Any]:
    """The CV without its telephone and e-mail, these by their kinds, and the paragraph below which they stood."""
    document = docx.Document(io.BytesIO(cv.docx))
    found: list[tuple[str, str]] = []
    above = document.paragraphs[0]
    for paragraph in document.paragraphs[:6]:
        held = details(paragraph.text)
        if held:
            found += held
            document.element.body.remove(paragraph._p)
        elif not found:
            above = paragraph
    return document, found, above


# --- contact in the margins ----------------------------------------------------------------------------------------


def in_header(document: Any, lines: Sequence[str]) -> None:
    document.sections[0].header.paragraphs[0].text = " | ".join(lines)


def in_footer(document: Any, lines: Sequence[str]) -> None:
    document.sections[0].footer.paragraphs[0].text = "\t".join(lines)


def in_first_header(document: Any, lines: Sequence[str]) -> None:
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = " · ".join(lines)


def in_header_table(document: Any, lines: Sequence[str]) -> None:
    table = document.sections[0].header.add_table(1, len(lines), Mm(170))
    for cell, line in zip(table.rows[0].cells, lines, strict=True):
        cell.text = line


def in_header_box(document: Any, lines: Sequence[str]) -> None:
    inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    document.sections[0].header.paragraphs[0]._p.append(parse_xml(BOX.format(names=NAMES, inner=inner)))


def in_header_control(document: Any, lines: Sequence[str]) -> None:
    """Content controls, as Word's own templates have them."""
    runs = "".join(
        f"<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t xml:space='preserve'>{line} </w:t></w:r></w:sdtContent></w:sdt>"
        for line in lines
    )
    paragraph = document.sections[0].header.paragraphs[0]._p
    for control in parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"):
        paragraph.append(control)


def in_margin(cv: CleanCV, rng: random.Random, put: Put) -> Pair | None:
    """Telephone and e-mail in the margin of the page alone; its like has them in the body too."""
    document, found, above = opened(cv)
    if not found:
        return None
    lines = [text for _, text in found]
    put(document, lines)
    wrong = saved(document)
    above.add_run("\n" + " | ".join(lines))
    return Pair(wrong, saved(document), "cv.docx")


# --- pictograms ----------------------------------------------------------------------------------------------------

Sign = Callable[[Any, str], None]


def symbol(paragraph: Any, kind: str) -> None:
    """A character of Wingdings, put in by Word's list of symbols."""
    made = OxmlElement("w:sym")
    made.set(qn("w:font"), "Wingdings")
    made.set(qn("w:char"), {"phone": "F028", "mail": "F02A"}[kind])
    paragraph.add_run()._r.append(made)
    paragraph.add_run(" ")


def letter(font: str, phone: str, mail: str) -> Sign:
    """A character of some font, typed before the detail."""

    def put(paragraph: Any, kind: str) -> None:
        paragraph.add_run({"phone": phone, "mail": mail}[kind]).font.name = font
        paragraph.add_run(" ")

    return put


def small_picture(paragraph: Any, kind: str) -> None:
    """A picture as high as the line."""
    paragraph.add_run().add_picture(as_file(sign()), Pt(10), Pt(10))
    paragraph.add_run(" ")


def signed(cv: CleanCV, rng: random.Random, put: Sign, celled: bool = False) -> Pair | None:
    """Signs in place of the words Phone and Email, or in the cell before; its like has both."""
    made: list[bytes] = []
    for words in (False, True):
        document, found, above = opened(cv)
        if not found:
            return None
        table = document.add_table(len(found), 2) if celled else None
        below = above._p
        for k, (kind, text) in enumerate(found):
            place = table.rows[k].cells[0].paragraphs[0] if table else document.add_paragraph()
            put(place, kind)
            told = (WORDS[kind] if words else "") + text
            if table:
                table.rows[k].cells[1].text = told
            else:
                place.add_run(told)
                below.addnext(place._p)
                below = place._p
        if table:
            above._p.addnext(table._tbl)
        made.append(saved(document))
    return Pair(made[0], made[1], "cv.docx")


# --- pictures ------------------------------------------------------------------------------------------------------


def inline(document: Any, image: Image.Image, width: float) -> None:
    """A picture in a paragraph of its own, at the head."""
    first = document.paragraphs[0]
    first.insert_paragraph_before().add_run().add_picture(as_file(image), Mm(width))


def floating(document: Any, image: Image.Image, width: float) -> None:
    """A picture beside the text."""
    inline(document, image, width)
    held = document.paragraphs[0]._p.find(f".//{qn('wp:inline')}")
    held.tag = qn("wp:anchor")
    for name, value in {"simplePos": 0, "relativeHeight": 1, "behindDoc": 0, "locked": 0, "layoutInCell": 1}.items():
        held.set(name, str(value))


def in_margin_head(document: Any, image: Image.Image, width: float) -> None:
    """A picture in the header of the page."""
    document.sections[0].header.paragraphs[0].add_run().add_picture(as_file(image), Mm(width))


def in_cell(document: Any, image: Image.Image, width: float) -> None:
    """A picture in a table, beside the name."""
    table = document.add_table(1, 2)
    table.rows[0].cells[0].paragraphs[0].add_run().add_picture(as_file(image), Mm(width))
    document.paragraphs[0]._p.addprevious(table._tbl)
    table.rows[0].cells[1]._tc.append(document.paragraphs[0]._p)


def pictured(
    cv: CleanCV, rng: random.Random, put: Callable[[Any, Image.Image, float], None], beside: int = 0, line: bool = False
) -> Pair:
    """A portrait; its like has the pictograms and the drawn line that may stand beside it."""
    document = docx.Document(io.BytesIO(cv.docx))
    for paragraph in document.paragraphs[1 : 1 + beside]:
        paragraph.add_run().add_picture(as_file(sign()), Pt(10), Pt(10))
    if line:
        document.paragraphs[1].add_run().add_picture(as_file(sign()), Mm(160), Mm(0.6))
    right = saved(document)
    put(document, face(), rng.choice((22.0, 28.0, 35.0)))
    return Pair(saved(document), right, "cv.docx")


# --- the file ------------------------------------------------------------------------------------------------------


def counted(cv: CleanCV, rng: random.Random, over: int, of_words: float) -> Pair | None:
    """What Word wrote down of the number of pages; its like has as many as are usual."""
    if "academic" in cv.source.settings["role"]:
        return None
    words, most = round(of_words * len(cv.text.split())), MOST.get(cv.locale, 2)

    def made(pages: int) -> bytes:
        names = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'
        told = f"<Properties {names}><Pages>{pages}</Pages><Words>{words}</Words></Properties>"
        return file_of(parts_of(cv.docx) | {"docProps/app.xml": told.encode()})

    return Pair(made(most + over), made(most), "cv.docx")


@cache
def converted(data: bytes, suffix: str, filter: str) -> bytes | None:
    """A Word file in another format, by LibreOffice; None without it."""
    program = soffice()
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "cv.docx")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", f"{suffix}:{filter}"]
        try:
            run([*command, "--outdir", folder, str(source)])
            return source.with_suffix(f".{suffix}").read_bytes()
        except (OSError, subprocess.TimeoutExpired):
            return None


def old(cv: CleanCV, rng: random.Random, name: str, change: WordInjector = lambda data, rng: data) -> Pair | None:
    """The CV as Word 97 wrote it; its like is a Word file of today under the same name."""
    if rng.random() > EVERY:
        return None
    data = change(cv.docx, rng)
    wrong = converted(data, "doc", "MS Word 97")
    return None if wrong is None else Pair(wrong, data, name)


EVERY = 0.4
"""The share of CVs that are written as old files: each takes LibreOffice several seconds."""

FILE_INJECTORS = {
    "AT007": ways(
        in_margin,
        header=(in_header,),
        footer=(in_footer,),
        first_header=(in_first_header,),
        header_table=(in_header_table,),
        header_box=(in_header_box,),
        header_control=(in_header_control,),
    ),
    "AT009": ways(
        signed,
        symbol=(symbol,),
        private_letters=(letter("Calibri", "\uf095", "\uf0e0"),),
        awesome=(letter("FontAwesome", "\uf095", "\uf0e0"),),
        wingdings=(letter("Wingdings", "(", "*"),),
        telephone=(letter("Segoe UI Symbol", "☎", "✉"),),
        emoji=(letter("Segoe UI Emoji", "\U0001f4de", "\U0001f4e7"),),
        small_pictures=(small_picture,),
        pictures_in_cells=(small_picture, True),
        symbols_in_cells=(symbol, True),
    ),
    "CT017": ways(
        pictured,
        inline=(inline,),
        floating=(floating,),
        in_header=(in_margin_head,),
        in_cell=(in_cell,),
        with_signs=(inline, 3),
        with_a_line=(floating, 1, True),
    ),
    "DO010": ways(counted, word_count=(1, 1.0), some_words_fewer=(2, 0.85)),
    "DO015": ways(old, old=("cv.doc",), under_a_new_name=("cv.docx",)),
}
