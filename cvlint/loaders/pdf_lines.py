"""Characters of a PDF page to words and stretches: what stands on one baseline without a wide blank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles

from cvlint.loaders.pdf_glyphs import UNKNOWN, Glyphs

GAP = 0.15  # em: a wider gap between two characters ends a word
NARROW = 0.112  # em: so does this one where the word's other characters stand close
CLOSE = 0.04  # em
TRACKED = 0.06  # em: where most characters of a line stand further apart than this, the whole is set wide
WIDE = 1.0  # em: a wider gap ends a stretch; what follows may belong to another column
GUTTER, SOME = 0.9, 0.6  # em: so do these, the second where the size changes, if other blanks are much narrower
FEW = 5  # blanks of a line that do not tell which are usual
BULLETS = frozenset("•‣◦▪●○■□▸►▶➢➤➔→❖◆◇✓✔✦★☆⁃∙·–—-*»›❯■o§ﾖ▫⬧⦁")
SPOKEN = re.compile(r"@\w|\d{3}|\w\.\w\w|/\w\w")
NUMBER = re.compile(r"(?:\(?\d{1,2}[.)]|\[\d{1,3}\]|\(?[a-z]\))$")


@dataclass(slots=True)
class Word:
    """Characters without a blank between them, by their index in `Glyphs`; points from the top left."""

    text: str
    glyphs: list[int]
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    after_blank: bool = False  # a real blank stands before it


@dataclass(slots=True)
class Stretch:
    """Words of one baseline without a wide blank; `base` and `size` are those of the largest of them."""

    words: list[Word]
    x0: float = 0.0
    x1: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    base: float = 0.0
    size: float = 0.0
    order: int = 0
    text: str = ""

    def __post_init__(self) -> None:
        words = self.words
        self.x0, self.x1 = words[0].x0, max([w.x1 for w in words])
        self.top, self.bottom = min([w.top for w in words]), max([w.bottom for w in words])
        self.size = max([w.size for w in words])
        self.base = next(w.base for w in words if w.size == self.size)
        self.order = min([w.glyphs[0] for w in words])
        self.text = " ".join([w.text for w in words])


def is_private(char: str) -> bool:
    """Whether a character is from a private use area: a pictogram without a meaning that a program can read."""
    return "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000"


def pieces(page: Glyphs, angle: int) -> tuple[list[Word], list[tuple[float, float, str]]]:
    """Runs of characters in stream order that belong together, and pictograms dropped (x, baseline, which)."""
    found: list[Word] = []
    dropped: list[tuple[float, float, str]] = []
    x0, x1, base, look, looks, text = page.x0, page.x1, page.base, page.look, page.looks, page.text
    word: Word | None = None
    blank = False
    spoken = _spoken(page)
    doubtful: list[tuple[Word, int]] = []
    wide: dict[int, float] | None = None
    for i, char in enumerate(text):
        if char == " ":
            word, blank = None, True
            continue
        kind = looks[look[i]]
        if kind.angle != angle or not char:
            continue
        if (kind.icon and i not in spoken) or is_private(char) or (kind.symbol and char == UNKNOWN):
            as_bullet = _bullet_of(char, kind.symbol)
            if not as_bullet:
                if not dropped or abs(dropped[-1][0] - x0[i]) > 0.1 or dropped[-1][1] != base[i]:
                    dropped.append((x0[i], base[i], f"{kind.font}{char}{page.codes.get(i, 0)}"))
                word, blank = None, True
                continue
            char = as_bullet
        if word is not None:
            em = max(word.size, kind.size, 1.0)
            gap = x0[i] - x1[word.glyphs[-1]]
            drift = abs(base[i] - word.base)
            raised = drift > 0.12 * em
            if GAP * em < gap < 2 * GAP * em:
                wide = _tracking(page) if wide is None else wide
                gap -= wide.get(i, 0.0) * em
            if (
                gap > GAP * em
                or x0[i] < x0[word.glyphs[-1]] - 0.25 * em
                or (raised and not _is_script(kind.size, word.size, drift, em))
            ):
                word, blank = None, False
        if word is None:
            word = Word(char, [i], x0[i], x1[i], page.top[i], page.bottom[i], base[i], kind.size, blank)
            blank = False
            found.append(word)
            continue
        if gap > NARROW * em and char.isalpha() and word.text[-1].isalpha():
            doubtful.append((word, len(word.glyphs)))
        word.text += char
        word.glyphs.append(i)
        if x1[i] > word.x1:
            word.x1 = x1[i]
        if kind.size > word.size * 1.05:
            word.size, word.base = kind.size, base[i]
        word.top, word.bottom = min(word.top, page.top[i]), max(word.bottom, page.bottom[i])
    return _without_doubles(_parted(page, found, doubtful) if doubtful else found), dropped


def _tracking(page: Glyphs) -> dict[int, float]:
    """How far apart, in em, the characters of a line stand that is set wide (CSS `letter-spacing`), by character."""
    found: dict[int, float] = {}
    run: list[float] = []
    start = 0
    for i in range(1, len(page.text) + 1):
        if i < len(page.text) and page.look[i] == page.look[i - 1] and page.base[i] == page.base[i - 1]:
            gap = (page.x0[i] - page.x1[i - 1]) / max(page.looks[page.look[i]].size, 1.0)
            if -0.2 < gap < 0.8:
                if page.text[i] != " " != page.text[i - 1]:
                    run.append(gap)
                continue
        if len(run) >= 5:
            low, middle, _ = quantiles(run, n=4)
            if low > TRACKED and middle < 1.2 * GAP:
                found.update(dict.fromkeys(range(start, i), middle))
        run, start = [], i
    return found


def _parted(page: Glyphs, found: list[Word], doubtful: list[tuple[Word, int]]) -> list[Word]:
    """The words, those cut at narrow gaps whose other characters stand close: TeX squeezes blanks so."""
    cuts = {id(word): _squeezed(page, word) for word, _ in doubtful}
    kept: list[Word] = []
    for word in found:
        at = cuts.get(id(word)) or []
        kept += [_part(page, word, a, b) for a, b in pairwise([0, *at, len(word.glyphs)])] if at else [word]
    return kept


def _squeezed(page: Glyphs, word: Word) -> list[int]:
    """The characters of a word before which a squeezed blank stands; none where the gaps are not of two clear kinds."""
    glyphs, em = word.glyphs, max(word.size, 1.0)
    gaps = [(page.x0[b] - page.x1[a]) / em for a, b in pairwise(glyphs)]
    narrow = [n for n, gap in enumerate(gaps, 1) if gap > NARROW]
    close = sum(gap <= CLOSE for gap in gaps)
    return narrow if len(glyphs) > 3 and close + len(narrow) == len(gaps) and close >= 2 * len(narrow) else []


def _part(page: Glyphs, word: Word, start: int, stop: int) -> Word:
    """Some of a word's characters as a word of their own."""
    glyphs = word.glyphs[start:stop]
    return Word(
        "".join(page.text[g] for g in glyphs),
        glyphs,
        page.x0[glyphs[0]],
        max(page.x1[g] for g in glyphs),
        min(page.top[g] for g in glyphs),
        max(page.bottom[g] for g in glyphs),
        word.base,
        word.size,
        True if start else word.after_blank,  # so that the pieces are not put together again
    )


