"""The list of all rules as a page: `rules/README.md` is made by it."""

from __future__ import annotations

from collections.abc import Sequence

from cvlint.catalogue.card import Rule

FAMILIES = {
    "SP": "spelling",
    "WO": "wrong words",
    "GR": "grammar",
    "PU": "punctuation and typography",
    "NM": "names and casing",
    "CO": "consistency",
    "DA": "dates",
    "CT": "contact and privacy",
    "DO": "document hygiene",
    "AT": "readable by machines",
    "TO": "tone",
    "ST": "style and substance",
    "LO": "customs of a country",
    "JO": "the job ad",
    "X": "a folder of applications",
}

HEAD = """# The rules

Made by `cvlint rules --output-format markdown`; `cvlint explain CODE` tells all about one. Every rule is one card in
this folder: `docs/rules.md` says how to add one. Severity: **error**, a scrupulous reader would put the CV down;
**warning**, mend it; **info**, think about it. Rules on trial run under `--preview`.
"""


def markdown(rules: Sequence[Rule]) -> str:
    """A table for each family, in the order of `FAMILIES`."""
    lines = [HEAD]
    for family, title in FAMILIES.items():
        own = [r for r in rules if r.family == family]
        if own:
            lines += [
                f"## {family}: {title}",
                "",
                "| Code | Name | Severity | Status | Locales |",
                "|---|---|---|---|---|",
            ]
            lines += [_row(rule) for rule in own]
            lines.append("")
    return "\n".join(lines)


def _row(rule: Rule) -> str:
    card = rule.card
    status = ("stable" if card.status == "stable" else "on trial") + ("" if card.default else ", off by default")
    locales = "all" if card.locales == "all" else ", ".join(card.locales)
    return f"| {card.code} | {card.name} | {card.severity.value} | {status} | {locales} |"
