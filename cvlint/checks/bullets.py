"""Checks of the points under a job: how they open, how long they are, whether they repeat and whether they count."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from cvlint.checks.prose import asked, item_groups
from cvlint.checks.verbs import Form, forms, opening
from cvlint.model.document import Block, BlockKind, Document
from cvlint.model.finding import Match
from cvlint.model.job import JobAd
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, Role, SectionKind

_K = SectionKind
_WEAK = re.compile(
    r"(?:[^\w\n]{0,4}|(?<=[.;] ))(?:(?:i |also |and )?(?:was |were |am |is |been )?(?:primarily |solely |fully |directly |mainly |also )?responsible (?:for|to)"
    r"|(?:my |main |key |primary |daily |job |other )*(?:duties|responsibilities|tasks) (?:included?|including|were|are|involved?|consisted of|consist of)"
    r"|worked on|work on|(?:was |were )?tasked with|(?:was |am )?in charge of|(?:was )?involved (?:in|with)|assigned to|accountable for|handled various|duties:)(?!\w)",
    re.IGNORECASE,
)
_INFLATED = {
    "spearhead": "led", "leverage": "used", "utilise": "used", "utilize": "used", "synergise": "joined",
    "synergize": "joined", "actualise": "did", "actualize": "did", "revolutionise": "changed", "revolutionize": "changed",
    "strategise": "planned", "strategize": "planned", "ideate": "thought of", "operationalise": "set up",
    "operationalize": "set up", "incentivise": "rewarded", "incentivize": "rewarded",
    "effectuate": "brought about", "evangelise": "promoted", "evangelize": "promoted", "supercharge": "sped up",
}  # fmt: skip
_INFLATED_FORMS = {
    form: (verb, plain)
    for verb, plain in _INFLATED.items()
    for form in (
        verb,
        verb + "s",
        verb.removesuffix("e") + "ed",
        verb.removesuffix("e") + "ing",
    )
}
_INFLATED_WORD = re.compile(r"(?<![\w-])(?:" + "|".join(_INFLATED_FORMS) + r")(?![\w-])")
_NUMBER = re.compile(
    r"\d|[$£€%]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundreds?"
    r"|thousands?|millions?|dozens?|doubl\w+|tripl\w+|halv\w+|quadrupl\w+|twice|thrice|half|third of|quarter of)\b",
    re.IGNORECASE,
)


def weak_opening(resume: Resume, document: Document, job: JobAd | None) -> Iterator[Match]:
    """Points that open with "responsible for" and the like: one match a list, with how many points of it do."""
    for _, items in item_groups(resume):
        found = [(b, m) for b in items if (m := _WEAK.match(document.flat(b)))]
        if found:
            block, m = found[0]
            text = m[0].lstrip(" \t-•*·–o")
            start = block.start + m.end() - len(text)
            count = f" ({len(found)} points of this list)" if len(found) > 1 else ""
            yield Match(start, block.start + m.end(), data={"count": count})


def inflated(document: Document, resume: Resume, job: JobAd | None) -> Iterator[Match]:
    """Verbs grander than what was done: one match for each verb, at its first place, with how often it stands."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for block in document.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            text = document.flat(block).lower()
            if len(text) != block.end - block.start:
                continue
            for m in _INFLATED_WORD.finditer(text):
                verb, _ = _INFLATED_FORMS[m[0]]
                before, after = text[: m.start()], text[m.end() : m.end() + 12]
                if m[0] in ("leverage", "leverages") and re.search(
                    r"(?:\b(?:the|a|an|of|and|financial|operating)|[,/]) *$", before
                ):
                    continue
                if re.match(r" (?:finance|buyouts?|loans?|leas|buy-?out|ratios?|design)", after):
                    continue
                if not asked(m[0], job):
                    places[verb.replace("ise", "ize")].append(Span(block.start + m.start(), block.start + m.end()))
    for spans in places.values():
        first = spans[0]
        found = first.of(document.text)
        better = _shaped(_INFLATED_FORMS[found.lower()], found)
        times = f" ({len(spans)} times)" if len(spans) > 1 else ""
        yield Match(
            first.start,
            first.end,
            suggestions=(better,) if better else (),
            data={"times": times, "plain": better or "a plain verb"},
        )


