"""The page for the friend who looks a CV over: the pages with the findings on them, and questions for a person."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from cvlint.model.location import Box
from cvlint.model.picture import PagePicture
from cvlint.model.report import FileReport, Report
from cvlint.reporters.cards import rules_in
from cvlint.reporters.html import show
from cvlint.reporters.marks import Item, families_of, severities_of
from cvlint.reporters.page import render_page
from cvlint.reporters.wording import one_line

CHECKLIST = (
    "Is every line true, and would the writer say the same in the interview?",
    "Is anything missing that you know the writer did or can do, and that this job would value?",
    "Would you invite this person after one reading? What made you sure, or held you back?",
    "After ten seconds with the first page: can you say what the writer does, and what they want to do next?",
    "Is it written for this job: does what the ad stresses come first, in words the employer would use?",
    "Can the writer be proud of it? Does it show their best work, not just all of their work?",
    "Is the balance right: sure of itself where it has proof, generous where others shared the work?",
    "Does each point say what came of it, or only what the duties were?",
    "Are the numbers honest, and could the writer say where each comes from?",
    "Does it sound like the person you know?",
    "Is there anything here that you would not tell a stranger?",
    "Would somebody outside the trade understand it, wherever they have to?",
    "Does a gap, a change or a short stay beg a question, and is the answer here or ready for the interview?",
    "Are the names of people, firms and places right? You may know some that no program knows.",
    "What could go, so that the rest is read?",
    "On paper: is it pleasant to look at, with nothing odd in how it is set?",
)
"""What no program can answer."""

PAD = 1.5
"""Points around the words that a box leaves free."""


@dataclass(frozen=True)
class Leaf:
    """A page's picture as a data address, with the boxes on it."""

    number: int
    width: float
    height: float
    source: str
    boxes: Sequence[tuple[Item, Box, bool]]  # the last says whether it is the finding's first box


def render(file: FileReport, pictures: Sequence[PagePicture], checklist: Sequence[str] = CHECKLIST) -> str:
    """One self-contained page. Boxes are in the pictures' points; without pictures the text is marked instead.

    What has no box on any picture (no glyphs, a page without picture) is marked in the text below the pictures.
    """
    shown = show(file, rules_in(Report((file,))))
    leaves = [_leaf(picture, shown.items) for picture in pictures]
    return render_page(
        "review.html.j2",
        page=shown,
        name=one_line(PurePath(file.path).name),  # the folders above it are the writer's own business
        leaves=leaves,
        boxed={item.key for leaf in leaves for item, _, _ in leaf.boxes},
        severities=severities_of(shown.items),
        families=families_of(shown.items),
        checklist=checklist,
    )


def _leaf(picture: PagePicture, items: Sequence[Item]) -> Leaf:
    width, height = picture.width_pt, picture.height_pt
    boxes = []
    for item in items:
        first = item.boxes[0] if item.boxes else None
        boxes += [
            (item, _inside(b, width, height), b is first)
            for b in item.boxes
            if b.page == picture.number and b.x0 < width and b.top < height and b.x1 > 0 and b.bottom > 0
        ]
    source = "data:image/png;base64," + base64.b64encode(picture.png).decode()
    return Leaf(picture.number, width, height, source, boxes)


def _inside(box: Box, width: float, height: float) -> Box:
    """The box with room around the words, cut to the page."""
    return Box(
        box.page,
        round(max(0.0, box.x0 - PAD), 1),
        round(max(0.0, box.top - PAD), 1),
        round(min(width, box.x1 + PAD), 1),
        round(min(height, box.bottom + PAD), 1),
    )
