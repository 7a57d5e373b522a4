"""Checks of what a program gets out of the file: missing text, columns read across, contact in odd places, icons."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cvlint.checks.anchor import SENT, on_file, short
from cvlint.model.document import Block, BlockKind, Document, Mark, Story
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.contact import EMAIL, PHONE
from cvlint.resume.facts import Resume, SectionKind
from cvlint.resume.titles import title_kind

_K = SectionKind
MOST_PICTURES = 6
"""More pictures than these are bullets and ornaments, not contact details."""


def no_text_layer(document: Document) -> Iterator[Match]:
    """A PDF of pictures: there is no text to read."""
    if "no-text-layer" in document.flags:
        yield on_file(document)


def page_without_text(document: Document) -> Iterator[Match]:
    """A page that is a picture, in a file whose other pages hold text."""
    if "part-scan" not in document.flags:
        return
    for page in document.pages:
        if page.scanned or not document.text[page.start : page.end].strip():
            yield on_file(document, page=page.number)


def _substance(document: Document) -> list[Block]:
    return [b for b in document.blocks if b.story in (Story.BODY, Story.TEXT_BOX)]


def text_boxes(document: Document, resume: Resume) -> Iterator[Match]:
    """A good part of the text stands in text boxes, or a whole section that a reader looks for."""
    blocks = _substance(document)
    boxed = [b for b in blocks if b.story is Story.TEXT_BOX]
    inside, total = (sum(b.end - b.start for b in some) for some in (boxed, blocks))
    share = {"share": max(1, round(100 * inside / total)) if total else 0}
    if boxed and inside > 150 and inside > 0.25 * total:
        span = _head(document, max(boxed, key=lambda b: b.end - b.start))
        yield Match(span.start, span.end, data=share)
    elif boxed:
        for section in resume.of(*_WANTED):
            kept = [b for b in section.blocks if b.story is Story.TEXT_BOX]
            if kept and len(kept) == len(section.blocks) and sum(b.end - b.start for b in kept) > 40:
                span = _head(document, kept[0])
                yield Match(span.start, span.end, data=share)
                return


_WANTED = (_K.EXPERIENCE, _K.EDUCATION, _K.SKILLS, _K.CERTIFICATIONS)
"""The sections that a recruiter's program looks for."""


def tables(document: Document) -> Iterator[Match]:
    """Most of the text stands in the cells of a table with several columns of text."""
    blocks = _substance(document)
    celled = [b for b in blocks if b.table]
    inside, total = (sum(b.end - b.start for b in some) for some in (celled, blocks))
    if document.format == "html" or inside < 400 or inside < 0.5 * total:
        return
    by_column = Counter[int]()
    for block in celled:
        by_column[block.column or 0] += block.end - block.start
    beside = sum(sorted(by_column.values())[:-1])
    if beside < 0.15 * inside and not any(b.table > 1 for b in celled):
        return
    span = _head(document, celled[0])
    yield Match(span.start, span.end, data={"share": round(100 * inside / total)})


def _head(document: Document, block: Block) -> Span:
    line = document.text.find("\n", block.start, block.end)
    return Span(block.start, min(block.end if line < 0 else line, block.start + 60))


def contact_in_margin(document: Document, resume: Resume) -> Iterator[Match]:
    """E-mail or telephone only in the page header or footer, which some programs leave out."""
    if document.format == "pdf":
        return
    text = document.text
    for pattern, kind in ((EMAIL, "e-mail address"), (PHONE, "telephone number")):
        items = resume.contact.of("email" if pattern is EMAIL else "phone")
        held = [(i, document.block_at(i.span.start)) for i in items]
        margin = [i for i, b in held if b is not None and b.story in (Story.HEADER, Story.FOOTER)]
        if margin and len(margin) == len(items) and text:
            yield Match(margin[0].span.start, margin[0].span.end, data={"kind": kind})


_SLOT = re.compile(r"\b(?:e-?mail|phone|telephone|mobile)\b|\{contact", re.IGNORECASE)


def contact_in_image(document: Document, resume: Resume) -> Iterator[Match]:
    """Neither e-mail nor telephone in the text, and pictures in the file that may show them."""
    if not 1 <= document.images <= MOST_PICTURES or not any(s.heading for s in resume.sections):
        return
    if _SLOT.search(document.text):
        return  # the place for them is there as text, and only not filled
    if not EMAIL.search(document.text) and not resume.contact.of("phone") and not resume.contact.of("email"):
        yield on_file(document, images=document.images)


