"""`cvlint explain`: all about one rule."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Tell what RULE (a code or a name) looks for, why, with examples, and how to change or silence it."""
    from rich.console import Console
    from rich.markdown import Markdown

    from cvlint.catalogue.find import find_rules
    from cvlint.catalogue.page import page
    from cvlint.catalogue.select import named
    from cvlint.config.discover import discover

    found = find_rules(Path(p) for p in discover([Path()]).config.rule_paths)
    codes = named(found, [rule])
    pages = [page(r) for r in found if r.code in codes]
    if sys.stdout.isatty():
        Console().print(Markdown("\n\n".join(pages)))
    else:
        click.echo("\n\n".join(pages))
