"""A job ad as it was understood, and what a CV shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RequirementKind(StrEnum):
    """What sort of thing an ad asks for. `soft` is an attitude or a general ability, said in the ad's own words."""

    SKILL = "skill"
    TOOL = "tool"
    QUALIFICATION = "qualification"
    REGISTRATION = "registration"
    EXPERIENCE_YEARS = "experience-years"
    LICENCE = "licence"
    LANGUAGE = "language"
    RIGHT_TO_WORK = "right-to-work"
    SOFT = "soft"
    DOMAIN = "domain"


class Level(StrEnum):
    """How much the ad wants it."""

    MUST = "must"
    NICE = "nice"
    MENTION = "mention"


class Status(StrEnum):
    """What a CV shows of a requirement. `weak`: only named in a list of skills, or only near it and not covered."""

    PRESENT = "present"
    OTHER_NAME = "other-name"
    WEAK = "weak"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing an ad asks for. `quote` is verbatim; `mentions` are ranges in the ad's text; `line` counts from 1.

    Requirements that share `group` are alternatives: either satisfies. `amount` is a number asked for (years).
    """

    term: str
    kind: RequirementKind
    level: Level
    quote: str
    line: int
    mentions: tuple[tuple[int, int], ...]
    group: str | None = None
    amount: float | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JobAd:
    """What an ad asks for and says of itself.

    `boilerplate_lines` (from 1) ask for nothing: about us, benefits, legal.
    """

    path: str
    text: str
    title: str | None = None
    employer: str | None = None
    requirements: tuple[Requirement, ...] = ()
    boilerplate_lines: tuple[int, ...] = ()
    place: str | None = None
    closing: str | None = None
    wants: tuple[str, ...] = ()  # what to send: "cover letter", "pdf", "two pages" ...
    locale: str | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the CV shows of one requirement: `quote` is verbatim from the CV, `start` its offset there."""

    requirement: Requirement
    status: Status
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    found_as: str | None = None  # the words of the CV
    rung: str = ""  # exact, normalised, other-name, word-family, misspelling, related, or empty
    where: str = ""  # role, profile, skills, other: the part of the CV the quote stands in

    @property
    def covered(self) -> bool:
        """Whether the CV shows the requirement; something merely related does not."""
        return self.status is not Status.ABSENT and self.rung != "related"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A CV against one ad. Coverage counts either-or groups once: (shown, asked)."""

    ad: JobAd
    evidence: tuple[Evidence, ...]
    must: tuple[int, int] = (0, 0)
    nice: tuple[int, int] = (0, 0)
