"""ODT to a `Document`: paragraphs, headings, lists, tables, frames and notes with their styles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from cvlint.loaders.css import Css, colour_of, points
from cvlint.loaders.docx_lists import SYMBOL_FONT
from cvlint.loaders.draft import Draft, Place
from cvlint.loaders.errors import LoadError
from cvlint.loaders.package import Package
from cvlint.model.document import BlockKind, Document, Mark, Notice, Revision, Story

ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, DRAW = (f"{ODF}{n}:1.0}}" for n in ("office", "text", "table", "style", "drawing"))
SVG = f"{ODF}svg-compatible:1.0}}"
FO, META = f"{ODF}xsl-fo-compatible:1.0}}", f"{ODF}meta:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}href"
SOLID = {TEXT + "tab": "\t", TEXT + "line-break": "\n", TEXT + "soft-page-break": ""}
SKIPPED = frozenset(
    TEXT + n for n in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "note-citation",
                       "bookmark", "table-of-content-source")
) | {OFFICE + "forms", OFFICE + "annotation-end", DRAW + "glue-point", SVG + "title", SVG + "desc"}  # fmt: skip
DESCENT = {"title": "title", "creator": "lastModifiedBy", "initial-creator": "author", "subject": "subject",
           "description": "description", "date": "modified", "creation-date": "created", "language": "language",
           "generator": "application"}  # fmt: skip


def read_odt(path: str, data: bytes) -> Document:
    """Everything a reader sees of an OpenDocument text. Raises `LoadError` where it cannot be read."""
    package = Package(path, data)
    manifest = package.tree_or_none("META-INF/manifest.xml")
    if manifest is not None and any("encryption-data" in str(el.tag) for el in manifest.iter()):
        raise LoadError(f"{path}: the file is protected by a password; save a copy without it and check that copy.")
    root = package.tree("content.xml")
    styles = package.tree_or_none("styles.xml")
    reading = Reading(root, styles)
    for page in styles.iter(STYLE + "master-page") if styles is not None else ():
        reading.story(page.find(STYLE + "header"), Story.HEADER)
        break
    reading.story(root.find(f"{OFFICE}body/{OFFICE}text"), Story.BODY)
    for page in styles.iter(STYLE + "master-page") if styles is not None else ():
        reading.story(page.find(STYLE + "footer"), Story.FOOTER)
        break
    if not reading.draft.blocks:
        reading.draft.notices.append(Notice("no-text", "The file holds no text, only pictures or nothing at all."))
    found = properties(package.tree_or_none("meta.xml"))
    flags = {"comments" for r in reading.draft.revisions if r.kind == "comment"}
    flags |= {"tracked-changes" for r in reading.draft.revisions if r.kind != "comment"}
    flags |= {"macros" for n in package.names if n.startswith("Basic/")}
    return reading.draft.document(
        path, "odt", len(data), properties=found, flags=frozenset(flags), language=found.get("language")
    )


def properties(meta: Any) -> dict[str, str]:
    """Title, author and the like, and the number of pages."""
    found = {}
    for el in meta.iter() if meta is not None else ():
        name = el.tag.rpartition("}")[2] if isinstance(el.tag, str) else ""
        if name in DESCENT and el.text and el.text.strip():
            found[DESCENT[name]] = el.text.strip()
        elif name == "document-statistic" and el.get(META + "page-count"):
            found["pages"] = el.get(META + "page-count")
        elif name == "template" and el.get("{http://www.w3.org/1999/xlink}title"):
            found["template"] = el.get("{http://www.w3.org/1999/xlink}title")
    return found


@dataclass
class Reading:
    """One ODT while it is read."""

    root: Any
    common: Any
    draft: Draft = field(default_factory=Draft)
    styles: dict[str, Any] = field(default_factory=dict)
    bullets: dict[tuple[str, int], str] = field(default_factory=dict)
    deleted: dict[str, Any] = field(default_factory=dict)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    after: list[Any] = field(default_factory=list)  # frames and notes of the open paragraph
    inserted: bool = False
    _lists: int = 0

    def __post_init__(self) -> None:
        for tree in (self.common, self.root):
            for el in tree.iter(STYLE + "style") if tree is not None else ():
                self.styles[el.get(STYLE + "name") or ""] = el
            for el in tree.iter(TEXT + "list-style") if tree is not None else ():
                for level in el:
                    depth = level.get(TEXT + "level") or "1"
                    bullet = level.get(TEXT + "bullet-char") or (level.get(STYLE + "num-suffix") or ".")
                    bullet = SYMBOL_FONT.get(bullet, bullet)
                    key = (el.get(STYLE + "name") or "", int(depth) if depth.isdigit() else 1)
                    self.bullets[key] = bullet if level.tag.endswith("bullet") else f"1{bullet}"
        for change in self.root.iter(TEXT + "changed-region"):
            self.deleted[change.get(TEXT + "id") or ""] = change

    def story(self, parent: Any, story: Story) -> None:
        """Add one story, after a blank line."""
        if parent is not None:
            self.draft.blank_line()
            self.walk(parent, Place(story), Css(), ())

    def walk(self, parent: Any, place: Place, css: Css, lists: tuple[str, ...]) -> None:
        """Add the paragraphs, lists and tables below an element."""
        for el in parent:
            tag = el.tag
            if tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(el, place, css, lists, None)
            elif tag == TEXT + "list":
                self._list(el, place, css, lists)
            elif tag == TABLE + "table":
                self._table(el, place, css)
            elif tag == DRAW + "frame":
                self._frame(el, place, css)
            elif isinstance(tag, str) and tag not in SKIPPED:
                self._change(el)
                self.walk(el, place, css, lists)

    def _list(self, el: Any, place: Place, css: Css, lists: tuple[str, ...]) -> None:
        name = el.get(TEXT + "style-name") or (lists[0].rpartition("#")[0] if lists else "")
        self._lists += 1
        depth = len(lists) + 1
        lists = (*lists, f"{name}#{self._lists}")
        number = 0
        for item in el:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            number += item.tag == TEXT + "list-item"
            label = self.bullets.get((name, depth), "•")
            label = label.replace("1", str(number), 1) if label[0] == "1" else label
            fresh = item.tag == TEXT + "list-item"
            for child in item:
                if child.tag in (TEXT + "p", TEXT + "h"):
                    self._paragraph(child, place, css, lists, label if fresh else None)
                    fresh = False
                else:
                    self.walk([child], place, css, lists)

    def _table(self, table: Any, place: Place, css: Css) -> None:
        for r, row in enumerate(table.iter(TABLE + "table-row")):
            if next(row.iterancestors(TABLE + "table")) is not table:
                continue
            for c, cell in enumerate(x for x in row if x.tag in (TABLE + "table-cell", TABLE + "covered-table-cell")):
                inside = self._ground(cell.get(TABLE + "style-name"), css, "table-cell-properties")
                self.walk(cell, Place(place.story, place.table + 1, r, c), inside, ())

    def _frame(self, frame: Any, place: Place, css: Css) -> None:
        self.draft.images += sum(1 for _ in frame.iterfind(DRAW + "image"))
        inside = self._ground(frame.get(DRAW + "style-name"), css, "graphic-properties")
        for box in frame.iterfind(DRAW + "text-box"):
            self.walk(box, replace(place, story=Story.TEXT_BOX), inside, ())

    def _ground(self, style: str | None, css: Css, kind: str) -> Css:
        for props in self._chain(style, kind):
            fill = props.get(FO + "background-color") or props.get(DRAW + "fill-color")
            if fill and (colour := colour_of(fill)) and colour != "transparent":
                return replace(css, ground=colour)
        return css

    def _chain(self, style: str | None, kind: str) -> list[Any]:
        found, seen = [], set()
        while style and style in self.styles and style not in seen:
            seen.add(style)
            el = self.styles[style]
            found += el.findall(STYLE + kind)
            style = el.get(STYLE + "parent-style-name")
        return found

    def _paragraph(self, p: Any, place: Place, css: Css, lists: tuple[str, ...], label: str | None) -> None:
        self.draft.place = place
        style = p.get(TEXT + "style-name")
        css = self._ground(style, css, "paragraph-properties")
        self._inline(p, self._css(style, css))
        named = self.styles.get(style or "")
        name = (named.get(STYLE + "parent-style-name") or style) if named is not None else style
        level = p.get(TEXT + "outline-level") or "1"
        if p.tag == TEXT + "h":
            self.draft.close(BlockKind.HEADING, level=min(6, int(level)) if level.isdigit() else 1, style=name)
        elif name == "Title":
            self.draft.close(BlockKind.HEADING, level=1, style=name)
        elif label is not None:
            self.draft.close(BlockKind.LIST_ITEM, level=len(lists) - 1, label=label, style=name, list_id=lists[-1])
        else:
            self.draft.close(style=name, keep_blank=place == Place())
        after, self.after = self.after, []
        for el in after:
            if el.tag.startswith(DRAW):
                self.walk([el], replace(place, story=Story.TEXT_BOX), css, ())
            else:
                note = Story.ENDNOTE if el.get(TEXT + "note-class") == "endnote" else Story.FOOTNOTE
                self.walk(el, replace(place, story=note), css, ())

    def _css(self, style: str | None, css: Css) -> Css:
        for props in reversed(self._chain(style, "text-properties")):
            css = self._with(props, css)
        return css

    def _with(self, props: Any, css: Css) -> Css:
        if font := props.get(STYLE + "font-name") or props.get(FO + "font-family"):
            css = css.with_(font=font.strip("'"))
        if size := points(props.get(FO + "font-size") or "", css.look.size or 12.0):
            css = css.with_(size=size)
        if colour := colour_of(props.get(FO + "color") or ""):
            css = css.with_(colour=colour)
        if weight := props.get(FO + "font-weight"):
            css = css.mark(Mark.BOLD, weight == "bold" or (weight.isdigit() and int(weight) >= 600))
        if slant := props.get(FO + "font-style"):
            css = css.mark(Mark.ITALIC, slant in ("italic", "oblique"))
        if line := props.get(STYLE + "text-underline-style"):
            css = css.mark(Mark.UNDERLINE, line != "none")
        if case := props.get(FO + "text-transform") or props.get(FO + "font-variant"):
            css = css.mark(Mark.CAPS, case in ("uppercase", "small-caps"))
        if props.get(TEXT + "display") == "none":
            css = css.mark(Mark.HIDDEN)
        if language := props.get(FO + "language"):
            country = props.get(FO + "country")
            none = language in ("zxx", "none")
            css = css.mark(Mark.NO_PROOF, none)
            css = css.with_(language=None if none else f"{language}-{country}" if country else language)
        if fill := colour_of(props.get(FO + "background-color") or ""):
            css = css if fill == "transparent" else replace(css, ground=fill)
        return css

    def _inline(self, el: Any, css: Css) -> None:
        self._add(el.text, css)
        for child in el:
            tag = child.tag
            if tag == TEXT + "s":
                count = child.get(TEXT + "c") or "1"
                self.draft.add(" " * (min(int(count), 1000) if count.isdigit() else 1), css.look)
            elif tag in SOLID:
                self.draft.add(SOLID[tag], css.look)
            elif tag == TEXT + "span":
                self._inline(child, self._css(child.get(TEXT + "style-name"), css))
            elif tag == TEXT + "a":
                self._inline(child, css.mark(Mark.LINK).with_(target=child.get(XLINK)))
            elif tag == TEXT + "placeholder":
                self._inline(child, css.mark(Mark.PLACEHOLDER))
            elif tag == TEXT + "note" or (isinstance(tag, str) and tag.startswith(DRAW)):
                self.after.append(child)
            elif tag == OFFICE + "annotation":
                self._comment(child)
            elif isinstance(tag, str) and tag not in SKIPPED:
                self._change(child)
                self._inline(child, css)
            self._add(child.tail, css)

    def _add(self, text: str | None, css: Css) -> None:
        """Add text as ODF reads it: blanks in a row count once (ODF 1.2, 6.1.2)."""
        if not text:
            return
        text = " ".join(text.replace("\t", " ").replace("\n", " ").split(" ")) if "\n" in text else text
        while "  " in text:
            text = text.replace("  ", " ")
        if text.startswith(" ") and (not self.draft.open_text or self.draft.open_text[-1:] == " "):
            text = text[1:]
        look = css.shown()
        self.draft.add(text, look.with_marks(Mark.INSERTED) if self.inserted else look)

    def _comment(self, note: Any) -> None:
        author = next((el.text for el in note.iter() if str(el.tag).endswith("}creator")), None)
        text = "\n".join("".join(p.itertext()) for p in note.iter(TEXT + "p"))
        self.draft.revisions.append(Revision("comment", text, author, self.draft.length))

    def _change(self, el: Any) -> None:
        """Take note of where a tracked change stands."""
        if el.tag == TEXT + "change-end":
            self.inserted = False
        if el.tag not in (TEXT + "change", TEXT + "change-start"):
            return
        region = self.deleted.get(el.get(TEXT + "change-id") or "")
        deletion = region.find(TEXT + "deletion") if region is not None else None
        inside = region.iter() if region is not None else ()
        author = next((x.text for x in inside if str(x.tag).endswith("}creator")), None)
        if el.tag == TEXT + "change-start":
            self.inserted = True
            self.draft.revisions.append(Revision("insertion", "", author, self.draft.length))
        elif deletion is not None:
            text = "\n".join("".join(p.itertext()) for p in deletion.iter(TEXT + "p", TEXT + "h"))
            self.draft.revisions.append(Revision("deletion", text, author, self.draft.length))
