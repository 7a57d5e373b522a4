"""Which flagged words are misspelt: the union of the readers, less what a CV may well hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import takewhile

from cvlint.model.document import Block, Document
from cvlint.model.finding import Severity
from cvlint.model.location import Span
from cvlint.proofreaders.casing import shouted
from cvlint.proofreaders.context import around, part_of_speech
from cvlint.proofreaders.irregular import FORMS
from cvlint.proofreaders.lexicon import PREFIXES, lexicon, well_formed
from cvlint.proofreaders.ranking import SMALL, Candidate, in_case, in_locale, may_be_meant, rank
from cvlint.proofreaders.reading import Knowledge, Passage, Reading, Remark
from cvlint.proofreaders.variants import variants
from cvlint.proofreaders.words import english
from cvlint.resume.facts import Resume

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CODE = re.compile(r"[A-Za-z]*\d|[a-z]+[A-Z]|[A-Z][a-z]+[A-Z]|[A-Z]{2,}[a-z]{1,3}$|.*[ÂÃ]")
"""A code, a name with capitals inside, the plural of an acronym, or UTF-8 that somebody read as Latin-1."""

SURE, SURE_OF_CARELESS = -2.5, -12.0
"""Above this score a correction is likely enough to speak of a misspelling; the lower where the CV is full of them.

In real CVs what lies between is a term or a name of a trade nine times in ten ("exadata", "hydrolysates"). A writer
who misspells one word in a hundred is another matter: theirs are the slips that are far from the word meant.
"""

SURE_TERM = 2.0
"""The same for what is often a term: short words, words in capitals, words of a list of skills between commas."""

CERTAIN = 1.0
"""Above this score a misspelling is an error, below it a warning."""

_ORGANISATIONS_TEXT = (
    "Institute University College School Academy Hospital Clinic Center Centre Group Inc Ltd Limited LLC Corp"
    " Corporation Company Bank Foundation Trust Associates Partners Hotel Church Street Road Avenue County Park"
    " Industries Systems Technologies Solutions Enterprises Holdings International Farm Farms Brothers Sons"
)
ORGANISATIONS = frozenset(_ORGANISATIONS_TEXT.split())
"""Words that make the capitalised word before them a name."""

LISTED = 5
"""Items between commas that make a list of skills."""

COMMONER, COMMONER_BY_LITTLE, SMALL_SLIP = 2.0, 1.4, 4.0
"""How much commoner (Zipf scale) the word meant is than a rare word that was written; the less where the slip is small
(its channel cost).
"""

FAR = 9.0
"""Channel cost from which a word is likelier a compound or a name than a slip for another word."""

SURE_START, SURE_START_OF_CARELESS = -1.0, -4.0
"""The same for a word that starts a sentence or a line with a capital."""

SURE_NAME = 1.9
"""The same for a word that may be a name: capitalised where no sentence starts."""


@dataclass(frozen=True)
class Text:
    """What spelling needs to know of one CV."""

    document: Document
    resume: Resume
    passages: Sequence[Passage]
    knowledge: Knowledge
    locale: str

    @cached_property
    def tokens(self) -> Counter[str]:
        """How often each word stands in the CV, as written."""
        return Counter(m[0] for p in self.passages for m in TOKEN.finditer(p.text))

    @cached_property
    def lower(self) -> Counter[str]:
        """How often each word stands in the CV, in any case."""
        found: Counter[str] = Counter()
        for word, n in self.tokens.items():
            found[word.lower()] += n
        return found

    @cached_property
    def known(self) -> frozenset[str]:
        """Words of the ad, of the user and of the CV's own name and addresses, in lower case."""
        given = {w.lower() for w in (*self.knowledge.words, *self.knowledge.ad_words)}
        for item in (self.resume.contact.name_text, *(i.text for i in self.resume.contact.items)):
            given.update(w.lower() for w in re.findall(r"[^\W\d_]+", item) if w[:1].isupper() or "@" in item)
        return frozenset(given)

    def line_of(self, span: Span) -> str:
        """The line that holds a place."""
        return self.document.line_span(self.document.line_at(span.start)).of(self.document.text)

    def is_listed(self, span: Span) -> bool:
        """Whether a place is in a list of skills: one of many short items between commas."""
        items = [item.split() for item in re.split(r"[,;|•]", self.line_of(span))]
        return len(items) >= LISTED and sum(len(item) <= 3 for item in items) >= 0.8 * len(items)

    @cached_property
    def oxford(self) -> bool:
        """Whether the CV writes -ize throughout."""
        ize = sum(n for w, n in self.lower.items() if re.search(r"iz(?:e|ed|es|ing|ation|ations)$", w))
        ise = sum(
            n for w, n in self.lower.items() if re.search(r"is(?:ed|es|ing|ation|ations)$", w) and variants().of(w)
        )
        return ize > 0 and ise == 0


