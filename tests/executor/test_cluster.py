"""A real Dask cluster of two workers gives what one process gives, also when a worker dies on the way."""

from __future__ import annotations

import os
import signal
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from cvlint.cluster import ClusterError
from cvlint.config.schema import Config
from cvlint.executor import check_all

distributed = pytest.importorskip("distributed")
TODAY = date(2026, 6, 1)
DATES = Config(select=("DA",), locale="en-GB")


@pytest.fixture
def cvs(tmp_path: Path) -> list[Path]:
    paths = []
    for number in range(12):
        paths.append(tmp_path / f"cv{number}.txt")
        paths[-1].write_text(f"Experience\nClerk, Adze Ltd, Jan 2020 – Mar {2013 + number}\n" * 40)
    return paths


def test_two_workers_one_killed_on_the_way(cvs: list[Path]) -> None:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        processes = [worker.pid for worker in cluster.workers.values()]
        done: list[str] = []

        def kill_one() -> None:
            while not done:
                time.sleep(0.01)
            os.kill(processes[0], signal.SIGKILL)

        killer = threading.Thread(target=kill_one)
        killer.start()
        spread = check_all(cvs, [], DATES, TODAY, done.append, cache=False, scheduler=cluster.scheduler_address)
        killer.join()
    alone = check_all(cvs, [], DATES, TODAY, cache=False, workers=1)
    assert [f.findings for f in spread.files] == [f.findings for f in alone.files]
    assert not spread.incomplete


def test_no_scheduler_is_one_sentence(cvs: list[Path]) -> None:
    with pytest.raises(ClusterError, match="no Dask scheduler answers there"):
        check_all(cvs, [], DATES, TODAY, cache=False, scheduler="tcp://127.0.0.1:9")


def test_a_missing_file_is_told_and_the_others_are_checked(cvs: list[Path], tmp_path: Path) -> None:
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        paths = [tmp_path / "gone.txt", cvs[0]]
        report = check_all(paths, [], DATES, TODAY, cache=False, scheduler=cluster.scheduler_address)
    assert [f.status.value for f in report.files] == ["failed", "checked"]
    assert report.incomplete
