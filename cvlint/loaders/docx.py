"""DOCX to a `Document`: headers, body, notes and footers as Word shows them, whatever state the package is in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from cvlint.loaders.docx_lists import Lists
from cvlint.loaders.docx_parts import drawn_text, embedded
from cvlint.loaders.docx_shapes import covers_ground
from cvlint.loaders.docx_styles import OFF, Styles, val, w
from cvlint.loaders.docx_tree import R, Scope, Walker
from cvlint.loaders.draft import Draft, Look, Place
from cvlint.loaders.errors import LoadError
from cvlint.loaders.package import Package, Relation
from cvlint.model.document import Document, Notice, Revision, Story

MAIN = ("document.main+xml", "template.main+xml", "document.macroEnabled.main+xml", "template.macroEnabledTemplate")
CORE = {
    "title": "title", "creator": "author", "lastModifiedBy": "lastModifiedBy", "subject": "subject",
    "keywords": "keywords", "description": "description", "created": "created", "modified": "modified",
    "revision": "revision", "category": "category", "language": "language",
}  # fmt: skip
APP = {
    "Template": "template", "Company": "company", "Manager": "manager", "Application": "application",
    "Pages": "pages", "Words": "words", "TotalTime": "minutes",
}  # fmt: skip
MOST_EMBEDDED = 50
NOTES = (("footnotes", "footnote", Story.FOOTNOTE), ("endnotes", "endnote", Story.ENDNOTE))


def read_docx(path: str, data: bytes) -> Document:
    """Everything a reader sees of a DOCX (also .dotx, .docm, Strict). Raises `LoadError` where it cannot be read."""
    return Reading(Package(path, data)).document()


def main_part(package: Package) -> str:
    """The name of the part that holds the body, found even in a package whose relations are broken."""
    for relation in package.relations("").values():
        if relation.kind == "officeDocument" and relation.target in package.names:
            return relation.target
    types = package.tree_or_none("[Content_Types].xml")
    for el in types if types is not None else ():
        name = (el.get("PartName") or "").lstrip("/") if isinstance(el.tag, str) else ""
        if name in package.names and any(t in (el.get("ContentType") or "") for t in MAIN):
            return name
    for name in sorted(package.names):
        if name.startswith("word/document") and name.endswith(".xml"):
            return name
    raise LoadError(f"{package.path}: the file has the form of a DOCX but no text part; save the CV again as DOCX.")


@dataclass
class Reading:
    """One DOCX while it is being read."""

    package: Package
    nested: bool = False  # itself embedded in another: what is embedded in it in turn is not read

    def __post_init__(self) -> None:
        package = self.package
        self.main = main_part(package)
        self.root = package.tree(self.main)
        self.body = self.root.find(w("body"))
        if self.body is None:
            raise LoadError(f"{package.path}: the file has no document body; save it again as DOCX in Word.")
        self.relations = package.relations(self.main)
        self.styles = Styles.of(self._related("styles"), self._related("theme"))
        self.lists = Lists.of(self._related("numbering"))
        self.settings = self._related("settings")
        self.draft = Draft()
        self.comments: dict[str, int] = {}
        self.unread = False
        self.embedded = 0

    def _part(self, kind: str) -> str | None:
        found = (r.target for r in self.relations.values() if r.kind == kind and r.target in self.package.names)
        folder = self.main.rpartition("/")[0]
        usual = f"{folder}/{'theme/theme1' if kind == 'theme' else kind}.xml"
        return next(found, usual if usual in self.package.names else None)

    def _related(self, kind: str) -> Any:
        return self.package.tree_or_none(self._part(kind))

    def document(self) -> Document:
        """The document, read in the order headers, body, notes, footers."""
        parts = [(name, self.package.tree_or_none(name)) for name in self._margins("header")]
        page = self._page_ground([self.root, *(tree for _, tree in parts if tree is not None)])
        for name, tree in parts:
            self._story(name, tree, tree, Story.HEADER, page)
        self._story(self.main, self.root, self.body, Story.BODY, page, self.relations)
        for kind, element, story in NOTES:
            part = self._part(kind)
            tree = self.package.tree_or_none(part)
            notes = [n for n in (tree.iterfind(w(element)) if tree is not None else ()) if val(n, "type") is None]
            self._story(part or "", tree, notes, story, page)
        for name in self._margins("footer"):
            tree = self.package.tree_or_none(name)
            self._story(name, tree, tree, Story.FOOTER, page)
        self._remarks()
        return self._finished()

    def _page_ground(self, roots: list[Any]) -> str | None:
        if any(covers_ground(root) for root in roots):
            return None
        background = val(self.root.find(w("background")), "color")
        return background.upper() if background and background != "auto" else "FFFFFF"

    def _margins(self, kind: str) -> Iterator[str]:
        """The headers or footers that some page shows, each once, in the order of the sections."""
        seen: set[str] = set()
        even = self._set("evenAndOddHeaders")
        for section in self.root.iter(w("sectPr")):
            title_page = section.find(w("titlePg"))
            first = title_page is not None and val(title_page) not in OFF
            references = {val(el, "type") or "default": el for el in section.iterfind(w(f"{kind}Reference"))}
            for which, shown in (("first", first), ("default", True), ("even", even)):
                if not shown or which not in references:
                    continue
                relation = self.relations.get(references[which].get(f"{{{R}}}id") or "")
                if relation is not None and relation.target in self.package.names and relation.target not in seen:
                    seen.add(relation.target)
                    yield relation.target

    def _set(self, name: str) -> bool:
        el = self.settings.find(w(name)) if self.settings is not None else None
        return el is not None and val(el) not in OFF

    def _story(
        self, name: str, root: Any, parents: Any, story: Story, ground: str | None,
        relations: dict[str, Relation] | None = None,
    ) -> None:  # fmt: skip
        if root is None or not len(parents):
            return
        self.draft.blank_line()
        walker = Walker(
            name, root, self.draft, self.styles, self.lists,
            self.package.relations(name) if relations is None else relations, embed=self._embed,
        )  # fmt: skip
        for parent in parents if isinstance(parents, list) else [parents]:
            walker.walk(parent, Scope(ground=ground), Place(story))
        if self.draft.open_text:
            self.draft.close()
        self.draft.place = Place(Story.TEXT_BOX)
        for diagram in walker.diagrams:
            for line in drawn_text(self.package.tree_or_none(diagram)):
                self.draft.add(line)
                self.draft.close()
        self.comments.update(walker.comments)

    def _embed(self, name: str, place: Place) -> None:
        """Add the text of a file that stands in the body as a whole, with its looks; fixes cannot reach it."""
        self.embedded += 1
        readable = not self.nested and self.embedded <= MOST_EMBEDDED and name in self.package.names
        held = embedded(self.package, name) if readable else None
        if held is None:
            self.unread = True
            return
        nested = [n for n in held.notices if n.code == "embedded-text"]
        self.unread = self.unread or bool(nested)
        self.draft.place = place
        tiles = sorted(held.segments, key=lambda s: s.start)
        ends = list(accumulate((s.end for s in tiles), max))
        for block in held.blocks:
            for s in tiles[bisect_right(ends, block.start) :]:
                if s.start >= block.end:
                    break
                look = Look(s.marks, s.language, s.target, s.font, s.size, s.colour)
                self.draft.add(held.text[max(s.start, block.start) : min(s.end, block.end)], look)
            self.draft.close(block.kind, level=block.level, label=block.label)

    def _remarks(self) -> None:
        root = self._related("comments")
        for comment in root.iterfind(w("comment")) if root is not None else ():
            lines = ("".join(t.text or "" for t in p.iter(w("t"))) for p in comment.iter(w("p")))
            at = self.comments.get(val(comment, "id") or "", 0)
            self.draft.revisions.append(Revision("comment", "\n".join(lines), val(comment, "author"), at))

    def _flags(self) -> frozenset[str]:
        kinds = {r.kind for r in self.draft.revisions}
        names = self.package.names
        holds = {
            "macros": any(n.lower().endswith("vbaproject.bin") for n in names),
            "comments": "comment" in kinds,
            "tracked-changes": bool(kinds & {"insertion", "deletion", "move"}),
            "tracking": self._set("trackRevisions"),
            "protected": self._set("documentProtection"),
            "strict": self.package.strict,
            "embedded-files": any("/embeddings/" in n for n in names),
        }
        return frozenset(flag for flag, held in holds.items() if held)

    def _properties(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, wanted in (("docProps/core.xml", CORE), ("docProps/app.xml", APP)):
            root = self.package.tree_or_none(name)
            for el in root if root is not None else ():
                key = el.tag.rpartition("}")[2] if isinstance(el.tag, str) else ""
                if key in wanted and el.text and el.text.strip():
                    found[wanted[key]] = el.text.strip()
        return found

    def _finished(self) -> Document:
        if self.package.damaged:
            parts = ", ".join(sorted(set(self.package.damaged)))
            self.draft.notices.append(
                Notice("damaged-parts", f"Parts of the file are damaged and were not read: {parts}.")
            )
        if self.unread:
            self.draft.notices.append(Notice("embedded-text", "Text embedded as a file of its own was not read."))
        if not self.draft.blocks:
            self.draft.notices.append(Notice("no-text", "The file holds no text, only pictures or nothing at all."))
        return self.draft.document(
            self.package.path,
            "docx",
            len(self.package.data),
            properties=self._properties(),
            flags=self._flags(),
            language=self.styles.defaults.language,
        )