@dataclass
class Flag:
    """A word that some readers do not know: who, and what they suggest."""

    span: Span
    readers: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    said: dict[str, tuple[str, ...]] = field(default_factory=dict)


def flags(readings: Iterable[Reading], document: Document) -> list[Flag]:
    """The words that readers flag as misspelt, one flag a word, in order."""
    found: dict[Span, Flag] = {}
    for reading in readings:
        text = document.text[reading.start : reading.end]
        for m in TOKEN.finditer(text):
            span = Span(reading.start + m.start(), reading.start + m.end())
            flag = found.setdefault(span, Flag(span))
            if reading.reader not in flag.readers:
                flag.readers.append(reading.reader)
            flag.rules.append(reading.rule)
            if m[0] == text:
                flag.said.setdefault(reading.reader, reading.suggestions)
    return [found[span] for span in sorted(found)]


def judge(flag: Flag, text: Text, careless: bool = False, alone: bool = True) -> Remark | None:
    """What to say of a flagged word: a misspelling, an unknown word, or nothing.

    `careless` says that the CV is full of misspellings, `alone` that no other unknown word stands nearby: terms come
    in company ("vmstat, iostat and netstat").
    """
    document = text.document
    word = flag.span.of(document.text)
    if word.lower() in FORMS and (not word.istitle() or _opens(flag.span, document)):
        return _misspelling(flag, text, word, [Candidate(FORMS[word.lower()], 0.0, 0.0, 0.0)])
    if _passes(word, text) or _stuck(flag.span, document):
        return None
    if plural_of_known(word.lower()) and not (word.islower() and _slip_of_plural(word)):
        return None  # whether it may be counted is a question of grammar
    found = rank(word, flag.said, text.lower, around(flag.span, document))
    found = [
        c for c in found if " " not in c.word or SMALL & set(c.word.split()) or _apart_elsewhere(c.word, word, text)
    ] or found
    if word.islower() and word in lexicon().capitalised and (not found or found[0].cost > FAR):
        found = [Candidate(word.capitalize(), 0.0, 0.0, 0.0), *found]  # a name without its capital
        return _misspelling(flag, text, word, found)
    best = found[0] if found else None
    name_like = _name_like(flag.span, word, text) and not _dates(flag.span, best, document)
    sure, sure_start = (SURE_OF_CARELESS, SURE_START_OF_CARELESS) if careless else (SURE, SURE_START)
    mistyped = name_like and best is not None and _mistyped(best, word)
    name_like = name_like and not mistyped
    bar = SURE_NAME if name_like else sure_start if word[:1].isupper() and not word.isupper() else sure
    if not careless and (len(word) <= 4 or _in_capitals(flag.span, word, text) or text.is_listed(flag.span)):
        bar = max(bar, SURE_TERM)
    doubtful = best is not None and best.score < CERTAIN and best.cost > 0 and not careless
    doubtful = doubtful and not (alone and word.islower() and len(flag.readers) > 1)
    if best is not None and best.score >= bar and not doubtful and _believable(best, word, name_like, flag.span, text):
        return _misspelling(flag, text, word, found, doubted=mistyped)
    if word[:1].isupper() or text.tokens[word] > 1 or len(word) < 4 or word.isupper():
        return None
    return Remark(
        flag.span.start,
        flag.span.end,
        tuple(dict.fromkeys(("panel:unknown-word", *flag.rules))),
        tuple(flag.readers),
        tuple(dict.fromkeys(in_case(in_locale(c.word, text.locale, text.oxford), word) for c in found[:3])),
        Severity.INFO,
    )


def _in_capitals(span: Span, word: str, text: Text) -> bool:
    """Whether a word alone is in capitals, not its whole line."""
    return word.isupper() and not shouted(text.line_of(span))


def _certain(best: Candidate, word: str) -> bool:
    """Whether a misspelling is beyond doubt; words that ran together may have lost their blank in the file alone."""
    if " " in best.word:
        return word.lower() in FORMS
    return best.score >= CERTAIN or best.cost == 0


