"""Checks of substance: figures that clash, skills that are claimed but never shown, abbreviations, clichés."""

# ruff: noqa: E501, SIM905  (patterns, word lists)

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from cvlint.checks.prose import OFFICIAL, asked, either, in_any, passages, quoted, titles
from cvlint.model.document import Block, BlockKind, Document
from cvlint.model.finding import Match
from cvlint.model.job import JobAd
from cvlint.model.location import Span
from cvlint.proofreaders.lexicon import lexicon
from cvlint.proofreaders.words import english
from cvlint.resume.facts import Resume, Role, SectionKind

_K = SectionKind
_CLICHES = either(
    [
        r"(?:think|thinking|thinker) (?:out|outside)(?:side)?(?: of)? the box", r"out[- ]of[- ]the[- ]box thinker", r"hit the ground running", r"go(?:es|ing)? (?:the|that) extra mile",
        r"above and beyond", r"wear(?:s|ing)? (?:many|multiple) hats", r"synerg(?:y|ies|istic)", r"value[- ]added?(?! tax)", r"fast[- ]paced", r"proven track record",
        r"track record of success", r"demonstrated (?:track record|ability|success)", r"proven (?:ability|success)", r"(?:seeking|seek|looking for|obtain) an? (?:challenging|rewarding)(?: and \w+)? (?:position|role|opportunity|career)",
        r"where i can (?:utili[sz]e|use|apply) my", r"move the needle", r"low[- ]hanging fruit", r"deep dives?", r"paradigm(?: shift)?", r"best[- ](?:in|of)[- ](?:class|breed)", r"cutting[- ]edge",
        r"bleeding[- ]edge", r"state[- ]of[- ]the[- ]art", r"win[- ]win", r"thought leadership", r"at the end of the day", r"24/7/365", r"give (?:it )?my all", r"a wide variety of", r"results?[- ]getter",
        r"bring to the table", r"hit the target", r"work hard,? play hard", r"jack of all trades", r"seasoned professional", r"pushing the envelope", r"circle back", r"touch base", r"granular level", r"holistic approach",
        r"next level", r"key player", r"perfect fit", r"ideal candidate", r"dynamic environment",
    ]
)  # fmt: skip


def cliches(document: Document, resume: Resume, job: JobAd | None, options: dict[str, int]) -> Iterator[Match]:
    """Worn phrases: one match a file, from `least` different ones on, with the first of them quoted."""
    found = []
    for passage in passages(document, resume, OFFICIAL):
        for m in _CLICHES.finditer(passage.low):
            span = passage.span(m)
            if not asked(m[0], job):
                found.append((span, span.of(document.text)))
    if len({w.lower().replace("-", " ") for _, w in found}) >= options["least"]:
        span = found[0][0]
        yield Match(span.start, span.end, data={"count": len(found), "words": quoted((w for _, w in found), 2)})


_TEAM = re.compile(
    r"\b(?:team|staff|crew|group|department|squad)\s+of\s+(?P<a>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s*(?:[-–+]|to|or|,\d|%|\w+ teams))(?:\s+(?P<kind>[a-z]+))?"
    r"|\b(?P<b>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)[- ](?:person|people|member|man|strong) (?P<kind2>team|crew|staff|group)\b",
    re.IGNORECASE,
)
_WORDS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_GROWN = re.compile(
    r"\b(?:from|grew|grow\w*|increas\w+|expand\w+|reduc\w+|another|second|other|sub-?team|each|initially|now|later|then|up to|over|average|various|different|project|additional)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:led|lead|leads|leading|manag\w+|supervis\w+|head\w*|direct\w*|overs[ae]\w+|oversee\w*|responsible for|run|ran|running|coordinat\w+|my|our|the)\b",
    re.IGNORECASE,
)


def clashing_facts(document: Document, resume: Resume) -> Iterator[Match]:
    """A team of six and a team of eight in one job, both led by the writer and neither said to have grown; the same of
    the team that the profile says is led now and that of the current job."""
    now = [role for role in resume.roles if role.section is _K.EXPERIENCE and role.current]
    said = [t for section in resume.of(_K.PROFILE) for b in section.blocks for t in _teams(document, b, today=True)]
    for role in resume.roles:
        if role.section is not _K.EXPERIENCE:
            continue
        found = [t for block in role.bullets for t in _teams(document, block)]
        if role in now and len(now) == 1 and len(said) == 1 and len(found) == 1:
            found = said + found
        for n, (size, kind, span) in enumerate(found):
            other = next((f for f in found[:n] if f[0] != size and f[1].rstrip("s") == kind.rstrip("s")), None)
            if other:
                yield Match(span.start, span.end, data={"other": " ".join(other[2].of(document.text).split())})
                break


