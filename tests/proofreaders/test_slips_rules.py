"""Rules of the slips reader: each with what it must find and the near misses it must leave alone."""

from __future__ import annotations

import pytest

from cvlint.loaders.text import read_text
from cvlint.proofreaders.reading import Passage, Reading
from cvlint.proofreaders.slips import Slips


@pytest.fixture(scope="module")
def slips() -> Slips:
    """The reader, loaded once."""
    reader = Slips()
    reader.load("en-GB")
    return reader


def found(slips: Slips, text: str) -> list[tuple[str, str, str]]:
    """(rule, text marked, first suggestion) of every reading that is more than a wondering."""
    document = read_text("cv.txt", text.encode())
    passages = [Passage(document.flat(b), b.start, b.index) for b in document.blocks]
    sure: list[Reading] = [r for r in slips.read(passages, document) if r.score >= 0.7]
    return [(r.rule, document.text[r.start : r.end], r.suggestions[0] if r.suggestions else "") for r in sure]


WRONG = {
    "years": ("Chef with 12 years experience in hotel kitchens.", "possessive", "years", "years'"),
    "years, more between": ("Brings 8 years retail sales experience to the team.", "possessive", "years", "years'"),
    "years in words": ("I have six years experience as a joiner.", "possessive", "years", "years'"),
    "its": ("The first workshop of it's kind in the region.", "possessive", "it's", "its"),
    "plural of capitals": ("Reported KPI's to the board every month.", "plural-apostrophe", "KPI's", "KPIs"),
    "decade": ("Restored cars from the 1970's and later.", "plural-apostrophe", "1970's", "1970s"),
    "degree": ("Bachelor degree in marine biology", "possessive", "Bachelor", "Bachelor's"),
    "masters": ("Masters in Data Science, University of Otago", "possessive", "Masters", "Master's"),
    "owners": ("Resolved customers complaints by phone and e-mail.", "possessive", "customers", "customers'"),
    "one of many": ("Answered customer's questions by phone.", "possessive", "customer's", "customers'"),
    "children": ("Ran the children activities at the summer camp.", "possessive", "children", "children's"),
    "children, any noun": ("Wrote stories for a children magazine.", "possessive", "children", "children's"),
    "contraction": ("I enjoy problems that others cant solve.", "contraction", "cant", "can't"),
    "set up": ("Setup over 40 workstations for new starters.", "compound-verb", "Setup", "Set up"),
    "to back up": ("Wrote scripts to backup the databases each night.", "compound-verb", "backup", "back up"),
    "a follow-up": ("Provided a follow up to every enquiry.", "compound-noun", "follow up", "follow-up"),
    "on a daily basis": ("Reconciled the tills on daily basis.", "missing-word", "on daily", "on a daily"),
    "responsible for": ("Responsible maintaining the fleet of vans.", "missing-word", "Responsible", "Responsible for"),
    "ability to": ("Proven ability deal with difficult callers.", "missing-word", "ability", "ability to"),
    "resulting in": ("Rewrote the rota, resulting a 10% saving.", "missing-word", "resulting", "resulting in"),
    "twice": ("Presented the the results to the trustees.", "repeated-word", "the the", "the"),
    "an": ("Won a award for customer care.", "a-an", "a", "an"),
    "a": ("Worked in an busy call centre.", "a-an", "an", "a"),
    "than": ("Exceeded targets by more then 20%.", "wrong-word", "then", "than"),
    "accounts payable": ("Ran accounts payables.", "fixed-phrase", "accounts payables", "accounts payable"),
    "awareness of": ("Raised awareness on recycling in local schools.", "preposition", "on", "of"),
    "various": ("Delivered training in various location.", "number", "location", "locations"),
    "one of the": ("Joined one of the largest bank.", "number", "bank", "banks"),
    "not counted": ("Serviced the equipments of four laboratories.", "number", "equipments", "equipment"),
    "measure": ("Completed a 6 months internship at a law firm.", "number", "6 months", "6-month"),
    "participle": ("The team has grew from four to eleven.", "verb-form", "grew", "grown"),
    "gerund": ("Responsible for manage the front desk.", "verb-form", "manage", "managing"),
    "dedicated to": ("Nurse dedicated to provide the best care.", "verb-form", "to provide", "to providing"),
    "joined": ("Welcomed new patients and maintain their records.", "verb-form", "maintain", "maintained"),
    "pair": ("Managed and execute the annual budget of two sites.", "verb-form", "execute", "executed"),
    "are": ("Trained until the new supervisor are ready.", "number", "supervisor", "supervisors"),
    "following": ("Fluent in the following language: French, Welsh.", "number", "language", "languages"),
    "amount": ("Handled a large amount of calls.", "fixed-phrase", "amount", "number"),
    "of": ("Prepared of new contracts for tenants.", "extra-word", "Prepared of", "Prepared"),
    "privately": ("Cook at a private owned hotel.", "word-form", "private", "privately"),
    "that and": ("A plan that raised sales and reduce waste.", "verb-form", "reduce", "reduced"),
    "by": ("Tested components develop by the design team.", "verb-form", "develop", "developed"),
    "willing": ("I am willing learn new machines.", "missing-word", "willing learn", "willing to learn"),
    "been": ("Since 2010 I have been employ by the council.", "verb-form", "employ", "employed"),
    "have": ("I have work as a baker in three towns.", "verb-form", "work", "worked"),
    "I am": ("I am currently work as a porter.", "verb-form", "work", "working"),
    "to": ("To ensuring the safety of bathers.", "verb-form", "ensuring", "ensure"),
    "experience in": ("Experience in manage the books.", "verb-form", "manage", "managing"),
    "duties": ("Duties included serve guests.", "verb-form", "serve", "serving"),
    "two": ("Trained two apprentice.", "number", "apprentice", "apprentices"),
    "team of": ("Led a team of 10 person.", "number", "person", "people"),
    "one of my": ("One of my strength is patience.", "number", "strength", "strengths"),
    "form": ("Received a letter form the mayor.", "fixed-phrase", "form", "from"),
    "diary": ("Kept the mayor's appointments and managed her dairy.", "fixed-phrase", "dairy", "diary"),
    "stationery": ("Ordered stationary for the office.", "fixed-phrase", "stationary", "stationery"),
    "pride": ("I pride myself in my pastry.", "fixed-phrase", "in", "on"),
    "customer": ("Served customer at the bar.", "number", "customer", "customers"),
    "fond": ("I enjoy read to my children.", "verb-form", "read", "reading"),
    "how": ("Learned how use a till.", "missing-word", "how use", "how to use"),
    "graduated": ("I graduate in 2018 with honours.", "verb-form", "graduate", "graduated"),
    "make sure": ("Made sure everything are clean.", "verb-form", "are", "is"),
    "hobbies": ("Hobbies includes reading and darts.", "verb-form", "includes", "include"),
    "like to": ("I like to working with children.", "verb-form", "working", "work"),
    "motivated": ("A motivate worker with a licence.", "word-form", "motivate", "motivated"),
    "15": ("Oversaw 15 employee per shift.", "number", "employee", "employees"),
    "10 years": ("Over 10 year of experience in retail.", "number", "year", "years"),
    "each of": ("Each of the branch was visited monthly.", "number", "branch", "branches"),
    "a team": ("Led a team 8 nurses on a busy ward.", "missing-word", "team 8", "team of 8"),
    "list of -ing": ("Responsible for filing post and assist callers.", "verb-form", "assist", "assisting"),
    "on time": ("All orders were shipped on-time.", "compound-adverb", "on-time", "on time"),
    "excellent": ("Provided excellence customer service.", "wrong-word", "excellence", "excellent"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "marked", "right"), WRONG.values(), ids=WRONG)
