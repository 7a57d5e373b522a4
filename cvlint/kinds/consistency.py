"""`consistency`: one thing written in two ways within a file."""

from __future__ import annotations

from collections.abc import Iterator

from cvlint.kinds.existence import phrase
from cvlint.kinds.kind import TextKind, compiled
from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.resume.facts import Resume


class Consistency(TextKind):
    """Each entry of `either` lists forms of one thing; where a file uses two of them, the rarer one is flagged.

    Forms are whole words or phrases, or regular expressions where `regex` is true; then `names` says what to call
    each form in the message. A tie flags the form that comes later in the text. With `suggest` the usual form is
    offered in place of the other.
    """

    either: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, ...], ...] = ()
    regex: bool = False
    suggest: bool = True
    ignore_case: bool = False

    def find(self, document: Document, resume: Resume) -> Iterator[Match]:
        """One match for each place that uses a rarer form."""
        passages = list(self.passages(document, resume))
        for number, forms in enumerate(self.either):
            places: list[list[tuple[int, int]]] = []
            for form in forms:
                pattern = compiled(form if self.regex else phrase(form), self.ignore_case)
                part = "flag" if "flag" in pattern.groupindex else 0
                places.append(
                    [
                        (block.start + m.start(part), block.start + m.end(part))
                        for block, text in passages
                        for m in pattern.finditer(text)
                        if m.end() > m.start()
                    ]
                )
            used = [i for i, p in enumerate(places) if p]
            if len(used) < 2:
                continue
            usual = max(used, key=lambda i: (len(places[i]), -places[i][0][0]))
            names = self.names[number] if number < len(self.names) else forms
            for i in used:
                if i == usual:
                    continue
                for start, end in places[i]:
                    yield Match(
                        start,
                        end,
                        suggestions=(forms[usual],) if self.suggest and not self.regex else (),
                        data={"usual": names[usual], "count": len(places[usual]), "form": names[i]},
                    )
