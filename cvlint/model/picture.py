"""A page as a person sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as a PNG. `number` counts from 1; the size is in PDF points, the space in which boxes are measured."""

    number: int
    width_pt: float
    height_pt: float
    png: bytes
