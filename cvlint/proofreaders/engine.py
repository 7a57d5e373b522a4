"""The parent's end of an embedded engine, which runs in a process of its own.

Each engine takes a second and a half until it has read its first text, and holds Python's lock meanwhile; apart, the
engines load side by side, while this process imports, reads the document and asks the rules that need no reader.
This module imports next to nothing, so that the engines can be started before anything else of a run.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Timer
from typing import Any

PROGRAMS = {name: Path(__file__).with_name(f"{name}_process.py") for name in ("harper", "lingotweaker")}
LIMIT = 300.0
"""Seconds within which the engine must be ready, or read one batch."""


class EngineError(Exception):
    """The engine did not answer; one sentence without a subject."""


class Engine:
    """One process of the engine `name`. `start` does not wait; it ends with `close`, or with this process."""

    def __init__(self, name: str) -> None:
        self._program = PROGRAMS[name]
        self._process: subprocess.Popen[str] | None = None
        self._ready = False

    def start(self) -> None:
        """Start the process, unless it runs."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", str(self._program)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
            atexit.register(self.close)

    def wait(self) -> None:
        """Return when the engine is ready. Raises `EngineError`."""
        self.start()
        if not self._ready:
            trouble = self._exchange(None)
            if trouble is not None:
                raise EngineError(f"could not load its data: {trouble}")
            self._ready = True

    def check(self, text: str) -> list[dict[str, Any]]:
        """The engine's matches in a text. Raises `EngineError`."""
        self.wait()
        found: list[dict[str, Any]] = self._exchange(text)
        return found

    def ask_for(self, rules: Sequence[str]) -> None:
        """Have Harper ask further rules, named with wildcards, from now on. Raises `EngineError`."""
        self.wait()
        self._exchange(list(rules))

    def _exchange(self, question: str | list[str] | None) -> Any:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise EngineError("was closed.")
        alarm = Timer(LIMIT, process.kill)
        alarm.daemon = True
        alarm.start()
        try:
            if question is not None:
                process.stdin.write(json.dumps(question) + "\n")
                process.stdin.flush()
            line = process.stdout.readline()
        except (OSError, ValueError):
            line = ""
        finally:
            alarm.cancel()
        if not line:
            raise EngineError("ended before it answered.")
        return json.loads(line)

    def close(self) -> None:
        """End the process."""
        process, self._process, self._ready = self._process, None, False
        if process is not None:
            process.kill()
            process.communicate()
            atexit.unregister(self.close)


_waiting: dict[str, Engine] = {}


def warm() -> None:
    """Start the engines ahead of their use; the next `engine()` of each name is that one."""
    for name in PROGRAMS:
        if name not in _waiting:
            _waiting[name] = Engine(name)
            _waiting[name].start()


def engine(name: str) -> Engine:
    """An engine of one's own: the one that `warm` started, or a new one."""
    return _waiting.pop(name, None) or Engine(name)
