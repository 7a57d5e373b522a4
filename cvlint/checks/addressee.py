"""Checks of whom an application is written to: the employer that a letter or a file name speaks of."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath

from cvlint.checks.anchor import file_name, on_file, short
from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.model.job import JobAd
from cvlint.model.location import Span
from cvlint.resume.facts import Resume
from cvlint.resume.folder import Folder, Sibling

_NAME = r"(?P<name>(?:the )?(?:[A-ZĀĒĪŌŪ][\w&'’.-]*[\w)])(?:(?: |-)(?:[A-ZĀĒĪŌŪ][\w&'’.-]*\w|&|of|for|and|the|de|o|te)(?=[ ,.;:!?\n)]|$|-)){0,5})"
_WANT = re.compile(
    r"\b(?i:join(?:ing)?|work(?:ing)? (?:for|at|with)|employed by|contribut(?:e|ing) to|(?:position|role|vacancy|job|post|opportunity|opening|career|future|internship|placement|traineeship|employment)(?: (?:of|as) (?:an? |the )?[\w /&-]{3,40}?)? (?:at|with|within)"
    r"|appl(?:y|ying|ication)(?: for [\w /&,-]{3,50}?)? (?:to|at|with)|interest(?:ed)? in (?:joining|working (?:for|at|with))|excited (?:by|about)|impressed (?:by|with)|drawn to|admire[ds]?|(?:good |perfect |right |strong |great )fit (?:for|at|with)|asset (?:to|for)|addition to|of value to|benefit|team at|culture at|values of|mission of|reputation of)\s+"
    + _NAME
)
_AIM = re.compile(
    r"\b(?i:(?:would (?:love|like|be (?:thrilled|delighted|excited|proud|honou?red|keen|glad|happy))|keen|eager|excited|delighted|thrilled|hope|hoping|want|wish|wanted|look(?:ing)? forward|ready|proud|apply(?:ing)?|appl(?:ied|ication)|interest(?:ed)?|seek(?:ing)?|consider(?:ation|ed)?|opportunity|opening|vacancy|bring|contribute|offer|advertised|fit|asset|admire[ds]?|impressed|drawn))\b"
)
_DEAR = re.compile(
    r"(?m)^[ \t]*(?i:dear|to|attention|attn:?|for)[ ,:](?: ?(?i:the))? ?"
    + _NAME
    + r"(?i: (?:hiring|recruit\w*|selection|talent|hr|human resources|people|team|manager|panel|committee)\b)"
)
_NO_EMPLOYER = re.compile(
    r"^(?:the )?(?:hiring|recruit\w*|selection|talent|hr|human|people|team|sir|madam|mr|mrs|ms|miss|dr|prof\w*|your|you|my|i|we|it|he|she|they|this|that|these|those|a|an|in|on|as|with|and|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|university|school|college|the university|bachelor|master|english|māori|french|german|spanish|new zealand|zealand|australia|uk|us|usa|united|ireland|canada"
    r"|south africa|europe|london|auckland|wellington|christchurch|sydney|melbourne|dublin|leeds|manchester|toronto|cape town|python|java|excel|microsoft (?:office|excel|teams|word|365)|linkedin|seek|indeed|trade me|agile|scrum|sql|aws|azure)\b",
    re.IGNORECASE,
)
_LEGAL = frozenset(
    (
        "ltd",
        "limited",
        "inc",
        "llc",
        "plc",
        "pty",
        "co",
        "group",
        "company",
        "corporation",
        "corp",
        "gmbh",
        "the",
        "and",
        "of",
        "nz",
        "uk",
        "australia",
        "holdings",
        "new",
        "zealand",
        "for",
        "&",
    )
)
_TITLE_WORD = re.compile(
    r"\b(?:manager|engineer|developer|analyst|officer|assistant|director|nurse|teacher|consultant|administrator|coordinator|specialist|accountant|designer|lead|head|advisor|adviser|buyer|clerk|driver|job|role|position|application|general|draft|final|cv|resume|letter|cover|new|standard|example|template|web|print|email|pdf|word|nz|uk|us|au)\b",
    re.IGNORECASE,
)


def words_of(name: str) -> frozenset[str]:
    """The words that tell a firm from others: lower case, without Ltd and the like."""
    return frozenset(w for w in re.findall(r"[^\W_]+", name.casefold()) if w not in _LEGAL and len(w) > 1)


def _is_letter(document: Document, folder: Folder) -> bool:
    return folder.role == "letter" or bool(re.search(r"(?mi)^[ \t]*dear\b", document.text[:3000]))


def wrong_employer(document: Document, folder: Folder, job: JobAd | None, resume: Resume) -> Iterator[Match]:
    """A letter that names another employer as the one it is written to than the one who placed the ad.

    Told at its place where the letter itself is checked, else at the top of the CV that it goes with.
    """
    ad = job or next((_ad_of(s) for s in folder.of("ad")), None)
    if ad is None or not ad.employer or not words_of(ad.employer):
        return
    if _is_letter(document, folder):
        past = [s.document.text for s in folder.siblings if s.role in ("cv", "master")]
        for span in _other_employers(document, ad, past):
            yield Match(
                span.start,
                span.end,
                data={"name": span.of(document.text), "employer": ad.employer, "where": "The letter"},
            )
        return
    for sibling in _unreported(folder, "letter"):
        for span in islice(_other_employers(sibling.document, ad, [document.text]), 1):
            name = span.of(sibling.document.text)
            yield on_file(document, name=name, employer=ad.employer, where=file_name(sibling.document))


def _ad_of(sibling: Sibling) -> JobAd | None:
    from cvlint.job import read_ad

    return read_ad(sibling.document)


def _unreported(folder: Folder, role: str) -> list[Sibling]:
    return [s for s in folder.of(role) if file_name(s.document) not in folder.reported]


def _other_employers(document: Document, ad: JobAd, known: list[str]) -> Iterator[Span]:
    """Names that a letter says it wants to work for, which neither the ad nor the CV knows."""
    text, wanted, ad_text = document.text, words_of(ad.employer or ""), ad.text.casefold()
    seen: set[str] = set()
    named = [(m, True) for m in _DEAR.finditer(text)] + [(m, False) for m in _WANT.finditer(text)]
    for m, sure in sorted(named, key=lambda h: h[0].start("name")):
        name = re.sub(r"(?:'s|’s)$|[.]$", "", re.sub(r"(?: (?:of|for|and|the|de|&))+$", "", m["name"]))
        words = words_of(name)
        first = re.split(r" (?:and|&) ", name)[0]
        if (
            not words
            or words & wanted
            or first.casefold() in ad_text
            or _NO_EMPLOYER.match(name)
            or name.casefold() in ad_text
            or name in seen
        ):
            continue
        if any(name.casefold() in other.casefold() for other in known) or _initials(ad.employer or "") == name:
            continue
        sentence = sentence_at(text, m.start(), m.end("name"))
        if not sure and not _AIM.search(sentence.of(text)):
            continue
        if (
            re.search(
                r"\b(?:was|were|worked|been|had|did|managed|led|completed|trained|studied|employed|currently|previous(?:ly)?|former(?:ly)?|since|until|recently|years? (?:at|with))\b",
                sentence.of(text),
            )
            and not sure
            and not re.match(r"(?i)join|position|role|vacancy|opportunity|opening|appl|asset|fit", m[0])
        ):
            continue
        seen.add(name)
        yield Span(m.start("name"), m.start("name") + len(name))


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"[A-Z]\w*", name))


def sentence_at(text: str, start: int, end: int) -> Span:
    """The sentence, of at most some 400 characters each way, around a range."""
    low = max((m.end() for m in re.finditer(r"[.!?]\s|\n\s*\n", text[max(0, start - 400) : start])), default=0)
    m = re.search(r"[.!?](?:\s|$)|\n\s*\n", text[end : end + 400])
    return Span(max(0, start - 400) + low, end + (m.start() if m else min(400, len(text) - end)))


_FOR = re.compile(
    r"(?:letter|cover|cv|resume|résumé|application)[ _-]+(?:for|to|at)[ _-]+(?P<name>[^.]+)$|(?:cover[ _-]?letter|letter)[ _-]+(?P<bare>[A-Z][^.]+)$",
    re.IGNORECASE,
)


def named_for_another(document: Document, folder: Folder, job: JobAd | None, resume: Resume) -> Iterator[Match]:
    """A file whose name says that it is for another employer than the one who placed the ad."""
    if job is None or not job.employer or not words_of(job.employer):
        return
    names = [file_name(document)] + [file_name(s.document) for s in _unreported(folder, "letter")]
    for name in names:
        m = _FOR.search(PurePath(name).stem)
        if not m:
            continue
        target = re.sub(r"[_-]+", " ", m["name"] or m["bare"]).strip()
        words = frozenset(w for w in words_of(target) if not w.isdigit())
        run = re.sub(r"\W", "", job.text.casefold() + job.employer.casefold())
        own = words_of(resume.contact.name_text)
        if not words or _TITLE_WORD.search(target) or words & own or any(w in run for w in words):
            continue
        if _initials(job.employer).casefold() == target.casefold():
            continue
        yield on_file(document, file=short(name), name=target, employer=job.employer)
