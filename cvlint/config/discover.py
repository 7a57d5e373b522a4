"""Where the configuration is found: the nearest `cvlint.toml`, or `[tool.cvlint]` of a `pyproject.toml`, upwards."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from cvlint.config.schema import Config, Ignore, JobFiles, Override, RuleSetting

NAMES = ("cvlint.toml", ".cvlint.toml", "pyproject.toml")
OWN_RULES = Path(".cvlint") / "rules"
"""Beside the configuration, a project's own cards, found without being named."""

PATHS = ("words-file", "baseline", "extends")
"""Keys whose values are paths, from the folder of the file that holds them."""


class ConfigError(Exception):
    """A configuration that cannot be used: one sentence with the file, the key and what to write instead."""


@dataclass(frozen=True)
class Found:
    """A configuration and the file it came from; None where there is none and the defaults hold."""

    config: Config
    file: Path | None = None


def discover(paths: Sequence[Path], explicit: Path | None = None) -> Found:
    """The configuration for some files: `explicit`, or the nearest upwards from the folder that they share.

    Raises `ConfigError`.
    """
    file = explicit or nearest(_shared_folder(paths))
    if file is None:
        return Found(Config())
    data = _read(file, ())
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        raise ConfigError(f"{file}: {_sentence(error)}") from error
    return Found(_with_own(config, file.resolve().parent), file)


def nearest(folder: Path) -> Path | None:
    """The nearest configuration file from a folder upwards. A `pyproject.toml` counts only with `[tool.cvlint]`."""
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        for name in NAMES:
            file = place / name
            if file.is_file() and (name != "pyproject.toml" or b"[tool.cvlint" in file.read_bytes()):
                return file
    return None


def for_path(config: Config, path: str) -> Config:
    """The configuration as the overrides that match a path change it, later ones over earlier."""
    for override in config.overrides:
        if matches(override.paths, path):
            config = _overridden(config, override)
    return config


def matches(patterns: Iterable[str], path: str) -> bool:
    """Whether a path, or its end, matches one of some patterns as in a `.gitignore`."""
    import pathspec

    floating = [p if p.startswith(("/", "**/")) else f"**/{p}" for p in patterns]
    posix = Path(path).as_posix().removeprefix("./")
    return pathspec.PathSpec.from_lines("gitignore", floating).match_file(posix)


def set_by_hand(config: Config, **values: object) -> Config:
    """The configuration with options of the command line in place of its own; None and `()` change nothing.

    Raises `ConfigError`.
    """
    given = {name: value for name, value in values.items() if value is not None and value != ()}
    try:
        return Config.model_validate({name: getattr(config, name) for name in Config.model_fields} | given)
    except ValidationError as error:
        raise ConfigError(f"command line: {_sentence(error)}") from error


def _shared_folder(paths: Sequence[Path]) -> Path:
    import os

    folders = [p if p.is_dir() else p.parent for p in (path.absolute() for path in paths)]
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # different drives
        return Path.cwd()


def _read(file: Path, above: tuple[Path, ...]) -> dict[str, Any]:
    """The keys of a file over those of the files it extends, its paths made absolute."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read ({error.strerror or type(error).__name__}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: is no valid TOML: {error}.") from error
    if file.name == "pyproject.toml":
        data = data.get("tool", {}).get("cvlint", {})
    folder = file.resolve().parent
    for key in PATHS:
        if isinstance(data.get(key), str):
            data[key] = str(folder / data[key])
    if isinstance(data.get("rule-paths"), list):
        data["rule-paths"] = [str(folder / p) for p in data["rule-paths"] if isinstance(p, str)]
    if "extends" not in data:
        return data
    parent = Path(str(data["extends"]))
    if parent in above:
        raise ConfigError(f"{file}: extends a file that extends it; break the circle.")
    return _over(_read(parent, (*above, file.resolve())), data)


def _over(lower: dict[str, Any], upper: dict[str, Any]) -> dict[str, Any]:
    """Two files' keys: the upper one's win, tables are merged, lists of exceptions are joined."""
    joined = {
        key: [*lower[key], *upper[key]] for key in ("ignore", "words", "overrides") if key in lower and key in upper
    }
    tables = {key: {**lower[key], **upper[key]} for key in ("rules", "jobs") if key in lower and key in upper}
    return lower | upper | joined | tables


def _with_own(config: Config, folder: Path) -> Config:
    """The configuration with the words of its file of words, and the project's own folder of cards."""
    changes: dict[str, object] = {}
    if config.words_file:
        changes["words"] = (*config.words, *_words(Path(config.words_file)))
    if (folder / OWN_RULES).is_dir():
        changes["rule_paths"] = (*config.rule_paths, str(folder / OWN_RULES))
    return config.model_copy(update=changes)


def _words(file: Path) -> list[str]:
    """One word a line; what follows a `#` is a remark. A file that is not there yet holds none."""
    if not file.exists():
        return []
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: cannot be read as a list of words ({type(error).__name__}).") from error
    return [word for line in lines if (word := line.partition(" #")[0].strip()) and not word.startswith("#")]


def _overridden(config: Config, override: Override) -> Config:
    changes: dict[str, object] = {
        "ignore": (*config.ignore, *override.ignore),
        "rules": {**config.rules, **override.rules},
    }
    for name in ("locale", "role", "select"):
        if getattr(override, name) is not None:
            changes[name] = getattr(override, name)
    return config.model_copy(update=changes)


TABLES: Mapping[str, type[BaseModel]] = {
    "overrides": Override,
    "rules": RuleSetting,
    "jobs": JobFiles,
    "ignore": Ignore,
}


def _sentence(error: ValidationError) -> str:
    """The first thing that is wrong, with the key and what was probably meant."""
    # An entry of `ignore` may be a code or a table: of the two complaints the one about the table helps.
    first = next((e for e in error.errors() if "Ignore" in e["loc"]), error.errors()[0])
    where = [str(part) for part in first["loc"] if part not in ("str", "Ignore")]
    key = ".".join(where)
    if first["type"] == "missing":
        return f"{key} is missing; write it."
    if first["type"] != "extra_forbidden":
        return f"{key}: {first['msg'][0].lower()}{first['msg'][1:]}, not {first['input']!r}."
    model = TABLES.get(where[0], Config) if len(where) > 1 else Config
    known = [field.alias or name for name, field in model.model_fields.items()]
    near = get_close_matches(where[-1], known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(sorted(known))}."
    return f"unknown key {key!r}; {hint}"