def _misspelling(flag: Flag, text: Text, word: str, found: Sequence[Candidate], doubted: bool = False) -> Remark:
    suggestions = tuple(dict.fromkeys(in_case(in_locale(c.word, text.locale, text.oxford), word) for c in found))
    return Remark(
        flag.span.start,
        flag.span.end,
        tuple(dict.fromkeys(("panel:misspelling", *flag.rules))),
        tuple(flag.readers),
        suggestions[:5],
        Severity.ERROR if _certain(found[0], word) and not doubted else Severity.WARNING,
    )


def _passes(word: str, text: Text) -> bool:
    if len(word) < 3 or _CODE.match(word) or _JOINED.fullmatch(word):
        return True
    if text.locale != "en-US" and _IZE.search(word.lower()) and _IZE.sub(r"iz\1", word.lower()) in english():
        return True  # strategising
    if word.isupper() and len(word) <= 6 and not (len(word) > 4 and _also_small(word, text)):
        return True  # an acronym
    if word.islower() and len(word) <= 5 and any(w in text.tokens for w in _capitals(word)):
        return True  # the same in lower case, where the text has it in capitals too
    low = word.lower()
    if low in text.known or low in text.knowledge.words:
        return True
    if low in english() and low not in english().obscure and not english().proper.get(low, "").isupper():
        return True  # the readers' dictionaries have gaps of their own
    return lexicon().knows(word) or bool(variants().of(word)) or (well_formed(word) and not _rare(word))


def _also_small(word: str, text: Text) -> bool:
    """Whether a word in capitals stands elsewhere without them: it is no acronym."""
    return bool(text.tokens[word.lower()] or text.tokens[word.title()])


def _capitals(word: str) -> tuple[str, ...]:
    """What an acronym in lower case looks like elsewhere: CMM, CMMs, CMM's."""
    big = word.upper()
    return (big, big + "s", big + "'s", big + "’s", word[:-1].upper() + "s")


def plural_of_known(low: str) -> bool:
    """Whether a word that is in no dictionary is the regular plural of a noun that is: dissolutions, surveillances."""
    regular = re.search(r"(?<![sxzy])s$|[^aeiou]ies$|(?:ch|sh|ss|x|z)es$|[aeiou]ys$", low)
    if not regular or len(low) < 6 or low.endswith(("chs", "shs")):
        return False
    single = low[:-3] + "y" if low.endswith("ies") else low[:-2] if re.search(r"(?:ch|sh|ss|x|z)es$", low) else low[:-1]
    thing = part_of_speech(single, "NN") >= 0.4 or single.endswith("ing")  # flashings
    return english().zipf.get(single, 0) >= 2.0 and thing


def _rare(word: str) -> bool:
    """Whether a word that its parts explain is likelier a slip for a common one: "intersting" is no sting."""
    low = word.lower()
    if "-" in low:
        return False
    own = english().zipf.get(low, 1.0)
    small = SMALL_SLIP if word.islower() and len(low) > 4 else 0.0
    if not may_be_meant(low, own + (COMMONER_BY_LITTLE if small else COMMONER), 7.5):
        return False
    best = next((c for c in rank(low, most=3) if " " not in c.word), None)
    more = best.zipf - own if best else 0.0
    return best is not None and best.cost < 7.5 and more > (COMMONER_BY_LITTLE if best.cost < small else COMMONER)


def _slip_of_plural(low: str) -> bool:
    """Whether what looks like a plural is a slip for a common one: "soliders" are soldiers."""
    best = next(iter(rank(low, most=1)), None)
    return best is not None and best.cost < SMALL_SLIP and best.zipf > 4.4 and best.word.endswith("s")


def rare(text: Text) -> list[Flag]:
    """Rare words of the dictionary, one small slip away from a common one, as no reader flags them: sory, throughly."""
    found = []
    zipf = english().zipf
    for passage in text.passages:
        for m in TOKEN.finditer(passage.text):
            low = m[0].lower()
            if low in FORMS and low in english():
                span = Span(passage.start + m.start(), passage.start + m.end())
                found.append(Flag(span, ["panel"], ["panel:irregular-form"]))
                continue
            if len(low) < 4 or not m[0].islower() or low not in english().obscure or text.lower[low] > 1:
                continue
            if zipf[low] >= 2.9:
                continue
            span = Span(passage.start + m.start(), passage.start + m.end())
            if low not in lexicon().anywhere and not variants().of(low) and _slipped(low):
                found.append(Flag(span, ["panel"], ["panel:rare-word"]))
    return found


