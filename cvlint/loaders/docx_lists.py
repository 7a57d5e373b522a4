"""List labels of DOCX: what Word would print before a numbered or bulleted paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cvlint.loaders.docx_styles import val, w

SYMBOL_FONT = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf0a8": "◻", "\uf06f": "□",
    "\uf06e": "■", "\uf06c": "●", "\uf0e8": "➔", "\uf0e0": "→", "\uf02d": "-", "\uf028": "☎",
    "\uf029": "✆", "\uf02a": "✉", "\uf0fe": "☑", "\uf0be": "—", "\uf0d7": "⋅",
}  # fmt: skip
"""Bullets of the fonts Symbol and Wingdings as they lie in the private use area."""


@dataclass(slots=True)
class Level:
    """One level of a list: the format of its number, the pattern of its label, where it starts."""

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    ppr: Any = None  # w:pPr or None


@dataclass
class Lists:
    """The lists of a document with their running numbers. Ask for labels in reading order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by abstract list
    abstract: dict[str, str] = field(default_factory=dict)  # of each list
    overrides: dict[str, dict[int, Level]] = field(default_factory=dict)  # by list
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)  # by list, numbers it starts afresh with
    by_style: dict[tuple[str, str], int] = field(default_factory=dict)  # depth of a paragraph style in an abstract list
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: Any) -> Lists:
        """The lists of the root of `numbering.xml`, which may be None."""
        made = cls()
        if numbering is None:
            return made
        linked: dict[str, str] = {}
        by_link: dict[str, str] = {}
        for el in numbering.iterfind(w("abstractNum")):
            id = val(el, "abstractNumId") or ""
            made.levels[id] = dict(level_of(lvl) for lvl in el.iterfind(w("lvl")))
            for lvl in el.iterfind(w("lvl")):
                style = val(lvl.find(w("pStyle")))
                if style:
                    made.by_style[id, style] = number(val(lvl, "ilvl"), 0)
            for name, table in (("numStyleLink", linked), ("styleLink", by_link)):
                link = val(el.find(w(name)))
                if link:
                    table[id if name == "numStyleLink" else link] = link if name == "numStyleLink" else id
        for id, style in linked.items():
            if not made.levels.get(id) and style in by_link:
                made.levels[id] = made.levels.get(by_link[style], {})
        for el in numbering.iterfind(w("num")):
            made._add_list(el)
        return made

    def _add_list(self, el: Any) -> None:
        id = val(el, "numId") or ""
        self.abstract[id] = val(el.find(w("abstractNumId"))) or ""
        for override in el.iterfind(w("lvlOverride")):
            depth = number(val(override, "ilvl"), 0)
            lvl = override.find(w("lvl"))
            if lvl is not None:
                self.overrides.setdefault(id, {})[depth] = level_of(lvl)[1]
            start = val(override.find(w("startOverride")))
            if start is not None:
                self.restarts.setdefault(id, {})[depth] = number(start, 1)

    def level(self, list_id: str, depth: int) -> Level | None:
        """A level of a list; None for a list that is not defined."""
        own = self.overrides.get(list_id, {}).get(depth)
        return own or self.levels.get(self.abstract.get(list_id, ""), {}).get(depth)

    def depth(self, list_id: str, style: str) -> int:
        """The depth at which a paragraph style stands in a list."""
        return self.by_style.get((self.abstract.get(list_id, ""), style), 0)

    def label(self, list_id: str, depth: int) -> str:
        """The label of the next item of a list at a depth; counts it."""
        level = self.level(list_id, depth)
        if level is None:
            return ""
        if level.format == "none":
            return level.pattern if "%" not in level.pattern else ""
        if level.format == "bullet":
            return "".join(SYMBOL_FONT.get(c, c) for c in level.pattern) or "•"
        counts = self._counts.setdefault(self.abstract.get(list_id, list_id), {})
        fresh = self.restarts.get(list_id, {}).get(depth)
        if fresh is not None and (list_id, depth) not in self._begun:
            counts[depth] = fresh
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        self._begun.add((list_id, depth))
        for deeper in [d for d in counts if d > depth]:
            below = self.level(list_id, deeper)
            if below is None or below.restart is None or (below.restart and depth < below.restart):
                del counts[deeper]
        label = level.pattern
        for d in range(9):
            if f"%{d + 1}" in label:
                other = self.level(list_id, d) or Level()
                shown = "decimal" if level.legal else other.format
                label = label.replace(f"%{d + 1}", in_format(counts.get(d, other.start), shown))
        return label


def level_of(lvl: Any) -> tuple[int, Level]:
    """The depth and the content of a `w:lvl` element."""
    restart = val(lvl.find(w("lvlRestart")))
    return number(val(lvl, "ilvl"), 0), Level(
        val(lvl.find(w("numFmt"))) or "decimal",
        val(lvl.find(w("lvlText"))) or "",
        number(val(lvl.find(w("start"))), 1),
        None if restart is None else number(restart, 0),
        lvl.find(w("isLgl")) is not None,
        lvl.find(w("pPr")),
    )


def number(value: str | None, otherwise: int) -> int:
    """The number a text spells, kept within what a list can hold."""
    try:
        return max(-1, min(int(value), 100_000)) if value is not None else otherwise
    except ValueError:
        return otherwise


def in_format(count: int, format: str) -> str:
    """A number in one of Word's formats; decimal where the format is rare."""
    if format in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 30) if count > 0 else "0"
        return letter.upper() if format == "upperLetter" else letter
    if format in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return roman(count).lower() if format == "lowerRoman" else roman(count)
    if format == "decimalZero":
        return f"{count:02d}"
    if format == "ordinal":
        tail = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
        return f"{count}{tail}"
    return str(count)


def roman(count: int) -> str:
    """A number from 1 to 3999 in Roman numerals."""
    text = ""
    for value, letters in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        text += letters * (count // value)
        count %= value
    return text
