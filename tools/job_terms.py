"""Cut the lists of ESCO and O*NET down to what the reader of ads uses: `python tools/job_terms.py --corpus DIR`.

ESCO: preferred and other labels of skills and knowledge up to four words; O*NET: technology examples and job titles.
Both are CC BY 4.0 (see NOTICE). The output is sorted, so that the same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import re
from pathlib import Path

from cvlint.job.tokens import tokens

DATA = Path(__file__).parent.parent / "cvlint" / "data"
COMMON = {
    "a",
    "an",
    "the",
    "and",
    "or",
    "of",
    "in",
    "on",
    "for",
    "to",
    "with",
    "at",
    "by",
    "as",
    "is",
    "be",
    "are",
    "it",
    "all",
    "use",
    "work",
    "works",
    "team",
    "people",
    "time",
    "day",
    "new",
    "set",
    "make",
    "go",
    "read",
    "write",
    "plan",
    "run",
    "test",
    "art",
    "law",
    "food",
    "water",
    "english",
}


def name_of(label: str) -> str:
    label = re.sub(r"\s*\([^)]*\)", "", label).strip()
    return " ".join(t.text.lower() for t in tokens(label))


def esco(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    with (folder / "esco_skills_en_alt.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            mark = "K" if row["skillType"] == "knowledge" else "S"
            for label in [row["preferredLabel"], *row["altLabels"].split("\n")]:
                name = name_of(label)
                limit = 4 if mark == "K" else 3
                if 1 <= len(name.split()) <= limit and len(name) > 2 and name not in COMMON and found.get(name) != "K":
                    found[name] = mark
    return found


def onet(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    with (folder / "onet_technology_skills.txt").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name = name_of(row["Example"])
            if name and len(name.split()) <= 4 and name not in COMMON:
                found[name] = "T"
            short = re.sub(r" (software|system|systems)$", "", name)
            if short and name not in COMMON and len(short) > 3 and len(short.split()) <= 3:
                found.setdefault(short, "T")
            for vendor in ("microsoft ", "adobe ", "apache ", "ibm ", "oracle ", "google ", "amazon "):
                if short.startswith(vendor) and row["Hot Technology"] == "Y":
                    found.setdefault(short.removeprefix(vendor), "T")
    return {k: v for k, v in found.items() if k not in COMMON and len(k) > 1}


def titles(folder: Path) -> set[str]:
    found: dict[str, int] = {}
    with (folder / "onet_alternate_titles.txt").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name = name_of(row["Alternate Title"])
            found[name] = found.get(name, 0) + 1
    with (folder / "esco_occupations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[name_of(row["PREFERREDLABEL"])] = 2
    return {n for n in found if 1 <= len(n.split()) <= 3}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    folder = parser.parse_args().corpus / "lexicons"
    found = dict.fromkeys(titles(folder), "P") | esco(folder) | onet(folder)
    blocks = [
        "\n".join([f"[{mark}]", *sorted(n for n, m in found.items() if m == mark)])
        for mark in sorted(set(found.values()))
    ]
    head = "# Names from ESCO v1.1.1 (European Commission) and O*NET 29.2 (USDOL/ETA), CC BY 4.0, cut down. See NOTICE."
    (DATA / "job_terms.txt").write_text("\n".join([head, *blocks]) + "\n", encoding="utf-8", newline="\n")
    print(len(found), "names")


if __name__ == "__main__":
    main()
