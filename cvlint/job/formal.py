"""What an ad asks for in set forms: years, degrees, certificates, registrations, licences, languages, right to work."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cvlint.model.job import RequirementKind as Kind

NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|a)"
SUBJECT = r"(?:[A-Za-z][\w&/+#’'-]*\s+){0,6}?"
YEARS = re.compile(
    rf"(?:(?:at least|minimum(?: of)?|min\.?|over|more than|approximately|up to)\s+)?(?P<n>{NUMBER})(?:\s*\(\d+\)|\s*(?:-|–|to|or)\s*\d{{1,2}})?\s*(?:\+|plus|or more)?\s*"
    rf"(?P<unit>years?|yrs?|months?)(?:['’`]s?|s['’])?\+?(?:\s+(?:plus|or more|minimum))?(?:\s+(?:of|in|with|as|post|working|spent))?\s+"
    rf"(?:(?P<subject>(?:(?!years?\b|months?\b)[\w&/+#’'.-]+,?\s+){{0,9}}?)(?:experience|background|expertise|PQE|track record|practice)(?:[^\S\n](?:of|in|with|as|within|working|using|on)(?:[^\S\n](?:the|an?))?(?:[^\S\n][\w&/+#’'-]+){{1,5}})?"
    rf"|(?P<rest>(?:working|selling|managing|using|teaching|developing|building|designing|in|as|programming|coding|of|leading|running|administering)(?:[^\S\n][\w&/+#’'-]+){{1,5}}))",
    re.IGNORECASE,
)
EXPERIENCE_OF = re.compile(
    rf"\b(?:experience|background)\b[^.;\n]{{0,40}}?\(?(?:(?:at least|minimum|min)\s+)?(?P<n>{NUMBER})\s*\+?\s*(?P<unit>years?|yrs?)\b",
    re.IGNORECASE,
)
ANY_EXPERIENCE = re.compile(
    r"\b(?:relevant|equivalent|related|similar|previous|prior|proven)\s+(?:work(?:ing)?|industry|professional|practical|commercial)\s+experience\b",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"(?:\b[12][:.][12]\s+(?:or (?:above|higher|better)\s+)?)?(?:\b(?:(?:a|an|the)\s+)?(?:(?:relevant|related|minimum|good|first|honou?rs|strong|university|college|science|engineering|business|technical|medical|law|"
    r"undergraduate|graduate|postgraduate|post-graduate|advanced|four[- ]year|4[- ]year|numerate|quantitative|accounting|computer science|numerical|higher|foundation|"
    r"associate(?:['’`]?s)?|bachelor(?:['’`]?s)?|master(?:['’`]?s)?|doctoral|MSc|BSc|BS|BA|MS)[\s/]+(?:or\s+)?)*(?<![\w-])degrees?\b(?!\s+of\s+(?!arts|science|engineering|business|law|education|bachelor|master))(?:[\s-]+(?:qualified|educated|level|calibre))*)"
    r"(?:\s+(?:or equivalent\s+)?(?:in|from)\s+(?:a |an |the )?(?:[\w&’'-]+[ /,]*){1,7}?(?=[.;:()\n]|,? or |\s*\b(?:is|are|with|preferred|required|from|plus|and \d|desir\w*|essential)\b|$))?|"
    r"\b(?:bachelor|master|associate)(?:['’`]?s|s)(?!\w)(?:\s+(?:of|in)\s+[A-Z][\w]+(?:\s+[A-Z]\w+)*)?|\b(?:B\.?Sc|M\.?Sc|B\.?Eng|M\.?Eng|M\.?B\.?A|Ph\.?D|LLB|LLM|B\.?Com|MPhil|BBA|B\.?Tech|M\.?Tech|MSW|DPhil|PharmD|(?-i:B\.?A|B\.?Ed|B\.?S|MPH|MA|EdD|MD|JD|BN))(?![\w-])\.?(?:\s+(?:in|degree in)\s+[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+)*)?",
    re.IGNORECASE,
)
EDUCATION = re.compile(
    r"\b(?:high[- ]school (?:diploma|graduate|education|degree)|GED\b|(?:level [1-8]\s+)?(?:NVQs?|SVQs?|BTECs?|HNCs?|HNDs?|ONCs?|City (?:&|and) Guilds|PGCEs?|QTS|GCSEs?|A[- ]Levels?|QTLS|NNEB|DipSW|CQSW|NCEA|TEFL|CELTA|TESOL)(?:\s*(?:\d|[A-E]\s*(?:-|to)\s*[A-E]|level \d|in [\w ]{3,30}?(?=[.,;)]|$)))?|"
    r"(?:level [1-8]|advanced|post-?graduate|national|nursing|teaching|higher national|graduate|college|trade)\s+(?:diploma|certificate)|diploma(?=\s+(?:in|or|level)\b)|\bdiploma\b|"
    r"(?:time[- ]served|recognised|completed|full|formal|engineering|mechanical|electrical)\s+apprentice(?:ship)?|time[- ]served|apprenticeship|"
    r"(?:part[- ]|newly |fully |professionally |suitably |CIMA |AAT |ACCA |ACA |CEMAP )?[- ]?(?:qualified)(?= (?:accountant|nurse|teacher|social worker|solicitor|engineer|electrician|chef|midwife|physio\w*))|"
    r"(?:17th|18th|16th)\s+edition|(?:post[- ]registration|professional|relevant|recogni[sz]ed|teaching|accountancy|accounting|formal|post|clinical|industry|mentorship|nursing|appropriate|further|technical|engineering|trade|academic|educational|financial|additional)\s+qualifications?|"
    r"(?:industry|professional|relevant|technical|vendor|current|valid)\s+certifications?|graduate calib(?:re|er)|educational background (?:is|in) \w+(?: \w+)?|educated to [\w ]{2,20}?(?:level|standard)|school leaver)\b",
    re.IGNORECASE,
)
CERTIFICATE = re.compile(
    r"\b(?:ACCA|CIMA|ACA|AAT|CIPFA|CPA|CFA|CIMA|CIPD|CIPS|CeMAP|CeFA|PMP|PRINCE\s?2|ITIL(?:\s?v\d)?|CISSP|CISM|CISA|CCNA|CCNP|CCIE|MCSA|MCSE|MSCE|MCTS|MCITP|MCP|VCP|VCA|RHCE|RHCSA|OCP|CompTIA(?: [A-Z]\w+\+?)?|A\+(?= cert)|"
    r"Security\+|Network\+|AWS Certified[\w -]{0,40}|CSM|CSPO|PSM|Six Sigma(?: (?:green|black|yellow) belt)?|TOGAF|IOSH|NEBOSH|SMSTS|SSSTS|CSCS|CPCS|IPAF|PASMA|Gas Safe|ACS|OFTEC|F[- ]Gas|BPEC|NICEIC|ECDL|IMC|QCF|DipPFS|DipFA|IAQ|FPC|"
    r"ICAEW|ICAS|STA|ATT|CTA|AMICUS|CIM|DipM|ServSafe|RSA certificate|first aid(?: (?:certificate|at work|certification))?|food hygiene(?: certificate)?|CPR|BLS|ACLS|PALS|NALS|TNCC|OSHA(?: \d+)?|HAZWOPER|CDM|ISTQB|ISEB|IIA|APICS|CPIM|SHRM-CP|PHR|SPHR|FINRA|Series (?:7|63|65|66|24)|"
    r"PADI|SIA(?= (?:licen|badge))|ENB ?\d*|ATLS|APLS|ALS)(?![\w-])(?:\s+(?:qualified|certified|certification|certificate|qualification|accredited|membership))?"
)
REGISTRATION = re.compile(
    r"\b(?:RGN|RMN|RNLD|RNMH|RSCN|RCN|EN|RN|LPN|LVN|CNA|NMC|GMC|GDC|HCPC|HPC|GPhC|GSCC|GOC|SRA|FCA|CQC|PIN|ISA)(?![\w-])(?!\s+(?:guidelines?|standards?|regulations?|code|guidance|requirements|polic\w+|inspect\w+|rules|framework|compliance))(?:[’']?s\b)?(?:\s+(?:registration|registered|pin(?: number)?|check(?:ed|s)?|disclosure|clearance|number|licen[cs]e|part \d+))*|"
    r"\b(?:valid|active|current|live|full|NMC)\s+PIN(?:\s+numbers?)?\b|\b(?:full |current |valid |active |professional |state |NMC |GMC )*registration\b(?=\s+(?:with|on|as|to)\b|\s*(?:[.,;)]|$|essential|required))|"
    r"\bregistered\s+(?:(?:general|mental health|mental|learning disabilit\w+|children(?:['’]s)?|adult|qualified|staff|home)\s+)*(?:nurses?|midwi(?:fe|ves)|manager|social worker|practitioner|teacher|engineer|dietitian|pharmacist|electrician|architect)\b|"
    r"\b(?:registered|registration)\s+(?:with|on|as|to)\s+(?:the\s+|a\s+|an\s+)?(?:appropriate part of the\s+)?(?:[A-Z][\w&]*\s*){1,5}|\b(?:GP )?performers list\b|\bchartered(?: \w+){0,2}(?= (?:status|accountant|engineer|surveyor))(?: \w+)|\bchartership\b|\bchartered status\b|"
    r"\bsection 12\b|\bbar admission\b|\badmitted to the\b[\w ]{0,20} bar\b|\bprofessional indemnity\b",
    re.IGNORECASE,
)
CLEARANCE = re.compile(
    r"\b(?:enhanced |standard |clear |satisfactory |full |basic )*(?:criminal (?:records?|history|background)(?: bureau)?|background|police|disclosure|security|child protection|working with children|vulnerable sector|drug|pre-?employment)\s+(?:checks?|screen(?:ing)?s?|clearance|vetting|disclosure|tests?)\b|\bsecurity cleared\b|\b(?:SC|DV|TS/SCI|top secret|secret)\s+clear(?:ed|ance)\b|"
    r"\b(?:enhanced |standard |clear |full |basic )*(?:DBS|CRB|PVG)(?:[’']?s\b)?(?:\s+(?:check(?:ed|s)?|disclosure|clearance|number|membership))*(?![\w-])",
    re.IGNORECASE,
)
"""Checks of a person's record: what passes them is a licence to work, which no professional body gives."""
LICENCE = re.compile(
    r"\b(?:(?:full|clean|valid|current|UK|HGV|LGV|EU|NZ|US|state|commercial|class [A-E1-9]+|category [A-E]\w?)[,\s/]+(?:and\s+)?)*(?:driv(?:ing|er)['’]?s?['’]?s?)\s+(?:licen[cs]es?|abstract|record)\b|\bCDL\b|\bclass [1-5ABC]{1,2}\s+(?:licen[cs]e|driver)\b|"
    r"\b(?:HGV|LGV|forklift|fork lift|FLT|heavy vehicle|SIA|DGSA|ADR|personal|practice|practising|nursing|teaching|real estate|insurance|pilot['’]?s?|plumbing|electrical|journeyman|contractor['’]?s|pharmacist)\s+(?:licen[cs]es?|badge|endorsement|certificate)\b|"
    r"\b(?:car|vehicle)\s+(?:driver|owner)(?:/owner)?\b|\bcar owner\b|\b(?:own|access to (?:a|own)) (?:car|vehicle|transport(?:ation)?)\b|\b(?:own|reliable|personal) (?:car|vehicle|transport(?:ation)?)\b|\b(?:be a|full|clean) driver\b|\b(?:valid|current|professional|state|appropriate)\s+licen[cs](?:es?|ure)\b",
    re.IGNORECASE,
)
LANGUAGE_NAMES = (
    "English|German|French|Spanish|Italian|Dutch|Portuguese|Mandarin|Cantonese|Chinese|Japanese|Korean|Arabic|Hebrew|Russian|Polish|Czech|Slovak|Hungarian|Romanian|"
    "Bulgarian|Greek|Turkish|Swedish|Danish|Norwegian|Finnish|Welsh|Irish|Gaelic|Hindi|Urdu|Punjabi|Bengali|Tamil|Gujarati|Vietnamese|Thai|Malay|Indonesian|Tagalog|"
    "Filipino|Swahili|Afrikaans|Ukrainian|Serbian|Croatian|Slovenian|Estonian|Latvian|Lithuanian|Catalan|Persian|Farsi|te reo Māori|te reo|Māori|Samoan|Tongan|"
    "British Sign Language|BSL|NZSL|ASL|American Sign Language"
)
LANGUAGE = re.compile(
    rf"\b(?:{LANGUAGE_NAMES})\b(?!\s+(?:Muffin|literature department|company|clients?|market|office|government|border|law\b|famil(?:y|ies)|nationals?|citizens?|descent|cuisine|food|restaurant|history|culture|brand|customers?|firm|bakery|wine|team\b|speaking countries|based|companies|Council|army|bank))|\b(?:CEE|European|Nordic|Scandinavian|second|foreign|other|additional|another|second European)\s+languages?\b",
    re.IGNORECASE,
)
LANGUAGE_CUE = re.compile(
    r"\b(?:fluen\w+|speak\w*|spoken|written|writ\w+|languages?|bilingual|command|proficien\w+|native|mother tongue|verbal\w*|oral\w*|read|literacy|communicat\w+|multilingual|conversational|skills?|level|knowledge|excellent|good|B[12]|C[12]|and)\b",
    re.IGNORECASE,
)
RIGHT = re.compile(
    r"\b(?:(?:right|permission|authori[sz]ation|authori[sz]ed|eligib(?:le|ility)|entitle(?:d|ment)|legally (?:able|allowed|authori[sz]ed|entitled|permitted)|permitted|legal right)\s+(?:to|for)\s+(?:legally\s+)?(?:live and )?(?:work(?!\s+(?:in|with|as|well|on|under|to|independently|alone|effectively|from|within|at|both|closely|flexibl[ey]|across|quickly|a |and)\b)|work(?=\s+(?:full[- ]time )?(?:in|within) (?:the )?(?:UK|U\.K|US|USA|U\.S|EU|EEA|United|Australia|New Zealand|Canada|Ireland|Germany|country|specified|Europe|this country)))|"
    r"work (?:permits?|visas?|authori[sz]ation)|(?:EU|UK|US|British|NZ|Australian|EEA|U\.S\.) (?:citizen(?:s|ship)?|passport|residen\w+|work permit|national)|valid (?:visa|passport)|citizenship|permanent residen\w+|green card|"
    r"(?:be a )?residents? of [A-Z]\w+|(?:willing(?:ness)?|able|prepared|open) to relocate(?: to [A-Z]\w+)?|(?:no|not able to) (?:visa )?sponsor\w*|visa required|based in the (?:UK|US|EU)(?= )|able to (?:legally )?work (?:in|within) (?:the )?(?-i:UK|EU|US|USA|United|Australia|New Zealand|Canada|Ireland)|eligible to (?:live and )?work)\b"
    r"(?: (?:in|within) (?:the )?(?-i:[A-Z][\w.]*(?: (?:Kingdom|States|Zealand|Union|Emirates|Republic))?))?|"
    r"\b(?:must |should |candidates? |applicants? )(?:currently )?(?:live|reside|be (?:based|located|resident|local))\s+(?:in|within|near|to)\s+(?:the )?(?-i:[A-Z]\w+)(?-i:(?:,? [A-Z]\w+){0,3})|"
    r"\b(?:candidates?|applicants?)\b[^.;\n]{0,50}?\b(?:can|should|must|may) live (?:anywhere )?in the following (?:areas|locations|places|towns)|"
    r"\blocal to (?:the )?(?-i:[A-Z]\w+)(?-i:(?:,? [A-Z]\w+){0,3})|\b(?-i:[A-Z]\w+)-based (?:candidates?|applicants?)\b",
    re.IGNORECASE,
)
WORDS = {
    w: i
    for i, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"eighteen": 18, "a": 1}


