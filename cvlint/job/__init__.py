"""Job ads: what they ask for, and what a CV shows of it."""

from __future__ import annotations

from cvlint.model.document import Document
from cvlint.model.job import Comparison, JobAd
from cvlint.resume.facts import Resume

__all__ = ["compare", "read_ad"]


def read_ad(document: Document) -> JobAd:
    """What an ad asks for. An ad that cannot be understood comes back with notices and no requirements."""
    from cvlint.job.reader import read

    return read(document)


def compare(ad: JobAd, resume: Resume) -> Comparison:
    """What the CV shows of each requirement, with the words of the CV as evidence."""
    from cvlint.job.comparison import compare_with

    return compare_with(ad, resume)
