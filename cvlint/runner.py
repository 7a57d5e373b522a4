"""The pipeline, readable from top to bottom: files in, a report out."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from cvlint.catalogue.card import Rule
from cvlint.catalogue.find import find_rules
from cvlint.catalogue.select import ActiveRule, select
from cvlint.config.schema import Config
from cvlint.facts import Facts
from cvlint.filters import accept, overlap
from cvlint.job import compare, read_ad
from cvlint.loaders import LoadError, load
from cvlint.model.document import Document, Notice
from cvlint.model.finding import Finding, FixSafety, Match
from cvlint.model.job import JobAd
from cvlint.model.report import FileReport, FileStatus, Report
from cvlint.proofreaders.panel import DEFAULT_READERS, Panel
from cvlint.proofreaders.reading import Knowledge, Proof
from cvlint.resume import Resume, read_resume
from cvlint.resume.folder import Folder
from cvlint.resume.locale import LocaleGuess, find_locale

Progress = Callable[[str], None]
CONTEXT = 40
"""Characters of context on each side of a finding."""


class Run:
    """One run: rules and readers are loaded once and serve every file. Close it, or use it in a `with`."""

    def __init__(self, config: Config, today: date, rules: Sequence[Rule] | None = None) -> None:
        self.config = config
        self.today = today
        self.rules = tuple(rules) if rules is not None else find_rules(Path(p) for p in config.rule_paths)
        select(self.rules, config, config.locale or "en-GB")  # a wrong code ends the run before any work
        self.panel = Panel(config.readers or DEFAULT_READERS, config.languagetool)

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End whatever the readers started."""
        self.panel.close()

    def read_ad(self, path: Path) -> JobAd:
        """The ad in a file. Raises `LoadError`."""
        return read_ad(load(path))

    def check(self, path: Path, ads: Sequence[JobAd] = (), folder: Folder = Folder()) -> FileReport:
        """The report on one file; a file that cannot be read gives a report with the status `failed`."""
        try:
            document = load(path)
        except LoadError as error:
            return failed(str(path), str(error))
        return self.check_document(document, ads, folder)

    def check_document(
        self, document: Document, ads: Sequence[JobAd] = (), folder: Folder = Folder()
    ) -> FileReport:
        """The report on a document that was read already."""
        ad = ads[0] if ads else None
        resume = read_resume(document, self.today)
        guess = self._locale(document, resume, ad)
        facts = Facts(
            document,
            resume,
            self.today,
            locale=guess.locale,
            job=ad,
            folder=folder,
            knowledge=Knowledge(words=frozenset(self.config.words), ad_words=words_of(ads)),
            proof=self._proof,
        )
        active = select(self.rules, self.config, guess.locale)
        if any("proofread" in a.rule.needs for a in active):
            self.panel.start(guess.locale)
        findings = self._findings(active, facts)
        findings, _ = accept(findings, self.config.words)
        findings = with_fingerprints(overlap(findings), document.text)
        proof_notices = facts.proofread.notices if any("proofread" in a.rule.needs for a in active) else ()
        return FileReport(
            path=document.path,
            format=document.format,
            status=FileStatus.CHECKED,
            findings=tuple(findings),
            notices=(*document.notices, *proof_notices, *ad_notices(ads)),
            comparisons=tuple(compare(a, resume) for a in ads),
            document=document,
            locale=guess.locale,
            locale_reason=guess.reason,
            pages=len(document.pages) or None,
            words=len(document.text.split()),
        )

    def _locale(self, document: Document, resume: Resume, ad: JobAd | None) -> LocaleGuess:
        if self.config.locale:
            return LocaleGuess(self.config.locale, "as set", sure=True)
        return find_locale(document, resume, ad)

    def _proof(self, facts: Facts) -> Proof:
        return self.panel.proofread(facts.document, facts.resume, facts.locale, facts.knowledge)

    def _findings(self, active: Sequence[ActiveRule], facts: Facts) -> list[Finding]:
        # Rules that need no proofreader come first: they run while the readers load.
        order = sorted(active, key=lambda a: "proofread" in a.rule.needs)
        return [
            finding_from(rule, match, facts)
            for rule in order
            for match in facts.ask(rule.rule.check, rule.rule.needs, rule.options)
        ]


