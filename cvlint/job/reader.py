"""From the text of an ad to what it asks for."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cvlint.job import about, guard
from cvlint.job.formal import Formal, formals
from cvlint.job.headings import Part
from cvlint.job.levels import level_of
from cvlint.job.names import general, known_kind, names_in, normal, other_names, word_form
from cvlint.job.pieces import Piece, pieces
from cvlint.job.reading import rows_of
from cvlint.job.tagger import HARD, SOFT, Stretch, stretches
from cvlint.job.terms import lists
from cvlint.job.tokens import Token
from cvlint.model.document import Document
from cvlint.model.job import JobAd, Level, Requirement, RequirementKind

HARD_THRESHOLD = 0.5
SOFT_THRESHOLD = {Part.WANTED: 0.4, Part.NICE: 0.4, Part.DUTIES: 0.5, Part.PLAIN: 0.65}
"""How sure the taggers must be; chosen by cross-validation on whole ads."""
ORDER = {Level.MUST: 0, Level.NICE: 1, Level.MENTION: 2}
LEADING = re.compile(
    r"^(?:(?:a|an|the|and|or|of|in|with|to|your|our|their|any|some|very|both|all|other|various|excellent|strong|good|great|proven|outstanding|solid|exceptional|demonstrated|demonstrable|effective|superior|thorough|sound|"
    r"extensive|relevant|previous|prior|high|highest|real|true|keen|basic|fantastic|first class|able to|ability to|be able to|experienced? (?:in|with|of)|knowledge of|understanding of|working knowledge of|well developed|exemplary|impeccable)\s+)+",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"(?:\s+(?:and|or|of|in|with|to|the|a|an|for|etc|is|are|required|essential|preferred|desirable|experience|as well as))+$|[\s,.;:/&(-]+$",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"^[\s)\]]*(?:,|/|or|and/or|, or|,\s*and/or|or (?:a|an|the|other|similar|equivalent)|\((?:or|e\.?g\.?)|such as|like)[\s(]*(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
OR = re.compile(r"\bor\b|/|\beither\b", re.IGNORECASE)
DOMAIN = re.compile(
    r"^[\s-]*(?:industry|sector|environment|background|domain|market|field|setting|business|home|homes|practice|clients?)\b",
    re.IGNORECASE,
)
EMPTY = frozenset(
    [
        "experience",
        "skills",
        "skill",
        "knowledge",
        "ability",
        "abilities",
        "team",
        "work",
        "role",
        "position",
        "job",
        "company",
        "candidate",
        "business",
        "environment",
        "understanding",
        "candidates",
        "client",
        "clients",
        "customers",
        "people",
        "staff",
        "services",
        "service",
        "industry",
        "level",
        "years",
        "year",
        "time",
        "opportunity",
        "requirements",
        "responsibilities",
        "duties",
        "others",
        "area",
        "areas",
        "systems",
        "products",
        "product",
        "training",
        "support",
    ]
)
"""Words that alone name nothing one can show."""

GATES = frozenset(
    {RequirementKind.REGISTRATION, RequirementKind.LICENCE, RequirementKind.RIGHT_TO_WORK, RequirementKind.LANGUAGE}
)
"""What an ad asks for even among its boilerplate."""
FORMAL = frozenset(
    {
        RequirementKind.QUALIFICATION, RequirementKind.REGISTRATION, RequirementKind.LICENCE, RequirementKind.LANGUAGE,
        RequirementKind.RIGHT_TO_WORK, RequirementKind.EXPERIENCE_YEARS,
    }
)  # fmt: skip
ASK_OPENING = re.compile(
    r"^\W*(?:(?:you (?:have|will have|are|can|should|must)|must (?:have|be)|(?:strong|good|excellent|proven|solid|previous|extensive|demonstrated|some|significant|relevant|practical|hands-on|a|an|the|working|basic|advanced|sound|thorough|deep|in-depth) |"
    r"(?:experience|experienced|knowledge|understanding|familiarity|familiar|ability|able|proficien\w+|background|expertise|skilled|competen\w+|comfortable|confident|track record|interest) (?:in|of|with|to|for|using|on|at|as)?)\s*)+",
    re.IGNORECASE,
)
ASK_CLOSING = re.compile(
    r"[.;,(]|\s+(?:is|are|required|essential|preferred|desirable|and|or|which|that|in order|including|such as|within|to ensure)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """One place where an ad asks for something."""

    term: str
    kind: RequirementKind
    level: Level
    piece: Piece
    start: int
    end: int
    amount: float | None = None


def read(document: Document) -> JobAd:
    """The ad that a document is; with notices and no requirements where it is none."""
    reason = guard.refuse(document)
    if reason is not None:
        return JobAd(path=document.path, text=document.text, notices=(reason,))
    cut, dropped = guard.drop_navigation(document.text, pieces(document))
    notices = (guard.SOME_NAVIGATION.format(lines=dropped),) if dropped else ()
    found: list[Found] = []
    for words, rows, piece in rows_of(document, cut):
        if piece.heading or _is_title(document, piece):
            continue
        if not _left_out(piece):
            found += _in_piece(document.text, words, rows, piece)
        elif piece.asking:
            found += [f for f in _formal_in(document.text, piece) if f.kind in GATES]
    return JobAd(
        path=document.path,
        text=document.text,
        title=about.title(document, cut),
        employer=about.employer(document),
        requirements=tuple(_merged(document, found)),
        boilerplate_lines=_boilerplate(cut),
        place=about.place(document),
        closing=about.closing(document),
        wants=about.wants(document),
        notices=notices,
    )


def _left_out(piece: Piece) -> bool:
    return piece.part.boilerplate and not (piece.wants and piece.part in (Part.BENEFITS, Part.APPLY))


def _is_title(document: Document, piece: Piece) -> bool:
    """Whether a piece is the ad's labelled title or employer, or its first line."""
    line = document.text[document.line_span(piece.line).start : piece.start]
    if (
        re.search(r"\b(?:title|company|employer|location)\s*:", line, re.IGNORECASE)
        and len(line) < 200
        and "escription" not in line
    ):
        return True
    first = len(document.text) - len(document.text.lstrip())
    return (
        piece.line == document.line_at(first)
        and "\n" in document.text.strip()
        and len(document.text[piece.start : piece.end].split()) <= 14
    )


