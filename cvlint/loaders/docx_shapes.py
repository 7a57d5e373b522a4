"""Drawings of DOCX: the text boxes, pictures and diagrams in them, and the two copies Word keeps of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from cvlint.loaders.docx_parts import CHART, DGM
from cvlint.loaders.docx_styles import A, w
from cvlint.loaders.pictures import is_photo, is_sign

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
R_ = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
EMU_POINT = 12_700
EMU_THICK = 100_000
"""About 8 points: what is thinner is a line, not a ground for text."""
MOST_COMPARED = 2_000


@dataclass
class Shapes:
    """What the drawings of a paragraph hold."""

    boxes: list[Any] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)  # relations of diagrams and charts
    lettering: list[str] = field(default_factory=list)  # WordArt of old kind, which is no text of the body
    images: int = 0
    photos: int = 0  # images that may show a face, and those whose size is not told
    signs: int = 0  # images in the line and as small as a pictogram


def choice_of(alternate: Any) -> Any:
    """The copy to read of an `mc:AlternateContent`: its first Choice, else its Fallback, else nothing."""
    choice = alternate.find(MC + "Choice")
    if choice is None:
        choice = alternate.find(MC + "Fallback")
    return () if choice is None else choice


def shapes_in(el: Any, found: Shapes) -> None:
    """Add what a drawing holds to `found`: text boxes in their order, each once."""
    for child in el:
        tag = child.tag
        if tag == MC + "AlternateContent":
            shapes_in(choice_of(child), found)
        elif tag == w("txbxContent"):
            found.boxes.append(child)
        elif tag == DGM + "relIds":
            found.diagrams.append(child.get(R_ + "dm") or "")
        elif tag == CHART + "chart":
            found.diagrams.append(child.get(R_ + "id") or "")
        elif tag == V + "textpath":
            found.lettering.append(child.get("string") or "")
        else:
            if tag in (f"{{{A}}}blip", V + "imagedata"):
                size = _size(child)
                found.images += 1
                found.photos += size is None or is_photo(*size)
                inline = next(child.iterancestors(WP + "inline"), None) is not None
                found.signs += inline and size is not None and is_sign(*size)
            if len(child):
                shapes_in(child, found)


def _size(image: Any) -> tuple[float, float] | None:
    """Width and height of a picture in points; None where the file does not tell them."""
    picture = next(image.iterancestors(PIC + "pic"), None)
    extent = picture.find(f".//{{{A}}}xfrm/{{{A}}}ext") if picture is not None else None
    try:
        width, height = (int(extent.get(side)) / EMU_POINT for side in ("cx", "cy")) if extent is not None else (0, 0)
    except (TypeError, ValueError):
        return None
    return (width, height) if width > 0 and height > 0 else None


def pair_twins(root: Any) -> dict[Any, list[Any]]:
    """The other copies of each `w:t` that stands in the Choice of an `mc:AlternateContent`."""
    twins: dict[Any, list[Any]] = {}
    for alternate in root.iter(MC + "AlternateContent"):
        choice, fallback = alternate.find(MC + "Choice"), alternate.find(MC + "Fallback")
        if choice is None or fallback is None or next(alternate.iterancestors(MC + "Fallback"), None) is not None:
            continue
        ours = [t for t in choice.iter(w("t")) if next(t.iterancestors(MC + "Fallback"), None) is None]
        theirs = list(fallback.iter(w("t")))
        for one, other in alike(ours, theirs):
            twins.setdefault(one, []).append(other)
    return twins


def alike(ours: list[Any], theirs: list[Any]) -> list[tuple[Any, Any]]:
    """The elements of two lists that hold the same text in the same order."""
    a, b = [t.text or "" for t in ours], [t.text or "" for t in theirs]
    if a == b:
        return list(zip(ours, theirs, strict=True))
    if max(len(a), len(b)) > MOST_COMPARED:
        return []
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return [(ours[m.a + i], theirs[m.b + i]) for m in matcher.get_matching_blocks() for i in range(m.size)]


def ground_of_box(box: Any, around: str | None) -> str | None:
    """The colour behind the text of a text box as RRGGBB; None where it cannot be known."""
    shape = next(box.iterancestors(WPS + "wsp"), None)
    if shape is not None:
        look = shape.find(WPS + "spPr")
        if look is None:
            return None
        if look.find(f"{{{A}}}noFill") is not None:
            # In a group, another shape of it may lie behind.
            grouped = next(shape.iterancestors(WPG + "wgp"), None) is not None
            return None if grouped else around
        plain = look.find(f"{{{A}}}solidFill/{{{A}}}srgbClr")
        return str(plain.get("val")).upper() if plain is not None else None
    return None


def covers_ground(root: Any) -> bool:
    """Whether floating pictures or shapes may lie behind text, so that its ground cannot be known."""
    for anchor in root.iter(WP + "anchor"):
        extent = anchor.find(WP + "extent")
        sides = [int(extent.get(s) or 0) for s in ("cx", "cy")] if extent is not None else [0]
        if min(sides) > EMU_THICK:
            return True
    shapes = (V + "rect", V + "shape", V + "roundrect")
    return any("position:absolute" in (v.get("style") or "") for v in root.iter(*shapes))
