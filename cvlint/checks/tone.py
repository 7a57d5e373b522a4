"""Checks of tone: the balance of confidence and humility. The ad's own words are never held against a CV."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections.abc import Iterator

from cvlint.checks.prose import OFFICIAL, asked, either, in_any, passages, quoted, sentences, titles
from cvlint.model.document import Document
from cvlint.model.finding import Match, Severity
from cvlint.model.job import JobAd
from cvlint.model.location import Span
from cvlint.resume.facts import Resume, SectionKind

_K = SectionKind
_PERSON = r"(?:[\w-]{0,24}(?:er|or|ist|ian|eer|ant|ress|yst|chef|nurse|cook|lead|man|woman|person|people)|candidate|professional|talent)"
_LANDS = r"england|scotland|wales|ireland|britain|the uk|uk|australia|new zealand|nz|canada|america|the us|usa|south africa|europe|asia|london|auckland|sydney|melbourne|dublin|edinburgh|glasgow|toronto|new york"
_ARROGANT = either(
    [
        r"gurus?(?! gobind)", r"ninjas?", r"rock[- ]?stars?", r"jedi", r"wizards?", r"superstars?", r"mavens?",
        r"genius", r"world[- ]class", r"unrivall?ed", r"unparallell?ed", r"unmatched", r"unsurpassed", r"peerless",
        r"unequall?ed", r"unbeatable", r"unstoppable", r"second[- ]to[- ]none", r"bar none", r"without equal",
        r"born leader", r"natural[- ]born \w+", r"thought leader", r"visionary", r"game[- ]changers?", r"flawless",
        r"(?:i am|i'm|i’m|one of|among|simply|truly|quite simply)(?: simply)? the (?:very )?best(?! practi[cs]es?| possible| of)",
        r"the best (?:person|candidate|choice|applicant|man|woman|fit) (?:for|you)",
        r"best (?:in the business|of the best|there is|\w+ (?:you will|you'll|in the (?:world|country|industry)))",
        rf"the (?:very )?best (?:[\w-]{1,24} )?{_PERSON} in (?:the |all of )?(?:world|country|industry|business|field|trade|market|region|county|city|town|company|team|state|{_LANDS})",
        r"(?:no one|nobody) (?:else )?(?:can|does|is) \w+", r"you (?:will not|won't|won’t) find (?:a )?better",
        r"(?:an )?expert (?:in|at|on) (?:everything|all (?:things|areas|aspects))", r"master of all",
        r"i (?:never fail|always succeed|am never wrong|excel at everything|am perfect)",
    ]
)  # fmt: skip
_NOT_ARROGANT = re.compile(
    r"(?:vot\w+|nam\w+|award\w*|w[io]n\w*|crown\w*|rank\w*|prize|title|judg\w+|rat\w+|be|from|among|of|with|for|by|to|hir\w+|recruit\w*|train\w*) (?:as |for |of |by )?(?:some of )?the (?:very )?best|"
    r"(?:offers?|with|for|join) an? visionary|best[- ](?:practi[cs]es?|sell\w+)|"
    r"(?:setup|installation|install|import|configuration|security|migration|deployment|query) wizards?|wizards? of|"
    r"unmatched (?:items?|transactions?|invoices?|receipts?|payments?|records?|entries|trades?|data|orders?|amounts?)|"
    r"(?:resolv\w+|match\w*|clear\w*|reconcil\w+|investigat\w+|identif\w+)[^.;]{0,40}unmatched|"
    r"flawless(?:ly)? (?:record|balance)|visionary (?:art|fiction)|genius bar|ninja (?:forms?|turtles?|van|kiwi)|rock star games|rockstar games|"
    r"(?:theory|python|ruby|java) gurus? |genius(?:es)? (?:bar|grant|hour)|born leaders? program",
    re.IGNORECASE,
)
_UNPROVED = either(
    [
        r"passionate", r"hard[- ]?working", r"results?[- ](?:driven|oriented|focused|orientated)", r"team[- ]?players?",
        r"go[- ]getters?", r"self[- ](?:motivated|starters?|driven|starting)", r"(?:highly[- ])?motivated", r"dynamic",
        r"enthusiastic", r"dedicated", r"driven(?= (?:and|individual|professional|person|leader|manager|to succeed))",
        r"detail[- ](?:oriented|orientated|focused)", r"goal[- ](?:oriented|driven)", r"energetic", r"hands[- ]on",
        r"outgoing", r"ambitious", r"charismatic", r"personable", r"trustworthy", r"conscientious", r"proactive",
        r"quick learners?", r"fast learners?", r"people[- ]persons?", r"highly organi[sz]ed", r"reliable",
        r"excellent (?:communication|communicator|interpersonal|organi[sz]ational|people) ?(?:skills)?",
        r"strong work ethic", r"great (?:communicator|attitude)", r"can[- ]do attitude", r"innovative thinker",
        r"(?:strong|good|excellent) (?:leader|communicator)", r"hard worker", r"punctual",
    ]
)  # fmt: skip
# What an adjective says of a thing, not of the writer.
_OF_THINGS = re.compile(
    r"dynamic (?:web|content|page|html|data|sql|programming|array|report|link|dashboard|pricing|model|analysis|linking"
    r"|systems?|range|memory|user|lists?|modell?ing|environment|team|company|organi[sz]ations?|industr\w+|workplace|setting|atmosphere|business|world|field|market|group|positioning|load|host|stretch\w*|tests?"
    r"|loading|routing|allocation|and [\w-]+ (?:environment|team|company|web))\w*"
    r"|reliable (?:data|service|delivery|system|software|power|network|information|products?|results?|reports?|transport\w*)"
    r"|hands[- ]on (?:training|experience|learning|activit\w+|workshops?|labs?|projects?|lessons?|instruction|demonstrations?"
    r"|exercises?|support|care|approach|work|session\w*|science|technical|knowledge|practice|assist\w+|education\w*|use|\w+ (?:engineering |development )?(?:experience|expertise|training|knowledge)|engineer\w*|manage\w*|software|tech\w*)"
    r"|dedicated (?:to|server|hosting|team|account|line|resource|support|staff|time|space|network|circuit|lines|phone|website"
    r"|servers|client|section|area|web|point|unit|internet|service|help|customer)\b|(?:data|event|metrics?|test|market|customer|domain|model|sales|value|value)[- ]driven"
    r"|self[- ]motivated (?:learning|teams)|(?:dr|was|were|is|are) driven by"
    r"|(?:highly |kept |keep |keeping |stay\w* )?motivated (?:by|the|staff|teams?|groups?|workforce|people|employees|students|sales|and \w+ed|my|others|them|a|an)\b"
    r"|(?:keep\w*|kept|stay\w*) \w+ motivated|ambitious (?:goals?|targets?|projects?|plans?|programmes?)|proactive(?:ly)? (?:maintenance|monitoring)",
    re.IGNORECASE,
)
_HUMBLE = either(
    [
        r"tried to", r"try to", r"attempted to", r"helped(?: out)?(?: to| with| in)?",
        r"basic (?:knowledge|understanding|skills?|experience|grasp|proficiency|familiarity)(?: (?:of|in|with))?",
        r"(?:some|a little|a bit of|limited|little) (?:experience|knowledge|exposure|understanding)(?: (?:of|in|with|to))?",
        r"(?:slightly |somewhat |fairly |reasonably )?familiar with", r"familiarity with", r"dabbled in", r"exposure to", r"exposed to",
        r"(?:i )?(?:was|am|i'm|i’m) (?:just|only|merely) (?:an?|the|in|part|responsible|involved)\b",
        r"(?:i )?(?:just|only|merely) (?:did|helped|assisted|worked|have|had)\b", r"have only", r"(?:just|only) a (?:junior|beginner|student|small|minor|temp)",
        r"sort of", r"kind of(?= (?:know|managed|led|learned|worked))", r"hopefully", r"i (?:think|believe|feel|hope|guess) (?:that )?i (?:can|could|am|may|might|would)",
        r"(?:a )?(?:small|minor) part (?:in|of)",
    ]
)  # fmt: skip
_PEOPLE = (
    r"(?:customers?|clients?|patients?|students?|pupils?|child(?:ren)?|kids?|residents?|users?|people|famil\w+|members?|guests?"
    r"|callers?|visitors?|learners?|them|others|teachers?|individuals?|patrons?|employees?|elderly|seniors?|passengers?|consumers?"
    r"|colleagues|(?:young|older|disabled) \w+|buyers?|shoppers?|applicants?|candidates?|veterans?|women|men|adults|juniors?|developers|beginners|trainees|engineers|founders|farmers|neighbours|neighbors|tenants?|participants?|homeowners?|co-?workers?|businesses|companies|staff)"
)
_HELPED_PEOPLE = re.compile(
    rf"helped\s+(?:to\s+)?(?:(?:the|my|our|new|other|all|each|many|over|more than|hundreds of|\d[\d,+]*|fellow|external|internal|and \w+|small|local|their)\s+){{0,3}}"
    rf"(?:[\w-]+\s+){{0,2}}?{_PEOPLE}\b",
    re.IGNORECASE,
)
_NOT_HUMBLE = re.compile(
    r"help ?desk|just[- ]in[- ]time|teaching assistants?|read[- ]only|not only|only (?:person|one|woman|man|female|male|member|student|team)"
    r"|(?:prevent|reduc|limit|minimi|avoid|without|control|risk)\w*[^.;]{0,30}(?:exposure|exposed) to"
    r"|(?:gave|give|giving|provid\w+|gain\w*|offer\w*|increas\w+|brand|media|maximi\w+|expand\w*|broaden\w*|more|wide|credit|market)[^.;,]{0,25}exposure to|all sort of"
    r"|(?:become|became|becoming|get|got|getting|were|are) familiar with|familiar with (?:the|our) (?:school|rules)"
    r"|basic (?:skills|knowledge|life support)[^.;]{0,20}(?:class|course|test|training|exam)|basic skills (?:to|for|of|in)|(?:taught|teach\w*|train\w*|instruct\w*)[^.;]{0,40}basic \w+"
    r"|(?:whose|who|which|that|has|have|which has) helped|try to (?:resolve|reach)|\bteam helped|['’]s familiarity with",
    re.IGNORECASE,
)
_OWN_DEED = re.compile(
    r"(?:^|[\n.,;:•·*–—/)(\[-]|\bI|\bI(?:['’]ve| have)|\b(?:and|also|or|but|successfully|actively|regularly|routinely|as well as|as|frequently|often|where|then))\s*$"
    r"|\s{3,}$|\t$|[Â]$"
)
"""What stands before a verb of which the writer is the subject."""
_SMALL_PART = re.compile(
    r"(?<![\w-])(?<!or )(?:helped(?: out)?(?: with| to| in)?|assisted (?:with|in|on)|was involved in|been involved in|involved in"
    r"|took part in|had a (?:hand|part) in|played a (?:small |minor )?(?:part|role) in|participated in|was part of)(?!\w)",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"(?:[$£€]|\b(?:NZ|AU|US|CA)\$|\bR(?=\d))\s?\d[\d,.]*\s?(?:m|mn|mm|bn|b|k|million|billion)\b"
    r"|[$£€]\s?\d{1,3}(?:,\d{3}){2,}|\b\d[\d.,]*\s?(?:million|billion)\b"
    r"|\b(?:[1-9]\d{2,}|\d{1,3}(?:,\d{3})+)\+?[ -](?:\w+ )?(?:staff|people|users|employees|sites|stores|branches|clients|customers|patients|students|homes|households|seats?|desktops|servers|offices)\b",
    re.IGNORECASE,
)
_APOLOGY = either(
    [
        r"unfortunately", r"regrettably", r"sadly",
        r"i (?:am|'m|’m) (?:sorry|afraid)", r"i apologi[sz]e", r"(?:please )?(?:excuse|forgive) my", r"my apologies",
        r"(?:despite|although|though|while|even though)(?: i (?:have|had)| having)? (?:my )?(?:a )?(?:lack of|limited|little|no) (?:\w+ ){0,2}(?:experience|qualifications?|knowledge|skills|background|training)",
        r"i (?:lack|don't have|don’t have|do not have|have no|have never|have not got|haven't)(?: (?:any|much|a lot of|the))?(?: \w+){0,2} (?:experience|qualifications?|skills|training|background|degree)",
        r"(?:i am|i'm|i’m) not (?:very |yet |the most |particularly |that )?(?:good|experienced|qualified|confident|strong|skilled|fluent)",
        r"(?:no|without any) (?:formal|real|professional|commercial|relevant|previous|prior|direct) (?:work )?(?:experience|qualifications?|training) (?:yet|as such|but|however|in this)",
        r"i (?:know|realise|realize|admit|appreciate) (?:that )?i (?:am not|don't|don’t|do not|have not|lack|may not)",
        r"(?:my )?(?:biggest |greatest |main |only )weakness(?:es)?(?= (?:is|are|include)|:)", r"i (?:struggle|struggled) with",
        r"i (?:failed|dropped out)", r"i was (?:fired|sacked|dismissed|let go)", r"(?:got|was) (?:fired|sacked) (?:from|for|by|because)",
        r"still (?:very )?(?:a beginner|learning the basics)", r"not much experience", r"nothing special",
    ]
)  # fmt: skip
_NOT_SORRY = re.compile(
    r"no (?:prior |previous |relevant )?experience (?:is )?(?:necessary|required|needed)", re.IGNORECASE
)
_NEGATIVE = either(
    [
        r"toxic (?:culture|workplace|environment|work environment|boss|managers?|management|team|atmosphere|colleagues)",
        r"(?:bad|poor|terrible|awful|horrible|incompetent|useless|lazy|rude|nasty) (?:boss|bosses|managers?|management|employers?|company|colleagues|co-?workers|leadership)(?! (?:skills|style|decisions|practices))",
        r"(?:i|we) (?:hate|hated|detest|loathe|despise)d?", r"waste of (?:my )?time", r"(?:underpaid|under-paid|overworked|undervalued|unappreciated)",
        r"(?:boring|dead[- ]end|mind[- ]numbing|pointless|tedious) (?:job|work|role|tasks?|company)", r"(?:was|were|got) bored",
        r"politics (?:forced|drove)", r"(?:sick|tired|fed up) (?:of|with) (?:my|the) (?:job|boss|company|management|work)",
        r"personality (?:clash|conflict) with", r"did(?:n't|n’t| not) get (?:on|along) with",
    ]
)  # fmt: skip
_OTHERS_TOO = re.compile(
    r"(?:overcom\w+|turn\w* around|replac\w+|fix\w+|transform\w+|address\w+|identif\w+)[^.;]{0,40}$", re.IGNORECASE
)


def _hits(
    document: Document,
    resume: Resume,
    job: JobAd | None,
    pattern: re.Pattern[str],
    unless: re.Pattern[str] | None = None,
    leave_out: tuple[SectionKind, ...] = OFFICIAL,
) -> Iterator[tuple[Span, str]]:
    """Where a pattern matches the writer's own words, with those words."""
    names = titles(resume)
    for passage in passages(document, resume, leave_out):
        low = passage.low
        for m in pattern.finditer(low):
            span = passage.span(m)
            if in_any(span, names) or asked(m[0], job):
                continue
            if unless and _overlapped(unless, low, m):
                continue
            yield span, " ".join(span.of(document.text).split())


