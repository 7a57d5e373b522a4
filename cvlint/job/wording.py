"""The words of a wish cut down to what is wished for."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cvlint.job.found import Found
from cvlint.job.levels import level_of
from cvlint.job.pieces import Piece
from cvlint.job.tagger import Stretch
from cvlint.job.tokens import Token
from cvlint.model.job import RequirementKind

LEADING = re.compile(
    r"^(?:(?:a|an|the|and|or|of|in|with|to|your|our|their|any|some|very|both|all|other|various|excellent|strong|good|great|proven|outstanding|solid|exceptional|demonstrated|demonstrable|effective|superior|thorough|sound|"
    r"extensive|relevant|previous|prior|high|highest|real|true|keen|basic|fantastic|first class|able to|ability to|be able to|experienced? (?:in|with|of)|knowledge of|understanding of|working knowledge of|well developed|exemplary|impeccable|clearly|effectively|consistently|confidently|accurately)\s+)+",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"(?:\s+(?:and|or|of|in|with|to|the|a|an|for|etc|is|are|at|by|as|on|from|into|our|your|their|its|this|that|required|essential|preferred|desirable|experience|as well as))+$|[\s,.;:/&(-]+$",
    re.IGNORECASE,
)
EMPTY = frozenset({
    "experience", "skills", "skill", "knowledge", "ability", "abilities", "team", "work", "role", "position",
    "job", "company", "candidate", "business", "environment", "understanding", "candidates", "client",
    "clients", "customers", "people", "staff", "services", "service", "industry", "level", "years", "year",
    "time", "opportunity", "requirements", "responsibilities", "duties", "others", "area", "areas",
    "systems", "products", "product", "training", "support",
})  # fmt: skip
"""Words that alone name nothing one can show."""
PRAISE = frozenset({
    "keen", "responsible", "personal", "talented", "dedicated", "successful", "ideal", "effective", "effectively", "own", "hard",
    "experienced", "committed", "bright", "passionate", "right", "suitable", "outstanding", "exceptional", "great", "desire",
    "motivated individual", "individual", "person", "professional", "innovations", "quality", "high quality", "independently",
    "develop", "maintain", "monitor", "analyze", "analyse", "control", "provide", "manage", "support", "ensure", "deliver", "learn",
    "doe", "ote", "k", "tbc", "tba", "url", "capacity", "workable", "translating", "anticipated", "existing", "industry standards", "new skills", "role", "procedures",
    "techniques", "methods", "standards", "tasks", "projects", "project", "technology", "technologies", "tools", "goals", "targets",
})  # fmt: skip
"""Praise and bare verbs: nobody could show or lack them."""
OF_THE_TEAM = re.compile(
    r"^(?:,? (?:and |but )?\w+)?\s+(?:team|company|organi[sz]ation|firm|employer|client base|department|colleagues)\b",
    re.IGNORECASE,
)
"""What follows an adjective that praises the employer, not the applicant."""
ASK_OPENING = re.compile(
    r"^\W*(?:(?:you (?:have|will have|are|can|should|must)|must (?:have|be)|(?:strong|good|excellent|proven|solid|previous|extensive|demonstrated|some|significant|relevant|practical|hands-on|a|an|the|working|basic|advanced|sound|thorough|deep|in-depth) |"
    r"(?:experience|experienced|knowledge|understanding|familiarity|familiar|ability|able|proficien\w+|background|expertise|skill(?:s|ed)?|competen\w+|comfortable|confiden(?:t|ce)|aptitude|commitment|track record|interest) (?:in|of|with|to|for|using|on|at|as)?)\s*)+",
    re.IGNORECASE,
)
ASK_CLOSING = re.compile(
    r"[.;,(]|\s+(?:is|are|required|essential|preferred|desirable|and|or|which|that|in order|including|such as|within|to ensure)\b",
    re.IGNORECASE,
)


def whole(text: str, piece: Piece) -> list[Found]:
    """A bullet that plainly asks and in which nothing was named: its own words, if they are few."""
    m = ASK_OPENING.match(text[piece.start : piece.end])
    a = piece.start + (m.end() if m else 0)
    b = min([piece.end, *(a + c.start() for c in ASK_CLOSING.finditer(text[a : piece.end]))])
    while b > a and (text[b - 1].isspace() or text[b - 1] in ".,;:"):
        b -= 1
    if not m or not 1 <= len(text[a:b].split()) <= 8 or len(text[a:b]) < 3:
        return []
    return [Found(text[a:b], RequirementKind.SOFT, level_of(text, piece, a, b), piece, a, b)]


WORK_OF = re.compile(
    r"\b(?:experienced?|background|qualified|trained|registered|certified|worked|working|proven|previous|time served)\b(?: \w+){0,3}$|\bexperience (?:as|of being) (?:an? )?(?:\w+ )?$",
    re.IGNORECASE,
)
"""What makes the name of a profession a wish: "an experienced staff nurse"."""
PEOPLE = re.compile(
    r"(?:developer|engineer|manager|supervisor|nurse|analyst|assistant|consultant|executive|administrator|officer|designer|technician|director|accountant|"
    r"controller|surveyor|therapist|teacher|worker|advisor|adviser|architect|representative|specialist|coordinator|co-ordinator|clerk|chef|driver|marketer|"
    r"negotiator|recruiter|buyer|leader|programmer|tester|scientist|operator|handler|underwriter|bookkeeper|carer|member|professional)s?$",
    re.IGNORECASE,
)


HEADS = frozenset({
    "confidence", "competence", "competency", "interest", "skill", "skills", "expertise", "proficiency", "familiarity",
    "commitment", "aptitude", "qualification", "qualifications", "experience",
})  # fmt: skip
"""What is asked for stands behind these words: "confidence in te reo Māori"."""


def is_head(text: str, a: int, b: int) -> bool:
    """Whether `text[a:b]` is but the head of what is asked for, which follows it."""
    return text[a:b].lower() in HEADS and re.match(r"\s+(?:in|with|of|to|for|as)\b", text[b : b + 8]) is not None


def is_title(text: str, piece: Piece, a: int, b: int) -> bool:
    """Whether `text[a:b]` names who is sought or who else works there, not what one must know."""
    return PEOPLE.search(text[a:b]) is not None and WORK_OF.search(text[max(piece.start, a - 50) : a]) is None


def is_praise(text: str, piece: Piece, a: int, b: int) -> bool:
    """Whether `text[a:b]` is a bare word of praise, or praises the employer's own people."""
    if " ".join(text[a:b].lower().split()) in PRAISE:
        return True
    if text[a:b] == "excel" and re.search(r"\b(?:to|will|can|who|and)\s+$", text[max(piece.start, a - 8) : a]):
        return True  # the verb
    return " " not in text[a:b] and text[a:b].islower() and OF_THE_TEAM.match(text[b : piece.end]) is not None


def places(text: str, words: Sequence[Token], spans: Iterable[Stretch]) -> list[tuple[int, int]]:
    """The ranges of stretches, without leading praise and trailing joints; empty ones are dropped."""
    out = []
    for s in spans:
        a, b = words[s.first].start, words[s.last - 1].end
        lead = LEADING.match(text[a:b])
        if lead and lead.end() < b - a:
            a += lead.end()
        while True:
            tail = TRAILING.search(text[a:b])
            if not tail or tail.start() == 0:
                break
            b = a + tail.start()
        core = [w for w in re.findall(r"[\w+#]+", text[a:b].lower()) if w not in EMPTY]
        if core and any(c.isalnum() for c in text[a:b]) and "**" not in text[a:b] and len(text[a:b].split()) <= 14:
            out.append((a, b))
    return out
