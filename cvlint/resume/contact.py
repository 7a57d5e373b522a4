"""Who a CV is of, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from cvlint.model.document import Document, Mark, Story
from cvlint.model.location import Span
from cvlint.resume.facts import Contact, ContactItem, Section, SectionKind
from cvlint.resume.places import PLACE
from cvlint.resume.posts import TITLE_WORDS
from cvlint.resume.titles import title_kind

EMAIL = re.compile(  # a blank beside the @ is a slip in an address, or "Designer @ Firm": only a domain tells
    r"(?<![\w.+%'-])[A-Za-z0-9_.+%'-]{1,64}(?:@[A-Za-z0-9-]+(?:[.,][A-Za-z0-9-]+)*"
    r"|(?: @ ?|@ )[A-Za-z0-9-]+(?:[.,][A-Za-z0-9-]+)*[.,][A-Za-z]{2,24}(?![A-Za-z0-9]))"
)
LINK = re.compile(
    r"(?:https?:/{1,2}|www\.)[^\s<>|,;()]+|(?<![\w@.])(?:[a-z]{2,3}\.)?(?:linkedin|github|gitlab|behance|dribbble|medium|orcid"
    r"|bitbucket|stackoverflow|twitter|instagram|facebook|kaggle|researchgate)\.(?:com|org|net|io)(?:/[^\s<>|,;()]*)?"
    r"|(?<![\w@.-])(?:[a-z0-9][a-z0-9-]*\.)+(?:com|org|net|io|dev|me|co\.nz|co\.uk|nz|org\.uk|ie|com\.au|au|ca|co\.za|ai|app|design"
    r"|page|site|tech|info|kiwi|scot|blog|studio)(?:/[^\s<>|,;()]*)?(?![\w@.-])",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\w/.#@(-])\(?(?:\+|00)?\d(?:[ \t\xa0().–‑-]{0,3}\d){6,15}(?![\w/@]|[.-]\d)")
_LABEL = re.compile(
    r"(?:\b(?:phone|tel(?:ephone)?|mob(?:ile)?|cell(?:phone)?|ph|call|home|contact(?:\s+(?:no|number))?|whatsapp|number|landline"
    r"|m|t|p|c|h|w)\b\.?|[☎✆📞📱✉])\s*(?:no\.?|number)?\s*(?:\([a-z]+\))?\s*[:.–-]?\s*(?:\(?\+?\d{0,3}\)?\s*)?$",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"\b(?:id|identity|identification|passport|licen[cs]e|registration|reg|tax|ird|nhi|employee|student|certificate|policy"
    r"|account"
    r"|membership|abn|acn|sace|nmc|ahpra|sin|ssn|ni|national insurance|pin|dob|date of birth)"
    r"\b\.?\s*(?:no\.?|number|#)?\s*[:.#–-]?\s*$",
    re.IGNORECASE,
)
STREET = re.compile(
    r"\b\d{1,5}[A-Za-z]?(?:/\d+[A-Za-z]?)?,?\s+(?:[A-ZĀĒĪŌŪ][\w'āēīōū.-]+\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Drive|Dr|Lane|Ln"
    r"|Place|Pl|Crescent|Cres|Close|Court|Ct|Way|Terrace|Tce|Grove|Gardens|Parade|Pde|Boulevard|Blvd|Highway|Hwy|Quay|Square|Sq"
    r"|Circle|Hill|Park|Mews|Row|Walk|View|Rise|Green|Esplanade|Trail|Parkway|Pkwy)\b\.?",
)
_BOX = re.compile(r"\bP\.?\s?O\.?\s?Box\s+\d+", re.IGNORECASE)
POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}\b|\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b"
    r"|,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,?\s\d{5}(?:-\d{4})?\b"
    r"|\b[ABCEGHJ-NPRSTVXY]\d[A-Z]\s?\d[A-Z]\d\b|\b[A-Z]\d[\dW]\s?[A-Z\d]{4}\b|\b[A-Z][a-zāēīōū]+(?:\s[A-Z][a-zāēīōū]+)*,?\s\d{4}\b"
)
_TOWN = re.compile(
    r"^[A-ZĀĒĪŌŪ][\w'āēīōū.-]+(?:\s[A-Z][\w'āēīōū.-]+){0,3},\s*(?:[A-Z]{2,3}\b|(?:Co\.?|County)\s[A-Z][a-z]+|[A-Z][a-zāēīōū]+(?:\s[A-Z][a-z]+)?)\.?$"
)
_PIECES = re.compile(r"\s*(?:[|•·⋅◆▪♦\t\n]|\s[–—-]\s|(?<!\s\w)\s{3,}|\s{3,}(?!\w\s)|\s/\s)\s*")
_CV = re.compile(
    r"^(?:curriculum\s+vit(?:ae|æ|ea)|c\.?v\.?|r[eé]sum[eé])(?:\s+(?:of|for)\b|\s*[:–—-]|\b)\s*|\s*[–—:,-]?\s*"
    r"(?:curriculum\s+vitae|\bcv|r[eé]sum[eé])\s*$|^(?:full\s+)?name\s*:\s*",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?:,?\s+(?:\(?(?:he|she|they)/\w+(?:/\w+)?\)?|Ph\.?D\.?|MBA|CPA|CA|BSc|BA|MSc|MA|RN|PMP|Esq\.?|Jr\.?|Sr\.?|II|III|MD|LLB|CFA"
    r"|ACCA|MNZM|CPEng|CEng|P\.?Eng|PE|FCA|MCIPD|BEng|BCom|NZRN|RGN|DPhil|EdD|B\.\w+\.?|M\.\w+\.?)(?:\s?\([^)]*\))?)+$"
)
_TITLE = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Rev|MR|MRS|MS|DR"
    r"|(?i:(?:staff |colour |flight |lance |able |leading |chief )?(?:sergeant|sgt|corporal|cpl|lieutenant|captain"
    r"|capt|colonel|commander|bombardier|petty officer|warrant officer|private|pte|seaman|gunner|sapper)))\.?\s+"
)
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "di",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "binti",
        "ibn",
        "al",
        "el",
        "te",
        "o",
        "ni",
        "nic",
        "mac",
        "mc",
        "ua",
        "y",
        "e",
        "st",
        "ter",
        "ten",
    ]
)
_NO_NAME = re.compile(
    r"\b(?:curriculum|vitae|cover|letter|resume|address|street|road|phone|email|e-mail|contact|city|state|company|university|college|school|experience|summary|skills"
    r"|objective|available|references|page|confidential|ltd|limited|zealand|kingdom|australia|ireland|canada|africa|states"
    r"|business|development|sales|marketing|management|finance|services|human|resources|information|technology|software|digital"
    r"|project|customer|service|senior|junior|profile|professional|nationality|licence|license|student|bachelor|master)\b",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀĒĪŌŪŠŽČŁ][\w'’.-]*|\(?[\"“‘'][A-Z]\w+[\"”’']\)?|\([A-Z]\w+\))$")


_LABELLED_NAME = re.compile(
    r"^[ \t]*(?:full )?name[ \t]*[:\t][ \t]*(?P<name>[^\n\t|]{3,60})", re.IGNORECASE | re.MULTILINE
)
_MOST = 300  # items of one kind that are looked at: no CV has more, and hostile files end in time


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    text: str


def find_contact(document: Document, sections: Sequence[Section]) -> Contact:
    """The writer's name and the e-mail addresses, numbers, links and address that are theirs, not their referees'."""
    places = _places(document, sections)
    items = sorted(_items(document, places), key=lambda i: i.span)
    name = _name(document, sections, items)
    return Contact(name, document.text[name.start : name.end] if name else "", tuple(items))


def _places(document: Document, sections: Sequence[Section]) -> list[tuple[Span, bool]]:
    """Where contact details stand, and whether it is their own place: head, contact sections, page headers.

    Where these hold neither address nor number, every section but the referees is searched.
    """
    places = [s.span for s in sections if s.kind in (SectionKind.HEAD, SectionKind.CONTACT)]
    if not any(s.kind is SectionKind.HEAD for s in sections) and sections:
        places.append(Span(sections[0].span.start, min(sections[0].span.end, sections[0].span.start + 600)))
    places += [b.span for b in document.blocks if b.story in (Story.HEADER, Story.FOOTER, Story.TEXT_BOX)]
    text = document.text
    if not any(EMAIL.search(text, p.start, p.end) or PHONE.search(text, p.start, p.end) for p in places):
        others = [s.span for s in sections if s.kind is not SectionKind.REFEREES and s.span not in places]
        return [(p, True) for p in _merged(places)] + [(p, False) for p in _merged(others)]
    return [(p, True) for p in _merged(places)]


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _items(document: Document, places: Sequence[tuple[Span, bool]]) -> Iterator[ContactItem]:
    text = document.text
    for place, own in places:
        taken: list[Span] = []
        for m in islice(EMAIL.finditer(text, place.start, place.end), _MOST):
            if "." in m[0].rsplit("@", 1)[1] or "@" in m[0]:
                taken.append(Span(m.start(), m.end()))
                yield ContactItem("email", taken[-1], m[0], _target(document, taken[-1]))
        for m in islice(LINK.finditer(text, place.start, place.end), _MOST):
            span = Span(m.start(), m.start() + len(m[0].rstrip(".")))
            if not any(span.overlaps(t) for t in taken):
                taken.append(span)
                target = _target(document, span)
                if target and target.startswith(("tel:", "callto:", "mailto:")):
                    taken.pop()
                    continue
                yield ContactItem("link", span, span.of(text), _target(document, span))
        for segment in document.segments_in(place):
            if segment.target and not any(segment.span.overlaps(t) for t in taken) and segment.span.of(text).strip():
                scheme = segment.target.split(":")[0].lower()
                kind = {"mailto": "email", "tel": "phone", "callto": "phone"}.get(scheme, "link")
                yield ContactItem(kind, segment.span, segment.span.of(text), segment.target)
                taken.append(segment.span)
        for span in islice(find_phones(text, place), _MOST):
            if not any(span.overlaps(t) for t in taken):
                yield ContactItem("phone", span, span.of(text), _target(document, span))
        if own:
            yield from _addresses(document, place)


def find_phones(text: str, place: Span) -> Iterator[Span]:
    """Telephone numbers by their look; whether they can exist is for a check to say."""
    for m in PHONE.finditer(text, place.start, place.end):
        digits = re.sub(r"\D", "", m[0])
        before = text[max(place.start, m.start() - 30) : m.start()].rsplit("\n", 1)[-1]
        if _OTHER_NUMBER.search(before):
            continue
        labelled = _LABEL.search(before) is not None
        if (
            not labelled
            and re.search(r"(?:19|20)\d\d\W{1,4}(?:19|20)?\d\d\b", m[0])
            and not m[0].startswith(("+", "0", "("))
        ):
            continue
        if not labelled and (re.search(r"[$£€]\s?$", before) or not _plausible(m[0], digits)):
            continue
        yield Span(m.start(), m.end())


def _plausible(shown: str, digits: str) -> bool:
    if shown.startswith(("+", "00")):
        return len(digits) >= 8
    if re.fullmatch(r"\(?\d{3}\)?[ .–-]{0,3}\d{3}[ .–-]{1,3}\d{4}", shown):
        return True
    if re.fullmatch(r"\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}", shown):
        return False
    return (shown.startswith(("0", "(0")) and 8 <= len(digits) <= 12) or (shown.startswith("1") and len(digits) == 11)


def _target(document: Document, span: Span) -> str | None:
    return next((s.target for s in document.segments_in(span) if s.target), None)


def _addresses(document: Document, place: Span) -> Iterator[ContactItem]:
    """Stretches of a line that are an address: a street, a box, a postcode or "Town, Country"."""
    for piece in _pieces(document.text, place):
        body = re.sub(
            r"^(?:(?:(?:residential|postal|home|street|mailing|physical|current) )?address|location|home|based in|a)"
            r"\s*[:–-]?\s+",
            "",
            piece.text,
            flags=re.IGNORECASE,
        )
        start = piece.start + len(piece.text) - len(body)
        if not 4 <= len(body) <= 120 or "@" in body:
            continue
        found = STREET.search(body) or _BOX.search(body) or _TOWN.match(body) or _town_alone(body)
        if not found and len(body) < 60 and not re.search(r"\b(?:in|of|since)\b", body):
            found = POSTCODE.search(body)
            if found and re.search(rf"(?:{_MONTHS}|\d|to|since|until)[a-z]*\.?,?\s(?:1[89]|20)\d\d$", found[0]):
                found = None
        if found and not (title_kind(body) or PHONE.fullmatch(body)):
            yield ContactItem("address", Span(start, start + len(body)), body)


def _town_alone(body: str) -> re.Match[str] | None:
    """A piece of the head that is nothing but a known town or country."""
    return next((m for place in PLACE.values() if (m := place.fullmatch(body))), None)


_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter)"


def _pieces(text: str, place: Span) -> Iterator[_Piece]:
    at = place.start
    for m in _PIECES.finditer(text, place.start, place.end):
        if m.start() > at:
            yield _Piece(at, text[at : m.start()])
        at = m.end()
    if at < place.end:
        yield _Piece(at, text[at : place.end].rstrip())


def _name(document: Document, sections: Sequence[Section], items: Sequence[ContactItem]) -> Span | None:
    """The name: the best of the lines that look like one, by size, place and what e-mail and author say."""
    known = " ".join([i.text.split("@")[0] for i in items if i.kind == "email"]).lower()
    author = document.properties.get("author", "").lower()
    labelled = _LABELLED_NAME.search(document.text, 0, 1500)
    if labelled:
        span = _as_name(_Piece(labelled.start("name"), labelled["name"].rstrip()))
        if span:
            return span
    best: tuple[float, Span] | None = None
    n = 0
    for place in _name_places(document, sections):
        for piece in _pieces(document.text, place):
            n += 1
            span = _as_name(piece)
            if n > 60 or span is None:
                continue
            words = [w.lower().strip(".'") for w in span.of(document.text).split()]
            score = 3.0 / n + sum(1.5 for w in words if len(w) > 2 and w in known)
            score += 2.0 if author and all(w in author for w in words) else 0.0
            score += min(3.0, _size(document, span) / 10)
            if best is None or score > best[0]:
                best = (score, span)
    return best[1] if best else None


def _name_places(document: Document, sections: Sequence[Section]) -> Iterator[Span]:
    for block in document.blocks:
        if block.story is Story.HEADER:
            yield block.span
    for section in sections:
        if section.kind in (SectionKind.HEAD, SectionKind.CONTACT) or (
            section.kind is SectionKind.OTHER and section.heading and section is sections[0]
        ):
            yield section.span
    if sections and sections[0].kind is not SectionKind.HEAD:
        sizes = [(s.size or 0, s.start, s.end) for s in document.segments_in(Span(0, len(document.text)))]
        if sizes and max(sizes)[0] >= 14:
            yield Span(max(sizes)[1], max(sizes)[2])


def _size(document: Document, span: Span) -> float:
    return max((s.size or 0.0 for s in document.segments_in(span) if not s.marks & Mark.HIDDEN), default=0.0)


def _as_name(piece: _Piece) -> Span | None:
    """The part of a piece of a line that is a person's name."""
    text, start = piece.text, piece.start
    for pattern in (_CV, _TITLE):
        m = pattern.match(text)
        if m and m.end() < len(text):
            start, text = start + m.end(), text[m.end() :]
    tail = _CV.search(text)
    if tail and tail.start() > 0:
        text = text[: tail.start()]
    text = _POST.sub("", text).rstrip(" ,.")
    if re.fullmatch(r"(?:[^\W\d_] ){3,}.*", text):
        spaced = text.replace("  ", "\0").replace(" ", "").replace("\0", " ")
    else:
        spaced = text
    words = spaced.split()
    if not 2 <= len(words) <= 5 or not 4 <= len(text) <= 60 or re.search(r"[\d@:;/,&]", spaced):
        return None
    if title_kind(spaced) or TITLE_WORDS.search(spaced) or _NO_NAME.search(spaced):
        return None
    if any(place.fullmatch(spaced) for place in PLACE.values()):
        return None
    if not all(_NAME_WORD.match(w) or w.lower() in _PARTICLES for w in words) or words[0].lower() in (
        "the",
        "a",
    ):
        return None
    return Span(start, start + len(text))