def _shaped(entry: tuple[str, str], found: str) -> str:
    """The plain verb in the form of what was found; empty where the form is not known."""
    verb, past = entry
    low = found.lower()
    wanted = (
        Form.PAST
        if low.endswith("ed")
        else Form.GERUND
        if low.endswith("ing")
        else Form.BASE
        if low == verb
        else Form.THIRD
    )
    head, _, rest = past.partition(" ")
    base = forms().get(head, (None, None))[0]
    if base is None:
        return ""
    form = next((f for f, (b, k) in forms().items() if b == base and k is wanted), "")
    text = f"{form} {rest}".strip() if form else ""
    return text.capitalize() if found[:1].isupper() and text else text


def same_opening(resume: Resume, document: Document, options: dict[str, int]) -> Iterator[Match]:
    """A verb that opens three or more points of one list: one match a verb, on the third of them."""
    for _, items in item_groups(resume):
        heads: defaultdict[str, list[Span]] = defaultdict(list)
        for block in items:
            verb = opening(document.flat(block))
            if verb and verb[2] != "do":
                heads[verb[2]].append(Span(block.start + verb[0], block.start + verb[1]))
        for spans in heads.values():
            if len(spans) >= options["times"] and len(spans) * 4 >= len(items):
                place = spans[options["times"] - 1]
                yield Match(place.start, place.end, data={"count": len(spans), "all": len(items)})


_HONOUR = re.compile(r"\b(?:awards?|medals?|prizes?|ribbon|commendation|decorations?)\b", re.IGNORECASE)


def no_number(resume: Resume, document: Document, options: dict[str, int]) -> Iterator[Match]:
    """Jobs whose points hold no number at all: the latest `most` of them, each with how many points it has."""
    shown = 0
    for role in resume.roles:
        if role.section is not _K.EXPERIENCE or len(role.bullets) < options["points"] or shown >= options["most"]:
            continue
        if any(_NUMBER.search(document.text, b.start, b.end) for b in role.bullets):
            continue
        if any(_HONOUR.search(document.text, b.start, b.end) for b in role.heading):
            continue
        place = role.title or role.organisation or (role.heading[0].span if role.heading else role.bullets[0].span)
        shown += 1
        yield Match(place.start, min(place.end, place.start + 80), data={"points": len(role.bullets)})


def long_point(resume: Resume, document: Document, options: dict[str, int]) -> Iterator[Match]:
    """Points of more words than a reader takes in at a glance: one match a list, on the longest."""
    for role, items in item_groups(resume):
        job = role is not None and role.section is _K.EXPERIENCE
        lengths = [
            (len(document.text[b.start : b.end].split()), b) for b in items if b.kind is BlockKind.LIST_ITEM or job
        ]
        # Beyond a hundred words it is a paragraph, unless a bullet says otherwise.
        over = [(n, b) for n, b in lengths if n > options["words"] and (b.kind is BlockKind.LIST_ITEM or n < 100)]
        if over:
            words, block = max(over, key=lambda o: o[0])
            more = f", and {len(over) - 1} more of this list over {options['words']}" if len(over) > 1 else ""
            yield Match(*_first_words(document, block), data={"words": words, "more": more})


def long_paragraph(resume: Resume, document: Document, options: dict[str, int]) -> Iterator[Match]:
    """Paragraphs, other than points of a job, that run over five lines or so; one match each."""
    points = {b.start for role in resume.roles for b in role.bullets}
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH or block.start in points or block.table:
            continue
        section = resume.section_at(block.start)
        if section and section.kind in (_K.SKILLS, _K.PUBLICATIONS, _K.REFEREES):
            continue
        text = document.text[block.start : block.end]
        words = sum(
            len(w) > 1 or w in "aI&0123456789" for w in text.split()
        )  # stray signs of a bad conversion are none
        if words > options["words"] and text.count(",") < words / 4:
            yield Match(*_first_words(document, block), data={"words": words})


