"""Many files: those that have not changed come from the cache, the others are checked, over all cores.

The readers are processes of their own, so one process of ours with a few files in hand keeps two cores busy and needs
the readers' memory once; for each further pair of cores there is one more.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cvlint.cache import Cache, Entry, default_folder
from cvlint.config.schema import Config
from cvlint.filters import unused
from cvlint.model.document import Notice
from cvlint.model.report import FileReport, FileStatus, Report, reader_notices

if TYPE_CHECKING:
    from cvlint.model.job import JobAd
    from cvlint.runner import Run

Progress = Callable[[str], None]
CORES = 2
"""Cores that one process with its readers keeps busy."""

PARALLEL_FROM = 12
"""Files for each process that pay for its start of two seconds."""

PART = 8
"""Files that a process takes at a time."""

BYTES = 100 * 1024 * 1024


def check_all(
    paths: Sequence[Path],
    ads: Sequence[Path],
    config: Config,
    today: date,
    progress: Progress = lambda path: None,
    data: bytes | None = None,
    workers: int | None = None,
    cache: bool = True,
    scheduler: str | None = None,
) -> Report:
    """As `runner.check_files`, by way of the cache and of up to `workers` cores (default: all).

    `scheduler` is the address of a Dask cluster that does the work instead.
    """
    store = Cache(default_folder(), config, today) if cache and _cacheable(config) else None
    keys = _keys(store, paths, ads, data, config)
    entries: dict[Path, Entry] = {}
    for path, key in keys.items():
        entry = store.get(key) if store else None
        if entry is not None:
            entries[path] = entry
            progress(str(path))
    left = [path for path in paths if path not in entries]
    if left or not paths:
        made = (
            _on_cluster(left, ads, config, today, scheduler)
            if scheduler
            else _check(left, ads, config, today, data, workers or os.cpu_count() or 1)
        )
        for path, entry in made:
            entries[path] = entry
            if store and path in keys:
                store.put(keys[path], entry)
            if path in left:
                progress(str(path))
    return _joined(paths, entries, config)


def _cacheable(config: Config) -> bool:
    """A server's rules can change unseen, so what LanguageTool said is asked anew each time."""
    return config.languagetool is None and "languagetool" not in (*config.readers, *config.require_reader)


def _keys(
    store: Cache | None, paths: Sequence[Path], ads: Sequence[Path], data: bytes | None, config: Config
) -> dict[Path, str]:
    """The names of the entries of the files that can be read; `.doc` depends on LibreOffice and has none."""
    if store is None:
        return {}
    others = [part for ad in ads for part in (str(ad).encode(), _bytes(ad) or b"")]
    found = {}
    for path in paths:
        own = data if data is not None else _bytes(path)
        if own is not None and path.suffix.lower() != ".doc":
            around = _around(path, paths, config) if data is None else ()
            found[path] = store.key(path, own, (*others, *around))
    return found


def _around(path: Path, paths: Sequence[Path], config: Config) -> Iterator[bytes]:
    """Everything in the folder of a file that its report may depend on: all names, and what the read files hold."""
    from cvlint.resume.folder import role_of

    names = sorted(p.name for p in path.absolute().parent.iterdir() if p.is_file())
    yield "\n".join(names).encode("utf-8", "surrogateescape")
    yield "\n".join(sorted(str(p) for p in paths if p.parent == path.parent)).encode("utf-8", "surrogateescape")
    for name in names:
        if name == f"{path.name}.signoff" or (name != path.name and role_of(name, config.jobs, path.name)):
            yield _bytes(path.parent / name) or b""


def _bytes(path: Path) -> bytes | None:
    try:
        if path.is_file() and path.stat().st_size <= BYTES:
            return path.read_bytes()
    except (OSError, ValueError):
        pass
    return None


