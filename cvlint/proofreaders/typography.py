"""House reader: spacing, punctuation and broken words, by patterns that are wrong in any text. Layout is no error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cvlint.proofreaders.casing import shouted
from cvlint.proofreaders.context import part_of_speech
from cvlint.proofreaders.lexicon import lexicon
from cvlint.proofreaders.reading import Passage, Reading
from cvlint.proofreaders.words import english

READER = "house"
ABBREVIATION = re.compile(
    r"(?:\b(?:etc|inc|ltd|co|corp|jr|sr|dept|approx|est|no|vs|e\.g|i\.e|al|mr|mrs|ms|dr|prof|st|ave|llc|pty|plc|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|a\.m|p\.m|ph\.d|b\.\w+|m\.\w+|[a-z])|\.[A-Z])$",
    re.IGNORECASE,
)
_SELF_TEXT = (
    "motivated starter starters directed driven sufficient employed taught service paced managed "
    "assured confident confidence discipline disciplined aware awareness reliant reliance motivation "
    "motivating starting learner help assessment esteem sustaining guided funded contained made pay "
    "regulation reflection improvement development "
)
SELF = frozenset(_SELF_TEXT.split())
_MULTI_TEXT = (
    "state year years region regional industry task tasking tasker tasked national channel "
    "disciplinary functional faceted media lingual cultural million level site unit tier family "
    "purpose stage phase platform dimensional location vendor national tenant threaded skilled line "
    "use user national currency billion agency party geographical "
)
MULTI = frozenset(_MULTI_TEXT.split())

Found = tuple[int, int, str, tuple[str, ...]]
"""Start, end, rule, suggestions; offsets in the passage."""


def read(passages: Sequence[Passage], locale: str) -> Iterator[Reading]:
    """Every place that one of the patterns finds."""
    for passage in passages:
        text = passage.text
        for check in CHECKS:
            for start, end, rule, suggestions in check(text, locale):
                yield Reading(
                    READER,
                    passage.start + start,
                    passage.start + end,
                    f"house:{rule}",
                    "casing" if rule in CASING else "punctuation",
                    suggestions=suggestions,
                )


CASING = frozenset(["lower-case-i", "random-capital", "inner-capital"])


def space_before(text: str, locale: str) -> Iterator[Found]:
    """One blank before a comma, full stop, semicolon: "Office , Word". Not a colon (a layout), not a run of blanks."""
    for m in re.finditer(r"(?<=[\w)%\"'’])( )([,;!?]|\.(?![\w./]))(?=[\s\"')]|$)", text):
        left, right = text[: m.start()], text[m.end() :]
        if re.search(r"\b(?:City|State|Country|Name)$", left) or re.match(r"\s*(?:City|State|Country)\b", right):
            continue  # a placeholder, which another rule reports
        dates = re.search(r"(?:19|20)\d\d$", left) is not None  # "2018 , 2023" is no heading
        if (re.match(r"\s*\d", right) and not dates) or re.search(
            r"\b(?:Bachelor|Master|Associate|Diploma|Certificate|Doctor)s?\b", left
        ):
            continue  # the layout of a heading: title , date
        if (m[2] == "." and right[:1] == ".") or (m[2] == "." and re.match(r"\s*\.", right)):
            continue
        start = m.start() - len(re.search(r"[^\s]*$", left)[0])  # type: ignore[index]
        if m.start() - start > 25:
            start = m.start()
        yield start, m.end(), "space-before", (text[start : m.start()] + m[2],)
    for m in re.finditer(r"(?<![\d,.])(\d{1,3}) ,(\d{3})(?!\d)", text):
        yield m.start(), m.end(), "space-before", (f"{m[1]},{m[2]}",)
    for m in re.finditer(r"([$£€]?\d[\d,]*) (\.\d\d)\b(?!\.)", text):
        yield m.start(), m.end(), "space-before", (m[1] + m[2],)
    for m in re.finditer(r"\b(\d{1,2}) \+(?= (?:years?|yrs?)\b)", text):
        yield m.start(), m.end(), "space-before", (m[1] + "+",)
    for m in re.finditer(r"\b([a-z]{2,}) ([,;])(?=[a-z]{3,} )", text):  # the blank is on the wrong side
        yield m.start(), m.end(), "space-before", (m[1] + m[2] + " ",)


_ENDINGS_TEXT = "info name work works jobs design online tech agency studio group global media digital page"
_ENDINGS = frozenset(_ENDINGS_TEXT.split())
"""What an address may end with."""
_SHORTENED_TEXT = (
    "dept approx asst inc ext max min avg est corp misc govt mgmt intl natl "
    "app java system server data test main api asp vb "
)
_SHORTENED = frozenset(_SHORTENED_TEXT.split())


def space_after(text: str, locale: str) -> Iterator[Found]:
    """No blank after a comma, semicolon, bracket or the end of a sentence."""
    for m in re.finditer(r"(?<![\w.])[A-Za-z][\w'’-]{2,}([,;])(?=[A-Za-z])[\w'’-]+", text):
        at = m.start(1)
        yield m.start(), m.end(), "space-after", (text[m.start() : at + 1] + " " + text[at + 1 : m.end()],)
    for m in re.finditer(r"\b[a-z][a-z-]{2,}([.:])[A-Z][a-z-]{2,}\b(?![.@/(])", text):
        if re.search(r"[/@\\]\S*$", text[: m.start()]) or m[0].lower().startswith(("www.", "http:")):
            continue
        left, right = m[0][: m.start(1) - m.start()], m[0][m.start(1) - m.start() + 1 :]
        if left in english() and right.lower().split("-")[0] in english():
            yield m.start(), m.end(), "space-after", (f"{left}{m[1]} {right}",)
    for m in re.finditer(r"\b([a-z]{3,})\.(A|I) (?=[a-z])", text):
        yield m.start(), m.end() - 1, "space-after", (f"{m[1]}. {m[2]}",)
    for m in re.finditer(r"(?<=[a-z,] )([a-z]{2,})\.([a-z]{4,})(?= [a-z])", text):
        zipf = english().zipf
        if zipf.get(m[1], 0) >= 4 and zipf.get(m[2], 0) >= 3.7 and m[2] not in _ENDINGS and m[1] not in _SHORTENED:
            yield m.start(), m.end(), "space-after", (f"{m[1]}. {m[2]}", f"{m[1]} {m[2]}")
    for m in re.finditer(
        r"\b(e\.g\.|i\.e\.),([A-Za-z][\w'’-]*)|(?<![\w.])(St|Mt|Ft|Dr|Mr|Mrs|Ms)\.([A-Z][a-z]+)\b", text
    ):
        left, right = (m[1] + ",", m[2]) if m[1] else (m[3] + ".", m[4])
        yield m.start(), m.end(), "space-after", (f"{left} {right}",)
    for m in re.finditer(r"(?<![\w./@#-])(\d{1,2})((?:year|month|week|day|hour|yr)s?)\b", text):
        yield m.start(), m.end(), "space-after", (f"{m[1]} {m[2]}",)
    for m in re.finditer(r"(?<![\w./@#])([a-z]{4,})([A-Z][a-z]{3,})(?![\w@(]|\.\w)", text):
        zipf, known = english().zipf, lexicon().knows(m[0])
        if not known and zipf.get(m[1], 0) >= 3.5 and zipf.get(m[2].lower(), 0) >= 3.5:
            yield m.start(), m.end(), "space-after", (f"{m[1]}. {m[2]}", f"{m[1]} {m[2]}")
    for m in re.finditer(rf"\b({MONTHS})((?:19|20)\d\d)\b", text):
        yield m.start(), m.end(), "space-after", (f"{m[1]} {m[2]}",)
    for m in re.finditer(r"(?<=\w )&(?=[A-Za-z][a-z]{2,}\b(?!;))", text):
        yield m.start(), m.end(), "space-after", ("& ",)
    for m in re.finditer(r"\b([A-Z]{2,5})(\()(?=[a-z]{3,}(?: [a-z]+)+\))", text):
        yield m.start(), m.end(), "space-before-bracket", (f"{m[1]} (",)
    for m in re.finditer(r"\b([A-Za-z]{4,})(\()(?=(?:19|20)\d\d\b)", text):
        yield m.start(), m.end(), "space-before-bracket", (f"{m[1]} (",)
    for m in re.finditer(r"\b[A-Za-z]{4,}(\()[A-Za-z][A-Za-z]+[^()]*\)", text):
        if not re.match(r"\((?:s|es|ies|ed|ing|er|ers|i|ii|iii|iv|al|ally|ly)\)", m[0][m.start(1) - m.start() :]):
            end = min(m.end(), m.start(1) + 12)
            end = m.end() if m.end() <= end else m.start(1) + 1
            word = text[m.start() : m.start(1)]
            if not re.search(r"[a-z][A-Z]|_", word):
                yield m.start(), end, "space-before-bracket", (word + " " + text[m.start(1) : end],)
    for m in re.finditer(r"(?<=\w)\)[A-Za-z]{3,}", text):
        if "(" in text[: m.start()] and not re.search(r"\(\w{1,4}$", text[: m.start()]):
            yield m.start(), m.end(), "space-after-bracket", (") " + m[0][1:],)


def inside(text: str, locale: str) -> Iterator[Found]:
    """A blank on the wrong side of a bracket, quotation mark, per cent or currency sign."""
    for m in re.finditer(r"\w*\( (?=\w)", text):
        word = m[0].split("(")[0]
        yield m.start(), m.end(), "space-in-bracket", ((word + " (") if word else "(",)
    for m in re.finditer(r"(?<=\w) \)", text):
        yield m.start(), m.end(), "space-in-bracket", (")",)
    for m in re.finditer(r"(?<![\w\"])\" (\w[^\"\n]{0,40}\w) ?\"|(?<![\w\"])\"(\w[^\"\n]{0,40}\w) \"(?!\w)", text):
        yield m.start(), m.end(), "space-in-quotes", (f'"{m[1] or m[2]}"',)
    for m in re.finditer(
        r"(?<![\w\"])\"(\w[^\"\n]{0,40}\w)\"(and|or|to|in|for|with|the|is|was|by|of|on|at|from)\b", text
    ):
        yield m.start(), m.end(), "space-after-quotes", (f'"{m[1]}" {m[2]}',)
    for m in re.finditer(r"\d+(?:[.,]\d+)* %(?!\w)", text):
        yield m.start(), m.end(), "space-before-percent", (m[0].replace(" ", ""),)
    for m in re.finditer(r"[$£€] \d[\d,.]*\d?", text):
        yield m.start(), m.end(), "space-after-currency", (m[0].replace(" ", ""),)


_TWO_MARKS = re.compile(r"[,;:.]\s?[.,;:]|!!|\?\?")


def doubled(text: str, locale: str) -> Iterator[Found]:
    """Two marks where one belongs: ",." and ";." and "..". An ellipsis and an abbreviation's full stop are right."""
    if not _TWO_MARKS.search(text):
        return
    for m in re.finditer(r"[\w)\"'’]+(?:([,;:])\s?\.|\.\.(?!\.)|(\.),\.|([,;])\s?[,;]|(\.)[,;:])(?![\w.])", text):
        marks = re.search(r"\W+$", m[0])
        if marks is None:
            continue
        word, tail = m[0][: marks.start()], marks[0]
        if text[m.start() - 1 : m.start()] == "." and tail.startswith("."):
            continue
        if tail[0] == "." and (ABBREVIATION.search(word) or len(word) <= 3 or word[:1].isupper()):
            continue
        rest = text[m.end() :].lstrip()
        put = "," if rest[:1].islower() else "."
        yield m.start(), m.end(), "double-punctuation", (word + put,)
    for m in re.finditer(r"(?<![\w!?])(\w[\w'’-]{0,40}[)\"”]?) ?(!{2,}|\?{2,})(?=\s|$)", text):
        yield m.start(), m.end(), "double-punctuation", (m[1] + ("." if m[2][0] == "!" else "?"),)


