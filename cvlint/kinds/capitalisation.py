"""`capitalisation`: names that have one right casing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from cvlint.kinds.existence import phrase
from cvlint.kinds.kind import TextKind
from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.resume.facts import Resume


class Capitalisation(TextKind):
    """Flags the names of `names` in any other casing, save in passages that are all capitals.

    `also` gives other wrong forms of a name (`{MySQL: [My SQL]}`). A name in `loose` may also be all lower case.
    """

    names: tuple[str, ...]
    also: dict[str, tuple[str, ...]] = {}
    loose: tuple[str, ...] = ()

    @cached_property
    def _forms(self) -> dict[str, str]:
        forms = {" ".join(n.casefold().split()): n for n in self.names}
        return forms | {f.casefold(): name for name, wrong in self.also.items() for f in wrong}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._forms, key=lambda f: (-len(f), f))
        return re.compile("|".join(phrase(f) for f in longest_first), re.IGNORECASE)

    def find(self, document: Document, resume: Resume) -> Iterator[Match]:
        """One match for each name in a wrong casing."""
        for block, text in self.passages(document, resume):
            if text.isupper() and len(text) > 3:
                continue
            for m in self._pattern.finditer(text):
                found = " ".join(m[0].split())
                right = self._forms[found.casefold()]
                if found == right or (right in self.loose and found.islower()):
                    continue
                if found.isupper() and _in_capitals(text, m.start(), m.end()):
                    continue
                yield Match(
                    block.start + m.start(),
                    block.start + m.end(),
                    suggestions=(right,),
                    data={"right": right},
                )


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words on both sides are in capitals too."""
    near = re.findall(r"[^\W\d_]{2,}", text[max(0, start - 25) : start] + " " + text[end : end + 25])
    return bool(near) and all(w.isupper() for w in near)
