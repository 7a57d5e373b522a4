"""`python -m cvlint` is the command `cvlint`."""

from cvlint.cli.main import run

run()
