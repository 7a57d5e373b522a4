"""Checks of names: the writer's own, firms and schools, and words that are written in two casings."""

# ruff: noqa: E501, SIM905  (patterns, word lists)

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import PurePath

from rapidfuzz.distance import DamerauLevenshtein

from cvlint.checks.prose import OFFICIAL, in_any, passages, titles
from cvlint.model.document import BlockKind, Document, Mark
from cvlint.model.finding import Match
from cvlint.model.job import JobAd
from cvlint.model.location import Span
from cvlint.proofreaders.lexicon import lexicon
from cvlint.proofreaders.words import english
from cvlint.resume.facts import Resume

_WORD = re.compile(r"[^\W\d_][\w&’'+-]*")
_CAPITAL = re.compile(r"[^\W\d_a-z][\w’'-]*")
_FIRM = frozenset("ltd limited inc llc plc pty corp corporation company co group holdings the and of for trust".split())


def plain(word: str) -> str:
    """A word in lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def _apart(a: str, b: str, most: int = 1) -> bool:
    """Whether two words differ by up to `most` letters, beyond what grammar adds."""
    a, b = a.removesuffix("’s").removesuffix("'s"), b.removesuffix("’s").removesuffix("'s")
    if a == b or {a, b} in ({a, a + "s"}, {b, b + "s"}) or abs(len(a) - len(b)) > most or a[:1] != b[:1]:
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most


def two_casings(document: Document, resume: Resume) -> Iterator[Match]:
    """A name of one word in two casings ("Java", "JAVA"): the rarer one, once a word. Text in capitals is left out."""
    seen: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    for passage in passages(document, resume):
        if document.marks_in(passage.block.span) & Mark.CAPS or _shouted(passage.text):
            continue
        for m in re.finditer(r"(?<![\w@/.\\-])[A-Z][A-Za-z]{2,}[A-Z]?[A-Za-z]*(?![\w@/\\-]|\.\w)", passage.text):
            if not _in_capitals(passage.text, m):
                seen[m[0].lower()].setdefault(m[0], []).append(passage.span(m))
    shown = 0
    for low, forms in seen.items():
        if shown >= 5 or len(forms) < 2 or not _one_name(low, forms):
            continue
        usual = max(forms, key=lambda f: len(forms[f]))
        if usual.istitle():  # nobody writes VoIP by chance, lists of skills write Voip by machine
            usual = max(
                (f for f in forms if not f.istitle() and not f.isupper()), key=lambda f: len(forms[f]), default=usual
            )
        right = _owners().get(low)
        if right is not None and right in forms:
            usual = right
        for form, places in forms.items():
            if form != usual:
                data = {"usual": usual, "count": len(forms[usual]), "times": len(places)}
                shown += 1
                yield Match(places[0].start, places[0].end, suggestions=(right or usual,), data=data)


@cache
def _owners() -> dict[str, str]:
    """Names as their owners write them, by their letters in lower case."""
    return {w.lower(): w for w in lexicon().casing}


def _one_name(low: str, forms: Iterable[str]) -> bool:
    """Whether the forms are casings of a name, not a word and an abbreviation (Who and WHO, Aids and AIDS)."""
    zipf = english().zipf.get(low, 0)
    inner = [f for f in forms if not f.istitle() and not f.isupper()]
    if inner:
        return zipf < 3.6 or low in english().proper
    return len(low) >= 4 and (zipf < 2.6 or (low in english().proper and zipf < 4))


_APART = frozenset(
    "re-sent re-create re-creation re-form re-signed re-cover re-covered re-sign re-press co-op un-ionised on-line".split()
)


def two_spellings(document: Document, resume: Resume) -> Iterator[Match]:
    """A word with and without its hyphen ("e-mail", "email"): the rarer form, once a word. Names are left out."""
    names = titles(resume)
    closed: defaultdict[str, list[Span]] = defaultdict(list)
    hyphened: defaultdict[str, list[Span]] = defaultdict(list)
    known = list(passages(document, resume, OFFICIAL))
    for passage in known:
        for m in re.finditer(r"(?<![\w-])[^\W\d_]{1,14}-[^\W\d_]{3,14}(?![\w-])", passage.low):
            hyphened[_base(m[0].replace("-", ""))].append(passage.span(m))
    for passage in known if hyphened else []:
        for m in re.finditer(r"(?<![\w@./-])[^\W\d_]{5,28}(?![\w@-])", passage.low):
            if (base := _base(m[0])) in hyphened:
                closed[base].append(passage.span(m))
    for base, places in closed.items():
        others = hyphened[base]
        if others[0].of(document.text).lower() in _APART:
            continue
        few, many = (others, places) if len(others) < len(places) else (places, others)
        few = [s for s in few if not in_any(s, names) and not _ends_title(document, s)]
        if few:
            usual = many[0].of(document.text).lower()
            yield Match(few[0].start, few[0].end, data={"usual": usual, "count": len(many)})


def _ends_title(document: Document, span: Span) -> bool:
    """Whether a word with a capital ends the name of an edition: "Xero for Nonprofits"."""
    before = document.text[max(0, span.start - 30) : span.start]
    return document.text[span.start].isupper() and re.search(r"\b[A-Z]\w+ (?:for|of) $", before) is not None


def _base(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 5:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e")


_LOWER = re.compile(
    r"(?<![\w@/.#-])(?:english(?! breakfast| muffin)|french(?! fr(?:y|ies)| door| window| press| horn| polish| toast| bread| drain| braid)"
    r"|german(?! measles)|spanish|italian(?! dressing)|portuguese|mandarin(?! orange)|chinese|japanese|korean|arabic(?! numeral)"
    r"|russian(?! doll)|hindi|british|australian|canadian|european|african|asian|american(?! football)|irish|scottish|welsh"
    r"|yorkshire(?! pudding| terrier)|lancashire|cornwall|london|england|scotland|ireland|australia|new zealand|africa|europe"
    r"|america|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|september|october|november|december"
    r"|microsoft|google(?= (?:analytics|ads|docs|drive|sheets|maps|workspace|suite|apps|chrome)\b)|facebook|instagram"
    r"|photoshop|thanksgiving(?! for)|halloween|easter(?! eggs?| bunny)|hanukkah|diwali|ramadan|matariki|boxing day|memorial day"
    r"|labou?r day|anzac day|(?<!school )leaving certificate|junior certificate|christmas|m[āa]ori)(?![\w@/-]|\.\w)"
)


def lower_case_names(document: Document, resume: Resume) -> Iterator[Match]:
    """Peoples, places, languages, days, months and firms in lower case; a line with no capital at all is a style."""
    for passage in passages(document, resume, headings=True):
        for m in _LOWER.finditer(passage.text):
            right = "Māori" if m[0] in ("maori", "māori") else m[0].title()
            if any(c.isupper() for c in passage.text):
                span = passage.span(m)
                yield Match(span.start, span.end, suggestions=(right,))


def _shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.6 * len(letters)


def _in_capitals(text: str, m: re.Match[str]) -> bool:
    """Whether a neighbour of a word in capitals is in capitals too, so that it may be stress."""
    if not m[0].isupper():
        return False
    near = re.findall(r"[A-Za-z]{4,}", text[max(0, m.start() - 20) : m.start()])[-1:]
    near += re.findall(r"[A-Za-z]{4,}", text[m.end() : m.end() + 20])[:1]
    return any(w.isupper() for w in near)


def near_names(document: Document, resume: Resume) -> Iterator[Match]:
    """A firm or school of the history whose name stands elsewhere with one letter different: the rarer spelling."""
    own: dict[str, str] = {}
    for role in resume.roles:
        if role.organisation:
            for m in _CAPITAL.finditer(role.organisation.of(document.text)):
                if _odd(m[0]):
                    own.setdefault(m[0].lower(), m[0])
    if not own:
        return
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for block in document.blocks:
        for m in _CAPITAL.finditer(document.text, block.start, block.end):
            word = m[0].removesuffix("’s").removesuffix("'s").removesuffix("S'")
            places[word.lower()].append(Span(m.start(), m.start() + len(word)))
    counts = Counter({w: len(p) for w, p in places.items()})
    done: set[str] = set()
    for low, name in own.items():
        for other in places:
            if other in own and own[other].lower() != low and counts[other] > counts[low]:
                continue
            if (
                other in done
                or not _apart(low, other)
                or not _odd(other.capitalize(), 4)
                or counts[other] > counts[low]
            ):
                continue
            done.update((other, low))
            span = places[other][-1]
            yield Match(span.start, span.end, suggestions=(_cased(name, span.of(document.text)),), data={"usual": name})


def _cased(name: str, found: str) -> str:
    return name.upper() if found.isupper() else name.title() if name.isupper() else name


def _odd(word: str, least: int = 5) -> bool:
    """Whether a word is long and rare enough to be a name and no ordinary word."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    return len(low) >= least and low.isalpha() and low not in _FIRM and english().zipf.get(low, 0) < 3.2


