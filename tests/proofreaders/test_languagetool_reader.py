"""LanguageTool: one sentence where it cannot run; and, where there is a copy of it, the real server."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from cvlint.loaders import load_text
from cvlint.proofreaders.languagetool import LanguageTool
from cvlint.proofreaders.passages import passages
from cvlint.proofreaders.reading import ReaderError
from cvlint.resume.facts import Resume

HERE = shutil.which("java") is not None and (Path(os.environ.get("LTP_PATH", "-")) / "LanguageTool-6.8").is_dir()
real = pytest.mark.skipif(not HERE, reason="needs Java and LTP_PATH (tools/languagetool.sh)")


@pytest.mark.parametrize(
    "where", ["http://127.0.0.1:9", "ftp://example.org", "nonsense"], ids=["no-answer", "scheme", "no-address"]
)
def test_an_address_that_is_no_server_is_one_sentence(where: str) -> None:
    with pytest.raises(ReaderError) as caught:
        LanguageTool(where).load("en-GB")
    assert "\n" not in str(caught.value)
    assert where in str(caught.value)


def test_java_missing_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ReaderError, match="Java is missing"):
        LanguageTool("local").load("en-GB")


@pytest.mark.skipif(shutil.which("java") is None, reason="needs Java")
def test_without_a_copy_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    with pytest.raises(ReaderError, match="no copy of LanguageTool"):
        LanguageTool("local").load("en-GB")
    assert list(tmp_path.iterdir()) == []


@real
def test_the_real_server_reads_with_true_offsets_after_emoji() -> None:
    document = load_text("Led 😀😀 teams of 😀 experiance in an large store", "cv.txt")
    reader = LanguageTool("local")
    reader.load("en-GB")
    try:
        readings = reader.read(passages(document, Resume(document)), document)
    finally:
        reader.close()
    flagged = {document.text[r.start : r.end] for r in readings}
    assert {"experiance", "an"} <= flagged