_PARTICLES = frozenset({"on", "up", "in", "out", "down", "off", "over", "by", "to", "back", "through"})
_HALVES_TEXT = (
    "high low first second third well long short full part highly fast hard best large small mid end one two three"
    " four five six open all cross real key top team customer client detail user data year day in on up follow problem"
    " decision goal result service quality world year self award"
)
_HALVES = frozenset(_HALVES_TEXT.split())
"""Words that open compounds with a hyphen: high-quality, follow-up."""


def _common(word: str) -> bool:
    """Whether a word with a capital is a common one: "Export- Import" is a compound, "Fiji- Cook" a place, a post."""
    low = word.lower()
    return word[0].isupper() and low in english() and low not in english().proper


def hyphens(text: str, locale: str) -> Iterator[Found]:
    """A blank on one side of a hyphen; "short- and long-term" is right."""
    if "-" not in text and "/" not in text:
        return
    taken: set[int] = set()
    for m in re.finditer(
        r"\b([Oo]n|[Oo]ver|[Bb]ehind|[Oo]ff)( ?- ?)the( ?- ?)(job|phone|counter|scenes|spot|clock|shelf)\b", text
    ):
        if m[2] != "-" or m[3] != "-":
            taken |= set(range(*m.span()))
            yield m.start(), m.end(), "hyphen-space", (f"{m[1]}-the-{m[4]}",)
    for m in re.finditer(
        r"\b([A-Za-z]{2,})- (?!(?i:and|or|to|vs|through|nor|und)\b|[&/,])([A-Za-z]{1,})\b(?! (?:19|20)\d\d)", text
    ):
        left, right = m[1], m[2]
        if m.start() in taken:
            continue
        joined = (left + right).lower()
        if text[m.start() - 1 : m.start()] == "-" or (
            left.lower() in ("pre", "post", "multi", "non", "co", "self", "anti")
        ):
            put = f"{left}-{right}"
        elif joined in english() and joined not in english().obscure:
            put = left + right
        elif right in _PARTICLES or left.lower() in _HALVES or (_common(left) and _common(right)):
            put = f"{left}-{right}"
        else:
            put = f"{left} - {right}"
        yield m.start(), m.end(), "hyphen-space", (put, f"{left}-{right}")
    for m in re.finditer(r"\b(well|self|multi|non|co|semi|ex|full|part|long|short|high|low) - ([a-z]+)\b", text, re.I):
        yield m.start(), m.end(), "hyphen-space", (f"{m[1]}-{m[2]}",)
    for m in re.finditer(r"\b([A-Za-z]{4,})- (?=(?:19|20)\d\d\b)", text):
        if not re.fullmatch(MONTHS, m[1]) and text[m.start() - 1 : m.start()] != "-":
            yield m.start(), m.end() - 1, "hyphen-space", (f"{m[1]} -",)
    for m in re.finditer(r"\)- (?=[a-z]{3,})", text):
        yield m.start(), m.end() - 1, "hyphen-space", (") -",)
    for m in re.finditer(r"(?<![\w-])(multiple|several|various|many|numerous|different)-([a-z]+s)\b(?!-)", text):
        yield m.start(), m.end(), "stray-hyphen", (f"{m[1]} {m[2]}",)
    for m in re.finditer(r"(?<![\w/.-])([A-Za-z]{2,})(/ | /)([A-Za-z]{2,}(?:-[a-z]+)*)(?![\w/-]| ?/)", text):
        if not re.search(r"/ ?$", text[: m.start()]) and not (m[1].isupper() and m[3].isupper()):
            yield m.start(), m.end(), "slash-space", (f"{m[1]}/{m[3]}", f"{m[1]} / {m[3]}")
    for m in re.finditer(r"(?<![\w-])([a-z]{3,}) -([a-z]{4,})\b", text):
        yield m.start(), m.end(), "hyphen-space", (f"{m[1]} - {m[2]}", f"{m[1]}-{m[2]}")
    for m in re.finditer(r"\b([A-Za-z]+)-(and|or) ([a-z]+-[a-z]+)\b", text):
        yield m.start(), m.end(), "hyphen-space", (f"{m[1]}- {m[2]} {m[3]}",)