def _boilerplate(cut: Iterable[Piece]) -> tuple[int, ...]:
    """Lines all of whose pieces are boilerplate."""
    by_line: dict[int, list[bool]] = defaultdict(list)
    for piece in cut:
        by_line[piece.line].append(_left_out(piece) and not piece.heading)
    return tuple(sorted(line for line, flags in by_line.items() if all(flags)))


def _formal_in(text: str, piece: Piece) -> list[Found]:
    return [
        Found(f.term, f.kind, level_of(text, piece, f.start, f.end), piece, f.start, f.end, f.amount)
        for f in formals(text, piece.start, piece.end)
    ]


def _in_piece(text: str, words: list[Token], rows: list[list[str]], piece: Piece) -> list[Found]:
    taken = formals(text, piece.start, piece.end)
    found = _formal_in(text, piece)
    hard = [s for s in _places(text, words, stretches(rows, HARD, HARD_THRESHOLD)) if not _clash(s, taken)]
    for a, b in hard:
        found.append(Found(text[a:b], _hard_kind(text, a, b), level_of(text, piece, a, b), piece, a, b))
    threshold = SOFT_THRESHOLD.get(piece.part, 0.6)
    for a, b in _places(text, words, stretches(rows, SOFT, threshold)):
        covered = sum(min(b, d) - max(a, c) for c, d in hard if c < b and a < d)
        if covered > 0.5 * (b - a) or _clash((a, b), taken):
            continue
        known = known_kind(text[a:b])
        if known is None and " " not in text[a:b] and text[a:b].lower().endswith(("ing", "ed", "ment", "s")):
            continue  # a bare verb or plural names nothing that a CV could show or lack
        kind = known or RequirementKind.SOFT
        found.append(Found(text[a:b], kind, level_of(text, piece, a, b), piece, a, b))
    curated = _curated(text, words, piece, found)
    found = [f for f in found if not any(c.start <= f.start and f.end <= c.end for c in curated)] + curated
    if not found and piece.asking and piece.part in (Part.WANTED, Part.NICE):
        found += _whole(text, piece)
    return found


def _curated(text: str, words: list[Token], piece: Piece, found: list[Found]) -> list[Found]:
    """Curated names of two words and more, or written as names, that the taggers left out."""
    asked = piece.part in (Part.WANTED, Part.NICE) or piece.wants
    if not asked and piece.part is not Part.DUTIES:
        return []
    forms = tuple(word_form(w.text) for w in words)
    out = []
    for first, last in names_in(forms):
        a, b = words[first].start, words[last - 1].end
        name = text[a:b]
        single = last - first == 1
        kind = known_kind(name)
        if (
            kind is None
            or kind in FORMAL
            or any(
                f.start < b
                and a < f.end
                and not (f.kind not in FORMAL and a <= f.start and f.end <= b and f.end - f.start < b - a)
                for f in found
            )
        ):
            continue
        if kind is RequirementKind.DOMAIN or (single and not asked):
            continue
        if single and kind is not RequirementKind.SOFT and not (name[:1].isupper() and first):
            continue
        if kind is RequirementKind.SKILL and general(name):
            kind = RequirementKind.SOFT
        out.append(Found(name, kind, level_of(text, piece, a, b), piece, a, b))
    return out


