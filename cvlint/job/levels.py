"""How much an ad wants what it names: the cue nearest to the words, then the part of the ad."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import re

from cvlint.job.headings import Part
from cvlint.job.pieces import Piece
from cvlint.model.job import Level

NICE = re.compile(
    r"\b(?:preferr\w+|preferabl[ey]|preference|desir(?:able|ed)|ideally|nice[ -]to[ -]have|(?:a|an|as a|big|huge|definite|strong|real|additional|distinct|great|is|are) "
    r"(?:plus|bonus|asset|advantage)\b|plus(?=\W*$)|advantage(?:ous)?|beneficial|(?:would be|is|are) (?:great|helpful|useful|nice|welcome|an added|a benefit|considered)|helpful|"
    r"optional(?:ly)?|not (?:essential|required|necessary)|bonus|(?:a )?merit|good to have|but not|advantages?|valued|appreciated|favou?rabl[ey]|bonus points|"
    r"would suit|would be good|either|welcome[ds]?)\b|\+(?=\W*$)",
    re.IGNORECASE,
)
MUST = re.compile(
    r"\b(?:must(?!-see)|required?|requires|essential|mandatory|necessary|(?:will |you(?:'|’)?(?:ll)? )need(?:s|ed)?(?: to)?|at least|minimum|min\.?|imperative|vital|crucial|critical to have|"
    r"prerequisite|needs to|have to|compulsory|need to)\b",
    re.IGNORECASE,
)
FORWARD = re.compile(r"\b(?:ideally|preferably|preference|bonus points|would suit|optional(?:ly)?)\b", re.IGNORECASE)
CLAUSE = re.compile(
    r"[;()]|,\s+(?=(?:and |but |with |plus )?(?:ideally|preferably|preference|must|a |an |you|although|though|however|while|any|some))|\s+(?:but|however|although|though)\s+|\.\s|\s[–-]\s",
    re.IGNORECASE,
)


def level_of(text: str, piece: Piece, start: int, end: int) -> Level:
    """The level of `text[start:end]` in its piece."""
    body = text[piece.start : piece.end]
    at, stop = start - piece.start, end - piece.start
    cuts = [0, *(m.start() for m in CLAUSE.finditer(body)), len(body)]
    low = max(c for c in cuts if c <= at)
    high = min((c for c in cuts if c >= stop), default=len(body))
    own = _cue(body[low:high], at - low)
    if own is not None:
        return own
    whole = _cue(body, at)
    if whole is not None and not (whole is Level.NICE and _in_brackets_only(body)):
        return whole
    return default_level(piece)


def _cue(clause: str, at: int) -> Level | None:
    nice, must = list(NICE.finditer(clause)), list(MUST.finditer(clause))
    nice = [
        m
        for m in nice
        if not (m.group()[:1].isupper() and m.start() > 0 and m.group().lower() in ("advantage", "bonus", "plus"))
    ]
    nice = [m for m in nice if not (FORWARD.fullmatch(m.group()) and m.start() > at)]
    if not nice:
        return Level.MUST if must else None
    if not must:
        return Level.NICE
    # Both cues in one clause: a word said after the item ("A required, B preferred") is its own.
    after = [(m.start(), kind) for ms, kind in ((nice, Level.NICE), (must, Level.MUST)) for m in ms if m.start() >= at]
    return min(after)[1] if after else Level.NICE


def _in_brackets_only(body: str) -> bool:
    """Whether every nice-to-have cue stands in brackets, and so speaks of the brackets alone."""
    outside = re.sub(r"\([^)]*\)", lambda m: " " * len(m.group()), body)
    return NICE.search(outside) is None


def default_level(piece: Piece) -> Level:
    """The level of a piece that says nothing of it."""
    if piece.part is Part.NICE:
        return Level.NICE
    if piece.part is Part.WANTED and piece.run_on and not piece.asking:
        return Level.MENTION
    if piece.part is Part.WANTED or (piece.part is Part.PLAIN and piece.wants):
        return Level.MUST
    return Level.MUST if piece.part is Part.DUTIES and piece.wants else Level.MENTION