_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"


def missing_hyphen(text: str, locale: str) -> Iterator[Found]:
    """Prefixes that stand alone: self motivated, non technical, multi year; letters that name a form: C suite."""
    for m in re.finditer(rf"(?<![\w-])({_TENS})\s({_ONES})(?![\w-])", text, re.IGNORECASE):
        yield m.start(), m.end(), "missing-hyphen", (f"{m[1]}-{m[2]}",)
    for m in re.finditer(r"(?<![\w-])([Pp]re|[Aa]nti|[Ss]emi|[Ii]nter|[Ii]ntra)( )([a-z]{4,})\b", text):
        joined = (m[1] + m[3]).lower()
        put = m[1] + m[3] if joined in english() and joined not in english().obscure else f"{m[1]}-{m[3]}"
        if m[3] not in ("alia", "nos", "colon", "tax"):
            yield m.start(), m.end(), "missing-hyphen", (put, f"{m[1]}-{m[3]}")
    for m in re.finditer(
        r"(?<![\w&.'’/-])Co ((?:Director|Founder|Chair|Captain|President|Manager|Owner|Teacher|Author|Lead|Leader|Host|"
        r"Producer|Coordinator|Editor|Creator|Organizer)s?)\b",
        text,
    ):
        yield m.start(), m.end(), "missing-hyphen", (f"Co-{m[1]}",)
    for m in re.finditer(r"(?<![\w&.'’/-])(?:(C)( )([Ss]uite|[Ll]evel)|([TX])( )(shirts?|rays?))\b", text):
        left, right = (m[1], m[3]) if m[1] else (m[4], m[6])
        yield m.start(), m.end(), "missing-hyphen", (f"{left}-{right}",)
    for m in re.finditer(r"\b(self|non|multi)( )([a-z]{2,})\b(?!-)", text, re.IGNORECASE):
        prefix, rest = m[1].lower(), m[3].lower()
        if m[1].isupper() and m[3].isupper() and len(text) < 40:
            continue
        if (prefix == "self" and rest not in SELF) or (prefix == "multi" and rest not in MULTI):
            continue
        if prefix == "non" and (
            rest in ("sequitur", "grata", "compos", "est") or (m[1][0].isupper() and m[3][0].islower())
        ):
            continue
        if prefix == "multi" and f"multi{rest}" in english():
            yield m.start(), m.end(), "missing-hyphen", (m[1] + rest, f"{m[1]}-{m[3]}")
        else:
            yield m.start(), m.end(), "missing-hyphen", (f"{m[1]}-{m[3]}",)


