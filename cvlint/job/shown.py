"""A CV as the comparison looks at it: its words in order, with place, sentence and the part of the CV."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cvlint.job.families import family
from cvlint.job.names import WORD, word_form
from cvlint.resume.facts import Resume, SectionKind

SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n|\s*[•●▪·]\s*|\s{3,}")
SLASH = re.compile(r"[\-‐‑–_/]+")
RANK = {"role": 0, "profile": 1, "other": 2, "skills": 3}
"""The best evidence first."""


@dataclass(frozen=True)
class Words:
    """The words of a text: surface, normal form, family, start, end and the sentence that each stands in."""

    surface: tuple[str, ...]
    normal: tuple[str, ...]
    stems: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentence: tuple[int, ...]

    @cached_property
    def at(self) -> dict[str, list[int]]:
        """Where each normal form stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self.normal):
            found[word].append(i)
        return found

    @cached_property
    def joined(self) -> dict[str, list[int]]:
        """Where two neighbouring words, written together, stand ("front end" as `frontend`)."""
        found: dict[str, list[int]] = defaultdict(list)
        for i in range(len(self.normal) - 1):
            found[self.normal[i] + self.normal[i + 1]].append(i)
        return found

    @cached_property
    def by_sentence(self) -> dict[int, dict[str, int]]:
        """For each sentence the families in it, with the first word of each."""
        found: dict[int, dict[str, int]] = defaultdict(dict)
        for i, stem in enumerate(self.stems):
            found[self.sentence[i]].setdefault(stem, i)
        return found

    @cached_property
    def with_stem(self) -> dict[str, list[int]]:
        """Where each family stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for i, stem in enumerate(self.stems):
            found[stem].append(i)
        return found


@lru_cache(maxsize=256)
def words_in(text: str) -> Words:
    """The words of a CV's text; the same text is cut only once."""
    cuts = [m.end() for m in SENTENCE.finditer(text)]
    flat = SLASH.sub(lambda m: " " * len(m.group()), text)
    matches = list(WORD.finditer(flat))
    surface = tuple(m.group() for m in matches)
    return Words(
        surface=surface,
        normal=tuple(word_form(w) for w in surface),
        stems=tuple(family(w) for w in surface),
        starts=tuple(m.start() for m in matches),
        ends=tuple(m.end() for m in matches),
        sentence=tuple(bisect_right(cuts, m.start()) for m in matches),
    )


@dataclass(frozen=True)
class Shown:
    """What a CV shows, and where."""

    resume: Resume

    @property
    def text(self) -> str:
        """The CV's text."""
        return self.resume.document.text

    @cached_property
    def words(self) -> Words:
        """The CV's words."""
        return words_in(self.text)

    def where(self, offset: int) -> str:
        """Which part of the CV an offset stands in: `role` (dated), `profile`, `skills`, `other`."""
        if any(s.span.start <= offset < s.span.end for s in self.resume.skills):
            return "skills"
        section = self.resume.section_at(offset)
        kind = section.kind if section else None
        if kind is SectionKind.SKILLS:
            return "skills"
        role = self.resume.role_at(offset)
        if role is not None and (role.dates is not None or kind in (SectionKind.EXPERIENCE, SectionKind.PROJECTS)):
            return "role"
        if kind in (
            SectionKind.EXPERIENCE,
            SectionKind.EDUCATION,
            SectionKind.CERTIFICATIONS,
            SectionKind.PROJECTS,
            SectionKind.VOLUNTEERING,
        ):
            return "role"
        return "profile" if kind in (SectionKind.PROFILE, SectionKind.HEAD) else "other"

    def line(self, offset: int) -> str:
        """The line or block that holds an offset, verbatim."""
        block = self.resume.document.block_at(offset)
        if block is not None and block.start <= offset < block.end and block.end - block.start <= 400:
            return self.text[block.start : block.end]
        document = self.resume.document
        span = document.line_span(document.line_at(offset))
        start, end = span.start, span.end
        if end - start > 240:
            start, end = max(start, offset - 80), min(end, offset + 160)
        return self.text[start:end].strip()

    def years(self) -> float | None:
        """Years in dated roles of work, counted once where they overlap; None where no role is dated."""
        months: set[int] = set()
        dated = False
        for role in self.resume.roles:
            if role.dates is None or role.section in (
                SectionKind.EDUCATION,
                SectionKind.CERTIFICATIONS,
                SectionKind.VOLUNTEERING,
            ):
                continue
            first = role.dates.start.first
            last = role.dates.end.last if role.dates.end is not None else None
            if last is None:
                continue
            dated = True
            months |= set(range(first.year * 12 + first.month, min(last.year, 2100) * 12 + last.month + 1))
        return len(months) / 12 if dated else None
