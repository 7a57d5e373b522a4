"""The configuration: what `cvlint.toml` may say."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema

from cvlint.model.finding import Severity

Locale = Literal["en-NZ", "en-GB", "en-AU", "en-IE", "en-US", "en-CA", "en-ZA"]
Role = Literal["graduate", "senior", "academic", "technical"]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_kebab, populate_by_name=True)


class RuleSetting(_Strict):
    """What the configuration says of one rule: off, another severity, options."""

    enabled: bool | None = None
    severity: Severity | None = None
    options: dict[str, Any] = {}

    @classmethod
    def of(cls, value: object) -> object:
        """`"off"`, `"on"` or a severity stand for the whole setting."""
        if value in ("off", False):
            return cls(enabled=False)
        if value in ("on", True):
            return cls(enabled=True)
        if isinstance(value, str):
            return {"enabled": True, "severity": value}
        if isinstance(value, dict):
            known = {k: v for k, v in value.items() if k in ("enabled", "severity", "options")}
            loose = {k: v for k, v in value.items() if k not in known}
            return known | {"options": known.get("options", {}) | loose}
        return value


class Ignore(_Strict):
    """A finding that is known and meant: the rule (code, prefix or name), the text it flags, and the reason."""

    code: str = "ALL"
    text: str
    reason: str
    path: str | None = None

    @property
    def key(self) -> str:
        """What tells this entry from others."""
        return "\x1f".join((self.code, self.text, self.path or ""))


class JobFiles(_Strict):
    """How ads and letters are told apart from CVs in a folder, as patterns of file names."""

    ads: tuple[str, ...] = (
        "ad.*",
        "*job*ad*.*",
        "*advert*.*",
        "job.*",
        "jd.*",
        "*job-description*.*",
        "*vacancy*.*",
    )
    letters: tuple[str, ...] = ("*letter*.*", "*cover*.*")
    ignore: tuple[str, ...] = ()


SHORT = {"anyOf": [{"enum": ["on", "off", "error", "warning", "info"]}, {"type": "boolean"}, {"type": "object"}]}
Setting = Annotated[RuleSetting, BeforeValidator(RuleSetting.of), WithJsonSchema(SHORT)]


class Override(_Strict):
    """Settings for the files that `paths` match."""

    paths: tuple[str, ...]
    locale: Locale | None = None
    role: Role | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    rules: dict[str, Setting] = {}


class Config(_Strict):
    """Everything that can be set. Field names are written with hyphens in the file."""

    extends: str | None = None
    locale: Locale | None = None
    role: Role | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str | Ignore, ...] = ()
    fail_on: Literal["error", "warning", "info", "never"] = "error"
    output_format: str = "text"
    preview: bool = False
    readers: tuple[str, ...] = ()
    languagetool: str | None = None
    require_reader: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    words_file: str | None = None
    baseline: str | None = None
    rule_paths: tuple[str, ...] = ()
    rules: dict[str, Setting] = {}
    overrides: tuple[Override, ...] = ()
    jobs: JobFiles = JobFiles()
    exclude: tuple[str, ...] = ()

    @property
    def ignored_codes(self) -> tuple[str, ...]:
        """The entries of `ignore` that switch rules off."""
        return tuple(i for i in self.ignore if isinstance(i, str))

    @property
    def ignored_findings(self) -> tuple[Ignore, ...]:
        """The entries of `ignore` that let single findings be."""
        return tuple(i for i in self.ignore if isinstance(i, Ignore))


__all__ = ["Config", "Ignore", "JobFiles", "Locale", "Override", "Role", "RuleSetting"]
