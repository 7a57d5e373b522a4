"""Checks that need parts of speech: the rules that select them load spaCy, and are off unless asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cvlint.checks.prose import item_groups
from cvlint.checks.verbs import SAME, Form, forms, opening
from cvlint.model.document import Block, Document
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from cvlint.resume.grammar import TaggedText

_VERBS = {"VB": "verb", "VBP": "verb", "VBZ": "verb", "VBD": "verb", "VBG": "-ing form", "VBN": "verb"}
_NOMINAL = re.compile(r"(?:tion|sion|ment|ance|ence|ship|ledge|ility|ness|ysis|sight|ity)s?$")
_NOUNS = {"NN": "noun", "NNS": "noun", "JJ": "adjective"}


_WORD = re.compile(r"[^\W\d_]+")
_NO_TENSE = frozenset(["setup", "accounts", "requires", "have", "has", "possess", "possesses", "is", "are", "am"])
"""Words that the tagger takes for verbs of a duty and that are none."""


def _head(block: Block, spacy_doc: TaggedText) -> tuple[Span, str, str] | None:
    """(place, tag, text) of the first word of a point, past adverbs; None where it is a number or a name."""
    tagged = spacy_doc.of(block)
    if tagged is None or len(tagged.doc) < 3:
        return None
    for token in tagged.doc:
        if token.is_punct or token.is_space or token.tag_ == "RB":
            continue
        after = tagged.doc[token.i + 1] if token.i + 1 < len(tagged.doc) else None
        noun = token.tag_ in _NOUNS and after is not None and _surely(token.text, token.tag_, after)
        if token.tag_ in _VERBS or noun:
            return tagged.span(token), token.tag_, token.text
        return None
    return None


def _surely(word: str, tag: str, after: Token) -> bool:
    """Whether a word is no verb that the tagger took for something else: "Proctored exams", "Escort guests"."""
    low = word.lower()
    if low in forms() or low.endswith("ed") or low in ("set", "responsible", "duties", "responsibilities", "co"):
        return False
    if tag == "JJ":
        return after.tag_ in ("NN", "NNS")
    return after.text.lower() in ("of", "with", "for", "in") or _NOMINAL.search(low) is not None


def mixed_heads(document: Document, resume: Resume, spacy_doc: TaggedText) -> Iterator[Match]:
    """Lists of which most points open with a verb and some with a noun or adjective: one match a list, on the first."""
    for role, items in item_groups(resume):
        if role is not None and role.section is not SectionKind.EXPERIENCE:
            continue
        heads = [(b, h) for b in items if (h := _head(b, spacy_doc))]
        first = {b.index: w[0] for b in items if (w := _WORD.match(document.flat(b)))}
        listed = {i: w for i, w in first.items() if w.lower() in forms() or w.lower() in SAME or w.endswith("ed")}
        verbs = {b.index: h[2] for b, h in heads if h[1] in _VERBS or h[2].lower() in forms()} | listed
        others = [h for b, h in heads if h[1] in _NOUNS and b.index not in verbs]
        if len(items) >= 4 and others and len(verbs) >= 0.6 * (len(verbs) + len(others)):
            span, tag, _ = others[0]
            sample = next(iter(verbs.values()))
            data = {"kind": _NOUNS[tag].capitalize(), "sample": sample, "odd": len(others), "all": len(items)}
            yield Match(span.start, span.end, data=data)


def tagged_present(document: Document, resume: Resume, spacy_doc: TaggedText) -> Iterator[Match]:
    """Present-tense heads in ended jobs of verbs that the word list does not hold, as the tagger reads them."""
    for role in resume.roles:
        if role.section is not SectionKind.EXPERIENCE or role.dates is None or role.current or len(role.bullets) < 3:
            continue
        heads = [h for b in role.bullets if (h := _head(b, spacy_doc))]
        past = sum(v[3] is Form.PAST for b in role.bullets if (v := opening(document.flat(b))))
        for span, tag, text in heads:
            known = text.lower() in forms() or text.lower() in _NO_TENSE or not re.fullmatch(r"[A-Z]?[a-z]{3,}", text)
            if past >= 2 and not known and tag in ("VB", "VBP", "VBZ"):
                yield Match(span.start, span.end)
                break
