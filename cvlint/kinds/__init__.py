"""The declarative kinds of rule. Each is a pydantic model of a card's own keys with a `find` that yields matches.

Like a coded check, `find` asks for facts by parameter name; see `cvlint.facts`.
"""

from __future__ import annotations

from cvlint.kinds.capitalisation import Capitalisation
from cvlint.kinds.consistency import Consistency
from cvlint.kinds.existence import Existence
from cvlint.kinds.kind import Kind
from cvlint.kinds.occurrence import Occurrence
from cvlint.kinds.reader import ReaderRule
from cvlint.kinds.repetition import Repetition
from cvlint.kinds.substitution import Substitution

KINDS: dict[str, type[Kind]] = {
    "existence": Existence,
    "substitution": Substitution,
    "repetition": Repetition,
    "consistency": Consistency,
    "occurrence": Occurrence,
    "capitalisation": Capitalisation,
    "reader": ReaderRule,
}

__all__ = ["KINDS", "Kind"]
