"""Signs of a country in a CV: places, postcodes, qualifications, customs of spelling. Lists of our own making."""

# ruff: noqa: E501  (word lists)

from __future__ import annotations

import re

# Cities, states and countries that point at one of the seven locales; names that several share are left out.
PLACES: dict[str, str] = {
    "en-NZ": """New Zealand|Aotearoa|Auckland|Tāmaki Makaurau|Wellington|Te Whanganui-a-Tara|Christchurch|Ōtautahi|Dunedin
        |Tauranga|Palmerston North|Whangārei|Whangarei|Rotorua|Invercargill|Taranaki|Waikato|Canterbury, New Zealand
        |Otago|Lower Hutt|Upper Hutt|Porirua|Timaru|Whanganui|Gisborne|Hawke's Bay|Kāpiti|Queenstown|Taupō|Manukau|North Shore""",
    "en-GB": """United Kingdom|England|Scotland|Wales|Northern Ireland|Great Britain|Leeds|Sheffield|Liverpool
        |Edinburgh|Glasgow|Cardiff|Belfast|Nottingham|Leicester|Southampton|Coventry|Hull|Stoke-on-Trent
        |Wolverhampton|Derby|Swansea|Aberdeen|Dundee|Brighton|Norwich|Exeter|York, UK|Oxfordshire|Yorkshire|Kent|Surrey|Essex
        |Greater Manchester|West Midlands|Hertfordshire|Lancashire|Merseyside|Tyne and Wear|Newcastle upon Tyne""",
    "en-AU": """Australia|Sydney|Melbourne|Brisbane|Adelaide|Canberra|Hobart|Darwin|Gold Coast|Geelong|Wollongong|Townsville
        |New South Wales|Queensland|Tasmania|South Australia|Western Australia|Parramatta|Ballarat|Bendigo|Cairns|Fremantle""",
    "en-IE": """Ireland|Dublin|Galway|Limerick|Waterford|Kilkenny|Sligo|Co\\. Cork|County Cork|Co\\. Kerry|Drogheda|Dundalk
        |Letterkenny|Athlone|Tralee|Éire|Maynooth|Cork""",
    "en-US": """United States|USA|U\\.S\\.A\\.|New York|Los Angeles|Chicago|Houston|Philadelphia|San Antonio|San Diego|Dallas|Austin
        |San Jose|San Francisco|Seattle|Denver|Boston, MA|Atlanta|Miami|Minneapolis|California|Texas|Florida|Illinois|Ohio
        |Pennsylvania|Michigan|Massachusetts|Virginia|North Carolina|Oregon|Colorado|Arizona|New Jersey|Wisconsin|Minnesota""",
    "en-CA": """Canada|Toronto|Montreal|Montréal|Vancouver, BC|Calgary|Ottawa|Edmonton|Winnipeg|Mississauga|Ontario|Québec|Quebec
        |British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|Saskatoon|Regina, SK""",
    "en-ZA": """South Africa|Johannesburg|Cape Town|Durban|Pretoria|Gqeberha|Port Elizabeth|Bloemfontein|Gauteng|Western Cape
        |KwaZulu-Natal|Eastern Cape|Limpopo|Mpumalanga|Stellenbosch|Sandton|Centurion|Soweto|Polokwane|Midrand""",
}  # fmt: skip
PLACE = {
    locale: re.compile(
        rf"\b(?:{re.sub(chr(10) + ' *', '', names)})\b" r"(?! (?:Street|St|Road|Rd|Avenue|Ave|Square|Times))"
    )
    for locale, names in PLACES.items()
}

POSTCODES = {
    "en-GB": re.compile(r"\b(?:[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?) \d[ABD-HJLNP-UW-Z]{2}\b"),
    "en-IE": re.compile(r"\b(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}\b(?<=[A-Z\d]{4})"),
    "en-AU": re.compile(r"\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4}\b"),
    "en-CA": re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b|,\s(?:ON|QC|BC|AB|MB|SK|NS|NB|NL|PE)\b"),
    "en-US": re.compile(
        r",\s*(?:A[LKZR]|C[AOT]|DE|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT"
        r"|V[TA]|W[AVIY]|DC)\b(?!\s\d{4}\b)(?!(?<=MS) (?:Office|Excel|Word|Access|Project|Power|Outlook|SQL|Sql|Visio))(?:,?\s+\d{5}(?:-\d{4})?)?"
    ),
}

