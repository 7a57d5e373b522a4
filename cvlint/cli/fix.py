"""`cvlint fix CV`: a corrected copy."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cvlint.config.schema import Config
    from cvlint.fixes.mend import Mended
    from cvlint.fixes.plan import Left, Plan
    from cvlint.model.finding import Finding
    from cvlint.model.report import FileReport

WIDEST = 60


def names(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Options that may be repeated or hold several names parted by commas."""
    return tuple(name for value in values for name in value.replace(",", " ").split())


@click.command()
@click.argument("cv", type=click.Path(path_type=Path))
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="Also make changes that may touch the meaning, a date or a name.")
@click.option("--select", multiple=True, callback=names, help="Mend only what these rules find.")
@click.option("--ignore", "ignored", multiple=True, callback=names, help="Leave what these rules find.")
@click.option("--tracked", is_flag=True, help="Write tracked changes, which Word accepts or rejects one by one (DOCX).")
@click.option("--in-place", is_flag=True, help="Change the file itself; the old one is kept under its name with .bak.")
@click.option("--output", type=click.Path(path_type=Path), help="Where the copy goes.  [default: cv.fixed.docx]")
@click.option("--force", is_flag=True, help="Replace a file there, whoever made it.")
@click.option("--locale", help="en-NZ, en-GB, en-AU, en-IE, en-US, en-CA or en-ZA; found from the CV without it.")
@click.option("--config", "config_file", type=click.Path(path_type=Path, dir_okay=False), help="The configuration.")
def fix(
    cv: Path,
    diff: bool,
    unsafe_fixes: bool,
    select: tuple[str, ...],
    ignored: tuple[str, ...],
    tracked: bool,
    in_place: bool,
    output: Path | None,
    force: bool,
    locale: str | None,
    config_file: Path | None,
) -> None:
    """Write a corrected copy of CV that keeps its formatting. The CV itself is not touched unless --in-place.

    Each fix is proved: the copy is checked again, and a change that brings a new finding is taken back.

    Exit code 0: nothing is left that has a suggestion (with --diff: nothing to change). 1: something is.
    2: the file cannot be read, or no copy can be written.
    """
    if in_place and output is not None:
        raise click.UsageError("--in-place and --output exclude each other.")
    from cvlint.config.discover import discover, set_by_hand
    from cvlint.fixes.errors import FixError
    from cvlint.loaders import LoadError

    config = discover([cv], config_file).config
    config = set_by_hand(config, extend_select=(*config.extend_select, *select), locale=locale)
    chosen = set_by_hand(config, select=select, ignore=(*config.ignore, *ignored))
    when = datetime.now(UTC) if tracked else None
    try:
        mended, data = _mended(cv, config, chosen, unsafe_fixes, when)
        if diff:
            text = mended.before.document.text if mended.before.document else ""
            sys.stdout.writelines(f"{line}\n" for line in diff_of(text, mended.plan, cv))
            sys.exit(int(bool(mended.plan.edits)))
        target = _write(cv, data, mended, in_place, output, force) if mended.plan.edits else None
    except (FixError, LoadError) as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    _tell(cv, mended, target)
    sys.exit(int(bool(mended.plan.left)))


def _mended(cv: Path, config: Config, chosen: Config, unsafe: bool, when: datetime | None) -> tuple[Mended, bytes]:
    """What can be mended of a file; of a format that cannot be written, only what would be.

    All rules of `config` judge the copy, also where only the findings of `chosen` are mended.
    """
    from cvlint.catalogue.select import select
    from cvlint.fixes.mend import mend, unwritten
    from cvlint.loaders import bytes_of
    from cvlint.runner import Run

    data, today = bytes_of(cv), date.today()
    with Run(config, today) as run:
        run.start()
        file = run.check(cv, data=data)
        _refuse_unread(file)
        codes = {a.rule.card.code for a in select(run.rules, chosen, file.locale or "en-GB")}
        only_list = unwritten(file, codes)
        if only_list is not None:
            return only_list, data
        readers = [s.name for s in run.panel.states if s.status == "ran"]
        return mend(file, data, lambda made: run.check(cv, data=made), today, unsafe, when, codes, readers), data


