"""What a piece of an ad asks for: set forms, names and abilities that the taggers see, names of the curated list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from cvlint.job.formal import Formal, formals
from cvlint.job.found import FORMAL, Found
from cvlint.job.headings import Part
from cvlint.job.levels import gate_level, level_of, purpose, waived
from cvlint.job.named import bare, seen
from cvlint.job.names import general, known_kind, names_in, word_form
from cvlint.job.pieces import Piece
from cvlint.job.tagger import HARD, SOFT, Stretch, stretches, tagged
from cvlint.job.terms import lists
from cvlint.job.tokens import Token
from cvlint.job.wording import is_head, is_praise, is_title, places, whole
from cvlint.model.job import Level, RequirementKind

HARD_THRESHOLD = {True: 0.4, False: 0.5}
"""Near where the tagger's precision and recall meet on ads it has not seen (`tools/job_tagger.py --measure`); where the
ad tells more than it asks, it must be surer."""
DOUBT = 0.1
"""How likely the tagger must find what other means find where the ad tells more than it asks."""
IN_PASSING = frozenset({RequirementKind.QUALIFICATION, RequirementKind.LANGUAGE})
"""What ads also name without asking for it: "a PhD student", "a Danish firm"."""
FIELD_ABOVE = re.compile(r"(?:^|\n)[^\S\n]*industry[^\S\n]*:?[^\S\n]*\n?[^\n]*$", re.IGNORECASE)
"""A form's field that names what one would work in."""
ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
POST = re.compile(
    r"\bph\.?d\.?(?:[\s-]+(?:degree\s+)?)(?:students?|fellow(?:s|ships?)?|scholarships?|stipends?|projects?|positions?|"
    r"supervis\w+)\b",
    re.IGNORECASE,
)
"""Where a doctorate is a post or its holder: "our PhD students"."""
SOFT_THRESHOLD = {Part.WANTED: 0.4, Part.NICE: 0.4, Part.DUTIES: 0.5, Part.PLAIN: 0.65}
"""Set by hand: the less a part of the ad asks, the surer the tagger of abilities must be."""
DOMAIN = re.compile(
    r"^[\s-]*(?:industry|sector|environment|background|domain|market|field|setting|business|home|homes|practice|clients?)\b",
    re.IGNORECASE,
)


def formal_in(text: str, piece: Piece) -> list[Found]:
    """What a piece asks for in set forms."""
    return [
        Found(f.term, f.kind, gate_level(text, piece, f.start, f.end), piece, _bare_start(text, f), f.end, f.amount)
        for f in formals(text, piece.start, piece.end)
    ]


def _bare_start(text: str, f: Formal) -> int:
    article = ARTICLE.match(text, f.start, f.end)
    return article.end() if article else f.start


def in_piece(text: str, words: list[Token], rows: list[list[str]], piece: Piece) -> list[Found]:
    """All that a piece asks for; what the ad says is not needed, praises or gives a purpose for is left out."""
    taken = formals(text, piece.start, piece.end)
    named, doubtful = _named(text, words, piece)
    found = [
        f
        for f in formal_in(text, piece)
        if not (f.kind in IN_PASSING and f.level is Level.MENTION and doubtful(f.start, f.end))
        and not (f.kind is RequirementKind.QUALIFICATION and POST.match(text, f.start, piece.end))
    ]
    hard = [(a, b) for a, b in named if not _clash((a, b), taken) and not is_title(text, piece, a, b)]
    for a, b in hard:
        found.append(Found(text[a:b], _hard_kind(text, a, b), level_of(text, piece, a, b), piece, a, b))
    found += [
        f
        for f in _abilities(text, words, rows, piece, hard, taken)
        if f.kind is RequirementKind.SOFT or not doubtful(f.start, f.end)
    ]
    curated = [
        f
        for f in _curated(text, words, piece, found)
        if not is_title(text, piece, f.start, f.end) and not doubtful(f.start, f.end)
    ]
    found = [f for f in found if not any(c.start <= f.start and f.end <= c.end for c in curated)] + curated
    found += _examples(text, piece, found)
    if not found and piece.asking and piece.part in (Part.WANTED, Part.NICE):
        found += whole(text, piece)
    found = [f for f in found if not waived(text, piece, f.start, f.end) and not is_praise(text, piece, f.start, f.end)]
    first = min((f.start for f in found), default=0)
    soft = RequirementKind.SOFT
    return [f for f in found if not (f.kind is soft and f.start > first and purpose(text, piece, f.start))]


