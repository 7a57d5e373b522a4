"""The words of a CV as one stream, in the form in which the tables of the slips reader count them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

EDGE, NUMBER, COMMA, BREAK, SLASH, UNKNOWN, GENITIVE = range(7)
SPECIALS = ("<s>", "<n>", ",", ";", "/", "<unk>", "'s")

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’](?!s\b|S\b)[^\W\d_]+)*)"
    r"|(?P<genitive>['’][sS]\b)"
    r"|(?P<number>\[[a-z ]{2,12}\]|\d[\d,.]*)"
    r"|(?P<end>[.!?]+(?=\s|$)|[•·▪●◦■□|*]+|\s{3,})"
    r"|(?P<comma>,)"
    r"|(?P<slash>/)"
    r"|(?P<amp>&)"
    r"|(?P<pause>[;:()\"“”]|\s[-–—]+\s|[–—])"
)
_GLUE = frozenset("@_\\.")


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `text` as written (empty at an edge), `key` as counted, offsets in the document."""

    text: str
    key: str
    start: int
    end: int
    passage: int
    free: bool = True  # a plain word: no part of a number, an address or a code

    @property
    def word(self) -> bool:
        """Whether this is a word that may be right or wrong."""
        return self.key not in SPECIALS


@dataclass
class Stream:
    """The tokens of a document; sentences and passages are set apart by two edges."""

    tokens: list[Token] = field(default_factory=list)

    def edge(self, at: int, passage: int) -> None:
        """Close a sentence, unless it is closed."""
        if self.tokens and self.tokens[-1].key == "<s>":
            return
        for _ in range(2):
            self.tokens.append(Token("", "<s>", at, at, passage))


def _free(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isdigit() or after.isdigit() or before in _GLUE or after in "@_\\":
        return False
    return not (after == "." and end + 1 < len(text) and text[end + 1].isalnum())


def _runs_on(previous: str, text: str) -> bool:
    """Whether a passage goes on with the sentence of the one before it (a hard-wrapped line)."""
    return bool(previous) and text[:1].islower() and len(previous) > 50 and previous[-1] not in ".:;!?"


def stream(passages: Iterable[tuple[int, str]]) -> Stream:
    """The tokens of passages given as (offset in the document, text)."""
    out = Stream()
    out.edge(0, -1)
    previous = ""
    for number, (offset, text) in enumerate(passages):
        if not _runs_on(previous, text.lstrip()):
            out.edge(offset, number)
        for match in _TOKEN.finditer(text):
            start, end, kind = match.start(), match.end(), match.lastgroup
            if kind == "end":
                out.edge(offset + start, number)
                continue
            written = match.group()
            if kind == "word":
                token = Token(
                    written,
                    written.lower().replace("’", "'"),
                    offset + start,
                    offset + end,
                    number,
                    _free(text, start, end),
                )
            else:
                token = Token(written, _KEYS[kind or ""], offset + start, offset + end, number, False)
            out.tokens.append(token)
        previous = text.rstrip()
    out.edge(out.tokens[-1].end if out.tokens else 0, -1)
    return out


_KEYS = {"genitive": "'s", "number": "<n>", "comma": ",", "slash": "/", "amp": "and", "pause": ";"}


def like(written: str, key: str) -> str:
    """`key` in the letters' case of `written`."""
    if written.isupper() and len(written) > 1:
        return key.upper()
    if written[:1].isupper():
        return key[:1].upper() + key[1:]
    return key


def keys(tokens: Sequence[Token]) -> list[str]:
    """What the tables count of tokens."""
    return [t.key for t in tokens]
