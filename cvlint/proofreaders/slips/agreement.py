"""Number after words that ask for one or many, and verb forms after words that govern them."""

from __future__ import annotations

from collections.abc import Iterator

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.words import NUMBERS, Words

_MANY = frozenset("various several multiple numerous many few these those both".split())
_ONE = frozenset("each every another this".split())
_MASS = {"equipments": "equipment", "informations": "information", "softwares": "software", "hardwares": "hardware", "advices": "advice",
         "feedbacks": "feedback", "knowledges": "knowledge", "documentations": "documentation", "furnitures": "furniture",
         "evidences": "evidence", "machineries": "machinery", "homeworks": "homework", "paperworks": "paperwork", "correspondences":
         "correspondence", "merchandises": "merchandise", "luggages": "luggage", "stationeries": "stationery", "researches": "research",
         "inventorys": "inventory", "jewelries": "jewelry", "transportations": "transportation",
         "compensations": "compensation", "trainings": "training", "accountings": "accounting", "collaterals": "collateral"}  # fmt: skip
_NO_PLURAL = frozenset("""staff software equipment hardware information media data personnel people work research knowledge support
    experience management training feedback business inventory development department skill team sales level track series
    means species faculty aircraft offspring english freelance marketing customer client vendor other same such""".split())
_PLURAL_ONLY = frozenset("""sales operations communications logistics electronics series means headquarters species campus analytics
    economics physics mathematics ethics politics statistics graphics news metrics systems business sports arts savings works
    gas bus process access success class mass press glass loss plus analysis basis status focus bonus campus consensus""".split())
_TO_GERUND = frozenset("committed dedicated accustomed".split())
_PARTICIPLE = {"grew": "grown", "went": "gone", "did": "done", "took": "taken", "wrote": "written", "began": "begun", "chose": "chosen",
               "drove": "driven", "gave": "given", "knew": "known", "saw": "seen", "spoke": "spoken", "broke": "broken", "became":
               "become", "ran": "run", "came": "come", "rose": "risen", "fell": "fallen", "showed": "shown"}  # fmt: skip
_SHIFT = frozenset("who that which helped assisted ensure ensuring how where when if while".split())
_UNCOUNTED = frozenset("software equipment information feedback advice furniture machinery hardware homework".split())
_STRONG = frozenset("deep strong good solid extensive broad vast wide great excellent rich proven".split())
_UNITS = frozenset("years months weeks days hours minutes points pages members persons steps".split())
_MEASURED = frozenset("""contract internship project program programme course plan period uplift increase decrease rise trial
    assignment term rotation session shift workshop tour team raise gain drop improvement warranty lease loan window""".split())
_GOVERN = frozenset("by without through after before while for of in upon".split())


def read(words: Words) -> Iterator[Reading]:
    """All that the rules of number and form find."""
    for i in words.positions():
        if not words.word(i):
            continue
        for rule in (_many, _one, _mass, _article_plural, _participle, _gerund, _infinitive, _pair, _joined,
                     _by, _adverb, _one_of, _mass_article, _measure):
            reading = rule(words, i)
            if reading is not None:
                yield reading
                break


def _plural(words: Words, i: int) -> str | None:
    key = words.key(i)
    return next((f for f in words.forms(i, "NNS") if f != key and f.endswith("s")), None)


def _head(words: Words, i: int) -> int | None:
    """The noun that ends the phrase after position `i`: at most two describing words between."""
    for j in range(i + 1, i + 4):
        if not words.word(j):
            return None
        if words.closes(j + 1) and words.noun(j) > 0.85:
            return j
        if words.chance(j, "JJ", "NN", "VBG", "VBN") < 0.8:
            return None
    return None


def _many(words: Words, i: int) -> Reading | None:
    if words.key(i) not in _MANY:
        return None
    j = _head(words, i)
    if j is None or words.chance(j, "NN") < 0.95 or words.key(j) in _NO_PLURAL or words.key(j + 1) in ("and", "/", "or"):
        return None
    plural = _plural(words, j)
    if plural is None or words.written(j)[:1].isupper() or (words.key(i) == "few" and words.key(i - 1) == "a" and False):
        return None
    common = words.tables.seen[words.tables.number[plural]] >= 5
    return words.reading(j, j, "number", 0.85 if common else 0.5, plural)


def _one(words: Words, i: int) -> Reading | None:
    if words.key(i) not in _ONE or words.chance(i + 1, "NNS") < 0.95 or not words.closes(i + 2):
        return None
    if words.key(i + 1) in _PLURAL_ONLY or words.key(i + 1).endswith("ss") or words.key(i) == "this" and words.chance(i + 1, "VBZ") > 0.02:
        return None
    single = words.forms(i + 1, "NN")
    return words.reading(i + 1, i + 1, "number", 0.85, single[0]) if single else None


