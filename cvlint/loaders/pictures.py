"""What a picture may be by its size alone, in points."""

from __future__ import annotations

PHOTO = 36.0
"""A smaller picture is no photo."""
SIGN = (7.0, 24.0)
"""Least and greatest side of a pictogram."""


def is_photo(width: float, height: float) -> bool:
    """Whether a picture may show a face: not too small, neither a strip nor a line."""
    return min(width, height) >= PHOTO and 0.5 <= width / height <= 2


def is_sign(width: float, height: float) -> bool:
    """Whether a picture is as small as a pictogram in a line of text."""
    return SIGN[0] <= min(width, height) and max(width, height) <= SIGN[1]
