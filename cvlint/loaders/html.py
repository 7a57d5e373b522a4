"""HTML to a `Document`: the text that a browser shows, with inline styles, tables, lists and tracked changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from cvlint.loaders.css import Css, styled
from cvlint.loaders.draft import Draft, Place
from cvlint.loaders.errors import LoadError
from cvlint.loaders.text import decode
from cvlint.model.document import BlockKind, Document, Mark, Notice, Revision, Story

BLANKS = re.compile(r"[ \t\n\r\f]+")
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
SKIPPED = frozenset({"script", "style", "template", "noscript", "head", "iframe", "object", "select", "svg", "math"})
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
MARKS = {
    "b": Mark.BOLD, "strong": Mark.BOLD, "th": Mark.BOLD, "i": Mark.ITALIC, "em": Mark.ITALIC, "u": Mark.UNDERLINE,
    "code": Mark.NO_PROOF, "kbd": Mark.NO_PROOF, "samp": Mark.NO_PROOF, "var": Mark.NO_PROOF, "ins": Mark.INSERTED,
    "pre": Mark.NO_PROOF,
}  # fmt: skip
ICON_CLASS = re.compile(r"\b(fa|fas|far|fab|material-icons|icon)\b")


def read_html(path: str, data: bytes) -> Document:
    """What a browser shows of an HTML file; offsets count in that text, not in the source."""
    from lxml import html

    declared = CHARSET.search(data[:4096])
    source = decode(path, data, declared[1].decode("ascii") if declared else None)
    source = DECLARATION.sub("", source, count=1)
    if not source.strip():
        raise LoadError(f"{path}: the file is empty; save the CV again and check that copy.")
    try:
        # huge_tree: without it, what is nested deeper than the parser likes would be lost without a word.
        root = html.document_fromstring(source, parser=html.HTMLParser(no_network=True, huge_tree=True))
    except (html.etree.ParserError, ValueError) as error:
        raise LoadError(f"{path}: the file holds no HTML that can be read; save the page again.") from error
    reading = Page()
    # What a style sheet lays behind the text is not known here: white text may stand on a dark ground.
    sheets = root.find(".//style") is not None or root.find(".//link[@rel='stylesheet']") is not None
    reading.walk(root, Css(ground=None if sheets else "FFFFFF"))
    if not reading.draft.blocks:
        reading.draft.notices.append(Notice("no-text", "The page holds no text, only pictures or nothing at all."))
    return reading.draft.document(
        path, "html", len(data), properties=properties(root), language=root.get("lang") or None
    )


def properties(root: Any) -> dict[str, str]:
    """The title and the named `meta` elements of a page."""
    found = {}
    title = root.find(".//title")
    if title is not None and title.text and title.text.strip():
        found["title"] = " ".join(title.text.split())
    for meta in root.iter("meta"):
        name, content = (meta.get("name") or "").lower(), meta.get("content")
        if name in ("author", "description", "keywords", "generator", "date") and content:
            found[name] = content.strip()
    return found


@dataclass(frozen=True, slots=True)
class Item:
    """The list item that the next block begins."""

    label: str
    level: int
    list_id: str


@dataclass
class Page:
    """One page while it is read."""

    draft: Draft = field(default_factory=Draft)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    lists: list[tuple[str, list[int]]] = field(default_factory=list)  # id, and the next number of an <ol>
    item: Item | None = None
    cell: list[int] = field(default_factory=list)
    place: Place = Place()
    _count: int = 0
    _gap: bool = False
    _fresh: bool = True  # nothing was added to the open paragraph or line yet

    def walk(self, el: Any, css: Css) -> None:
        """Add the text of an element and of what is in it, but not its tail."""
        tag = el.tag
        if not isinstance(tag, str) or tag in SKIPPED:
            return
        if tag == "del":
            self._deleted(el)
            return
        if tag == "br":
            self._break(css)
        elif tag == "img":
            self.draft.images += 1
        css = self._css(el, css)
        if tag in BLOCKS:
            self.close()
        self._enter(tag, el)
        at = self.draft.length + self._gap
        self._inside(el, css)
        if tag in BLOCKS:
            self.close()
        self._leave(tag)
        if tag == "ins" and self.draft.length > at:
            text = "".join(el.itertext())
            self.draft.revisions.append(Revision("insertion", " ".join(text.split()), el.get("cite"), at))

    def _inside(self, el: Any, css: Css) -> None:
        saved = self.kind, self.level, self.place
        if el.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.kind, self.level = BlockKind.HEADING, int(el.tag[1])
        elif el.tag == "pre":
            self.kind = BlockKind.CODE
        elif el.tag == "footer" and el.getparent() is not None and el.getparent().tag == "body":
            self.place = Place(Story.FOOTER)
        self._text(el.text, css)
        for child in el:
            self.walk(child, css)
            self._text(child.tail, css)
        if el.tag in BLOCKS:
            self.close()
        self.kind, self.level, self.place = saved

    def _css(self, el: Any, css: Css) -> Css:
        tag = el.tag
        if tag in MARKS:
            css = css.mark(MARKS[tag])
        if tag == "pre":
            css = replace(css, pre=True)
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            css = css.mark(Mark.BOLD).with_(size=(24.0, 18.0, 14.0, 12.0, 10.0, 8.0)[int(tag[1]) - 1])
        if tag == "a" and el.get("href"):
            css = css.mark(Mark.LINK).with_(target=el.get("href").strip())
        if el.get("lang"):
            css = css.with_(language=el.get("lang"))
        if el.get("spellcheck") == "false" or el.get("translate") == "no":
            css = css.mark(Mark.NO_PROOF)
        if tag == "font":
            face, colour = el.get("face"), el.get("color")
            css = styled(css, (f"font-family:{face};" if face else "") + (f"color:{colour}" if colour else ""))
        if el.get("bgcolor"):
            css = styled(css, f"background:{el.get('bgcolor')}")
        if el.get("style"):
            css = styled(css, el.get("style"))
        if el.get("hidden") is not None:
            css = css.mark(Mark.HIDDEN)
        if tag in ("i", "span") and ICON_CLASS.search(el.get("class") or ""):
            css = css.mark(Mark.ICON | Mark.SYMBOL)
        return css

    def _enter(self, tag: str, el: Any) -> None:
        if tag in ("ul", "ol"):
            self._count += 1
            start = el.get("start") or "1"
            self.lists.append((f"list-{self._count}", [int(start)] if tag == "ol" and start.isdigit() else []))
        elif tag == "li":
            id, numbers = self.lists[-1] if self.lists else ("list-0", [])
            label = "•"
            if numbers:
                value = el.get("value") or ""
                numbers[0] = int(value) if value.isdigit() and len(value) < 6 else numbers[0]
                label = f"{numbers[0]}."
                numbers[0] += 1
            self.item = Item(label, max(0, len(self.lists) - 1), id)
        elif tag == "table":
            self.cell += [-1, -1]
        elif tag == "tr" and self.cell:
            self.cell[-2:] = [self.cell[-2] + 1, -1]
        elif tag in ("td", "th") and self.cell:
            self.cell[-1] += 1

    def _leave(self, tag: str) -> None:
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.item = None
        elif tag == "table":
            del self.cell[-2:]

    def _text(self, text: str | None, css: Css) -> None:
        if not text:
            return
        if css.pre:
            self.draft.add(text, css.shown())
            self._fresh = False
            return
        text = BLANKS.sub(" ", text)
        if text[0] == " ":
            self._gap = self._gap or not self._fresh
            text = text[1:]
        if not text:
            return
        if self._gap:
            self.draft.add(" ", css.look)
        self._gap = text.endswith(" ")
        self.draft.add(text.rstrip(" "), css.shown())
        self._fresh = False

    def _break(self, css: Css) -> None:
        self._gap = False
        self._fresh = True
        self.draft.add("\n", css.look)

    def _deleted(self, el: Any) -> None:
        text = " ".join("".join(el.itertext()).split())
        if text:
            self.draft.revisions.append(Revision("deletion", text, el.get("cite"), self.draft.length))

    def close(self) -> None:
        """End the open paragraph."""
        self._gap, self._fresh = False, True
        if not self.draft.open_text.strip():
            if self.draft.open_text:
                self.draft.close()
            return
        place = replace(self.place, table=len(self.cell) // 2)
        if self.cell:
            place = replace(place, row=max(0, self.cell[-2]), column=max(0, self.cell[-1]))
        self.draft.place = place
        if self.item is not None and self.kind is BlockKind.PARAGRAPH:
            item, self.item = self.item, None
            self.draft.close(BlockKind.LIST_ITEM, level=item.level, label=item.label, list_id=item.list_id)
        else:
            self.draft.close(self.kind, level=self.level)