_NOW = re.compile(r"\b(?:currently|now|presently|leads?|leading|manag(?:es?|ing)|heads?|heading)\b", re.IGNORECASE)


def _teams(document: Document, block: Block, today: bool = False) -> Iterator[tuple[int, str, Span]]:
    """The teams that a block says the writer leads, or leads today: how many, of what, where."""
    text = document.flat(block)
    for m in _TEAM.finditer(text):
        before = text[max(0, m.start() - 60) : m.start()]
        told = re.sub(r"\bnow\b", "", before) if today else before
        if _GROWN.search(told + text[m.start() : m.end() + 30]) or not _LEADS.search(before):
            continue
        if today and (not _NOW.search(before) or re.search(r"\bha(?:s|ve|d)\b", before)):
            continue
        number, kind = (m["a"] or m["b"]).lower(), (m["kind"] or "").lower()
        span = Span(block.start + m.start(), block.start + m.end())
        yield _WORDS.get(number) or int(number), "" if kind in _SMALL else kind, span


_SMALL = frozenset(
    "people staff members employees and in for to who that with across on at from direct associates persons individuals or while using the".split()
)
_PERCENT = r"(?P<n>\d{3,4}(?:\.\d+)?) ?(?:%|per ?cent\b)"
_OVER = (
    re.compile(
        rf"\b(?:gives?|giving|gave|put(?:ting)? in|commit\w*|dedicat\w*|deliver(?:ing)?|work(?:ing|s)? at|always)\b[^.;\n]{{0,20}}?{_PERCENT}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_PERCENT} (?:effort|commitment|committed|dedication|dedicated|accura\w+|attendance|uptime|up-time|availability|customer satisfaction|satisfaction|compliance|compliant|pass rate|pass-rate|pass|completion|retention)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:accuracy|attendance|uptime|availability|satisfaction|compliance|retention|pass) (?:rate |score )?(?:of|at|to) (?:over |above )?{_PERCENT}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:reduc\w+|cut|cutting|lower\w*|decreas\w+|shrank|shrunk|slash\w+)\b[^.;,\n%]{{0,45}}? by (?:over |about |more than |nearly )?{_PERCENT}",
        re.IGNORECASE,
    ),
)
_UNIT = re.compile(r" ?(?:%|per ?cent)?", re.IGNORECASE)
_SHARE = re.compile(r"(?P<n>\d{1,3}) ?%")
_SPLIT = re.compile(r"\b(?:time|split|allocation|workload|of (?:my|the) (?:role|job|week|time|day))\b", re.IGNORECASE)


def over_hundred(document: Document, resume: Resume) -> Iterator[Match]:
    """Shares over 100 % that cannot be: effort, accuracy, attendance, a cut; and parts of one whole that sum to more."""
    for passage in passages(document, resume, OFFICIAL):
        if "%" not in passage.text and "cent" not in passage.text:
            continue
        places: list[Span] = []
        for pattern in _OVER:
            for m in pattern.finditer(passage.text):
                after = passage.text[m.end() : m.end() + 25]
                if 100 < float(m["n"]) < 1500 and not re.match(
                    r"\s*(?:of|to) (?:\w+ )?(?:quota|target|plan|goal|budget|forecast)|\s*(?:quota|target|increase|growth)",
                    after,
                ):
                    unit = _UNIT.match(passage.text, m.end("n"))
                    end = unit.end() if unit else m.end("n")
                    span = Span(passage.start + m.start("n"), passage.start + end)
                    if not in_any(span, places):
                        places.append(span)
                        yield Match(span.start, span.end, data={"why": "more than the whole"})
        shares = list(_SHARE.finditer(passage.text))
        whole = _SPLIT.search(passage.text)
        if len(shares) >= 2 and whole and re.search(r":|split", passage.text) and _listed(passage.text, shares):
            total = sum(int(s["n"]) for s in shares)
            if 100 < total < 160:
                yield Match(
                    passage.start + shares[0].start(),
                    passage.start + shares[-1].end(),
                    data={"why": f"together {total} %"},
                )


