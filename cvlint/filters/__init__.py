"""What happens to findings after the checks: small filters, one a file, in the order of `FILTERS`."""

from __future__ import annotations

from cvlint.filters.accept import accept
from cvlint.filters.overlap import overlap

__all__ = ["accept", "overlap"]
