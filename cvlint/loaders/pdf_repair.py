"""Ligatures and signs that a PDF's font gives no meaning to, put back by what makes words and by where TeX has them."""

from __future__ import annotations

from collections.abc import Callable

from cvlint.loaders.pdf_glyphs import UNKNOWN, Glyphs
from cvlint.loaders.pdf_lines import is_private

# TeX's T1 and OT1 encodings put the ligatures here; fonts made by other tools use the same places in another order.
USUAL = {27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl", 11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl"}
# TeX's encoding of signs (TS1). Where its fonts come as bitmaps, as they do without the package cm-super, the font of
# the PDF has neither a name nor names for its characters.
SIGNS = {
    136: "•", 151: "™", 162: "¢", 163: "£", 165: "¥", 167: "§", 169: "©", 174: "®", 176: "°", 177: "±", 183: "·",
    191: "€", 214: "×", 246: "÷",
}  # fmt: skip
LIGATURES = ("fi", "ff", "fl", "ffi", "ffl")
MORE = ("ti", "tt", "ft", "tti", "Th")  # those of Calibri and its like, at places of their own
SEVERAL = 3  # different words that all make no sense
SURE = 0.6  # share of its places at which a reading makes a word
SHORT = 5  # letters of the shortest words that the dictionary of hyphenation holds
STRAY = frozenset('!"#$%<=>^_~{}|0123456789ƟƩƞŌ')  # what stands for a lost ligature in a font of numbers: "Educa0on"
WORD = 4  # letters without a meaning in a row, from which on they are no pictograms


def restore_ligatures(page: Glyphs, known: Callable[[str], bool]) -> bool:
    """Give unmapped characters at the places of ligatures the letters that make words; whether any was.

    Every code of a font is decided once, by how many words each reading makes that `known` knows. Without a word that
    decides, TeX's own order holds, unless the font has lost more letters than ligatures.
    """
    found: dict[tuple[str, int], list[int]] = {}
    for i, code in page.codes.items():
        if page.text[i] == UNKNOWN and _beside_letter(page, i):
            found.setdefault((page.looks[page.look[i]].font, code), []).append(i)
    restored = _restore_stray(page, known)
    for (font, code), places in found.items():
        around = [_around(page, i) for i in places[:40]]
        usual = USUAL.get(code)
        readings = LIGATURES if usual else (*LIGATURES, *MORE)
        scores = {t: sum(known((a + t + b).lower()) for a, b in around) for t in readings}
        best = max(scores, key=lambda t: (scores[t], t == usual))
        lost = sum(f == font for f, _ in found)
        doubtful = lost > len(LIGATURES) or (not scores[best] and len({*around}) >= SEVERAL)
        if scores[best] >= SURE * len(around) or (usual and not doubtful):
            restored = True
            for i in places:
                page.text[i] = best if scores[best] else usual or best
    return restored


def _restore_stray(page: Glyphs, known: Callable[[str], bool]) -> bool:
    """Put ligatures in the place of a sign or digit that stands in words again and again; whether any was.

    PDFium tells the number of a glyph without a meaning as if it were a character.
    """
    found: dict[tuple[str, str], list[int]] = {}
    for i, char in enumerate(page.text):
        if char in STRAY and _beside_letter(page, i):
            found.setdefault((page.looks[page.look[i]].font, char), []).append(i)
    restored = False
    for places in found.values():
        around = {i: _around(page, i) for i in places}
        inside = {i: (a, b) for i, (a, b) in around.items() if len(a + b) >= 2}
        for ligature in (*LIGATURES, *MORE):
            made = {w for a, b in inside.values() if len(w := (a + ligature + b).lower()) >= SHORT}
            words = {word for word in made if known(word)}
            if len(words) >= 2 and len(words) >= SURE * len(made) and len(inside) >= SURE * len(places):
                restored = True
                for i in inside:
                    page.text[i] = ligature
                break
    return restored


def lose_private_words(page: Glyphs) -> None:
    """Say of letters whose font names them by private codes that they have no meaning, where they stand in words.

    What stands alone is left: a pictogram.
    """
    run: list[int] = []
    for i in range(len(page.text) + 1):
        if i < len(page.text) and is_private(page.text[i]) and not page.looks[page.look[i]].icon:
            near = run and page.base[i] == page.base[run[-1]] and abs(page.x0[i] - page.x1[run[-1]]) < 1.0
            if near or not run:
                run.append(i)
                continue
        if len(run) >= WORD:
            for k in run:
                page.text[k], page.codes[k] = UNKNOWN, ord(page.text[k])
        run = [i] if i < len(page.text) and is_private(page.text[i]) else []


def restore_symbols(page: Glyphs) -> None:
    """Give the unmapped signs of nameless fonts what TeX has at their places."""
    for i, code in page.codes.items():
        if page.text[i] == UNKNOWN and code in SIGNS and not page.looks[page.look[i]].font:
            page.text[i] = SIGNS[code]


def _beside_letter(page: Glyphs, i: int) -> bool:
    return any(0 <= k < len(page.text) and page.text[k].isalpha() for k in (i - 1, i + 1))


def _around(page: Glyphs, i: int) -> tuple[str, str]:
    """The letters on both sides of a character, as far as its word goes."""
    left, right = i, i
    while left > 0 and page.text[left - 1].isalpha() and page.x0[left] - page.x1[left - 1] < 1.5:
        left -= 1
    while right + 1 < len(page.text) and page.text[right + 1].isalpha() and page.x0[right + 1] - page.x1[right] < 1.5:
        right += 1
    return "".join(page.text[left:i]), "".join(page.text[i + 1 : right + 1])
