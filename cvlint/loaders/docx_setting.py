"""How a paragraph of a DOCX is set: alignment, indent, space and tab stops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cvlint.loaders.docx_styles import OFF, val, w
from cvlint.model.document import Setting

ALIGN = {"start": "left", "left": "left", "end": "right", "right": "right", "center": "center", "both": "both"}


def setting(properties: Sequence[Any], listed: Any, default: Any) -> Setting:
    """The setting that `w:pPr` elements give, the paragraph's own first, then those of its styles.

    `listed` is the `w:pPr` of its level of a list, which outdoes a style's indent; `default` the document's.
    """
    levels = [*properties, *([default] if default is not None else [])]
    indents = [*properties[:1], *([listed] if listed is not None else []), *properties[1:], *levels[len(properties) :]]
    align = next((a for x in levels if (a := val(x.find(w("jc")))) is not None), "left")
    rule = _first(levels, "spacing", "lineRule")
    line = _points(_first(levels, "spacing", "line"))
    return Setting(
        ALIGN.get(align, align),
        _points(_first(indents, "ind", "left") or _first(indents, "ind", "start")) or 0.0,
        _space(levels, "before"),
        _space(levels, "after"),
        1.0 if line is None else line if rule in ("exact", "atLeast") else round(line / 12, 2),
        tuple(sorted(_tabs(levels))),
    )


def _first(levels: Sequence[Any], element: str, name: str) -> str | None:
    found = (val(x.find(w(element)), name) for x in levels)
    return next((value for value in found if value is not None), None)


def _points(twips: str | None) -> float | None:
    """Points of a measure in twentieths of a point; None where there is none or it is no number."""
    try:
        return None if twips is None else round(float(twips) / 20, 1)
    except ValueError:
        return None


def _space(levels: Sequence[Any], side: str) -> float:
    automatic = _first(levels, "spacing", f"{side}Autospacing")
    if automatic is not None and automatic not in OFF:
        return 14.0  # what Word gives it
    return _points(_first(levels, "spacing", side)) or 0.0


def _tabs(levels: Sequence[Any]) -> Iterator[tuple[float, str]]:
    seen: set[str | None] = set()
    for ppr in levels:
        for tab in ppr.iterfind(f"{w('tabs')}/{w('tab')}"):
            at, kind = val(tab, "pos"), val(tab) or "left"
            place = _points(at)
            if at not in seen and place is not None and kind not in ("clear", "num", "bar"):
                yield place, ALIGN.get(kind, kind)
            seen.add(at)
