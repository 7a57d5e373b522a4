"""The process of LingoTweaker's engine: a text a line on standard input, its matches a line on standard output.

Run as a file, so that it imports the engine and nothing else. The first line it writes is `null` where the engine is
ready, or a sentence that says why it is not.
"""

from __future__ import annotations

import json
import sys


def serve() -> None:
    """Answer until the standard input ends."""
    try:
        import lt_py

        engine = lt_py.Engine("en-US")
    except Exception as error:  # the engine raises bare exceptions of its own
        print(json.dumps(f"{type(error).__name__}: {str(error).splitlines()[0][:120]}"), flush=True)
        return
    print("null", flush=True)
    for line in sys.stdin:
        print(json.dumps(engine.check(json.loads(line))), flush=True)


if __name__ == "__main__":
    serve()
