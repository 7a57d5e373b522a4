"""How much an ad wants what it names: the cue nearest to the words, then the part of the ad."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import re

from cvlint.job.headings import ASKING, IDLE_MUST, PLAINLY, Part
from cvlint.job.pieces import Piece
from cvlint.model.job import Level

IDEAL = r"ideal (?:candidate|applicant|person|individual)s?(?= (?:will|would|should|has|have|is|are|may|might)\b)"
NICE = re.compile(
    r"\b(?:preferr\w+|preferabl[ey]|preference|desir(?:able|ed)|ideally|nice[ -]to[ -]have|(?:a|an|as a|big|huge|definite|strong|real|additional|distinct|great|is|are) "
    r"(?:plus|bonus|asset|advantage)\b|plus(?=\W*$)|advantage(?:ous)?|beneficial|(?:would be|is|are) (?:great|helpful|useful|nice|welcome|an added|a benefit|considered)|helpful|"
    r"optional(?:ly)?|not essential|bonus(?= points| if|:|\W*$)|a merit|good to have|but (?:is |are )?not (?:essential|required|necessary|mandatory)|advantages?|valued|appreciated|favou?rabl[ey]|"
    rf"would suit|would be good|welcome[ds]?|{IDEAL})\b|\+(?=\W*$)",
    re.IGNORECASE,
)
MUST = re.compile(
    r"\b(?:must(?!-see)|required?|requires|essential|mandatory|necessary|(?:will |you(?:'|’)?(?:ll)? )need(?:s|ed)?(?: to)?|at least|minimum|min\.?|imperative|vital|crucial|critical to have|"
    r"prerequisite|needs to|have to|compulsory|need to)\b",
    re.IGNORECASE,
)
WAIVED = re.compile(
    r"\b(?:not|no longer) (?:required|necessary|needed|a requirement)\b|\bno (?:\w+ ){1,4}(?:required|necessary|needed)\b|\bno (?:\w+ ){0,2}(?:experience|knowledge|qualifications?) (?:in|of|with|is|necessary|needed)\b",
    re.IGNORECASE,
)
FORWARD = re.compile(
    rf"\b(?:ideally|preferably|preference|bonus points|would suit|optional(?:ly)?|{IDEAL})\b", re.IGNORECASE
)
CLAUSE = re.compile(
    r"[;()]|,\s+(?=(?:and |but |with |plus )?(?:ideally|preferably|preference|must|a |an |you|although|though|however|while|any|some|as long as|provided|so long as|"
    r"knowledge|experience|previous|prior|understanding|familiarity|ability)\b)|\s+(?:but|however|although|though)\s+|\.\s|\s[–-]\s",
    re.IGNORECASE,
)
OWN_ASK = re.compile(
    r"\b(?:knowledge|experienced?|skills?|ability|able|understanding|familiarity|background|degree|qualifi\w+|must)\b",
    re.IGNORECASE,
)
PURPOSE = re.compile(
    r"\b(?:to join|in order to|so that|so as to|as you(?:(?:'|’)ll| will| are)|because|who will|whilst you)\b|"
    r"(?<!able )(?<!bility )(?<!illing )(?<!ingness )(?<!equired )(?<!apacity )(?<!need )(?<!needs )(?<!eager )(?<!keen )(?<!prepared )(?<!ptitude )(?<!happy )(?<!how )(?<!used )(?<!ready )(?<!confidence )"
    r"\bto (?:\w+ly )?(?:help|join|work|support|assist|lead|manage|drive|deliver|ensure|provide|enhance|improve|achieve|meet|make|build|develop|become|be part|grow|maintain|run|oversee|head|cover|fill|take|create|produce|enable|allow|undertake|carry|interact|optimi[sz]e|maximi[sz]e)\b|"
    r"\b(?:that|which) (?:drives?|will|can|helps?|offers?|provides?|delivers?|make|makes|is|are)\b",
    re.IGNORECASE,
)
"""Where a sentence turns from what is asked for to what it is good for."""


def level_of(text: str, piece: Piece, start: int, end: int) -> Level:
    """The level of `text[start:end]` in its piece."""
    body = text[piece.start : piece.end]
    at, stop = start - piece.start, end - piece.start
    low, high = _clause(body, at, stop)
    if WE_USE.match(body):
        return Level.MENTION
    own = _cue(body[low:high], at - low)
    if own is Level.NICE or (own is Level.MUST and not _spent(body[low:high], at - low)):
        return own
    whole = _cue(body, at) if own is None else None
    if whole is Level.MUST or (whole is Level.NICE and _carries(body, low, high, at)):
        return whole
    return default_level(piece, body, at)


WE_USE = re.compile(
    r"^\W*(?:we (?:use|have|work|build|run|rely)\b|our (?!ideal|candidate|successful|client (?:is|are|requires|needs|seeks)))",
    re.IGNORECASE,
)
"""Sentences in which the employer speaks of itself."""
GATE = re.compile(
    r"\b(?:you (?:will|must|should|are)|you(?:'|’)(?:ll|re)|hold(?:ing|s)?|possess\w*|qualified|subject to|applicants?|candidates?|must|undergo|eligib\w+)\b",
    re.IGNORECASE,
)


def gate_level(text: str, piece: Piece, start: int, end: int) -> Level:
    """The level of a registration, licence, degree or right: naming it as the applicant's is asking for it."""
    level = level_of(text, piece, start, end)
    if level is Level.MENTION and not piece.part.boilerplate and GATE.search(text, piece.start, piece.end):
        return Level.MUST
    return level