@dataclass(frozen=True, slots=True)
class Formal:
    """A formal requirement: its words `text[start:end]`, a plain name for it, and the number it asks for."""

    kind: Kind
    start: int
    end: int
    term: str
    amount: float | None = None


TAIL = re.compile(
    r"(?:\s+(?:and|or|with|in|of|the|an?|to|for|at|on|is|are|know|be|have|has|who|that|which|you|we|will|must|as|from|using|working))+$",
    re.IGNORECASE,
)
"""Words that no longer belong to what the years are of."""


def years(text: str, start: int, end: int) -> Iterator[Formal]:
    """Years (months as fractions) of experience asked for."""
    for m in YEARS.finditer(text, start, end):
        count = m["n"].lower()
        amount = float(WORDS.get(count, 0) or (int(count) if count.isdigit() else 1))
        if m["unit"].lower().startswith("m"):
            amount = round(amount / 12, 2)
        if amount > 20 or (amount >= 10 and re.match(r"over|more than", m.group(), re.IGNORECASE)):
            continue  # how long a firm has been in business
        tail = TAIL.search(m.group())
        end_at = m.end() - (len(m.group()) - tail.start() if tail else 0)
        yield Formal(Kind.EXPERIENCE_YEARS, m.start(), end_at, " ".join(text[m.start() : end_at].split()), amount)


