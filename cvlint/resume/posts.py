"""The words that name a post, a degree or an organisation in the heading of a role."""

from __future__ import annotations

import re

TITLE_WORDS = re.compile(
    r"\b(?:manager|engineer|developer|assistant|director|analyst|officer|teacher|tutor|nurse|accountant|consultant|clerk"
    r"|administrator|coordinator|co-ordinator|supervisor|specialist|technician|associate|representative|executive|lead"
    r"|leader|head|chef|cook|driver|labourer|worker|cashier|barista|server|waiter|waitress|intern|trainee|apprentice"
    r"|graduate|designer|architect|scientist|researcher|lecturer|professor|fellow|advisor|adviser|agent|operator|planner"
    r"|buyer|receptionist|secretary|solicitor|lawyer|attorney|paralegal|counsellor|counselor|therapist|physiotherapist"
    r"|doctor|surgeon|registrar|pharmacist|midwife|carer|volunteer|president|chair|treasurer|partner|principal|founder"
    r"|owner|editor|writer|journalist|producer|photographer|artist|electrician|plumber|carpenter|builder|mechanic"
    r"|foreman|inspector|auditor|controller|bookkeeper|banker|broker|trader|underwriter|salesperson|merchandiser|steward"
    r"|host|bartender|instructor|trainer|coach|captain|pilot|sergeant|lieutenant|soldier|guard|cleaner|caretaker|porter"
    r"|librarian|curator|programmer|tester|strategist|marketer|recruiter|generalist|strategy|ceo|cto|cfo|coo|vp|chief"
    r"|teaching|internship|placement|practitioner|fitter|welder|painter|plasterer|roofer|joiner|tiler|glazier|machinist|rigger"
    r"|scaffolder|boilermaker|bricklayer|landscaper|arborist|shearer|butcher|baker|hairdresser|groundsman|groundskeeper|machine\s+hand"
    r"|storeperson|examiner|trustee|convenor|superintendent|housekeeper|dispatcher|estimator|surveyor"
    r"|(?:board|committee|council|panel|founding|staff|cabin\s+crew)\s+member|facilitator|ambassador|mentor|demonstrator|gardener|farmer|farmhand"
    r"|crew\s+member|team\s+member)s?\b",
    re.IGNORECASE,
)
DEGREE_WORDS = re.compile(
    r"\b(?:B\.?A|B\.?Sc|B\.?S|B\.?Com|B\.?Eng|BBA|LL\.?B|LL\.?M|M\.?A|M\.?Sc|M\.?S|M\.?Eng|MBA|MPhil|Ph\.?D|D\.?Phil|GED|NCEA"
    r"|GCSEs?|A[- ]levels?|HSC|VCE|diploma|bachelor(?:'s)?|master(?:'s)?|doctor(?:ate)?|certificate|cert"
    r"|degree|associate|honours|hons|leaving cert\w*|matric|HND|HNC|NVQ|BTEC|high school|baccalaureate"
    r"|apprenticeship|course)\b",
    re.IGNORECASE,
)
ORG_WORDS = re.compile(
    r"\b(?:Ltd|Limited|Inc|LLC|LLP|plc|PLC|Pty|GmbH|Corp(?:oration)?|Company|Co\.|Group|Holdings|University|College|School"
    r"|Institute|Polytechnic|Academy|Hospital|Council|Bank|Trust|Association|Society|Foundation|Ministry|Department|Agency"
    r"|Services|Solutions|Systems|Technologies|Partners|Associates|Consulting|Hotel|Restaurant|Caf[eé]|Army|Navy|NHS|Church"
    r"|Te W[aā]nanga|TAFE|Board|Club|Store|Clinic|Centre|Center|Studio|Studios|Labs?|Media|Insurance)\b"
)


def names_organisation(text: str) -> bool:
    """Whether a word of the text says that it is an organisation, also where all of it is set in capitals."""
    return bool(ORG_WORDS.search(text) or (text.isupper() and ORG_WORDS.search(text.title())))
