"""The parent's end of LingoTweaker's engine, which runs in a process of its own.

The engine holds Python's lock for the second and a half in which it loads; apart, the other readers load meanwhile.
This module imports next to nothing, so that the engine can be started before anything else of a run.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import Any

PROGRAM = Path(__file__).with_name("lingotweaker_process.py")
LIMIT = 300.0
"""Seconds within which the engine must be ready, or read one batch."""


class EngineError(Exception):
    """The engine did not answer; one sentence without a subject."""


class Engine:
    """One engine process. `start` does not wait; it ends with `close`, or with this process."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._ready = False

    def start(self) -> None:
        """Start the process, unless it runs."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", str(PROGRAM)],
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

    def _exchange(self, question: str | None) -> Any:
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


_waiting: list[Engine] = []


def warm() -> None:
    """Start an engine ahead of its use; the next `engine()` is that one."""
    if not _waiting:
        _waiting.append(Engine())
        _waiting[0].start()


def engine() -> Engine:
    """An engine of one's own: the one that `warm` started, or a new one."""
    return _waiting.pop() if _waiting else Engine()
