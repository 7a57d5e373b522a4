"""The child process that reads files: limits itself, then answers requests from its standard input until that ends."""

from __future__ import annotations

import os
import pickle
import struct
from typing import BinaryIO

REQUEST = struct.Struct("!IIQdQ")
"""Lengths of format, path and data; seconds of processor time; bytes of memory."""
ANSWER = struct.Struct("!cQ")
"""`D` for a document (pickled), `E` for an error (UTF-8), and the length of what follows."""


def serve() -> None:
    """Read requests from standard input and answer each on standard output, until the parent hangs up."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    # What a parser prints must not end up among the answers.
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(silence, stream)
    prepare()
    fresh = True
    while True:
        head = requests.read(REQUEST.size)
        if len(head) < REQUEST.size:
            return
        if not answer(head, requests, answers, fresh):
            return
        fresh = False


def prepare() -> None:
    """Import what most files need while the parent is still busy with its own start."""
    import cvlint.loaders.docx
    import cvlint.loaders.readers  # noqa: F401


def answer(head: bytes, requests: BinaryIO, answers: BinaryIO, fresh: bool = True) -> bool:
    """Read one file and send what came of it; whether this process is still fit for another.

    A process that can import no more, since a file before used up its memory, gives no answer: the parent then asks a
    fresh one.
    """
    from cvlint.loaders.detect import Format
    from cvlint.loaders.errors import LoadError
    from cvlint.loaders.readers import read

    format_length, path_length, data_length, seconds, memory = REQUEST.unpack(head)
    format = Format(requests.read(format_length).decode())
    path = requests.read(path_length).decode("utf-8", "surrogatepass")
    data = requests.read(data_length)
    limit(seconds, memory)
    fit = True
    try:
        kind, reply = b"D", pickle.dumps(read(format, path, data), protocol=5)
    except LoadError as error:
        if isinstance(error.__cause__, ImportError) and not fresh:
            return False
        kind, reply = b"E", str(error).encode("utf-8", "replace")
        fit = not isinstance(error.__cause__, (MemoryError, ImportError))
    except MemoryError:
        kind, reply = b"E", f"{path}: reading the file takes more memory than any CV needs; it was not read.".encode()
        fit = False
    answers.write(ANSWER.pack(kind, len(reply)))
    answers.write(reply)
    answers.flush()
    return fit and held() < memory / 2


def held() -> int:
    """The bytes of address space that this process holds on to, where the system tells; else 0."""
    try:
        with open("/proc/self/statm", "rb") as statm:
            return int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def limit(seconds: float, memory: int) -> None:
    """Let the system end this process after more processor time, and refuse it more memory, where it can."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only limit
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds) + 1
    for what, soft in ((resource.RLIMIT_CPU, until), (resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        try:
            hard = resource.getrlimit(what)[1]
            resource.setrlimit(what, (soft if hard < 0 else min(soft, hard), hard))
        except (ValueError, OSError):  # macOS does not limit the address space
            continue
