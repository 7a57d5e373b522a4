"""Tracked changes: whole words, formatting kept, accepted or rejected one by one."""

from __future__ import annotations

import pytest
from lxml import etree

from cvlint.loaders.package import W
from tests.fixes.planning import docx_read, fixed, part, planned, reasons
from tests.fixes.planning import finding as finding_on
from tests.loaders.docx_fixtures import box, docx, p, r

BOLD, ITALIC = "<w:b/>", "<w:i/>"


def changes(data: bytes) -> list[tuple[str, str, str]]:
    """The tracked changes as (kind, formatting of the run, text)."""
    found = []
    for el in part(data).iter(f"{{{W}}}ins", f"{{{W}}}del"):
        kind = etree.QName(el).localname
        for run in el:
            look = run.find(f"{{{W}}}rPr")
            names = " ".join(etree.QName(e).localname for e in look) if look is not None else ""
            found.append((kind, names, "".join(t.text for t in run.iter(f"{{{W}}}t", f"{{{W}}}delText"))))
    return found


@pytest.mark.parametrize(
    ("body", "old", "new", "expected"),
    [
        pytest.param(
            p(r("I recieved it", BOLD)), "recieved", "received",
            [("del", "b", "recieved"), ("ins", "b", "received")], id="one-run",
        ),
        pytest.param(
            p(r("I rec", BOLD), r("ieved it", ITALIC)), "recieved", "received",
            [("del", "b", "rec"), ("del", "i", "ieved"), ("ins", "b", "received")], id="two-runs",
        ),
        pytest.param(p("in in it"), "in in", "in", [("del", "", " in")], id="taken-away"),
        pytest.param(p(r("B.Tech", BOLD)), "B.Tech", "B.Tech.", [("ins", "b", ".")], id="added"),
        pytest.param(
            p("an aple and a pear tre"), "aple and a pear tre", "apple and a pear tree",
            [("del", "", "aple"), ("ins", "", "apple"), ("del", "", "tre"), ("ins", "", "tree")], id="two-words-apart",
        ),
    ],
)  # fmt: skip
def test_changes(body: str, old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    data = docx(body)
    made = fixed(data, (old, new), tracked=True)
    assert changes(made) == expected
    assert docx_read(made).text == docx_read(data).text.replace(old, new)


def test_each_change_has_an_id_an_author_and_a_date_of_its_own() -> None:
    made = fixed(docx(p("recieved and seperate")), ("recieved", "received"), ("seperate", "separate"), tracked=True)
    marks = list(part(made).iter(f"{{{W}}}ins", f"{{{W}}}del"))
    assert len({el.get(f"{{{W}}}id") for el in marks}) == 4
    assert {el.get(f"{{{W}}}author") for el in marks} == {"cvlint"}
    assert {el.get(f"{{{W}}}date") for el in marks} == {"2026-01-15T12:30:00Z"}


def test_both_copies_of_a_text_box_are_tracked() -> None:
    made = fixed(docx(p(box(p("Responsable for it")))), ("Responsable", "Responsible"), tracked=True)
    assert changes(made) == [("del", "", "Responsable"), ("ins", "", "Responsible")] * 2


def test_what_somebody_inserted_is_left_to_them() -> None:
    data = docx(p(f'<w:ins w:id="1" w:author="A">{r("recieved")}</w:ins>'))
    document = docx_read(data)
    left = planned(document, data, finding_on(document, "recieved", "received"), tracked=True).left
    assert "tracked insertion" in left[0].reason
    assert reasons(data, "recieved", "received") == []