_CLAUSE_THAT_HANGS = re.compile(
    r"\b([a-z]+) ?;(?= (?:which|including|such as|especially|resulting in|along with"
    r"|(?:while|thereby) (?:also |simultaneously )?[a-z]+ing)\b)"
)
"""A semicolon before what cannot stand as a sentence: "sold tools; which paid for the van"."""


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in (". ", "! ", "? ")) + 1


def _sentence_end(text: str, at: int) -> int:
    ends = [i for i in (text.find(mark, at) for mark in (". ", "! ", "? ")) if i >= 0]
    return min(ends, default=len(text))


MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def stray_comma(text: str, locale: str) -> Iterator[Found]:
    """A comma or colon between a word and what it governs: "including: x", "such as, y", "for both, z"."""
    for m in re.finditer(
        r"\b(including|such as|includes|as well as|for both|along with|in addition to|according to),"
        r"(?! (?:but not limited to|and not limited to|if|when|where|among others|amongst others)\b)(?= [a-zA-Z\d])",
        text,
    ):
        yield m.start(), m.end(), "stray-comma", (m[1],)
    for m in re.finditer(r"\b(including|such as|for example|as well as):(?= [a-z])", text):
        yield m.start(), m.end(), "stray-comma", (m[1],)
    for m in re.finditer(rf"\b({MONTHS}), (\d{{1,2}}),? ((?:19|20)\d\d)\b", text):
        yield m.start(), m.end(), "stray-comma", (f"{m[1]} {m[2]}, {m[3]}",)
    for m in re.finditer(r"\b(including|such as|for example|consists? of|consisted of) ?;(?= [\w\"“])", text, re.I):
        yield m.start(), m.end(), "stray-semicolon", (m[1],)
    for m in re.finditer(r"(?<=[\w,] )(includes?|included|the following|as follows) ?;(?= [\w\"“])", text, re.I):
        yield m.start(), m.end(), "stray-semicolon", (m[1] + ":",)
    for m in _CLAUSE_THAT_HANGS.finditer(text):
        if text.count(";", _sentence_start(text, m.start()), _sentence_end(text, m.end())) == 1:  # no list of clauses
            yield m.start(), m.end(), "stray-semicolon", (m[1] + ",",)
    for m in re.finditer(
        r"(?<=[a-z]) ?([a-z]{3,}), (of|that|with)(?! (?:high|good|great|excellent) )"
        r"(?= (?:the |a |an |their |our )?[a-z]{3,}\b)",
        text,
    ):
        if m[2] == "of" and not re.search(
            r"\b(?:all|both|some|many|most|one|two|none|part|member)$", text[: m.start()]
        ):
            yield m.start(1), m.end(), "stray-comma", (f"{m[1]} {m[2]}",)