def _listed(text: str, shares: list[re.Match[str]]) -> bool:
    """Whether shares follow each other as the parts of one list: "60% sales, 50% admin"."""
    gaps = [text[a.end() : b.start()] for a, b in pairwise(shares)]
    return all(
        re.fullmatch(
            r"\s*\)?\s*[\w /&-]{2,40}[,;/]\s*(?:and )?(?:[\w ]{2,20}\()?\s*|\s*[\w /&-]{2,40} and (?:[\w ]{2,20}\()?\s*",
            g,
        )
        for g in gaps
    )


_NO_SKILLS = frozenset(
    "inc ltd llc plc etc basic intermediate advanced expert beginner fluent native proficient excellent good".split()
)
"""What stands between commas and is no skill: ends of firms' names, and how well one knows a thing."""


def skill_twice(resume: Resume, document: Document) -> Iterator[Match]:
    """Entries that stand twice in the lists of skills: one match a file, on the first of them."""
    seen: dict[str, Span] = {}
    again: dict[str, tuple[Span, Span]] = {}
    for skill in resume.skills:
        key = re.sub(r"[^\w+#]", "", skill.text.lower())
        if len(key) < 2 or key in _NO_SKILLS or not _whole(document, skill.span):
            continue
        if key in seen:
            again.setdefault(key, (skill.span, seen[key]))
        seen.setdefault(key, skill.span)
    if again:
        span, earlier = next(iter(again.values()))
        more = f" (and {len(again) - 1} more skills twice)" if len(again) > 1 else ""
        yield Match(span.start, span.end, data={"line": document.line_at(earlier.start), "more": more})


_SEPARATORS = ",;|•·:.*●▪–"


def _whole(document: Document, span: Span) -> bool:
    """Whether an entry stands between separators; at the end of a full line it may go on in the next one."""
    line = document.line_span(document.line_at(span.start))
    before = document.text[line.start : span.start].strip()
    after = document.text[span.end : line.end].strip()
    if before and before[-1] not in _SEPARATORS and document.text[max(0, span.start - 2) : span.start] != "  ":
        return False
    if after and after[0] not in _SEPARATORS and document.text[span.end : span.end + 2] != "  ":
        return False
    wide = line.end - line.start > 60
    if not before and line.start:
        above = document.line_span(document.line_at(line.start) - 1)
        ended = document.text[above.start : above.end].rstrip()
        if len(ended) > 60 and ended[-1] not in _SEPARATORS:
            return False
    return bool(after) or not wide or line.end >= len(document.text) - 1


def skill_not_shown(resume: Resume, document: Document, job: JobAd | None, options: dict[str, int]) -> Iterator[Match]:
    """Named tools of the skills lists that no job, project or course mentions: one match a file, from `least` on."""
    points = [b for role in resume.roles for b in (*role.heading, *role.bullets)]
    if sum(len(r.bullets) for r in resume.roles) < 3:
        return
    history = " ".join(document.text[b.start : b.end] for b in points)
    for section in resume.of(
        _K.EXPERIENCE, _K.EDUCATION, _K.PROJECTS, _K.CERTIFICATIONS, _K.VOLUNTEERING, _K.PUBLICATIONS
    ):
        history += " " + document.text[section.span.start : section.span.end]
    low = re.sub(r"[\s-]+", " ", history.lower())
    words = set(re.findall(r"[\w+#.]+", low))
    missing = [s for s in resume.skills if _tool(s.text) and not _shown(s.text, low, words)]
    tools = [s for s in resume.skills if _tool(s.text)]
    if (
        len(tools) >= 3
        and len(missing) >= options["least"]
        and len({s.text.lower() for s in missing}) >= options["least"]
    ):
        first = missing[0].span
        data = {"count": len(missing), "all": len(tools), "words": quoted((s.text for s in missing), 2)}
        yield Match(first.start, first.end, data=data)


