"""Which country's customs and spelling a CV follows."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from cvlint.model.document import Document
from cvlint.model.job import JobAd
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind
from cvlint.resume.places import (
    AMERICAN,
    BRITISH,
    CANADIAN_CODES,
    COUNTRY_CODES,
    DOMAINS,
    PHONES,
    PLACE,
    POSTCODES,
    WORDS,
)

LOCALES = ("en-NZ", "en-GB", "en-AU", "en-IE", "en-US", "en-CA", "en-ZA")
_LIMIT = 40_000  # characters of a document that are searched for places and words


@dataclass(frozen=True, slots=True)
class LocaleGuess:
    """A locale and the evidence for it in a few words ("phone +64, Wellington").

    `found` says that the evidence is more than a single faint sign.
    """

    locale: str
    reason: str
    sure: bool = False
    found: bool = True


@dataclass(frozen=True, slots=True)
class _Sign:
    locale: str
    weight: float
    words: str


def find_locale(document: Document, resume: Resume, ad: JobAd | None) -> LocaleGuess:
    """The locale by phone, address, ad, document language and spelling; `sure` where signs of weight agree.

    An ad decides only where the CV itself says little: whoever applies abroad writes for that country, but
    the language of a CV is its writer's.
    """
    signs = [*_contact_signs(document, resume), *_text_signs(document, resume), *_file_signs(document, ad)]
    scores: dict[str, float] = defaultdict(float)
    for sign in signs:
        scores[sign.locale] += sign.weight
    for sign in _spelling_signs(document, scores):
        signs.append(sign)
        scores[sign.locale] += sign.weight
    if not scores or max(scores.values()) <= 0:
        return LocaleGuess("en-GB", "no sign of a country", found=False)
    best = max(LOCALES, key=lambda loc: scores[loc])
    second = max((s for loc, s in scores.items() if loc != best), default=0.0)
    own = sorted((s for s in signs if s.locale == best), key=lambda s: -s.weight)
    reason = ", ".join(dict.fromkeys(s.words for s in own[:3]))
    return LocaleGuess(best, reason, scores[best] >= 3 and scores[best] >= second + 1.5, scores[best] >= 1)


def _contact_signs(document: Document, resume: Resume) -> list[_Sign]:
    signs: list[_Sign] = []
    for item in resume.contact.items:
        if item.kind == "phone":
            signs += _phone_signs(item.text)
        elif item.kind in ("email", "link"):
            host = (item.text.rsplit("@", 1)[-1] if item.kind == "email" else _host(item.text)).lower().rstrip("/")
            for ending, locale in DOMAINS.items():
                if host.endswith("." + ending):
                    signs.append(_Sign(locale, 1.5, f"{item.kind} .{ending}"))
                    break
    head = " \n ".join(document.text[s.start : s.end] for s in _own_place(resume))
    head += " \n ".join(i.text for i in resume.contact.of("address"))
    for locale, postcode in POSTCODES.items():
        m = postcode.search(head)
        if m:
            signs.append(_Sign(locale, 2.0, f"address ({m[0].strip(' ,')})"))
    for locale, place in PLACE.items():
        m = place.search(head)
        if m:
            signs.append(_Sign(locale, 2.5, m[0]))
    return signs


def _own_place(resume: Resume) -> list[Span]:
    found = [s.span for s in resume.of(SectionKind.HEAD, SectionKind.CONTACT)]
    return [Span(f.start, min(f.end, f.start + 1500)) for f in found]


def _host(link: str) -> str:
    return re.sub(r"^(?:https?:/*)?(?:www\.)?", "", link).split("/")[0]


def _phone_signs(shown: str) -> list[_Sign]:
    digits = re.sub(r"\D", "", shown)
    if shown.lstrip("( ").startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00")
        for code, locale in COUNTRY_CODES.items():
            if digits.startswith(code):
                canadian = code == "1" and digits[1:4] in CANADIAN_CODES
                return [_Sign("en-CA" if canadian else locale, 4.0, f"phone +{code}")]
        return []
    fits = [locale for locale, form in PHONES.items() if form.match(shown.strip())]
    if fits == ["en-US"]:
        area = digits.removeprefix("1")[:3]
        return [_Sign("en-CA" if area in CANADIAN_CODES else "en-US", 2.0, f"phone {area}")]
    return [_Sign(locale, 2.5 / len(fits), f"phone {shown.split()[0]}…") for locale in fits]


def _text_signs(document: Document, resume: Resume) -> list[_Sign]:
    text = document.text[:_LIMIT]
    newest = next((r.span for r in resume.roles if r.section is SectionKind.EXPERIENCE), None)
    signs: list[_Sign] = []
    for locale in LOCALES:
        found = {m[0] for m in PLACE[locale].finditer(text)}
        if found:
            here = newest is not None and PLACE[locale].search(text, newest.start, min(newest.end, newest.start + 200))
            weight = min(1.5, 0.4 * len(found)) + (0.7 if here else 0)
            signs.append(_Sign(locale, weight, sorted(found, key=text.index)[0]))
        states = [m[0].strip(" ,") for m in POSTCODES[locale].finditer(text)] if locale in ("en-US", "en-CA") else []
        if states:  # "Spokane, WA": where one worked
            signs.append(
                _Sign(locale, min(2.4, 0.8 * len(states)), f"work in {sorted(states, key=text.index)[0].split()[0]}")
            )
        words = {m[0] for m in WORDS[locale].finditer(text)}
        if words:
            signs.append(_Sign(locale, min(2.0, 0.8 * len(words)), sorted(words, key=text.index)[0]))
    return signs


def _file_signs(document: Document, ad: JobAd | None) -> list[_Sign]:
    signs: list[_Sign] = []
    language = (document.language or "").replace("_", "-")
    if language in LOCALES:
        # Word writes en-US into files of people everywhere, so it says little.
        weight = 0.4 if language == "en-US" else 1.2
        signs.append(_Sign(language, weight, f"language of the file {language}"))
    if ad is not None and ad.locale in LOCALES:
        signs.append(_Sign(str(ad.locale), 2.2, "the job ad"))
    return signs


def _spelling_signs(document: Document, scores: dict[str, float]) -> list[_Sign]:
    """American spelling speaks for the US; British spelling for whichever other country leads."""
    text = document.text[:_LIMIT]
    american = len(AMERICAN.findall(text))
    british = len(BRITISH.findall(text))
    if american > british * 2 and american >= 2:
        return [_Sign("en-US", min(1.5, 0.3 * american), "American spelling")]
    if british > american * 2:
        others = [loc for loc in LOCALES if loc != "en-US"]
        lead = max(others, key=lambda loc: scores.get(loc, 0.0))
        return [_Sign(lead if scores.get(lead) else "en-GB", min(1.5, 0.4 * british), "British spelling")]
    return []
