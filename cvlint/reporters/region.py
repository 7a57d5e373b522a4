"""Where a finding stands in the text, as lines and columns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from cvlint.model.document import Document
from cvlint.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1, in code points of what `cvlint text` prints; `end_column` is the one after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(finding: Finding, document: Document | None) -> Region | None:
    """The region of a finding, or None where the text is not at hand."""
    if document is None:
        return None
    last = max(finding.start, finding.end - 1)
    line, end_line = document.line_at(finding.start), document.line_at(last)
    return Region(
        line,
        finding.start - document.line_starts[line - 1] + 1,
        end_line,
        max(finding.end, finding.start) - document.line_starts[end_line - 1] + 1,
    )


def uri(path: str) -> str:
    """A path as a URI: relative as it is, absolute with the scheme `file`."""
    where = Path(path)
    return where.as_uri() if where.is_absolute() else quote(where.as_posix())