def _mass(words: Words, i: int) -> Reading | None:
    right = _MASS.get(words.key(i))
    if right is None or words.key(i) in ("staffs", "researches", "evidences", "merchandises") and words.key(i - 1) in ("<s>", "and", ",", "who"):
        return None
    if words.key(i) in ("staffs", "researches") and words.chance(i + 1, "DT", "PRP", "CD", "JJ", "NN", "NNS") > 0.4:
        return None
    return words.reading(i, i, "number", 0.55 if words.key(i) in ("trainings", "collaterals", "correspondences") else 0.88, right)


def _article_plural(words: Words, i: int) -> Reading | None:
    """A or an before a plural: "a safe and functional classrooms"."""
    if words.written(i) not in ("a", "an"):
        return None
    if words.written(i) == "an" and words.key(i + 1)[0] not in "aeiouh":
        return None  # "an" for "and"
    described = 0
    for j in range(i + 1, i + 5):
        if not words.word(j) or words.key(j) in ("few", "hundred", "thousand", "million", "dozen", "couple", "great", "good", "top", "many", "hands"):
            return None
        if words.chance(j, "NNS") > 0.95 and words.closes(j + 1) and words.key(j) not in _PLURAL_ONLY:
            if not words.key(j).endswith("s") or words.key(j).endswith(("ss", "ics")):
                return None
            if words.key(j + 1) in ("and", "or", "/", ",") and not described:
                return None
            after = words.tokens[i + 1].text
            return words.reading(i, i + 1, "article", 0.78, after, cased=False)
        if words.chance(j, "JJ", "CC", "VBN", "RB") < 0.7:
            return None
        described += 1
    return None


def _participle(words: Words, i: int) -> Reading | None:
    if words.key(i) not in _PARTICIPLE:
        return None
    before = i - 2 if words.chance(i - 1, "RB") > 0.7 else i - 1
    if words.key(before) in ("have", "has", "had", "having") and words.key(i) != "showed":
        return words.reading(i, i, "verb-form", 0.9, _PARTICIPLE[words.key(i)])
    return None


def _form(words: Words, i: int, tag: str, ending: str = "") -> str | None:
    return next((f for f in words.forms(i, tag) if f.endswith(ending) and f != words.key(i)), None)


def _gerund(words: Words, i: int) -> Reading | None:
    """A plain verb after a preposition, or after "committed to"."""
    governed = words.key(i) in _GOVERN and words.key(i) not in ("in", "of", "upon")
    if governed and words.chance(i + 1, "VB") > 0.93 and words.chance(i + 2, "DT", "NNS", "PRP") > 0.7:
        gerund = _form(words, i + 1, "VBG", "ing")
        return words.reading(i + 1, i + 1, "verb-form", 0.8, gerund) if gerund else None
    if words.key(i) == "responsible" and words.key(i + 1) in ("for", "of") and words.chance(i + 2, "VB") > 0.85:
        gerund = _form(words, i + 2, "VBG", "ing")
        return words.reading(i + 2, i + 2, "verb-form", 0.88, gerund) if gerund else None
    if words.key(i) in _TO_GERUND and words.key(i + 1) == "to" and words.chance(i + 2, "VB") > 0.3:
        gerund = _form(words, i + 2, "VBG", "ing")
        return words.reading(i + 1, i + 2, "verb-form", 0.75, f"to {gerund}") if gerund else None
    return None


def _infinitive(words: Words, i: int) -> Reading | None:
    """A past form after "to" or a modal verb: "in order to achieved"."""
    modal = words.key(i) in ("can", "could", "will", "would", "should", "must")
    purpose = words.key(i) == "to" and words.key(i - 1) in ("order", "able", "ability", "how", "accordingly", "required", "responsible", "helped", "needed")
    if not (modal or purpose or words.key(i) == "to" and words.chance(i + 2, "DT") > 0.9):
        return None
    if words.chance(i + 1, "VBD", "VBN") < 0.9 or not words.key(i + 1).endswith("ed") or words.key(i + 1) == "need":
        return None
    plain = _form(words, i + 1, "VB")
    return words.reading(i + 1, i + 1, "verb-form", 0.85, plain) if plain else None


def _pair(words: Words, i: int) -> Reading | None:
    """Two verbs that open a line in different forms: "Planned and deploying", "Build and grew"."""
    if words.key(i - 1) != "<s>" or words.key(i + 1) != "and" or not words.word(i + 2) or words.closes(i + 3) and words.key(i + 3) == "<s>":
        return None
    opens, joins = _kind(words, i), _kind(words, i + 2)
    if opens is None or joins is None or opens == joins or words.chance(i + 2, "JJ") > 0.15 or words.chance(i, "JJ") > 0.3:
        return None
    if (opens, joins) == ("VB", "VBD"):
        past = words.past(i)
        return words.reading(i, i, "verb-form", 0.8, past) if past else None
    if (opens, joins) in (("VBG", "VBD"), ("VB", "VBG")):
        other = words.past(i) if joins == "VBD" else _form(words, i, "VBG", "ing")
        plain = _form(words, i + 2, opens)
        return words.reading(i, i + 2, "verb-form", 0.78, f"{other} and {words.key(i + 2)}", f"{words.key(i)} and {plain}") if other else None
    other = words.past(i + 2) if opens == "VBD" else _form(words, i + 2, opens)
    return words.reading(i + 2, i + 2, "verb-form", 0.78, other) if other else None


