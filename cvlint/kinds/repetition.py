"""`repetition`: the same thing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cvlint.kinds.kind import Pattern, TextKind, compiled
from cvlint.model.document import Document
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.facts import Resume


class Repetition(TextKind):
    """Flags what `pattern` matches more than `most` times: in a row (`adjacent`), or anywhere in the scope.

    `except_words` may be repeated. An adjacent repetition flags the second one with the blank before it and suggests
    to leave it out; elsewhere each place from the `most` + 1st on is flagged.
    """

    pattern: Pattern = r"[^\W\d_]+(?:['’][^\W\d_]+)?"
    adjacent: bool = True
    most: int = 1
    except_words: tuple[str, ...] = ()

    def find(self, document: Document, resume: Resume) -> Iterator[Match]:
        """One match for each repetition."""
        allowed = {w.casefold() for w in self.except_words}
        seen: Counter[str] = Counter()
        for block, text in self.passages(document, resume):
            last: Span | None = None
            for m in compiled(self.pattern, self.ignore_case).finditer(text):
                span, word = Span(*m.span()), m[0].casefold()
                seen[word] += 1
                if word in allowed or self.silenced(text, span):
                    last = None
                    continue
                if self.adjacent:
                    if last and last.of(text).casefold() == word and text[last.end : span.start] == " ":
                        first = last.of(text)
                        yield Match(
                            block.start + last.start,
                            block.start + span.end,
                            suggestions=(first,),
                            data={"word": first},
                        )
                elif seen[word] > self.most:
                    yield Match(
                        block.start + span.start,
                        block.start + span.end,
                        data={"word": m[0], "count": seen[word], "most": self.most},
                    )
                last = span
