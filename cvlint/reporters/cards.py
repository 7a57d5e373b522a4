"""What the catalogue says of the rules that a report names."""

from __future__ import annotations

from cvlint.catalogue.card import Rule
from cvlint.catalogue.find import find_rules
from cvlint.model.report import Report


def rules_in(report: Report) -> dict[str, Rule]:
    """The cards of the rules with findings, by code. Rules of a project's own folder are not among them."""
    codes = {f.code for file in report.files for f in file.findings}
    return {r.code: r for r in find_rules() if r.code in codes} if codes else {}


def family(code: str) -> str:
    """The letters of a code."""
    return code.rstrip("0123456789")


def why(rule: Rule) -> str:
    """The reason for a rule on one line."""
    return " ".join(rule.card.why.split())
