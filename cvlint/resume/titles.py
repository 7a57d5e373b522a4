"""The wording of section headings, in the English of seven countries."""

# ruff: noqa: E501  (word lists)

from __future__ import annotations

import re
from functools import lru_cache

from cvlint.resume.facts import SectionKind

_K = SectionKind

# A title here is lower case, without punctuation, "and" for "&". Adjectives of `_MODIFIERS` in front need no entry.
_TITLES: dict[SectionKind, str] = {
    _K.PROFILE: """
        profile|professional profile|personal profile|career profile|executive profile|summary|personal statement
        professional summary|executive summary|career summary|summary of qualifications|qualifications summary
        about|about me|objective|career objective|professional objective|career goal|career goals|career focus
        overview|career overview|professional overview|introduction|personal summary|statement|who i am|in brief
        profile summary|summary of experience|highlights of qualifications|highlights of experience|headline|mission statement|job objective|career aim|at a glance
        candidate profile|candidate summary|value proposition|professional statement|personal brand statement
        career statement|objectives|goal|goals|snapshot|career snapshot|biography|bio""",
    _K.EXPERIENCE: """
        experience|experiences|work experience|employment|employment history|work history|career history
        professional experience|professional background|employment record|employment experience|career|jobs
        positions held|positions|roles|previous employment|current employment|past employment|work|working life
        professional history|relevant experience|career experience|industry experience|internships|internship
        internship experience|appointments|academic appointments|professional appointments|military experience
        military service|teaching experience|clinical experience|research experience|leadership experience
        job history|previous experience|earlier experience|earlier career|early career|other experience
        work experience and training|professional experience and achievements|experience and achievements
        consulting experience|career to date|employment to date|experience history|vocational experience
        placements|work placements|clinical placements|practicum|practicums|teaching practice|where i have worked|where ive worked|where i worked
        employment details|background|professional career|career progression|legal experience|management experience
        sales experience|relevant work|contract work|casual work|academic positions|research positions|mahi|position|current position|current role|current post
        current appointment|previous positions|administration and service|service and administration|academic administration
        leadership and administration|administrative experience""",
    _K.EDUCATION: """
        education|education and training|educational background|academic background|qualifications|academic qualifications
        educational qualifications|where i studied|where ive studied|where i have studied|academic history|education history|educational history|academic record|schooling
        academics|academic qualification|education and qualifications|qualifications and training|study|studies
        degrees|tertiary education|secondary education|higher education|academic achievements|formal education
        university|school|academic credentials|education details|education and professional development
        coursework|relevant coursework|academic profile|scholastics|educational details|education and certifications
        education and credentials|matric|tertiary qualifications|tohu""",
    _K.SKILLS: """
        skills|key skills|core skills|technical skills|skill highlights|highlights|core qualifications|competencies
        core competencies|key competencies|areas of expertise|expertise|technical expertise|technical proficiencies
        proficiencies|technologies|tools|tools and technologies|technical summary|computer skills|it skills|soft skills
        hard skills|skills summary|summary of skills|skill set|skillset|strengths|key strengths|abilities|capabilities
        core capabilities|technical competencies|technical knowledge|technical skill set|languages and technologies
        programming languages|toolbox|toolkit|software|software skills|skills and expertise|skills and competencies|core strengths
        core proficiencies|areas of knowledge|digital skills|transferable skills|technical stack|tech stack
        key capabilities|professional skills|specialties|specialisations|specializations|skills and abilities
        transferable skills and experience|computer proficiency|computer knowledge|it proficiency|technical profile
        technical qualifications|systems|applications|areas of strength|interpersonal skills|key skill areas
        key attributes|attributes|qualities|personal qualities|personal attributes|skills and attributes|skills and tools
        frameworks|databases|skills and knowledge|computer literacy|knowledge|pukenga|what i can do""",
    _K.CERTIFICATIONS: """
        certifications|certificates|certification|licenses|licences|licenses and certifications
        licences and certifications|certifications and licenses|certifications and licences|professional certifications
        accreditations|credentials|training|courses|professional development|professional training|training courses
        short courses|licensure|registrations|professional registration|registration|cpd|further training|licence
        training and certifications|certifications and training|professional qualifications|continuing education
        continuing professional development|training and development|tickets|tickets and licences|licences and tickets
        certificates and licences|online courses|professional licenses|qualifications and licences|driver licence
        driving licence|professional credentials|security clearance|clearances|micro credentials""",
    _K.PROJECTS: """
        projects|key projects|personal projects|academic projects|selected projects|side projects|project experience
        open source|open source contributions|portfolio|notable projects|project highlights|project work|research projects
        research|research and projects|thesis|dissertation|selected work|selected works|case studies
        exhibitions|major projects|recent projects|software projects|project history|project portfolio|capstone project
        creative work|performances|productions|credits|selected engagements|engagements|design projects""",
    _K.PUBLICATIONS: """
        publications|selected publications|papers|articles|journal articles|conference papers|presentations
        publications and presentations|presentations and publications|talks|conferences|conference presentations|patents
        invited talks|speaking engagements|books|book chapters|refereed publications|peer reviewed publications
        research outputs|publications and patents|bibliography|posters|working papers|media|press|writing
        selected presentations|talks and presentations|patents and publications|seminars|lectures""",
    _K.AWARDS: """
        awards|honors|honours|awards and honors|awards and honours|honors and awards|honours and awards|achievements
        key achievements|accomplishments|core accomplishments|key accomplishments|scholarships|recognition|prizes
        scholarships and awards|awards and achievements|achievements and awards|awards and recognition|distinctions
        activities and honors|fellowships|grants|awards and scholarships|grants and awards|career achievements
        professional accomplishments|selected achievements|career highlights|selected accomplishments|highlights of career
        honors and activities|awards and certifications|selected highlights|prizes and awards|funding|grants and funding""",
    _K.LANGUAGES: "languages|language skills|language|foreign languages|language proficiency|spoken languages|linguistic skills|reo",
    _K.VOLUNTEERING: """
        volunteering|volunteer experience|volunteer work|volunteer|voluntary work|voluntary experience|community service
        community involvement|community|community work|volunteering experience|volunteer activities|extracurricular
        extracurricular activities|extra curricular activities|extracurricular activity|extra curricular activity|leadership|leadership and activities|activities
        leadership and involvement|campus involvement|positions of responsibility|community engagement|civic activities
        voluntary roles|volunteer roles|community activities|leadership roles|volunteering and community
        community leadership|involvement|boards|boards and affiliations|board and committee service|boards and committees|student activities|service|committees|board positions|governance
        board service|board memberships|board roles|board experience|directorships|trusteeships|service to the profession""",
    _K.INTERESTS: """
        interests|hobbies|hobbies and interests|interests and hobbies|personal interests|other interests|pastimes
        outside work|sports|outside interests|interests and activities|activities and interests|leisure
        leisure interests|passions|interests and achievements|sport and interests|extra curricular interests
        away from work""",
    _K.REFEREES: """
        references|referees|reference|professional references|character references|referee|professional referees
        references and referees|contactable references|references available upon request|references on request
        references available on request|referees available on request|recommendations|testimonials|endorsements
        referees available upon request""",
    _K.CONTACT: """
        contact|contact details|contact information|contact info|personal details|personal information|personal data
        contact me|personal particulars|bio data|biodata|get in touch|details|address|links|online|social|online profiles
        reach me|find me online|social media|social links|profiles|personal info|web presence|online presence""",
    _K.OTHER: """
        research interests|areas of interest|fields of interest|research focus|teaching interests
        additional information|other information|further information|additional|miscellaneous|other|affiliations
        professional affiliations|memberships|professional memberships|membership|associations|professional associations
        professional bodies|professional membership|availability|work rights|right to work|eligibility|visa status
        nationality|citizenship|declaration|keywords|key responsibilities|other details|other relevant information
        affiliations and memberships|memberships and affiliations|appendix|notes|additional details|supplementary information
        personal|notice period|societies|organizations|organisations|teaching|supervision|teaching and supervision
        visa|work eligibility|employment status|quick facts|salary|expectations|key information|other activities
        professional activities|professional service|reviewing|editorial work|academic service|students supervised""",
}

