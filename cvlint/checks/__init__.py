"""Coded checks, a module per family.

A check is a function that asks for facts by parameter name (see `cvlint.facts`) and yields `Match`es:
`def mixed_formats(resume: Resume, options: Options) -> Iterator[Match]`. No codes, no wording, no input or output.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Options = Mapping[str, Any]
"""The options of a card with the configuration's values in place, by name."""
