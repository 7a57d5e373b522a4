"""Facts of a CV, found once and shared by every check."""

from __future__ import annotations

from datetime import date

from cvlint.model.document import Document
from cvlint.resume.facts import Resume

__all__ = ["Resume", "read_resume"]


def read_resume(document: Document, today: date) -> Resume:
    """The facts of a CV: sections, contact, roles, dates, bullets, skills."""
    return Resume(document=document)