def dollars(text: str, locale: str) -> Iterator[Found]:
    """The currency as a sign and as a word: "$15 million dollars"."""
    for m in re.finditer(
        r"([$£€]\d[\d,.]*(?: ?(?:thousand|million|billion|[kKmMbB]))?\+?) (?:dollars|pounds|euros?)\b", text
    ):
        yield m.start(), m.end(), "said-twice", (m[1],)


def degrees(text: str, locale: str) -> Iterator[Found]:
    """Abbreviations with a full stop after every letter but the last: B.S, U.S, Ph.D."""
    for m in re.finditer(r"(?<![\w.@/])[A-Z](?:\.[A-Z]){2,}(?![\w.@/])", text):
        yield m.start(), m.end(), "missing-full-stop", (m[0] + ".", m[0].replace(".", ""))
    if locale in ("en-US", "en-CA"):
        for m in re.finditer(r"(?<![\w.&])U S(?! ?[A-Z]\b|[\w.&])", text):
            yield m.start(), m.end(), "missing-full-stop", ("U.S.", "US")
    for m in re.finditer(
        r"(?<![\w.@/])(?:[BMAUD]\.[A-Z]|Ph\.D|M\.Sc|B\.Sc|B\.Com|M\.Ed|Ed\.D|B\.Tech|M\.Tech)(?![\w.@/])", text
    ):
        yield m.start(), m.end(), "missing-full-stop", (m[0] + ".",)
    if locale in ("en-US", "en-CA"):
        for m in re.finditer(r"\b(Dr|Mr|Mrs|Ms)(?= [A-Z][a-z]{2,})", text):
            if m[1] == "Ms" and re.match(
                r" (?:Office|Word|Excel|Access|Outlook|Power|Project|Teams|Visio|S[Qq][Ll]|Windows)",
                text[m.end() :],
            ):
                continue  # Microsoft
            if not re.search(r"\w+ $", text[: m.start()]) or re.search(r"[a-z] $", text[: m.start()]):
                yield m.start(), m.end(), "missing-full-stop", (m[0] + ".",)