NAMED = re.compile(
    r"\b[A-Z][\w+#]*(?:[ -][A-Z][\w+#]*){0,3} (?:certifi(?:ed|cation|cate)s?|accredit(?:ed|ation)|qualified|licensed|diploma)\b|"
    r"\b(?:recognised |relevant |appropriate |full |formal )?(?:gas|electrical|mechanical|engineering|nursing|teaching|catering|childcare|health|care|management|legal|"
    r"social work|counselling|marketing|IT|finance|security|technical|business)(?: (?:and|or|/) [a-z]+)? qualifications?\b|\bICH[- ]?GCP\b|\bGCP\b(?= (?:train|certif))|"
    r"\bqualified to (?:at least )?(?:level \d|degree|HN[CD]|NVQ)[\w ]{0,12}|\b(?:fully |newly |part[- ]|professionally |suitably |degree[- ])qualified\b|\bdegree educated\b|\b(?:hold(?:ing)?|possess(?:ing)?|have|obtain) (?:an?|the) [\w* ]{3,30}? certificate\b",
)
"""Certificates by their form, whatever their name."""
CERTIFIED = re.compile(
    r"\b(?:current|valid|up[- ]to[- ]date|recogni[sz]ed)\s+(?P<name>(?!relevant|industry|professional|technical|vendor|(?:annual )?practi[sc]ing)[a-z][\w-]*(?: [a-z][\w-]*){0,4}? (?:certifications?|certificates?))\b",
    re.IGNORECASE,
)
"""The same in small letters, where it is to be in force: "current advanced cardiac life support certification"."""
LOCAL_REGISTRATION = re.compile(
    r"\b(?:(?:AHPRA|SACE|HPCSA|SANC|CORU|NMBI|ECSA|SAICA|EWRB|PGDB|NMBA|SACSSP|SACPCMP|APEGA|PEO|CNO|VIT|QCT)(?![\w-])(?: (?:registration|registered|membership|licen[cs]e|certificate|number))?|"
    r"[Tt]eaching [Cc]ouncil (?:of [A-Z]\w+(?: [A-Z]\w+)? )?registration|[Bb]lue [Cc]ard(?= |[.,;)]|$))"
)
LOCAL_LICENCE = re.compile(
    r"\b(?:[Gg]arda [Vv]etting(?: clearance)?|NDIS (?:[Ww]orker )?[Ss]creening(?: (?:[Cc]heck|[Cc]learance))?|WWCC|(?:[Cc]urrent |[Vv]alid )?(?:[Cc]ode (?:8|10|14|EB|C1|EC)(?:/\w+)? (?:driver['’]?s?['’]? |driving )?licen[cs]e|PrDP|PDP(?= (?:licen|permit|required))|[Ww]hite [Cc]ard|Safe Pass|LBP(?: licen[cs]e)?|(?:HR|MR|HC|MC|LR|HSR) (?:class )?licen[cs]e|(?:[Ff]orklift|[Cc]rane|[Dd]ogging|[Rr]igging|[Ee]xcavator|[Tt]elehandler|EWP|[Ww]heels,? [Tt]racks,? and [Rr]ollers|WTR) (?:tickets?|endorsements?)|[Cc]lass \d (?:heavy vehicle |truck |driver )?licen[cs]e))(?![\w-])"
)
LOCAL_QUALIFICATION = re.compile(
    r"\b(?:[Cc]ertificate (?:I{1,3}|IV|[1-4]) (?:in|of) [A-Z]?\w+(?: (?:and |of )?[A-Z]\w+){0,4}|(?:NZQA|QQI|FETAC|NFQ|NQF|AQF) [Ll]evel \d+|(?:NCEA )[Ll]evel [1-3]|[Ll]eaving [Cc]ert(?:ificate)?|[Jj]unior [Cc]ert(?:ificate)?|[Mm]atric(?:ulation)?(?= |[.,;)]|$)|[Nn]ational [Ss]enior [Cc]ertificate|"
    r"(?:HSC|VCE|WACE|QCE|SACE [Ss]tage 2)(?= |[.,;)]|$)|Red Seal(?: (?:endorsement|certification|certificate|journeyperson))?|Smart Serve|WHMIS(?: \d{4})?|Site Safe(?: passport)?|RSA(?: (?:certificate|certification))?(?= |[.,;)]|$)|RCG(?: certificate)?(?= |[.,;)]|$)|[Ff]ood (?:handler['’]?s?['’]?|safety|hygiene) (?:card|certificate|permit|certification|level \d)|(?:PALS|NRP|ACLS|ALS|BLS|NIHSS) certification|HSNO(?: certif\w+)?)(?![\w-])"
)
"""What seven countries call theirs; abbreviations in capitals alone."""
SHIFTS = re.compile(
    r"\b(?:willing(?:ness)?|able|ability|availab(?:le|ility)|flexib(?:le|ility)|prepared|happy|required|need|must)\s+(?:to|for)\s+(?:be (?:flexible|available) (?:to|for)\s+)?(?:(?:work|do|cover)(?:ing)?\s+)?(?:(?:occasional|some|regular|both|a|the|rotating|flexible|varied|different|various|early|late|day|split|on)\s+){0,3}"
    r"(?:nights?|weekends?|evenings?|shifts?|bank holidays|unsocial\w* hours|overtime|a rota|rotas?|on[- ]call|saturdays?|sundays?)(?:(?:\s*,\s*|\s+(?:and|or|and/or)\s+)(?:(?:night|day|early|late)\s+)?(?:nights?|weekends?|evenings?|shifts?|bank holidays|overtime|holidays|saturdays?|sundays?)){0,3}\b|"
    r"\b(?:night|weekend|evening|shift|rota) (?:work|working|availability)\b",
    re.IGNORECASE,
)
"""When the work is: nights, weekends, shifts."""
PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.RIGHT_TO_WORK, RIGHT),
    (Kind.LICENCE, LOCAL_LICENCE),
    (Kind.LICENCE, LICENCE),
    (Kind.LICENCE, CLEARANCE),
    (Kind.REGISTRATION, LOCAL_REGISTRATION),
    (Kind.REGISTRATION, REGISTRATION),
    (Kind.QUALIFICATION, LOCAL_QUALIFICATION),
    (Kind.QUALIFICATION, EDUCATION),
    (Kind.QUALIFICATION, DEGREE),
    (Kind.QUALIFICATION, CERTIFICATE),
    (Kind.QUALIFICATION, NAMED),
    (Kind.QUALIFICATION, CERTIFIED),
    (Kind.SOFT, SHIFTS),
)


