"""Every card's examples, run as tests: `bad` is flagged at just that place and corrected, `good` stays silent."""

from __future__ import annotations

import hashlib
import math
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from cvlint.catalogue.card import Bad, Good, Pose, Rule
from cvlint.catalogue.find import find_rules
from cvlint.config.schema import Config, JobFiles
from cvlint.job import read_ad
from cvlint.loaders import load_text
from cvlint.model.document import BlockKind, Document, Mark, Page, Revision, Segment, Setting, Story
from cvlint.model.finding import Finding
from cvlint.resume.folder import Folder, folder_of, read_signoff
from cvlint.runner import Run

RULES = find_rules()


def cases(kind: str) -> Iterator[object]:
    for rule in RULES:
        for number, example in enumerate(getattr(rule.card, kind), 1):
            yield pytest.param(rule, example, id=f"{rule.code}-{kind}-{number}")


def folder_around(example: Good) -> Folder:
    """The folder that the example describes; a file that ends in `.signoff` is a friend's word on the file."""

    def read(name: str) -> Document | None:
        text = example.beside[name]
        suffix = name.rsplit(".", 1)[-1]
        return replace(load_text(text, name), format=suffix if suffix in ("docx", "pdf") else "text")

    names = (example.as_, *example.beside)
    found = folder_of(example.as_, names, JobFiles(), read, example.today)
    signed = read_signoff(example.beside.get(f"{example.as_}.signoff", ""))
    return replace(found, signoff=signed, digest=hashlib.sha256(example.text.encode()).hexdigest())


@pytest.fixture(scope="session")
def runs() -> Iterator[dict[str, Run]]:
    """One run for all rules: the readers are loaded once."""
    shared: dict[str, Run] = {}
    yield shared
    for run in shared.values():
        run.close()


def document_of(example: Good) -> Document:
    """The example's text as a document, with everything that the example says of its file."""
    document = load_text(example.text, example.as_)
    suffix = example.as_.rsplit(".", 1)[-1]
    starts = [0, *(document.text.index(p) for p in example.pages or ()), len(document.text)]
    boxes = array("f", [math.nan] * 4 * len(document.text) if any(p.box for p in example.looks) else [])
    for pose in example.looks:
        document = posed(document, pose, boxes)
    if example.pages is not None:
        page = {b.index: bisect_right(starts, b.start) for b in document.blocks}
        document = replace(document, blocks=tuple(replace(b, page=page[b.index]) for b in document.blocks))
    return replace(
        document,
        format=suffix if suffix in ("docx", "pdf", "odt", "rtf", "doc") else document.format,
        pages=tuple(
            Page(n, 595, 842, a, b, example.second[n - 1] if n <= len(example.second) else "")
            for n, (a, b) in enumerate(pairwise(starts), 1)
        )
        if example.pages is not None or example.second
        else document.pages,
        revisions=tuple(
            Revision(r.kind, r.text, r.author, document.text.index(r.at) if r.at else 0) for r in example.remarks
        ),
        properties=example.properties or document.properties,
        flags=frozenset(example.holds) or document.flags,
        size=document.size if example.size is None else example.size,
        images=example.images or document.images,
        boxes=boxes,
    )


def posed(document: Document, pose: Pose, boxes: array[float]) -> Document:
    """The document with one stretch of text, and the block that holds it, looking as the example says."""
    start = document.text.index(pose.text)
    end = start + len(pose.text)
    look = {k: getattr(pose, k) for k in ("font", "size", "colour", "language", "target") if getattr(pose, k)}
    marks = Mark.NONE
    for name in pose.marks:
        marks |= Mark[name.upper().replace("-", "_")]
    segments: list[Segment] = []
    for s in document.segments or (Segment(0, len(document.text)),):
        cuts = sorted({s.start, s.end, *(c for c in (start, end) if s.start < c < s.end)})
        for a, b in pairwise(cuts):
            inside = start <= a < end
            segments.append(replace(s, start=a, end=b, **({**look, "marks": s.marks | marks} if inside else {})))
    if pose.box:
        x0, top, x1, bottom = pose.box
        for i in range(start, end):
            step = (x1 - x0) / len(pose.text)
            boxes[4 * i : 4 * i + 4] = array("f", [x0 + step * (i - start), top, x0 + step * (i - start + 1), bottom])
    held = document.block_at(start)
    facts = {k: getattr(pose, k) for k in ("style", "level", "table", "row", "column") if getattr(pose, k) is not None}
    if pose.kind:
        facts["kind"] = BlockKind(pose.kind)
    if pose.setting:
        facts["setting"] = Setting(**{k: tuple(map(tuple, v)) if k == "tabs" else v for k, v in pose.setting.items()})
    if pose.story:
        facts["story"] = Story(pose.story)
    blocks = tuple(replace(b, **facts) if held and b.index == held.index else b for b in document.blocks)
    return replace(document, segments=tuple(segments), blocks=blocks)


def findings(runs: dict[str, Run], rule: Rule, example: Good) -> list[Finding]:
    locale = example.locale or (rule.card.locales[0] if rule.card.locales != "all" else "en-GB")
    if "run" not in runs:
        runs["run"] = Run(Config(), example.today, RULES)
    run = runs["run"]
    run.today, run.rules = example.today, (rule,)
    rules = {rule.code: example.options} if example.options else {}
    run.config = Config.model_validate({"locale": locale, "extend_select": (rule.code,), "rules": rules})
    ads = [read_ad(load_text(example.job, "ad.txt"))] if example.job else []
    return list(run.check_document(document_of(example), ads, folder_around(example)).findings)


@pytest.mark.parametrize(("rule", "example"), list(cases("good")))
def test_good_examples_stay_silent(runs: dict[str, Run], rule: Rule, example: Good) -> None:
    assert [(f.text, f.message) for f in findings(runs, rule, example)] == []


@pytest.mark.parametrize(("rule", "example"), list(cases("bad")))
def test_bad_examples_are_flagged_and_corrected(runs: dict[str, Run], rule: Rule, example: Bad) -> None:
    found = findings(runs, rule, example)
    assert tuple(f.text for f in found) == example.flags
    assert all("{" not in f.message for f in found), "a brace of the message was not filled"
    if example.fixed is not None:
        text = load_text(example.text, example.as_).text
        for finding in sorted(found, key=lambda f: -f.start):
            text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
        assert text.strip() == example.fixed.strip()


@pytest.mark.parametrize(
    ("rule", "gap"),
    [pytest.param(r, g, id=f"{r.code}-gap-{n}") for r in RULES for n, g in enumerate(r.card.known_gaps, 1)],
)
def test_known_gaps_are_still_gaps(runs: dict[str, Run], rule: Rule, gap: object) -> None:
    """A gap that has closed moves to the good or bad examples."""
    example = Good(text=gap.text)  # type: ignore[attr-defined]
    wanted = (gap.flag,) if gap.flag else ()  # type: ignore[attr-defined]
    assert tuple(f.text for f in findings(runs, rule, example)) != wanted


def test_codes_and_names_are_unique() -> None:
    keys = [k for r in RULES for k in (r.code, r.card.name)]
    assert len(keys) == len(set(keys))
