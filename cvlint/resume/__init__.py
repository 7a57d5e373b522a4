"""Facts of a CV, found once and shared by every check."""

from __future__ import annotations

from datetime import date

from cvlint.model.document import Document
from cvlint.resume.contact import find_contact
from cvlint.resume.dates import find_dates
from cvlint.resume.facts import Resume
from cvlint.resume.lists import find_bullets, find_skills
from cvlint.resume.roles import find_roles
from cvlint.resume.sections import find_sections

__all__ = ["Resume", "read_resume"]


def read_resume(document: Document, today: date) -> Resume:
    """The facts of a CV: sections, contact, roles, dates, bullets, skills. `today` is what Present means."""
    sections = find_sections(document)
    dates, ranges = find_dates(document.text, today)
    bullets, lists = find_bullets(document)
    return Resume(
        document=document,
        sections=sections,
        contact=find_contact(document, sections),
        dates=dates,
        ranges=ranges,
        roles=find_roles(document, sections, dates, ranges),
        bullets=bullets,
        lists=lists,
        skills=find_skills(document, sections),
    )