def _whole(text: str, piece: Piece) -> list[Found]:
    """A bullet that plainly asks and in which nothing was named: its own words, if they are few."""
    m = ASK_OPENING.match(text[piece.start : piece.end])
    a = piece.start + (m.end() if m else 0)
    b = min([piece.end, *(a + c.start() for c in ASK_CLOSING.finditer(text[a : piece.end]))])
    while b > a and (text[b - 1].isspace() or text[b - 1] in ".,;:"):
        b -= 1
    if not m or not 1 <= len(text[a:b].split()) <= 8 or len(text[a:b]) < 3:
        return []
    return [Found(text[a:b], RequirementKind.SOFT, level_of(text, piece, a, b), piece, a, b)]


def _places(text: str, words: Sequence[Token], spans: Iterable[Stretch]) -> list[tuple[int, int]]:
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


def _clash(place: tuple[int, int], taken: Iterable[Formal]) -> bool:
    """Whether a stretch says again what a formal requirement says; a skill within years of experience does not."""
    a, b = place
    for f in taken:
        if f.start < b and a < f.end:
            if f.kind is RequirementKind.EXPERIENCE_YEARS:
                if a <= f.start:
                    return True
                continue
            if min(b, f.end) - max(a, f.start) > 0.5 * min(b - a, f.end - f.start):
                return True
    return False


def _hard_kind(text: str, a: int, b: int) -> RequirementKind:
    kind = known_kind(text[a:b])
    if kind is not None:
        return kind
    if DOMAIN.match(text[b : b + 20]):
        return RequirementKind.DOMAIN
    word = text[a:b]
    mark = lists().get(" ".join(word.lower().split()))
    if mark == "T" or (" " not in word and re.search(r"[a-z][A-Z]|\d|[.+#]|^[A-Z]{2,}", word)):
        return RequirementKind.TOOL
    return RequirementKind.SKILL


def _merged(document: Document, found: list[Found]) -> list[Requirement]:
    """One requirement for each name, with all its mentions, the strictest level, and its either-or group."""
    by_name: dict[tuple[str, RequirementKind], list[Found]] = defaultdict(list)
    for f in found:
        key = f"{f.amount}|{normal(f.term)}" if f.kind is RequirementKind.EXPERIENCE_YEARS else normal(f.term)
        by_name[(key, f.kind)].append(f)
    groups = _groups(document.text, found)
    out = []
    for places in by_name.values():
        best = min(places, key=lambda f: (ORDER[f.level], f.start))
        surface = min(places, key=lambda f: (ORDER[f.level], -sum(g.term == f.term for g in places), f.term))
        out.append(
            Requirement(
                term=" ".join(surface.term.split()),
                kind=best.kind,
                level=best.level,
                quote=document.text[best.piece.start : best.piece.end],
                line=document.line_at(best.start),
                mentions=tuple(sorted({(f.start, f.end) for f in places})),
                group=groups.get((best.start, best.end)),
                amount=best.amount,
                aliases=other_names(best.term),
            )
        )
    out.sort(key=lambda r: (ORDER[r.level], r.mentions[0]))
    return _one_member_groups_dissolved(out)


def _one_member_groups_dissolved(found: list[Requirement]) -> list[Requirement]:
    sizes: dict[str, int] = defaultdict(int)
    for r in found:
        if r.group:
            sizes[r.group] += 1
    names: dict[str, str] = {}
    out = []
    for r in found:
        if r.group and sizes[r.group] > 1:
            names.setdefault(r.group, f"g{len(names) + 1}")
            out.append(replace(r, group=names[r.group]))
        else:
            out.append(replace(r, group=None))
    return out


def _groups(text: str, found: list[Found]) -> dict[tuple[int, int], str]:
    """Either-or groups: neighbours in one piece joined by commas, slashes and at least one "or"."""
    by_piece: dict[int, list[Found]] = defaultdict(list)
    for f in found:
        by_piece[f.piece.start].append(f)
    out: dict[tuple[int, int], str] = {}
    for start, members in by_piece.items():
        flat: list[Found] = []
        for f in sorted(members, key=lambda f: (f.start, -f.end)):
            if not flat or f.start >= flat[-1].end:
                flat.append(f)
        chain: list[Found] = []
        joints = ""
        for f in flat:
            between = text[chain[-1].end : f.start] if chain else ""
            if chain and BETWEEN.match(between) and len(between) < 40:
                chain.append(f)
                joints += between
                continue
            _close(chain, joints, f"{start}-{chain[0].start if chain else 0}", out)
            chain, joints = [f], ""
        _close(chain, joints, f"{start}-{chain[0].start if chain else 0}", out)
    return out


def _close(chain: list[Found], joints: str, name: str, out: dict[tuple[int, int], str]) -> None:
    if len(chain) > 1 and OR.search(joints):
        for f in chain:
            out[(f.start, f.end)] = name
