"""`cvlint rules`: the catalogue."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from cvlint.catalogue.card import Rule


@click.command()
@click.argument("names", nargs=-1)
@click.option("--output-format", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
def rules(names: tuple[str, ...], output_format: str) -> None:
    """List the rules, or those that NAMES stand for: codes, families such as DA, names."""
    from cvlint.catalogue.find import find_rules
    from cvlint.catalogue.index import markdown
    from cvlint.catalogue.select import named
    from cvlint.config.discover import discover

    config = discover([Path()]).config
    found = find_rules(Path(p) for p in config.rule_paths)
    if names:
        chosen = named(found, names)
        found = tuple(r for r in found if r.code in chosen)
    if output_format == "json":
        click.echo(json.dumps({"schema": 1, "rules": [_data(r) for r in found]}, ensure_ascii=False, indent=1))
    elif output_format == "markdown":
        click.echo(markdown(found), nl=False)
    else:
        _table(found)


def _data(rule: Rule) -> dict[str, Any]:
    card = rule.card
    return {
        "code": card.code,
        "name": card.name,
        "family": rule.family,
        "severity": card.severity.value,
        "status": card.status,
        "default": card.default,
        "locales": card.locales if card.locales == "all" else list(card.locales),
        "fix": card.fix.value,
        "why": " ".join(card.why.split()),
    }


def _table(found: tuple[Rule, ...]) -> None:
    from rich.console import Console
    from rich.table import Table

    from cvlint.catalogue.index import FAMILIES

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 100)
    for family in dict.fromkeys(r.family for r in found):
        table = Table(
            title=f"{family}  {FAMILIES.get(family, 'other')}", title_justify="left", box=None, show_header=False
        )
        for rule in (r for r in found if r.family == family):
            card = rule.card
            trial = "" if card.status == "stable" else "on trial"
            off = "" if card.default else "off by default"
            where = "" if card.locales == "all" else " ".join(card.locales)
            table.add_row(card.code, card.name, card.severity.value, ", ".join(filter(None, (trial, off, where))))
        console.print(table)
    stable = sum(r.card.status == "stable" for r in found)
    console.print(f"{len(found)} rules, {stable} of them stable; `cvlint explain CODE` tells about one.")
