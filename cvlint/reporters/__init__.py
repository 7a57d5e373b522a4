"""How a report is shown, one format a file; the one asked for is imported, no other."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from importlib import import_module

from cvlint.config.plugins import plugins
from cvlint.model.report import Report

Render = Callable[[Report], str]

FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "html")


class FormatError(Exception):
    """An output format that nobody provides, in one sentence."""


def reporter(name: str) -> Render:
    """The function that renders a report in a format: built in, or from a package's entry point `cvlint.reporters`.

    Raises `FormatError`.
    """
    if name in FORMATS:
        render: Render = import_module(f"cvlint.reporters.{name}").render
        return render
    others = {entry.name: entry for entry in plugins("cvlint.reporters")}
    if name in others:
        made: Render = others[name].load()
        return made
    known = [*FORMATS, *others]
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"the formats are {', '.join(known)}."
    raise FormatError(f"There is no output format {name!r}; {hint}")
