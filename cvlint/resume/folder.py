"""The other files of an application: letters, the master CV, the PDF twin, ads, and a friend's sign-off."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePath

from cvlint.config.schema import JobFiles
from cvlint.model.document import Document
from cvlint.resume import read_resume
from cvlint.resume.facts import Resume

DOCUMENTS = frozenset({".docx", ".doc", ".odt", ".rtf", ".pdf", ".txt", ".md", ".html", ".tex"})
WORD_LIKE = frozenset({".docx", ".doc", ".odt", ".rtf", ".pdf"})
"""The formats of which two of one name are two copies of one text."""
MASTER = ("*master*", "*full[-_ ]cv*", "*cv[-_ ]full*", "*complete[-_ ]cv*")
CV = ("*cv*", "*resume*", "*résumé*", "*curriculum*", "*lebenslauf*")
OWN_COPIES = ("*.fixed.*", "*.review.*", "~$*", ".*")
MOST = 12
"""Files of one folder that are read: an application has fewer."""


@dataclass(frozen=True)
class Sibling:
    """A file beside the CV, as read. `role` is letter, cv, twin (same name, other format), master or ad."""

    role: str
    document: Document
    resume: Resume


@dataclass(frozen=True, slots=True)
class SignOff:
    """What a friend signed: the digest of the file as it was then, who it was, and when."""

    sha256: str
    by: str = ""
    on: str = ""


@dataclass(frozen=True)
class Folder:
    """What stands beside a file; empty where it is checked by itself. `names` are all file names of the folder.

    `role` is what the checked file itself is: cv, letter, master or ad. `reported` names the siblings that are checked
    by themselves in the same run, so that what is wrong in them is told there. `digest` is the SHA-256 of the checked
    file's bytes, empty where it is not known.
    """

    siblings: tuple[Sibling, ...] = ()
    names: tuple[str, ...] = ()
    role: str = "cv"
    reported: frozenset[str] = frozenset()
    signoff: SignOff | None = None
    digest: str = ""

    def of(self, role: str) -> tuple[Sibling, ...]:
        """The siblings of one role."""
        return tuple(s for s in self.siblings if s.role == role)


def role_of(name: str, files: JobFiles, beside: str | None = None) -> str | None:
    """What a file is by its name: ad, letter, master, twin (of the file `beside`) or cv; None for anything else."""
    role = _by_name(name, files)
    if role not in (None, "ad", "letter") and beside is not None:
        path, own = PurePath(name), PurePath(beside)
        if path.stem.casefold() == own.stem.casefold():
            both = {path.suffix.lower(), own.suffix.lower()}
            return "twin" if len(both) == 2 and both <= WORD_LIKE else None
    return role or None


@lru_cache(maxsize=20_000)
def _by_name(name: str, files: JobFiles) -> str | None:
    """The role that the name alone gives a document; an empty one where it says nothing, None for no document."""
    low = name.casefold()
    if PurePath(name).suffix.lower() not in DOCUMENTS or _named(low, (*OWN_COPIES, *files.ignore)):
        return None
    for role, patterns in (("ad", files.ads), ("letter", files.letters), ("master", MASTER), ("cv", CV)):
        if _named(low, patterns):
            return role
    return ""


def _named(name: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(name, pattern.casefold()) for pattern in patterns)


def folder_of(
    name: str, names: Sequence[str], files: JobFiles, read: Callable[[str], Document | None], today: date
) -> Folder:
    """The folder around the file `name`: `names` are the files in it, `read` gives one's document, None if it cannot.

    Other CVs of the folder are not read; letters, ads, the master CV and the twin are, up to `MOST`.
    """
    siblings: list[Sibling] = []
    for other in sorted(n for n in names if n != name):
        role = role_of(other, files, name)
        if role in (None, "cv") or len(siblings) >= MOST:
            continue
        document = read(other)
        if document is not None and document.text.strip():
            siblings.append(Sibling(str(role), document, read_resume(document, today)))
    return Folder(tuple(siblings), tuple(names), role_of(name, files) or "cv")


def read_folder(
    path: Path,
    files: JobFiles,
    load: Callable[[Path], Document | None],
    today: date,
    reported: frozenset[str] = frozenset(),
) -> Folder:
    """The folder of a file on disk. `load` reads a document, None where that fails; let it keep what it has read."""
    try:
        names = sorted(p.name for p in path.resolve().parent.iterdir() if p.is_file())
        data = path.read_bytes()
    except OSError:
        return Folder()
    found = folder_of(path.name, names, files, lambda name: load(path.parent / name), today)
    signed = path.with_name(path.name + ".signoff")
    text = signed.read_text(encoding="utf-8", errors="replace")[:2000] if signed.is_file() else ""
    return Folder(
        found.siblings, found.names, found.role, reported, read_signoff(text), hashlib.sha256(data).hexdigest()
    )


def read_signoff(text: str) -> SignOff | None:
    """What a sign-off file says (`sha256:`, `by:`, `on:`, one a line); None where it names no digest."""
    said = {}
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if colon:
            said[key.strip().lower()] = value.strip()
    digest = said.get("sha256", "").lower()
    return SignOff(digest, said.get("by", ""), said.get("on", "")) if digest else None