def _first_words(document: Document, block: Block) -> tuple[int, int]:
    m = re.compile(r"\S+(?:\s+\S+){0,3}").match(document.text, block.start)
    return block.start, min(m.end(), block.end) if m else block.end


def repeated(resume: Resume, document: Document) -> Iterator[Match]:
    """Points that say again, in the same words or nearly, what an earlier one said: one match a list or job, on the
    first of them, with how many there are.
    """
    groups = item_groups(resume)
    points = [(b, _normal(document.text[b.start : b.end]), n) for n, (_, items) in enumerate(groups) for b in items]
    points = [p for p in points if len(p[1].split()) >= 5][:400]
    again: defaultdict[int, list[tuple[Block, Block, bool]]] = defaultdict(list)
    for n, (block, text, group) in enumerate(points):
        other = next((p for p in points[:n] if _alike(text, p[1])), None)
        if other:
            again[group].append((block, other[0], text.lower() == other[1].lower()))
    for some in again.values():
        block, earlier, same = some[0]
        more = f" (and {len(some) - 1} more here)" if len(some) > 1 else ""
        how = "again" if same else "nearly again"
        yield Match(
            *_first_words(document, block), data={"line": document.line_at(earlier.start), "how": how, "more": more}
        )


def _normal(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s%$£€]", " ", text).split())


def _alike(a: str, b: str) -> bool:
    if a.lower() == b.lower():
        return True
    if abs(len(a) - len(b)) > 0.12 * max(len(a), len(b)) or len(a) < 40 or a[:2].lower() != b[:2].lower():
        return False
    own, other = set(a.lower().split()), set(b.lower().split())
    if any(re.search(r"\d", w) for w in own ^ other) or fuzz.ratio(a, b, score_cutoff=90) < 90:
        return False
    # "in Leeds" and "in York" are two jobs of one kind: what differs must be small words or endings of words.
    left, right = sorted(own - other), sorted(other - own)
    return len(left) + len(right) <= 2 or all(any(fuzz.ratio(x, y) > 75 for y in right) or len(x) < 4 for x in left)


def not_parallel(resume: Resume, document: Document) -> Iterator[Match]:
    """Points of one list that open now with -ing forms, now with other verbs: one match a list, on the rarer kind."""
    for _, items in item_groups(resume):
        heads = [(b, o) for b in items if (o := opening(document.flat(b)))]
        heads = [(b, o) for b, o in heads if o[3] is not Form.GERUND or not _clause(document.flat(b)[o[1] :])]
        gerunds = [(b, o) for b, o in heads if o[3] is Form.GERUND]
        others = [(b, o) for b, o in heads if o[3] is not Form.GERUND]
        if len(heads) < 3 or not gerunds or not others or len(heads) < 0.6 * len(items):
            continue
        rare, usual = (gerunds, others) if len(gerunds) <= len(others) else (others, gerunds)
        block, (start, end, *_) = rare[0]
        sample = document.flat(usual[0][0])[usual[0][1][0] : usual[0][1][1]]
        yield Match(
            block.start + start, block.start + end, data={"sample": sample, "odd": len(rare), "all": len(heads)}
        )


def _clause(rest: str) -> bool:
    """Whether what follows an -ing form makes it a clause before the verb, or the word one of a list of names."""
    joined = re.match(r"\s+(?:and|&|/)\s+(?P<w>\w+)", rest)
    if re.match(r",\s+[A-Z]", rest) or (joined and not joined["w"].lower().endswith("ing")):
        return True  # "Scheduling and review": nouns
    comma = re.search(r",\s+(?:I\b|(?:\w+ly\s+)?(?P<w>\w+))", rest)
    return comma is not None and (comma["w"] is None or forms().get(comma["w"].lower(), ("", None))[1] is Form.PAST)


def heads_of(role: Role | None, items: Sequence[Block], document: Document) -> list[tuple[Span, str, Form]]:
    """The opening verbs of some points, each with its place, plain form and form."""
    found = []
    for block in items:
        verb = opening(document.flat(block))
        if verb:
            found.append((Span(block.start + verb[0], block.start + verb[1]), verb[2], verb[3]))
    return found
