"""`python -m cvlint` is the command `cvlint`."""

from cvlint.cli.main import main

main(prog_name="cvlint")
