"""Word 97 files (.doc) by way of LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from cvlint.loaders.errors import LoadError

SECONDS = 90
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


def soffice() -> str | None:
    """LibreOffice's program on this machine, None where there is none."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return found
    return next((p for p in PLACES if os.path.isfile(p)), None)


def as_docx(path: str, data: bytes) -> bytes:
    """The bytes of the DOCX that LibreOffice makes of a .doc. Raises `LoadError` where it cannot."""
    program = soffice()
    if program is None:
        raise LoadError(
            f"{path}: this is a Word file of the old kind (.doc), which cvlint reads only where LibreOffice is "
            "installed; save it as DOCX in Word and check that copy."
        )
    with tempfile.TemporaryDirectory(prefix="cvlint-") as folder:
        source = Path(folder, "cv.doc")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = [
            program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx",
            "--outdir", folder, str(source),
        ]  # fmt: skip
        try:
            subprocess.run(
                command, timeout=SECONDS, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )  # fmt: skip
            return source.with_suffix(".docx").read_bytes()
        except (OSError, subprocess.TimeoutExpired) as error:
            raise LoadError(
                f"{path}: LibreOffice could not convert this old Word file (.doc); "
                "save it as DOCX in Word and check that copy."
            ) from error
