"""An ad cut into pieces (a bullet, a sentence, a heading), each with the part of the ad it belongs to."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cvlint.job.headings import ASKING, GIVEN, IDLE_MUST, PLAINLY, Part, heading_part, wording_part
from cvlint.model.document import BlockKind, Document

BREAK = re.compile(
    r"(?<=[.!?])[\"'”’)\]]*\s+(?=[A-Z“\"'(•*·–-])|\s*[•●▪◦‣■►✓✔·]\s*|\s{2,}(?=[A-Z])|(?<=[a-z)])\s[*–-]\s+(?=[A-Z])|;\s+(?=[A-Z])|"
    r"(?<=[a-z)])\*\s+(?=[A-Z])|(?<=[a-z]{3}[.:;!])(?=[A-Z][a-z])|(?<=[a-z]:)\s+(?=[A-Z•*-])"
)
"""Where a line falls into pieces: sentence ends, bullets on one line, doubled blanks, lost line breaks."""
BULLET = re.compile(r"^[\s•●▪◦‣■►✓✔·*–—o>-]{1,4}\s*(?=\S)|^\s*\(?\d{1,2}[.)]\s+")
FIELD = re.compile(r"^\W*industry\W*$", re.IGNORECASE)
"""A form's field that names what one would work in; it does not tell about the firm."""
LABEL = re.compile(
    r"^(?:title|company|description|job title|position|employer|location|organisation)\s*:\s*", re.IGNORECASE
)
RUN_IN = re.compile(
    r"^(?P<head>[A-Z][^.:;!?]{2,70}?)\s*:\s*(?=\S)|^(?P<caps>(?:[A-Z][A-Z&/’',-]+\s+){1,5}(?:[A-Z]{3,}))(?=\s+[A-Z][a-z])|"
    r"^(?P<word>(?:Desirable|Preferred|Desired|Essential|Required|Mandatory|Responsibilities|Duties|Requirements|Qualifications|Benefits)"
    r"(?: (?:Skills|Criteria|Experience|Requirements|Qualifications|Attributes|Qualities|and Benefits|Responsibilities|Duties))*)\s+(?=[A-Z][a-z])"
)
INLINE = re.compile(
    r"(?<=[a-z0-9).] )(?=(?:Key |Main |Essential |Desirable |Core |The |Your |Person |Job |Minimum |Additional |Preferred )"
    r"(?:Responsibilities|Requirements|Skills|Duties|Specification|Qualifications|Candidate|Person|Role|Experience|Criteria|Accountabilities|Attributes|Tasks|Benefits)\b)|"
    r"(?<=[a-z0-9).] )(?=(?:Responsibilities|Requirements|Qualifications|Duties|Benefits|Essential|Desirable|Candidate Requirements|About you|Experience required)\b(?: will include| include)?\s*:?\s[A-Z])"
)
LOST_BREAK = re.compile(
    r"(?<=[a-z0-9)*] )(?=(?:Ability to|Able to|(?:Excellent|Strong|Good|Proven|Outstanding|Previous|Exceptional|Solid) [a-z]|Experienced? (?:in|of|with|working)|Knowledge of|"
    r"Understanding of|Familiarity with|Proficien(?:t|cy) |Fluent |Must (?:be|have|hold)|Minimum (?:of )?\d|Computer literate|Confident |Conversant |Willing(?:ness)? to|"
    r"In-?depth |Awareness of|Knowledge and |Highly [a-z]|Self[- ][a-z]|Full (?:UK |clean )?driving|Qualified |Educated to|Degree |Commercially |You (?:will|must|should|are|have) )[a-zA-Z\d])|"
    r"(?<=[a-z]{3})(?=(?:Strong|Excellent|Ability|Able|Experience|Proven|Good|Knowledge|Professional|Must|You|We|The|This|Basic|Minimum|Previous|Bachelor|Degree|Understanding|Fluent|Proficient|"
    r"Self|Please|Our) [a-z])|(?<=[a-z]{3})(?=[A-Z]{5,}[A-Z &/]{0,30}:)|(?<=[a-z]{2}\.)(?=(?:A|An) [a-z])"
)
"""Where an ad that lost its line breaks goes on to the next wish."""
LIKE_AN_ITEM = re.compile(
    r"^\W*(?:(?:\w+ ){0,2}(?:experience|knowledge|background|qualification|education|expertise|skills?|licen[cs]e)s? (?:in|of|with|to|using|as|on|at)\b|.*\b(?:preferred|required|essential|desirable|a plus)\W*$)",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"^\W*(?:you(?:'|’)?(?: wi)?ll be|the role|the position|description|job description|overview|summary|the job)\W*$",
    re.IGNORECASE,
)
"""Headings that announce duties and wishes alike."""
OPENS_LIST = (
    (
        Part.NICE,
        re.compile(
            r"\b(?:desirable|desired|advantag\w*|preferred|preferabl[ey]|a plus|bonus|beneficial|useful|helpful|ideally)\b[^:.]*:\s*$",
            re.IGNORECASE,
        ),
    ),
    (
        Part.DUTIES,
        re.compile(r"\b(?:responsibilit\w+|duties|tasks|responsible for|involve\w*)\b[^:.]*:\s*$", re.IGNORECASE),
    ),
    (
        Part.WANTED,
        re.compile(
            r"\b(?:must have|will have|need|require\w*|looking for|experience (?:in|of|with)|skills|qualif\w+|candidates?|"
            r"applicants?|following areas|essential)\b[^:.]*:\s*$",
            re.IGNORECASE,
        ),
    ),
)
"""Sentences that end in a colon and say what the list after them is."""
DUTY = re.compile(
    r"^\W*(?:you(?:'|’)?(?:ll| will) (?:\w+ly )?(?:be (?:responsible|working|involved|required to|expected|part of|based|joining|reporting|tasked|leading|managing|the)|work|join|report|manage|lead|develop|support|deliver|assist|help|play|act|take|provide|"
    r"ensure|design|create|carry|drive|oversee|liaise|build|maintain|contribute|collaborate|coordinate|conduct|perform|undertake)\b|"
    r"(?:the|this) (?:role|position|job|post) (?:will )?requires? (?:you|the \w+(?: \w+)?) to (?!have|be able|hold|possess)|"
    r"(?:the|this) (?:role|position|job|post|successful (?:candidate|applicant)|post ?holder|ideal candidate)(?: will)? (?:be (?:responsible|working|involved|part|based|an integral|expected|reporting|tasked)|work|join|report|manage|lead|involves?|includes?|is to|"
    r"oversee|support|assist|liaise|provide|develop)\w*\b|reporting (?:in)?to|responsib\w+ (?:for|include)|duties\b|working (?:closely )?(?:with|alongside|within|as part)|(?:\w+ ){1,3}(?:duties|responsibilities|tasks) (?:will )?(?:also )?includ\w+|as (?:a|an|the|our) [^.]{3,120} you will (?:be responsible|work|manage))",
    re.IGNORECASE,
)
"""Sentences that say what one will do."""
APPLICANT = re.compile(
    r"\byou(?:(?:'|’)ll| will| would) (?:already )?be (?:an? )?(?:\w+ly )?(?:experienced|skilled|qualified|confident|competent|proficient|educated|comfortable)\b",
    re.IGNORECASE,
)
"""Sentences that say what the applicant is already: they ask as plainly as "you are"."""
MUST = re.compile(r"\b(?:must|essential|mandatory|need to have|experience (?:of|in|with))\b", re.IGNORECASE)
LONGEST = 2000
"""Characters that a piece has at most, where there is a blank to cut it at."""
LONGEST_LEAD = 14
"""Words that a line without a full stop has at most where it announces a list."""
MAX_HEADING = 9
"""Words that a heading has at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:end]` of the ad. `line` counts from 1; `first` says that it opens its line."""

    start: int
    end: int
    line: int
    part: Part
    heading: bool = False
    bullet: bool = False
    first: bool = True
    asking: bool = False
    wants: bool = False  # the words ask so plainly that they do not need a heading
    run_on: bool = False  # one of many sentences on a long line
    block: int = 0  # pieces between two blank lines or headings share it


