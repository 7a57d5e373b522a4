"""The verbs that open the points of CVs, in their forms: what can be told of tense without a tagger."""

# ruff: noqa: E501, SIM905  (patterns, word lists)

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache


class Form(StrEnum):
    """The form of a verb at the head of a point."""

    BASE = "base"  # manage
    THIRD = "third"  # manages
    PAST = "past"  # managed
    GERUND = "gerund"  # managing


REGULAR = """
achieve acquire act adapt address administer adopt advise advocate allocate analyse analyze answer apply appoint appraise
approve arrange assemble assess assign assist assure attain attend audit authorise authorize automate balance bill book
calculate calibrate call cater champion check clean clear close coach code collaborate collate collect command
communicate compare compile complete compose compute conceive conceptualise conceptualize conduct configure consolidate
construct consult contact contribute control convert convey cook coordinate co-ordinate correct counsel craft create
cultivate customise customize debug decide define delegate deliver demonstrate deploy describe design detect determine
develop devise diagnose direct discuss dispatch dispense display distribute document draft earn edit educate eliminate
employ enable encourage enforce engage engineer enhance enlist enrich enrol ensure enter establish estimate evaluate
examine exceed execute expand expedite explain explore facilitate file finalise finalize follow formulate foster fulfil
fulfill furnish gain gather generate greet grade guide handle help hire identify illustrate implement improve improvise
increase influence inform initiate innovate inspect inspire instal install instigate institute instruct integrate
interact interpret interview introduce inventory investigate issue join justify launch learn lecture liaise lift load
lobby locate log maintain manage market maximise maximize measure mediate mentor merchandise migrate minimise minimize
mobilise mobilize model moderate modernise modernize modify monitor motivate move navigate negotiate network observe
obtain offer open operate optimise optimize orchestrate order organise organize originate overhaul own participate
perform persuade photograph pioneer plan post prepare prescribe present preside prevent price prioritise prioritize
process procure produce program project promote propose prospect protect prove provide publicise publicize publish
purchase qualify raise reach rebrand receive recognise recognize recommend reconcile record recruit redesign reduce
refer refine register regulate rehabilitate reinforce rejuvenate remodel renegotiate renew reorganise reorganize repair
replace reply report represent request research resolve respond restock restore restructure retain retrieve review
revise revitalise revitalize revamp rotate route sample satisfy save schedule screen secure segment select serve service
set-up shape ship shadow simplify solicit solve sort source spearhead specialise specialize stabilise stabilize staff
standardise standardize start steer stimulate stock store streamline strengthen structure study submit succeed suggest
summarise summarize supervise supply support surpass survey sustain tailor target tend test track train transcribe
transfer transform translate transport treat triage troubleshoot trouble-shoot tutor update upgrade upload use utilise
utilize validate verify visit volunteer wash weigh welcome work yield
"""
IRREGULAR = """
build built; bring brought; buy bought; catch caught; choose chose; come came; deal dealt; do did; draw drew; drive drove;
fall fell; feed fed; find found; get got; give gave; go went; grow grew; hold held; keep kept; know knew; lay laid;
lead led; leave left; lend lent; make made; meet met; oversee oversaw; pay paid; rebuild rebuilt; rewrite rewrote;
run ran; see saw; seek sought; sell sold; send sent; show showed; speak spoke; spend spent; stand stood; sweep swept;
take took; teach taught; tell told; think thought; undertake undertook; win won; wear wore; write wrote
"""
DOUBLED = frozenset(
    "plan ship submit program refer transfer debug log ban cut stop map chat commit equip instal enrol fulfil".split()
)
UNCERTAIN = frozenset(
    """act address advocate appoint audit balance bill book call champion check clean clear close coach code command contact
    control cook correct counsel craft design direct display document draft earn engineer estimate file follow grade guide
    help hire inventory issue join lead lecture lift load lobby log market measure mentor merchandise model move network
    offer open order own photograph pioneer plan post present price process produce program project prospect purchase record
    register repair reply report request research review route sample save schedule screen secure segment service shadow
    shape ship sort source staff start stock store structure study supply support survey target test track train transfer
    transport triage tutor update upgrade use visit volunteer wash welcome work yield drive draw deal find make run show
    stand sweep wear pay meet lay leave fall feed overhaul triage rotate institute moderate tend appraise load""".split()
)
"""Verbs whose plain form is also a noun or an adjective: "Support of users", "Open plan"."""
SAME = frozenset("broadcast cost cut forecast hit let put quit read reset set shut split spread".split())
"""Verbs that say nothing of tense."""


