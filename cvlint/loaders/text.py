"""Plain text to a `Document`."""

from __future__ import annotations

import re

from cvlint.loaders.errors import LoadError
from cvlint.model.document import Block, BlockKind, Document, Segment

BULLET = re.compile(r"[ \t]*(?P<label>[•‣◦▪●○■□–—*·-]|\d{1,2}[.)])[ \t]+")


def read_text(path: str, data: bytes) -> Document:
    """Decode UTF-8 (or, failing that, Windows-1252) and split into blocks at blank lines and bullets."""
    if not data.strip():
        raise LoadError(f"{path}: the file is empty; save the CV again and check that copy.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            bullet = BULLET.match(line)
            lead = bullet.end() if bullet else len(line) - len(line.lstrip())
            blocks.append(
                Block(
                    index=len(blocks),
                    start=at + lead,
                    end=at + len(line.rstrip()),
                    kind=BlockKind.LIST_ITEM if bullet else BlockKind.PARAGRAPH,
                    label=bullet["label"] if bullet else "",
                )
            )
        at += len(line) + 1
    return Document(
        path=path,
        format="text",
        text=text,
        blocks=tuple(blocks),
        segments=(Segment(0, len(text)),) if text else (),
        size=len(data),
    )