def _tool(text: str) -> bool:
    """Whether an entry names something of its own: a product, a language, an abbreviation, not an ability."""
    words = text.split()
    if len(words) > 3 or len(text) < 2 or _LANGUAGE.fullmatch(text):
        return False
    if text in _products() and (english().zipf.get(text.lower(), 0) < 4.2 or text not in (text.title(), text.lower())):
        return True
    return bool(re.fullmatch(r"[A-Z][A-Z0-9+#./-]{2,7}|[A-Z][a-z]+[A-Z]\w+|C\+\+|C#", text))


@cache
def _products() -> frozenset[str]:
    """Names of products as their owners write them, whole."""
    return frozenset(form for line in lexicon().casing_lines for form in line.split("|"))


_LANGUAGE = re.compile(
    r"(?:english|french|german|spanish|italian|portuguese|mandarin|chinese|japanese|korean|arabic|russian|hindi|(?:te reo )?m[aā]ori|dutch|polish|tagalog|urdu)",
    re.IGNORECASE,
)


def _shown(text: str, low: str, words: set[str]) -> bool:
    plain = re.sub(r"[\s-]+", " ", text.lower())
    if plain in low or plain.replace(" ", "") in words or plain.replace(".js", "") in words:
        return True
    head = [
        w
        for w in plain.split()
        if w not in ("microsoft", "ms", "adobe", "google", "suite", "office", "amazon", "apache", "oracle")
    ]
    return bool(head) and all(w in words or w.rstrip("s") in words for w in head)


_ACRONYM = re.compile(r"(?<![\w&/.@#+-])[A-Z]{2,6}(?![\w&/@#+]|-\d|\.\w)")
_COMMON = frozenset(
    """CPU GPU ISP VOIP USP EOD ETA TBD ADP AGILE SCRUM APAC EMEA ANZ LATAM DELL SONY NEC HSBC KPMG PWC RGB NZQA ACC MBIE MSD DHB
    NEBOSH IOSH CIPD QTS PGCE SENCO EYFS DBS CSCS RSA SIA NMC GMC AHPRA HTML5 CSS3 SSO VPC LINUX UNIX ORACLE JAVA AI API APIS APPLE ATM AUD BA BBA BCOM BE BEC BED BENG BPO BS BSC CAD CBD CCTV CD CEO CFO CIO COO CMO CTO CPA CPR CRM CSS CSV CV DIY DNA DOB
    DVD EFTPOS ERP EU FAQ FBI FIFA FMCG FTE GAAP GCSE GDP GDPR GIS GP GPA GPS GST HD HGV HMRC HR HTML HTTP HTTPS HVAC IBM ICU ID IE IEEE II III IIS
    IOS IP IQ IRD IRS ISO IT ITIL IV JSON JSP KPI KPIS LAN LCD LED LGV LLB LLC LTD MA MAC MBA MC MD MIT MOT MRI MS MSC MYOB NASA NATO NBA NCEA NFL NGO
    NHS NSW NT NVQ NY NYC NZ NZD OECD OEM OK OS PA PC PDF PE PHD PHP PIN PLC PMP PO POS PPE PR PTO PTY QA QLD RAM RFP RFQ RN ROI SA SAAS SAP SAS SCADA
    SEO SKU SLA SMS SOP SOPS SPSS SQL SSN STEM SUV SWOT TAFE TCP TV UAE UI UK UN US USA USB USD UX VAT VIC VIP VLAN VP VPN WA WAN WHO WIFI XML YMCA YTD
    OSHA HIPAA FDA ASAP PM AM AD BC CT AL AK AZ AR CA CO DE FL GA HI IA IL IN KS KY LA ME MN MO MT NC ND NE NH NJ NM NV OH OR PA RI SC SD TN TX UT VT WI
    WV WY DC ON QC AB MB SK NB NS NL BC CNN BBC ABC NBC CBS ESPN HBO MTV AOL HP AT FEDEX UPS USPS DHL BMW GM GE AA AS BSN ASN LPN CNA EMT NP MPH JD EDD DNP
    SEN IELTS TOEFL TOEIC ESL EFL TESOL GRE GMAT SAT ACT LSAT CPE AWS GCP IDE SDK SDLC REST SOAP ETL BI VBA AJAX ASP NET DB DOS FTP SSH SSL TLS DNS DHCP HDFS
    ROTC ROI PNL JIT TQM MRP DVD FX IPO CFA ACCA CIMA IFRS SOX AML KYC HSE EHS COVID UAT OOP MVC MVP NLP ML SME SMES B2B B2C AC DC EEO ADA FMLA FLSA COBRA
    EMR EHR CMS HRIS ICD CPT TB HIV ER OR OT PT RFPS EPA DOT DMV FAA NFPA ASTM ASME ANSI CNC PLC HMI PCB RF EOE TA RA URL URLS XP LINQ GTA PSA UGC PPC SEM CTR KFC IKEA""".split()
)


