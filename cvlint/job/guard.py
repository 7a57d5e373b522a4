"""Whether a text is a job ad in English at all: an empty file, a CV, a web page's navigation are told apart."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import re

from cvlint.job.pieces import Piece
from cvlint.model.document import Document

FUNCTION = frozenset({
    "the", "of", "and", "to", "in", "a", "for", "with", "is", "are", "you", "will", "be", "our", "we",
    "have", "as", "on", "this", "an", "your", "or", "at", "by", "from", "that",
})  # fmt: skip
AD_WORDS = re.compile(
    r"\b(?:you will|you(?:'|’)ll|we are|we offer|requirements?|responsibilit\w+|candidates?|applicants?|apply|position|role|vacancy|salary|experience (?:in|of|with)|looking for|job|must have|hiring|qualifications?|your (?:profile|role|tasks)|skills required|seeking|required|essential)\b",
    re.IGNORECASE,
)
CV_WORDS = re.compile(
    r"\b(?:curriculum vitae|references available|employment history|work history|career (?:history|summary|profile)|date of birth|professional summary|core competencies|linkedin\.com/in|personal statement|my (?:role|responsibilities))\b",
    re.IGNORECASE,
)
CV_DATES = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+|\d{1,2}/)?(?:19|20)\d\d\s*(?:-|–|—|to)\s*(?:(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+|\d{1,2}/)?(?:19|20)\d\d|present|current|now|date)\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b(?!\s*(?:/|-))")
PAST = re.compile(
    r"^\W*(?:managed|led|developed|designed|built|created|worked|responsible|supervised|implemented|achieved|coordinated|delivered|provided|maintained|trained|increased|reduced|organi[sz]ed|assisted|handled|prepared|ran|kept|cared|taught|sold|wrote)\b",
    re.IGNORECASE | re.MULTILINE,
)
NAVIGATION = re.compile(
    r"^\W*(?:home|menu|log ?in|sign (?:in|up)|register|search|skip to (?:main )?content|cookies?|accept(?: all)?|privacy|terms|share|tweet|facebook|twitter|linkedin|instagram|contact us|about us|jobs?|browse|back|next|previous|save(?: job)?|similar jobs|sitemap|help|careers|blog|news|language|my account|upload cv|subscribe|follow us|copyright.*|©.*|all rights reserved.*|forgot.*|create (?:an )?(?:account|alert).*|report (?:this )?job|post a job|for employers|view all.*|show more|read more|reject all|manage.*|loading.*|download (?:the )?app.*|apply now)\W*$",
    re.IGNORECASE,
)

EMPTY = "The ad is empty: nothing was compared. Paste the whole text of the ad into the file."
SHORT = "The ad is too short to tell what it asks for ({words} words): nothing was compared."
LOOKS_LIKE_CV = "This file looks like a CV, not like a job ad: nothing was compared."
OTHER_LANGUAGE = "The ad does not seem to be in English: nothing was compared. Only English ads are read."
WEB_PAGE = (
    "This looks like a saved web page without the ad's own text: nothing was compared. Copy the ad's text into a file."
)
SOME_NAVIGATION = "The file holds the navigation of a web page ({lines} lines); those lines were left out."


def refuse(document: Document) -> str | None:
    """Why the text cannot be read as an ad, in one sentence; None where it can."""
    text = document.text
    words = re.findall(r"[^\W\d_]+", text)
    if not words:
        return EMPTY
    if not text.isascii() and sum(c.isalpha() and c > "\u036f" for c in text) > 0.3 * sum(c.isalpha() for c in text):
        return OTHER_LANGUAGE
    share = sum(w.lower() in FUNCTION for w in words) / len(words)
    if len(words) >= 40 and share < 0.12 and not _list_like(text):
        if navigation_lines(text) >= 8:
            return WEB_PAGE
        if _foreign(words) or share < 0.08:
            return OTHER_LANGUAGE
    if len(words) >= 25 and _foreign(words):
        return OTHER_LANGUAGE
    if _is_cv(text):
        return LOOKS_LIKE_CV
    lines = [line for line in text.split("\n") if line.strip()]
    asks = len(AD_WORDS.findall("\n".join(x for x in lines if not NAVIGATION.match(x))))
    if navigation_lines(text) >= max(8, 0.5 * len(lines)) and asks < 6:
        return WEB_PAGE
    if len(words) < 8 and asks == 0:
        return SHORT.format(words=len(words))
    return None


def _list_like(text: str) -> bool:
    return len(AD_WORDS.findall(text)) >= 3


OTHER_WORDS = frozenset({
    "der", "das", "und", "für", "mit", "ist", "sie", "wir", "ein", "eine", "von", "des", "zu", "im", "auf",
    "als", "bei", "oder", "nicht", "werden", "haben", "les", "pour", "vous", "nous", "est", "une", "dans",
    "du", "avec", "sur", "votre", "nos", "aux", "par", "qui", "el", "los", "las", "y", "para", "una", "del",
    "por", "que", "su", "como", "más", "nuestro", "il", "lo", "gli", "nel", "che", "di", "sono", "het",
    "een", "van", "voor", "met", "je", "wij", "zijn", "op", "os", "um", "uma", "com", "da", "em", "não",
    "och", "att", "som", "för", "med", "vi", "är", "på", "ett", "av", "till", "og", "til", "na", "oraz",
    "się", "nie", "jest",
})  # fmt: skip
"""Common words of the languages around English that English has not."""


def _foreign(words: list[str]) -> bool:
    low = [w.lower() for w in words]
    other = sum(w in OTHER_WORDS for w in low)
    own = sum(w in FUNCTION for w in low)
    return other > 1.3 * own and other >= 6


def navigation_lines(text: str) -> int:
    """How many lines are the furniture of a web page."""
    return sum(bool(NAVIGATION.match(line)) for line in text.split("\n"))


ASKS = re.compile(
    r"\b(?:you(?:r|'ll|’ll)?|candidates?|applicants?|we are|we(?:'|’)re|apply|looking for|must|the role|successful|salary|required|preferred)\b",
    re.IGNORECASE,
)
CV_HEADING = re.compile(
    r"^\W*(?:(?:professional|work|relevant|core|career|executive|technical|additional|key) )*(summary|profile|objective|overview|experience|work history|employment(?: history)?|education(?: and training)?|"
    r"skills|highlights|accomplishments|certifications|references|referees|interests|hobbies|qualifications|competencies|awards|languages|affiliations|publications)\W*$",
    re.IGNORECASE | re.MULTILINE,
)


def cv_score(text: str) -> int:
    """How much a text looks like a CV: ranges of dates, headings of a CV, what someone did, "I"."""
    dates = len(CV_DATES.findall(text))
    headings = len({m[1].lower() for m in CV_HEADING.finditer(text)})
    return (
        2 * min(dates, 3)
        + 2 * min(2, len(CV_WORDS.findall(text)))
        + min(3, len(PAST.findall(text)))
        + (len(FIRST_PERSON.findall(text)) >= 4)
        + (min(headings, 4) if headings >= 3 else 0)
        + 2 * (re.search(r"\S@\S+\.\w|\+?\d[\d ()-]{8,}\d", text[:300]) is not None)
    )


def _is_cv(text: str) -> bool:
    """Whether a text is a CV: it looks like one and does not address a reader as ads do."""
    score, asks = cv_score(text), len(ASKS.findall(text))
    words = max(1, len(text.split()))
    dated = len(CV_DATES.findall(text)) >= 1
    if asks == 0 and score >= 4:
        return True  # dates written in words, but nobody is addressed
    return score >= 5 and (dated or score >= 7) and (score > asks or (dated and 100 * asks < words))


def looks_like_ad(document: Document) -> bool:
    """Whether a document is a job ad in English: it can be read as one, and it asks as ads do.

    Letters and CVs are not: a letter speaks of "I" more than it addresses "you". For telling the files of a folder apart.
    """
    text = document.text
    if refuse(document) is not None:
        return False
    asks, first = len(ASKS.findall(text)), len(FIRST_PERSON.findall(text))
    letter = LETTER.search(text) is not None
    wants = len(AD_WORDS.findall(text))
    return wants >= 1 and wants + asks >= 3 and asks >= first and not (letter and first >= 3)


LETTER = re.compile(
    r"^\W*dear\b|\b(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm) regards|sincerely,|i am writing|i look forward)",
    re.IGNORECASE | re.MULTILINE,
)


def drop_navigation(text: str, cut: list[Piece]) -> tuple[list[Piece], int]:
    """The pieces without a web page's furniture, and how many were dropped; few such lines are left alone."""
    furniture = [p for p in cut if NAVIGATION.match(text[p.start : p.end])]
    if len(furniture) < 6:
        return cut, 0
    lines = {id(p) for p in furniture}
    return [p for p in cut if id(p) not in lines], len(furniture)
