"""What happens to findings after the checks: small filters, one a file, in the order in which the runner calls them."""

from __future__ import annotations

from cvlint.filters.accept import accept
from cvlint.filters.baseline import baseline
from cvlint.filters.ignore import ignore
from cvlint.filters.overlap import overlap
from cvlint.filters.unused import unused

__all__ = ["accept", "baseline", "ignore", "overlap", "unused"]