_PREFIXES_TEXT = "non pre post multi co self anti semi inter intra sub ultra ex pro micro macro mini"
_PREFIXES = frozenset(_PREFIXES_TEXT.split())


def broken(text: str, locale: str) -> Iterator[Found]:
    """A blank inside a word: "r ecognized", "M onitored", "con tracts"."""
    zipf = english().zipf
    for m in re.finditer(r"(?<![\w'’.&/-])([a-z]{2,}) (?=([a-z]{2,})(?![\w'’/&-]|\.\w))", text):
        first, last = m[1], m[2]
        joined = zipf.get(first + last, 0)
        halves = (zipf.get(first, 0), zipf.get(last, 0))
        if joined >= 3.7 and min(halves) < 3.3 and joined - min(halves) > 1 and first not in _PREFIXES:
            yield m.start(), m.end(2), "broken-word", (first + last,)
    for m in re.finditer(r"(?<![\w'’.&/-])([A-Za-z]) ([a-z]{4,})\b", text):
        if m[2] not in zipf and zipf.get((m[1] + m[2]).lower(), 0) >= 2.5:
            yield m.start(), m.end(), "broken-word", (m[1] + m[2],)


def first_person(text: str, locale: str) -> Iterator[Found]:
    """The pronoun I in lower case."""
    if shouted(text):
        return
    for m in re.finditer(r"(?<![\w.(/-])i(?= [a-z]{2,}|['’](?:m|ve|ll|d)\b)(?!\w)", text):
        yield m.start(), m.end(), "lower-case-i", ("I",)


