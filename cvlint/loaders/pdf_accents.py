"""Accents that stand as a sign of their own over, or under, their letter: TeX puts ā, é and ç together so."""

from __future__ import annotations

import unicodedata

from cvlint.loaders.pdf_glyphs import Glyphs

COMBINING = {
    "`": "\u0300", "´": "\u0301", "ˊ": "\u0301", "ˋ": "\u0300", "^": "\u0302", "ˆ": "\u0302", "~": "\u0303",
    "˜": "\u0303", "¯": "\u0304", "ˉ": "\u0304", "˘": "\u0306", "˙": "\u0307", "¨": "\u0308", "˚": "\u030a",
    "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
DOTLESS = {"ı": "i", "ȷ": "j"}


def compose_accents(page: Glyphs) -> None:
    """Give each letter the accent whose middle is over it; the accent itself is then no character any more."""
    if COMBINING.keys().isdisjoint(page.text):
        return
    for i, char in enumerate(page.text):
        mark = COMBINING.get(char)
        if mark is None:
            continue
        # TeX paints the accent right before its letter, but PDFium moves a raised one to the end of the line.
        for k in (i + 1, i - 1, *range(len(page.text))):
            if 0 <= k < len(page.text) and _under(page, i, k):
                made = unicodedata.normalize("NFC", DOTLESS.get(page.text[k], page.text[k]) + mark)
                if len(made) == 1:
                    _join(page, i, k, made)
                    break


def _under(page: Glyphs, accent: int, letter: int) -> bool:
    """Whether a letter shares its place on the page with an accent."""
    if page.looks[page.look[accent]].angle:
        return False
    em = max(page.looks[page.look[letter]].size, 1.0)
    middle = (page.x0[accent] + page.x1[accent]) / 2
    return (
        abs(page.base[accent] - page.base[letter]) < 0.5 * em
        and page.x0[letter] - 0.05 * em <= middle <= page.x1[letter] + 0.05 * em
        and page.text[letter].isalpha()
    )


def _join(page: Glyphs, accent: int, letter: int, made: str) -> None:
    """Put an accented letter in place of the letter; its box holds both."""
    page.text[letter], page.text[accent] = made, ""
    page.x0[letter], page.top[letter] = (
        min(page.x0[letter], page.x0[accent]),
        min(page.top[letter], page.top[accent]),
    )
    page.x1[letter], page.bottom[letter] = (
        max(page.x1[letter], page.x1[accent]),
        max(page.bottom[letter], page.bottom[accent]),
    )
