"""The facts that checks ask for by parameter name: each is found at most once a file, and only if asked for.

document     `Document`           the file as read
blocks       `tuple[Block, ...]`  its blocks
resume       `Resume`             sections, contact, roles, dates, bullets, skills
sentences    `tuple[Span, ...]`   the sentences of its blocks
spacy_doc    `Grammar`            part-of-speech tags (the one fact that loads spaCy)
proofread    `Proof`              what the panel of proofreaders says
job          `JobAd | None`       the ad
comparison   `Comparison | None`  the CV against the ad
folder       `Folder`             the other files of an application
locale       `str`                such as `en-NZ`
knowledge    `Knowledge`          accepted words, words of the ad
today        `date`
options      `Options`            the options of the card
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from cvlint.job import compare
from cvlint.model.document import Block, Document
from cvlint.model.finding import Match
from cvlint.model.job import Comparison, JobAd
from cvlint.model.location import Span
from cvlint.proofreaders.reading import Knowledge, Proof
from cvlint.resume import Resume
from cvlint.resume.folder import Folder

SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[A-Z“\"'(])")


@dataclass(frozen=True)
class Facts:
    """The facts of one file under one locale. `proof` is called when a check asks for the proofreaders."""

    document: Document
    resume: Resume
    today: date
    locale: str = "en-GB"
    job: JobAd | None = None
    folder: Folder = Folder()
    knowledge: Knowledge = Knowledge()
    proof: Callable[[Facts], Proof] = lambda facts: Proof()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The document's blocks; see the module's docstring for this and all that follow."""
        return self.document.blocks

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of all blocks; a block without a full stop is one sentence."""
        found = []
        for block in self.document.blocks:
            text, at = self.document.flat(block), 0
            for m in SENTENCE_END.finditer(text):
                found.append(Span(block.start + at, block.start + m.start()))
                at = m.end()
            found.append(Span(block.start + at, block.end))
        return tuple(found)

    @cached_property
    def comparison(self) -> Comparison | None:
        """The CV against the ad; None without an ad."""
        return compare(self.job, self.resume) if self.job else None

    @property
    def proofread(self) -> Proof:
        """What the panel says."""
        # No `cached_property`: before Python 3.12 it holds one lock for the facts of all files while it works.
        if "_proofread" not in self.__dict__:
            self.__dict__["_proofread"] = self.proof(self)
        found: Proof = self.__dict__["_proofread"]
        return found

    @cached_property
    def spacy_doc(self) -> object:
        """Part-of-speech tags of the blocks."""
        from cvlint.resume.grammar import tag

        return tag(self.document, self.resume)

    def ask(
        self, check: Callable[..., Iterable[Match]], needs: Iterable[str], options: Mapping[str, Any]
    ) -> list[Match]:
        """The matches of a check, given the facts that it asks for."""
        given = {name: options if name == "options" else getattr(self, name) for name in needs}
        return list(check(**given))
