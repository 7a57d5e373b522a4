"""Puts mistakes into clean CVs and counts how many of them their rules find.

The modules `inject_*.py` beside this one give injectors by code: `INJECTORS` change a text, `DOCX_INJECTORS` a Word
file, each with a `random.Random`, and return it unchanged where the CV offers no place. `FILE_INJECTORS` give several
for a code, each of which makes of a CV a file with the mistake and its like without it; the rule must tell them apart.
A stable rule without an injector gets its own bad examples.
"""

from __future__ import annotations

import hashlib
import importlib
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from benchmarks.rules.clean import TODAY, CleanCV, clean_cvs
from benchmarks.rules.harness_generic import Planted, generic
from benchmarks.rules.harness_own import INJECTORS as OWN
from benchmarks.rules.harness_own import PLANTERS
from cvlint.catalogue.card import Rule
from cvlint.catalogue.find import find_rules
from cvlint.catalogue.select import ActiveRule, select
from cvlint.config.schema import Config, JobFiles
from cvlint.facts import Facts
from cvlint.job import read_ad
from cvlint.loaders import load, load_text
from cvlint.loaders.detect import Format, detect
from cvlint.loaders.pdf import with_second_reading
from cvlint.loaders.pdf_again import worth_comparing
from cvlint.loaders.readers import read
from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.model.job import JobAd
from cvlint.proofreaders.panel import Panel
from cvlint.proofreaders.reading import Knowledge
from cvlint.resume import read_resume
from cvlint.resume.folder import Folder, folder_of, read_signoff
from cvlint.runner import words_of

TextInjector = Callable[[str, random.Random], str]
WordInjector = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True)
class Pair:
    """A file with a mistake, and one that is as like it as can be and has none."""

    wrong: bytes
    right: bytes
    name: str = "cv.pdf"


FileInjector = Callable[[CleanCV, random.Random], Pair | None]


@dataclass
class Tally:
    """How one rule fared: planted mistakes, those found, and the CVs in which one was missed."""

    planted: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)
    own: bool = True

    @property
    def recall(self) -> float:
        """The share found."""
        return self.found / self.planted


def file_injectors() -> dict[str, tuple[FileInjector, ...]]:
    """The injectors by code that build files."""
    modules = (importlib.import_module(f"benchmarks.rules.{p.stem}") for p in Path(__file__).parent.glob("inject_*.py"))
    found: dict[str, tuple[FileInjector, ...]] = {}
    for module in modules:
        for code, given in getattr(module, "FILE_INJECTORS", {}).items():
            found[code] = (*found.get(code, ()), *given)
    return found


def injectors() -> tuple[dict[str, TextInjector], dict[str, WordInjector]]:
    """All injectors by code, of text and of Word files."""
    texts: dict[str, TextInjector] = dict(OWN)
    words: dict[str, WordInjector] = {}
    for path in sorted(Path(__file__).parent.glob("inject_*.py")):
        module = importlib.import_module(f"benchmarks.rules.{path.stem}")
        texts |= getattr(module, "INJECTORS", {})
        words |= getattr(module, "DOCX_INJECTORS", {})
    return texts, words


