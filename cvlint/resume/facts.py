"""The nouns of a CV. Every one holds its span in `Document.text`, so that a finding can point at it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cvlint.model.document import Block, Document
from cvlint.model.location import Span


class SectionKind(StrEnum):
    """What a section of a CV is about, whatever its heading says."""

    HEAD = "head"  # what stands before the first heading: name and contact
    PROFILE = "profile"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    CERTIFICATIONS = "certifications"
    PROJECTS = "projects"
    PUBLICATIONS = "publications"
    AWARDS = "awards"
    LANGUAGES = "languages"
    VOLUNTEERING = "volunteering"
    INTERESTS = "interests"
    REFEREES = "referees"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """`heading` is None for what stands before the first heading. `span` covers the heading and its content."""

    kind: SectionKind
    title: str
    heading: Block | None
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CVDate:
    """A date as written. `month` and `day` are None where the CV gives none; `first` and `last` bound what it can mean.

    `style` names the written form (`Mon YYYY`, `MM/YYYY`, `YYYY-MM`, `YYYY`, `Season YYYY`, ...), `hedge` the word
    that qualifies it (expected, since, circa). `present` stands for Present, Current, now, to date.
    """

    span: Span
    text: str
    style: str
    first: date
    last: date
    year: int | None = None
    month: int | None = None
    day: int | None = None
    present: bool = False
    hedge: str | None = None
    impossible: bool = False  # 31 February, month 13
    ambiguous: bool = False  # 03/04/2021


@dataclass(frozen=True, slots=True)
class DateRange:
    """Two dates and what joins them. `end` is None for an open range ("since 2019")."""

    span: Span
    start: CVDate
    end: CVDate | None
    joiner: str = ""

    @property
    def current(self) -> bool:
        """Whether the range reaches to today."""
        return self.end is None or self.end.present


@dataclass(frozen=True, slots=True)
class Role:
    """A job, course or post: its date range and, where they could be told, title and organisation."""

    span: Span
    section: SectionKind
    dates: DateRange | None
    title: Span | None
    organisation: Span | None
    heading: tuple[Block, ...]
    bullets: tuple[Block, ...]

    @property
    def current(self) -> bool:
        """Whether the role is held today."""
        return self.dates is not None and self.dates.current


@dataclass(frozen=True, slots=True)
class ContactItem:
    """One way to reach the writer: kind is email, phone, link, address. `target` is a link's hidden target."""

    kind: str
    span: Span
    text: str
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Who the CV is of and how to reach them."""

    name: Span | None = None
    name_text: str = ""
    items: tuple[ContactItem, ...] = ()

    def of(self, kind: str) -> tuple[ContactItem, ...]:
        """The items of one kind."""
        return tuple(i for i in self.items if i.kind == kind)


@dataclass(frozen=True, slots=True)
class Skill:
    """An entry of a skills list."""

    span: Span
    text: str


@dataclass(frozen=True)
class Resume:
    """The facts of one CV. `bullets` are all list items of the body, `lists` the same grouped by list."""

    document: Document
    sections: tuple[Section, ...] = ()
    contact: Contact = Contact()
    dates: tuple[CVDate, ...] = ()
    ranges: tuple[DateRange, ...] = ()
    roles: tuple[Role, ...] = ()
    bullets: tuple[Block, ...] = ()
    lists: tuple[tuple[Block, ...], ...] = ()
    skills: tuple[Skill, ...] = ()

    def section_at(self, offset: int) -> Section | None:
        """The section that holds an offset."""
        i = bisect_right(self.sections, offset, key=lambda s: s.span.start) - 1
        return self.sections[i] if i >= 0 and offset < self.sections[i].span.end else None

    def of(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """The sections of some kinds, in order."""
        return tuple(s for s in self.sections if s.kind in kinds)

    def role_at(self, offset: int) -> Role | None:
        """The role whose text holds an offset."""
        for role in self.roles:
            if role.span.start <= offset < role.span.end:
                return role
        return None