def _spoken(page: Glyphs) -> set[int]:
    """Characters in a pictogram's font that are text all the same.

    LaTeX templates put a whole number or address into the ActualText of the pictogram before it, and PDFium then shows
    no other copy. A mere label ("email:") is dropped with its pictogram.
    """
    icons = [k for k, look in enumerate(page.looks) if look.icon]
    found: set[int] = set()
    if not icons:
        return found
    run: list[int] = []
    for i, look in enumerate([*page.look, -1]):
        if look in icons and (not run or look == page.look[run[-1]]):
            run.append(i)
            continue
        if len(run) > 4 and SPOKEN.search("".join(page.text[k] for k in run)):
            found.update(run)
        run = [i] if look in icons else []
    return found


def _bullet_of(char: str, symbol: bool) -> str:
    """The bullet that a private-use character of a symbol font shows, or empty."""
    if symbol and "\uf020" <= char <= "\uf0ff":
        return "•" if char not in "\uf028\uf029\uf02a\uf03a\uf02b" else ""
    return ""


def _is_script(size: float, other: float, drift: float, em: float) -> bool:
    """Whether a shifted baseline is that of a superscript or subscript of the same word."""
    return drift < 0.55 * em and min(size, other) < 0.85 * max(size, other)


def _without_doubles(words: list[Word]) -> list[Word]:
    """Leave out words painted twice at nearly the same place (imitated bold, shadows)."""
    seen: dict[tuple[str, int], list[Word]] = {}
    kept = []
    for word in words:
        near = seen.setdefault((word.text, round(word.base / 4)), [])
        limit = 0.12 * word.size
        if any(abs(w.x0 - word.x0) < limit and abs(w.base - word.base) < limit for w in near):
            continue
        near.append(word)
        kept.append(word)
    return kept


