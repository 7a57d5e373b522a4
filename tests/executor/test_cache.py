"""The cache answers only for what has not changed, whatever else happens to it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

import cvlint.cache
from cvlint.cache import Cache, Entry, decoded, encoded
from cvlint.config.schema import Config
from cvlint.executor import check_all
from cvlint.loaders import load_text
from cvlint.model.document import Notice
from cvlint.model.report import FileReport, FileStatus, ReaderState, Report
from cvlint.runner import Run

TODAY = date(2026, 6, 1)
CV = "Experience\nClerk, Adze Ltd, Jan 2020 – Mar 2019\nClerk, Bevel Ltd, May 2015 – June 2018\n"
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


def test_after_a_thousand_random_edits_no_report_is_stale(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Configuration, the CV, rules, versions, the day: each report equals one made without a cache."""
    rng = random.Random(7)
    rules = folder / "rules"
    rules.mkdir()
    card = (
        "code: XX001\nname: some-word\nseverity: info\nsince: '1'\nstatus: stable\nkind: existence\n"
        "words: [{word}]\nmessage: m\nwhy: w\nsource: s\ngood: [a, b, c]\n"
        "bad: [{{text: a, flag: a}}, {{text: b, flag: b}}]\n"
    )
    words = ["Adze", "Bevel", "Clerk", "Teal"]
    lines = [*CV.splitlines(), "Clerk, Cog Ltd, Jan 2013 – Mar 2012", "Clerk, Dowel Ltd, 03/2010 – 02/2011"]
    versions = {"lxml": "1"}
    real = cvlint.cache.metadata.version
    monkeypatch.setattr(cvlint.cache.metadata, "version", lambda name: versions.get(name) or real(name))
    cv, config, today, word = folder / "cv.txt", DATES, TODAY, "Adze"
    (rules / "XX001.yaml").write_text(card.format(word=word))
    known: dict[tuple[object, ...], list[str]] = {}
    for step in range(1000):
        what = rng.randrange(5)
        if what == 0:
            cv.write_text("\n".join(rng.sample(lines, rng.randint(1, len(lines)))))
        elif what == 1:
            select = rng.choice([("DA",), ("XX",), ("DA", "XX"), ("DA003",)])
            config = Config(select=select, locale=rng.choice(["en-GB", "en-US"]), rule_paths=(str(rules),))
        elif what == 2:
            word = rng.choice(words)
            (rules / "XX001.yaml").write_text(card.format(word=word) + "# " + "x" * (step % 7))
        elif what == 3:
            versions["lxml"] = str(rng.randrange(4))
        else:
            today = TODAY + timedelta(days=rng.randrange(3))
        state = (cv.read_text(), config.model_dump_json(), word, today)
        if state not in known:
            with Run(config, today) as fresh:
                known[state] = [f.code for f in fresh.check(cv).findings]
        assert codes(check_all([cv], [], config, today)) == known[state], f"step {step}"


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
    (folder / "cv4.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    one = check_all(paths, [], DATES, TODAY, workers=1, cache=False)
    many = check_all(paths, [], DATES, TODAY, workers=workers, cache=False)
    assert [f.path for f in many.files] == [str(p) for p in paths]
    assert [f.findings for f in many.files] == [f.findings for f in one.files]
    assert many.files[4].status is FileStatus.FAILED
    assert many.incomplete
