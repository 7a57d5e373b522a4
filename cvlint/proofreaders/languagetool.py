"""LanguageTool itself, by a server of its own: local (Java) or at an address that the user names."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from cvlint.model.document import Document
from cvlint.proofreaders.lingotweaker import category_of
from cvlint.proofreaders.passages import batches
from cvlint.proofreaders.reading import Passage, Reader, ReaderError, Reading

TIMEOUT = 120.0
"""Seconds for one request: the first check of a fresh server takes up to a minute."""

START = 90
"""Seconds within which a server of our own must be ready."""

REACH = 5.0
"""Seconds within which a server at an address must answer."""

LOCAL = ("local", "auto", "")
NEWEST = "6.8"
JAVA = 17


class LanguageTool(Reader):
    """The server at `where`, or, where that is `local`, one started from the folder that `LTP_PATH` names.

    Nothing is ever downloaded. A server that was started is ended by `close`, whatever happened.
    """

    name = "languagetool"
    version = ""

    def __init__(self, where: str = "local") -> None:
        self._where = where
        self._tool: Any = None

    def load(self, locale: str) -> None:
        """Reach or start the server. Raises `ReaderError` in one sentence where that fails."""
        local = self._where in LOCAL
        if local:
            self._check_local()  # first: importing the client opens a socket, if only to try for IPv6
        try:
            import language_tool_python as ltp
        except ImportError as error:
            raise ReaderError("languagetool needs the package language-tool-python.") from error
        if local:
            self.version = NEWEST
            self._tool = self._open(ltp, language_tool_download_version=NEWEST)
        else:
            self._reach(ltp)

    def _reach(self, ltp: Any) -> None:
        import requests

        address = urlsplit(self._where)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise ReaderError(f"languagetool: {self._where!r} is no http address; write http://host:8081.")
        root = re.sub(r"/v2/?$", "", self._where.rstrip("/"))
        try:
            answer = requests.get(f"{root}/v2/info", timeout=REACH)
            answer.raise_for_status()
            self.version = str(answer.json()["software"]["version"])
        except Exception as error:
            raise ReaderError(
                f"languagetool: no LanguageTool server answers at {self._where}; start one there, or use 'local'."
            ) from error
        if tuple(map(int, re.findall(r"\d+", self.version)[:1])) < (6,):
            raise ReaderError(
                f"languagetool: the server at {self._where} is version {self.version}; 6.0 or newer is needed."
            )
        self._tool = self._open(ltp, remote_server=root)

    def _check_local(self) -> None:
        """Raise `ReaderError` where Java or LanguageTool is missing."""
        java = shutil.which("java")
        if java is None:
            raise ReaderError(
                f"languagetool: Java is missing; install Java {JAVA} or newer, or name a server's address."
            )
        said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=False).stderr
        found = re.search(r'version "(?:1\.)?(\d+)', said)
        if found and int(found[1]) < JAVA:
            raise ReaderError(f"languagetool: Java {found[1]} is too old; install Java {JAVA} or newer.")
        folder = os.environ.get("LTP_PATH")
        home = os.path.join(folder, f"LanguageTool-{NEWEST}") if folder else ""
        if not folder or not os.path.isdir(home):
            raise ReaderError(
                f"languagetool: no copy of LanguageTool here; set LTP_PATH to the folder above LanguageTool-{NEWEST}."
            )

    def _open(self, ltp: Any, **where: Any) -> Any:
        class Patient(ltp.LanguageTool):  # type: ignore[misc]
            """Waits for a slow machine, and gives up instead of trying every port."""

            _TIMEOUT = TIMEOUT

            def _wait_for_server_ready(self, timeout: int = START) -> None:
                try:
                    super()._wait_for_server_ready(timeout)
                except Exception:
                    self._terminate_server()
                    del self._available_ports[2:]
                    raise

        try:
            return Patient("en-US", **where)
        except Exception as error:
            raise ReaderError(f"languagetool: the server did not start: {str(error).splitlines()[0][:120]}") from error

    def read(self, passages: Sequence[Passage], document: Document) -> list[Reading]:
        """What the server says. The passages hold no character beyond the basic plane, so its UTF-16 is code points."""
        found: list[Reading] = []
        for batch in batches(passages):
            try:
                matches = self._tool.check(batch.text)
            except Exception as error:
                raise ReaderError(
                    f"languagetool: the server failed while reading: {str(error).splitlines()[0][:120]}"
                ) from error
            for match in matches:
                span = batch.at(match.offset, match.offset + match.error_length)
                if span is not None:
                    category = category_of(match.rule_id, match.rule_issue_type, match.category)
                    found.append(
                        Reading(
                            self.name,
                            span.start,
                            span.end,
                            f"lt:{match.rule_id}",
                            category,
                            match.message,
                            tuple(match.replacements[:10]),
                            group=f"lt-group:{match.category}",
                        )
                    )
        return found

    def close(self) -> None:
        """End the server, if one was started."""
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.close()