def _lines(document: Document) -> Iterator[tuple[int, int, bool]]:
    """The stretches that a line end of the author's closes: blocks where the format has them, lines otherwise."""
    if document.blocks and document.format not in ("txt", "text", "plain"):
        for block in document.blocks:
            yield block.start, block.end, block.kind is BlockKind.HEADING
        return
    at = 0
    for line in document.text.split("\n"):
        yield at, at + len(line), False
        at += len(line) + 1


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = {start, end}
    for pattern in (BREAK, INLINE, LOST_BREAK):
        for m in pattern.finditer(text, start, end):
            cuts |= {m.start(), m.end()}
    ordered = sorted(cuts)
    for low, high in tuple(itertools.pairwise(ordered)):
        # No sentence is this long: text without an end is cut between words, so that reading stays linear.
        for at in range(low + LONGEST, high, LONGEST):
            space = text.find(" ", at, high)
            cuts |= {space} if space > 0 else set()
    for a, b in itertools.pairwise(sorted(cuts)):
        while a < b and (text[a].isspace() or text[a] in "•●▪◦‣■►✓✔·"):
            a += 1
        while a < b and text[b - 1].isspace():
            b -= 1
        if any(c.isalnum() for c in text[a:b]):
            yield a, b


def _is_heading(text: str, alone: bool, given: bool, last: bool) -> bool:
    words = text.split()
    if given:
        return True
    if last and not alone and len(words) <= 4 and text[-1:].isalpha() and text.istitle():
        return heading_part(text) is not None
    if len(words) > MAX_HEADING:
        return False
    if text.endswith(":"):
        return True
    if not alone or len(words) > 6 or text.endswith((".", ",", ";")) or LIKE_AN_ITEM.match(text):
        return False
    return heading_part(text) is not None


