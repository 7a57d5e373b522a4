"""Checks of punctuation over a whole list or file: one way of ending points, of quoting, of drawing dashes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from cvlint.model.document import Block, BlockKind, Document, Mark, Story
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume

_ABBREVIATED = re.compile(
    r"(?:\b(?:etc|inc|ltd|co|corp|jr|sr|dept|approx|vs|no|st|ave|[a-z]|e\.g|i\.e|u\.s|u\.k|p\.m|a\.m|ph\.d))\.$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:\b(?:and|or|the|an?|of|to|in|for|with|from|by|on|at|as|that|which|including)|[&/–-])$|[^\x00-\x7F]$",
    re.IGNORECASE,
)
_FILLED = re.compile(r"\w+\W+\w+\W+\w+")


def _ending(text: str) -> str | None:
    """How a point ends: `stop`, `none`, `semicolon`; None where its end says nothing of the writer's habit."""
    text = text.rstrip().rstrip(")”\"'’").rstrip()
    if not _FILLED.search(text) or text.endswith((":", "…", "...", "?", "!", ",")) or _ABBREVIATED.search(text):
        return None
    if re.search(r";(?: and| or)?$", text):
        return "semicolon"
    if _CUT.search(text):
        return None  # what was read of it is not the whole point
    return "stop" if text.endswith(".") else "none"


def mixed_ends(resume: Resume, document: Document) -> Iterator[Match]:
    """Points of one list of which some end with a full stop and some do not: one match a list, on the rarer kind."""
    for items in resume.lists:
        ends = [(b, e) for b in items if (e := _ending(document.text[b.start : b.end]))]
        kinds = Counter(e for _, e in ends)
        if len(ends) < 3 or len(kinds) < 2 or not {"stop", "none"} <= set(kinds):
            continue  # "a; b; c." is a style of its own
        rare = min(kinds, key=lambda k: (kinds[k], k != "none"))
        if rare == "semicolon":
            continue
        odd = [b for b, e in ends if e == rare]
        usual = "a full stop" if rare == "none" else "no full stop"
        last = document.text[odd[0].start : odd[0].end].rstrip()
        word = re.search(r"\S+$", last)
        start = odd[0].start + (word.start() if word else 0)
        yield Match(
            start,
            odd[0].start + len(last),
            data={"usual": usual, "odd": len(odd), "all": len(ends)},
            suggestions=(last[-1 * len(word[0]) :] + "." if rare == "none" else last.rstrip(".")[word.start() :],)
            if word
            else (),
        )


def double_space(document: Document) -> Iterator[Match]:
    """Two blanks between words; not in a PDF, where they may be drawn, nor where blanks line up columns.

    After a full stop two blanks are a habit of its own: only the rarer habit of the file is flagged.
    """
    if document.format == "pdf":
        return
    inside, ended, single = [], [], 0
    for block in document.blocks:
        if block.kind is BlockKind.CODE or document.marks_in(block.span).unseen:
            continue
        for line in re.finditer(r"[^\n]+", document.text[block.start : block.end]):
            runs = list(re.finditer(r"(?<=\S) {2,}(?=\S)", line[0].rstrip()))
            single += len(re.findall(r"[a-z]\. [A-Z]", line[0]))
            if any(len(m[0]) > 3 for m in runs) or len(runs) > 4:
                continue  # a line laid out with blanks
            for m in runs:
                before, after = line[0][m.start() - 1], line[0][m.end()]
                span = Span(block.start + line.start() + m.start(), block.start + line.start() + m.end())
                if before in ".!?:":
                    ended.append(span)
                elif (
                    len(m[0]) == 2 and (before.isalnum() or before in ",;)%&") and (after.isalnum() or after in "(&$£€")
                ):
                    inside.append(span)
    for span in inside + (ended if single >= len(ended) else []):
        yield Match(span.start, span.end, suggestions=(" ",))


_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“"}
_NO_BRACKET = re.compile(
    r"(?<![\w(])\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)|(?:[:;]|(?<!\w)[8=])[-o^]?[()\]]|[(\[][-o^]?[:;]|<3", re.IGNORECASE
)


