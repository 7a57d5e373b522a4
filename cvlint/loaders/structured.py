"""JSON Resume and RenderCV YAML to a `Document`: the text that a theme would print, section by section."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cvlint.loaders.draft import PLAIN, Draft, Look
from cvlint.loaders.errors import LoadError
from cvlint.loaders.text import decode
from cvlint.model.document import BlockKind, Document, Mark

PROFILE_URLS = {"linkedin": "https://linkedin.com/in/", "github": "https://github.com/"}
JSON_TITLES = {
    "work": "Experience", "volunteer": "Volunteering", "education": "Education", "awards": "Awards",
    "certificates": "Certificates", "publications": "Publications", "skills": "Skills", "languages": "Languages",
    "interests": "Interests", "references": "References", "projects": "Projects",
}  # fmt: skip
HEADS = (
    "position", "studyType", "area", "degree", "name", "title", "organization", "institution", "company", "awarder",
    "publisher", "issuer", "entity", "language", "network", "reference", "label", "type",
)  # fmt: skip
BODIES = ("summary", "description", "details", "bullet", "number", "reversed_number")


def read_json(path: str, data: bytes) -> Document:
    """A JSON Resume (jsonresume.org) as text. Raises `LoadError` where the file is no JSON or no CV."""
    try:
        content = json.loads(decode(path, data))
    except ValueError as error:
        raise LoadError(f"{path}: the file is no valid JSON ({error}); mend that and check it again.") from error
    if isinstance(content, Mapping) and isinstance(content.get("cv"), Mapping):
        return rendercv(path, content["cv"], len(data))
    if not isinstance(content, Mapping) or not (set(content) & {"basics", *JSON_TITLES}):
        raise LoadError(f"{path}: the file is JSON, but no JSON Resume (no 'basics', no 'work'); check the CV itself.")
    draft = Draft()
    basics = content.get("basics")
    basics = basics if isinstance(basics, Mapping) else {}
    line(draft, [basics.get("name")], BlockKind.HEADING, 1)
    line(draft, [basics.get("label")])
    where = basics.get("location")
    where = where if isinstance(where, Mapping) else {}
    place = ", ".join(words([where.get(k) for k in ("address", "city", "region", "postalCode", "countryCode")]))
    site = basics.get("url") or basics.get("website")
    line(draft, [basics.get("email"), basics.get("phone"), site, place], joiner=" | ")
    for profile in records(basics.get("profiles")):
        line(draft, [profile.get("network"), profile.get("url") or profile.get("username")], joiner=": ")
    if basics.get("summary"):
        line(draft, ["Summary"], BlockKind.HEADING, 2)
        line(draft, [basics["summary"]])
    for key, title in JSON_TITLES.items():
        section(draft, title, content.get(key))
    return draft.document(path, "json", len(data), properties=meta(basics))


def read_yaml(path: str, data: bytes) -> Document:
    """A RenderCV file (or a JSON Resume in YAML) as text. Raises `LoadError` where it is neither."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    source = decode(path, data)
    try:
        if any(isinstance(e, yaml.events.AliasEvent) for e in yaml.parse(source, Loader=loader)):
            raise LoadError(f"{path}: the file uses YAML aliases, which can hide a bomb; write the values out.")
        content = yaml.load(source, Loader=loader)
    except (yaml.YAMLError, ValueError) as error:
        where = getattr(error, "problem_mark", None)
        at = f" in line {where.line + 1}" if where else ""
        raise LoadError(f"{path}: the file is no valid YAML{at}; mend that and check it again.") from error
    if isinstance(content, Mapping) and isinstance(content.get("cv"), Mapping):
        return rendercv(path, content["cv"], len(data))
    if isinstance(content, Mapping) and isinstance(content.get("basics"), Mapping):
        return read_json(path, json.dumps(content, default=str).encode())
    raise LoadError(f"{path}: the file is YAML, but no RenderCV file (it has no 'cv'); check the CV itself.")


def rendercv(path: str, cv: Mapping[str, Any], size: int) -> Document:
    """The text of the `cv` part of a RenderCV file."""
    draft = Draft()
    line(draft, [cv.get("name")], BlockKind.HEADING, 1)
    line(draft, [cv.get("label") or cv.get("headline")])
    contact = [cv.get(k) for k in ("location", "email", "phone", "website")]
    line(draft, [str(c).removeprefix("tel:") for c in contact if c], joiner=" | ")
    for profile in records(cv.get("social_networks")):
        network, user = str(profile.get("network") or ""), str(profile.get("username") or "")
        target = PROFILE_URLS.get(network.lower(), "") + user
        line(draft, [network, target], joiner=": ")
    sections = cv.get("sections")
    for title, entries in sections.items() if isinstance(sections, Mapping) else ():
        name = str(title)
        section(draft, name.replace("_", " ").title() if name == name.lower() else name, entries)
    return draft.document(path, "yaml", size, properties=meta(cv))