@lru_cache(maxsize=4096)
def _slipped(low: str) -> bool:
    if not may_be_meant(low, max(4.2, english().zipf[low] + 2.2), 6.0):
        return False
    best = next(iter(rank(low, most=1)), None)
    return (
        best is not None
        and " " not in best.word
        and best.cost < 6.0
        and best.zipf > 4.2
        and best.zipf - english().zipf[low] > 2.2
        and not _inflected(low, best.word)
    )


def _verb_of(plain: str, low: str) -> bool:
    """Whether a word is the past or the gerund of another."""
    return low in (plain + "d", plain + "ed", plain + "ing", plain[:-1] + "ing")


def _much_commoner(word: str) -> bool:
    """Whether a rare word of the dictionary, which readers do not know, is a small slip away from a common one."""
    low = word.lower()
    own = english().zipf[low]
    if may_be_meant(low, max(3.75, own + 1.9), 7.0):
        return True
    return word.islower() and len(low) > 4 and may_be_meant(low, max(3.2, own + COMMONER_BY_LITTLE), SMALL_SLIP)


def _inflected(low: str, word: str) -> bool:
    """Whether two words differ in their ending alone."""
    stem = min(len(low), len(word)) - 2
    return low[:stem] == word[:stem] and stem >= 3 and {low[-1], word[-1]} & set("sdgry") != set()


_JOINED = re.compile(r"[A-Z]{3,}[a-z]{3,}")  # two words of which the blank got lost: CAPosition
_IZE = re.compile(r"is(e|ed|es|ing|ations?|ers?)$")
_LINE_WITH_DATE = re.compile(r"[a-z]-\t[^\n]{1,30}\n\s*$")
_NOT = re.compile(r"n t\b")
_HALF = re.compile(r"\w-\s$")


def _stuck(span: Span, document: Document) -> bool:
    """Whether a word hangs together with digits or signs that make it a code: C#, v2beta, x86_64, name@place."""
    before = document.text[max(0, span.start - 1) : span.start]
    after = document.text[span.end : span.end + 1]
    if any(c and c < " " and c not in "\t\n\r\f\v" for c in (before, after)):
        return True  # a control character cut the word in two
    if _HALF.search(document.text[max(0, span.start - 3) : span.start]) or (
        after == "-" and document.text[span.end + 1 : span.end + 2].isspace()
    ):
        return True  # half of a word that its line end broke
    if _LINE_WITH_DATE.search(document.text[max(0, span.start - 40) : span.start]):
        return True  # the same, where a date stands at the end of the line
    if span.end - span.start < 6 and re.search(r"\w-$", document.text[max(0, span.start - 2) : span.start]):
        return True  # the tail of a compound: add-ons, walk-a-thon
    if _NOT.match(document.text, span.end - 1):
        return True  # an apostrophe got lost: isn t
    if before in ("'", "’") and document.text[max(0, span.start - 2) : span.start - 1].isalpha():
        return True  # the tail of a word of one's own making: DIY'ers
    return bool(re.match(r"[\d_@#\\$&+]", before) or re.match(r"[\d_@#\\+=]", after))


def _name_like(span: Span, word: str, text: Text) -> bool:
    """Whether a word may be a name: capitalised, and not just because a sentence or a line starts there."""
    if not word[:1].isupper():
        return False
    block = text.document.block_at(span.start)
    before = text.document.text[block.start if block else 0 : span.start].rstrip(" \t\"'“‘(-–•*")
    starts = not before or before[-1] in ".!?\n•"
    if starts and re.search(rf"[a-z] {re.escape(word)}\b", text.document.text):
        return True  # it has its capital in mid sentence as well
    neighbours = _neighbours(span, text.document, block)
    if starts and not neighbours[1][:1].isupper():
        return text.lower[word.lower()] > text.tokens[word] + 2 or False
    return True


_YEAR = re.compile(r",?\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?(?:19|20)\d\d\b")
_MONTHS = frozenset(
    ["january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"]
)
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_WHEN = frozenset(["every", "each", "on", "last", "next", "until", "till", "since", "by", "to", "and", "in"])


_OPENING = re.compile(r"(?:^|[\n\t.!?•*–-])\s*$")


def _opens(span: Span, document: Document) -> bool:
    """Whether a word opens its line or its sentence."""
    return bool(_OPENING.search(document.text[max(0, span.start - 4) : span.start]))


