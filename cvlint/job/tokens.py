"""Words of an ad with their places. `C++`, `C#`, `.NET`, `CI/CD`, `node.js` and `R&D` are words."""

from __future__ import annotations

import re
from typing import NamedTuple

TOKEN = re.compile(r"\.NET\b|[A-Za-zÀ-ɏ0-9](?:[\w+#&'’./-]*[\w+#])?|[^\w\s]|_+", re.IGNORECASE)


class Token(NamedTuple):
    """A word or a sign: `text[start:end]`."""

    text: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and signs of `text[start:end]` in order, with offsets in `text`."""
    stop = len(text) if end is None else end
    return [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start, stop)]
