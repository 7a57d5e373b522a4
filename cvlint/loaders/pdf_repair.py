"""Ligatures and signs that a PDF's font gives no meaning to, put back by what makes words and by where TeX has them."""

from __future__ import annotations

from collections.abc import Callable

from cvlint.loaders.pdf_glyphs import UNKNOWN, Glyphs

# TeX's T1 and OT1 encodings put the ligatures here; fonts made by other tools use the same places in another order.
USUAL = {27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl", 11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl"}
# TeX's encoding of signs (TS1). Where its fonts come as bitmaps, as they do without the package cm-super, the font of
# the PDF has neither a name nor names for its characters.
SIGNS = {
    136: "•", 151: "™", 162: "¢", 163: "£", 165: "¥", 167: "§", 169: "©", 174: "®", 176: "°", 177: "±", 183: "·",
    191: "€", 214: "×", 246: "÷",
}  # fmt: skip
LIGATURES = ("fi", "ff", "fl", "ffi", "ffl")


def restore_ligatures(page: Glyphs, known: Callable[[str], bool]) -> bool:
    """Give unmapped characters at the places of ligatures the letters that make words; whether any was.

    Every code of a font is decided once, by how many words each reading makes that `known` knows; without a word that
    decides, TeX's own order holds.
    """
    found: dict[tuple[str, int], list[int]] = {}
    for i, code in page.codes.items():
        if code in USUAL and page.text[i] == UNKNOWN and _beside_letter(page, i):
            found.setdefault((page.looks[page.look[i]].font, code), []).append(i)
    for (_, code), places in found.items():
        around = [_around(page, i) for i in places[:40]]
        scores = {t: sum(known((a + t + b).lower()) for a, b in around) for t in LIGATURES}
        best = max(scores, key=lambda t: (scores[t], t == USUAL[code]))
        for i in places:
            page.text[i] = best if scores[best] else USUAL[code]
    return bool(found)


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
