"""The process of Harper's linter: a text a line on standard input, its lints a line on standard output.

Run as a file, so that it imports the linter and nothing else. The first line it writes is `null` where the linter is
ready, or a sentence that says why it is not.
"""

from __future__ import annotations

import json
import sys
from typing import Any

UNKNOWN = "venepunkture zzxqyt"
"""The first unknown word of a process costs a second: what suggestions are made with is built for it."""


def serve() -> None:
    """Answer until the standard input ends."""
    try:
        from harper import Dialect, Linter

        linter: Any = Linter(Dialect.AMERICAN)
        linter.organized_lints(UNKNOWN, language="plaintext", dedup=False)
    except Exception as error:  # whatever goes wrong, the parent is told in a sentence
        print(json.dumps(f"{type(error).__name__}: {str(error).splitlines()[0][:120]}"), flush=True)
        return
    print("null", flush=True)
    for line in sys.stdin:
        rules = linter.organized_lints(json.loads(line), language="plaintext", dedup=False)
        print(json.dumps([row(rule, lint) for rule, lints in rules.items() for lint in lints]), flush=True)


def row(rule: str, lint: Any) -> dict[str, Any]:
    """What the parent needs of a lint; offsets are code points."""
    return {
        "rule": rule,
        "kind": lint.lint_kind,
        "message": lint.message,
        "start": lint.span.start,
        "end": lint.span.end,
        "problem": lint.problem_text,
        "suggestions": [[int(s.kind), str(s.replacement_text or "")] for s in lint.suggestions[:6]],
    }


if __name__ == "__main__":
    serve()
