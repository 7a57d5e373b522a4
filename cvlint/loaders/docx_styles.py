"""What a run looks like: document defaults, paragraph style, character style and the run's own properties."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from cvlint.loaders.draft import Look
from cvlint.loaders.package import W
from cvlint.model.document import Mark

TINY = 4.0
"""Points below which nobody reads a text."""
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFF = frozenset({"0", "false", "off", "none"})
TOGGLES = {"b": Mark.BOLD, "i": Mark.ITALIC, "caps": Mark.CAPS, "smallCaps": Mark.CAPS, "vanish": Mark.HIDDEN}


def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def val(el: Any, name: str = "val") -> str | None:
    """A `w:` attribute of an element, None where either is absent."""
    if el is None:
        return None
    value = el.get(w(name))
    return None if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Props:
    """Run properties of one level; None where that level says nothing. `toggles` maps b, i, caps... to on or off."""

    toggles: tuple[tuple[str, bool], ...] = ()
    underline: bool | None = None
    font: str | None = None
    size: float | None = None
    colour: str | None = None
    language: str | None = None
    fill: str | None = None  # of the shading or highlight behind the text
    no_proof: bool | None = None
    style: str | None = None

    def over(self, below: Props) -> Props:
        """These properties where they are given, else those of the level below."""
        return Props(
            tuple({**dict(below.toggles), **dict(self.toggles)}.items()),
            below.underline if self.underline is None else self.underline,
            self.font or below.font,
            self.size or below.size,
            self.colour or below.colour,
            self.language or below.language,
            self.fill or below.fill,
            below.no_proof if self.no_proof is None else self.no_proof,
            self.style or below.style,
        )


NOTHING = Props()
HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "green": "00FF00", "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000", "white": "FFFFFF",
    "yellow": "FFFF00",
}  # fmt: skip


def shade(el: Any) -> str | None:
    """The fill of a `w:shd` element as RRGGBB, None for none or automatic."""
    if el is None:
        return None
    pattern, colour, fill = val(el), val(el, "color"), val(el, "fill")
    if pattern == "solid" and colour and colour != "auto":
        return colour.upper()
    return fill.upper() if fill and fill != "auto" and len(fill) == 6 else None


@dataclass(frozen=True)
class Style:
    """One style of `styles.xml`, not yet merged with what it is based on."""

    id: str
    name: str
    kind: str
    based_on: str | None
    props: Props
    ppr: Any  # w:pPr or None
    shaded: bool = False  # a table style that shades cells


@dataclass
class Styles:
    """The styles of a document, merged along `basedOn` on demand."""

    defaults: Props = NOTHING
    styles: dict[str, Style] = field(default_factory=dict)
    default_paragraph: str | None = None
    fonts: dict[str, str] = field(default_factory=dict)
    paragraph: Any = None  # w:pPr of the document's defaults, or None
    _merged: dict[str, Props] = field(default_factory=dict)
    _looks: dict[tuple[str | None, Props], tuple[Look, str | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, styles: Any, theme: Any) -> Styles:
        """The styles of the roots of `styles.xml` and the theme; either may be None."""
        made = cls(fonts=theme_fonts(theme))
        if styles is None:
            return made
        made.defaults = made.props(styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))
        made.paragraph = styles.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}")
        for el in styles.iterfind(w("style")):
            id = val(el, "styleId") or ""
            kind = val(el, "type") or "paragraph"
            made.styles[id] = Style(
                id,
                val(el.find(w("name"))) or id,
                kind,
                val(el.find(w("basedOn"))),
                made.props(el.find(w("rPr"))),
                el.find(w("pPr")),
                kind == "table" and any(shade(s) not in (None, "FFFFFF") for s in el.iter(w("shd"))),
            )
            if kind == "paragraph" and val(el, "default") in ("1", "true", "on"):
                made.default_paragraph = id
        return made

    def props(self, rpr: Any) -> Props:
        """The properties that an `w:rPr` element states; nothing for None."""
        if rpr is None or not len(rpr):
            return NOTHING
        toggles: list[tuple[str, bool]] = []
        stated: dict[str, Any] = {}
        for el in rpr:
            name = el.tag[len(W) + 2 :] if isinstance(el.tag, str) and el.tag.startswith(f"{{{W}}}") else ""
            if name in TOGGLES:
                toggles.append((name, val(el) not in OFF))
            elif name == "u":
                stated["underline"] = val(el) not in OFF
            elif name == "rFonts":
                theme = val(el, "asciiTheme") or val(el, "hAnsiTheme")
                stated["font"] = (self.fonts.get(theme[:5]) if theme else None) or val(el, "ascii") or val(el, "hAnsi")
            elif name == "sz":
                stated["size"] = half_points(val(el))
            elif name == "color":
                colour = val(el)
                stated["colour"] = "000000" if colour in (None, "auto") else str(colour).upper()
            elif name == "lang":
                stated["language"] = val(el)
            elif name == "noProof":
                stated["no_proof"] = val(el) not in OFF
            elif name == "shd":
                stated["fill"] = shade(el)
            elif name == "highlight":
                stated["fill"] = HIGHLIGHTS.get(val(el) or "") or stated.get("fill")
            elif name == "rStyle":
                stated["style"] = val(el)
        return Props(tuple(toggles), **stated)

    def chain(self, id: str | None) -> list[Style]:
        """A style and what it is based on, itself first; circles end."""
        found: list[Style] = []
        while id is not None and id in self.styles and self.styles[id] not in found:
            found.append(self.styles[id])
            id = found[-1].based_on
        return found

    def merged(self, id: str | None) -> Props:
        """The run properties of a style with everything it is based on."""
        if id is None:
            return NOTHING
        if id not in self._merged:
            props = NOTHING
            for style in reversed(self.chain(id)):
                props = style.props.over(props)
            self._merged[id] = props
        return self._merged[id]

    def look(self, paragraph_style: str | None, own: Props) -> tuple[Look, str | None]:
        """The look of a run and the fill behind its text (None where nothing is filled)."""
        key = (paragraph_style, own)
        if key not in self._looks:
            self._looks[key] = self._look(paragraph_style, own)
        return self._looks[key]

    def _look(self, paragraph_style: str | None, own: Props) -> tuple[Look, str | None]:
        paragraph = self.merged(paragraph_style or self.default_paragraph)
        character = self.merged(own.style)
        every = own.over(character.over(paragraph.over(self.defaults)))
        marks = Mark.NONE
        for name, mark in TOGGLES.items():
            if self._on(name, own, character, paragraph):
                marks |= mark
        if every.underline:
            marks |= Mark.UNDERLINE
        if every.no_proof:
            marks |= Mark.NO_PROOF
        if every.size is not None and every.size < TINY:
            marks |= Mark.TINY
        return Look(marks, every.language, None, every.font, every.size, every.colour), every.fill

    def _on(self, name: str, own: Props, character: Props, paragraph: Props) -> bool:
        stated = dict(own.toggles)
        if name in stated:
            return stated[name]
        # Toggle properties of two style levels cancel each other out (ECMA-376, 17.7.3).
        on = [dict(level.toggles).get(name, False) for level in (character, paragraph)]
        return on[0] != on[1] or (on == [False, False] and dict(self.defaults.toggles).get(name, False))


def half_points(value: str | None) -> float | None:
    """A size in points of a count of half points; None for what is no number."""
    try:
        return float(value) / 2 if value else None
    except ValueError:
        return None


def theme_fonts(theme: Any) -> dict[str, str]:
    """The Latin fonts of a theme under "major" and "minor"."""
    fonts: dict[str, str] = {}
    for kind in ("major", "minor") if theme is not None else ():
        for latin in theme.iter(f"{{{A}}}{kind}Font"):
            face = latin.find(f"{{{A}}}latin")
            if face is not None and face.get("typeface"):
                fonts[kind] = face.get("typeface")
    return fonts


def near(one: str | None, other: str | None) -> bool:
    """Whether two colours, RRGGBB, can hardly be told apart."""
    try:
        a, b = (bytes.fromhex(c or "") for c in (one, other))
    except ValueError:
        return False
    return len(a) == len(b) == 3 and max(abs(x - y) for x, y in zip(a, b, strict=True)) <= 16


def seen_on(look: Look, ground: str | None, text: str) -> Look:
    """The look with the marks for text in the colour of its ground, and without marks that blanks do not earn."""
    if not text.strip():
        return look if Mark.TINY not in look.marks else replace(look, marks=look.marks & ~Mark.TINY)
    if ground is not None and look.colour is not None and near(look.colour, ground):
        return look.with_marks(Mark.WHITE)
    return look