def waived(text: str, piece: Piece, start: int, end: int) -> bool:
    """Whether the ad says of `text[start:end]` that it is not needed."""
    body = text[piece.start : piece.end]
    low, high = _clause(body, start - piece.start, end - piece.start)
    return WAIVED.search(body[low:high]) is not None and NICE.search(body[low:]) is None


def purpose(text: str, piece: Piece, start: int) -> bool:
    """Whether `text[start]` stands where its sentence says what for, no longer what is asked."""
    body, at = text[piece.start : piece.end], start - piece.start
    asked = [m.end() for m in ASKING.finditer(body, 0, at)]
    return _turned(body, max(asked, default=0), at)


def _spent(clause: str, at: int) -> bool:
    """Whether every word that asks stands before a purpose that opens before `clause[at]`: "required to join a X firm"."""
    must = list(MUST.finditer(clause))
    return bool(must) and all(m.start() < at for m in must) and _turned(clause, must[-1].end(), at)


def _turned(body: str, low: int, at: int) -> bool:
    """Whether a purpose opens in `body[low:at]`, with its verb or right before it."""
    return any(m.start() < at for m in PURPOSE.finditer(body, low, at + 20))


def _clause(body: str, at: int, stop: int) -> tuple[int, int]:
    cuts = [0, *(m.start() for m in CLAUSE.finditer(body)), len(body)]
    return max(c for c in cuts if c <= at), min((c for c in cuts if c >= stop), default=len(body))


def _carries(body: str, low: int, high: int, at: int) -> bool:
    """Whether a cue of another clause speaks for the clause `body[low:high]` too."""
    if any(m.start() < at for m in FORWARD.finditer(body)):
        return True
    outside = re.sub(r"\([^)]*\)", lambda m: " " * len(m.group()), body)
    return NICE.search(outside) is not None and OWN_ASK.search(body[low:high]) is None


def _cue(clause: str, at: int) -> Level | None:
    nice = [
        m
        for m in NICE.finditer(clause)
        if not (m.group()[:1].isupper() and m.start() > 0 and m.group().lower() in ("advantage", "bonus", "plus"))
        and not (FORWARD.match(clause, m.start()) and m.start() > at)
    ]
    idle = [m.span() for m in IDLE_MUST.finditer(clause)]
    must = [m for m in MUST.finditer(clause) if not any(a <= m.start() < b for a, b in idle)]
    if not nice:
        return Level.MUST if must else None
    if not must:
        return Level.NICE
    # Both cues in one clause: a word said after the item ("A required, B preferred") is its own.
    after = [(m.start(), kind) for ms, kind in ((nice, Level.NICE), (must, Level.MUST)) for m in ms if m.start() >= at]
    return min(after)[1] if after else Level.NICE


def default_level(piece: Piece, body: str, at: int) -> Level:
    """The level of an item at `body[at]` of a piece that says nothing of it."""
    if piece.part is Part.NICE:
        return Level.NICE
    if piece.part is Part.WANTED:
        return Level.MENTION if piece.run_on and not piece.asking else Level.MUST
    if piece.part.boilerplate or not piece.wants:
        return Level.MENTION
    # Outside the part that asks, the words must ask before the item, and no purpose come between.
    asked = [m.end() for m in ASKING.finditer(body, 0, at + 1)] + [
        m.end() for m in PLAINLY.finditer(body) if m.start() <= at
    ]
    if not asked or _turned(body, min(asked), at):
        return Level.MENTION
    return Level.MUST
