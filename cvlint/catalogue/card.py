"""A rule is one card: a YAML file that registers, documents, configures and tests it."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from cvlint.kinds import KINDS
from cvlint.model.finding import FixSafety, Match, Severity

Check = Callable[..., Iterable[Match]]

FACTS = frozenset(
    {
        "document", "resume", "blocks", "sentences", "spacy_doc", "proofread", "job", "comparison", "today",
        "options", "locale", "folder", "knowledge",
    }
)  # fmt: skip
"""The names a check may ask for."""


def _example(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Pose(BaseModel):
    """What an example's file holds beside its text: the first place of `text` looks like this, its block is that."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    marks: tuple[str, ...] = ()  # names of `Mark`, in lower case: hidden, white, bold ...
    font: str | None = None
    size: float | None = None
    colour: str | None = None
    language: str | None = None
    target: str | None = None
    box: tuple[float, float, float, float] | None = None  # around the text, in points
    kind: str | None = None  # of the block, as are all that follow
    story: str | None = None
    style: str | None = None
    level: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    setting: dict[str, Any] | None = None  # fields of `Setting`


class Remark(BaseModel):
    """A tracked change or a comment of an example's file, at the first place of `at`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["insertion", "deletion", "move", "comment"]
    text: str
    author: str | None = None
    at: str = ""


class Good(BaseModel):
    """A text on which the rule must stay silent.

    `as` names the file it pretends to be: its ending chooses the reader (`cv.txt`, `cv.md`, `cv.html`), or is the
    format that the text is passed off as (`cv.docx`, `cv.pdf`). `job` is the text of an ad, `beside` the other files
    of the folder by name. The rest is what text cannot say: `looks`, facts of the file, the words with which each
    page after the first begins, and what a second program reads on each page.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    text: str
    as_: str = Field("cv.txt", validation_alias=AliasChoices("as", "as_"))
    locale: str | None = None
    job: str | None = None
    today: date = date(2026, 6, 1)
    options: dict[str, Any] = {}
    beside: dict[str, str] = {}
    why: str | None = None
    looks: tuple[Pose, ...] = ()
    holds: tuple[str, ...] = ()  # `Document.flags`: macros, encrypted ...
    properties: dict[str, str] = {}
    remarks: tuple[Remark, ...] = ()
    pages: tuple[str, ...] | None = None
    second: tuple[str, ...] = ()
    size: int | None = None
    images: int = 0


class Bad(Good):
    """A text in which the rule must flag just `flag` (or each of a list, in order), and correct it to `fixed`.

    `fixed` is the whole text after the first suggestion of every flag was put in place.
    """

    flag: str | tuple[str, ...]
    fixed: str | None = None

    @property
    def flags(self) -> tuple[str, ...]:
        """What must be flagged, in order."""
        return (self.flag,) if isinstance(self.flag, str) else self.flag


class Option(BaseModel):
    """A setting of a rule: its type, its default, what it does, and the values it may take."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: Literal["string", "integer", "number", "boolean", "strings"]
    default: Any
    choices: tuple[Any, ...] = ()
    help: str = ""


class KnownGap(BaseModel):
    """An example that the rule gets wrong today: `flag` empty means that it must not be flagged and is."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    flag: str | None = None
    why: str = ""


GoodExample = Annotated[Good, BeforeValidator(_example)]


class Card(BaseModel):
    """What every card holds, whatever its kind."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(pattern=r"^[A-Z]{1,3}\d{3}$")
    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    severity: Severity
    since: str
    status: Literal["stable", "preview"]
    kind: str
    message: str = Field(max_length=160)
    fix: FixSafety = FixSafety.NONE
    locales: Literal["all"] | tuple[str, ...] = "all"
    default: bool = True
    options: dict[str, Option] = {}
    why: str
    source: str
    good: tuple[GoodExample, ...] = Field(min_length=3)
    bad: tuple[Bad, ...] = Field(min_length=2)
    known_gaps: tuple[KnownGap, ...] = ()
    check: str | None = None


class CardError(Exception):
    """A card that cannot be used. The message names the file and what is wrong with it."""


@dataclass(frozen=True)
class Rule:
    """A card with the check behind it. `needs` are the facts that the check asks for."""

    card: Card
    check: Check
    needs: tuple[str, ...]
    path: Path

    @property
    def code(self) -> str:
        """The rule's code, such as `DA001`."""
        return self.card.code

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.card.code.rstrip("0123456789")

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings that a rule of kind `reader` rests on, `engine:RULE` with wildcards."""
        found: tuple[str, ...] = getattr(getattr(self.check, "__self__", None), "readings", ())
        return found

    def defaults(self) -> dict[str, Any]:
        """The options at their defaults."""
        return {name: option.default for name, option in self.card.options.items()}


def rule_from(data: object, path: Path) -> Rule:
    """The rule that a card's parsed YAML describes. Raises `CardError` that names file and key."""
    if not isinstance(data, dict):
        raise CardError(f"{path}: a card is a mapping of keys to values; see the skeleton in rules/.")
    own = {k: v for k, v in data.items() if k not in Card.model_fields}
    try:
        card = Card.model_validate({k: v for k, v in data.items() if k in Card.model_fields})
        check = _coded(card, own, path) if card.kind == "python" else _declared(card, own, path)
    except ValueError as error:
        raise CardError(f"{path}: {_first_line(error)}") from error
    needs = tuple(inspect.signature(check).parameters)
    unknown = [n for n in needs if n not in FACTS]
    if unknown:
        raise CardError(f"{path}: the check asks for {unknown[0]!r}; a check may ask for {', '.join(sorted(FACTS))}.")
    return Rule(card=card, check=check, needs=needs, path=path)


def _coded(card: Card, own: dict[str, Any], path: Path) -> Check:
    if own:
        raise CardError(f"{path}: unknown key {next(iter(own))!r}.")
    module_name, _, function = (card.check or "").partition(":")
    if not function:
        raise CardError(f"{path}: a card of kind python names its check as 'package.module:function'.")
    try:
        check: Check = getattr(importlib.import_module(module_name), function)
    except (ImportError, AttributeError) as error:
        raise CardError(f"{path}: the check {card.check!r} cannot be found ({error}).") from error
    return check


def _declared(card: Card, own: dict[str, Any], path: Path) -> Check:
    kind = KINDS.get(card.kind)
    if kind is None:
        raise CardError(f"{path}: unknown kind {card.kind!r}; the kinds are python, {', '.join(sorted(KINDS))}.")
    check: Check = kind.model_validate(own).find  # type: ignore[attr-defined]
    return check


def _first_line(error: ValueError) -> str:
    from pydantic import ValidationError

    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error)
