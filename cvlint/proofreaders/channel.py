"""How likely a person who means one word writes another string, learnt from how people misspell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

UNSEEN = -9.5
"""Log probability of a slip of one letter that the table does not hold."""

RIGHT = -0.02
"""Log probability of a letter written as meant."""


@dataclass(frozen=True)
class Channel:
    """`table[meant][written]`: log probabilities of up to three letters written for up to three."""

    table: dict[str, dict[str, float]]

    def cost(self, meant: str, written: str, worst: float = 60.0) -> float:
        """Minus the log probability of `written` for `meant`, both in lower case; at least `worst` ends the search."""
        a, b = f"^{meant}$", f"^{written}$"
        n, m = len(a), len(b)
        far = 1e9
        best = [[far] * (m + 1) for _ in range(n + 1)]
        best[0][0] = 0.0
        pieces = [[(j + k, b[j : j + k]) for k in range(4) if j + k <= m] for j in range(m + 1)]
        for i in range(n + 1):
            row = best[i]
            outgoing = [
                (best[i + k], said)
                for k in range(4)
                if i + k <= n and (said := self.table.get(a[i : i + k])) is not None
            ]
            for j in range(max(0, i - 4), min(m, i + 4) + 1):
                here = row[j]
                if here >= worst:
                    continue
                if i < n and j < m:
                    step = here - (RIGHT if a[i] == b[j] else UNSEEN)
                    if step < best[i + 1][j + 1]:
                        best[i + 1][j + 1] = step
                if i < n and here - UNSEEN < best[i + 1][j]:
                    best[i + 1][j] = here - UNSEEN
                if j < m and here - UNSEEN < row[j + 1]:
                    row[j + 1] = here - UNSEEN
                for after, said in outgoing:
                    for end, piece in pieces[j]:
                        logp = said.get(piece)
                        if logp is not None and here - logp < after[end]:
                            after[end] = here - logp
        return min(best[n][m], worst)


@lru_cache(maxsize=1)
def channel() -> Channel:
    """The table, read once."""
    table: dict[str, dict[str, float]] = {}
    text = files("cvlint.data").joinpath("channel.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        meant, written, logp = line.split("\t")
        table.setdefault(meant, {})[written] = float(logp)
    return Channel(table)