def _leads(text: str, lines: Sequence[tuple[int, int, bool]]) -> bool:
    """Whether the first of two lines announces the list that the second begins: "It would help if you also have"."""
    if len(lines) < 2 or not BULLET.match(text[lines[1][0] : lines[1][1]]):
        return False
    line = text[lines[0][0] : lines[0][1]].strip()
    return line[-1:].isalpha() and len(line.split()) <= LONGEST_LEAD


def _run_in(text: str) -> tuple[str, int] | None:
    """A heading that opens a sentence ("Skills: Java") and where what follows begins."""
    m = RUN_IN.match(text)
    if m is None:
        return None
    head = m.group("head") or m.group("caps") or m.group("word")
    if len(head.split()) > MAX_HEADING or heading_part(head) is None:
        return None
    return head, m.end()


def pieces(document: Document) -> list[Piece]:
    """The pieces of an ad in order; empty lines are left out."""
    text = document.text
    found: list[Piece] = []
    part = Part.PLAIN
    block = 0
    lines = list(_lines(document))
    for at, (start, end, given) in enumerate(lines):
        stripped = text[start:end].strip()
        if not stripped:
            block += 1
            continue
        label = LABEL.match(text[start:end])
        marker = None if label else BULLET.match(text[start:end])
        labelled = label is not None and "escription" not in label.group()
        block += labelled
        given = given or (marker is None and label is None and _leads(text, lines[at : at + 2]))
        begin = start + (label.end() if label else marker.end() if marker else 0)
        split = list(_split(text, begin, end))
        for number, (a, b) in enumerate(split):
            if labelled:
                found.append(Piece(a, b, document.line_at(a), Part.PLAIN, first=number == 0, block=block))
                continue
            alone = len(split) == 1 and marker is None
            last = marker is None and number == len(split) - 1
            for piece in _piece(document, text, a, b, part, alone, given, marker is not None, number == 0, last):
                part = piece[1]
                block += piece[0].heading
                found.append(replace(piece[0], block=block, run_on=end - start > 500 and b - a > 40))
        block += labelled
    return _by_block(document, found)


def _by_block(document: Document, found: list[Piece]) -> list[Piece]:
    """Pieces with the part of their block, where no heading of its own names it and most of it asks."""
    blocks: dict[int, list[Piece]] = {}
    for piece in found:
        blocks.setdefault(piece.block, []).append(piece)
    out: list[Piece] = []
    for members in blocks.values():
        headed = members[0].heading and not VAGUE.match(document.text[members[0].start : members[0].end])
        body = [
            p
            for p in members
            if not p.heading and (p.part in (Part.PLAIN, Part.DUTIES) or (p.part.boilerplate and p.asking))
        ]
        asking = sum(p.asking for p in body)
        lines = len({p.line for p in body})
        wanted = not headed and lines >= 3 and len(body) <= 2 * lines and asking >= 0.5 * len(body)
        # A heading's reach ends where a block of wishes begins: its other lines are wishes too.
        more = [
            p
            for p in members
            if wanted and not p.heading and p.part.boilerplate and wording_part(document.text[p.start : p.end]) is None
        ]
        out += [replace(p, part=Part.WANTED) if wanted and (p in body or p in more) else p for p in members]
    return out


def _piece(
    document: Document,
    text: str,
    a: int,
    b: int,
    part: Part,
    alone: bool,
    given: bool,
    bullet: bool,
    first: bool,
    last: bool,
) -> Iterator[tuple[Piece, Part]]:
    """The piece at a stretch (two where a heading runs in), each with the part that holds from there on."""
    body = text[a:b]
    line = document.line_at(a)
    if _is_heading(body, alone, given, last):
        named = Part.PLAIN if FIELD.match(body) else heading_part(body)
        after = named if named is not None else (Part.PLAIN if alone or given else part)
        yield Piece(a, b, line, after, heading=True, bullet=bullet, first=first), after
        return
    run_in = _run_in(body)
    if run_in is not None:
        head, length = run_in
        part = Part.PLAIN if FIELD.match(head) else heading_part(head) or part
        yield Piece(a, a + len(head), line, part, heading=True, bullet=bullet, first=first), part
        a, body, first = a + length, text[a + length : b], False
    telling = IDLE_MUST.sub(" ", body)
    asking = ASKING.search(telling) is not None
    here = wording_part(body)
    duty = DUTY.match(body) is not None and not MUST.search(body)
    if duty and part in (Part.WANTED, Part.NICE):
        part = Part.DUTIES
    asking = asking and not duty
    if GIVEN.search(body) and not MUST.search(body):
        here, asking = Part.BENEFITS, False
    opens = next((p for p, pattern in OPENS_LIST if pattern.search(body)), None)
    own = here if here is not None and not (asking and part in (Part.WANTED, Part.NICE, Part.DUTIES)) else part
    if own in (Part.ABOUT,) and asking and here is None:
        own = Part.PLAIN
    yield (
        Piece(
            a,
            b,
            line,
            own,
            bullet=bullet,
            first=first,
            asking=asking,
            wants=asking and (PLAINLY.search(telling) is not None or APPLICANT.search(telling) is not None),
        ),
        opens or part,
    )