def employer_misspelt(document: Document, resume: Resume, job: JobAd | None) -> Iterator[Match]:
    """The ad's employer with a letter wrong. An ordinary word of its name counts only beside another word of it."""
    if job is None or not job.employer:
        return
    name = job.employer
    words = [w for w in _WORD.findall(name) if w.lower() not in _FIRM]
    right = {plain(w) for w in _WORD.findall(job.text)} | {plain(w) for w in words}
    for block in document.blocks:
        found = list(_WORD.finditer(document.text, block.start, block.end))
        for n, m in enumerate(found):
            written = m[0].removesuffix("’s").removesuffix("'s")
            if not written[:1].isupper() or plain(written) in right:
                continue
            for k, word in enumerate(words):
                if len(word) < 4 or not _apart(plain(word), plain(written), 2 if len(word) > 8 else 1):
                    continue
                beside = [found[n + d][0] for d in (-1, 1) if 0 <= n + d < len(found)]
                held = [words[k + d] for d in (-1, 1) if 0 <= k + d < len(words)]
                together = any(plain(a) == plain(b) for a in beside for b in held)
                if together or (_odd(word, 4) and english().zipf.get(written.lower(), 0) < 2.5):
                    yield Match(m.start(), m.start() + len(written), suggestions=(word,), data={"employer": name})
                    break