_PICTOGRAM = re.compile(
    "[☎☏✆✉✍⌂⚲\U0001f3e0\U0001f4cd-\U0001f4ce\U0001f4de-\U0001f4f2\U0001f517\U0001f310\U0001f582\U0001f57b-\U0001f57f\U0001f3e1]"
)
"""Signs for telephone, post, place and web that have a place in Unicode; a program reads them as strays all the same."""


def icons_for_words(document: Document, resume: Resume) -> Iterator[Match]:
    """Pictograms before contact details: what a machine gets is the bare text behind them, or a stray sign."""
    places: list[Span] = []
    marked = (s for s in document.segments if s.marks & Mark.ICON)
    icons = [s.start for s in marked if document.text[s.start : s.end].strip() not in ("•", "·", "▪")]
    icons += [m.start() for m in _PICTOGRAM.finditer(document.text)] if document.format in SENT else []
    for start in icons:
        for item in resume.contact.items:
            between = document.text[start : item.span.start]
            if 0 <= item.span.start - start <= 3 and ("\n" not in between or _in_next_cell(document, start, item.span)):
                places.append(Span(item.span.start, item.span.end))
    places = [p for p in places if document.text[p.start : p.end].strip()]
    if places:
        first = min(places)
        count = len(set(places))
        yield Match(first.start, first.end, data={"text": short(first.of(document.text)), "count": count})


def _in_next_cell(document: Document, icon: int, item: Span) -> bool:
    """Whether a detail stands in a table, in the row of the pictogram before it."""
    here, there = document.block_at(icon), document.block_at(item.start)
    if there is None or not there.table or not there.column:
        return False
    alone = here is None or here.end < icon  # a picture is no block
    return alone or (here is not None and (here.row, here.column) == (there.row, there.column - 1))


_UNKNOWN = re.compile(r"[^\s�]{0,40}�[^\s]{0,40}")


def unmapped_glyphs(document: Document) -> Iterator[Match]:
    """Letters without a meaning: a program gets a box or nothing in their place."""
    if document.format != "pdf" or "unmapped" not in document.flags:
        return
    hits = [m for m in _UNKNOWN.finditer(document.text) if any(c.isalnum() for c in m[0]) or len(m[0]) > 1]
    if hits:
        yield Match(hits[0].start(), hits[0].end(), data={"text": short(hits[0][0]), "count": len(hits)})


LIGATURE = re.compile(r"ffi|ffl|ff|fi|fl", re.IGNORECASE)
_LIGATURE_WORD = re.compile(r"\w*(?:ffi|ffl|ff|fi|fl)\w*", re.IGNORECASE)


def unmapped_ligatures(document: Document) -> Iterator[Match]:
    """fi and fl that the font gives no meaning to: other programs read "o ce" for "office"."""
    if "unmapped-ligatures" not in document.flags:
        return
    hits = [m for m in _LIGATURE_WORD.finditer(document.text) if len(m[0]) > 3]
    theirs = "\n".join(page.second_reading for page in document.pages)
    if hits:
        shown = [(m, _without_ligature(m[0], theirs)) for m in hits]
        m, other = next((h for h in shown if h[1]), shown[0])
        yield Match(m.start(), m.end(), data={"text": other or LIGATURE.sub("?", m[0]), "count": len(hits)})


def _without_ligature(word: str, theirs: str) -> str:
    """What the other program reads in place of a word with a ligature; empty where it reads the word."""
    pattern = LIGATURE.sub("\0", re.escape(word)).replace("\0", r"(?:\(cid:\d+\)|[^\w\n]| ?)")
    m = None if re.search(rf"\b{re.escape(word)}\b", theirs) else re.search(rf"(?<!\w){pattern}(?!\w)", theirs)
    return m[0] if m else ""


def broken_words(document: Document) -> Iterator[Match]:
    """Words broken by a hyphen at the end of a line, which many programs leave broken."""
    if document.format != "pdf":
        return
    joined: list[Span] = []
    for segment in document.segments:
        if segment.marks & Mark.JOINED:
            if joined and joined[-1].end == segment.start:
                joined[-1] = Span(joined[-1].start, segment.end)
            else:
                joined.append(segment.span)
    words = [Span(s.start, s.start + len(s.of(document.text).rstrip())) for s in joined]
    words = [w for w in words if w.end > w.start]
    if words:
        word = words[0].of(document.text)
        yield Match(words[0].start, words[0].end, data={"word": word, "count": len(words)})


_SPACED = re.compile(r"(?<![^\s])(?:[A-Z&] ){3,}[A-Z](?![^\s])")


def letter_spaced(document: Document) -> Iterator[Match]:
    """A heading whose letters are set apart by blanks."""
    for block in document.blocks:
        for m in _SPACED.finditer(document.flat(block)):
            letters = m[0].replace(" ", "")
            if len(set(letters)) > 1 and (title_kind(letters) or len(letters) >= 6):
                yield Match(
                    block.start + m.start(), block.start + m.end(), suggestions=(letters,), data={"word": letters}
                )


