"""Many files over the workers of a Dask cluster, for a careers service with tens of thousands of CVs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from cvlint.cache import Entry
from cvlint.config.schema import Config
from cvlint.model.document import Notice
from cvlint.model.report import FileReport, FileStatus

if TYPE_CHECKING:
    from cvlint.model.job import JobAd
    from cvlint.runner import Run

ATTEMPTS = 3
"""Workers that may be lost over one file before it counts as not checked."""


class ClusterError(Exception):
    """The cluster cannot be used, in one sentence."""


def over_cluster(
    files: Sequence[tuple[Path, bytes]],
    ads: Sequence[JobAd],
    notices: tuple[Notice, ...],
    config: Config,
    today: date,
    scheduler: str,
) -> Iterator[tuple[Path, Entry]]:
    """Each file's entry as it is ready. The bytes travel to the workers, which need no access to the folder.

    What a lost worker had in hand goes to another one. Raises `ClusterError` where the scheduler does not answer.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ClusterError(
            "--executor dask needs the package distributed; install it here and on the workers."
        ) from error
    try:
        client = distributed.Client(scheduler, timeout=20)
    except (OSError, ValueError) as error:
        raise ClusterError(f"--scheduler {scheduler}: no Dask scheduler answers there.") from error
    with client:
        shared = client.scatter((tuple(ads), notices, config, today), broadcast=True)
        jobs = {
            client.submit(checked, str(path), data, shared, pure=False, retries=ATTEMPTS): path for path, data in files
        }
        for job in distributed.as_completed(jobs):
            path = jobs[job]
            if job.status == "finished":
                yield path, job.result()
            else:
                yield path, Entry(_lost(str(path), job.exception()), (), notices)
            job.release()


_lock = Lock()
_runs: dict[str, Run] = {}


def checked(path: str, data: bytes, shared: tuple[Any, ...]) -> Entry:
    """One file's entry, made on a worker. Readers take one text at a time: a worker's threads wait for each other."""
    from cvlint.runner import Run

    ads, notices, config, today = shared
    key = f"{config.model_dump_json()} {today}"
    with _lock:
        if key not in _runs:
            for old in _runs.values():
                old.close()
            _runs.clear()
            _runs[key] = Run(config, today)
            _runs[key].start()
        run = _runs[key]
        report = run.check(Path(path), ads, data=data)
        return Entry(report, run.panel.states, notices)


def _lost(path: str, error: BaseException | None) -> FileReport:
    message = f"{path}: was not checked on the cluster ({type(error).__name__}); check this file by itself."
    return FileReport(path, "unknown", FileStatus.FAILED, notices=(Notice("not-checked", message),))
