"""Reading in a child process with limits on time and memory: no file can hang, crash or exhaust the run."""

from __future__ import annotations

import atexit
import contextlib
import io
import os
import pickle
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cvlint.loaders.detect import Format
from cvlint.loaders.errors import LoadError
from cvlint.loaders.worker import ANSWER, REQUEST
from cvlint.model.document import Document

MOST_ANSWERED = 1 << 29
START = (
    "import sys; sys.setrecursionlimit(3000); sys.path[:] = sys.argv[1:]; "
    "from cvlint.loaders.worker import serve; serve()"
)
HARMLESS = frozenset({("builtins", "frozenset"), ("array", "_array_reconstructor"), ("array", "array")})


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: seconds of processor time (twice that by the clock), bytes of memory."""

    seconds: float = 20.0
    memory: int = 1 << 30


class NounsOnly(pickle.Unpickler):
    """Reads back our own nouns and nothing else, whatever a parser that was taken over may send."""

    def find_class(self, module: str, name: str) -> Any:
        """The class, if it is one of the nouns."""
        if module.startswith("cvlint.model.") and "." not in name and name[:1].isupper():
            return super().find_class(module, name)
        if (module, name) in HARMLESS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no noun of ours")


class Child:
    """One child process. It reads files one after the other until it dies or is closed."""

    def __init__(self) -> None:
        package = str(Path(__file__).resolve().parents[2])
        # Without site packages' start-up files the interpreter is ready in a third of the time.
        executable = getattr(sys, "_base_executable", "") if os.name == "nt" else ""
        paths = [package, *(p for p in sys.path if p and p != package)]
        self.process = subprocess.Popen(
            [executable or sys.executable, "-I", "-S", "-c", START, *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name != "nt",  # Ctrl-C goes to the parent alone, which then closes the child
        )
        self.owner = os.getpid()

    @property
    def alive(self) -> bool:
        """Whether it can be asked again: it runs, and it is ours (not the one of the process we were forked from)."""
        return self.owner == os.getpid() and self.process.poll() is None

    def ask(self, format: Format, path: str, data: bytes, limits: Limits) -> tuple[bytes, bytes] | None:
        """The kind of the answer and the answer; None where the child died or ran out of time (it is dead then)."""
        found: list[tuple[bytes, bytes]] = []
        talk = threading.Thread(target=self._talk, args=(format, path, data, limits, found), daemon=True)
        talk.start()
        talk.join(2 * limits.seconds)
        if not found:
            self.overdue = talk.is_alive()
            self.kill()
            talk.join(5)
        return found[0] if found else None

    overdue = False

    def _talk(self, format: Format, path: str, data: bytes, limits: Limits, found: list[tuple[bytes, bytes]]) -> None:
        to, back = self.process.stdin, self.process.stdout
        if to is None or back is None:
            return
        name = path.encode("utf-8", "surrogatepass")
        try:
            to.write(REQUEST.pack(len(format.value), len(name), len(data), limits.seconds, limits.memory))
            to.write(format.value.encode() + name)
            to.write(data)
            to.flush()
            head = back.read(ANSWER.size)
            if len(head) < ANSWER.size:
                return
            kind, length = ANSWER.unpack(head)
            reply = back.read(length) if length <= MOST_ANSWERED else b""
            if len(reply) == length:
                found.append((kind, reply))
        except (OSError, ValueError):  # the pipe is broken or was closed: the child is dead
            return

    def kill(self) -> int:
        """End the child; its exit status, negative for a signal."""
        if self.owner != os.getpid():
            return 0
        if self.process.poll() is None and not self.overdue:
            try:
                self.process.wait(0.5)  # it may be dying on its own: its status then says why
            except subprocess.TimeoutExpired:
                self.process.kill()
        elif self.overdue:
            self.process.kill()
        status = self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:
                continue
        return status


class Guard:
    """Keeps one child for a run and starts another after a death. Safe to use from several threads."""

    def __init__(self) -> None:
        self._child: Child | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start the child ahead of the first file, so that it is ready by then."""
        with self._lock, contextlib.suppress(OSError):  # the first file says what is wrong
            self._ready()

    def _ready(self) -> Child:
        if self._child is None or not self._child.alive:
            self._child = Child()
        return self._child

    def read(self, format: Format, path: str, data: bytes, limits: Limits = Limits()) -> Document:
        """The document, read in the child. Raises `LoadError`, also where the child does not survive the file."""
        with self._lock:
            try:
                child = self._ready()
            except OSError as error:
                raise LoadError(
                    f"{path}: the process that reads it safely cannot be started ({error.strerror}); "
                    "close other programs and try again."
                ) from error
            answer = child.ask(format, path, data, limits)
            if answer is None and not child.overdue and child.process.returncode == 0:
                # It had gone in good order after the file before, which had used up its memory.
                self._child = child = Child()
                answer = child.ask(format, path, data, limits)
            if answer is None:
                self._child = None
                raise LoadError(f"{path}: {why_dead(child, limits)}")
        kind, reply = answer
        if kind == b"E":
            raise LoadError(reply.decode("utf-8", "replace"))
        try:
            document = NounsOnly(io.BytesIO(reply)).load()
        except Exception as error:  # whatever a broken answer makes the unpickler raise
            raise LoadError(f"{path}: the reading of the file came back broken; save the CV again.") from error
        if not isinstance(document, Document):
            raise LoadError(f"{path}: the reading of the file came back broken; save the CV again.")
        return document

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None and child.owner == os.getpid():
            child.overdue = True
            child.kill()


def why_dead(child: Child, limits: Limits) -> str:
    """What is to be said of a file that the child did not survive."""
    status = child.process.returncode
    xcpu = getattr(signal, "SIGXCPU", None)
    if child.overdue or (xcpu is not None and status == -xcpu):
        return (
            f"reading the file takes longer than {limits.seconds:g} seconds, which no CV needs; it was not read; "
            "save the CV anew and check that copy."
        )
    return (
        "reading the file broke off: it is damaged or takes more memory than any CV needs; "
        "save the CV anew and check that copy."
    )


GUARD = Guard()
"""The guard of this process."""
atexit.register(GUARD.close)