def _named(text: str, words: list[Token], piece: Piece) -> tuple[list[tuple[int, int]], Callable[[int, int], bool]]:
    """The ranges of named skills, and whether the tagger doubts that a range is one where nothing asks for it.

    The tagger has learnt from ads without commas, so those part its findings afterwards.
    """
    said = bare(words)
    asked = piece.asking or piece.part in (Part.WANTED, Part.NICE)
    whole_ones, likely = tagged(seen(text, said, piece), HARD, HARD_THRESHOLD[asked])
    found = []
    for s in whole_ones:
        cuts = [i + 1 for i in range(s.first, s.last - 1) if "," in text[said[i].end : said[i + 1].start]]
        found += [Stretch(a, b, s.probability) for a, b in pairwise([s.first, *cuts, s.last])]

    def doubtful(a: int, b: int) -> bool:
        return not asked and all(p < DOUBT for w, p in zip(said, likely, strict=True) if w.start < b and a < w.end)

    return places(text, said, found), doubtful


def _abilities(
    text: str,
    words: list[Token],
    rows: list[list[str]],
    piece: Piece,
    hard: list[tuple[int, int]],
    taken: list[Formal],
) -> Iterator[Found]:
    """What the tagger of abilities sees and nothing else has named."""
    for a, b in places(text, words, stretches(rows, SOFT, SOFT_THRESHOLD.get(piece.part, 0.6))):
        covered = sum(min(b, d) - max(a, c) for c, d in hard if c < b and a < d)
        if is_head(text, a, b) or covered > 0.5 * (b - a) or _clash((a, b), taken) or is_title(text, piece, a, b):
            continue
        known = known_kind(text[a:b])
        if known is None and " " not in text[a:b] and text[a:b].lower().endswith(("ing", "ed", "ment", "s")):
            continue  # a bare verb or plural names nothing that a CV could show or lack
        kind = known or RequirementKind.SOFT
        yield Found(text[a:b], kind, level_of(text, piece, a, b), piece, a, b)


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
        if kind is RequirementKind.DOMAIN or (single and not asked) or is_head(text, a, b):
            continue
        if single and kind is not RequirementKind.SOFT and not (name[:1].isupper() and first):
            continue
        if kind is RequirementKind.SKILL and general(name):
            kind = RequirementKind.SOFT
        out.append(Found(name, kind, level_of(text, piece, a, b), piece, a, b))
    return out


EXAMPLES = re.compile(r"\b(?:such as|e\.g\.,?|for example,?|for instance,?)\s+((?:[^;:.()\n]|\.(?=\w))+)")
WHERE = re.compile(
    r"\b(?:countr|cit(?:y|ies)|region|place|client|compan|employer|compet|brand|partner|customer|market|language|"
    r"universit|school)\w*,?\s*$",
    re.IGNORECASE,
)
"""What has names that are no products."""
NAME = re.compile(r"(?<![\w-])(?:[A-Z][\w+#&.-]*\w|[A-Z])(?: (?:[A-Z][\w+#&.-]*\w|[A-Z]\b))*")


def _examples(text: str, piece: Piece, found: list[Found]) -> Iterator[Found]:
    """Products that an ad names as examples of what it asks for: "patient records such as MedChart"."""
    if not (piece.asking or piece.part in (Part.WANTED, Part.NICE)):
        return
    for given in EXAMPLES.finditer(text, piece.start, piece.end):
        if WHERE.search(text, piece.start, given.start()):
            continue
        for m in NAME.finditer(text, given.start(1), given.end(1)):
            low, high = m.span()
            if not any(f.start < high and low < f.end for f in found):
                yield Found(m[0], RequirementKind.TOOL, level_of(text, piece, low, high), piece, low, high)


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
    if DOMAIN.match(text[b : b + 20]) or FIELD_ABOVE.search(text[max(0, a - 120) : a]):
        return RequirementKind.DOMAIN
    word = text[a:b]
    mark = lists().get(" ".join(word.lower().split()))
    if mark == "T" or (" " not in word and re.search(r"[a-z][A-Z]|\d|[.+#]|^[A-Z]{2,}", word)):
        return RequirementKind.TOOL
    return RequirementKind.SKILL
