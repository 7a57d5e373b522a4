#!/usr/bin/env python3
"""Set up and run cvlint from a checkout; needs nothing but Python 3.11 or newer and a package index.

python3 tools/dev.py try     set up .venv and check a bundled CV against a bundled ad
python3 tools/dev.py test    set up .venv and run every check of the project, as CI does
python3 tools/dev.py pin     write the pinned versions of requirements/ anew from pyproject.toml
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PINS = ROOT / "requirements"
CV = ROOT / "fixtures" / "cvs" / "nz-nurse" / "cv.docx"
AD = ROOT / "fixtures" / "jobs" / "nz-registered-nurse-cardiology.txt"


def main(arguments: list[str]) -> int:
    """Run one of the three commands; the exit code says whether all of it went well."""
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python may be what runs this)
        return fail(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    commands = {"try": try_out, "test": test, "pin": pin}
    if len(arguments) != 1 or arguments[0] not in commands:
        return fail(__doc__ or "")
    try:
        return commands[arguments[0]]()
    except subprocess.CalledProcessError as error:
        return fail(f"This failed: {' '.join(map(str, error.cmd))}")


def try_out() -> int:
    """The main job on a bundled CV and ad. Findings are what it is to show, so only a failure is an error."""
    environment(VENV, "run", "build")
    install(VENV, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    done = subprocess.run(
        [program(VENV, "cvlint"), "check", CV.relative_to(ROOT), "--job", AD.relative_to(ROOT)], cwd=ROOT
    )
    return 0 if done.returncode in (0, 1) else done.returncode


def test() -> int:
    """Style, types, layers, tests; then the wheel, built and tried in an environment of its own."""
    environment(VENV, "dev", "build")
    install(VENV, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    run(program(VENV, "ruff"), "check", ".")
    run(program(VENV, "ruff"), "format", "--check", "--quiet", ".")
    run(program(VENV, "mypy"))
    run(program(VENV, "lint-imports"))
    try_wheel()
    run(program(VENV, "python"), "-m", "pytest")
    return 0


def try_wheel() -> None:
    """Build the wheel, install it apart from the checkout, and run the main job from it."""
    with tempfile.TemporaryDirectory() as folder:
        run(program(VENV, "python"), "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, str(ROOT))
        (wheel,) = Path(folder).glob("*.whl")
        clean = Path(folder) / "venv"
        environment(clean, "run")
        install(clean, "--no-deps", str(wheel))
        command = [program(clean, "cvlint"), "check", CV, "--job", AD, "--output-format", "json"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if done.returncode != 1 or '"SP001"' not in done.stdout or '"coverage"' not in done.stdout:
            raise SystemExit(fail(f"The wheel does not do the main job: exit code {done.returncode}.\n{done.stderr}"))
        print("The wheel, installed by itself, does the main job.")


def pin() -> int:
    """Resolve for every platform; hashes, but no addresses, are written."""
    environment(VENV, "dev", "build")
    pin_one("run", "pyproject.toml")
    pin_one("dev", "--group", "dev", "pyproject.toml")
    pin_one("build", "requirements/build.in")
    return 0


def pin_one(name: str, *sources: str) -> None:
    """Write one file of pins."""
    options = (
        "--universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet"
    )
    run(
        program(VENV, "uv"), "pip", "compile", *options.split(), "--upgrade", "-o", f"requirements/{name}.txt", *sources
    )


def environment(folder: Path, *pins: str) -> None:
    """A virtual environment with just the pinned packages; made once for each state of the pins."""
    files = [PINS / f"{name}.txt" for name in pins]
    state = hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()
    mark = folder / f"pins-{'-'.join(pins)}"
    if mark.exists() and mark.read_text() == state:
        return
    print(f"Setting up {folder.name} (a minute or two, once) ...", flush=True)
    try:
        venv.create(folder, with_pip=True)
    except subprocess.CalledProcessError:
        raise SystemExit(
            fail("This Python cannot make virtual environments; on Debian: apt-get install python3-venv.")
        ) from None
    install(folder, "--require-hashes", *(part for f in files for part in ("-r", str(f))))
    mark.write_text(state)


def install(folder: Path, *what: str) -> None:
    """Install into an environment, quietly."""
    run(program(folder, "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what)


def program(folder: Path, name: str) -> str:
    """The path of a program of an environment."""
    return str(folder / ("Scripts" if os.name == "nt" else "bin") / name)


def run(*command: str) -> None:
    """Run a command in the checkout; raises `CalledProcessError` where it fails."""
    subprocess.run(command, cwd=ROOT, check=True)


def fail(sentence: str) -> int:
    """Say what went wrong."""
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
