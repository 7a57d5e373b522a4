"""The word of a person who looked a CV over, tied to the file's exact content in a small text file beside it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cvlint.fixes.errors import FixError

MOST_BYTES = 10_000
SUFFIX = ".signoff"


@dataclass(frozen=True, slots=True)
class Signoff:
    """Who looked over the file with this hash, and when."""

    sha256: str
    by: str
    on: date

    def text(self) -> str:
        """What the file says."""
        return f"sha256: {self.sha256}\nby: {self.by}\non: {self.on.isoformat()}\n"

    def covers(self, data: bytes) -> bool:
        """Whether a file's content is the one that was looked over."""
        return hashlib.sha256(data).hexdigest() == self.sha256


def signoff_path(cv: Path) -> Path:
    """Where the word on a CV is kept: beside it, under its whole name."""
    return cv.with_name(cv.name + SUFFIX)


def signed(data: bytes, by: str, on: date) -> Signoff:
    """The word of a person on a file's content. Raises `FixError` for a name that is no line of text."""
    name = " ".join(by.split())
    if not name or not name.isprintable() or len(name) > 200:
        raise FixError("--by: give the name of the person who looked the CV over.")
    return Signoff(hashlib.sha256(data).hexdigest(), name, on)


def read_signoff(path: Path) -> Signoff | None:
    """The word kept in a file; None where there is none. Raises `FixError` where the file says something else."""
    try:
        if not path.exists():
            return None
        with path.open("rb") as file:
            text = file.read(MOST_BYTES).decode("utf-8-sig")
        pairs = dict(line.split(":", 1) for line in text.splitlines() if line.strip())
        found = {key.strip(): value.strip() for key, value in pairs.items()}
        hash = found["sha256"].lower()
        bytes.fromhex(hash)
        return Signoff(hash, found["by"], date.fromisoformat(found["on"]))
    except OSError as error:
        raise FixError(f"{path}: cannot be read ({error.strerror or type(error).__name__}).") from error
    except (ValueError, KeyError, UnicodeDecodeError) as error:
        raise FixError(f"{path}: this is no sign-off of cvlint; move it away and sign again.") from error
