"""The comments part of a DOCX: found or made, with its relation and its content type."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cvlint.fixes.parts import Part, Parts, set_text
from cvlint.fixes.remarks import AUTHOR

TYPES = "[Content_Types].xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MOST_PARAGRAPH_ID = 0x7FFFFFFF


@dataclass
class CommentPart:
    """The comments of one package. `add` collects them, `store` writes them where they belong."""

    parts: Parts
    main: str
    namespace: str
    new: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.relations = self.parts.package.relations(self.main)
        self.name = self._related("comments")
        part = self.parts[self.name] if self.name else None
        self.extended = self._related("commentsExtended") if part is not None else None
        holders = [self.parts[self.main], *([part] if part is not None else [])]
        ids = (el.get(p.w("id")) for p in holders for el in p.root.iter() if isinstance(el.tag, str))
        self._last = max((int(i) for i in ids if i is not None and i.isdigit()), default=-1)

    def _related(self, kind: str) -> str | None:
        found = (r.target for r in self.relations.values() if r.kind == kind and r.target in self.parts)
        return next(found, None)

    def w(self, name: str) -> str:
        """The full name of an element or attribute."""
        return f"{{{self.namespace}}}{name}"

    def add(self, lines: list[str], when: datetime) -> int:
        """The id of a new comment that says these paragraphs."""
        from lxml import etree

        self._last += 1
        comment = etree.Element(self.w("comment"), nsmap={"w": self.namespace})
        for name, value in (
            ("id", str(self._last)), ("author", AUTHOR), ("date", when.strftime("%Y-%m-%dT%H:%M:%SZ")),
            ("initials", "cv"),
        ):  # fmt: skip
            comment.set(self.w(name), value)
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, self.w("p")), self.w("r"))
            set_text(etree.SubElement(run, self.w("t")), line)
        self.new.append(comment)
        return self._last

    def store(self) -> None:
        """Put the new comments into the package, in the order of the text."""
        comments = self.new
        if self.name is not None:
            part = self.parts.touch(self.name)
            for comment in comments:
                part.root.append(comment)
            if self.extended is not None:
                self._extend(comments)
            return
        from lxml import etree

        root = etree.Element(self.w("comments"), nsmap={"w": self.namespace})
        root.extend(comments)
        folder = self.main.rpartition("/")[0]
        name = f"{folder}/comments.xml".lstrip("/")
        while name in self.parts:
            name = name.replace("comments", "comments1", 1)
        self.parts.added[name] = Part(root).serialised()
        self._declare(name)
        self._relate(name)

    def _declare(self, name: str) -> None:
        from lxml import etree

        root = self.parts.touch(TYPES).root
        etree.SubElement(root, CT + "Override", PartName=f"/{name}", ContentType=TYPE)

    def _relate(self, name: str) -> None:
        from lxml import etree

        folder, _, file = self.main.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels".lstrip("/")
        strict = "purl.oclc.org" in self.namespace
        kind = f"{STRICT if strict else OFFICE}/comments"
        if rels in self.parts:
            root = self.parts.touch(rels).root
        else:
            root = etree.Element(RELS + "Relationships", nsmap={None: RELS[1:-1]})  # type: ignore[dict-item]
        taken = {el.get("Id") for el in root}
        id = next(f"rIdComments{i}" for i in range(1, len(taken) + 2) if f"rIdComments{i}" not in taken)
        etree.SubElement(root, RELS + "Relationship", Id=id, Type=kind, Target=file_beside(folder, name))
        if rels not in self.parts:
            self.parts.added[rels] = Part(root).serialised()

    def _extend(self, comments: list[Any]) -> None:
        """Note the new comments where newer programs keep the state of each: not done, no answer to another."""
        from lxml import etree

        if self.extended is None:
            return
        root = self.parts.touch(self.extended).root
        taken = {el.get(f"{{{W15}}}paraId") for el in root}
        number = 0x10000000
        for comment in comments:
            while f"{number:08X}" in taken:
                number += 1
            id = f"{number % MOST_PARAGRAPH_ID:08X}"
            taken.add(id)
            comment[-1].set(f"{{{W14}}}paraId", id)
            entry = etree.SubElement(root, f"{{{W15}}}commentEx")
            entry.set(f"{{{W15}}}paraId", id)
            entry.set(f"{{{W15}}}done", "0")


def file_beside(folder: str, name: str) -> str:
    """The name of a part as a relation from its own folder writes it."""
    return name.removeprefix(f"{folder}/") if folder else name