def _refuse_unread(file: FileReport) -> None:
    from cvlint.fixes.errors import FixError
    from cvlint.model.report import FileStatus

    if file.status is FileStatus.FAILED:
        raise FixError(file.notices[0].message if file.notices else f"{file.path}: the file could not be read.")


def _write(cv: Path, data: bytes, mended: Mended, in_place: bool, output: Path | None, force: bool) -> Path:
    """Write the copy, or the file itself after a backup; where it went. Raises `FixError`."""
    from cvlint.fixes.errors import FixError
    from cvlint.fixes.output import replace, same_file, write

    if in_place:
        backup = free_backup(cv)
        write(backup, data)
        if cv.read_bytes() != data:
            raise FixError(f"{cv}: the file changed while it was being checked, so it was left alone; run fix again.")
        replace(cv, mended.data)
        click.echo(f"{cv}: the old file is kept as {backup.name}.")
        return cv
    target = output or cv.with_name(f"{cv.stem}.fixed{cv.suffix}")
    if target.is_dir():
        target = target / f"{cv.stem}.fixed{cv.suffix}"
    if same_file(target, cv):
        raise FixError(f"{target}: this is the CV itself; use --in-place to change it.")
    write(target, mended.data, force)
    return target


def free_backup(cv: Path) -> Path:
    """A name for the old file that no earlier backup has: cv.docx.bak, cv.docx.bak2 and so on."""
    names = (cv.with_name(f"{cv.name}.bak{n if n > 1 else ''}") for n in range(1, 10_000))
    return next(name for name in names if not name.exists())


def diff_of(text: str, plan: Plan, cv: Path) -> Iterator[str]:
    """The changes as a unified diff of the text as `cvlint text` prints it."""
    from difflib import unified_diff

    colours = {"-": "red", "+": "green", "@": "cyan"}
    plain = sys.stdout.isatty()
    fixed = f"{cv.stem}.fixed{cv.suffix}"
    for line in unified_diff(text.split("\n"), plan.applied(text).split("\n"), cv.name, fixed, lineterm="", n=0):
        yield click.style(line, fg=colours.get(line[:1])) if plain else line


def _tell(cv: Path, mended: Mended, target: Path | None) -> None:
    plan = mended.plan
    count = sum(len(e.findings) for e in plan.edits)
    if mended.reason:
        click.echo(f"{cv}: {mended.reason}.")
    elif target is not None:
        what = "1 finding" if count == 1 else f"{count} findings"
        click.echo(f"{cv}: {what} mended in {target}")
    else:
        click.echo(f"{cv}: nothing was changed.")
    for edit in plan.edits:
        for finding in edit.findings:
            click.echo(f"  {_place(finding)}  {finding.code}  {_shown(finding.text)} → {_shown(edit.new)}")
    _tell_left(plan.left, "To mend there:" if mended.reason else "Left as it was:")
    others = len(mended.after.findings) - len(plan.left)
    if others > 0:
        left = "1 finding has" if others == 1 else f"{others} findings have"
        click.echo(f"{left} no ready answer; `cvlint check {cv}` shows them.")


def _tell_left(left: Sequence[Left], heading: str) -> None:
    if left:
        click.echo(heading)
    for entry in left:
        finding = entry.finding
        change = f"{_shown(finding.text)} → {_shown(finding.suggestions[0])}"
        reason = f": {entry.reason}" if entry.reason else ""
        click.echo(f"  {_place(finding)}  {finding.code}  {change}{reason}")


def _place(finding: Finding) -> str:
    page = f"page {finding.page}, " if finding.page else ""
    return f"{page}line {finding.line}"


def _shown(text: str) -> str:
    """A text of the CV on one line; where there are only blanks, or nothing, in words."""
    if not text.strip():
        return "(nothing)" if not text else "(a blank)" if len(text) == 1 else f"({len(text)} blanks)"
    flat = "".join(c if c.isprintable() else " " for c in text)
    return f"‘{flat}’" if len(flat) <= WIDEST else f"‘{flat[: WIDEST // 2].rstrip()} … {flat[-WIDEST // 3 :].lstrip()}’"
