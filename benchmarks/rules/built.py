"""What builds files with a mistake: injectors in several ways, and PDFs whose fonts are spoilt."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from benchmarks.rules.harness import FileInjector, Pair


def named(name: str, inject: FileInjector) -> FileInjector:
    """The injector under a name to be told by."""
    inject.__name__ = name
    return inject


def ways(inject: Callable[..., Pair | None], **named_ways: tuple[object, ...]) -> tuple[FileInjector, ...]:
    """An injector in several ways."""

    def one(name: str, given: tuple[object, ...]) -> FileInjector:
        return named(name.replace("_", " "), lambda cv, rng: inject(cv, rng, *given))

    return tuple(one(name, given) for name, given in named_ways.items())


ODD = "Odd"
registerFont(TTFont(ODD, "Vera.ttf", asciiReadable=False))
"""A font whose tables are spoilt once the file is written: by its name it can be found again."""


def spoilt(pdf: bytes, spoil: Callable[[DictionaryObject], None]) -> bytes:
    """The file with each copy of the odd font changed."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for item in writer._objects:
        if isinstance(item, DictionaryObject) and item.get("/Type") == "/Font" and "Vera" in str(item.get("/BaseFont")):
            spoil(item)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


MAPPED = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4})>")


def retold(font: DictionaryObject, meaning: Callable[[str], str | None]) -> None:
    """Give the characters of a font other meanings, or none."""
    table = font["/ToUnicode"].get_object()
    assert isinstance(table, StreamObject)
    told = table.get_data().decode()
    pairs = [(code, meaning(chr(int(value, 16)))) for code, value in MAPPED.findall(told)]
    kept = [f"<{code}> <{''.join(f'{ord(c):04X}' for c in text)}>" for code, text in pairs if text]
    body = f"{len(kept)} beginbfchar\n" + "\n".join(kept) + "\nendbfchar"
    table.set_data(re.sub(r"\d+ beginbfchar.*endbfchar", body, told, flags=re.DOTALL).encode())


def untold(font: DictionaryObject, lost: Callable[[str], bool] = lambda char: True) -> None:
    """Take the meaning of some characters away, as programs do that write a font's table by halves."""
    retold(font, lambda char: None if lost(char) else char)


def replacement(font: DictionaryObject) -> None:
    """Every small letter but the vowels means the replacement character."""
    retold(font, lambda char: "\ufffd" if char in "tnrl" else char)


def tableless(font: DictionaryObject) -> None:
    """No table at all: a machine is left with the numbers of the glyphs."""
    del font["/ToUnicode"]


def private(font: DictionaryObject) -> None:
    """Every letter means a place of the private use area, as symbol fonts have it."""
    retold(font, lambda char: chr(0xF000 + ord(char)) if char.isalpha() else char)


def nameless(font: DictionaryObject) -> None:
    """Glyphs under names that tell nothing (g65), as old converters write them."""
    del font["/ToUnicode"]
    glyphs = [NumberObject(33), *(NameObject(f"/g{n}") for n in range(33, 127))]
    font[NameObject("/Encoding")] = DictionaryObject(
        {NameObject("/Type"): NameObject("/Encoding"), NameObject("/Differences"): ArrayObject(glyphs)}
    )