_NEAR = 120
"""Characters around a match in which what silences it may begin or end."""


def _overlapped(unless: re.Pattern[str], low: str, m: re.Match[str]) -> bool:
    near = unless.finditer(low, max(0, m.start() - _NEAR), m.end() + _NEAR)
    return any(u.start() < m.end() and m.start() < u.end() for u in near)


def _arrogant(document: Document, resume: Resume, job: JobAd | None) -> list[tuple[Span, str]]:
    found = []
    for span, words in _hits(document, resume, job, _ARROGANT, _NOT_ARROGANT):
        after, before = document.text[span.end : span.end + 1], document.text[max(0, span.start - 2) : span.start]
        named = words[:1].isupper() and re.match(r"\s[A-Z]", document.text[span.end : span.end + 2])
        if after not in "@'’" and not (named and before.strip() not in ("", ".", "•")):
            found.append((span, words))
    return found


def arrogance(document: Document, resume: Resume, job: JobAd | None) -> Iterator[Match]:
    """Boasts in the writer's own words; quoted words, titles, prizes and the ad's words are none."""
    for span, _ in _arrogant(document, resume, job):
        yield Match(span.start, span.end)


def unproved(document: Document, resume: Resume, job: JobAd | None, options: dict[str, int]) -> Iterator[Match]:
    """Adjectives that claim what only deeds show, outside the jobs: one match a file, a warning where there are many."""
    found = _unproved(document, resume, job)
    distinct = {w.lower() for _, w in found}
    if len(distinct) < options["least"]:
        return
    span = found[0][0]
    severity = Severity.WARNING if len(distinct) >= options["many"] else None
    yield Match(
        span.start,
        span.end,
        data={"count": len(distinct), "words": quoted((w for _, w in found), 2)},
        severity=severity,
    )


