"""CVs whose text is known: set by Typst in the layouts that RenderCV and LaTeX templates use, and by TeX itself."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parents[2] / "fixtures"


@dataclass(frozen=True)
class Post:
    what: str
    where: str
    place: str
    dates: str
    points: tuple[str, ...]


PROFILE = (
    "Site engineer with twelve years on bridges, wharves and water mains, known for calm planning and for "
    "drawings that crews can build from without a telephone call. Comfortable with tight budgets, wet weather "
    "and public meetings, and glad to teach whoever is willing to learn."
)
POSTS = (
    Post("Senior Site Engineer", "Tidewater Structures", "Nelson, NZ", "Mar 2019 – present", (
        "Planned and supervised the renewal of four timber wharves while ferries kept running, finishing nine "
        "days ahead of the agreed programme.",
        "Introduced a simple system of daily drawings that cut rework on concrete pours by a third.",
        "Trained six graduates, three of whom now lead crews of their own on coastal projects.",
    )),
    Post("Site Engineer", "Harrow and Pike", "Leeds, UK", "Aug 2015 – Feb 2019", (
        "Set out and inspected two railway footbridges over live track, with every possession handed back on time.",
        "Kept the register of temporary works and closed each of its 140 items before handover.",
    )),
    Post("Graduate Engineer", "Fenland Water Board", "Ely, UK", "Sept 2012 – July 2015", (
        "Modelled pressure in a network of 300 km of mains and found the leaks behind a long-standing shortage.",
        "Wrote the first plain-language guide for residents whose street was about to be dug up.",
    )),
)  # fmt: skip
STUDIES = (
    Post("MEng Civil Engineering", "University of Bradfield", "Bradfield, UK", "2008 – 2012", (
        "First-class honours; dissertation on the flexible behaviour of timber piles in soft ground.",
    )),
)  # fmt: skip
SKILLS = ("AutoCAD Civil 3D", "Concrete technology", "Temporary works", "Setting out", "Primavera P6", "Risk registers")
LANGUAGES = ("English", "Welsh", "Basic Māori")
NAME = "Gwen Aldersey-Pryce"
REACH = ("gwen@aldersey.example", "+64 21 555 0188", "Nelson, New Zealand")


def _join(points: tuple[str, ...]) -> str:
    return "\n".join(f"- {p}" for p in points)


def _entries(style: str) -> tuple[str, str]:
    """The posts and studies as Typst and as the text that a reader should get."""
    source, text = "", ""
    for title, posts in (("Experience", POSTS), ("Education", STUDIES)):
        source += f"\n#head[{title}]\n"
        text += f"{title}\n"
        for p in posts:
            if style == "left-dates":
                source += f"#grid(columns: (3.4cm, 1fr), column-gutter: 8pt, align: (right, left), [{p.dates}], "
                source += f"[*{p.what}*, {p.where}, {p.place}\n{_join(p.points)}])\n"
                text += f"{p.dates} {p.what}, {p.where}, {p.place} "
            elif style == "right-block":
                source += (
                    f"#grid(columns: (1fr, 4.2cm), align: (left, right), [*{p.what}*, {p.where}\n{_join(p.points)}], "
                )
                source += f"[{p.place}\n\n{p.dates}])\n"
                text += f"{p.what}, {p.where} {p.place} {p.dates} "
            else:
                source += f"*{p.what}* #h(1fr) {p.dates} \\ _{p.where}_ #h(1fr) {p.place}\n{_join(p.points)}\n"
                text += f"{p.what} {p.dates} {p.where} {p.place} "
            text += " ".join(p.points) + "\n"
    return source, text


def _lists() -> tuple[str, str]:
    source = "\n#head[Skills]\n" + " \\\n".join(SKILLS) + "\n\n#head[Languages]\n" + " \\\n".join(LANGUAGES) + "\n"
    return source, "Skills " + " ".join(SKILLS) + " Languages " + " ".join(LANGUAGES)


SET = """#set page(paper: "a4", margin: 1.7cm, footer: {footer})
#set text(font: "{font}", size: {size}pt, hyphenate: {hyphenate})
#set par(justify: {justify})
#set document(title: "CV")
#let head(body) = block(above: 12pt, below: 6pt, text(size: 1.3em, weight: "bold"{tracking}, {case}(body)))
"""


FOOTER = "[#align(center)[Page #context counter(page).display()]]"


def pages() -> dict[str, tuple[bytes, str]]:
    """Name to PDF and the text it was set from, in reading order."""
    layouts = {
        "right dates": ("rows", "single", {}),
        "right dates, justified, hyphenated": ("rows", "single", {"justify": "true", "hyphenate": "true"}),
        "right dates, New Computer Modern": ("rows", "single", {"font": "New Computer Modern", "justify": "true"}),
        "RenderCV: dates in a block at the right": ("right-block", "single", {"footer": FOOTER}),
        "moderncv: dates at the left": ("left-dates", "single", {}),
        "letter-spaced headings": ("rows", "single", {"tracking": ", tracking: 0.35em", "case": "upper"}),
        "sidebar at the left": ("rows", "left", {"justify": "true", "hyphenate": "true"}),
        "sidebar at the right": ("rows", "right", {}),
        "sidebar painted last": ("rows", "left-last", {}),
        "two even columns": ("rows", "columns", {"justify": "true", "hyphenate": "true", "size": "9"}),
    }  # fmt: skip
    return {name: _page(*layout) for name, layout in layouts.items()}


def _page(style: str, shape: str, settings: dict[str, str]) -> tuple[bytes, str]:
    usual = {"footer": "none", "font": "Libertinus Serif", "size": "10", "hyphenate": "false", "justify": "false"}
    source = SET.format(**{**usual, "tracking": "", "case": "", **settings})
    entries, entries_text = _entries(style)
    lists, lists_text = _lists()
    top = f'#text(size: 22pt, weight: "bold")[{NAME}]\n\n' + " | ".join(REACH).replace("@", "\\@") + "\n"
    top_text = f"{NAME} " + " ".join(REACH)
    profile = f"\n#head[Profile]\n{PROFILE}\n"
    main, main_text = profile + entries, f"Profile {PROFILE} {entries_text}"
    if shape == "single":
        return _compile(source + top + main + lists), f"{top_text} {main_text} {lists_text}"
    if shape == "columns":
        source += f"{top}\n#columns(2, gutter: 18pt)[{main}{lists}]"
        return _compile(source), f"{top_text} {main_text} {lists_text}"
    if shape == "right":
        source += f"{top}\n#grid(columns: (1fr, 4.5cm), column-gutter: 16pt, [{main}], [{lists}])"
        return _compile(source), f"{top_text} {main_text} {lists_text}"
    if shape == "left":
        source += f"{top}\n#grid(columns: (4.5cm, 1fr), column-gutter: 16pt, [{lists}], [{main}])"
        return _compile(source), f"{top_text} {lists_text} {main_text}"
    source += f"{top}\n#pad(left: 5.2cm)[{main}]\n#place(top + left, dy: 2.2cm, box(width: 4.5cm)[{lists}])"
    return _compile(source), f"{top_text} {main_text} {lists_text}"


def _compile(source: str) -> bytes:
    import typst

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cv.typ"
        path.write_text(source, "utf-8")
        made = typst.compile(str(path))
    assert isinstance(made, bytes)
    return made


def latex_pages() -> dict[str, tuple[bytes, str]]:
    """Name to PDF and the text it was set from, of the LaTeX CVs among the fixtures."""
    found = {}
    for path in sorted((FIXTURES / "latex").glob("*.pdf")):
        text = (FIXTURES / "sources" / "latex" / f"{path.stem}.txt").read_text(encoding="utf-8")
        found[f"LaTeX: {path.stem}"] = path.read_bytes(), text
    return found
