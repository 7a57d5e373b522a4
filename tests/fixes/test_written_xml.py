"""What is written into a DOCX breaks neither the schemas of Office Open XML nor Word's own rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fixes.copies import schema_faults, schema_kept
from cvlint.fixes.comments import CommentedCopy
from cvlint.fixes.copies import copy_of
from tests.fixes.planning import NOW, at, docx_read, fixed, planned
from tests.loaders.docx_fixtures import box, docx, p, r, tbl

CVS = sorted((Path(__file__).parents[2] / "fixtures" / "cvs").glob("*/cv.docx"))[:3]
LINK = '<w:hyperlink w:anchor="a">' + r("my portfollio") + "</w:hyperlink>"
BOLD = "<w:b/>"


def commented(data: bytes, *words: str) -> bytes:
    document = docx_read(data)
    places = [(document.text.index(w), len(w)) for w in words]
    return CommentedCopy(document, data, NOW).write([at(document, s, s + n) for s, n in places])


def test_the_check_sees_what_is_wrong() -> None:
    good = docx(p(r("one", BOLD)))
    wrong = docx(p("<w:r><w:t>one</w:t><w:rPr><w:b/></w:rPr></w:r>"))
    assert schema_kept(good, good)
    assert not schema_kept(good, wrong)
    assert not schema_kept(good, docx(p('<w:ins w:author="A">' + r("one") + "</w:ins>")))  # no id


@pytest.mark.parametrize("path", CVS, ids=lambda path: path.parent.name)
def test_copies_of_whole_cvs(path: Path) -> None:
    data = path.read_bytes()
    document = docx_read(data)
    before = schema_faults(data)
    words = [(b.start, b.start + 6) for b in document.blocks if b.end - b.start > 12][:40]
    plan = planned(document, data, *(at(document, s, e, "Changed") for s, e in words))
    assert plan.edits
    tracked = planned(document, data, *(at(document, s, e, "Changed") for s, e in words), tracked=True)
    copies = {
        "fixed": copy_of(document, data).write(plan),
        "tracked": copy_of(document, data, NOW).write(tracked),
        "commented": CommentedCopy(document, data, NOW).write([at(document, s, e) for s, e in words]),
    }
    assert {name: schema_faults(made) - before for name, made in copies.items()} == {name: {} for name in copies}


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        pytest.param(p(r("Man", BOLD), r("agment of it")), "Managment", "Management", id="two-runs"),
        pytest.param(p(box(p("Responsable for it"))), "Responsable", "Responsible", id="text-box"),
        pytest.param(tbl((p("Liase with"),)), "Liase", "Liaise", id="cell"),
        pytest.param(p(LINK), "portfollio", "portfolio", id="link"),
        pytest.param(p("in in it"), "in in", "in", id="taken-away"),
        pytest.param(p('<w:r><w:t>2012</w:t><w:tab/><w:t>Anlyst here</w:t></w:r>'), "Anlyst", "Analyst", id="tab"),
    ],
)  # fmt: skip
def test_every_kind_of_place(body: str, old: str, new: str) -> None:
    data = docx(body)
    assert schema_kept(data, fixed(data, (old, new)))
    assert schema_kept(data, fixed(data, (old, new), tracked=True))
    assert schema_kept(data, commented(data, old))


looks = st.sampled_from(["", BOLD, "<w:i/>", '<w:b/><w:i/><w:sz w:val="22"/>'])
pieces = st.lists(st.tuples(st.text(alphabet="abcé ü.-'", min_size=1, max_size=8), looks), min_size=1, max_size=6)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(pieces, st.data())
def test_any_change_over_any_runs(cut: list[tuple[str, str]], draw: st.DataObject) -> None:
    data = docx(p("x") + p(*(r(text, look) for text, look in cut)) + p("y"))
    document = docx_read(data)
    start = draw.draw(st.integers(0, len(document.text) - 2))
    end = draw.draw(st.integers(start + 1, min(len(document.text), start + 12)))
    change = at(document, start, end, draw.draw(st.text(alphabet="abxy ", max_size=6)))
    for tracked in (False, True):
        plan = planned(document, data, change, tracked=tracked)
        assert schema_kept(data, copy_of(document, data, NOW if tracked else None).write(plan))
    assert schema_kept(data, CommentedCopy(document, data, NOW).write([change]))
