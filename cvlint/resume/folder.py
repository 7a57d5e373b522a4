"""The other files of an application: letters, the master CV, the PDF twin, ads."""

from __future__ import annotations

from dataclasses import dataclass

from cvlint.model.document import Document
from cvlint.resume.facts import Resume


@dataclass(frozen=True)
class Sibling:
    """A file beside the CV, as read. `role` is letter, cv, twin (same name, other format), master or ad."""

    role: str
    document: Document
    resume: Resume


@dataclass(frozen=True)
class Folder:
    """What stands beside a CV; empty where it is checked by itself. `names` are all file names of the folder."""

    siblings: tuple[Sibling, ...] = ()
    names: tuple[str, ...] = ()

    def of(self, role: str) -> tuple[Sibling, ...]:
        """The siblings of one role."""
        return tuple(s for s in self.siblings if s.role == role)