def check_files(
    paths: Sequence[Path],
    ads: Sequence[Path],
    config: Config,
    today: date,
    progress: Progress = lambda path: None,
) -> Report:
    """The report on several files, each against the same ads. Raises `LoadError` where an ad cannot be read."""
    with Run(config, today) as run:
        read = [run.read_ad(ad) for ad in ads]
        files = []
        for path in paths:
            files.append(run.check(path, read))
            progress(str(path))
        return Report(tuple(files), readers=run.panel.states)


def failed(path: str, message: str) -> FileReport:
    """The report on a file that could not be checked."""
    return FileReport(path, "unknown", FileStatus.FAILED, notices=(Notice("not-checked", message),))


def finding_from(active: ActiveRule, match: Match, facts: Facts) -> Finding:
    """The finding that a match of a rule is: with its message, its place and its context."""
    document, card = facts.document, active.rule.card
    found = document.text[match.start : match.end]
    data = {
        "found": shown(found),
        "suggestion": match.suggestions[0] if match.suggestions else "",
        **match.data,
    }
    block = document.block_at(match.start)
    section = facts.resume.section_at(match.start)
    own_severity = active.severity is card.severity  # a severity that the user set wins over the evidence
    return Finding(
        code=card.code,
        name=card.name,
        severity=match.severity if match.severity and own_severity else active.severity,
        message=card.message.format_map(_Braces(data)),
        text=found,
        context=context_of(document, match),
        start=match.start,
        end=match.end,
        line=document.line_at(match.start),
        page=document.page_at(match.start),
        block=block.index if block else None,
        section=section.title or None if section else None,
        box=document.box(match.span),
        suggestions=match.suggestions,
        readers=match.readers,
        fix=(match.fix or card.fix) if match.suggestions else FixSafety.NONE,
    )


class _Braces(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def shown(text: str, most: int = 60) -> str:
    """Text of the CV as a message quotes it: on one line, shortened in the middle."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most // 2].rstrip()} … {flat[-(most // 3) :].lstrip()}"


def context_of(document: Document, match: Match) -> str:
    """The words around a match, from its own block, on one line."""
    block = document.block_at(match.start)
    low, high = (block.start, max(block.end, match.end)) if block else (0, len(document.text))
    low, high = min(low, match.start), min(high, match.end + CONTEXT)
    low = max(low, match.start - CONTEXT)
    text = document.text[low:high]
    if low and not document.text[low - 1].isspace():
        text = text[text.find(" ", 0, match.start - low) + 1 :]
    if high < len(document.text) and not document.text[high].isspace():
        cut = text.rfind(" ")
        text = text[:cut] if cut > match.end - low else text
    return " ".join(text.split())


def with_fingerprints(findings: Sequence[Finding], text: str) -> list[Finding]:
    """The findings with their fingerprints: rule, flagged text, three tokens on each side, and a count; no position."""
    seen: Counter[str] = Counter()
    out = []
    for finding in findings:
        before = re.findall(r"\w+", text[max(0, finding.start - 80) : finding.start])[-3:]
        after = re.findall(r"\w+", text[finding.end : finding.end + 80])[:3]
        key = "\x1f".join((finding.code, finding.text, " ".join(before), " ".join(after)))
        seen[key] += 1
        digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode()).hexdigest()
        out.append(replace(finding, fingerprint=digest[:16]))
    return out


def words_of(ads: Sequence[JobAd]) -> frozenset[str]:
    """The words of the ads: an ad's own spelling is never a mistake of the CV."""
    return frozenset(w for ad in ads for w in re.findall(r"[^\W_][\w'’+#.&-]*[\w+#]|\w", ad.text))


def ad_notices(ads: Sequence[JobAd]) -> tuple[Notice, ...]:
    """What could not be made of the ads."""
    return tuple(Notice("ad", f"{ad.path}: {n}") for ad in ads for n in ad.notices)