def unmatched(document: Document) -> Iterator[Match]:
    """Brackets and curly quotation marks that open and never close, or the reverse, within two neighbouring blocks."""
    blocks = [b for b in document.blocks if b.kind is not BlockKind.CODE]
    odd = [(b, list(islice(_unmatched_in(document, b), 10))) for b in blocks]
    for n, (block, found) in enumerate(odd):
        near = {c for k in (n - 2, n - 1, n + 1, n + 2) if 0 <= k < len(odd) for c, _ in odd[k][1]}
        partners = {**_PAIRS, **{v: k for k, v in _PAIRS.items()}}
        for char, at in found:
            if partners.get(char, char) not in near:
                yield Match(block.start + at, block.start + at + 1, data={"what": _WHAT[char]})


_WHAT = {
    "(": "never closes", "[": "never closes", "{": "never closes", "“": "never closes",
    ")": "was never opened", "]": "was never opened", "}": "was never opened", "”": "was never opened",
    '"': "has no partner",
}  # fmt: skip


def _unmatched_in(document: Document, block: Block) -> Iterator[tuple[str, int]]:
    text = document.flat(block)
    if not any(c in text for c in '()[]{}“”"'):
        return
    if document.marks_in(block.span) & (Mark.SYMBOL | Mark.ICON):
        return
    balanced = re.sub(r"\([^()]*\)", lambda m: "x" * len(m[0]), text)
    balanced = re.sub(r"\([^()]*\)", lambda m: "x" * len(m[0]), balanced)
    plain = _NO_BRACKET.sub(lambda m: " " * len(m[0]), balanced)
    stack: list[tuple[str, int]] = []
    for at, char in enumerate(plain):
        if char == "“" and text[at - 2 : at] == "â€":
            continue  # a dash in the wrong encoding, which another rule reports
        if char in _PAIRS.values():
            stack.append((char, at))
        elif char in _PAIRS:
            here = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][0] == _PAIRS[char]), None)
            if here is None:
                yield char, at
            else:
                del stack[here]
    yield from stack
    quotes = [m.start() for m in re.finditer(r'(?<!\d)"', text)]
    if len(quotes) % 2 and not re.search(r'\d"', text):
        yield '"', quotes[-1]


def mixed_quotes(document: Document) -> Iterator[Match]:
    """Straight and curly apostrophes or quotation marks in one file: one match, on the first of the rarer kind."""
    for curly, straight in ((r"(?<=[a-z])’(?=[a-z])", r"(?<=[a-z])'(?=[a-z])"), (r"(?<!€)[“”]", r"(?<!\d)\"")):
        yield from _mixed(document, {"curly": curly, "straight": straight}, lambda b: b.kind is not BlockKind.CODE)


def mixed_dashes(document: Document) -> Iterator[Match]:
    """Hyphen, en dash and em dash in the same part between words: one match, on the first of the rarest kind."""
    kinds = {
        "hyphen": r"(?<=[a-z)]) - (?=[A-Za-z])",
        "en dash": r"(?<=[a-z)]) – (?=[A-Za-z])",
        "em dash": r"(?<=[a-z)]) ?— ?(?=[A-Za-z])",
    }
    yield from _mixed(document, kinds, lambda b: _prose(document, b))


def _prose(document: Document, block: Block) -> bool:
    text = document.text[block.start : block.end].rstrip()
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and len(text) > 60 and text.endswith(".")


def mixed_ranges(document: Document, resume: Resume) -> Iterator[Match]:
    """Ranges of numbers (not of dates) joined by hyphens and by dashes: one match, on the first of the rarer kind."""
    dates = {r.span.start for r in resume.ranges}
    number = r"(?<![\w/.-])(?<!\d )[$£€]?\d[\d,.]*[kKmM%]?"
    kinds = {
        "hyphen": number + r"(?P<flag>-)(?=[$£€]?\d[\d,.]*(?![\w-]))",
        "en dash": number + r"(?P<flag>–)(?=[$£€]?\d)",
    }
    yield from _mixed(document, kinds, lambda b: b.story is Story.BODY, lambda s: not _years(document, s, dates))


