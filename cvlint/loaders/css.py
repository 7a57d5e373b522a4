"""The few CSS declarations that decide how text looks and whether it is seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cvlint.loaders.docx_styles import TINY, near
from cvlint.loaders.draft import Look
from cvlint.model.document import Mark

NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "gray": "808080",
    "grey": "808080", "silver": "C0C0C0", "maroon": "800000", "purple": "800080", "fuchsia": "FF00FF",
    "lime": "00FF00", "olive": "808000", "yellow": "FFFF00", "navy": "000080", "teal": "008080", "aqua": "00FFFF",
    "orange": "FFA500", "snow": "FFFAFA", "ivory": "FFFFF0", "whitesmoke": "F5F5F5", "darkblue": "00008B",
    "darkgray": "A9A9A9", "darkgrey": "A9A9A9", "dimgray": "696969", "lightgray": "D3D3D3", "lightgrey": "D3D3D3",
    "steelblue": "4682B4", "royalblue": "4169E1", "crimson": "DC143C", "brown": "A52A2A", "ghostwhite": "F8F8FF",
}  # fmt: skip
POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0, "": 0.75}
SIZES = {
    "xx-small": 7.0, "x-small": 7.5, "small": 10.0, "medium": 12.0, "large": 13.5, "x-large": 18.0, "xx-large": 24.0,
}  # fmt: skip
LENGTH = re.compile(r"(-?\d*\.?\d+)\s*([a-z%]*)")
FAR = 1000.0
"""Points to the left at which nothing is on the page any more."""


@dataclass(frozen=True, slots=True)
class Css:
    """The look of text at one place; `ground` is the colour behind it, None where a picture or gradient is."""

    look: Look = Look(size=12.0)
    ground: str | None = "FFFFFF"
    invisible: bool = False  # `visibility`, which a child can undo
    pre: bool = False

    def with_(self, **changes: object) -> Css:
        """The same with some fields of the look changed."""
        return replace(self, look=replace(self.look, **changes))  # type: ignore[arg-type]

    def mark(self, marks: Mark, on: bool = True) -> Css:
        """The same with marks set or taken away."""
        return self.with_(marks=self.look.marks | marks if on else self.look.marks & ~marks)

    def shown(self) -> Look:
        """The look with the marks for what cannot be seen."""
        marks = Mark.HIDDEN if self.invisible else Mark.NONE
        if self.look.size is not None and self.look.size < TINY:
            marks |= Mark.TINY
        if self.look.colour == "transparent" or (self.ground and near(self.look.colour, self.ground)):
            marks |= Mark.WHITE
        look = self.look.with_marks(marks)
        return replace(look, colour=None) if look.colour == "transparent" else look


def colour_of(text: str) -> str | None:
    """A CSS colour as RRGGBB, "transparent", or None for what is no plain colour."""
    text = text.strip().lower()
    if text in NAMED or text == "transparent":
        return NAMED.get(text, text)
    if re.fullmatch(r"#[0-9a-f]{3,4}", text):
        return "".join(2 * c for c in text[1:4]).upper()
    if re.fullmatch(r"#[0-9a-f]{6}([0-9a-f]{2})?", text):
        return "transparent" if text[7:] == "00" else text[1:7].upper()
    numbers = re.fullmatch(r"rgba?\(([^)]*)\)", text)
    if numbers is None:
        return None
    parts = re.findall(r"[\d.]+%?", numbers[1])
    if len(parts) < 3:
        return None
    if len(parts) > 3 and float(parts[3].rstrip("%") or 0) == 0:
        return "transparent"
    values = [float(p[:-1]) * 2.55 if p.endswith("%") else float(p) for p in parts[:3]]
    return "".join(f"{min(255, max(0, round(v))):02X}" for v in values)


def points(text: str, size: float) -> float | None:
    """A CSS length in points, relative ones against `size`; None for what is no length."""
    text = text.strip().lower()
    if text in SIZES:
        return SIZES[text]
    if text in ("smaller", "larger"):
        return size / 1.2 if text == "smaller" else size * 1.2
    length = LENGTH.fullmatch(text)
    if length is None:
        return None
    number, unit = float(length[1]), length[2]
    if unit in ("em", "%", "rem", "ex"):
        return number * {"em": size, "%": size / 100, "rem": 12.0, "ex": size / 2}[unit]
    return number * POINTS[unit] if unit in POINTS else None


def declarations(style: str) -> list[tuple[str, str]]:
    """The properties and values of a `style` attribute, in order."""
    found = []
    for declaration in style.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found.append((name.strip().lower(), value.replace("!important", "").strip()))
    return found


def styled(css: Css, style: str) -> Css:
    """The look below an element with this `style` attribute."""
    for name, value in declarations(style):
        css = _declared(css, name, value, value.lower())
    return css


def _declared(css: Css, name: str, value: str, low: str) -> Css:
    size = css.look.size or 12.0
    match name:
        case "font-family":
            return css.with_(font=value.split(",")[0].strip().strip("'\""))
        case "font-size":
            return css.with_(size=got) if (got := points(value, size)) is not None else css
        case "color":
            return css.with_(colour=colour) if (colour := colour_of(value)) else css
        case "background" | "background-color":
            return _on_ground(css, low)
        case "font-weight":
            return css.mark(Mark.BOLD, low in ("bold", "bolder") or (low.isdigit() and int(low) >= 600))
        case "font-style":
            return css.mark(Mark.ITALIC, low in ("italic", "oblique"))
        case "text-decoration" | "text-decoration-line":
            return css.mark(Mark.UNDERLINE, "underline" in low)
        case "text-transform" | "font-variant":
            return css.mark(Mark.CAPS, low in ("uppercase", "small-caps"))
        case "display":
            return css.mark(Mark.HIDDEN) if low == "none" else css
        case "visibility":
            return replace(css, invisible=low in ("hidden", "collapse"))
        case "opacity":
            opacity = LENGTH.fullmatch(low)
            return css.mark(Mark.HIDDEN) if opacity and float(opacity[1]) < 0.02 else css
        case "white-space":
            return replace(css, pre=low.startswith(("pre", "break-spaces")) and low != "pre-line")
        case "left" | "text-indent" | "margin-left" | "top":
            far = points(value, size)
            return css.mark(Mark.OFF_PAGE) if far is not None and far <= -FAR * 0.75 else css
        case "transform":
            return css.mark(Mark.ROTATED) if "rotate" in low else css
        case _:
            return css


def _on_ground(css: Css, low: str) -> Css:
    if "gradient" in low or "url(" in low:
        return replace(css, ground=None)
    words = re.findall(r"[a-z]+\([^)]*\)|[^\s]+", low)
    colour = next((c for word in words if (c := colour_of(word))), None)
    if colour is None:
        return css
    return css if colour == "transparent" else replace(css, ground=colour)