_MODIFIERS = frozenset(
    [
        "professional",
        "work",
        "relevant",
        "key",
        "core",
        "selected",
        "additional",
        "other",
        "my",
        "personal",
        "recent",
        "current",
        "career",
        "technical",
        "academic",
        "related",
        "further",
        "previous",
        "earlier",
        "main",
        "specific",
        "major",
        "primary",
        "significant",
        "notable",
        "brief",
        "formal",
        "employment",
        "job",
        "prior",
        "past",
        "present",
        "industry",
        "business",
        "practical",
        "international",
        "commercial",
        "voluntary",
        "tertiary",
        "computer",
        "applicable",
        "most",
        "recent",
        "latest",
        "full",
        "postgraduate",
        "professionals",
    ]
)

# Titles that also turn up as an entry of a list or as a sub-heading; they need the look of a heading.
_WEAK = frozenset(
    ["training", "languages", "language", "leadership", "research", "teaching", "community", "volunteer", "work", "software", "systems", "tools", "service", "media", "background", "activities", "projects", "university", "school", "goals", "goal", "registration", "career", "courses", "applications", "knowledge", "study", "awards", "communication", "sports", "writing", "press", "books", "expertise", "personal", "details", "address", "links", "online", "social", "notes", "jobs", "roles", "positions", "achievements", "accomplishments", "other", "additional", "membership", "memberships", "credits", "exhibitions", "conferences", "talks", "seminars", "lectures", "licence", "visa", "nationality", "governance", "committees", "databases", "frameworks", "technologies", "organizations", "organisations", "salary", "introduction", "statement", "reference", "referee", "responsibilities", "supervision", "internship", "internships", "grants", "funding", "qualities", "bio", "certificates", "certification", "recognition", "scholarships", "presentations", "position", "current position", "current role", "current post", "articles", "papers", "posters", "portfolio", "headline", "abilities"]
) | {
    "key responsibilities", "professional development", "programming languages", "project work", "continuing education",
    "community service", "community involvement", "interpersonal skills", "technical skills", "computer skills",
    "positions held", "relevant coursework", "key achievements", "project management", "coursework",
    "driver licence", "driving licence", "open source", "positions of responsibility", "security clearance",
    "professional training", "soft skills", "hard skills", "volunteer work", "dissertation", "thesis", "other activities",
}  # fmt: skip