def _check(
    paths: Sequence[Path], ads: Sequence[Path], config: Config, today: date, data: bytes | None, workers: int
) -> Iterator[tuple[Path, Entry]]:
    processes = min((workers + CORES - 1) // CORES, len(paths) // PARALLEL_FROM)
    from cvlint.proofreaders.engine import warm

    if processes < 2 and not config.select and "lingotweaker" in (config.readers or ("lingotweaker",)):
        warm()  # they take longest to load: they begin before the rest of this program is imported
    from cvlint.runner import Run, read_ads

    if processes > 1:
        Run(config, today).close()  # what is wrong with rules or configuration is told before any process starts
        read, notices = read_ads(ads)
        yield from _over_processes(paths, read, tuple(notices), config, today, processes)
        return
    with Run(config, today) as run:
        run.start()
        read, notices = read_ads(ads)
        yield from side_by_side(run, paths, paths, read, tuple(notices), data, 1 if workers == 1 else None)
        if not paths:
            yield Path(), Entry(_nothing(""), run.panel.states, tuple(notices))


def side_by_side(
    run: Run,
    part: Sequence[Path],
    paths: Sequence[Path],
    ads: Sequence[JobAd],
    notices: tuple[Notice, ...],
    data: bytes | None = None,
    at_once: int | None = None,
) -> Iterator[tuple[Path, Entry]]:
    """The entries of a part of all files as they are ready, a few in hand at a time."""
    from cvlint.proofreaders.panel import AT_ONCE
    from cvlint.runner import reported_beside

    def one(path: Path) -> Entry:
        report = run.check(path, ads, data, reported_beside(path, paths))
        return Entry(report, run.panel.states, notices)

    if len(part) < 2 or at_once == 1:
        for path in part:
            yield path, one(path)
        return
    with ThreadPoolExecutor(at_once or AT_ONCE, thread_name_prefix="file") as pool:
        jobs = {pool.submit(one, path): path for path in part}
        try:
            for job in as_completed(jobs):
                yield jobs[job], job.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _on_cluster(
    paths: Sequence[Path], ads: Sequence[Path], config: Config, today: date, scheduler: str
) -> Iterator[tuple[Path, Entry]]:
    from cvlint.cluster import over_cluster
    from cvlint.loaders import LoadError, bytes_of
    from cvlint.runner import Run, failed, read_ads

    Run(config, today).close()  # what is wrong with rules or configuration is told before any work is sent
    read, notices = read_ads(ads)
    files = []
    for path in paths:
        try:
            files.append((path, bytes_of(path)))
        except LoadError as error:
            yield path, Entry(failed(str(path), str(error)), (), tuple(notices))
    yield from over_cluster(files, read, tuple(notices), config, today, scheduler)


_run: Run | None = None


def _begin(config: Config, today: date) -> None:
    global _run
    from cvlint.runner import Run

    _run = Run(config, today)
    _run.start()


def _some(
    part: Sequence[Path], paths: Sequence[Path], ads: Sequence[JobAd], notices: tuple[Notice, ...]
) -> list[tuple[Path, Entry]]:
    if _run is None:
        raise RuntimeError("the process was not made ready")
    return list(side_by_side(_run, part, paths, ads, notices))


def _over_processes(
    paths: Sequence[Path],
    ads: Sequence[JobAd],
    notices: tuple[Notice, ...],
    config: Config,
    today: date,
    processes: int,
) -> Iterator[tuple[Path, Entry]]:
    """Each file's entry as it is ready. Where a process dies, what it had not done is told and not passed over."""
    from multiprocessing import get_context

    parts = [paths[i : i + PART] for i in range(0, len(paths), PART)]
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (config, today)) as pool:
        jobs = {pool.submit(_some, part, paths, ads, notices): part for part in parts}
        for job in as_completed(jobs):
            try:
                yield from job.result()
            except BrokenProcessPool:
                for path in jobs[job]:
                    yield path, Entry(_nothing(str(path)), (), notices)


def _nothing(path: str) -> FileReport:
    message = f"{path}: the process that checked it ended before it was done; check this file by itself."
    return FileReport(path, "unknown", FileStatus.FAILED, notices=(Notice("not-checked", message),))


def _joined(paths: Sequence[Path], entries: dict[Path, Entry], config: Config) -> Report:
    files = tuple(entries[path].report for path in paths)
    readers = {r.name: r for entry in entries.values() for r in entry.readers}
    notices = dict.fromkeys(n for entry in entries.values() for n in entry.notices)
    states = tuple(readers.values())
    return Report(files, states, (*notices, *reader_notices(states, config.require_reader), *unused(config, files)))
