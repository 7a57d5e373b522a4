"""Small additions to a configuration file that leave the rest of it as it stands."""

from __future__ import annotations

import json
import re
from pathlib import Path


def add_key(file: Path, key: str, value: str) -> None:
    """Write `key = "value"` at the head of a configuration file, or of `[tool.cvlint]`; make a missing file."""
    line = f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    if file.name == "pyproject.toml":
        table = re.search(r"^\[tool\.cvlint\][^\n]*\n", text, re.MULTILINE)
        if table is None:
            text = f"{text.rstrip()}\n\n[tool.cvlint]\n{line}"
        else:
            text = text[: table.end()] + line + text[table.end() :]
    else:
        text = line + text
    file.write_text(text, encoding="utf-8")
