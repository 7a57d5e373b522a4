"""The reference pages of the documentation, made from the commands and the cards whenever the site is built.

A hook of mkdocs (`hooks:` in mkdocs.yml), so there is no second copy to keep up to date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import click

from cvlint.catalogue.find import find_rules
from cvlint.catalogue.index import FAMILIES
from cvlint.catalogue.page import page
from cvlint.cli.main import main


def on_files(files: Any, config: Any) -> Any:
    """The site's files with the reference pages among them."""
    from mkdocs.structure.files import File

    for name, text in pages():
        files.append(File.generated(config, f"reference/{name}.md", content=text))
    return files


def pages() -> Iterator[tuple[str, str]]:
    """Each page by its name."""
    yield "commands", commands()
    rules = find_rules()
    for family, title in FAMILIES.items():
        own = [re.sub(r"^(#+) ", r"#\1 ", page(r), flags=re.MULTILINE) for r in rules if r.family == family]
        yield f"rules-{family.lower()}", "\n\n".join((f"# {family}: {title}", *own)) + "\n"


def commands() -> str:
    """Every command with its help."""
    out = ["# Commands", "Each says the same under `--help`."]
    context = click.Context(main, info_name="cvlint")
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        out.append(f"## cvlint {name}")
        for path, one in spread(f"cvlint {name}", command):
            out.append(f"```text\n{one.get_help(click.Context(one, info_name=path, max_content_width=100))}\n```")
    return "\n\n".join(out) + "\n"


def spread(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """A command and those below it."""
    yield path, command
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            yield from spread(f"{path} {name}", one)
