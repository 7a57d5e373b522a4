"""The text that readers get to read: whole blocks, cleaned so that every offset stays true."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cvlint.model.document import Block, BlockKind, Document, Mark
from cvlint.model.location import Span
from cvlint.proofreaders.reading import Passage
from cvlint.proofreaders.tongues import ENGLISH, other_tongue
from cvlint.resume.facts import Resume

LONGEST_WORD = 60
"""Longer runs of letters are no words: engines take minutes over them."""

LONGEST_PASSAGE = 4000
"""Engines take more than linear time over long sentences, so longer blocks are cut at blanks."""

LONG_ENOUGH_FOR_TWO = 200
"""Characters from which on a passage may hold sentences in two languages."""

_SENTENCE_END = re.compile(r"[.!?][)”’\"']*\s+")

ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)\S+"
    r"|(?<![\w.+'-])[\w.+'-]{1,80}@[\w-]+(?:\.[\w-]+)*"
    r"|(?<![\w@])@\w{2,}"
    r"|(?<![\w-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|dev|info|biz|co|me|ai|app|nz|uk|ie|au|ca|za|eu|de|in)"
    r"(?![\w-])(?:/[^\s,;)]*)?"
    r"|(?<!\w)(?:[\w.-]+/){2,}[\w.-]*(?=\s|$)"
    r"|\b[\w-]+\.(?:docx?|pdf|xlsx?|pptx?|py|js|ts|html?|css|json|ya?ml|csv|txt|exe|sh|sql|cpp|php)\b"
    r"|[#$%]?\{[^}\n]*\}+|<[^<>\n]{1,80}>",
    re.IGNORECASE,
)
"""What no reader judges: links, addresses, handles, paths, file names, templates, tags."""

_GARBLED = re.compile(r"Â(?![a-zà-ÿ])|â€.?|ï[¿¼][½\s]?")
"""UTF-8 that somebody read as Latin-1: no reader should stumble over it, another rule reports it."""

_RUN = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def clean(text: str) -> str:
    """The text as engines get it, of the same length: line ends, control characters and odd blanks are blanks, a
    character beyond the basic plane is a white square, a run too long to be a word is blank.
    """
    if not text.isascii() or not text.isprintable():
        text = "".join(map(_plain, text))
        text = _GARBLED.sub(lambda m: " " * len(m[0]), text)
    return _RUN.sub(lambda m: " " * len(m[0]), text)


def _plain(char: str) -> str:
    if char < "\x7f":
        return char if char >= " " else " "
    if char > "\uffff" or "\ud800" <= char <= "\udfff":
        return "□"
    return " " if unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Zs", "Zl", "Zp") else char


def passages(document: Document, resume: Resume) -> tuple[Passage, ...]:
    """The passages to proofread: no code, nothing marked as not to be proofread, no other language, nothing unseen."""
    return tuple(p for block in document.blocks if _worth(block, document) for p in _of(block, document))


def _worth(block: Block, document: Document) -> bool:
    if block.kind is BlockKind.CODE or block.start >= block.end:
        return False
    segments = list(document.segments_in(block.span))
    if segments and all(s.marks.unseen or s.marks & (Mark.NO_PROOF | Mark.SYMBOL | Mark.ICON) for s in segments):
        return False
    languages = {s.language.split("-")[0].lower() for s in segments if s.language}
    text = document.text[block.start : block.end]
    # Word marks whole CVs with the language of the machine they were written on, so a mark alone proves nothing.
    return other_tongue(text, marked=bool(languages) and "en" not in languages) is None


def _of(block: Block, document: Document) -> Iterator[Passage]:
    text = clean(document.flat(block))
    for segment in document.segments_in(block.span):
        if segment.marks & Mark.NO_PROOF:
            low, high = (
                max(segment.start, block.start) - block.start,
                min(segment.end, block.end) - block.start,
            )
            text = text[:low] + " " * (high - low) + text[high:]
    text = _without_foreign_sentences(text)
    at = 0
    while len(text) - at > LONGEST_PASSAGE:
        cut = text.rfind(" ", at, at + LONGEST_PASSAGE)
        cut = cut + 1 if cut > at else at + LONGEST_PASSAGE
        yield Passage(text[at:cut], block.start + at, block.index)
        at = cut
    if text[at:].strip():
        yield Passage(text[at:], block.start + at, block.index)


def _without_foreign_sentences(text: str) -> str:
    """A long passage with blanks for its sentences in another language, and for neighbours without an English word."""
    if len(text) < LONG_ENOUGH_FOR_TWO:
        return text
    bounds = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    spans = [(a, b) for a, b in pairwise(bounds) if text[a:b].strip()]
    foreign = [len(text[a:b].split()) >= 6 and other_tongue(text[a:b]) is not None for a, b in spans]
    for order in (range(len(spans)), reversed(range(len(spans)))):
        for k in order:
            words = text[slice(*spans[k])].lower().split()
            beside = any(foreign[max(k - 1, 0) : k + 2])
            foreign[k] = foreign[k] or (beside and not any(len(w) > 1 and w in ENGLISH for w in words))
    for (a, b), other in zip(spans, foreign, strict=True):
        if other:
            text = text[:a] + " " * (b - a) + text[b:]
    return text


ADOPTED = re.compile(
    r"\b10\.\d{4,9}/\S{1,80}|\b(?:mailto|tel):(?=\S)"
    r"|\b(?:(?:in|ex) (?:vitro|vivo|situ|utero|silico|loco parentis)|pro (?:forma|bono|rata|tem)|sous vide|mise en (?:place|sc[eè]ne)"
    r"|de (?:facto|jure|novo)|ad (?:hoc|infinitum|lib)|et al|per (?:se|diem|capita|annum)|[aà] la carte|hors d['’ ]?oeuvres?"
    r"|pi[eè]ce de r[eé]sistance|coup d['’][eé]tat|maitre d['’]?|ma[iî]tre d['’]?h[oô]tel|quid pro quo|vis[- ][aà][- ]vis"
    r"|magna cum laude|summa cum laude|cum laude|honoris causa|alma mater|bona fide|status quo|habeas corpus|amicus curiae"
    r"|cordon bleu|garde manger|petits? fours?|table d['’]h[oô]te|chef de (?:partie|cuisine|rang)|demi chef|plongeur)\b",
    re.IGNORECASE,
)
"""Identifiers of publications, and phrases of other languages that English has taken over whole."""
FILLER = re.compile(
    r"\b(?:lorem|ipsum|dolor|sit|amet|consectetur|consetetur|adipi[st]cing|sadipscing|elit|elitr|sed|diam|nonumy|eirmod"
    r"|tempor|invidunt|labore|dolore|magna|aliquyam|aliqua|erat|voluptua|vero|accusam|justo|duo|dolores|rebum|stet|clita"
    r"|kasd|gubergren|takimata|sanctus|nunc|vitae|quis|nostrud|ullamco|laboris|nisi|aute|irure)\b"
)
"""The Latin that fills a draft."""


def unjudged(document: Document) -> tuple[Span, ...]:
    """The ranges in which no reading counts, in order: links, addresses, file names, text not to be proofread."""
    found = [Span(*m.span()) for m in ADDRESS.finditer(document.text)]
    skip = Mark.NO_PROOF | Mark.ICON | Mark.SYMBOL | Mark.PLACEHOLDER
    found += [s.span for s in document.segments if s.marks & skip or s.marks.unseen]
    found += [Span(*m.span()) for m in ADOPTED.finditer(document.text)]
    if "ipsum" in document.text.lower():
        found += [
            b.span for b in document.blocks if len(set(FILLER.findall(document.text[b.start : b.end].lower()))) > 2
        ]
    return tuple(sorted(found))


@dataclass(frozen=True)
class Batch:
    """Passages joined by empty lines, so that an engine is called once for many; `at` maps its offsets back."""

    text: str
    starts: tuple[int, ...]
    passages: tuple[Passage, ...]

    def at(self, start: int, end: int) -> Span | None:
        """The range in the document of a range in the batch; None where it leaves its passage."""
        i = bisect_right(self.starts, start) - 1
        passage = self.passages[i]
        low, high = start - self.starts[i], end - self.starts[i]
        if low < 0 or high > len(passage.text) or low > high:
            return None
        return Span(passage.start + low, passage.start + high)


def batches(read: Sequence[Passage], most: int = 12000) -> Iterator[Batch]:
    """The passages in as few batches as their length allows."""
    some: list[Passage] = []
    size = 0
    for passage in read:
        if some and size + len(passage.text) > most:
            yield _batch(some)
            some, size = [], 0
        some.append(passage)
        size += len(passage.text) + 2
    if some:
        yield _batch(some)


def _batch(some: Sequence[Passage]) -> Batch:
    starts, at = [], 0
    for passage in some:
        starts.append(at)
        at += len(passage.text) + 2
    return Batch("\n\n".join(p.text for p in some), tuple(starts), tuple(some))