_VERB = re.compile(r"\s(?:is|are|was|will|would|must|required|preferred|desired|essential|desirable|needed)\b")
_NO_DEGREE = re.compile(
    r"(?i:\bto an?\b[\w ]{0,20}\0(?:an? )?(?:\w+ )?degree\b)|\0associates\b(?! (?:degree|in |of ))"
    r"|\0(?i:an? |the )?(?i:ph\.?d\.?|msc|doctoral degree)\S* (?i:candidates?|students?|positions?|stipends?|scholarships?|program(?:me)?s?|projects?"
    r"|fellows?(?:hips?)?|schools?|defen[cs]e|thes[ie]s|supervis\w+|degrees? (?:is|are))\b|\0\w+&\w"
)
"""What reads like a degree and is none: "to a limited degree", "our associates", "the PhD candidate will", "BS&C"."""


def formals(text: str, start: int, end: int) -> list[Formal]:
    """Every formal requirement in `text[start:end]`, in order, none inside another of its kind."""
    found = list(years(text, start, end))
    for m in ANY_EXPERIENCE.finditer(text, start, end):
        if not any(f.start < m.end() and m.start() < f.end for f in found) and re.search(
            r"\bor\b[^.;]{0,25}$", text[start : m.start()]
        ):
            found.append(Formal(Kind.EXPERIENCE_YEARS, m.start(), m.end(), m.group()))
    for kind, pattern in PATTERNS:
        for m in pattern.finditer(text, start, end):
            a, b = m.span("name" if "name" in pattern.groupindex else 0)
            while a < b and text[a].isspace():
                a += 1
            if kind is Kind.QUALIFICATION and (verb := _VERB.search(text, a, b)):
                b = verb.start()
            while b > a and text[b - 1] in " \t\n,;/":
                b -= 1
            if kind is Kind.QUALIFICATION and _NO_DEGREE.search(f"{text[max(start, a - 30) : a]}\0{text[a : b + 30]}"):
                continue
            term = re.sub(r"^(?:a|an|the)\s+", "", " ".join(text[a:b].split()), flags=re.IGNORECASE)
            if b - a < 2 or (kind is Kind.REGISTRATION and term in ("en", "En", "pin", "Pin", "isa", "crb's")):
                continue
            if (
                kind is Kind.QUALIFICATION
                and pattern is DEGREE
                and term in ("ma", "Ma", "ba", "ms", "Ms", "MS", "bs", "md", "MD", "bn", "jd")
            ) and (
                term in ("ma", "Ma", "ba", "ms", "Ms", "md", "bn", "jd", "bs")
                or re.match(
                    r"\s+(?:Office|Word|Excel|Access|Project|Visio|SQL|PowerPoint|Outlook|Dynamics|Windows)",
                    text[b:end],
                )
            ):
                continue
            if any(f.kind is kind and f.start < b and a < f.end for f in found):
                continue
            found.append(Formal(kind, a, b, term))
    found += languages(text, start, end)
    return sorted(found, key=lambda f: (f.start, f.end))


def languages(text: str, start: int, end: int) -> Iterator[Formal]:
    """Languages that are asked for, not places or clients that bear the name."""
    for m in LANGUAGE.finditer(text, start, end):
        around = text[max(start, m.start() - 60) : m.start()] + " " + text[m.end() : min(end, m.end() + 40)]
        name = m.group()
        if name[0].islower() and not name.lower().startswith(
            ("te reo", "english", "second", "foreign", "other", "additional", "another")
        ):
            continue
        if LANGUAGE_CUE.search(around):
            yield Formal(Kind.LANGUAGE, m.start(), m.end(), name[0].upper() + name[1:])