def rows(words: list[Word]) -> list[list[Word]]:
    """Words grouped by baseline, from top to bottom, each row from left to right."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.base):
        if found:
            first = found[-1][0]
            if word.base - first.base <= 0.3 * min(word.size, first.size):
                found[-1].append(word)
                continue
        found.append([word])
    for row in found:
        row.sort(key=lambda w: w.x0)
    return _with_scripts(found)


def _with_scripts(found: list[list[Word]]) -> list[list[Word]]:
    """Put small raised or lowered words back into the row whose word they touch."""
    kept: list[list[Word]] = []
    for k, row in enumerate(found):
        host = None
        for other in (found[k + 1] if k + 1 < len(found) else [], kept[-1] if kept else []):
            if other and all(any(_touches(w, o) for o in other) for w in row):
                host = other
                break
        if host is None:
            kept.append(row)
        else:
            host.extend(row)
            host.sort(key=lambda w: w.x0)
    return kept


def _touches(word: Word, host: Word) -> bool:
    """Whether a word is a superscript or subscript right beside another."""
    return (
        word.size < 0.85 * host.size
        and abs(word.base - host.base) < 0.55 * host.size
        and -0.3 * host.size < word.x0 - host.x1 < 0.3 * host.size
    )


def stretches(row: list[Word]) -> list[Stretch]:
    """A row split at wide blanks; touching pieces made one word, letter-spaced words collapsed."""
    row = _collapse(_touching(row))
    gaps = [b.x0 - a.x1 for a, b in pairwise(row)]
    usual = median(gaps) if len(gaps) > 2 else 0.0
    spread = min(1.6 * usual, 3.0 * row[0].size)  # a line justified with wide blanks
    found: list[list[Word]] = []
    for word in row:
        last = found[-1][-1] if found else None
        wide = max(spread, WIDE * max(min(last.size, word.size), 1.0)) if last is not None else 0.0
        if last is not None and len(gaps) > FEW:  # the columns of prose may stand close, and a line run out of its own
            some = SOME if abs(last.size - word.size) > 0.08 * word.size else GUTTER
            wide = min(wide, max(some * word.size, 3 * usual))
        if last is not None and word.x0 - last.x1 <= wide:
            found[-1].append(word)
        elif last is not None and len(found[-1]) == 1 and is_label(last.text) and word.x0 - last.x1 < 4 * last.size:
            found[-1].append(word)  # a bullet belongs to its text however far it hangs out
        else:
            found.append([word])
    return [Stretch(words) for words in found]


def is_label(text: str) -> bool:
    """Whether a word is a bullet glyph or a list number."""
    return (len(text) == 1 and text in BULLETS) or bool(NUMBER.match(text))


def _touching(row: list[Word]) -> list[Word]:
    """Pieces of one word that stand apart in the stream, put together."""
    found: list[Word] = []
    for word in row:
        last = found[-1] if found else None
        if (
            last is not None
            and not word.after_blank
            and -0.3 * last.size < word.x0 - last.x1 <= GAP * max(last.size, word.size)
        ) and not (is_label(last.text) and word.x0 > last.x1):
            found[-1] = _merged([last, word])
            continue
        found.append(word)
    return found


def _merged(words: list[Word]) -> Word:
    """Several pieces as one word."""
    largest = max(words, key=lambda w: w.size)
    return Word(
        "".join(w.text for w in words),
        [g for w in words for g in w.glyphs],
        min(w.x0 for w in words),
        max(w.x1 for w in words),
        min(w.top for w in words),
        max(w.bottom for w in words),
        largest.base,
        largest.size,
        words[0].after_blank,
    )


def _collapse(row: list[Word]) -> list[Word]:
    """Letter-spaced words put together: single letters in a row, parted where the gap is clearly wider.

    Four are enough; six where blanks are typed between them, for grades and licences are written so too.
    """
    found: list[Word] = []
    i = 0
    while i < len(row):
        j = i
        while j < len(row) and _is_spaced(row[j]) and (j == i or row[j].x0 - row[j - 1].x1 < 2.5 * row[j].size):
            j += 1
        typed = sum(w.after_blank for w in row[i + 1 : j]) > 0.6 * (j - i - 1)
        single = sum(len(w.text) == 1 for w in row[i:j])
        least = max(6 if typed else 4, 2 * (j - i - single))
        if single < least or sum(w.text.isalnum() for w in row[i:j]) < 0.7 * (j - i):
            found.append(row[i])
            i += 1
            continue
        run = row[i:j]
        gaps = [b.x0 - a.x1 for a, b in pairwise(run)]
        usual = median(sorted(gaps)[: max(1, (3 * len(gaps) + 3) // 4)])
        limit = max(1.6 * usual, usual + 0.12 * run[0].size)
        part = [run[0]]
        for gap, word in zip(gaps, run[1:], strict=True):
            if gap > limit:
                found.append(_merged(part))
                part = []
            part.append(word)
        found.append(_merged(part))
        i = j
    return found


def _is_spaced(word: Word) -> bool:
    """A letter by itself, or two capitals that kerning drew together ("C O N TA C T")."""
    if len(word.text) == 2:
        return word.text.isalpha() and word.text.isupper()
    return len(word.text) == 1 and (word.text.isalnum() or word.text == "-" or word.text not in BULLETS)
