"""Fixed phrases that people get wrong, small words that are missing or said twice, a and an."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvlint.proofreaders.reading import Reading
from cvlint.proofreaders.slips.words import Words

# wrong phrase -> (first word to mark, last word to mark, what belongs there, rule, score)
_PHRASES: dict[tuple[str, ...], tuple[int, int, str, str, float]] = {}


def _add(rule: str, score: float, table: str) -> None:
    """Each entry of `table` is a wrong phrase with the wrong words in brackets, an arrow, and the right words."""
    for entry in table.split(";"):
        if not entry.strip():
            continue
        left, right = (side.strip() for side in entry.split("->"))
        marked = left.split()
        first = next(i for i, w in enumerate(marked) if w.startswith("["))
        last = next(i for i, w in enumerate(marked) if w.endswith("]"))
        _PHRASES[tuple(w.strip("[]") for w in marked)] = (first, last, right, rule, score)


_add("preposition", 0.85, """
awareness [on] -> of; proficiency [of] english -> in; proficiency [of] spanish -> in; proficiency [of] french -> in;
proficiency [of] italian -> in; proficiency [of] german -> in; [from the scratch] -> from scratch; responsible [of] -> for;
capable [to] -> of; interested [on] -> in; interest [on] -> in; specialized [on] -> in; specializing [on] -> in; specialised [on] -> in;
specialising [on] -> in; familiar [of] -> with; familiarity [of] -> with; skilled [on] -> in; proficient [of] -> in; proficient [on] -> in;
fluent [on] -> in; fluency [of] -> in; [equals to] -> equals; [discuss about] -> discuss; [discussed about] -> discussed;
[discussing about] -> discussing; comply [to] -> with; complied [to] -> with; complying [to] -> with; compliance [to] -> with;
compliant [to] -> with; accordance [to] -> with; accordance [of] -> with; conjunction [to] -> with; participate [on] -> in; participated [on] -> in;
participating [on] -> in; participation [on] -> in; consist [in] -> of; consists [in] -> of; consisting [on] -> of;
depending [of] -> on; dependent [of] -> on; focus [in] -> on; focused [in] -> on; focusing [in] -> on; emphasis [to] -> on;
ability [of] working -> to work; passionate [for] -> about; knowledgeable [on] -> about; knowledgeable [of] -> about; expert [on] using -> in;
expertise [on] -> in; experienced [on] -> in; knowledge [on] -> of; experience [on] using -> in;
[in regards] to -> with regard; [with regards] to -> with regard; [in regard] of -> with regard; attention [on] details -> to; attention [of] detail -> to; attention [for] detail -> to;
lack [in] -> of; [in] charge for -> in; graduated [of] -> from; graduate [of] -> from; [in] behalf of -> on; result [from] -> of; [on] time manner -> in a timely;
contribution [in] -> to; contributed [in] -> to; contributing [in] -> to; dedicated [in] -> to; committed [on] -> to; committed [in] -> to; adherence [with] -> to;
adhere [with] -> to; adhered [with] -> to; adapt [with] -> to; respond [on] -> to; responding [on] -> to; liaison [for] between -> between; replied [for] -> to; [despite of] -> despite;
[emphasize on] -> emphasize; [emphasized on] -> emphasized; [emphasizing on] -> emphasizing; [contacted with] -> contacted; [contacting with] -> contacting; [requested for] -> requested
""")
for _weak in (("result", "from"), ("graduate", "of"), ("replied", "for"), ("result", "of"), ("interest", "on"), ("compliance", "to"),
              ("on", "time", "manner"), ("focus", "in"), ("knowledge", "on"), ("expertise", "on"), ("focused", "in"),
              ("knowledgeable", "of"), ("requested", "for"), ("lack", "in")):  # fmt: skip
    if _weak in _PHRASES:
        _PHRASES[_weak] = (*_PHRASES[_weak][:4], 0.72 if _weak[0] in ("knowledge", "expertise", "compliance", "at") else 0.5)
_add("fixed-phrase", 0.88, """
[accounts receivables] -> accounts receivable; [account receivables] -> accounts receivable; [account receivable] -> accounts receivable;
[accounts payables] -> accounts payable; [account payables] -> accounts payable; [account payable] -> accounts payable;
bachelor of [sciences] -> science; bachelors of [sciences] -> science; bachelor of [art] -> arts; master of [art] -> arts; master of [sciences] -> science;
masters of [sciences] -> science; associate of [art] -> arts; associate of [sciences] -> science; national [institute] of health -> institutes;
board of [director] -> directors; workers [compensations] -> compensation; [a] lot of time -> a; [in a daily] basis -> on a daily; [in daily] basis -> on a daily;
[in a weekly] basis -> on a weekly; [in a monthly] basis -> on a monthly; [in a regular] basis -> on a regular; [in] daily bases -> on; daily [bases] -> basis; weekly [bases] -> basis; monthly [bases] -> basis;
regular [bases] -> basis; quarterly [bases] -> basis; yearly [bases] -> basis; annual [bases] -> basis; day [bases] -> basis; time [bases] -> basis; case [bases] -> basis;
needed [bases] -> basis; as [oppose] to -> opposed; [use] to work -> used; [suppose] to -> supposed; [as well has] -> as well as; as [wells] as -> well; as [will] as -> well;
[could of] -> could have; [should of] -> should have; [would of] -> would have; [must of] -> must have; [in addition] of -> in addition to; [due] the fact -> due to;
point of [sales] system -> sale; point of [sales] systems -> sale; point of [sells] -> sale; [customers] service -> customer; [customers] services -> customer;
human [resource] department -> resources; human [resource] manager -> resources; lead [by] example -> by; team [work] -> work
""")
for _no in (("a", "lot", "of", "time"), ("lead", "by", "example"), ("team", "work"), ("customers", "services")):
    _PHRASES.pop(_no, None)
_add("wrong-word", 0.9, """
more [then] -> than; less [then] -> than; rather [then] -> than; better [then] -> than; greater [then] -> than; higher [then] -> than;
lower [then] -> than; faster [then] -> than; fewer [then] -> than; larger [then] -> than; fast [pace] environment -> paced;
fast [pace] environments -> paced; fast [paste] environment -> paced; well [verse] in -> versed; detailed [orientated] and -> oriented;
[detailed] oriented -> detail; detail [orient] and -> oriented; [self] motivate and -> self
""")
_PHRASES.pop(("self", "motivate", "and"), None)
_add("missing-word", 0.88, """
[on daily] basis -> on a daily; [on weekly] basis -> on a weekly; [on monthly] basis -> on a monthly; [on regular] basis -> on a regular; [on yearly] basis -> on a yearly;
[on quarterly] basis -> on a quarterly; [on ongoing] basis -> on an ongoing; [in timely] manner -> in a timely; [in professional] manner -> in a professional;
[in efficient] manner -> in an efficient; [in organized] manner -> in an organized; [in effective] manner -> in an effective; [in safe] manner -> in a safe;
[in courteous] manner -> in a courteous; [in fast] paced environment -> in a fast; [as part] team -> as part of the; [in order] ensure -> in order to; [as well] the -> as well as;
[variety] different -> variety of; [in addition] the -> in addition to; [prior] starting -> prior to
""")
_FAMILY = sorted({p[0] for p in _PHRASES})
_TWICE = frozenset("""the a an and of to in for with on by from at as is are was were be or it this their our your my his her its into
    that which who will would can we they i all any some new other between through""".split())
_RESULT = frozenset("resulted resulting results".split())
_WITH = frozenset("collaborated collaborating collaborate liaised liaising liaise interacted interacting interact dealt".split())
_OF = frozenset("consisted consisting consists consist comprised".split())
_IN_DT = {"participated": "in", "participating": "in", "participate": "in", "specialized": "in", "specializing": "in", "adhered": "to",
          "adhering": "to", "adhere": "to", "complied": "with", "complying": "with", "comply": "with", "responded": "to",
          "responding": "to", "respond": "to", "contributed": "to", "contributing": "to", "listened": "to", "listening": "to"}  # fmt: skip
_VOWEL = re.compile(r"^(?:[aeio]|u(?!n[ai]|nion|niq|nit|niv|s[aeu]|ti|til|rin|ranium|ter|kr|ku|bi)|hour|honest|honou?r|heir)")
_CONSONANT_O = re.compile(r"^(?:one|once|ouija|eu|ewe)")


def read(words: Words) -> Iterator[Reading]:
    """All that the phrase rules find."""
    for i in words.positions():
        reading = _phrase(words, i) or _twice(words, i) or _missing(words, i) or _article(words, i)
        if reading is not None:
            yield reading


def _phrase(words: Words, i: int) -> Reading | None:
    for length in (4, 3, 2):
        entry = _PHRASES.get(tuple(words.key(k) for k in range(i, i + length)))
        if entry is None:
            continue
        first, last, right, rule, score = entry
        marked = " ".join(words.key(k) for k in range(i + first, i + last + 1))
        if words.key(i) == "bachelor" and words.key(i + 3) == "and" or words.key(i + 3) == "and" and right == "arts":
            return None
        if marked == right or (right == "of" and words.key(i + length) in ("behalf", "average", "time", "site", "demand")):
            return None
        if rule == "preposition" and words.chance(i + length, "VB", "VBD", "VBZ") > 0.9:
            return None
        return words.reading(i + first, i + last, rule, score, right)
    return None


def _twice(words: Words, i: int) -> Reading | None:
    """The same word again, in one sentence, with one blank between."""
    if not words.word(i) or words.key(i) != words.key(i + 1) or not words.word(i + 1):
        return None
    gap = words.tokens[i + 1].start - words.tokens[i].end
    key = words.key(i)
    if gap > 2 or len(key) < 2 and key not in "ai" or key in ("had", "that", "bora", "walla", "very", "so"):
        return None
    if key == words.key(i + 2) or (words.written(i)[:1].isupper() and key not in _TWICE):
        return None
    return words.reading(i, i + 1, "repeated-word", 0.92 if key in _TWICE else 0.75, key)


def _missing(words: Words, i: int) -> Reading | None:
    key, after = words.key(i), i + 1
    if not words.word(i) or not words.word(after) and words.key(after) != "<n>":
        return None
    definite = words.key(after) in ("a", "an", "the", "all", "various", "several", "our", "their")
    if key in _RESULT and words.key(after) in ("a", "an", "increased", "improved", "significant", "higher", "reduced"):
        if words.chance(i - 1, "NN", "NNS", "PRP", "RB", "DT", "PUNCT", "CC", "EDGE") > 0.4 and key != "results":
            return words.reading(i, i, "missing-word", 0.85, key + " in")
    if key in _WITH and (definite or words.chance(after, "NNS") > 0.8) and key != "dealt":
        return words.reading(i, i, "missing-word", 0.8, key + " with")
    if key in _WITH or key in ("communicated", "communicating", "partnered", "partnering"):
        joined = words.key(after) == "and" and words.chance(i + 2, "VBD", "VBN", "VBG") > 0.8
        if joined and words.chance(i + 3, "NNS", "DT") > 0.8 and words.key(i + 2)[-3:] == key[-3:] or (
            joined and words.chance(i + 3, "NNS", "DT") > 0.8 and words.key(i + 2).endswith("ed") and key.endswith("ed")
        ):
            return words.reading(i, i, "missing-word", 0.72, key + " with")
    if key in _OF and key != "comprised" and words.key(after) in ("a", "an", "the", "<n>", "two", "three", "four"):
        return words.reading(i, i, "missing-word", 0.8, key + " of")
    if key in _IN_DT and words.key(after) in ("a", "an", "the", "all") and words.key(i - 1) not in ("fast",):
        return words.reading(i, i, "missing-word", 0.75, f"{key} {_IN_DT[key]}")
    if key in ("ability", "able", "opportunity", "willingness") and words.chance(after, "VB") > 0.9:
        return words.reading(i, i, "missing-word", 0.85, key + " to")
    if key == "ability" and words.key(after) in ("deal", "work", "lead", "manage", "handle", "communicate", "learn"):
        return words.reading(i, i, "missing-word", 0.85, key + " to")
    if key == "responsible" and words.chance(after, "VBG", "DT") > 0.8:
        return words.reading(i, i, "missing-word", 0.88, key + " for")
    if key == "charge" and words.key(i - 1) == "in" and words.chance(after, "VBG", "DT") > 0.8:
        return words.reading(i, i, "missing-word", 0.88, key + " of")
    if key in ("am", "is", "are", "was", "were", "be") and words.chance(after, "JJ") > 0.8:
        if words.key(i + 2) == "as" and words.key(i + 3) == "possible":
            return words.reading(i, i, "missing-word", 0.9, key + " as")
    return None


def _article(words: Words, i: int) -> Reading | None:
    """A before a vowel, an before a consonant; capitals and abbreviations are left alone."""
    key, after = words.key(i), words.written(i + 1)
    if key not in ("a", "an") or not words.word(i + 1) or len(after) < 3 or not (after.islower() or after.istitle()):
        return None
    if words.tokens[i + 1].start > words.tokens[i].end + 2 or (words.written(i) == "A" and words.key(i - 1) != "<s>"):
        return None
    lower = after.lower()
    vowel = bool(_VOWEL.match(lower)) and not _CONSONANT_O.match(lower)
    if vowel and key == "a" and not lower.startswith("u"):
        return words.reading(i, i, "a-an", 0.9, "an")
    if not vowel and key == "an" and not lower.startswith("h"):
        return words.reading(i, i, "a-an", 0.9, "a")
    return None