class Bench:
    """Runs single rules on documents with one set of readers."""

    def __init__(self) -> None:
        self.rules = {r.code: r for r in find_rules()}
        self.panel = Panel()
        self.before: dict[tuple[str, str, str], int] = {}
        self.ad = lru_cache(maxsize=64)(lambda text: read_ad(load_text(text, "ad.txt")))

    def facts(self, document: Document, locale: str, planted: Planted | None = None) -> Facts:
        """The facts of a document, with the ad and the files that stand beside it."""
        job: JobAd | None = self.ad(planted.job) if planted and planted.job else None
        knowledge = Knowledge(ad_words=words_of([job] if job else []))

        def proof(facts: Facts) -> object:
            self.panel.start(locale)
            return self.panel.proofread(facts.document, facts.resume, facts.locale, facts.knowledge)

        return Facts(
            document,
            read_resume(document, TODAY),
            TODAY,
            locale=locale,
            job=job,
            folder=folder_around(planted) if planted and planted.beside else Folder(),
            knowledge=knowledge,
            proof=proof,  # type: ignore[arg-type]
        )

    def matches(self, rule: Rule, facts: Facts, planted: Planted | None = None) -> list[Match]:
        """What one rule yields, with its options under this locale's profile."""
        active = self.active(rule, facts.locale)
        options = {**active.options, **(planted.options if planted else {})}
        return facts.ask(rule.check, rule.needs, options)

    def active(self, rule: Rule, locale: str) -> ActiveRule:
        """The rule as it runs under a locale."""
        config = Config.model_validate({"locale": locale, "extend_select": (rule.code,)})
        return select((rule,), config, locale)[0]

    def speaks(self, rule: Rule, planted: Planted, locale: str) -> bool:
        """Whether the rule says anything of a text by itself."""
        facts = self.facts(document_of(planted), locale, planted)
        return bool(self.matches(rule, facts, planted))

    def count(self, rule: Rule, cv: CleanCV, form: str) -> int:
        """How often the rule speaks on the clean CV."""
        key = (rule.code, cv.name, form)
        if key not in self.before:
            self.before[key] = len(self.matches(rule, self.clean_facts(cv, form)))
        return self.before[key]

    @lru_cache(maxsize=64)  # noqa: B019  (one bench a run)
    def clean_facts(self, cv: CleanCV, form: str) -> Facts:
        """The facts of a clean CV as text or as a Word file."""
        document = load_text(cv.text) if form == "txt" else load(Path("cv.docx"), cv.docx)
        return self.facts(document, cv.locale)

    def told_apart(
        self, rule: Rule, cv: CleanCV, rng: random.Random, given: Sequence[FileInjector]
    ) -> Iterator[tuple[str, bool]]:
        """For each injector that finds a place in the CV, its name and whether the rule speaks on the mistake alone."""
        for inject in given:
            pair = inject(cv, rng)
            if pair is not None:
                wrong, right = (self.says(rule, cv, pair.name, data) for data in (pair.wrong, pair.right))
                yield inject.__name__, wrong and not right

    def says(self, rule: Rule, cv: CleanCV, name: str, data: bytes) -> bool:
        """Whether the rule says anything of a file."""
        return bool(self.matches(rule, self.facts(opened(name, data), cv.locale)))

    def close(self) -> None:
        """End whatever the readers started."""
        self.panel.close()


def opened(name: str, data: bytes) -> Document:
    """The document in some bytes, read in this process and without a look at the words of scanned pictures."""
    format = detect(name, data)
    if format is Format.DOC:
        return load(Path(name), data)
    document = read(format, name, data)
    return with_second_reading(document, data) if format is Format.PDF and worth_comparing(document) else document


def document_of(planted: Planted) -> Document:
    """The document, passed off as the format that its name says."""
    return posing(load_text(planted.text, planted.name), planted.name)


def posing(document: Document, name: str) -> Document:
    """A document that was text, as the Word file or PDF that its name makes it."""
    suffix = name.rsplit(".", 1)[-1]
    return replace(document, format=suffix if suffix in ("docx", "pdf") else document.format)


def folder_around(planted: Planted) -> Folder:
    """The folder that an example describes; a file that ends in `.signoff` is a friend's word on the CV."""

    def read(name: str) -> Document | None:
        return posing(load_text(planted.beside[name], name), name)

    found = folder_of(planted.name, (planted.name, *planted.beside), JobFiles(), read, TODAY)
    signed = read_signoff(planted.beside.get(f"{planted.name}.signoff", ""))
    return replace(found, signoff=signed, digest=hashlib.sha256(planted.text.encode()).hexdigest())


def fits(rule: Rule, cv: CleanCV) -> bool:
    """Whether the rule is meant for the CV's country."""
    return rule.card.locales == "all" or cv.locale in rule.card.locales


