"""Checks of the file itself: changes and comments left in it, hidden text, metadata, name, length, format."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from cvlint.checks import Options
from cvlint.checks.anchor import SENT, file_name, is_academic, on_file, short
from cvlint.model.document import Document, Mark
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume

MOST = 25
"""Places of one kind that are told: the rest goes the same way."""
_DONE = {"insertion": "inserted", "deletion": "deleted", "move": "moved"}


def tracked_changes(document: Document) -> Iterator[Match]:
    """Insertions, deletions and moves that nobody accepted or rejected: one match for each."""
    for revision in islice((r for r in document.revisions if r.kind != "comment" and r.text.strip()), MOST):
        end = revision.at + len(revision.text)
        shown = revision.kind != "deletion" and document.text[revision.at : end] == revision.text
        span = _trimmed(document, revision.at, end) if shown else _word_at(document, revision.at)
        yield Match(
            span.start,
            span.end,
            data={
                "what": short(revision.text),
                "kind": _DONE.get(revision.kind, "changed"),
                "who": _by(revision.author),
            },
        )


def comments(document: Document) -> Iterator[Match]:
    """Comments in the margin: one match for each."""
    for revision in islice((r for r in document.revisions if r.kind == "comment"), MOST):
        span = _word_at(document, revision.at)
        yield Match(span.start, span.end, data={"what": short(revision.text), "who": _by(revision.author)})


def _by(author: str | None) -> str:
    return f" by {short(author, 24)}" if author and author.strip() else ""


def _trimmed(document: Document, start: int, end: int) -> Span:
    text = document.text[start:end]
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _word_at(document: Document, at: int) -> Span:
    """The word at or after an offset on its line, else the one before: what a deletion or a comment stands beside."""
    line = document.line_span(document.line_at(min(at, max(0, len(document.text) - 1))))
    words = [Span(line.start + m.start(), line.start + m.end()) for m in re.finditer(r"\S+", line.of(document.text))]
    after = [w for w in words if w.end > at]
    return after[0] if after else words[-1] if words else line


def hidden_text(document: Document) -> Iterator[Match]:
    """Text that a reader of the page does not see: hidden, in the colour of the page, tiny, off the page."""
    least = 4 if document.format == "html" else 1  # what a page hides from some screens is no trick
    for block in document.blocks:
        span: Span | None = None
        marks = Mark.NONE
        for segment in (*document.segments_in(block.span), None):
            if segment is not None and segment.marks.unseen:
                start = max(segment.start, block.start)
                span = Span(span.start if span else start, min(segment.end, block.end))
                marks |= segment.marks
            elif segment is None or document.text[segment.start : segment.end].strip():
                if span is not None:
                    yield from _unseen(document, span, marks, least)
                span, marks = None, Mark.NONE


def _unseen(document: Document, span: Span, marks: Mark, least: int) -> Iterator[Match]:
    span = _trimmed(document, span.start, span.end)
    words = re.findall(r"[^\W_]{2,}", span.of(document.text))
    if len(words) < least:
        return
    how = (
        "hidden" if marks & Mark.HIDDEN
        else "in the colour of the page" if marks & Mark.WHITE
        else "off the page" if marks & Mark.OFF_PAGE
        else "too small to read"
    )  # fmt: skip
    yield Match(span.start, span.end, data={"how": how})


# Names that programs, shops and schools put in place of an author's.
_NO_PERSON = re.compile(
    r"\b(?:user|admin(?:istrator)?|owner|microsoft|windows|office|student|staff|guest|author|default|unknown|untitled"
    r"|un-named|apple|mac(?:book)?|dell|hp|lenovo|acer|asus|toshiba|python|docx|libre\w*|openoffice|google|canva|adobe"
    r"|template\w*|resume\w*|cv|curriculum|ltd|limited|inc|llc|gmbh|pty|plc|group|company|university|college|school"
    r"|institute|academy|council|library|careers?|services?|recruit\w*|agency|consult\w*|team|department|design|studio"
    r"|solutions|software|systems|pc|laptop|desktop|home|computer|it|hr|test|name|your|first|last)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}$")


def other_author(document: Document, resume: Resume) -> Iterator[Match]:
    """The author in the metadata is a person, and not the one whose CV this is."""
    own = resume.contact.name_text
    if document.format not in SENT or not own or _NO_PERSON.search(own):
        return
    mine = " ".join([own, *(i.text.split("@")[0] for i in resume.contact.of("email"))])
    for key in ("author", "lastModifiedBy"):
        name = _in_order(document.properties.get(key, ""))
        if _is_person(name) and not same_person(name, mine):
            yield on_file(
                document, who=short(name), key="author" if key == "author" else "last editor", own=short(own, 30)
            )
            return


def _in_order(name: str) -> str:
    """ "Surname, First" as "First Surname", on one line."""
    last, comma, first = " ".join(name.split()).partition(", ")
    return f"{first} {last}" if comma and "," not in first else last


def _is_person(name: str) -> bool:
    return bool(_NAME.match(name)) and not _NO_PERSON.search(name) and any(c.isupper() for c in name)


def same_person(one: str, other: str) -> bool:
    """Whether two names share a word, or one may be the e-mail name of the other."""
    from rapidfuzz import fuzz

    a = [w for w in re.findall(r"[^\W\d_]{2,}", one.casefold()) if len(w) > 2]
    b = re.findall(r"[^\W\d_]{2,}", other.casefold())
    run = "".join(b)
    return not a or any(w in run or any(w == v or (len(w) > 4 and fuzz.ratio(w, v) >= 84) for v in b) for w in a)


_TEMPLATE_TITLE = re.compile(
    r"\btemplate\b|\[[^\]]+\]|^(?:untitled|document\s?\d*|doc\s?\d*|new document|microsoft word(?: - (?:document\s?\d*|.*\.docx?))?"
    r"|powerpoint presentation|presentation|your name|name surname|first ?name last ?name)(?:\.docx?)?$"
    r"|^(?:chronological|functional|combination|basic|modern|simple|professional|entry[- ]level) (?:resume|résumé|cv)(?: \(.*\))?$"
    r"|^(?:cover letter|lorem ipsum)\b",
    re.IGNORECASE,
)


def template_title(document: Document) -> Iterator[Match]:
    """The title in the metadata is that of a template or of no document; some viewers show it above the page."""
    title = " ".join(document.properties.get("title", "").split())
    letter = re.match(r"cover letter", title, re.IGNORECASE)
    if document.format in SENT and title and _TEMPLATE_TITLE.search(title):
        if letter and re.search(r"letter|cover", file_name(document), re.IGNORECASE):
            return
        yield on_file(document, title=short(title))


# The whole of a name, without its ending, and words that speak of versions.
_BARE_NAME = re.compile(
    r"(?:untitled|document|doc|new document|scan|img|file|copy)[ _-]?\d*(?: ?\(\d+\))?$", re.IGNORECASE
)
_VERSION = re.compile(
    r"(?<![^\W_])(?:final(?![^\W_])|draft(?![^\W_])|copy(?: ?of)?(?![^\W_])|old(?![^\W_])|edited(?![^\W_])|latest(?![^\W_])"
    r"|updated?(?![^\W_])|new(?![^\W_])|untitled(?![^\W_])|template(?![^\W_])|(?:ver(?:sion)?[ ._-]?|rev[ ._-]?|v)\d+(?:\.\d+)*(?![^\W_])"
    r"|use ?this(?: one)?(?![^\W_]))|\(\d{1,2}\)|(?<![^\W_])(?:resume|cv)\d{1,2}(?![^\W_])|(?<![^\W_])final\d+",
    re.IGNORECASE,
)  # fmt: skip
_PLACE = re.compile(
    r"(?<![^\W_])New[ _-](?:Zealand|York|Haven|Jersey|Delhi|Mexico|Orleans|South[ _-]Wales|Plymouth)", re.IGNORECASE
)


def version_in_name(document: Document) -> Iterator[Match]:
    """A file name that speaks of drafts and copies, or says nothing."""
    name = file_name(document)
    if document.format not in SENT:
        return
    stem = _PLACE.sub("", name.rsplit(".", 1)[0])
    m = _BARE_NAME.match(stem) or _VERSION.search(stem)
    if m:
        yield on_file(document, name=short(name), part=m[0].strip(" _-"))


def _pages(document: Document) -> int | None:
    """How many pages the file has; of a DOCX what Word wrote down, if that was about this text."""
    if document.pages:
        return len(document.pages)
    try:
        pages, words = int(document.properties["pages"]), int(document.properties["words"])
    except (KeyError, ValueError):
        return None
    here = len(document.text.split())
    return pages if here and 0.75 <= words / here <= 1.33 else None


def too_many_pages(document: Document, resume: Resume, options: Options) -> Iterator[Match]:
    """More pages than the option `most`; the long academic form is left alone."""
    pages, most = _pages(document), int(options["most"])
    if pages is None or pages <= most or not resume.sections or is_academic(document, resume):
        return
    over = document.pages[most] if document.pages else None
    if over is not None and document.text[over.start : over.end].strip():
        line = next(b for b in document.blocks if b.end > over.start)
        span = Span(line.start, min(line.end, line.start + 60))
        yield Match(span.start, span.end, data={"pages": pages, "most": most})
    else:
        yield on_file(document, pages=pages, most=most)


def proofing_language(document: Document, locale: str) -> Iterator[Match]:
    """Most of the text is marked as another language than the CV is written for, so the spelling check was wrong."""
    if document.format not in ("docx", "doc", "odt"):
        return
    lengths: dict[str, int] = {}
    total = 0
    first: dict[str, Span] = {}
    for segment in document.segments:
        tag = segment.language or document.language
        letters = sum(c.isalpha() for c in document.text[segment.start : segment.end])
        total += letters
        if tag and letters:
            lengths[tag] = lengths.get(tag, 0) + letters
            first.setdefault(tag, segment.span)
    if not lengths:
        return
    tag = max(lengths, key=lambda t: lengths[t])
    if "-" in tag and tag.lower() != locale.lower() and lengths[tag] * 2 > total:
        span = _trimmed(document, first[tag].start, min(first[tag].end, first[tag].start + 60))
        yield Match(span.start, span.end, data={"language": tag, "locale": locale})


def protected(document: Document) -> Iterator[Match]:
    """A file that opens, but is encrypted or locked against changes."""
    for flag, what in (("encrypted", "encrypted"), ("protected", "locked against changes")):
        if flag in document.flags:
            yield on_file(document, what=what)
            return


def macros(document: Document) -> Iterator[Match]:
    """A file with macros or embedded programs."""
    if "macros" in document.flags:
        yield on_file(document)


def old_format(document: Document) -> Iterator[Match]:
    """Word's format of before 2007."""
    if document.format == "doc":
        yield on_file(document)


def too_large(document: Document, options: Options) -> Iterator[Match]:
    """A file over the option `megabytes`, which portals refuse."""
    most = float(options["megabytes"])
    if document.format in SENT and document.size > most * 1024 * 1024:
        yield on_file(document, size=f"{document.size / 1024 / 1024:.1f}", most=f"{most:g}")
