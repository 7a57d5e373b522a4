"""The fourth reader: real words in the wrong place, and the grammar that CVs get wrong."""

from cvlint.proofreaders.slips.reader import Slips

__all__ = ["Slips"]