def own_name(document: Document, resume: Resume) -> Iterator[Match]:
    """The writer's own name with a letter different elsewhere: in the text, the file's author or its name."""
    name, at = resume.contact.name_text, resume.contact.name
    parts = [p for p in _WORD.findall(name) if len(p) > 2]
    if at is None or len(parts) < 2:
        return
    low = [plain(p) for p in parts]
    for found, span in _pairs(document):
        wrong = _one_off(low, found)
        if wrong is not None and span.start not in range(at.start, at.end):
            yield Match(span.start, span.end, data={"right": name.title() if name.isupper() else name, "where": "here"})
    for where, value in (
        ("the file's author", document.properties.get("author", "")),
        ("the file's name", _stem(document.path)),
    ):
        words = [plain(w) for w in re.findall(r"[^\W\d_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", value))]
        if _one_off(low, words) is not None:
            yield Match(at.start, at.end, data={"right": value, "where": where})


def _stem(path: str) -> str:
    return PurePath(path.replace("\\", "/")).stem


def _pairs(document: Document) -> Iterator[tuple[list[str], Span]]:
    """Neighbouring capitalised words, two by two."""
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            continue
        words = list(_CAPITAL.finditer(document.text, block.start, block.end))
        for a, b in pairwise(words):
            if document.text[a.end() : b.start()] == " ":
                last = b[0].removesuffix("’s").removesuffix("'s")
                yield [plain(a[0]), plain(last)], Span(a.start(), b.start() + len(last))