@cache
def forms() -> dict[str, tuple[str, Form]]:
    """Each form of each verb: its plain form and which form it is."""
    table: dict[str, tuple[str, Form]] = {}
    verbs = dict.fromkeys(REGULAR.split()) | dict(
        p.split() for p in IRREGULAR.replace("\n", " ").split(";") if p.strip()
    )
    for verb, past in verbs.items():
        stem = verb.removesuffix("e")
        double = verb + verb[-1] if verb in DOUBLED else stem
        if re.search(r"[^aeiou]y$", verb):
            past, third = past or verb[:-1] + "ied", verb[:-1] + "ies"
        else:
            past = past or (stem if verb.endswith("e") else double) + "ed"
            third = verb + ("es" if re.search(r"(?:s|sh|ch|x|z|o)$", verb) else "s")
        for form, kind in ((verb, Form.BASE), (third, Form.THIRD), (past, Form.PAST)):
            table.setdefault(form, (verb, kind))
        gerund = (verb if verb.endswith("ee") else double if verb in DOUBLED else stem) + "ing"
        table.setdefault(gerund, (verb, Form.GERUND))
    for word in ("sitting", "setting", "running", "getting", "winning"):
        table[word] = (word[:-4], Form.GERUND)
    del table["troubleshooted"]
    table.update(
        troubleshot=("troubleshoot", Form.PAST), labelled=("label", Form.PAST), travelled=("travel", Form.PAST)
    )
    table.update(modelled=("model", Form.PAST), modelling=("model", Form.GERUND), focused=("focus", Form.PAST))
    return table


_HEAD = re.compile(
    r"\W{0,4}(?:(?:successfully|effectively|consistently|regularly|also|personally|currently|previously|actively|directly|jointly|independently|efficiently|proactively|daily|routinely) )?(?P<w>[A-Za-z]+(?:-[a-z]+)?)(?P<next>\W+\w+)?",
    re.IGNORECASE,
)


def opening(text: str) -> tuple[int, int, str, Form] | None:
    """(start, end, plain form, form) of the verb that opens a point; None where it may be something else.

    A plain form that may be a noun counts only before a word that a noun's head does not stand before: a determiner.
    """
    m = _HEAD.match(text)
    if m is None:
        return None
    word = m["w"].lower()
    known = forms().get(word)
    if known is None or word in SAME:
        return None
    verb, form = known
    after = (m["next"] or "").strip().lower()
    if re.match(r"(?:of|was|were|is|are)\b", after) or re.match(r"\s*[:–—/-]", m["next"] or ""):
        return None
    if verb in UNCERTAIN and form in (Form.BASE, Form.THIRD) and not _DETERMINER.fullmatch(after):
        return None
    if (
        form is Form.PAST
        and _ADJECTIVE.search(word)
        and re.match(r"(?:and|in|with|for|professional|skills|knowledge)\b", after)
    ):
        return None
    return m.start("w"), m.end("w"), verb, form


_DETERMINER = re.compile(
    r"(?:the|a|an|all|any|our|my|their|its|this|these|those|new|daily|weekly|monthly|up|out|with|and|over|\d+)"
)
_ADJECTIVE = re.compile(
    r"^(?:experienced|skilled|motivated|organi[sz]ed|dedicated|qualified|certified|detailed|focused|engaged|accomplished|advanced)$"
)
