"""Checks of how the writer can be reached: there at all, spelt right, leading where it says."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from cvlint.model.document import Document, Story
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.contact import EMAIL, find_phones
from cvlint.resume.facts import Resume, SectionKind
from cvlint.resume.places import COUNTRY_CODES
from cvlint.resume.posts import TITLE_WORDS

_K = SectionKind
PROVIDERS = (
    "gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com", "googlemail.com", "live.com",
    "hotmail.co.uk", "yahoo.co.uk", "yahoo.co.nz", "hotmail.co.nz", "xtra.co.nz", "btinternet.com", "bigpond.com",
    "optusnet.com.au", "comcast.net", "eircom.net", "rogers.com", "mweb.co.za", "example.com", "linkedin.com",
    "github.com", "protonmail.com", "outlook.co.nz", "yahoo.com.au", "yahoo.ca", "hotmail.ca", "aol.com", "verizon.net", "telkomsa.net", "vodacom.co.za",
)  # fmt: skip
# Real domains that lie one letter away from a provider's.
_REAL = frozenset(
    [
        "mail.com",
        "ymail.com",
        "email.com",
        "gmx.com",
        "hotmail.es",
        "live.ca",
        "love.com",
        "aon.com",
        "lived.com",
        "line.com",
        "five.com",
        "liver.com",
        "rocketmail.com",
        "yahoo.co",
        "olive.com",
        "fmail.com",
        "aim.com",
        "gitlab.com",
        "rodgers.com",
    ]
)
_ENDINGS = {
    "con": "com", "cmo": "com", "ocm": "com", "comm": "com", "vom": "com", "xom": "com", "coom": "com", "cim": "com",
    "om": "com", "cpm": "com", "cm": "com", "ney": "net", "nett": "net", "ogr": "org", "orgg": "org", "couk": "co.uk",
    "conz": "co.nz", "coza": "co.za", "comau": "com.au",
}  # fmt: skip
_BAD_SECOND = {
    "co.ukk": "co.uk",
    "c.uk": "co.uk",
    "co.nx": "co.nz",
    "co.mz": "co.nz",
    "com.ua": "com.au",
    "co.xa": "co.za",
}
_SILLY = frozenset(
    [
        "babe",
        "sexy",
        "hottie",
        "cutie",
        "princess",
        "ninja",
        "party",
        "beer",
        "stoner",
        "weed",
        "blaze",
        "killer",
        "playa",
        "pimp",
        "gangsta",
        "swag",
        "yolo",
        "drunk",
        "booze",
        "noob",
        "lover",
        "bigboy",
        "badboy",
        "badgirl",
        "hotgirl",
        "hotboy",
        "chick",
        "sexbomb",
        "hunk",
        "dudes",
        "rockstar",
        "ladiesman",
        "partyanimal",
        "partygirl",
        "babygirl",
        "cutiepie",
        "sweetie",
        "unicorn",
        "gamer",
        "pwned",
        "l33t",
        "wasted",
        "hell",
        "devil",
        "satan",
        "death",
        "psycho",
        "crazy",
        "loser",
        "slut",
        "shagger",
        "vixen",
        "thug",
        "savage",
        "lol",
        "yeah",
    ]
)
_SILLY_PARTS = re.compile(
    r"sexy|hottie|cutiepie|partygirl|partyanimal|babygirl|420|69er|xoxo|l33t|drunk|stoner|badass|bigboy|ladiesman|princess\d|ninja"
    r"|beer(?:lover|monster|king)|(?:^|[._-])69$|sk8er|pwn",
    re.IGNORECASE,
)


def is_cv(resume: Resume) -> bool:
    """Whether the file has the sections of a CV; letters and notes have not."""
    kinds = {s.kind for s in resume.sections if s.heading}
    return _K.EXPERIENCE in kinds or (_K.EDUCATION in kinds and len(kinds) > 1)


def _top(resume: Resume) -> Span:
    block = next((b for b in resume.document.blocks if b.story is Story.BODY), None)
    return Span(block.start, min(block.end, block.start + 60)) if block else Span(0, 0)


def no_name(resume: Resume) -> Iterator[Match]:
    """A CV whose head holds no name. Silent where some line there could be one of an unusual form."""
    text, name = resume.document.text, resume.contact.name
    if (name and not _PLACE.match(name.of(text))) or not is_cv(resume) or "ocr" in resume.document.flags:
        return
    headers = [b.span for b in resume.document.blocks if b.story in (Story.HEADER, Story.TEXT_BOX)]
    titles = {s.title for s in resume.sections if s.kind is not _K.OTHER}
    for span in [s.span for s in resume.of(_K.HEAD, _K.CONTACT)] + headers:
        for line in span.of(text)[:500].split("\n"):
            if (
                line.strip() not in titles
                and _could_be_name(line)
                and not any(i.text in line for i in resume.contact.of("address"))
            ):
                return
    first = resume.sections[0] if resume.sections else None
    if first and first.heading and first.kind is _K.OTHER and _could_be_name(first.title):
        return
    top = _top(resume)
    yield Match(top.start, top.end)


_PLACE = re.compile(
    r"[A-Z][a-zé]+(?: [A-Z][a-zé]+){0,2},? (?:NSW|VIC|QLD|TAS|ACT|NT|SA|WA)$"
    r"|[A-Z][a-zé]+(?: [A-Z][a-zé]+){0,2}, (?!RN|MD|MA|BA|PE|RD|MS|BS|PA|CA|JP|QC|KC|MP|OD|DO)(?:[A-Z]{2}|Canada|Australia|New Zealand|South Africa|Ireland|England|Scotland|Wales|USA|UK)$"
)
"""A town with its state or country: letters that follow a name after a comma are left out."""


def _could_be_name(line: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’.-]*", line)
    if not 1 <= len(words) <= 5 or re.search(r"[@:/]|\d{3}", line) or TITLE_WORDS.search(line):
        return False
    if _PLACE.match(line.strip()):
        return False
    return not re.search(
        r"city|state|company|summary|experience|profile|address|street|curriculum|resume|specialist|business|services"
        r"|sales|marketing|finance|banking|human|resources|information|technology|management|professional|objective",
        line,
        re.IGNORECASE,
    )


def no_email(resume: Resume, document: Document) -> Iterator[Match]:
    """A CV without an e-mail address outside its referees, shown or as the target of a link."""
    if is_cv(resume) and not resume.contact.of("email"):
        others = any(not _of_referee(resume, m.start()) for m in EMAIL.finditer(document.text))
        linked = any((s.target or "").startswith("mailto:") for s in document.segments)
        if not others and not linked:
            top = _top(resume)
            yield Match(top.start, top.end)


def no_phone(resume: Resume, document: Document) -> Iterator[Match]:
    """A CV without a telephone number outside its referees, shown or as the target of a link."""
    if is_cv(resume) and not resume.contact.of("phone"):
        others = any(not _of_referee(resume, s.start) for s in find_phones(document.text, Span(0, len(document.text))))
        linked = any((s.target or "").startswith("tel:") for s in document.segments)
        if not others and not linked:
            top = _top(resume)
            yield Match(top.start, top.end)


def _of_referee(resume: Resume, offset: int) -> bool:
    section = resume.section_at(offset)
    return section is not None and section.kind is _K.REFEREES


def misspelt_domain(document: Document) -> Iterator[Match]:
    """The domain of an e-mail address or link that is one slip away from a well-known one, or ends in .con."""
    for m in re.finditer(
        r"@(?P<mail>[\w-]+(?:[.,][\w-]+)+)|(?:https?://|www\.){1,2}(?P<link>[\w-]+(?:\.[\w-]+)+)", document.text
    ):
        name = "mail" if m["mail"] else "link"
        domain = m[name].removeprefix("www.").lower().replace(",", ".")
        fixed = _fixed_domain(domain)
        if fixed:
            end = m.end(name)
            yield Match(end - len(domain), end, suggestions=(fixed,), data={"right": fixed})


def _fixed_domain(domain: str) -> str | None:
    if domain in PROVIDERS or domain in _REAL:
        return None
    ending = domain.rsplit(".", 1)[-1]
    if ending in _ENDINGS:
        stem = domain.rsplit(".", 1)[0]
        right = f"{stem}.{_ENDINGS[ending]}"
        return _fixed_domain(right) or right
    for wrong, right in _BAD_SECOND.items():
        if domain.endswith("." + wrong):
            return domain.removesuffix(wrong) + right
    if len(domain) < 8:
        return None
    return next((p for p in PROVIDERS if len(p) > 7 and _one_slip(domain, p)), None)


def _one_slip(a: str, b: str) -> bool:
    """Whether one letter was dropped, doubled, changed, or two neighbours swapped, in the part before the ending."""
    stem_a, _, end_a = a.partition(".")
    stem_b, _, end_b = b.partition(".")
    if end_a != end_b or stem_a == stem_b or stem_a[0] != stem_b[0]:
        return False
    if sorted(stem_a) == sorted(stem_b):
        differ = [i for i, (x, y) in enumerate(zip(stem_a, stem_b, strict=True)) if x != y]
        return len(differ) == 2 and differ[1] == differ[0] + 1
    if abs(len(stem_a) - len(stem_b)) > 1:
        return False
    if len(stem_a) == len(stem_b):
        return sum(x != y for x, y in zip(stem_a, stem_b, strict=True)) == 1
    short, long = sorted((stem_a, stem_b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def target_differs(document: Document) -> Iterator[Match]:
    """A link that shows one address or number and leads to another."""
    for segment in document.segments:
        shown = document.text[segment.start : segment.end].strip()
        if not segment.target or not shown:
            continue
        target = unquote(segment.target.strip())
        if _differs(shown, target):
            lead = document.text[segment.start : segment.end].index(shown)
            start = segment.start + lead
            yield Match(start, start + len(shown), data={"target": target[:60]})


def _differs(shown: str, target: str) -> bool:
    low = target.lower()
    if low.startswith("mailto:"):
        mail = low.removeprefix("mailto:").split("?")[0].strip()
        return EMAIL.fullmatch(shown) is not None and shown.lower() != mail
    if low.startswith("tel:"):
        a, b = re.sub(r"\D", "", shown), re.sub(r"\D", "", target)
        # The same digits in another order are columns read in another order, not another number.
        return len(a) >= 7 and len(b) >= 7 and a[-7:] != b[-7:] and sorted(a) != sorted(b)
    if not re.match(r"https?://", low) or " " in shown or EMAIL.fullmatch(shown):
        return False
    if not re.fullmatch(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", shown, re.IGNORECASE):
        return False
    here, there = _bare(shown), _bare(target)
    if here in there and not there.startswith("localhost"):
        return False
    host_here, host_there = here.split("/")[0], there.split("/")[0]
    if (
        host_here != host_there
        and not host_there.endswith("." + host_here)
        and not host_here.endswith("." + host_there)
    ):
        return True
    path_here, path_there = here.partition("/")[2], there.partition("/")[2]
    return (
        bool(path_here)
        and bool(path_there)
        and not path_there.startswith(path_here.rstrip("…."))
        and not (path_here.startswith(path_there))
    )


def _bare(link: str) -> str:
    link = re.sub(r"^https?://", "", link.strip().lower())
    return re.sub(r"^(?:www|[a-z]{2})\.", "", link).split("?")[0].split("#")[0].rstrip("/")


_ADDRESS = re.compile(r"(?<![^\s|,;<>()\"])[^\s|,;<>()\"]{0,64}[\w.+-]\s?@\s?[^\s|;<>()\"]{1,200}")


def malformed_email(document: Document) -> Iterator[Match]:
    """What is meant as an e-mail address and cannot be one: a blank, a comma, two dots, no ending."""
    for m in _ADDRESS.finditer(document.text):
        shown = m[0].rstrip(".,:")
        local, _, domain = shown.partition("@")
        handle = local.endswith(" ") and "@" in domain
        if not local.strip() or not domain.strip() or "/" in local or "://" in shown or handle:
            continue
        spaced = (local.endswith(" ") or domain.startswith(" ")) and re.fullmatch(r" ?[\w-]+(?:\.[\w-]+)+", domain)
        comma = re.search(r"\w,(?:com|co|net|org)\b", domain) is not None
        broken = ".." in shown or "@" in domain or comma or local.startswith(".") or local.endswith(".")
        bare = re.fullmatch(r"[a-z]{4,}", domain) and domain in (
            "gmail",
            "hotmail",
            "yahoo",
            "outlook",
            "icloud",
        )
        if spaced or broken or bare:
            fixed = shown.replace(" ", "").replace("..", ".").replace(",", ".")
            yield Match(
                m.start(),
                m.start() + len(shown),
                suggestions=(fixed,) if not bare and "@" not in domain else (),
            )


_LINKS = re.compile(
    r"\b(?!https?:)(?:h?t{1,3}p{1,2}s{0,2}|h{1,2}tt?pp?s?|hpps?|hpt{1,2}ps?|ht{1,2}sp|thtps?|hptts?):/{1,3}\w\S*|\bhttps?(?::/(?!/)|//|;//|:\\\\|://https?)\S+|\bhttp?s?://\s+\w\S*|\bhtt?s?p?:/?/\S+|\bwww(?:[,;]|\.\.)\S+"
    r"|\bww\.\S+|\bwwww\.\S+|\b(?:https?://)?(?:www\.)?(?:linkedin|github)(?:,|\.\.|\. )com\S*|\b(?:linkedin|github)\.com/{2,}\S*"
    r"|\b(?:www\.)?(?:linkdin|linkedln|linkeden|linkedn|gihub|githib)\.com\S*|\blinkedin\.com/(?:im|n|inn)/\S+",
    re.IGNORECASE,
)


def malformed_link(document: Document) -> Iterator[Match]:
    """A web address that no browser opens as written."""
    for m in _LINKS.finditer(document.text):
        whole = re.match(r"https?://(?!https?)[\w-]", m[0])
        if whole and not re.search(
            r"linkdin|linkedln|linkeden|linkedn|gihub|githib|//\S*//|\.\.|,com|/(?:im|n|inn)/",
            m[0],
            re.IGNORECASE,
        ):
            continue
        yield Match(m.start(), m.start() + len(m[0].rstrip(".,)")))


def silly_email(resume: Resume) -> Iterator[Match]:
    """An e-mail address that amused its owner at sixteen."""
    for item in resume.contact.of("email"):
        local = item.text.split("@")[0].lower()
        words = [w for w in re.split(r"[._\-+\d]+", local) if w]
        if _SILLY_PARTS.search(local) or any(w in _SILLY or _is_nickname(w) for w in words):
            yield Match(item.span.start, item.span.end)


_PLAYFUL = (
    "angel", "animal", "babe", "baby", "bad", "bear", "beast", "beer", "big", "boss", "boy", "bunny", "chick", "cool",
    "crazy", "cute", "cutie", "daddy", "devil", "diva", "dude", "freak", "funky", "gangsta", "girl", "girls", "guy",
    "hot", "honey", "kitty", "lazy", "lil", "lover", "lucky", "mad", "mama", "master", "mister", "monster", "naughty",
    "party", "pie", "pirate", "pixie", "pretty", "prince", "princess", "queen", "raver", "sassy", "shorty", "soccer",
    "star", "sugar", "sunshine", "super", "surfer", "sweet", "teddy", "time", "tiger", "vodka", "wild", "wine", "wolf",
)  # fmt: skip
_NICKNAME = re.compile(rf"(?:the)?(?:{'|'.join(_PLAYFUL)}){{2}}")


def _is_nickname(word: str) -> bool:
    """Whether a part of an address is two playful words run together; alone, many of them are surnames."""
    return _NICKNAME.fullmatch(word) is not None


_REGION = {
    "en-NZ": "NZ",
    "en-GB": "GB",
    "en-AU": "AU",
    "en-IE": "IE",
    "en-US": "US",
    "en-CA": "CA",
    "en-ZA": "ZA",
}


def is_filler(number: str) -> bool:
    """Whether a number is one digit over and over: it stands where a number is to be put."""
    return len({c for c in number if c.isdigit()}) == 1


def impossible_phone(resume: Resume, locale: str) -> Iterator[Match]:
    """A number with too few or too many digits for its country; without a code, for every one of the seven."""
    for item in resume.contact.of("phone"):
        shown = item.text.strip()
        if re.search(r"[x*]", shown, re.IGNORECASE) or sum(c.isdigit() for c in shown) < 6 or is_filler(shown):
            continue
        if shown.lstrip("(").startswith(("+", "00")):
            right = _possible(shown, None)
        else:
            regions = [_REGION.get(locale, "GB"), *_REGION.values()]
            right = any(_possible(shown, region) for region in regions) and _mobile_fits(shown, locale)
        if not right:
            yield Match(item.span.start, item.span.end)


def _possible(shown: str, region: str | None) -> bool:
    import phonenumbers

    if region is None and not shown.startswith("+"):
        shown = "+" + re.sub(r"^\D*(?:00)?", "", shown)
    try:
        number = phonenumbers.parse(shown, region)
    except phonenumbers.NumberParseException:
        return False
    country = str(number.country_code)
    if region is None and country in COUNTRY_CODES and country != "1":
        return _mobile_fits(f"0{number.national_number}", COUNTRY_CODES[country]) and bool(
            phonenumbers.is_possible_number(number)
        )
    return bool(phonenumbers.is_possible_number(number))


# How many digits a mobile number has where its first digits settle it; libraries call shorter ones possible.
_MOBILE = {
    "en-GB": (r"07", 11, 11),
    "en-AU": (r"04", 10, 10),
    "en-IE": (r"08[3-9]", 10, 10),
    "en-NZ": (r"02[0-9]", 9, 11),
}


def _mobile_fits(shown: str, locale: str) -> bool:
    digits = re.sub(r"\D", "", shown)
    start, least, most = _MOBILE.get(locale, ("$", 0, 99))
    return not re.match(start, digits) or least <= len(digits) <= most


def default_linkedin(document: Document) -> Iterator[Match]:
    """A LinkedIn address with the string of digits that LinkedIn gave, or one that names nobody."""
    for m in re.finditer(
        r"linkedin\.com(?:/(?P<kind>in|pub)/(?P<slug>[\w%-]+)\S*)?/?(?![\w/])", document.text, re.IGNORECASE
    ):
        if m["slug"] is None:
            before = document.text[max(0, m.start() - 30) : m.start()]
            if re.search(r"(?:https?://|www\.|linkedin:?\s*)$", before, re.IGNORECASE):
                yield Match(m.start(), m.end())
        elif re.search(r"-(?=[0-9a-f]*\d)[0-9a-f]{7,9}$", m["slug"], re.IGNORECASE):
            yield Match(m.start(), m.end())


def trunk_zero(document: Document) -> Iterator[Match]:
    """+44 (0)7700: the zero in brackets is dialled by nobody who needs the country code."""
    for m in re.finditer(r"\+\d{1,3}\s?(?P<zero>\(0\)\s?)\d", document.text):
        yield Match(m.start("zero"), m.end("zero"), suggestions=("",))
