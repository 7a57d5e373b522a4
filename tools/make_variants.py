"""Make `cvlint/data/variants.txt` from VarCon's `varcon.txt`: the spellings of one word by country.

    python tools/make_variants.py VARCON_TXT

A line of the result holds one word: `US GB CA AU` spellings, tab between countries, blank between spellings that a
country allows, the usual one first; words that every country spells alike are left out.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from wordfreq import zipf_frequency

_TWO_SENSES = "prize prizes prized prizing reprized specialty specialties caesar caesars bark barks manila mat mats"
TWO_SENSES = frozenset(_TWO_SENSES.split())
"""Spellings that are a word of their own in every country: a prize is won, a lid is prised off."""

RARE = 2.0
"""Zipf frequency that the usual spelling of each country has at least: "Idaea" is no British "idea"."""

DATA = Path(__file__).parents[1] / "cvlint" / "data"


def spellings(entry: str) -> dict[str, list[tuple[int, str]]]:
    """Country letter to (how usual, word): lower is more usual. Letters: A, B, Z (Oxford), C, D."""
    found: dict[str, list[tuple[int, str]]] = {}
    for part in entry.split(" / "):
        tags, _, word = part.partition(": ")
        for tag in tags.split():
            m = re.fullmatch(r"([ABZCD])([.vVx-]?)(\d?)", tag)
            if m and m[2] not in ("-", "x"):
                found.setdefault(m[1], []).append(({"": 0, ".": 1, "v": 1, "V": 2}[m[2]], word.strip()))
    return found


def canadian(found: dict[str, list[tuple[int, str]]]) -> list[tuple[int, str]]:
    """Where VarCon says nothing of Canada, it spells as Oxford does; the American spelling is let be."""
    return [*found.get("Z", found["B"]), *((how + 3, word) for how, word in found["A"])]


def main(source: Path) -> None:
    """Write the file."""
    lines = set()
    for line in source.read_text(encoding="latin-1").splitlines():
        entry = line.split(" | ")[0].strip()
        if not entry or line.startswith("#") or ": " not in entry or ("|" in line and re.search(r"\| *:[2-9]", line)):
            continue
        found = spellings(entry)
        if not {"A", "B"} <= found.keys():
            continue
        row = []
        oxford = [w for _, w in found.get("Z", [])]
        for letter in "ABCD":
            some = found.get(letter) or (canadian(found) if letter == "C" else found["B"])
            row.append([w for _, w in sorted(some, key=lambda s: s[0])])
        row[1] += [w for w in oxford if w not in row[1]]
        words = {w for some in row for w in some}
        plain = len(words) > 1 and all(re.fullmatch(r"[A-Za-z-]+", w) for w in words)
        usual = [zipf_frequency(some[0], "en") for some in row[:2]]
        odd = max(usual) >= 3.5 and min(usual) < RARE
        if plain and not odd and not words & TWO_SENSES and max(zipf_frequency(w, "en") for w in words) >= 1.5:
            lines.add("\t".join(" ".join(dict.fromkeys(words)) for words in row))
    text = "".join(f"{line}\n" for line in sorted(lines))
    (DATA / "variants.txt").write_text(text, encoding="utf-8")
    print(len(lines), "words", len(text), "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
