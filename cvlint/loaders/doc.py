"""Word 97 files (.doc) by way of LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from cvlint.loaders.errors import LoadError

SECONDS = 60
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


def run(command: list[str]) -> None:
    """Run LibreOffice to its end. Raises `subprocess.TimeoutExpired`, with all its processes ended, where it hangs."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=os.name != "nt"
    ) as process:
        try:
            process.wait(SECONDS)
        except BaseException:
            # The program is a script that starts the one that works: ending only the script would leave that running.
            if os.name == "nt":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            raise


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
            run(command)
            return source.with_suffix(".docx").read_bytes()
        except (OSError, subprocess.TimeoutExpired) as error:
            raise LoadError(
                f"{path}: LibreOffice could not convert this old Word file (.doc); "
                "save it as DOCX in Word and check that copy."
            ) from error