def _dates(span: Span, best: Candidate | None, document: Document) -> bool:
    """Whether a word with a capital stands for a month or a day: one is its likeliest correction, and a year follows a
    month, or a word that asks for a time goes before.
    """
    before = _neighbours(span, document, document.block_at(span.start))[0].lower()
    if best is not None and best.word.lower() in _MONTHS | _DAYS and before in _WHEN and best.cost < 6.0:
        return True
    year = _YEAR.match(document.text, span.end, span.end + 16)
    return best is not None and best.word.lower() in _MONTHS and year is not None


def _neighbours(span: Span, document: Document, block: Block | None) -> tuple[str, str]:
    low, high = (block.start, block.end) if block else (0, len(document.text))
    left = TOKEN.findall(document.text[max(low, span.start - 40) : span.start])
    right = TOKEN.findall(document.text[span.end : min(high, span.end + 40)])
    return (left[-1] if left else "", right[0] if right else "")


def _believable(best: Candidate, word: str, name_like: bool, span: Span, text: Text) -> bool:
    if _apart_elsewhere(best.word, word, text):
        return True
    if " " in best.word and not SMALL & set(best.word.split()):
        return False  # "jobsite", "backstock": compounds that a trade writes as one word
    if word.lower() in english().obscure and (_verb_of(best.word, word.lower()) or not _much_commoner(word)):
        return False  # "asepsis", "prototyped": the large dictionaries have it
    if (best.cost >= FAR or best.zipf < 3.0) and compound(word.lower()):
        return False
    if not name_like:
        return True
    # A name close to a common word is likelier a name than a slip, unless the word is long, the slip is small and
    # the words beside it are ordinary words in capitals, as in a heading.
    plain = len(word) >= 8 and best.zipf >= 4.0 and best.cost < 3.0  # "Mangement"
    if text.tokens[word] > 1 and not plain:
        return False
    return (
        len(word) >= 6
        and best.zipf >= 3.3
        and best.word.lower() not in english().proper
        and (plain or word.isupper() or _titled(span, text))
    )


def _mistyped(best: Candidate, word: str) -> bool:
    """Whether a long word is a common one with two letters swapped, or one too many or too few inside it: no name is
    that near by chance, and the words of other languages differ in their endings ("Progresso") or in a letter
    ("Internacional").
    """
    low, right = word.lower(), best.word
    if len(low) < 7 or best.zipf < 4.0 or right in english().proper or low[0] != right[0] or low[-1] != right[-1]:
        return False
    if sorted(low) == sorted(right):
        return sum(a != b for a, b in zip(low, right, strict=True)) == 2
    short, long = sorted((low, right), key=len)
    return len(low) > 7 and any(long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1))


def _apart_elsewhere(two: str, word: str, text: Text) -> bool:
    """Whether the CV writes two words elsewhere that ran together here; trades join short ones (foodservice)."""
    first, _, second = two.partition(" ")
    once = word.islower() and text.tokens[word] == 1 and len(first) >= 6
    return bool(second) and once and two in text.document.text.lower()


def compound(low: str) -> bool:
    """Whether a word is two common words written together, as trades do: jobsite, buydown, backstocking."""
    for ending in ("", "s", "ed", "ing", "er", "ers"):
        stem = low.removesuffix(ending) if ending else low
        if ending and stem == low:
            continue
        for i in range(3, len(stem) - 2):
            if _part(stem[:i]) and _part(stem[i:]):
                return True
    return False


def _part(word: str) -> bool:
    """Whether a word may be half of a compound: common, of the standard dictionary, no small word and no prefix."""
    words = english()
    return (
        words.zipf.get(word, 0) >= (3.6 if len(word) > 3 else 4.6)
        and word not in words.obscure
        and word not in words.proper
        and word not in SMALL
        and word not in PREFIXES
    )


def _titled(span: Span, text: Text) -> bool:
    """Whether an ordinary word in capitals stands beside the word."""
    block = text.document.block_at(span.start)
    words = english()
    left, right = _neighbours(span, text.document, block)
    after = TOKEN.findall(text.document.text[span.end : min(block.end if block else span.end + 60, span.end + 60)])
    named = takewhile(lambda w: w[:1].isupper(), after[:3])
    if any(re.split("['’]", w)[0] in ORGANISATIONS for w in named):
        return False  # "Energi Recruitment Services Ltd"
    for near in (left, right):
        low = near.lower()
        if near.istitle() and words.zipf.get(low, 0) >= 3.5 and low not in words.proper and len(near) > 2:
            return True
    return False
