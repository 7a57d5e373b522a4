"""Writing what cvlint makes: whole or not at all, and never over a file of the user's own."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from cvlint.cache import default_folder
from cvlint.fixes.errors import FixError

MOST_KEPT = 2_000


def write(path: Path, data: bytes, force: bool = False) -> None:
    """Write a file in one step. Refuses to replace one that cvlint did not write or that was changed since.

    Raises `FixError`.
    """
    if path.is_dir():
        raise FixError(f"{path}: this is a folder; name a file.")
    if path.exists() and not force and not made_by_us(path):
        raise FixError(
            f"{path}: this file is not as cvlint left it, so it was not replaced; move it, name another with --output, "
            "or use --force."
        )
    replace(path, data)
    remember(data)


def replace(path: Path, data: bytes) -> None:
    """Put data in the place of a file, in one step, with the rights the file had. Raises `FixError`."""
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else None
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise FixError(f"{path}: cannot be written ({error.strerror or type(error).__name__}).") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is None:
            mask = os.umask(0)
            os.umask(mask)
            mode = 0o666 & ~mask
        os.chmod(name, mode)
        os.replace(name, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise FixError(f"{path}: cannot be written ({error.strerror or type(error).__name__}).") from error


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths are the same file, under whatever names."""
    try:
        return one.exists() and one.samefile(other)
    except OSError:
        return False


def made_by_us(path: Path) -> bool:
    """Whether a file is, byte for byte, one that cvlint wrote on this machine."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() in _remembered()
    except OSError:
        return False


def remember(data: bytes) -> None:
    """Note the hash of what was written. Without a place to note it, the next run asks for --force."""
    kept = [*_remembered(), hashlib.sha256(data).hexdigest()][-MOST_KEPT:]
    with contextlib.suppress(OSError, FixError):
        _record().parent.mkdir(parents=True, exist_ok=True)
        replace(_record(), ("\n".join(dict.fromkeys(kept)) + "\n").encode())


def _remembered() -> list[str]:
    try:
        return _record().read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError):
        return []


def _record() -> Path:
    return default_folder() / "made"
