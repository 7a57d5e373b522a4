"""The CVs that are measured, and what stands in them as plain text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, cycle, islice, zip_longest
from pathlib import Path

FIXTURES = Path(__file__).parents[2] / "fixtures" / "cvs"
CV = FIXTURES / "nz-nurse" / "cv.docx"
FEWEST, MOST = 150, 2000
"""Words: what is longer is no CV of a few pages, but a manual."""


@dataclass(frozen=True)
class Text:
    """A CV and the file that holds its text alone."""

    path: Path
    text: Path
    words: int


def chosen(folder: Path, count: int, corpus: Path | None) -> list[Text]:
    """As many CVs, each copied into the folder with its text, without what lies beside it."""
    from cvlint.loaders import LoadError, load

    found: list[Text] = []
    for number, path in enumerate(islice(_sources(corpus), 10 * count)):
        try:
            document = load(path)
        except LoadError:
            continue
        words = len(document.text.split())
        if not FEWEST <= words <= MOST:
            continue
        copy = folder / "cvs" / f"{number:03}" / f"cv{path.suffix}"
        text = folder / "texts" / f"{number:03}.txt"
        for file in (copy, text):
            file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        text.write_text(document.text, encoding="utf-8")
        found.append(Text(copy, text, words))
        if len(found) == count:
            break
    return found


def _sources(corpus: Path | None) -> Iterator[Path]:
    own = sorted(p for p in FIXTURES.glob("*/cv.*") if p != CV)
    if corpus is None:
        return chain([CV], cycle(own))
    kinds = [sorted((corpus / name).glob("*.*")) for name in ("docx", "pdf", "cv-text")]
    mixed = (p for some in zip_longest(*kinds) for p in some if p is not None and "scan" not in p.name)
    return chain([CV], own, mixed)
