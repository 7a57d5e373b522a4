"""The panel: runs the readers side by side and weighs what they say."""

from __future__ import annotations

import contextlib
import os
import platform
import sys
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from importlib.util import find_spec
from threading import Lock

from cvlint.config.plugins import plugins
from cvlint.model.document import Document, Notice
from cvlint.model.report import ReaderState
from cvlint.proofreaders.judgement import Judge
from cvlint.proofreaders.passages import passages
from cvlint.proofreaders.reading import Knowledge, Passage, Proof, Reader, ReaderError, Reading
from cvlint.resume.facts import Resume

DEFAULT_READERS = ("lingotweaker", "harper", "slips")

AT_ONCE = 3
"""Files that one process proofreads at a time: while one reader has the first, another has the second."""


def default_readers() -> tuple[str, ...]:
    """The readers of a run that names none. Where there is no LingoTweaker for the machine, it is not missed aloud."""
    there_is_one = sys.platform == "linux" and platform.machine() == "x86_64"
    if there_is_one or find_spec("lt_py") is not None:
        return DEFAULT_READERS
    return tuple(name for name in DEFAULT_READERS if name != "lingotweaker")


@dataclass
class _Seat:
    """A reader at the table: what it is and how far it has come."""

    name: str
    reader: Reader | None = None
    loaded: Future[None] | None = None
    trouble: ReaderState | None = None
    turn: Lock = field(default_factory=Lock)


class Panel:
    """The readers of one run, loaded once, at first use, each in a thread of its own.

    `readers` are names; `languagetool` is `local` or the address of a server and adds that reader; `asked` are the
    readings that rules name, `engine:RULE` with wildcards, of which an engine may make less than all. A reader that
    cannot run is a state and a notice, never an exception. Several files may be proofread at a time: each reader
    takes one after the other.
    """

    def __init__(
        self,
        readers: Sequence[str] = DEFAULT_READERS,
        languagetool: str | None = None,
        asked: Collection[str] = (),
    ) -> None:
        names = tuple(dict.fromkeys((*readers, "languagetool") if languagetool is not None else readers))
        self.names = names
        self.languagetool = languagetool
        self.asked = asked
        self._seats = [_Seat(name) for name in names]
        self._pool: ThreadPoolExecutor | None = None
        self._judge: Future[Judge] | None = None
        self._starting = Lock()

    @property
    def states(self) -> tuple[ReaderState, ...]:
        """Each reader of this run: ran, failed or missing. Empty before the first start."""
        if self._pool is None and not any(s.trouble or s.reader for s in self._seats):
            return ()
        return tuple(
            seat.trouble or ReaderState(seat.name, seat.reader.version if seat.reader else "", "ran")
            for seat in self._seats
        )

    def start(self, locale: str) -> None:
        """Begin to load the readers in the background."""
        with self._starting:
            if self._pool is not None:
                return
            pool = ThreadPoolExecutor(max_workers=AT_ONCE * len(self._seats) + 1, thread_name_prefix="reader")
            self._judge = pool.submit(Judge)
            for seat in self._seats:
                seat.loaded = pool.submit(self._load, seat, locale)
            self._pool = pool

    def _load(self, seat: _Seat, locale: str) -> None:
        reader: Reader | None = None
        try:
            reader = self._make(seat.name)
            reader.load(locale)
        except ReaderError as error:
            seat.trouble = ReaderState(seat.name, getattr(reader, "version", "") or "", "missing", str(error))
            return
        except Exception as error:  # a third-party reader may raise anything; the other readers must go on
            seat.trouble = ReaderState(seat.name, "", "failed", f"{seat.name} could not be loaded: {_line(error)}")
            return
        seat.reader = reader

    def _make(self, name: str) -> Reader:
        if name in BUILT_IN:
            return BUILT_IN[name](self)
        for entry in plugins("cvlint.proofreaders"):
            if entry.name == name:
                made: Reader = entry.load()()
                return made
        raise ReaderError(f"there is no reader {name!r}; the readers are {', '.join(known_readers())}.")

    def proofread(self, document: Document, resume: Resume, locale: str, knowledge: Knowledge) -> Proof:
        """What the readers, taken together, have to say of a document."""
        self.start(locale)
        if self._pool is None or self._judge is None:
            return Proof()
        read = passages(document, resume)
        work = [self._pool.submit(self._read, seat, read, document) for seat in self._seats]
        hearing = self._judge.result().hear(read, document, resume, locale, knowledge)
        left = len(work)
        for job in as_completed(work):
            left -= 1
            if left:
                hearing.listen(job.result())
        remarks = hearing.weigh([r for job in work for r in job.result()])
        states = self.states
        notices = tuple(Notice("reader-missing", s.reason) for s in states if s.status != "ran")
        return Proof(tuple(remarks), states, notices)

    def _read(self, seat: _Seat, read: Sequence[Passage], document: Document) -> list[Reading]:
        if seat.loaded is not None:
            seat.loaded.result()
        if seat.reader is None:
            return []
        try:
            with seat.turn:
                return seat.reader.read(read, document)
        except Exception as error:  # one reader's failure must not silence the others, nor pass unseen
            reason = str(error) if isinstance(error, ReaderError) else f"{seat.name} failed: {_line(error)}"
            seat.trouble = ReaderState(seat.name, seat.reader.version, "failed", reason)
            return []

    def close(self) -> None:
        """End every process and server that was started."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)
        for seat in self._seats:
            close: Callable[[], None] | None = getattr(seat.reader, "close", None)
            if close is not None:
                with contextlib.suppress(OSError):
                    close()


def known_readers() -> tuple[str, ...]:
    """The names of the readers: built in, or from a package's entry point `cvlint.proofreaders`."""
    return (*BUILT_IN, *(entry.name for entry in plugins("cvlint.proofreaders")))


def _line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:160]


def _lingotweaker(_: Panel) -> Reader:
    from cvlint.proofreaders.lingotweaker import LingoTweaker

    return LingoTweaker()


def _harper(panel: Panel) -> Reader:
    from cvlint.proofreaders.harper import Harper

    return Harper(sorted(name.removeprefix("harper:") for name in panel.asked if name.startswith("harper:")))


def _languagetool(panel: Panel) -> Reader:
    from cvlint.proofreaders.languagetool import LanguageTool

    return LanguageTool(panel.languagetool or os.environ.get("CVLINT_LANGUAGETOOL", "local"))


def _slips(_: Panel) -> Reader:
    try:
        from cvlint.proofreaders.slips import Slips
    except ImportError as error:
        raise ReaderError("slips is not part of this installation.") from error
    return Slips()


BUILT_IN: dict[str, Callable[[Panel], Reader]] = {
    "lingotweaker": _lingotweaker,
    "harper": _harper,
    "slips": _slips,
    "languagetool": _languagetool,
}