def acronyms(document: Document, resume: Resume, job: JobAd | None, options: dict[str, int]) -> Iterator[Match]:
    """Abbreviations in running text that the file never explains, that are not common and not in the ad: one match a file."""
    text = document.text
    asked_for = set(re.findall(r"\b[A-Z]{2,6}\b", job.text)) if job else set()
    known = {w.upper() for w in lexicon().casing if w.isupper()} | {a.upper() for a in lexicon().acronyms}
    named = titles(resume)
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for passage in passages(document, resume, (*OFFICIAL, _K.SKILLS, _K.HEAD, _K.CONTACT)):
        letters = [c for c in passage.text if c.isalpha()]
        if len(passage.text) < 30 or sum(c.isupper() for c in letters) > 0.4 * len(letters):
            continue
        for m in _ACRONYM.finditer(passage.text):
            span, short = passage.span(m), m[0]
            if (
                short in _COMMON
                or short in known
                or short in asked_for
                or in_any(span, named)
                or short.rstrip("S") in _COMMON
            ):
                continue
            around = passage.text[max(0, m.start() - 18) : m.start()], passage.text[m.end() : m.end() + 18]
            if re.match(r" ?& ?[A-Z]\b", around[1]) or _CLIENTS.search(
                passage.text[max(0, m.start() - 80) : m.start()]
            ):
                continue
            if _neighbour(*around) or english().zipf.get(short.lower(), 0) > 4.2:
                continue
            places[short].append(span)
    odd = {k: v for k, v in places.items() if not _explained(k, text)}
    if len(odd) >= options["least"]:
        first = min(v[0] for v in odd.values())
        order = sorted(odd, key=lambda k: odd[k][0])
        yield Match(first.start, first.end, data={"count": len(odd), "words": quoted(order, 3)})


_CLIENTS = re.compile(
    r"\b(?:clients?|customers?|accounts|brands|companies|firms|partners|employers)\b[^.;]{0,20}\b(?:include\w*|such as|like|were|are|for|with)\b[^.;]*$",
    re.IGNORECASE,
)


def _neighbour(before: str, after: str) -> bool:
    """Whether a word in capitals stands in a name or among others in capitals."""
    return bool(re.search(r"[A-Z]{2,} $|[A-Z][a-z]+ $", before) and re.match(r" [A-Z]", after)) or bool(
        re.search(r"\b[A-Z]{2,},? $", before)
        and re.match(r",? [A-Z]{2,}", after)
        and not re.search(r",", before + after)
    )


def _explained(short: str, text: str) -> bool:
    """Whether the long form stands in brackets after the abbreviation, or the abbreviation in brackets after anything."""
    if re.search(rf"\(\s*[\"“']?{short}s?[\"”']?\s*[),;]|\b{short}s?\s*\([A-Za-z]", text):
        return True
    initials = r"\b" + r"[\w-]*\W{1,3}(?:(?:and|of|the|for|in|&)\W)?".join(re.escape(c) for c in short)
    return re.search(initials, text, re.IGNORECASE if len(short) > 3 else 0) is not None


def roles_with_points(resume: Resume) -> list[Role]:
    """The jobs that have points."""
    return [r for r in resume.roles if r.section is _K.EXPERIENCE and r.bullets]


def repeated_filler(document: Document, resume: Resume, options: dict[str, int]) -> Iterator[Match]:
    """One filler word over and over ("various", "successfully"): one match a word, with how often it stands."""
    counts: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for passage in passages(document, resume):
        if passage.block.kind is BlockKind.HEADING:
            continue
        for m in _FILLER.finditer(passage.low):
            counts[m[0]] += 1
            first.setdefault(m[0], passage.span(m))
    for word, count in counts.items():
        if count >= options["least"]:
            yield Match(first[word].start, first[word].end, data={"count": count})


_FILLER = re.compile(r"\b(?:various|successfully|effectively|efficiently|numerous|very|extensively)\b")