def meta(record: Mapping[str, Any]) -> dict[str, str]:
    """The author, who in these formats is the one the CV is of."""
    return {"author": str(record["name"])} if record.get("name") else {}


def section(draft: Draft, title: str, entries: Any) -> None:
    """A section with its entries, whatever kinds of entry it mixes."""
    if not entries:
        return
    draft.blank_line()
    line(draft, [title], BlockKind.HEADING, 2)
    for entry in entries if isinstance(entries, Sequence) and not isinstance(entries, str) else [entries]:
        if isinstance(entry, Mapping):
            record(draft, entry)
        else:
            line(draft, [entry])


def record(draft: Draft, entry: Mapping[str, Any]) -> None:
    """One job, course, skill...: head line, dates, text, bullets."""
    if "label" in entry and "details" in entry:
        line(draft, [entry["label"], entry["details"]], joiner=": ")
        return
    if set(entry) <= {"bullet"} or set(entry) <= {"number"}:
        line(draft, list(entry.values()), BlockKind.LIST_ITEM)
        return
    keywords = entry.get("keywords")
    fluency = entry.get("fluency") or entry.get("level")
    head = words([entry.get(k) for k in HEADS if k != "reference" or "summary" not in entry])
    listed = ", ".join(words(keywords)) if isinstance(keywords, Sequence) and not isinstance(keywords, str) else ""
    tail = listed or (str(fluency) if fluency else "")
    line(draft, [", ".join(dict.fromkeys(head)), tail], joiner=": ")
    line(draft, [dates(entry), place_of(entry), entry.get("url") or entry.get("doi")], joiner=" | ")
    authors = entry.get("authors")
    line(draft, [", ".join(words(authors))] if isinstance(authors, Sequence) and not isinstance(authors, str) else [])
    for key in BODIES:
        line(draft, [entry.get(key)])
    for key in ("highlights", "courses", "roles"):
        values = entry.get(key)
        for value in values if isinstance(values, Sequence) and not isinstance(values, str) else ():
            line(draft, [value], BlockKind.LIST_ITEM)


def place_of(entry: Mapping[str, Any]) -> str:
    """Where an entry's job or course was."""
    return str(entry.get("location") or "") if not isinstance(entry.get("location"), Mapping) else ""


def dates(entry: Mapping[str, Any]) -> str:
    """The dates of an entry as one range."""
    start = entry.get("startDate") or entry.get("start_date")
    end = entry.get("endDate") or entry.get("end_date")
    single = entry.get("date") or entry.get("releaseDate")
    if start:
        end = "Present" if end is None or str(end).lower() == "present" else end
        return f"{start} – {end}"
    return str(single or end or "")


def records(value: Any) -> Iterable[Mapping[str, Any]]:
    """The mappings in a list; nothing for anything else."""
    return [v for v in value if isinstance(v, Mapping)] if isinstance(value, list) else []


def words(values: Iterable[Any]) -> list[str]:
    """The plain values as text, without what is empty."""
    return [str(v).strip() for v in values if isinstance(v, str | int | float) and str(v).strip()]


LINK = re.compile(r"\[([^\[\]]{1,300})\]\(([^()\s]{1,500})\)|(\*\*|__|\*|_)(?=\S)([^*_]{1,500})(?<=\S)\3")


def line(
    draft: Draft, values: Sequence[Any], kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, joiner: str = " "
) -> None:
    """One block of the values that hold text; Markdown links and emphasis in them become links and emphasis."""
    text = joiner.join(" ".join(v.split()) if kind is BlockKind.HEADING else v for v in words(values))
    at = 0
    for found in LINK.finditer(text):
        draft.add(text[at : found.start()])
        if found[1]:
            draft.add(found[1], Look(Mark.LINK, target=found[2]))
        else:
            draft.add(found[4], Look(Mark.BOLD if len(found[3]) == 2 else Mark.ITALIC))
        at = found.end()
    draft.add(text[at:], PLAIN)
    label = "•" if kind is BlockKind.LIST_ITEM else ""
    draft.close(kind, level=level, label=label)
