"""Reads the texts that the slips tables are counted from: CVs, job ads and sentences of job ads."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cvlint.proofreaders.slips.stream import Stream, stream


@dataclass(frozen=True)
class Source:
    """One text. `kind` is cv, ad or sentences; `text` has lines."""

    name: str
    kind: str
    text: str


def squeeze(text: str) -> tuple[str, list[int]]:
    """The text with runs of whitespace as one blank, and for each of its characters the offset in `text`."""
    out: list[str] = []
    where: list[int] = []
    for i, c in enumerate(text):
        if c.isspace():
            if out and out[-1] == " ":
                continue
            c = " "
        out.append(c)
        where.append(i)
    return "".join(out), where


def without(text: str, sentences: list[str]) -> str:
    """The text with every one of the sentences (whitespace squeezed) taken out."""
    flat, where = squeeze(text)
    characters = list(text)
    for sentence in sentences:
        at = flat.find(sentence)
        while at >= 0:
            for i in range(where[at], where[at + len(sentence) - 1] + 1):
                characters[i] = " "
            characters[where[at]] = "•"
            at = flat.find(sentence, at + 1)
    return "".join(characters)


def sentences_to_leave_out(file: Path) -> list[str]:
    """The clean sentences of a planted set (a JSON list) or the lines of a gold set's texts (a folder)."""
    if file.is_dir():
        lines = {squeeze(line)[0].strip() for f in sorted(file.glob("**/*.txt")) for line in f.open(encoding="utf-8")}
        return sorted(line for line in lines if len(line) > 40)
    return [squeeze(case["clean"])[0].strip() for case in json.loads(file.read_text(encoding="utf-8"))]


def _conll(file: Path) -> str:
    sentences = re.split(r"\n\s*\n", file.read_text(encoding="utf-8"))
    lines = (" ".join(row.split("\t")[0] for row in s.split("\n") if row.strip()) for s in sentences)
    return "\n".join(line + " •" for line in lines if line)


def _skillspan(file: Path) -> str:
    rows = (json.loads(line) for line in file.open(encoding="utf-8"))
    return "\n".join(" ".join(re.sub(r"^<\w+>$", "Company", t) for t in row["tokens"]) + " •" for row in rows)


def _esco(folder: Path) -> Iterator[Source]:
    """The phrases of ESCO and the job titles of O*NET, each a sentence."""
    for name, columns in (("esco_skills_en_alt.csv", (0, 1)), ("esco_occupations.csv", (5, 6, 7, 8))):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[1:]
        phrases = {p.strip() for row in rows for c in columns if c < len(row) for p in row[c].split("\n")}
        yield Source(name, "sentences", "\n".join(p + " •" for p in sorted(phrases) if " " in p))
    titles = (folder / "onet_alternate_titles.txt").read_text(encoding="utf-8").splitlines()[1:]
    yield Source("onet", "sentences", "\n".join(sorted({row.split("\t")[1] + " •" for row in titles})))


def sources(corpus: Path, leave_out: list[str]) -> Iterator[Source]:
    """Every text of the corpus, without the sentences to leave out."""
    for file in sorted((corpus / "cv-text").glob("*.txt")):
        yield Source(file.name, "cv", without(file.read_text(encoding="utf-8", errors="replace"), leave_out))
    for file in sorted((corpus / "ads").glob("*/*.txt")):
        yield Source(file.name, "ad", file.read_text(encoding="utf-8", errors="replace"))
    for file in sorted((corpus / "skills").glob("*/*.conll")):
        yield Source(f"{file.parent.name}/{file.name}", "sentences", _conll(file))
    for file in sorted((corpus / "skills" / "skillspan").glob("*.json")):
        yield Source(f"skillspan/{file.name}", "sentences", _skillspan(file))
    yield from _esco(corpus / "lexicons")


def tokens_of(text: str) -> Stream:
    """The stream of a text, a line a passage."""
    passages = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            passages.append((at + lead, line.strip()))
        at += len(line) + 1
    return stream(passages)
