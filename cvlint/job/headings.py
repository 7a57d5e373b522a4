"""What a part of an ad is for, by its heading and by its wording."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

import re
from enum import StrEnum


class Part(StrEnum):
    """What a stretch of an ad is for."""

    TITLE = "title"
    ABOUT = "about"
    DUTIES = "duties"
    WANTED = "wanted"
    NICE = "nice"
    BENEFITS = "benefits"
    APPLY = "apply"
    LEGAL = "legal"
    PLAIN = "plain"  # nothing says what it is for

    @property
    def boilerplate(self) -> bool:
        """Whether the part asks for nothing."""
        return self in (Part.ABOUT, Part.BENEFITS, Part.APPLY, Part.LEGAL)


HEADINGS: tuple[tuple[Part, str], ...] = (
    (
        Part.NICE,
        r"(?:nice[ -]to[ -]haves?|desirable|desired|preferred|bonus(?: points| if)?|(?:it(?:'|’)?s |(?:it )?(?:would|will) be |is |are )?(?:a |an )?"
        r"(?:big |huge |definite |strong )?(?:plus(?:es)?|advantage|advantageous|bonus|beneficial)|extra (?:points|credit)|pluses|"
        r"good to have|ideally|optional|what would be (?:nice|great)|would be (?:nice|great|helpful)|brownie points|"
        r"(?:skills|experience|qualifications?|knowledge) (?:that (?:is|are) )?(?:preferred|desired|desirable)|"
        r"additional (?:skills|qualifications|assets?)|assets?\b)",
    ),
    (
        Part.BENEFITS,
        r"(?:what(?:'|’)?s in it for you|what (?:do )?we(?: can| will|(?:'|’)ll)? (?:offer|give)|we(?: can| will)? offer|benefits?|perks?|"
        r"compensation|salary|remuneration|(?:the )?package|(?:the )?rewards?|in return|why (?:join|work|us|choose)|what you(?:'|’)?(?:ll| will)? (?:get|receive)|"
        r"our offer|you(?:'|’)ll (?:get|receive)|the (?:perks|offer|deal)|hours|pay\b|rate\b)",
    ),
    (
        Part.APPLY,
        r"(?:how to apply|to apply|apply|application(?:s| process| procedure| deadline)?|interested|next steps?|contact(?: us| details)?|"
        r"closing date|deadline|send (?:us )?your|questions|further information|for more information|the process|start(?:ing)? date|reference|ref\b)",
    ),
    (
        Part.LEGAL,
        r"(?:equal (?:employment )?opportunit\w+|diversity|disclaimer|eeo|privacy|data protection|legal|notice to|important notice|"
        r"safeguarding statement|recruitment agencies)",
    ),
    (
        Part.WANTED,
        r"(?:(?:the |your |job |position |role |key |minimum |basic |essential |main |candidate |core |technical |person(?:al)? |must[ -]have |"
        r"required |specific |necessary |general |professional |work |other |soft |hard )*"
        r"(?:requirements?|qualifications?|skills?(?: (?:and|&) \w+)?|experience|competenc(?:ies|es|e)|criteria|profile|background|"
        r"person specification|person spec|specification|credentials|education|attributes?|knowledge|abilities|expertise|qualities|"
        r"must[ -]haves?|prerequisites?|expectations|licen[cs]es?|certifications?|languages)|essential|required|the person|the (?:ideal |successful |right )?candidate|"
        r"ideal candidate|(?:what|who) (?:are )?(?:we(?:'|’)?(?: a)?re|you(?:'|’)?ll|you will|we|you|will you|do you)\b.{0,24}?(?:look(?:ing)? for|need|have|want|expect|require|bring)|"
        r"about you|who (?:are you|you are)|you (?:are|have|should|must|will have|possess|bring)|your (?:profile|skills|background|experience|qualifications)|"
        r"(?:and )?as a person|is this you|what you(?:'|’)?ll (?:need|bring)|what it takes|to be (?:successful|considered)|"
        r"(?:the )?(?:successful|ideal|right|suitable) (?:candidate|applicant|person)|(?:all )?(?:applicants|candidates) (?:must|should|will)|"
        r"we (?:expect|require|are looking for|need)|do you have|you(?:'|’)?(?:ll| will) (?:have|need)|looking for\b|"
        r"what will you bring|ksa|skills\b|tech(?:nology)? stack|our stack|technolog(?:y|ies)|tags)",
    ),
    (
        Part.DUTIES,
        r"(?:(?:the |your |job |position |role |key |main |primary |essential |core |principal |general |major |specific |typical |daily |day[ -]to[ -]day )*"
        r"(?:responsibilit(?:y|ies)|dut(?:y|ies)|tasks?|accountabilit(?:y|ies)|functions?|activities|deliverables|description|job description|purpose|objectives?|role|"
        r"position|job|opportunity|mission|challenge|work|scope|summary|overview|about the (?:role|job|position|opportunity)|about this (?:role|job))|"
        r"what (?:will )?you(?:'|’)?(?:ll| will)?(?: be)? (?:do|doing|work)|you will(?: be)?(?: responsible)?|you(?:'|’)ll(?: be)?|responsible for|in this role|"
        r"as (?:a|an|our)\b|how you(?:'|’)?ll|a day in|what the (?:job|role)|the role\b|about the (?:role|job|position))",
    ),
    (
        Part.ABOUT,
        r"(?:about(?: us| the (?:company|team|client|organi[sz]ation|employer|business|school|trust|practice))?|who we are|our (?:company|client|story|mission|values|team|culture)|"
        r"company (?:profile|description|overview|background)|the (?:company|client|team|organi[sz]ation|practice|school|trust)|(?:the )?employer|"
        r"company|industry|company size|company type|location|where|introduction|background to)",
    ),
)
"""Headings by what they announce; the first that matches wins."""

_HEADINGS = [(part, re.compile(rf"^\W*(?:{pattern})\b", re.IGNORECASE)) for part, pattern in HEADINGS]

WORDING: tuple[tuple[Part, str], ...] = (
    (
        Part.LEGAL,
        r"equal[ -](?:employment[ -])?opportunit|employment (?:agency|business)|regardless of (?:race|age|gender|sex)|without regard to|"
        r"sexual orientation|protected (?:veteran|characteristic)|affirmative action|disabled (?:applicants|candidates|people)|"
        r"disability symbol|originally posted|unsuccessful|welcome[sd]? applications from|committed to (?:safeguarding|equality|diversity)|"
        r"no (?:recruitment )?agenc|privacy (?:policy|notice)|terms (?:and|&) conditions|e-?verify|celebrate diversity|data protection act|"
        r"within \w+ (?:working )?days|(?:high|large) volume of (?:applica|respon|interest)|deemed unsuccess|does not discriminate",
    ),
    (
        Part.APPLY,
        r"\bapply (?:now|today|online|here|for this|directly|via|by|to this)|\bto apply|click (?:here|on|apply|below|the)|(?:send|submit|forward|email|e-mail) "
        r"(?:us |me |over |in |through )?(?:your|an?|the) (?:\w+ )?(?:cv|resume|résumé|application|cover)|your (?:cv|resume|résumé) (?:to|and)|"
        r"(?:for|more|further) (?:\w+ )?(?:information|details)\b.{0,30}(?:contact|call|visit|please|about)|please (?:contact|call|visit|apply|send|email|submit|forward|note|do not|quote)|"
        r"closing date|deadline for|(?:call|contact|speak to) \w+ (?:\w+ )?(?:on|at)\b|look(?:ing)? forward to (?:hear|receiv|meet)|if you (?:are|feel|think|would|believe|wish) "
        r"(?:interested|you|like to (?:be|apply|know|find))|interested (?:in|candidates|applicants|parties)|\bsubmit (?:your|a)|visit our (?:web)?site|www\.|https?:|"
        r"recruitment process|(?:first|video|phone) interview|interviews? (?:will|are)|shortlist|your application",
    ),
    (
        Part.BENEFITS,
        r"we (?:can |also |will |do )?offer|(?:competitive|excellent|attractive|basic|starting|generous|good) (?:\w+ ){0,2}(?:salary|package|benefits|rates?|pay|remuneration|bonus|commission)|"
        r"\bsalary\b|\bpension\b|paid (?:holiday|vacation|time|leave)|(?:days|weeks)(?:'|’)? (?:annual )?(?:leave|holiday|vacation)|health (?:insurance|care plan)|"
        r"(?:medical|dental|life) (?:insurance|assurance|cover)|\b401|stock options|free (?:parking|lunch|coffee|drinks|fruit|food|gym)|gym membership|childcare vouchers|"
        r"(?:career|personal|professional) (?:progression|growth|development opportunit)|opportunit(?:y|ies) (?:for|to) (?:progress|grow|advance|career|develop|learn|promotion)|"
        r"in return|you will (?:receive|get|enjoy|be rewarded)|uncapped|\bOTE\b|company car|\bperks?\b|benefits (?:include|package)|relocation (?:package|assistance)|"
        r"(?:great|fantastic|excellent|exciting|wonderful|amazing|unique|superb) (?:\w+ )?(?:opportunity|environment|place to work|culture|atmosphere|team spirit)|flexible working hours|per (?:hour|annum)|"
        r"holiday pay|full training|training (?:is |will be )?(?:provided|given)|we (?:provide|pay|reward|believe in|value)|\bbenefits\b",
    ),
    (
        Part.ABOUT,
        r"^(?:\W*)(?:we(?:'|’)re|we are|our (?:client|company|team|mission|vision|goal|culture|products?|customers|clients|people|business)\b(?!.{0,60}(?:require|need|seek|look))|founded|established)\b|"
        r"\bis (?:a|an|one of|the) (?:\w+[ -]){0,4}(?:leading|leader|largest|growing|global|international|national|award|independent|fast|innovative|world|market|well|successful|company|provider|start-?up|firm|agency|organi[sz]ation|platform|charity)|"
        r"(?:world|market|industry)(?:'|’)?s? lead(?:er|ing)|founded in|established in|headquarter|offices in|(?:over|more than|around) [\d,*]+ (?:employees|staff|people|countries|customers|clients|offices|homes)|"
        r"\bbacked by\b|our (?:mission|vision|values)\b|years of (?:history|success)|part of the \w+ group|history of",
    ),
)
"""Wording that gives a sentence away wherever it stands."""

_WORDING = [(part, re.compile(pattern, re.IGNORECASE)) for part, pattern in WORDING]

ASKING = re.compile(
    r"\b(?:must(?! see)|required?|requires|essential|mandatory|needs? to|you(?:'|’)?(?: will|ll)? (?:need|have|possess|be able|bring|demonstrate|thrive|enjoy|love|speak|hold|feel|know|understand)|"
    r"you(?:'|’)?(?:re| are)(?! (?:responsible|in charge|interested|looking))|you should|you can\b|(?:experienced?|background|expertise|proficien\w+|fluen\w+|skill(?:s|ed)?|competen\w+|qualified|versed|familiar(?:ity)?|knowledge(?:able)?|understanding|comfortable|confident|confidence|grounding|interest|interested|command|track record|ability|capacity|passion|passionate|capable|aptitude) "
    r"(?:\w+ ){0,2}?(?:of|in|with|to|for|using|on|at|within|as|working|selling|managing|handling)\b|able to|ability to|(?:ideal|successful|right|suitable) (?:candidate|applicant|person|individual)s?(?! will be (?:responsible|part|an integral|based|working|involved))|(?:candidates?|applicants?) (?:must|should|will|need|who)|"
    r"(?:seek|look)\w* (?:for )?(?:a|an|someone|somebody|people|individuals|candidates)\b|(?:years?|months?)(?:'|’)? (?:of |\w+ ){0,3}experience|degree\b|diploma|certifi\w+|qualification|"
    r"(?:excellent|strong|good|great|proven|outstanding|solid|exceptional|demonstrated|demonstrable|effective|advanced|superior|thorough|sound|previous|extensive|proficient|basic|working|high|keen|deep|in-depth|broad|relevant|prior|fluent|clear) "
    r"(?:\w+[ ,/&-]+){0,5}?(?:skills?|experience|knowledge|understanding|abilit(?:y|ies)|communicat\w+|background|command|attention|level|standard|sense|awareness|work ethic|track record|eye|english|player|listener|motivat\w+|individual|person|professional))\b|self[ -]?(?:motivat|start)|team player|eligible to work|willing(?:ness)? to|minimum (?:of )?\d|right to work|driving licen[cs]e|driver(?:'|’)?s licen[cs]e|will be (?:a|an) \w+|registered with",
    re.IGNORECASE,
)
"""Wording by which an ad asks for something."""

PLAINLY = re.compile(
    r"\b(?:must(?! see)|required|essential|mandatory|you(?:'|’)?(?: will|ll)? (?:need|have|possess|should)|you should|(?:ideal|successful|right|suitable) (?:candidate|applicant|person|individual)s?(?! will be (?:responsible|part|an integral|based|working|involved))|"
    r"(?:candidates?|applicants?) (?:must|should|need|who)|the (?:post ?holder|role|position) (?:will|must|should|requires)(?= (?:be |have |need|possess|an? |strong|excellent))|"
    r"(?:years?|months?)(?:'|’)? (?:of |\w+ ){0,3}experience|(?:with|have|has|having|possess\w*) (?:an? |some |\w+ )?(?:excellent|strong|good|proven|solid|previous|relevant)|you are|you(?:'|’)re|"
    r"(?:looking for|seeking|recruit(?:ing)?|require) (?:an?|someone)|"
    r"^\W*(?:excellent|strong|good|proven|solid|previous|extensive|experience|experienced|have|has|knowledge|ability|able|proficien\w+|fluent|familiar\w*|understanding|degree|bachelor\w*|minimum|at least|qualified|registered|educated))\b",
    re.IGNORECASE,
)
"""Wording that asks even among the duties."""

_OPTIONAL = re.compile(
    r"\b(?:desirable|desired|preferred|preferable|optional|bonus|a plus|advantag\w+|beneficial|nice to have|useful|helpful)\b",
    re.IGNORECASE,
)


IDLE_MUST = re.compile(
    r"\b(?:as|when(?:ever)?|where(?:ver)?|if|and when|may be|might be|any|all|the|other|their|its|this|not|no longer)\s+(?:required|necessary|needed|essential|mandatory)\b|"
    r"\brequired to (?!have\b|be\b|hold\b|possess\b|speak\b|pass\b|undergo\b)|\brequired (?:by|documentation|records|standards?|information|reports?|levels?|results)\b|"
    r"\bwe (?:will |do )?(?:need|have) to\b|\brequires? (?:you|them|the (?:post ?holder|successful))\b|\bnecessary (?:to|steps|actions?|arrangements|information|documentation)\b",
    re.IGNORECASE,
)
"""Places of those words where they ask for nothing: "as and when required", "all required records"."""
GIVEN = re.compile(
    r"\b(?:in return|(?:will|can|to) (?:also )?(?:enjoy|receive|expect|benefit from|be (?:offered|rewarded|given|provided with)))\b",
    re.IGNORECASE,
)
"""Wording that gives instead of asking, however much of what follows sounds like a wish."""


def heading_part(line: str) -> Part | None:
    """What a heading announces; None where it announces nothing we know."""
    for part, pattern in _HEADINGS:
        if pattern.match(line):
            return Part.NICE if part is Part.WANTED and _OPTIONAL.search(line) else part
    return Part.NICE if _OPTIONAL.search(line) else None


def wording_part(sentence: str) -> Part | None:
    """The boilerplate that a sentence is by its wording; None where nothing gives it away."""
    for part, pattern in _WORDING:
        if pattern.search(sentence):
            return part
    return None