def recall(bench: Bench, rules: Sequence[Rule], seed: int, each: int) -> Iterator[tuple[Rule, Tally]]:
    """Each rule with its tally over all clean CVs of its countries; `each` of them for rules that proofread."""
    texts, words = injectors()
    files = file_injectors()
    for rule in rules:
        tally = Tally(own=any(rule.code in some for some in (texts, words, files, PLANTERS)))
        cvs = [cv for cv in clean_cvs() if fits(rule, cv)]
        if "proofread" in rule.needs:
            cvs = random.Random(f"{seed} {rule.code}").sample(cvs, min(each, len(cvs)))
        for cv in cvs:
            rng = random.Random(f"{seed} {rule.code} {cv.name}")
            for name, told in bench.told_apart(rule, cv, rng, files.get(rule.code, ())):
                tally.planted += 1
                tally.found += told
                tally.missed += [] if told else [f"{cv.name} ({name})"]
            if rule.code in files:
                continue
            hit = _tried(bench, rule, cv, rng, texts.get(rule.code), words.get(rule.code))
            if hit is not None:
                tally.planted += 1
                tally.found += hit
                tally.missed += [] if hit else [cv.name]
        yield rule, tally


def _tried(
    bench: Bench,
    rule: Rule,
    cv: CleanCV,
    rng: random.Random,
    text: TextInjector | None,
    word: WordInjector | None,
) -> bool | None:
    """Whether the rule finds the mistake put into this CV; None where the CV offers no place for it."""
    if text is not None:
        wrong = text(cv.text, rng)
        if wrong == cv.text:
            return None
        return len(bench.matches(rule, bench.facts(load_text(wrong), cv.locale))) > bench.count(rule, cv, "txt")
    if word is not None:
        changed = word(cv.docx, rng)
        if changed == cv.docx:
            return None
        document = load(Path("cv.docx"), changed)
        return len(bench.matches(rule, bench.facts(document, cv.locale))) > bench.count(rule, cv, "docx")
    planter = PLANTERS.get(rule.code)
    planted = planter(cv.text, rng) if planter else generic(rule, cv.text, cv.locale, rng, bench.speaks)
    if planted is None:
        return None
    found = bench.matches(rule, bench.facts(document_of(planted), cv.locale, planted), planted)
    low, high = planted.start or 0, len(planted.text) if planted.end is None else planted.end
    inside = any(low <= m.end and m.start <= high for m in found)
    elsewhere = planted.job or planted.beside or planted.name != "cv.txt"  # what is wrong may be told at another place
    return inside or (bool(elsewhere) and bool(found))


def report_recall(bench: Bench, seed: int, only: Sequence[str] = (), each: int = 5) -> bool:
    """Print recall by rule and family and overall; whether it is as high as asked."""
    stable = [r for r in bench.rules.values() if r.card.status == "stable"]
    rules = [r for r in stable if not only or r.code.startswith(tuple(only))]
    families: dict[str, Tally] = defaultdict(Tally)
    none: list[str] = []
    low: list[str] = []
    rules.sort(key=lambda r: "proofread" in r.needs)  # the quick ones first
    for rule, tally in recall(bench, rules, seed, each):
        if not tally.planted:
            none.append(rule.code)
            continue
        for each in (families[rule.family], families["all"]):
            each.planted += tally.planted
            each.found += tally.found
        if tally.missed:
            how = "" if tally.own else "  (its own examples)"
            where = f"missed in {', '.join(tally.missed)}" if tally.found else "missed in all"
            print(f"{rule.code}  {tally.found}/{tally.planted}{how}  {where}", flush=True)
        if tally.recall < 0.8:
            low.append(rule.code)
    for family, tally in sorted(families.items()):
        print(f"recall {family:4} {tally.found}/{tally.planted} = {tally.recall:.3f}")
    print(f"under 0.8: {', '.join(low) or 'none'}")
    print(f"nothing planted (no injector fits): {', '.join(none) or 'none'}")
    return families["all"].recall >= 0.97 and not low