def test_a_slip_is_found_and_mended(slips: Slips, text: str, rule: str, marked: str, right: str) -> None:
    assert (f"slips:{rule}", marked, right) in found(slips, text)


RIGHT = {
    "years' experience": "Chef with 12 years' experience in hotel kitchens.",
    "years of": "Chef with 12 years of experience in hotel kitchens.",
    "years working": "Spent 5 years working with young offenders.",
    "it's": "With children it's important to listen.",
    "possessive of capitals": "Advised the CEO's office on travel.",
    "possessive noun": "Managed the client's portfolio of shares.",
    "one customer": "Answered the customer's questions by phone.",
    "each student": "Wrote each student's reports at the end of term.",
    "one firm's": "Followed manufacturer's instructions to the letter.",
    "bachelor of": "Bachelor of Arts, University of Auckland",
    "associate degree": "Associate degree in nursing",
    "gave customers": "Gave customers information on tariffs.",
    "gave children": "Gave children medicine and comfort.",
    "people skills": "Excellent people skills",
    "setup as a noun": "Setup and configuration of printers",
    "backup as a noun": "Checked the backup each morning.",
    "set up": "Set up over 40 workstations for new starters.",
    "followed up": "Asked to follow up on late payments.",
    "on a daily basis": "Reconciled the tills on a daily basis.",
    "results": "Results the board was proud of",
    "had had": "The firm had had three managers before me.",
    "an hour": "Answered every message within an hour.",
    "a university": "Taught at a university for two terms.",
    "a one-off": "Organised a one-off event for a charity.",
    "then": "Trained as a fitter, then worked at sea.",
    "a sales manager": "Reported to a sales manager and a director.",
    "a few years": "Lived in Spain for a few years.",
    "various staff": "Supervised various staff.",
    "due to increased": "Hired six people due to increased demand.",
    "developed and maintained": "Developed and maintained the intranet.",
    "helped to and": "Helped to recruit volunteers and train new drivers.",
    "to and": "Hired to open the shop and manage the staff.",
    "skilled and caring": "Experienced and caring nurse with good references.",
    "the staff are": "Made sure the staff are trained.",
    "amount of money": "Raised a large amount of funds.",
    "composed of": "Composed of nine people, the team sold three brands.",
    "run by": "Volunteer at a shelter run by the council.",
    "listed nouns": "Worked on tax and audit requests.",
    "described": "Held a senior position and trained consultants.",
    "6-month": "Completed a 6-month internship at a law firm.",
    "customer base": "Served customer base of 900; served customer and staff.",
    "hard work": "Honesty, hard work and care.",
    "love of": "I love reading and like books.",
    "need help": "Guests who need help at the gate.",
    "able": "Trained as an able seaman.",
    "keen": "A keen work ethic and ready wit.",
    "support": "Experience in support roles and process improvement.",
    "ten staff": "Supervised ten staff in two shifts.",
    "year six": "Taught year six in a village school.",
    "level two": "Passed level two in food safety.",
    "a form": "Filled in a form in the lobby.",
    "dairy": "Looked after dairy and dry goods.",
    "taught where": "Opened shops where customers order by phone.",
    "results to": "Sent the results to the board.",
    "on-time delivery": "Kept an on-time delivery rate of 98%.",
    "stage 3": "Planned a phase 3 trial and checked level 2 of the plant.",
    "one year": "Over 1 year of work abroad.",
    "three-phase": "Wired 3 phase in old mills.",
    "two verbs": "Assist with answering calls and manage the diary.",
    "three verbs": "Plan, build and manage gardens.",
    "each of them": "Each of the branches was visited; most of the day was ours.",
    "SaaS": "Joined a leading software as a service firm.",
    "team 3": "Joined Team 3 in May.",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_a_near_miss_is_left_alone(slips: Slips, text: str) -> None:
    assert found(slips, text) == []


PAST = """\
Depot Supervisor, March 2015 to June 2019
- Managed a team of nine drivers and two clerks.
- Planned the routes for deliveries across the county.
- Recruited and trained new drivers each spring.
- Negotiated fuel prices with three suppliers.
- {line}
- Reduced overtime by a fifth in one year.
"""


def test_a_verb_that_leaves_the_tense_of_its_role_is_found(slips: Slips) -> None:
    text = PAST.format(line="Maintain the records of all vehicles.")
    assert ("slips:tense", "Maintain", "Maintained") in found(slips, text)


@pytest.mark.parametrize(
    "line",
    [
        "Maintained the records of all vehicles.",
        "Maintenance records of all vehicles.",
        "Set targets for every depot.",
    ],
    ids=["past", "noun", "same in both tenses"],
)
def test_a_list_in_one_tense_is_left_alone(slips: Slips, line: str) -> None:
    assert found(slips, PAST.format(line=line)) == []


def test_a_new_role_may_have_another_tense(slips: Slips) -> None:
    role = "Depot Manager, July 2019 to present\n- Maintain the records of all vehicles.\n- Lead a team.\n"
    past = PAST.format(line="Kept the records of all vehicles.")
    assert not [f for f in found(slips, role + past) if f[0] == "slips:tense"]
