"""From the pieces of an ad to what the tagger sees and finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cvlint.job.pieces import Piece
from cvlint.job.tagger import features
from cvlint.job.terms import marks
from cvlint.job.tokens import Token, tokens
from cvlint.model.document import Document


def rows_of(document: Document, cut: Sequence[Piece]) -> Iterator[tuple[list[Token], list[list[str]], Piece]]:
    """For each piece its words and what the tagger sees of them."""
    elsewhere = frozenset(w.text for w in tokens(document.text) if w.text.islower())
    for piece in cut:
        words = tokens(document.text, piece.start, piece.end)
        yield words, features(words, piece.part, piece.asking, marks(words), elsewhere), piece