def _joined(words: Words, i: int) -> Reading | None:
    """A plain verb joined to the past verb that opens the sentence: "Expressed thanks and educate customers"."""
    if words.key(i) != "and" or words.chance(i + 1, "VB") < 0.6 or words.chance(i + 1, "VBD", "VBN", "JJ") > 0.1:
        return None
    if words.chance(i + 2, "DT", "NN", "NNS", "JJ", "PRP", "CD") < 0.7 or not words.word(i + 2):
        return None
    if words.chance(i + 1, "NN") > 0.2 and words.chance(i + 2, "DT") < 0.8:
        return None
    start = i
    while start > 0 and words.key(start - 1) != "<s>":
        start -= 1
        if words.chance(start, "TO", "MD", "VB", "PRP", "VBZ") > 0.4 or words.key(start) in _SHIFT or i - start > 14:
            return None
    past = words.past(i + 1)
    if start + 1 >= i or words.chance(start, "VBD", "VBN") < 0.85 or past in (None, words.key(i + 1)):
        return None
    return words.reading(i + 1, i + 1, "verb-form", 0.78, str(past))


def _by(words: Words, i: int) -> Reading | None:
    """A plain verb where a participle must be: "processes develop by the engineers"."""
    if words.key(i + 1) != "by" or words.chance(i, "VB") < 0.7 or words.noun(i - 1) < 0.8 or words.noun(i) > 0.2:
        return None
    past = words.past(i) if words.chance(i + 2, "DT", "NNS", "PRP") > 0.8 else None
    return words.reading(i, i, "verb-form", 0.8, past) if past else None


def _adverb(words: Words, i: int) -> Reading | None:
    """An adjective joined to an adverb where no noun follows: "externally and internal"."""
    if words.key(i) not in ("and", "or") or not words.key(i - 1).endswith("ly") or words.chance(i - 1, "RB") < 0.8:
        return None
    adverb = words.key(i + 1) + "ly"
    known = adverb in words.tables.number and words.chance(i + 1, "JJ") > 0.8
    if not known or not words.closes(i + 2) or words.key(i + 2) == "and":
        return None
    return words.reading(i + 1, i + 1, "word-form", 0.75, adverb)


def _one_of(words: Words, i: int) -> Reading | None:
    """One of the, and a singular: "one of the leading company"."""
    if words.key(i) != "of" or words.key(i - 1) != "one" or words.chance(i + 1, "DT") < 0.8:
        return None
    j = _head(words, i + 1)
    if j is None or words.chance(j, "NN") < 0.95 or words.key(j) in _NO_PLURAL or words.written(j)[:1].isupper():
        return None
    plural = _plural(words, j)
    return words.reading(j, j, "number", 0.82, plural) if plural else None


def _mass_article(words: Words, i: int) -> Reading | None:
    """A or an before what is not counted: "an inventory management software"."""
    if words.written(i) not in ("a", "an"):
        return None
    for j in range(i + 1, i + 5):
        if not words.word(j):
            return None
        mass = words.key(j) in _UNCOUNTED or (words.key(j) == "experience" and words.key(i + 1) in _STRONG and j == i + 2)
        if mass and (words.closes(j + 1) or words.key(j + 1) == ","):
            return words.reading(i, i + 1, "article", 0.75, words.written(i + 1), cased=False)
        if words.chance(j, "JJ", "NN", "VBG", "VBN", "NNS") < 0.7:
            return None
    return None


def _measure(words: Words, i: int) -> Reading | None:
    """A number with a plural unit before a noun: "a 6 months contract"."""
    if words.key(i) not in _UNITS or not (words.key(i - 1) == "<n>" or words.key(i - 1) in NUMBERS):
        return None
    if words.chance(i + 1, "NN") < 0.9 or words.key(i + 1) not in _MEASURED or words.possessive(i):
        return None
    number, unit = words.written(i - 1), words.key(i)[:-1]
    return words.reading(i - 1, i, "number", 0.8, f"{number}-{unit}", f"{number} {unit}s'", cased=False)


def _kind(words: Words, i: int) -> str | None:
    """The form of a word that is surely a verb here: VB, VBD or VBG."""
    key = words.key(i)
    if key.endswith("ing"):
        return "VBG" if words.chance(i, "VBG") > 0.7 else None
    if words.chance(i, "VBD", "VBN") > 0.85:
        return "VBD"
    return "VB" if words.chance(i, "VB") > 0.6 and words.past(i) not in (None, key) else None
