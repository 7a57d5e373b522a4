"""The pipeline, readable from top to bottom: files in, a report out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from threading import Lock

from cvlint.catalogue.card import Rule
from cvlint.catalogue.find import find_rules
from cvlint.catalogue.select import ActiveRule, select
from cvlint.config.discover import for_path
from cvlint.config.schema import Config
from cvlint.facts import Facts
from cvlint.filters import accept, baseline, ignore, overlap, unused
from cvlint.filters.baseline import read_baseline
from cvlint.findings import finding_from, shown, with_fingerprints
from cvlint.job import compare, read_ad
from cvlint.loaders import LoadError, load, warm
from cvlint.model.document import Document, Notice
from cvlint.model.finding import Finding
from cvlint.model.job import Comparison, JobAd
from cvlint.model.report import FileReport, FileStatus, Report, Suppressed, reader_notices
from cvlint.proofreaders.panel import Panel, default_readers, known_readers
from cvlint.proofreaders.reading import Knowledge, Proof, ReaderError
from cvlint.resume import Resume, read_resume
from cvlint.resume.folder import Folder, read_folder
from cvlint.resume.locale import LocaleGuess, find_locale

Progress = Callable[[str], None]


class Run:
    """One run: rules and readers are loaded once and serve every file. Close it, or use it in a `with`.

    Several threads may check files: while the readers have one, another is parsed or goes through the rules.

    Raises `CardError`, `SelectionError` or `BaselineError` before any work where rules or configuration are wrong.
    """

    def __init__(self, config: Config, today: date, rules: Sequence[Rule] | None = None) -> None:
        self.config = config
        self.today = today
        self.rules = tuple(rules) if rules is not None else find_rules(Path(p) for p in config.rule_paths)
        self.panel = Panel(readers_of(config), config.languagetool, {r for rule in self.rules for r in rule.readings})
        self.known = read_baseline(Path(config.baseline)) if config.baseline else frozenset()
        self._read: dict[Path, Document | None] = {}
        self._rules_turn = Lock()  # taggers keep the text that they were given last: rules have one file at a time
        self.check_selection()

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End whatever the readers started."""
        self.panel.close()

    def check_selection(self) -> None:
        """Raise `SelectionError` for a code, name or option that no rule has, in the overrides as well."""
        for config in (
            self.config,
            *(for_path(self.config, p.strip("*/")) for o in self.config.overrides for p in o.paths),
        ):
            select(self.rules, config, config.locale or "en-GB")

    def start(self) -> None:
        """Begin to load what a check will need, in the background: readers, and the process that reads documents."""
        warm()
        if any(_proofread(a) for a in select(self.rules, self.config, self.config.locale or "en-GB")):
            self.panel.start(self.config.locale or "en-GB")

    def check(
        self,
        path: Path,
        ads: Sequence[JobAd] = (),
        data: bytes | None = None,
        reported: frozenset[str] = frozenset(),
    ) -> FileReport:
        """The report on one file, or on `data` under its name; one that cannot be read has the status `failed`.

        What lies beside a file on disk is read as well: its letter, its twin, and the ad where `ads` name none.
        `reported` names the files beside it that the same run checks by themselves.
        """
        try:
            document = load(path, data)
        except LoadError as error:
            return failed(str(path), str(error))
        if data is not None:
            return self.check_document(document, ads)
        with self._rules_turn:
            folder = read_folder(path, for_path(self.config, str(path)).jobs, self._beside, self.today, reported)
            found, notices = ads_of(folder) if not ads else (ads, [])
        return self.check_document(document, found, folder, notices)

    def _beside(self, path: Path) -> Document | None:
        """A file that lies beside one that is checked; None where it cannot be read. Each is read once."""
        if path not in self._read:
            try:
                self._read[path] = load(path)
            except LoadError:
                self._read[path] = None
        return self._read[path]

    def check_document(
        self,
        document: Document,
        ads: Sequence[JobAd] = (),
        folder: Folder = Folder(),
        notices: Sequence[Notice] = (),
    ) -> FileReport:
        """The report on a document that was read already; `notices` are shown before its own."""
        with self._rules_turn:
            return self._checked(document, ads, folder, notices)

    def _checked(
        self, document: Document, ads: Sequence[JobAd], folder: Folder, notices: Sequence[Notice]
    ) -> FileReport:
        config = for_path(self.config, document.path)
        ad = ads[0] if ads else None
        resume = read_resume(document, self.today)
        guess = _locale(config, document, resume, ad)
        facts = Facts(
            document,
            resume,
            self.today,
            locale=guess.locale,
            job=ad,
            folder=folder,
            knowledge=Knowledge(frozenset(config.words), words_of(ads), guess.found),
            proof=self._proof,
        )
        active = select(self.rules, config, guess.locale, folder.role)
        proofread = any(_proofread(a) for a in active)
        if proofread:
            self.panel.start(guess.locale)
        findings, broken = _findings(active, facts)
        findings, suppressed = let_be(with_fingerprints(overlap(findings), document), config, self.known, document.path)
        proof_notices = facts.proofread.notices if proofread else ()
        return FileReport(
            path=document.path,
            format=document.format,
            status=FileStatus.CHECKED,
            findings=tuple(findings),
            notices=(*notices, *document.notices, *proof_notices, *broken),
            comparisons=_comparisons(facts, ads) if folder.role != "letter" else (),
            document=document,
            locale=guess.locale,
            locale_reason=guess.reason,
            pages=len(document.pages) or None,
            words=len(document.text.split()),
            suppressed=suppressed,
        )

    def _proof(self, facts: Facts) -> Proof:
        self._rules_turn.release()  # the readers take time: meanwhile the rules may have another file
        try:
            return self.panel.proofread(facts.document, facts.resume, facts.locale, facts.knowledge)
        finally:
            self._rules_turn.acquire()


