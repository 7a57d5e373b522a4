"""Zip packages (DOCX, ODT) opened without harm: sizes summed before opening, bytes counted while inflating."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import Any

from cvlint.loaders.errors import LoadError

MB = 1024 * 1024
MOST_IN_ALL = 256 * MB
MOST_IN_A_PART = 48 * MB
MOST_PARTS = 10_000
STRICT = b"http://purl.oclc.org/ooxml/"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_NAMES = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: `kind` is the last word of the relation's type, `target` a part or an address."""

    kind: str
    target: str
    external: bool


@dataclass
class Package:
    """The parts of a zip package. Raises `LoadError` where it is damaged, encrypted or a bomb."""

    path: str
    data: bytes
    damaged: list[str] = field(default_factory=list)
    strict: bool = False

    @cached_property
    def _zip(self) -> zipfile.ZipFile:
        try:
            archive = zipfile.ZipFile(io.BytesIO(self.data))
            entries = archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError, UnicodeDecodeError) as error:
            raise LoadError(
                f"{self.path}: the file is damaged or cut off (its zip container cannot be opened); "
                "open it in a word processor, save it again and check that copy."
            ) from error
        if sum(e.file_size for e in entries) > MOST_IN_ALL or len(entries) > MOST_PARTS:
            raise LoadError(
                f"{self.path}: the file unpacks to far more than a CV can hold and was not opened; "
                "ask where it comes from, or save the CV anew without large pictures."
            )
        return archive

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises `LoadError` where it is damaged, too large or absent."""
        try:
            with self._zip.open(name) as part:
                data = part.read(MOST_IN_A_PART + 1)
        except KeyError as error:
            raise LoadError(f"{self.path}: the file has no part '{name}'; save the CV again.") from error
        except RuntimeError as error:  # zipfile's way to say that a password is needed
            raise LoadError(
                f"{self.path}: the file is protected by a password; save a copy without it and check that copy."
            ) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise LoadError(
                f"{self.path}: the file is damaged (its part '{name}' cannot be unpacked); "
                "open it in a word processor, save it again and check that copy."
            ) from error
        if len(data) > MOST_IN_A_PART:
            raise LoadError(
                f"{self.path}: the part '{name}' unpacks to over {MOST_IN_A_PART // MB} MB, which no CV holds; "
                "the file was not read; save the CV anew."
            )
        return data

    def tree(self, name: str) -> Any:
        """The root element of an XML part, namespaces of the Strict kind brought to the usual ones."""
        from lxml import etree

        data = self.read(name)
        if STRICT in data:
            self.strict = True
            for strict, usual in STRICT_NAMES.items():
                data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise LoadError(
                f"{self.path}: the file is damaged (its part '{name}' is not well-formed XML); "
                "open it in a word processor, save it again and check that copy."
            ) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise LoadError(
                f"{self.path}: the part '{name}' declares entities, which no word processor writes; "
                "the file was not read; ask where it comes from."
            )
        return root

    def tree_or_none(self, name: str | None) -> Any:
        """The root element of a part that the reading can do without; None where it is absent or damaged."""
        if name is None or name not in self.names:
            return None
        try:
            return self.tree(name)
        except LoadError as error:
            if "entities" in str(error) or "unpacks to" in str(error):
                raise
            self.damaged.append(name)
            return None

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by id; `name` is "" for the package itself."""
        folder, _, file = name.rpartition("/")
        root = self.tree_or_none(f"{folder}/_rels/{file}.rels".lstrip("/"))
        found: dict[str, Relation] = {}
        for el in root if root is not None else ():
            target = el.get("Target") if isinstance(el.tag, str) else None
            if target is None:
                continue
            external = el.get("TargetMode") == "External"
            if not external:
                target = normpath(join(dirname(name), target)) if not target.startswith("/") else target[1:]
            kind = (el.get("Type") or "").rpartition("/")[2]
            found[el.get("Id") or f"#{len(found)}"] = Relation(kind, target, external)
        return found
