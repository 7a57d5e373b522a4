"""What all declarative kinds have in common: validation of a card's keys, and scopes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

from cvlint.model.document import Block, BlockKind, Document, Mark, Story
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind

Scope = Literal[
    "all",
    "body",
    "headings",
    "bullets",
    "paragraphs",
    "head",
    "profile",
    "experience",
    "education",
    "skills",
    "letter",
]

# Every repeat is bounded: a block may be one word of 600,000 characters.
LINKS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}"
    r"\.(?:com|org|net|io|dev|co\.nz|co\.uk|nz|uk|ie|au|ca|za|me|ai|app)(?:/\S*)?(?![\w])",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def compiled(pattern: str, ignore_case: bool = True) -> re.Pattern[str]:
    """A pattern of a card, compiled once."""
    return re.compile(pattern, re.IGNORECASE if ignore_case else 0)


def _valid_pattern(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{pattern!r} is no regular expression: {error}") from error
    return pattern


Pattern = Annotated[str, AfterValidator(_valid_pattern)]


class Kind(BaseModel):
    """The keys that a kind of card has of its own; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TextKind(Kind):
    """A kind that looks at the text of blocks.

    `scope` says in which blocks, `links` whether addresses and links are looked at too, `unless` lists patterns that
    silence a match which they overlap; a pattern in `unless_line` silences every match on the block that holds it.
    """

    scope: tuple[Scope, ...] = ("all",)
    links: bool = False
    ignore_case: bool = True
    unless: tuple[Pattern, ...] = ()
    unless_line: tuple[Pattern, ...] = ()

    def passages(self, document: Document, resume: Resume) -> Iterator[tuple[Block, str]]:
        """The blocks in scope, each with its text; line ends and masked links are blanks of the same length."""
        for block in document.blocks:
            if block.kind is BlockKind.CODE or not in_scope(block, self.scope, resume):
                continue
            text = document.flat(block)
            if any(compiled(p, self.ignore_case).search(text) for p in self.unless_line):
                continue
            if document.marks_in(block.span).unseen and all(s.marks.unseen for s in document.segments_in(block.span)):
                continue
            yield block, text if self.links else masked(text, document, block)

    def silenced(self, text: str, span: Span) -> bool:
        """Whether an `unless` pattern overlaps a range of a block's text."""
        return any(
            m.start() < span.end and m.end() > span.start
            for p in self.unless
            for m in compiled(p, self.ignore_case).finditer(text)
        )


def masked(text: str, document: Document, block: Block) -> str:
    """A block's text with links, addresses and text that is not to be proofread blanked out; the length stays."""
    text = LINKS.sub(lambda m: " " * len(m[0]), text)
    for segment in document.segments_in(block.span):
        if segment.marks & Mark.NO_PROOF:
            start, end = (
                max(segment.start, block.start) - block.start,
                min(segment.end, block.end) - block.start,
            )
            text = text[:start] + " " * (end - start) + text[end:]
    return text


_SECTIONS: dict[str, tuple[SectionKind, ...]] = {
    "head": (SectionKind.HEAD, SectionKind.CONTACT),
    "profile": (SectionKind.PROFILE,),
    "experience": (SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING, SectionKind.PROJECTS),
    "education": (SectionKind.EDUCATION, SectionKind.CERTIFICATIONS),
    "skills": (SectionKind.SKILLS,),
}


def in_scope(block: Block, scopes: tuple[Scope, ...], resume: Resume) -> bool:
    """Whether a block belongs to one of the scopes."""
    for scope in scopes:
        if scope == "all":
            return True
        if scope == "body" and block.story in (Story.BODY, Story.TEXT_BOX):
            return True
        if scope == "headings" and block.kind is BlockKind.HEADING:
            return True
        if scope == "bullets" and block.kind is BlockKind.LIST_ITEM:
            return True
        if scope == "paragraphs" and block.kind is BlockKind.PARAGRAPH:
            return True
        if scope in _SECTIONS:
            section = resume.section_at(block.start)
            if section and section.kind in _SECTIONS[scope]:
                return True
    return False
