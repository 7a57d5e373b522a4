"""`cvlint init`: a configuration to begin with, and on request the hook and the workflow."""

from __future__ import annotations

import sys
from pathlib import Path

import click

CONFIG = """# What cvlint is to do here. `cvlint rules` lists the rules.

{locale}
# Exit with an error from this severity on: error, warning, info or never.
fail-on = "error"

# Words that are right as they are; `cvlint words add WORD` adds to them.
words-file = "cvlint-words.txt"

# [rules]
# DA011 = "off"

# A single finding that is meant as it is:
# [[ignore]]
# code = "SP001"
# text = "Realtor"
# reason = "the name of the firm"
"""
SCHEMA = "cvlint.schema.json"
HOOK = """repos:
  - repo: local
    hooks:
      - id: cvlint
        name: cvlint
        entry: cvlint check
        language: system
        files: '\\.(docx|doc|pdf|odt|rtf)$|(?i:(^|/|[^a-z])(cv|resume|résumé|curriculum)[^/]*\\.(md|txt|html?|tex))$'
        exclude: '(^|/)~\\$|\\.(fixed|review)\\.[a-z]+$'
"""
WORKFLOW = """name: CVs
on: [push, pull_request]
jobs:
  cvlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {{python-version: "3.12"}}
      - run: pip install {source}
      - run: cvlint check . --output-format github
"""


@click.command()
@click.option("--locale", help="en-NZ, en-GB, en-AU, en-IE, en-US, en-CA or en-ZA; found from the CVs without it.")
@click.option("--hook", is_flag=True, help="Write .pre-commit-config.yaml as well.")
@click.option("--workflow", is_flag=True, help="Write a GitHub workflow as well.")
@click.option("--source", metavar="WHAT", help="What pip installs in the workflow.  [default: this version of cvlint]")
@click.option("--schema", is_flag=True, help="Write the JSON Schema by which an editor completes cvlint.toml.")
def init(locale: str | None, hook: bool, workflow: bool, source: str | None, schema: bool) -> None:
    """Look at this folder and write cvlint.toml; with --hook and --workflow what git and GitHub need.

    A file that is there already is left alone, and said so.
    """
    from cvlint import __version__
    from cvlint.config.editors import schema_text
    from cvlint.config.schema import Config
    from cvlint.loaders.files import cvs_in

    cvs = cvs_in(Path(), Config())
    locale = locale or _locale(cvs)
    if locale is not None:
        Config.model_validate({"locale": locale})
    source = source or f"cvlint-proofreader=={__version__}"
    line = f'locale = "{locale}"' if locale else '# locale = "en-NZ"    # found from each CV where it is not set'
    config = CONFIG.format(locale=line)
    wanted = [(Path("cvlint.toml"), f"#:schema ./{SCHEMA}\n{config}" if schema else config)]
    wanted += [(Path(SCHEMA), schema_text())] * schema
    wanted += [(Path(".pre-commit-config.yaml"), HOOK)] * hook
    wanted += [(Path(".github/workflows/cvlint.yml"), WORKFLOW.format(source=source))] * workflow
    left = 0
    for file, body in wanted:
        if file.exists():
            left += 1
            click.echo(f"{file}: is there already; left as it is.")
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body, encoding="utf-8")
        click.echo(f"{file}: written.")
    seen = ", ".join(str(cv) for cv in cvs[:3]) + (f" and {len(cvs) - 3} more" if len(cvs) > 3 else "")
    click.echo(f"CVs here: {seen}. `cvlint check` checks them." if cvs else "No CV is here yet.")
    sys.exit(2 if left == len(wanted) else 0)


def _locale(cvs: list[Path]) -> str | None:
    """The locale that all CVs here share, where each is sure of its own."""
    from datetime import date

    from cvlint.loaders import LoadError, load
    from cvlint.resume import read_resume
    from cvlint.resume.locale import find_locale

    found = set()
    for cv in cvs[:10]:
        try:
            document = load(cv)
        except LoadError:
            continue
        guess = find_locale(document, read_resume(document, date.today()), None)
        found.add(guess.locale if guess.sure else None)
    return found.pop() if len(found) == 1 else None