_NEVER_NAMES_TEXT = "New All Key Various Multiple Other Both And With For From Their His Her Its These Many Several"
_NEVER_NAMES = frozenset(_NEVER_NAMES_TEXT.split())


_NOUN = ("NN", "NNS", "NNP", "VBG")


def _starts_anew(before: str, word: str, after: str) -> bool:
    """Whether a sentence whose full stop is missing may start at a word: "career progression For more information"."""
    last = re.split(r"[^a-z'’]", before)[-1]
    if word in ("And", "Their", "His", "Her", "Its", "From"):
        return False
    if word == "For" and re.match(r"(?:more|further) \w+", after):
        return True
    if word == "With":
        return re.match(r"(?:over|more|a|my|an|the help)\b", after) is not None and part_of_speech(last, *_NOUN) > 0.6
    return part_of_speech(last, *_NOUN) > 0.6 or last in english().obscure or last not in english()


def capitals(text: str, locale: str) -> Iterator[Found]:
    """Capitals in mid sentence that no name can explain: "Trained New drivers", "orders, Checked to see"."""
    for m in re.finditer(r"(?<=[a-z]) ([A-Z][a-z]+)(?= [a-z]{3,})", text):
        if m[1] not in _NEVER_NAMES or re.search(r"\S\s+[A-Z][\w']* *$", text[: m.start()]):
            continue
        if not _starts_anew(text[: m.start()], m[1], text[m.end() + 1 :]):
            yield m.start(1), m.end(1), "random-capital", (m[1].lower(),)
    for m in re.finditer(r"\b(?:for|of|to|in|with|at|by|on|from|under|during|into|as) (The|An)(?= [a-z]{3,})", text):
        yield m.start(1), m.end(1), "random-capital", (m[1].lower(),)
    for m in re.finditer(r"\b[a-z]+(?:,| and) ([A-Z][a-z]+ed)(?= (?:[a-z]+)\b)", text):
        if english().zipf.get(m[1].lower(), 0) >= 3 and len(re.findall(r"[a-z]+", text[: m.start(1)])) >= 3:
            yield m.start(1), m.end(1), "random-capital", (m[1].lower(),)
    for m in re.finditer(r"\b([A-Z][a-z]{2,})([A-Z][a-z]{2,})\b", text):
        if english().zipf.get(m[0].lower(), 0) >= 3.0 and m[0].lower() not in english().proper:
            after = text[m.end() : m.end() + 12]
            before = text[: m.start()]
            mid = bool(re.search(r"[a-z,] $", before)) and after[:2].strip()[:1].islower()
            put = m[0].lower() if mid else m[0].capitalize()
            if not re.match(r"\s*(?:Inc|Ltd|LLC|Limited|Pty|Group|Corp)\b", after):
                yield m.start(), m.end(), "inner-capital", (put,)


CHECKS: tuple[Callable[[str, str], Iterator[Found]], ...] = (
    space_before,
    space_after,
    inside,
    doubled,
    hyphens,
    missing_hyphen,
    stray_comma,
    dollars,
    degrees,
    broken,
    first_person,
    capitals,
)