def _one_off(own: list[str], words: list[str]) -> str | None:
    """The part of one's own name that words hold with a letter wrong, while the other part is right."""
    ends = (own[0], own[-1])
    for mine, other in (ends, ends[::-1]):
        if other in words and mine not in words:
            near = [w for w in words if w not in own and len(mine) >= 4 and _apart(mine, w, 1 if len(mine) < 8 else 2)]
            if near:
                return near[0]
    return None


_AFTER_SMALL = re.compile(
    r"(?<= (?:the|and|for|all|our|new) )[A-Z][a-z]{3,}(?= [a-z]{2,}|[.,])"
    r"|(?<= (?:an|of|my|to|in|by) )[A-Z][a-z]{3,}(?= [a-z]{2,}|[.,])"
    r"|(?<= (?:with|each|from) )[A-Z][a-z]{3,}(?= [a-z]{2,}|[.,])"
    r"|(?<= a )[A-Z][a-z]{3,}(?= [a-z]{2,}|[.,])"
)
"""A capital after a small word that no sentence ends with: lines that ran together do not count."""
_NO_SURPRISE = re.compile(r"[.:;!?•–—|/&(\"“‘'’-]\s*$")


def random_capitals(document: Document, resume: Resume, job: JobAd | None) -> Iterator[Match]:
    """Ordinary words with capitals in mid sentence, each between words in lower case: one match a file, from three on."""
    known = {
        w for role in resume.roles for s in (role.title, role.organisation) if s for w in s.of(document.text).split()
    }
    known |= {w for s in resume.skills for w in s.text.split()}
    asked = set(re.findall(r"[A-Z]\w+", job.text)) if job else set()
    found: list[tuple[Span, str]] = []
    for passage in passages(document, resume, OFFICIAL):
        if len(passage.text) < 40:
            continue
        for m in _AFTER_SMALL.finditer(passage.text):
            low = m[0].lower()
            before = passage.text[: m.start()]
            if low not in _ORDINARY or m[0] in known or m[0] in asked:
                continue
            if _NO_SURPRISE.search(before) or re.search(r"[A-Z][\w&.-]*,? (?:and |of |the |for |& )*$", before):
                continue
            if re.match(r",? (?:and |of |the |for |& )*[A-Z]", passage.text[m.end() :]):
                continue
            found.append((passage.span(m), m[0]))
    if len({w for _, w in found}) >= 3:
        span = found[0][0]
        words = list(dict.fromkeys(w for _, w in found))
        yield Match(span.start, span.end, data={"count": len(found), "others": ", ".join(f"'{w}'" for w in words[1:3])})


_ORDINARY = frozenset(
    """team teams staff customer customers client clients manager managers supervisor supervisors employee employees
    colleague colleagues student students patient patients child children parent parents user users vendor vendors
    supplier suppliers budget budgets report reports service services company companies project projects business
    product products store stores meeting meetings training schedule schedules order orders inventory equipment sales
    invoice invoices payment payments account accounts expense expenses cost costs price prices contract contracts
    document documents file files data record records database website software hardware computer computers system
    systems network process processes procedure procedures policy policies quality safety goal goals target targets
    problem problems issue issues solution solutions task tasks duty duties role job position experience skill skills
    knowledge communication relationship relationships performance growth revenue profit stock warehouse delivery
    kitchen food bread menu guest guests machine machines vehicle vehicles building buildings environment industry
    market marketing strategy strategies plan plans design designs event events office owner volunteer volunteers
    analysis research development production operation operations maintenance repair support request requests
    question questions complaint complaints phone calls email letter letters person people group groups member members""".split()
)
