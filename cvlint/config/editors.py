"""The configuration as a JSON Schema, for editors that complete and check TOML."""

from __future__ import annotations

import json

from cvlint.config.schema import Config


def schema_text() -> str:
    """The schema as text: `cvlint/data/schema/config.schema.json` is made by it."""
    schema = Config.model_json_schema(by_alias=True)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "cvlint.toml"}
    return json.dumps(head | {k: v for k, v in schema.items() if k != "title"}, indent=1, ensure_ascii=False) + "\n"
