"""No file hangs or crashes the run: each ends in a document or in one sentence, and the next file is read."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from cvlint.loaders import LoadError, guard, load
from cvlint.loaders.guard import Limits, NounsOnly
from tools import hostile

SMALL = Limits(seconds=10, memory=700 << 20)
REFUSED = {
    "zip-bomb.docx": "unpacks to over",
    "lying-bomb.docx": "cannot be unpacked",
    "billion-laughs.docx": "was not read|well-formed",
    "outside-entity.docx": "declares entities",
    "deep-tables.docx": "nests|well-formed",
    "no-parts.docx": "zip archive",
    "not-xml.docx": "not well-formed XML",
    "no-body.docx": "no document body",
    "password.docx": "protected by a password",
    "workbook.doc": "no Word text",
    "bomb.odt": "unpacks to over",
    "flate-bomb.pdf": "memory|seconds|damaged|more",
    "nested-forms.pdf": "memory|seconds|damaged|more",
    "head-only.pdf": "damaged",
    "empty.docx": "is empty",
    "blank.txt": "is empty",
    "nulls.pdf": "is empty",
    "picture.pdf": "PNG picture",
    "deep.html": "nests",
    "deep.json": "nests",
    "aliases.yaml": "aliases",
    "many-words.txt": "more than any CV",
}
READ = ("open-field.docx", "long-word.txt", "controls.txt", "quotes.md", "comments.html", "deep.tex")


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_one_sentence_and_a_good_one_is_read_after_it(name: str) -> None:
    with pytest.raises(LoadError) as caught:
        load(Path(name), hostile.CASES[name](), SMALL)
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert message.endswith(".")
    assert "\n" not in message
    assert "Error" not in message.removeprefix(name)
    assert any(clue in message for clue in REFUSED[name].split("|")), message
    assert load(Path("good.docx"), hostile.good_docx()).text.startswith("Marama Tane\n")


@pytest.mark.parametrize("name", READ)
def test_an_odd_file_is_read(name: str) -> None:
    document = load(Path(name), hostile.CASES[name](), SMALL)
    assert document.text.strip()
    assert not set(document.text) & {"\x1b", "\x07", "\x00"}


@pytest.mark.parametrize(
    ("name", "data"),
    [*hostile.truncated(20), *hostile.flipped(25, seed=7)],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_a_damaged_file_ends_in_a_document_or_a_sentence(name: str, data: bytes) -> None:
    message, document = "", None
    try:
        document = load(Path(name), data)
    except LoadError as error:
        message = str(error)
    if document is None:
        assert message.startswith(f"{name}: ")
        assert message.endswith(".")
    else:
        assert all(0 <= b.start < b.end <= len(document.text) for b in document.blocks)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_five_hundred_damaged_copies_are_each_read_or_refused(kind: str) -> None:
    """In one child of their own; `tools/hostile.py --check` does the same with a good file after each."""
    reader = guard.Guard()
    refused: dict[str, str] = {}
    done = 0
    try:
        for name, data in hostile.flipped(500, seed=11):
            if not name.endswith(kind):
                continue
            try:
                reader.read(guard.Format(kind), name, data, SMALL)
            except LoadError as error:
                refused[name] = str(error)
            done += 1
        assert reader.read(guard.Format.DOCX, "good.docx", hostile.good_docx()).text.startswith("Marama Tane")
    finally:
        reader.close()
    assert done == 500
    assert 0 < len(refused) < 500
    assert [m for name, m in refused.items() if not (m.startswith(f"{name}: ") and m.endswith("."))] == []


def test_an_old_word_file_is_refused_clearly_where_libreoffice_is_not_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cvlint.loaders.doc.soffice", lambda: None)
    with pytest.raises(LoadError, match=r"old kind \(\.doc\).*LibreOffice.*save it as DOCX"):
        load(Path("cv.doc"), hostile.CASES["old.doc"]())


def test_time_is_limited() -> None:
    reader = guard.Guard()
    try:
        with pytest.raises(LoadError, match=r"takes longer than 0\.05 seconds"):
            reader.read(guard.Format.DOCX, "slow.docx", hostile.package(hostile.body("<w:p/>" * 500_000)), Limits(0.05))
        good = reader.read(guard.Format.DOCX, "good.docx", hostile.good_docx())
    finally:
        reader.close()
    assert good.text.startswith("Marama Tane")


def test_one_child_reads_several_files() -> None:
    reader = guard.Guard()
    try:
        reader.start()
        first = reader._child
        for _ in range(3):
            reader.read(guard.Format.DOCX, "good.docx", hostile.good_docx())
        assert reader._child is first
    finally:
        reader.close()


def test_a_dead_child_is_replaced() -> None:
    reader = guard.Guard()
    try:
        reader.start()
        assert reader._child is not None
        reader._child.process.kill()
        reader._child.process.wait()
        assert reader.read(guard.Format.DOCX, "good.docx", hostile.good_docx()).blocks
    finally:
        reader.close()


def test_a_child_that_used_up_its_memory_is_replaced_without_a_word() -> None:
    reader = guard.Guard()
    greedy = hostile.package(hostile.body("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 30_000))
    try:
        with pytest.raises(LoadError, match="more memory"):
            reader.read(guard.Format.DOCX, "greedy.docx", greedy, Limits(memory=64 << 20))
        for _ in range(2):
            assert reader.read(guard.Format.DOCX, "good.docx", hostile.good_docx()).blocks
    finally:
        reader.close()


def test_an_answer_can_bring_nothing_but_our_nouns() -> None:
    import io

    for strange in (os.system, pickle.loads, print):
        with pytest.raises(pickle.UnpicklingError):
            NounsOnly(io.BytesIO(pickle.dumps(strange))).load()


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="this is a folder"):
        load(tmp_path)
    with pytest.raises(LoadError, match="cannot be read"):
        load(tmp_path / "nothing.docx")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(LoadError, match="a device or a pipe"):
            load(tmp_path / "pipe")


def test_content_counts_not_the_name() -> None:
    assert load(Path("cv.pdf"), hostile.good_docx()).format == "docx"
    assert load(Path("cv.docx"), hostile.good_pdf()).format == "pdf"
    assert load(Path("cv.docx"), b"Marama Tane\n").format == "text"