_TOKEN = re.compile(r"[^\W_]+")
MOST_LETTERS = 20
"""A word with more letters than these is several words."""
_CID = re.compile(r"\(cid:\d+\)")


def _letters(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The letters and digits of a text run together, and where each stood."""
    run: list[str] = []
    at: list[tuple[int, int]] = []
    for m in _TOKEN.finditer(text):
        for i, char in enumerate(m[0].casefold()):
            run.append(char)
            at.append((m.start() + min(i, len(m[0]) - 1), m.end()))
    return "".join(run), at


def words_differ(document: Document) -> Iterator[Match]:
    """A second program cuts the words of a page in other places, or does not find them."""
    for page in document.pages:
        if not page.second_reading.strip():
            continue
        theirs = _CID.sub(" ", page.second_reading)
        ours = [(page.start + m.start(), m[0]) for m in _TOKEN.finditer(document.text[page.start : page.end])]
        found = _differences(document, ours, theirs) or _run_together(document, ours, theirs)
        if found:
            start, word, other = found[0]
            yield Match(
                start, start + len(word),
                data={"ours": short(word, 28), "theirs": short(other, 28), "count": len(found), "page": page.number},
            )  # fmt: skip


def _run_together(document: Document, ours: Sequence[tuple[int, str]], theirs: str) -> list[tuple[int, str, str]]:
    """Neighbouring words between which the other program sees no blank: the place, both words, what it reads."""
    have = {m[0].casefold(): m[0] for m in _TOKEN.finditer(theirs)}
    own = {word.casefold() for _, word in ours}
    found: list[tuple[int, str, str]] = []
    for (start, word), (other, after) in pairwise(ours):
        both = (word + after).casefold()
        if document.text[start + len(word) : other] == " " and min(len(word), len(after)) > 2 and both not in own:
            # A program that runs a whole line together tells one long word.
            held = have.get(both) or next((t for key, t in have.items() if both in key and key not in own), None)
            if held and (have.get(both) or len(held) > MOST_LETTERS):
                found.append((start, f"{word} {after}", held))
    return found


def _differences(document: Document, ours: Sequence[tuple[int, str]], theirs: str) -> list[tuple[int, str, str]]:
    """Words that we read and the other program reads otherwise: the place, the word, what it reads."""
    have = Counter(m[0].casefold() for m in _TOKEN.finditer(theirs))
    run, at = _letters(theirs)
    found: list[tuple[int, str, str]] = []
    for start, word in ours:
        key = word.casefold()
        if have[key] > 0:
            have[key] -= 1
            continue
        if len(word) < 5 or document.marks_in(Span(start, start + len(word))) & (Mark.JOINED | Mark.ROTATED):
            continue
        place = run.find(key)
        if place < 0:
            continue
        other = " ".join(theirs[at[place][0] : at[place + len(key) - 1][0] + 1].split())
        if " " in other and "-" not in other:
            found.append((start, word, other))
    return found


def read_across(document: Document, resume: Resume) -> Iterator[Match]:
    """A second program reads across the columns: its lines hold pieces of two paragraphs that have nothing to do
    with each other."""
    for page in document.pages:
        if not page.second_reading.strip():
            continue
        mixed = _mixed_lines(document, page.start, page.end, page.second_reading)
        if len(mixed) >= 3:
            place, line = max(mixed, key=lambda h: min(len(h[1]), 70))
            yield Match(
                place.start, place.end, data={"line": short(line, 58), "count": len(mixed), "page": page.number}
            )


def _mixed_lines(document: Document, start: int, end: int, theirs: str) -> list[tuple[Span, str]]:
    ours = [(m[0].casefold(), start + m.start(), start + m.end()) for m in _TOKEN.finditer(document.text[start:end])]
    places: dict[tuple[str, str], list[int]] = {}
    for i in range(len(ours) - 1):
        places.setdefault((ours[i][0], ours[i + 1][0]), []).append(i)
    found: list[tuple[Span, str]] = []
    for line in theirs.split("\n"):
        words = [m[0].casefold() for m in _TOKEN.finditer(_CID.sub(" ", line))]
        pairs = list(pairwise(words))
        breaks = [k for k, pair in enumerate(pairs) if pair not in places]
        if len(breaks) != 1 or not 1 <= breaks[0] <= len(pairs) - 2:
            continue
        k = breaks[0]
        left, right = places[pairs[k - 1]], places[pairs[k + 1]]
        if len(left) == 1 and len(right) == 1 and _apart(document, ours[left[0]][1], ours[right[0]][1]):
            found.append((Span(ours[left[0]][1], ours[left[0] + 1][2]), line))
    return found


def _apart(document: Document, one: int, other: int) -> bool:
    """Whether two places stand in different blocks, not on neighbouring lines."""
    a, b = document.block_at(one), document.block_at(other)
    return a is not None and b is not None and abs(a.index - b.index) > 1


_WORD_AND_YEAR = re.compile(r"(?<!\w)(?P<word>[A-Z][a-z]{2,9})\.?,? (?P<year>(?:19|20)\d\d)(?!\w)")
_ODD_DATE = re.compile(
    r"(?<![\w$£€,./-])(?:(?:19|20)\d{3}|(?:1[0-8]|2[1-9]|3\d)\d\d)(?= ?[–-] ?(?:(?:19|20)\d\d|present|current)\b)"
    r"|(?<=\b(?:19|20)\d\d)(?: ?[–-] ?)(?P<end>(?:19|20)\d{3}|2[1-9]\d\d)(?![\w,./-])",
    re.IGNORECASE,
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DATED = (_K.EXPERIENCE, _K.EDUCATION, _K.VOLUNTEERING, _K.PROJECTS, _K.CERTIFICATIONS)


def dates_not_read(document: Document, resume: Resume) -> Iterator[Match]:
    """What stands for the date of a role and is none: a misspelt month, a year of five digits or of another century."""
    places = [(section.span, section.kind in _DATED) for section in resume.sections]
    for span in (s for s, dated in places if dated):
        for m in _WORD_AND_YEAR.finditer(document.text, span.start, span.end):
            month = _misspelt_month(m["word"])
            if month:
                yield Match(m.start(), m.end("year"), suggestions=(f"{month} {m['year']}",))
        for m in _ODD_DATE.finditer(document.text, span.start, span.end):
            group = "end" if m["end"] else 0
            yield Match(m.start(group), m.end(group))


def _misspelt_month(word: str) -> str | None:
    """The month that a word is a slip of; None for months, their short forms and other words."""
    from rapidfuzz.distance import OSA

    low = word.casefold()
    if len(low) < 4 or low in (
        "sept",
        "marc",
        "mars",
        "mary",
        "juan",
        "jule",
        "julia",
        "august",
        "augusta",
        "marsh",
        "mayor",
    ):
        return None
    for month in _MONTHS:
        name = month.casefold()
        if name.startswith(low):
            return None
        if (
            abs(len(name) - len(low)) <= 2
            and OSA.distance(name, low) <= (1 if len(name) < 7 else 2)
            and name[0] == low[0]
        ):
            return month
    return None


_CREATIVE = re.compile(
    r"(?:my|our|the|career|professional|work(?:ing)?|life) (?:(?:career |professional |work(?:ing)? |life )?(?:journey|story|adventures?|path|odyssey|quest|chapters?|magic)(?: so far)?"
    r"|superpowers?|arsenal|tool ?(?:box|belt|kit)|toolshed|wheelhouse)|superpowers?|arsenal|tool ?(?:box|belt)|weapons of choice|bag of tricks|secret sauce"
    r"|where (?:i have|i['’]ve) (?:been|worked|learn(?:ed|t)|studied)|what i (?:do|did|bring|offer|know|love|am good at|have done|can do|learn(?:ed|t))"
    r"|things i (?:do|did|know|love|have done|am proud of)|how i (?:got here|can help)|why (?:me|hire me)|(?:hello|hi)[,!]? (?:there|world)"
    r"|who (?:i am|am i)\??|in my spare time|when i['’]m not working|been there,? done that|stuff i (?:know|do)|the (?:day job|grind|hustle)",
    re.IGNORECASE,
)


def unusual_heading(document: Document, resume: Resume) -> Iterator[Match]:
    """A heading that does not say what stands below it: by its wording, or above dated jobs where no other names them."""
    for block in document.blocks:
        text = document.flat(block).strip(" :.!–-#")
        if block.kind is not BlockKind.LIST_ITEM and len(text) < 40 and _CREATIVE.fullmatch(text):
            yield Match(block.start, block.end)
    kinds = {s.kind for s in resume.sections if s.heading is not None}
    for section in resume.sections:
        heading = section.heading
        if section.kind is _K.OTHER and heading is not None and _K.EXPERIENCE not in kinds:
            inside = [r for r in resume.ranges if section.span.start <= r.span.start < section.span.end]
            if len(inside) > 1 and not _CREATIVE.fullmatch(section.title) and title_kind(section.title) is None:
                yield Match(heading.start, heading.end)
