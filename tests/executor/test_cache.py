"""The cache answers only for what has not changed, whatever else happens to it."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import cvlint.cache
import cvlint.executor
from benchmarks.cache.__main__ import stale
from cvlint.cache import Cache, Entry, decoded, encoded
from cvlint.config.schema import Config
from cvlint.executor import check_all
from cvlint.loaders import load_text
from cvlint.model.document import Notice
from cvlint.model.report import FileReport, FileStatus, ReaderState, Report
from cvlint.runner import Run

TODAY = date(2026, 6, 1)
CV = "Experience\nClerk, Adze Ltd, Jan 2020 – Mar 2019\nClerk, Bevel Ltd, May 2015 – June 2018\n"
AD = """Bookkeeper
Totara Foods, Wellington

What you will need:
- At least three years of experience with SQL
- Power BI, Excel and Xero
- A full driving licence
"""
DATES = Config(select=("DA",), locale="en-GB")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CVLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "cv.txt").write_text(CV)
    return tmp_path


def codes(report: Report) -> list[str]:
    return [f.code for file in report.files for f in file.findings]


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that are really checked, from now on."""
    checked: list[Path] = []
    real = Run.check

    def check(self: Run, path: Path, *rest: object, **named: object) -> FileReport:
        checked.append(path)
        return real(self, path, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Run, "check", check)
    return checked


def test_an_unchanged_cv_is_not_checked_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked = counted(monkeypatch)
    first = check_all([folder / "cv.txt"], [], DATES, TODAY)
    again = check_all([folder / "cv.txt"], [], DATES, TODAY)
    assert checked == [folder / "cv.txt"]
    assert codes(again) == codes(first) == ["DA003"]
    assert again.files[0].findings == first.files[0].findings


def test_after_chance_edits_no_report_is_stale(folder: Path) -> None:
    """Configuration, files, house rules, versions, the day; `python -m benchmarks.cache` makes 1,000 of them."""
    applications = folder / "applications"
    applications.mkdir()
    assert list(stale(applications, edits=120, seed=11)) == []
    assert len(list((folder / "cache").iterdir())) > 20


def test_a_cache_that_knows_no_letter_is_caught(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    applications = folder / "applications"
    applications.mkdir()
    monkeypatch.setattr(cvlint.executor, "_around", lambda *_: ())
    assert list(stale(applications, edits=60, seed=11))


def test_a_killed_run_leaves_nothing_that_misleads(folder: Path) -> None:
    """Runs are killed at every moment of their work; what they left behind neither misleads nor stays."""
    paths = [folder / f"cv{number}.txt" for number in range(6)]
    for number, path in enumerate(paths):
        path.write_text(CV.replace("2019", str(2011 + number)))
    before = {path: path.read_bytes() for path in paths}
    command = [sys.executable, "-m", "cvlint", "check", "--select", "DA", "--locale", "en-GB", *map(str, paths)]
    for wait in (0.1, 0.3, 0.5, 0.7, 0.9):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.kill()
        process.wait()
    (folder / "cache").mkdir(exist_ok=True)
    (folder / "cache" / "tmpkilled").write_text('{"": "Entry", "rep')  # killed in the middle of writing
    assert {path: path.read_bytes() for path in paths} == before
    for cache in (True, True):
        kept = check_all(paths, [], DATES, date.today(), cache=cache)
        fresh = check_all(paths, [], DATES, date.today(), cache=False)
        assert [f.findings for f in kept.files] == [f.findings for f in fresh.files]


def test_damaged_entries_count_as_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_all([folder / "cv.txt"], [], DATES, TODAY)
    (entry,) = (folder / "cache").iterdir()
    for damage in ("", "{", "[]", '{"": "Entry"}', '{"": "os.system", "command": "x"}', entry.read_text()[:400]):
        entry.write_text(damage)
        assert codes(check_all([folder / "cv.txt"], [], DATES, TODAY)) == ["DA003"]


def test_what_was_not_done_is_not_kept(folder: Path) -> None:
    store = Cache(folder / "cache", DATES, TODAY)
    done = FileReport("cv.txt", "text", FileStatus.CHECKED)
    for entry in (
        Entry(replace(done, status=FileStatus.FAILED)),
        Entry(done, (ReaderState("harper", "1", "failed", "why"),)),
        Entry(replace(done, notices=(Notice("rule-failed", "DA001 failed"),))),
        Entry(done, notices=(Notice("ad-not-read", "ad.txt"),)),
    ):
        store.put("key", entry)
        assert store.get("key") is None
    store.put("key", Entry(done))
    assert store.get("key") == Entry(done)


def test_the_oldest_entries_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cvlint.cache, "MOST_ENTRIES", 5)
    store = Cache(folder / "cache", DATES, TODAY)
    for number in range(9):
        store.put(f"key{number}", Entry(FileReport(str(number), "text", FileStatus.CHECKED)))
    assert len(list((folder / "cache").iterdir())) == 5
    assert store.get("key8") is not None


def test_a_report_comes_back_as_it_was() -> None:
    with Run(DATES, TODAY) as run:
        report = run.check_document(load_text(CV))
    back = decoded(encoded(report))
    assert back.findings == report.findings
    assert back.document.text == report.document.text if report.document else False


@pytest.mark.parametrize("workers", [2, 4], ids=["a-few-in-hand", "two-processes"])
def test_files_side_by_side_equal_those_one_by_one(folder: Path, workers: int) -> None:
    paths = []
    for number in range(25):
        paths.append(folder / f"cv{number}.txt")
        paths[-1].write_text(CV.replace("2019", str(2001 + number)))
        (folder / f"cv{number}").mkdir()
        (folder / f"cv{number}" / "ad.txt").write_text(AD.replace("three", str(number)))
        paths.append((folder / f"cv{number}.txt").rename(folder / f"cv{number}" / "cv.txt"))
        paths.remove(folder / f"cv{number}.txt")
    paths[4].write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    one = check_all(paths, [], DATES, TODAY, workers=1, cache=False)
    many = check_all(paths, [], DATES, TODAY, workers=workers, cache=False)
    assert [f.path for f in many.files] == [str(p) for p in paths]
    assert [f.findings for f in many.files] == [f.findings for f in one.files]
    assert [f.comparisons for f in many.files] == [f.comparisons for f in one.files]
    assert all(f.comparisons for f in many.files[5:])
    assert many.files[4].status is FileStatus.FAILED
    assert many.incomplete


def test_files_in_hand_together_wait_for_no_other_than_the_readers(folder: Path) -> None:
    config = Config(select=("SP", "DA"), locale="en-GB", readers=("harper",))
    paths = []
    for number in range(6):
        paths.append(folder / f"cv{number}.txt")
        paths[-1].write_text(f"{CV}- Liased with {number + 2} iwi and recieved a prize\n")
    one = check_all(paths, [], config, TODAY, workers=1, cache=False)
    many = check_all(paths, [], config, TODAY, workers=2, cache=False)
    assert [f.findings for f in many.files] == [f.findings for f in one.files]
    assert all("SP001" in [x.code for x in f.findings] for f in many.files)
