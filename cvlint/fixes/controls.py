"""Inline content controls: which of them keep the markers of a comment on words within."""

from __future__ import annotations

from typing import Any

from cvlint.fixes.parts import Part
from cvlint.loaders.docx_styles import OFF

CLOSED = frozenset((
    "text", "date", "dropDownList", "comboBox", "picture", "citation", "bibliography", "equation", "group",
    "checkbox", "entityPicker", "dataBinding", "showingPlcHdr",
))  # fmt: skip
"""The kinds whose content is plain or chosen, is fetched from elsewhere, or goes as a whole at the first key."""
LOCKED = ("contentLocked", "sdtContentLocked")


def outside(part: Part, run: Any) -> Any:
    """The run itself, or the outermost control around it in its paragraph that could lose a marker within."""
    found = run
    for above in run.iterancestors():
        if above.tag == part.w("p"):
            break
        if above.tag == part.w("sdt") and _closed(part, above):
            found = above
    return found


def _closed(part: Part, control: Any) -> bool:
    from lxml import etree

    properties = control.find(part.w("sdtPr"))
    for el in properties if properties is not None else ():
        name = etree.QName(el).localname if isinstance(el.tag, str) else ""
        value = el.get(part.w("val"))
        if name == "lock" and value in LOCKED:
            return True
        if name in CLOSED and (name != "showingPlcHdr" or value not in OFF):
            return True
    return False


def words_between(part: Part, start: Any, end: Any) -> str:
    """The text between two markers, without blanks."""
    inside, found = False, []
    for el in part.root.iter(start.tag, end.tag, part.w("t")):
        if el is start or el is end:
            inside = el is start
        elif inside and el.tag == part.w("t"):
            found.append(el.text or "")
    return "".join("".join(found).split())