# Domestic forms of telephone numbers, tried only where no "+" says it.
PHONES = {
    "en-NZ": re.compile(r"\(?0(?:2[0-9]\)?[\s-]?\d{3}[\s-]?\d{3,5}|[34679]\)?[\s-]\d{3}[\s-]?\d{4})$"),
    "en-GB": re.compile(
        r"\(?0(?:7\d{3}\)?[\s-]?\d{3}[\s-]?\d{3}|1\d{2,4}\)?[\s-]?\d{3}[\s-]?\d{3,4}|20\)?[\s-]\d{4}[\s-]\d{4})$"
    ),
    "en-AU": re.compile(r"0?4\d{2}[\s-]?\d{3}[\s-]?\d{3}$|\(?0[2378]\)?[\s-]?\d{4}[\s-]?\d{4}$"),
    "en-IE": re.compile(r"\(?08[35679]\)?[\s-]?\d{3}[\s-]?\d{4}$"),
    "en-US": re.compile(r"(?:1[-. ])?\(?[2-9]\d{2}\)?[-. ]{1,2}\d{3}[-. ]\d{4}$"),
    "en-ZA": re.compile(r"0(?:6\d|7[1-46-9]|8[1-4])[\s-]\d{3}[\s-]\d{4}$"),
}

COUNTRY_CODES = {"64": "en-NZ", "44": "en-GB", "61": "en-AU", "353": "en-IE", "27": "en-ZA", "1": "en-US"}
CANADIAN_CODES = frozenset(
    [
        "204",
        "226",
        "236",
        "249",
        "250",
        "263",
        "289",
        "306",
        "343",
        "354",
        "365",
        "367",
        "368",
        "382",
        "403",
        "416",
        "418",
        "428",
        "431",
        "437",
        "438",
        "450",
        "468",
        "474",
        "506",
        "514",
        "519",
        "548",
        "579",
        "581",
        "584",
        "587",
        "604",
        "613",
        "639",
        "647",
        "672",
        "683",
        "705",
        "709",
        "742",
        "753",
        "778",
        "780",
        "782",
        "807",
        "819",
        "825",
        "867",
        "873",
        "879",
        "902",
        "905",
    ]
)

WORDS = {
    "en-NZ": re.compile(r"\b(?:NCEA|NZQA|Level [123] certificate|Te Reo|tikanga|iwi|hapū|Te Tiriti|NZ citizen|kaupapa|IRD)\b"),
    "en-GB": re.compile(r"\b(?:GCSEs?|A[- ][Ll]evels?|NVQ|BTEC|HNC|HND|NHS|Sixth Form|2:1|2:2|DBS (?:check|checked)|HMRC)\b"),
    "en-AU": re.compile(r"\b(?:HSC|VCE|ATAR|TAFE|RSA certificate|AHPRA|Working with Children|WWCC|ABN|Certificate I[IV]{1,2}I?)\b"),
    "en-IE": re.compile(r"\b(?:Leaving Cert(?:ificate)?|Junior Cert(?:ificate)?|QQI|FETAC|HSE|Gaeilge|Garda vetting)\b"),
    "en-US": re.compile(r"\b(?:High School Diploma|GED|Summa Cum Laude|SAT score|401\(?k\)?|HIPAA|Dean's List|US citizen)\b"),
    "en-CA": re.compile(r"\b(?:OSSD|CEGEP|P\.Eng|SIN|Co-op Term|WHMIS|Red Seal|Permanent Resident of Canada)\b"),
    "en-ZA": re.compile(r"\b(?:Matric(?:ulation)?|National Senior Certificate|NQF|SAQA|B-BBEE|BBBEE|SETA|SAICA|Grade 12|ECSA)\b"),
}  # fmt: skip

DOMAINS = {
    "co.nz": "en-NZ", "nz": "en-NZ", "kiwi": "en-NZ", "co.uk": "en-GB", "uk": "en-GB", "com.au": "en-AU", "au": "en-AU",
    "ie": "en-IE", "ca": "en-CA", "co.za": "en-ZA", "za": "en-ZA",
}  # fmt: skip

AMERICAN = re.compile(
    r"\b\w*(?:colors?|behaviors?|favor(?:ite|able)?|labor|honors?|neighbor\w*|centers?|theaters?|defense|license[ds]?"
    r"|analyz(?:e[ds]?|ing)|catalogs?|dialogs?|program(?:s|med)|fulfill(?:ed|ing|ment)?|enrollment|counselors?|traveled"
    r"|traveling|modeling|modeled|labeled|labeling|canceled|gray|organiz(?:e[ds]?|ing|ation)|(?:optim|minim|maxim|real|util|special"
    r"|recogn|author|custom|standard|summar|priorit|visual)iz(?:e[ds]?|ing|ation))\b",
    re.IGNORECASE,
)
BRITISH = re.compile(
    r"\b\w*(?:colours?|behaviours?|favour(?:ite|able)?|labour|honours|neighbour\w*|centres?|theatres?|defence|licences?|analys"
    r"(?:e[ds]|ing)|catalogues?|programmes?|fulfil(?:ment)?|enrolment|counsellors?|travelled|travelling|modelling|modelled"
    r"|labelled|labelling|cancelled|grey|(?:organ|optim|minim|maxim|real|util|special|recogn|author|custom|standard|summar|priorit"
    r"|visual)is(?:e[ds]?|ing|ation))\b",
    re.IGNORECASE,
)
