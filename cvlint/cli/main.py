"""The command `cvlint`: its commands are imported only when they are called."""

from __future__ import annotations

import atexit
import os
import sys
from importlib import import_module
from typing import Any, ClassVar, NoReturn

import click

from cvlint import __version__


class Commands(click.Group):
    """The commands by name, each in a module of its own. What a user can mend becomes one sentence and exit code 2."""

    modules: ClassVar[dict[str, str]] = {
        "check": "cvlint.cli.check:check",
        "job": "cvlint.cli.job:job",
        "match": "cvlint.cli.match:match",
        "fix": "cvlint.cli.fix:fix",
        "review": "cvlint.cli.review:review",
        "signoff": "cvlint.cli.signoff:signoff",
        "text": "cvlint.cli.text:text",
        "rules": "cvlint.cli.rules:rules",
        "explain": "cvlint.cli.explain:explain",
        "init": "cvlint.cli.init:init",
        "words": "cvlint.cli.words:words",
        "baseline": "cvlint.cli.baseline:baseline",
        "doctor": "cvlint.cli.doctor:doctor",
        "completion": "cvlint.cli.completion:completion",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which a person meets them."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        if cmd_name not in self.modules:
            return None
        module, _, name = self.modules[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name where there is none."""
        if args and args[0] not in self.modules and not args[0].startswith("-"):
            from difflib import get_close_matches

            is_file = "." in args[0] or os.path.exists(args[0])
            near = [] if is_file else get_close_matches(args[0], self.modules, n=1)
            known = f"did you mean {near[0]!r}?" if near else f"`cvlint check {args[0]}` checks a CV."
            ctx.fail(f"there is no command {args[0]!r}; {known}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. What went wrong is one sentence and exit code 2, no traceback and not the 1 of findings."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            sys.exit(130)
        except Exception as error:
            if os.environ.get("CVLINT_TRACEBACK"):
                raise
            click.echo(f"Error: {_sentence(error)}", err=True)
            sys.exit(2)


def _sentence(error: Exception) -> str:
    if type(error).__module__.startswith("cvlint."):
        return str(error)
    what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return f"cvlint itself failed ({what}); please report it. With CVLINT_TRACEBACK=1 it shows where."


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cvlint")
def main() -> None:
    """Find the mistakes in a CV before an employer does.

    Everything runs on this machine: no text leaves it, and the CV itself is never changed.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a character that the terminal cannot show must not end the run
            stream.reconfigure(errors="replace")


def run() -> NoReturn:
    """The program `cvlint`: the command, and an end at once, without the time that taking down tables costs."""
    code: object = 0
    try:
        main(prog_name="cvlint")
    except SystemExit as end:
        code = end.code
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # who read the output has gone
        code = code or 1
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)