def _unproved(document: Document, resume: Resume, job: JobAd | None) -> list[tuple[Span, str]]:
    history = (*OFFICIAL, _K.EXPERIENCE, _K.PROJECTS, _K.VOLUNTEERING, _K.INTERESTS)
    return list(_hits(document, resume, job, _UNPROVED, _OF_THINGS, history))


def _humble(document: Document, resume: Resume, job: JobAd | None) -> list[tuple[Span, str]]:
    found = []
    for span, words in _hits(document, resume, job, _HUMBLE, _NOT_HUMBLE, (*OFFICIAL, _K.LANGUAGES)):
        ahead = " ".join(document.text[span.start : span.end + 80].split())
        if words.lower().startswith("helped"):
            before = document.text[max(0, span.start - 30) : span.start]
            if _HELPED_PEOPLE.match(ahead) or not _OWN_DEED.search(before):
                continue
        found.append((span, words))
    return found


def self_effacement(document: Document, resume: Resume, job: JobAd | None) -> Iterator[Match]:
    """Words that make one's part small: one match for each of them, at its first place, with how often it stands."""
    seen: dict[str, list[Span]] = {}
    large = {s.start for s, _ in _beside_scale(document, resume)}
    for span, words in _humble(document, resume, job):
        if span.start not in large:
            key = "helped" if words.lower().startswith("helped") else words.lower()
            seen.setdefault(key, []).append(span)
    for places in seen.values():
        times = "" if len(places) == 1 else f" ({len(places)} times)"
        yield Match(places[0].start, places[0].end, data={"times": times})