_OF_A_TRADE = frozenset(
    [
        "experience",
        "profile",
        "work experience",
        "work history",
        "training",
        "education",
        "qualifications",
        "career",
        "employment",
        "appointments",
        "publications",
        "certifications",
        "projects",
    ]
)
_NO_TRADE = frozenset(
    [
        "of",
        "in",
        "and",
        "the",
        "a",
        "an",
        "to",
        "for",
        "years",
        "year",
        "with",
        "strong",
        "extensive",
        "staff",
        "on",
        "no",
    ]
)

TITLES: dict[str, SectionKind] = {
    title.strip(): kind for kind, names in _TITLES.items() for title in re.split(r"[|\n]", names) if title.strip()
}

_SPACED = re.compile(r"(?:\w ){3,}\w(?!\w)|(?:\w(?:  ?|\t)){3,}\w(?!\w)")
_EDGES = re.compile(r"^[\W\d_]+|[\W_]+$")
_NUMERAL = re.compile(r"^(?:[ivx]{1,4}|[a-h])[.)]\s+", re.IGNORECASE)
_COUNTED = re.compile(r"\s*\((?:[^()]{0,40})\)$")


def normal(text: str) -> str:
    """A heading's wording in the form of `TITLES`: lower case, no punctuation at the edges, one blank between words."""
    text = _SPACED.sub(lambda m: m[0].replace("  ", "\0").replace(" ", "").replace("\0", " "), text.strip())
    text = _COUNTED.sub("", text)
    text = _EDGES.sub("", _NUMERAL.sub("", text)).lower()
    text = re.sub(r"\s*(?:&|\+|/|,|\||–|—| - )\s*", " and ", text)
    text = re.sub(r"[-‐‑]", " ", text)
    text = re.sub(r"['’.]", "", text)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r"\b(?:and )+and\b", "and", text)


@lru_cache(maxsize=8192)
def title_kind(text: str) -> tuple[SectionKind, bool] | None:
    """What section a heading opens, and whether the wording alone is proof of it; None for unknown wording.

    `text` is the heading as written. Adjectives in front and pairs ("Skills & Interests") are understood.
    """
    if len(text) > 70:
        return None
    return _kind_of(normal(text))


def _kind_of(name: str) -> tuple[SectionKind, bool] | None:
    if name in TITLES:
        return TITLES[name], name not in _WEAK
    words = name.split()
    if not words or len(words) > 8:
        return None
    if words[0] in _MODIFIERS and len(words) > 1:
        found = _kind_of(" ".join(words[1:]))
        if found:
            return found[0], found[1] or len(words) < 4
    if " and " in name:
        parts = [_kind_of(p) for p in name.split(" and ")]
        if all(parts) and parts[0]:
            return parts[0][0], True
        if parts[0] and len(words) <= 4 and len(parts) == 2:
            return parts[0][0], False
    for n in (2, 1):  # "Legal work experience": of a trade that no list foresees
        tail = " ".join(words[-n:])
        if 1 <= len(words) - n <= 2 and tail in _OF_A_TRADE and not set(words[:-n]) & _NO_TRADE:
            return TITLES[tail], False
    if words[-1] == "continued" or words[-1] == "contd":
        return _kind_of(" ".join(words[:-1]))
    return None
