"""One line for each finding, for grep and for editors: `path:line: CODE message`."""

from __future__ import annotations

from cvlint.model.report import Report
from cvlint.reporters.wording import one_line, remarks


def render(report: Report) -> str:
    """A line for each finding in the order of files and text, then one for each notice; empty where there is none."""
    lines = [
        f"{one_line(file.path)}:{f.line}: {f.code} {one_line(f.message)}"
        for file in report.files
        for f in file.findings
    ]
    lines += [
        f"{one_line(path) + ': ' if path else ''}{code}: {one_line(message)}" for path, code, message in remarks(report)
    ]
    return "".join(line + "\n" for line in lines)