def under_claim(document: Document, resume: Resume) -> Iterator[Match]:
    """A small part named beside something large: "helped with a $4m roll-out"."""
    for span, scale in _beside_scale(document, resume):
        yield Match(span.start, span.end, data={"scale": scale})


def _beside_scale(document: Document, resume: Resume) -> Iterator[tuple[Span, str]]:
    for passage in passages(document, resume, OFFICIAL):
        for at, sentence in sentences(passage.text):
            part = _SMALL_PART.search(sentence)
            scale = _SCALE.search(sentence, part.end()) if part else None
            if part and scale and scale.start() - part.end() < 70:
                ahead = " ".join(sentence[part.start() :].split())
                if not _HELPED_PEOPLE.match(ahead) and not re.search(
                    r"(?:which|that|who)\s$", sentence[: part.start()]
                ):
                    start = passage.start + at + part.start()
                    yield Span(start, start + len(part[0])), " ".join(scale[0].split())


def apology(document: Document, resume: Resume, job: JobAd | None) -> Iterator[Match]:
    """Apologies, and what the writer says they cannot do."""
    for span, _ in _hits(document, resume, job, _APOLOGY, _NOT_SORRY):
        yield Match(span.start, span.end)


def negativity(document: Document, resume: Resume, job: JobAd | None) -> Iterator[Match]:
    """Ill words of a job, a boss or a firm; what was put right is an achievement."""
    for span, _ in _hits(document, resume, job, _NEGATIVE):
        if not _OTHERS_TOO.search(document.text[max(0, span.start - 60) : span.start]):
            yield Match(span.start, span.end)


def balance(document: Document, resume: Resume, job: JobAd | None, options: dict[str, int]) -> Iterator[Match]:
    """Both sides of the tone counted and quoted, once a file, where there is something to weigh."""
    loud = sorted([*_arrogant(document, resume, job), *_unproved(document, resume, job)])
    soft = sorted(_humble(document, resume, job))
    if not loud or not soft or len(loud) + len(soft) < options["least"]:
        return
    span = min([*loud, *soft])[0]
    yield Match(span.start, span.end, data={"loud": _side(loud), "soft": _side(soft)})


def _side(found: list[tuple[Span, str]]) -> str:
    return f"{len(found)} ({quoted((w.lower() for _, w in found), 2)})"