def _years(document: Document, span: Span, dates: set[int]) -> bool:
    """Whether a hyphen stands in a date, a year, a telephone number or a score."""
    around = document.text[max(0, span.start - 14) : span.end + 14]
    before, after = document.text[max(0, span.start - 4) : span.start], document.text[span.end : span.end + 4]
    return bool(
        re.search(r"(?:19|20)\d\d$", before)
        or re.match(r"(?:19|20)\d\d", after)
        or re.search(r"\d[- ]\d{2,4}[- ]\d{3}|\+\d|\d{3}-\d{4}", around)
        or any(span.start - 25 < d <= span.start for d in dates)
    )


def _mixed(
    document: Document,
    kinds: dict[str, str],
    fits: Callable[[Block], bool],
    counts: Callable[[Span], bool] = lambda span: True,
) -> Iterator[Match]:
    found: dict[str, list[Span]] = {name: [] for name in kinds}
    for block in document.blocks:
        if not fits(block) or document.marks_in(block.span).unseen:
            continue
        text = document.flat(block)
        for name, pattern in kinds.items():
            for m in re.finditer(pattern, text):
                group = "flag" if "flag" in m.re.groupindex else 0
                span = Span(block.start + m.start(group), block.start + m.end(group))
                if counts(span):
                    found[name].append(span)
    used = {k: v for k, v in found.items() if v}
    if len(used) < 2:
        return
    usual = max(used, key=lambda k: len(used[k]))
    rare = min((k for k in used if k != usual), key=lambda k: len(used[k]))
    first = used[rare][0]
    yield Match(
        first.start, first.end, data={"usual": usual, "rare": rare, "count": len(used[rare]), "often": len(used[usual])}
    )


def mixed_bullets(resume: Resume, document: Document) -> Iterator[Match]:
    """Bullets of one depth drawn with different glyphs: one match, on the first point of the rarer glyph."""
    for level in sorted({b.level for b in resume.bullets}):
        items = [b for b in resume.bullets if b.level == level and b.label.strip() and not b.label.strip()[0].isalnum()]
        glyphs = Counter(b.label.strip() for b in items if not re.search(r"\w", b.label))
        if len(glyphs) < 2:
            continue
        usual, often = glyphs.most_common(1)[0]
        rare = min((g for g in glyphs if g != usual), key=lambda g: glyphs[g])
        first = next(b for b in items if b.label.strip() == rare)
        yield Match(
            first.start,
            _first_word(document.text, first),
            data={"usual": usual, "rare": rare, "count": glyphs[rare], "often": often},
        )
        return


def _first_word(text: str, block: Block) -> int:
    m = re.compile(r"\S+").match(text, block.start)
    return m.end() if m else block.end


def layout_by_blanks(document: Document) -> Iterator[Match]:
    """Runs of tabs or of many blanks that push text about a page: one match a file.

    A PDF has neither; plain text has nothing but blanks to lay it out with.
    """
    if document.format == "pdf":
        return
    blanks = "" if document.format in ("text", "txt", "md", "markdown") else "| {6,}"
    runs = list(re.finditer(rf"(?<=\S)(?:[ \t]*\t[ \t]*\t[ \t]*{blanks})(?=\S)", document.text))
    if len(runs) >= 2:
        yield Match(runs[0].start(), runs[0].end(), data={"count": len(runs)})


def empty_paragraphs(document: Document) -> Iterator[Match]:
    """Three or more empty lines on end, which stand for space that a style should give: one match a file."""
    if document.format in ("pdf", "text", "markdown"):
        return  # plain text has nothing but empty lines to make space with
    least = 4
    runs = list(re.finditer(rf"(?<=\S)(?:[ \t]*\n){{{least},}}(?=[ \t]*\S)", document.text))
    if runs:
        end = runs[0].start()
        words = list(re.finditer(r"\S+", document.text[document.line_span(document.line_at(end - 1)).start : end]))
        start = end - sum(len(w[0]) for w in words[-1:])
        yield Match(start, end, data={"count": len(runs)})
