"""Other checkers under one interface: a text in, marked ranges with suggestions out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

Spans = list[tuple[int, int, tuple[str, ...]]]
Checker = Callable[[str], Spans]


def _pipe(command: list[str], text: str) -> str:
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False, timeout=600)
    return done.stdout


def _ispell(command: list[str]) -> Checker:
    """A checker that speaks as ispell does: aspell, hunspell."""

    def spans(text: str) -> Spans:
        flat = "".join("^" + line + "\n" for line in text.split("\n"))
        starts = [0, *(m.end() for m in re.finditer("\n", text))]
        found: Spans = []
        line = 0
        for answer in _pipe(command, flat).split("\n")[1:]:
            if not answer:
                line += 1
            elif answer[0] in "&#" and line < len(starts):
                head, _, tail = answer.partition(":")
                fields = head.split()
                at = starts[line] + int(fields[3 if answer[0] == "&" else 2]) - 1
                found.append((at, at + len(fields[1]), tuple(s.strip() for s in tail.split(",") if s.strip())))
        return found

    return spans


def codespell(text: str) -> Spans:
    """What codespell knows to be wrong; it names the line and the word."""
    lines = text.split("\n")
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    found: Spans = []
    for m in re.finditer(r"^(\d+): .*\n\t(\S+) ==> (.+)$", _pipe(["codespell", "-"], text), re.MULTILINE):
        at = lines[int(m[1]) - 1].find(m[2])
        if at >= 0:
            low = starts[int(m[1]) - 1] + at
            found.append((low, low + len(m[2]), tuple(s.strip() for s in m[3].split(","))))
    return found


def typos(text: str) -> Spans:
    """What typos knows to be wrong; its offsets are bytes of the line."""
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    lines = text.split("\n")
    found: Spans = []
    for row in _pipe(["typos", "--format", "json", "-"], text).splitlines():
        said = json.loads(row)
        if said.get("type") != "typo":
            continue
        line = said["line_num"] - 1
        at = starts[line] + len(lines[line].encode()[: said["byte_offset"]].decode(errors="ignore"))
        found.append((at, at + len(said["typo"]), tuple(said["corrections"])))
    return found


def cspell(text: str) -> Spans:
    """The words that cspell does not know."""
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    out = _pipe(["cspell", "stdin", "--no-progress", "--no-summary", "--show-suggestions"], text)
    found: Spans = []
    for m in re.finditer(r":(\d+):(\d+) - Unknown word \((.+?)\)(?: Suggestions: \[(.*?)\])?", out):
        at = starts[int(m[1]) - 1] + int(m[2]) - 1
        found.append((at, at + len(m[3]), tuple(s.strip(" *") for s in (m[4] or "").split(",") if s.strip())))
    return found


def vale(text: str) -> Spans:
    """What Vale's own style marks: spelling, words said twice, terms."""
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "vale.ini"
        settings.write_text("MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n", encoding="utf-8")
        said = json.loads(_pipe(["vale", "--config", str(settings), "--output", "JSON", "--ext", ".txt"], text) or "{}")
    found: Spans = []
    for alert in (a for alerts in said.values() for a in alerts):
        low, high = alert["Span"]
        at = starts[alert["Line"] - 1]
        found.append((at + low - 1, at + high, tuple(alert["Action"]["Params"] or ())))
    return found


def engine(name: str) -> Checker:
    """One of our readers by itself: every reading that it has, unweighed."""
    from cvlint.loaders import load_text
    from cvlint.proofreaders.panel import BUILT_IN, Panel
    from cvlint.proofreaders.reading import Passage

    reader = BUILT_IN[name](Panel(languagetool="local", asked=("harper:*",)))
    reader.load("en-US")

    def spans(text: str) -> Spans:
        document = load_text(text, "cv.txt")
        passages = [Passage(document.flat(b), b.start, b.index) for b in document.blocks if b.start < b.end]
        return [(r.start, r.end, r.suggestions) for r in reader.read(passages, document)]

    return spans


def installed() -> Iterator[tuple[str, Checker]]:
    """The peers that this machine has."""
    yield "Harper alone", engine("harper")
    try:
        yield "LingoTweaker alone", engine("lingotweaker")
    except Exception as error:  # there is no build of it for every machine
        print(f"without LingoTweaker: {error}")
    if os.environ.get("LTP_PATH") and shutil.which("java"):
        yield "LanguageTool alone", engine("languagetool")
    if shutil.which("aspell"):
        yield "aspell", _ispell(["aspell", "-a", "--lang=en_US"])
    if shutil.which("hunspell"):
        yield "hunspell", _ispell(["hunspell", "-a", "-d", "en_US"])
    for name, checker in (("codespell", codespell), ("typos", typos), ("cspell", cspell), ("vale", vale)):
        if shutil.which(name):
            yield name, checker
