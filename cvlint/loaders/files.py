"""Which files of a folder are CVs, by their names: the ads, letters, copies and all else are left out."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from cvlint.config.discover import matches
from cvlint.config.schema import Config

DOCUMENTS = frozenset({".docx", ".pdf", ".odt", ".rtf", ".doc"})
"""Endings that make a file a CV unless its name says otherwise."""

TEXTS = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".tex", ".json", ".yaml", ".yml"})
"""Endings that many other files bear: here the name must say that it is a CV."""

CV_NAME = re.compile(r"(?:^|[^a-z])(?:cv|r[eé]sum[eé]|curriculum)(?:[^a-z]|$)", re.IGNORECASE)
COPY = re.compile(r"\.(?:fixed|review|bak)\.[a-z]+$|^~\$", re.IGNORECASE)
"""Copies that cvlint wrote, and Word's lock files."""

SKIP = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


def cvs_in(folder: Path, config: Config) -> list[Path]:
    """The CVs in a folder and the folders below it, in the order of their names; hidden folders are left out."""
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in SKIP)
        found += [Path(place) / name for name in sorted(names) if is_cv_name(name)]
    return [path for path in found if not matches(_others(config), str(path))]


def is_cv_name(name: str) -> bool:
    """Whether a file of this name is taken for a CV."""
    ending = Path(name).suffix.lower()
    if name.startswith(".") or COPY.search(name):
        return False
    return ending in DOCUMENTS or (ending in TEXTS and bool(CV_NAME.search(Path(name).stem)))


def _others(config: Config) -> Sequence[str]:
    jobs = config.jobs
    return (*jobs.ads, *jobs.letters, *jobs.ignore, *config.exclude)
