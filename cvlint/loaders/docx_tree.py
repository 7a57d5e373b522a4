"""The complete walk over a DOCX part in reading order, with the way from every character back to its `w:t`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from cvlint.loaders.docx_fields import FieldStack
from cvlint.loaders.docx_lists import SYMBOL_FONT, Lists, number
from cvlint.loaders.docx_setting import setting
from cvlint.loaders.docx_shapes import MC, Shapes, choice_of, ground_of_box, pair_twins, shapes_in
from cvlint.loaders.docx_styles import OFF, Styles, seen_on, shade, val, w
from cvlint.loaders.draft import Draft, Look, Place
from cvlint.loaders.package import Relation, W
from cvlint.model.document import BlockKind, Mark, Revision, Story
from cvlint.model.location import SourceRef

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
SKIPPED = frozenset(
    w(n) for n in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "rt",
                   "customXmlPr", "smartTagPr", "fldData", "ffData", "instrText", "delInstrText", "delText")
)  # fmt: skip
SOLID = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
DRAWN = frozenset({w("drawing"), w("pict"), w("object")})
HEADING = re.compile(r"heading (\d)$", re.IGNORECASE)
PICTOGRAMS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]+")
ICON_FONTS = ("wingdings", "webdings", "fontawesome", "font awesome", "material", "segoe mdl2", "icomoon")
NEWLINES = {10: " ", 13: " "}


@dataclass(frozen=True, slots=True)
class Scope:
    """What the elements around a run say of it. `ground` is the colour behind, None where it cannot be known."""

    marks: Mark = Mark.NONE
    target: str | None = None
    ground: str | None = "FFFFFF"
    paragraph_style: str | None = None


@dataclass
class Walker:
    """Walks the stories of one part and adds them to the draft."""

    part: str
    root: Any
    draft: Draft
    styles: Styles
    lists: Lists
    relations: dict[str, Relation]
    comments: dict[str, int] = field(default_factory=dict)  # where the comment with an id stands
    diagrams: list[str] = field(default_factory=list)  # parts whose text a drawing shows
    embed: Callable[[str, Place], None] | None = None  # adds the text of a part that stands here as a whole
    _ordinals: dict[Any, int] = field(default_factory=dict)
    _twins: dict[Any, list[Any]] = field(default_factory=dict)
    _shapes: Shapes = field(default_factory=Shapes)

    def __post_init__(self) -> None:
        self._ordinals = {el: i for i, el in enumerate(self.root.iter(w("t")))}
        self._twins = pair_twins(self.root)
        self.fields = FieldStack.of(self.root)

    def walk(self, parent: Any, scope: Scope, place: Place) -> None:
        """Add the paragraphs and tables below an element."""
        for el in parent:
            tag = el.tag
            if tag == w("p"):
                self._paragraph(el, scope, place)
            elif tag == w("tbl"):
                self._table(el, scope, place)
            elif tag == MC + "AlternateContent":
                self.walk(choice_of(el), scope, place)
            elif tag == w("altChunk"):
                relation = self.relations.get(el.get(f"{{{R}}}id") or "")
                if self.embed is not None and relation is not None and not relation.external:
                    self.embed(relation.target, place)
            elif isinstance(tag, str) and tag not in SKIPPED:
                self.walk(el, self._within(el, scope), place)

    def _within(self, el: Any, scope: Scope) -> Scope:
        """The scope inside an element that wraps runs or paragraphs."""
        if el.tag == w("sdt"):
            placeholder = el.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")
            if placeholder is not None and val(placeholder) not in OFF:
                return replace(scope, marks=scope.marks | Mark.PLACEHOLDER)
        elif el.tag == w("hyperlink"):
            relation = self.relations.get(el.get(f"{{{R}}}id") or "")
            anchor = val(el, "anchor")
            target = relation.target if relation else (f"#{anchor}" if anchor else None)
            if target:
                return replace(scope, marks=scope.marks | Mark.LINK, target=target)
        elif el.tag in (w("ins"), w("moveTo")):
            return replace(scope, marks=scope.marks | Mark.INSERTED)
        elif el.tag == w("fldSimple"):
            return replace(scope, marks=scope.marks | Mark.FIELD)
        return scope

    def _paragraph(self, p: Any, scope: Scope, place: Place) -> None:
        ppr = p.find(w("pPr"))
        style = val(ppr.find(w("pStyle"))) if ppr is not None else None
        style = style or self.styles.default_paragraph
        properties = [x for x in (ppr, *(s.ppr for s in self.styles.chain(style))) if x is not None]
        fill = next((f for x in properties if (f := shade(x.find(w("shd")))) is not None), None)
        self.draft.place = place
        self._inline(p, replace(scope, paragraph_style=style, ground=fill or scope.ground))
        if ppr is not None and ppr.find(f"{w('rPr')}/{w('del')}") is not None:
            return  # its end is deleted: the next paragraph continues it
        self._close(properties, style, place)
        shapes, self._shapes = self._shapes, Shapes()
        # What a box of the margin holds is left out by the programs that leave the margin out.
        story = place.story if place.story in (Story.HEADER, Story.FOOTER) else Story.TEXT_BOX
        fields, self.fields = self.fields, self.fields.within()
        for box in shapes.boxes:
            inside = Scope(ground=ground_of_box(box, scope.ground))
            self.walk(box, inside, Place(story, place.table, place.row, place.column))
        self.fields = fields
        self.draft.place = Place(story, place.table, place.row, place.column)
        for text in shapes.lettering:
            self.draft.add(text)
            self.draft.close()
        self.diagrams += [self.relations[d].target for d in shapes.diagrams if d in self.relations]
        self.draft.images += shapes.images
        if shapes.images:
            self.draft.photos = (self.draft.photos or 0) + shapes.photos

    def _close(self, properties: list[Any], style: str | None, place: Place) -> None:
        list_id, depth = self._list(properties, style)
        label = self.lists.label(list_id, depth) if list_id else ""
        level = self._heading(properties, style)
        kind = BlockKind.HEADING if level else (BlockKind.LIST_ITEM if list_id else BlockKind.PARAGRAPH)
        named = self.styles.styles.get(style or "")
        listed = self.lists.level(list_id, depth) if list_id else None
        self.draft.close(
            kind,
            level=level or depth,
            label=label,
            style=named.name if named else None,
            list_id=list_id if kind is BlockKind.LIST_ITEM else None,
            keep_blank=place == Place(),
            setting=setting(properties, listed.ppr if listed else None, self.styles.paragraph),
        )

    def _list(self, properties: list[Any], style: str | None) -> tuple[str | None, int]:
        """The list that a paragraph belongs to and its depth there; (None, 0) outside of lists."""
        depth = None
        for ppr in properties:
            numbering = ppr.find(w("numPr"))
            if numbering is None:
                continue
            depth = val(numbering.find(w("ilvl"))) if depth is None else depth
            id = val(numbering.find(w("numId")))
            if id is not None:
                if id == "0" or id not in self.lists.abstract:
                    return None, 0
                return id, number(depth, 0) if depth is not None else self.lists.depth(id, style or "")
        return None, 0

    def _heading(self, properties: list[Any], style: str | None) -> int:
        """The heading level (1-6) of a paragraph; 0 for text."""
        for ppr in properties:
            outline = val(ppr.find(w("outlineLvl")))
            if outline is not None:
                level = number(outline, 9)
                return min(level + 1, 6) if 0 <= level < 9 else 0
        for s in self.styles.chain(style):
            heading = HEADING.match(s.name)
            if heading or s.name.lower() == "title":
                return min(int(heading[1]), 6) if heading else 1
        return 0

    def _table(self, tbl: Any, scope: Scope, place: Place) -> None:
        ground = self._table_ground(tbl, scope.ground)
        for r, row in enumerate(below(tbl, w("tr"))):
            hidden = row.find(f"{w('trPr')}/{w('hidden')}")
            marks = Mark.HIDDEN if hidden is not None and val(hidden) not in OFF else Mark.NONE
            column = number(val(row.find(f"{w('trPr')}/{w('gridBefore')}")), 0)
            for cell in below(row, w("tc")):
                fill = shade(cell.find(f"{w('tcPr')}/{w('shd')}"))
                inside = replace(scope, marks=scope.marks | marks, ground=fill or ground)
                self.walk(cell, inside, Place(place.story, place.table + 1, r, column))
                column += max(1, number(val(cell.find(f"{w('tcPr')}/{w('gridSpan')}")), 1))

    def _table_ground(self, tbl: Any, ground: str | None) -> str | None:
        fill = shade(tbl.find(f"{w('tblPr')}/{w('shd')}"))
        style = val(tbl.find(f"{w('tblPr')}/{w('tblStyle')}"))
        shaded = any(s.shaded for s in self.styles.chain(style))
        return fill or (None if shaded else ground)

    def _inline(self, parent: Any, scope: Scope) -> None:
        for el in parent:
            tag = el.tag
            if tag == w("r"):
                self._run(el, el, scope)
            elif tag in (w("del"), w("moveFrom")):
                self._deleted(el)
            elif tag in (w("ins"), w("moveTo")):
                self._inserted(el, scope)
            elif tag == MC + "AlternateContent":
                self._inline(choice_of(el), scope)
            elif tag in (w("commentRangeStart"), w("commentReference")):
                self.comments.setdefault(val(el, "id") or "", self.draft.length)
            elif tag == f"{{{M}}}t":
                self.draft.add(el.text or "", Look(scope.marks, target=scope.target))
            elif isinstance(tag, str) and tag not in SKIPPED:
                self._inline(el, self._within(el, scope))

    def _inserted(self, el: Any, scope: Scope) -> None:
        at, before = self.draft.length, len(self.draft.open_text)
        self._inline(el, self._within(el, scope))
        text = self.draft.open_text[before:]
        if text:
            kind = "insertion" if el.tag == w("ins") else "move"
            self.draft.revisions.append(Revision(kind, text, val(el, "author"), at))

    def _deleted(self, el: Any) -> None:
        text = "".join(t.text or "" for t in el.iter(w("delText"), w("t")))
        if text and el.tag == w("del"):
            self.draft.revisions.append(Revision("deletion", text, val(el, "author"), self.draft.length))

    def _look_of(self, run: Any, scope: Scope) -> tuple[Look, str | None]:
        """How the text of a run looks at this place of the fields, and the colour behind it."""
        look, fill = self.styles.look(scope.paragraph_style, self.styles.props(run.find(w("rPr"))))
        marks = look.marks | scope.marks
        if self.fields.target:
            marks |= Mark.LINK
        if self.fields.computed:
            marks |= Mark.FIELD
        return replace(look, marks=marks, target=self.fields.target or scope.target), fill or scope.ground

    def _run(self, children: Any, run: Any, scope: Scope) -> None:
        """Add what stands in a run: `children` are its elements, or those of a choice within it."""
        look, ground = self._look_of(run, scope)
        for el in children:
            tag = el.tag
            if tag == w("fldChar"):
                self.fields.see(el)
                look, ground = self._look_of(run, scope)
            elif tag == w("instrText"):
                self.fields.code(el.text or "")
            elif tag in DRAWN:
                signs = self._shapes.signs
                shapes_in(el, self._shapes)
                if self._shapes.signs > signs:
                    self.draft.note(Mark.ICON)
            elif tag == MC + "AlternateContent":
                self._run(choice_of(el), run, scope)
                look, ground = self._look_of(run, scope)
            elif tag == w("commentReference"):
                self.comments.setdefault(val(el, "id") or "", self.draft.length)
            elif tag == w("ruby"):
                base = el.find(w("rubyBase"))
                self._inline(() if base is None else base, scope)
            elif not self.fields.shows:
                continue
            elif tag == w("t"):
                self._text(el, look, ground)
            elif tag in SOLID:
                self.draft.add(SOLID[tag], seen_on(look, ground, SOLID[tag]))
            elif tag == w("sym"):
                self._symbol(el, look)

    def _text(self, el: Any, look: Look, ground: str | None) -> None:
        text = el.text or ""
        skipped = 0
        if "\n" in text or "\r" in text:
            # Only a pretty-printer breaks lines inside w:t; Word shows its indentation as nothing.
            skipped = len(text) - len(text.lstrip()) if "\n" in text[: len(text) - len(text.lstrip())] else 0
            text = text[skipped:].rstrip("\n\r ") if text.endswith(("\n", " ")) else text[skipped:]
            text = text.translate(NEWLINES)
        icons = (look.font or "").lower().startswith(ICON_FONTS)
        at = 0
        for piece in pieces(text):
            marked = look
            if icons or PICTOGRAMS.match(piece):
                marked = look.with_marks(Mark.SYMBOL | Mark.ICON)
            marked = seen_on(marked, ground, piece)
            self.draft.add(piece, marked, self._source(el, skipped + at))
            at += len(piece)

    def _source(self, el: Any, offset: int) -> SourceRef:
        twins = tuple(SourceRef(self.part, self._ordinals[t], offset) for t in self._twins.get(el, ()))
        return SourceRef(self.part, self._ordinals[el], offset, twins)

    def _symbol(self, el: Any, look: Look) -> None:
        try:
            code = int(val(el, "char") or "", 16)
        except ValueError:
            return
        character = chr(code + 0xF000 if code < 0x100 else code) if code < 0x110000 else "\ufffd"
        self.draft.add(SYMBOL_FONT.get(character, character), look.with_marks(Mark.SYMBOL | Mark.ICON))


def below(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those in content controls and custom XML."""
    for el in parent:
        if el.tag == tag:
            yield el
        elif el.tag == MC + "AlternateContent":
            yield from below(choice_of(el), tag)
        elif isinstance(el.tag, str) and el.tag not in SKIPPED and el.tag.startswith(f"{{{W}}}"):
            yield from below(el, tag)


def pieces(text: str) -> Iterator[str]:
    """The text cut where pictograms of the private use area begin and end."""
    at = 0
    for icon in PICTOGRAMS.finditer(text):
        if icon.start() > at:
            yield text[at : icon.start()]
        yield icon[0]
        at = icon.end()
    if at < len(text):
        yield text[at:]