def check_files(
    paths: Sequence[Path],
    ads: Sequence[Path],
    config: Config,
    today: date,
    progress: Progress = lambda path: None,
    data: bytes | None = None,
) -> Report:
    """The report on several files, each against the same ads. `data` stands for the content of the only path.

    A file or an ad that cannot be read makes the report `incomplete`; the others are checked all the same.
    """
    with Run(config, today) as run:
        run.start()
        return check_with(run, paths, ads, progress, data)


def check_with(
    run: Run,
    paths: Sequence[Path],
    ads: Sequence[Path],
    progress: Progress = lambda path: None,
    data: bytes | None = None,
) -> Report:
    """As `check_files`, by a run that goes on to live."""
    read, notices = read_ads(ads)
    files = []
    for path in paths:
        files.append(run.check(path, read, data, reported_beside(path, paths)))
        progress(str(path))
    states, config = run.panel.states, run.config
    more = (*reader_notices(states, config.require_reader), *unused(config, files))
    return Report(tuple(files), states, (*notices, *more))


def let_be(
    findings: Sequence[Finding], config: Config, known: frozenset[str], path: str
) -> tuple[list[Finding], Suppressed]:
    """The findings that no accepted word, `[[ignore]]` or baseline covers, and how many each covers."""
    first, words = accept(findings, config.words)
    second, entries = ignore(first, config.ignored_findings, path)
    third, old = baseline(second, known)
    counts = (len(findings) - len(first), len(first) - len(second), len(second) - len(third))
    return third, Suppressed(*counts, used=tuple(sorted(words | entries | old)))


def readers_of(config: Config) -> tuple[str, ...]:
    """The readers to run: those chosen and those required. Raises `ReaderError` for a name that none has."""
    names = tuple(dict.fromkeys((*(config.readers or default_readers()), *config.require_reader)))
    for name in names:
        if name not in known_readers():
            raise ReaderError(f"there is no reader {name!r}; the readers are {', '.join(known_readers())}.")
    return names


def read_ads(paths: Sequence[Path]) -> tuple[list[JobAd], list[Notice]]:
    """The ads in some files, and what could not be made of them."""
    ads: list[JobAd] = []
    notices: list[Notice] = []
    for path in paths:
        try:
            ad = read_ad(load(path))
        except LoadError as error:
            notices.append(Notice("ad-not-read", str(error)))
            continue
        if ad.requirements:
            ads.append(ad)
            notices += [Notice("ad", f"{path}: {n}") for n in ad.notices]
        else:
            why = ad.notices[0] if ad.notices else "The ad asks for nothing that could be read: nothing was compared."
            notices.append(Notice("ad-not-read", f"{path}: {why}"))
    return ads, notices


def reported_beside(path: Path, paths: Sequence[Path]) -> frozenset[str]:
    """The names of the files of one run that lie in the folder of one of them."""
    return frozenset(other.name for other in paths if other != path and other.parent == path.parent)


def ads_of(folder: Folder) -> tuple[list[JobAd], list[Notice]]:
    """The ad that lies beside a CV, and a notice that says so; none where there are several to choose from."""
    found = [ad for ad in (read_ad(s.document) for s in folder.of("ad")) if ad.requirements]
    names = [Path(ad.path).name for ad in found]
    if len(found) > 1:
        several = f"Several ads lie beside it ({', '.join(names)}): name the one to compare with by --job."
        return [], [Notice("several-ads", several)]
    return found, [Notice("ad-found", f"Compared with {name}, the ad beside it.") for name in names]


def _comparisons(facts: Facts, ads: Sequence[JobAd]) -> tuple[Comparison, ...]:
    first = (facts.comparison,) if facts.comparison else ()
    return (*first, *(compare(ad, facts.resume) for ad in ads[1:]))


def _locale(config: Config, document: Document, resume: Resume, ad: JobAd | None) -> LocaleGuess:
    if config.locale:
        return LocaleGuess(config.locale, "as set", sure=True)
    return find_locale(document, resume, ad)


def _proofread(active: ActiveRule) -> bool:
    return "proofread" in active.rule.needs


def _findings(active: Sequence[ActiveRule], facts: Facts) -> tuple[list[Finding], list[Notice]]:
    """What the rules find, and a notice for each that failed: one rule's fault must not hide what others found."""
    found: list[Finding] = []
    broken: list[Notice] = []
    # Rules that need no proofreader come first: they run while the readers load.
    for rule in sorted(active, key=_proofread):
        try:
            found += [finding_from(rule, m, facts) for m in facts.ask(rule.rule.check, rule.rule.needs, rule.options)]
        except Exception as error:  # cards of other authors can fail in any way
            what = f"{rule.rule.code} failed on this file ({type(error).__name__}: {shown(str(error), 80)})"
            broken.append(Notice("rule-failed", f"{what}; everything else was checked. Please report it."))
    return found, broken


def failed(path: str, message: str) -> FileReport:
    """The report on a file that could not be checked."""
    return FileReport(path, "unknown", FileStatus.FAILED, notices=(Notice("not-checked", message),))


def words_of(ads: Sequence[JobAd]) -> frozenset[str]:
    """The words of the ads: an ad's own spelling is never a mistake of the CV."""
    return frozenset(w for ad in ads for w in re.findall(r"[^\W_][\w'’+#.&-]*[\w+#]|\w", ad.text))
