"""Where cards come from: the built-in folder, packs of other packages, folders that the configuration names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from cvlint.catalogue.card import CardError, Rule, rule_from
from cvlint.config.plugins import plugins


def rules_dir() -> Path:
    """The built-in rules: inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


def cards_in(folder: Path) -> Iterator[Path]:
    """The card files below a folder, in order; profiles, lexicons and files that begin with `_` are no cards."""
    for path in sorted(folder.rglob("*.yaml")):
        parts = path.relative_to(folder).parts
        if parts[0] not in ("profiles", "lexicons") and not path.name.startswith("_"):
            yield path


def read_card(path: Path) -> Rule:
    """The rule in one file. Raises `CardError`."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CardError(f"{path}: cannot be read as YAML ({' '.join(str(error).split())}).") from error
    return rule_from(data, path)


@lru_cache(maxsize=1)
def built_in() -> tuple[Rule, ...]:
    """The rules that come with cvlint."""
    return tuple(read_card(path) for path in cards_in(rules_dir()))


def find_rules(folders: Iterable[Path] = ()) -> tuple[Rule, ...]:
    """Every rule, in the order of the codes: built in, from packs, from `folders`. Raises `CardError`.

    A pack is a package with the entry point `cvlint.packs` that names a folder of cards.
    """
    rules = list(built_in())
    for pack in plugins("cvlint.packs"):
        rules += [read_card(path) for path in cards_in(Path(str(pack.load())))]
    for folder in folders:
        if not folder.is_dir():
            raise CardError(f"{folder}: no such folder of rules; mend `rule-paths` in the configuration.")
        rules += [read_card(path) for path in cards_in(folder)]
    seen: dict[str, Rule] = {}
    for rule in rules:
        for key in (rule.code, rule.card.name):
            if key in seen:
                raise CardError(f"{rule.path}: {key!r} is taken already by {seen[key].path}.")
            seen[key] = rule
    return tuple(sorted(rules, key=lambda r: r.code))
