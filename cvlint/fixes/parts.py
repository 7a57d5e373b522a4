"""The XML parts of a DOCX while a copy of it is made: parsed as they stand, written back only where they changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cvlint.fixes.archive import rewritten
from cvlint.fixes.errors import FixError
from cvlint.loaders.errors import LoadError
from cvlint.loaders.package import Package

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass
class Part:
    """One part: its root, the namespace of its words (Strict files have their own), and its text elements in order."""

    root: Any

    @cached_property
    def namespace(self) -> str:
        """The WordprocessingML namespace of this part."""
        from lxml import etree

        return str(etree.QName(self.root).namespace)

    def w(self, name: str) -> str:
        """The full name of an element or attribute."""
        return f"{{{self.namespace}}}{name}"

    @cached_property
    def texts(self) -> list[Any]:
        """The `w:t` elements as the source map counts them. Taken before the first change, and kept."""
        return list(self.root.iter(self.w("t")))

    def serialised(self) -> bytes:
        """The part as bytes."""
        from lxml import etree

        made: bytes = etree.tostring(self.root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
        return made


@dataclass
class Parts:
    """The parts of one package that were looked at."""

    path: str
    data: bytes
    open: dict[str, Part] = field(default_factory=dict)
    added: dict[str, bytes] = field(default_factory=dict)
    _changed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.package = Package(self.path, self.data)

    def __getitem__(self, name: str) -> Part:
        if name not in self.open:
            from lxml import etree

            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            try:
                self.open[name] = Part(etree.fromstring(self.package.read(name), parser))
            except (LoadError, etree.XMLSyntaxError, ValueError) as error:
                raise FixError(f"{self.path}: its part '{name}' cannot be opened for a change.") from error
            _ = self.open[name].texts
        return self.open[name]

    def __contains__(self, name: str) -> bool:
        return name in self.package.names

    def touch(self, name: str) -> Part:
        """A part that is about to be changed."""
        self._changed.add(name)
        return self[name]

    def all_ids(self) -> Iterator[int]:
        """The ids of changes, comments and bookmarks in the parts that were looked at."""
        for part in self.open.values():
            for el in part.root.iter():
                value = el.get(part.w("id")) if isinstance(el.tag, str) else None
                if value is not None and value.lstrip("-").isdigit():
                    yield int(value)

    def written(self) -> bytes:
        """The package with the changed parts in place of the old ones and everything else as it was."""
        if not self._changed and not self.added:
            return self.data
        changed: Mapping[str, bytes] = {name: self[name].serialised() for name in sorted(self._changed)}
        return rewritten(self.data, changed, self.added)


def set_text(el: Any, text: str) -> None:
    """Give a text element other text; blanks at its ends stay."""
    el.text = text
    if text != text.strip():
        el.set(SPACE, "preserve")
