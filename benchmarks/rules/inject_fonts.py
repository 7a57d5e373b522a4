"""Fonts of a PDF that do not tell what their letters mean."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from pypdf.generic import DictionaryObject
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.rules.built import ODD, nameless, private, replacement, spoilt, tableless, untold, ways
from benchmarks.rules.clean import CleanCV
from benchmarks.rules.harness import FileInjector, Pair
from benchmarks.rules.sheet import Layout, Piece, paint, plainly, set_pages


def in_odd(*kinds: str) -> Callable[[Piece], Piece]:
    """Pieces of some kinds in the odd font, as wide as they were."""
    return lambda p: replace(p, font=ODD, size=0.86 * p.size) if p.kind in kinds else p


def letters(cv: CleanCV, rng: random.Random, spoil: Callable[[DictionaryObject], None], kinds: Sequence[str]) -> Pair:
    """Text of some kinds in a font that does not say what its letters mean."""
    sheet = set_pages(cv.source, Layout(side=rng.choice(("", "left", "right")))).with_each(in_odd(*kinds))
    right = paint(sheet)
    return Pair(spoilt(right, spoil), right)


T1, OT1 = {28: "fi", 29: "fl"}, {12: "fi"}
OTHER = {27: "fi", 30: "fl"}
HIGH = {60: "fi", 61: "fl"}
GLYPHS = {"fi": "ﬁ", "fl": "ﬂ"}
FILLER = "etaoinshrdlcumwgypbvkxjqzETAOINSHRDLCUMWGYPBVKXJQZ0123456789.,-"


def ligatures(cv: CleanCV, rng: random.Random, places: dict[int, str], size: float) -> Pair | None:
    """Ligatures that stand at given places of their font and have no meaning there."""
    sheet = set_pages(cv.source, Layout(size=size)).with_each(in_odd("bullet", "paragraph"))
    lost = {GLYPHS[ligature] for ligature in places.values()}
    sheet = sheet.with_each(lambda p: replace(p, text=_ligated(p.text)) if p.font == ODD else p)
    if not any(glyph in p.text for p in sheet.pieces for glyph in lost):
        return None
    begun: list[Canvas] = []

    def draw(canvas: Canvas, piece: Piece, y: float) -> bool:
        if not begun:
            begun.append(canvas)
            filler = iter(FILLER)
            codes = (n for n in range(1, max(places) + 1) if n != 32)  # which stays a blank
            order = "".join(GLYPHS[places[n]] if n in places else next(filler) for n in codes)
            getFont(ODD).splitString(order, canvas._doc)
        return plainly(canvas, piece, y)

    right = paint(sheet, draw)
    return Pair(spoilt(right, partial(untold, lost=lambda c: c in lost)), right)


def _ligated(text: str) -> str:
    for letters, glyph in GLYPHS.items():
        text = text.replace(letters, glyph)
    return text


FILE_INJECTORS: dict[str, tuple[FileInjector, ...]] = {
    "AT010": ways(
        letters,
        points=(untold, ("bullet",)),
        headings=(untold, ("heading", "name")),
        some_letters=(partial(untold, lost=lambda c: c in "tnrl"), ("bullet", "paragraph")),
        vowels=(partial(untold, lost=lambda c: c in "aeiou"), ("bullet", "paragraph")),
        replaced=(replacement, ("paragraph", "bullet")),
        without_a_table=(tableless, ("bullet", "paragraph", "job")),
        private=(private, ("bullet", "paragraph")),
        nameless=(nameless, ("bullet",)),
        one_letter=(partial(untold, lost=lambda c: c == "k"), ("bullet", "paragraph")),
    ),
    "AT011": ways(
        ligatures,
        t1=(T1, 10.0),
        t1_large=(T1, 11.2),
        ot1=(OT1, 10.0),
        other_order=(OTHER, 10.0),
        high=(HIGH, 10.0),
    ),
}
