"""Which files git sees as changed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path


class GitError(Exception):
    """git could not be asked, in one sentence."""


def changed(files: Iterable[Path], since: str | None = None) -> list[Path]:
    """Those of some files that are changed or new against the last commit, or against `since`. Raises `GitError`."""
    top = Path(_git("rev-parse", "--show-toplevel")[0])
    names = _git("diff", "--name-only", "-z", "--diff-filter=d", since or "HEAD", "--")
    names += _git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", cwd=top)
    known = {(top / name).resolve() for name in names}
    return [file for file in files if file.resolve() in known]


def _git(*arguments: str, cwd: Path | None = None) -> list[str]:
    try:
        done = subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, check=True, encoding="utf-8")
    except FileNotFoundError as error:
        raise GitError("--changed asks git which files changed, and git is not installed.") from error
    except subprocess.CalledProcessError as error:
        why = (error.stderr.strip().splitlines() or ["it failed"])[0]
        raise GitError(f"--changed asks git which files changed, and git says: {why}") from error
    return [name for name in done.stdout.strip("\n").split("\0") if name]
