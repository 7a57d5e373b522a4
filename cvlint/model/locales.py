"""The kinds of English that are known, by their names."""

from __future__ import annotations

ENGLISH = {
    "en-NZ": "New Zealand English",
    "en-GB": "British English",
    "en-AU": "Australian English",
    "en-IE": "Irish English",
    "en-US": "American English",
    "en-CA": "Canadian English",
    "en-ZA": "South African English",
}
