"""Findings that were known when the baseline was written are let be; new ones are shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from cvlint.model.finding import Finding


class BaselineError(Exception):
    """A baseline that cannot be used, in one sentence."""


def baseline(findings: Sequence[Finding], known: frozenset[str]) -> tuple[list[Finding], set[str]]:
    """The findings whose fingerprint is not known, and the fingerprints that were used."""
    kept = [f for f in findings if f.fingerprint not in known]
    return kept, {f.fingerprint for f in findings if f.fingerprint in known}


def read_baseline(file: Path) -> frozenset[str]:
    """The fingerprints in a file; none where there is no such file yet. Raises `BaselineError`."""
    if not file.exists():
        return frozenset()
    try:
        return frozenset(f["fingerprint"] for f in json.loads(file.read_text(encoding="utf-8"))["findings"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BaselineError(
            f"{file}: is no baseline that `cvlint baseline` wrote; delete it, write it again."
        ) from error


def baseline_text(findings: Iterable[Finding]) -> str:
    """What to write to a baseline's file. A fingerprint is a hash: no word of the CV is stored."""
    known = sorted({(f.code, f.fingerprint) for f in findings})
    return json.dumps({"version": 1, "findings": [{"code": c, "fingerprint": p} for c, p in known]}, indent=1) + "\n"
