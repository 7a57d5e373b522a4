"""Whether the cache ever gives a stale report: chance edits of all that a report depends on, each checked afresh too.

    python -m benchmarks.cache [--edits 1000] [--seed 7]

Edited are the CV, the files beside it (letter, ad, sign-off), an ad named by hand, the configuration, a house rule, the
baseline, the version of a parser and the day. After each edit the report by way of the cache must equal one without.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

import cvlint.cache
from cvlint.config.schema import Config, Ignore
from cvlint.executor import check_all
from cvlint.filters.baseline import baseline_text
from cvlint.fixes.signoff import signed
from cvlint.model.report import Report

TODAY = date(2026, 6, 1)
LINES = (
    "Experience", "Clerk, Adze Ltd, Jan 2020 – Mar 2019", "Clerk, Bevel Ltd, May 2015 – June 2018",
    "Clerk, Cog Ltd, Jan 2013 – Mar 2012", "Clerk, Dowel Ltd, 03/2010 – 02/2011", "- Kept the books in SQL",
)  # fmt: skip
CARD = (
    "code: XX001\nname: some-word\nseverity: info\nsince: '1'\nstatus: stable\nkind: existence\n"
    "words: [{word}]\nmessage: m\nwhy: w\nsource: s\ngood: [a, b, c]\n"
    "bad: [{{text: a, flag: a}}, {{text: b, flag: b}}]\n"
)
AD = "Clerk\nTotara Foods, Wellington\n\nWhat you will need:\n- Three years of experience\n- {skill}\n"


class World:
    """A folder with a CV and all that its report depends on; `edit` changes one thing by chance."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.rng = folder, random.Random(seed)
        self.cv, self.ad, self.rules = folder / "cv.txt", folder / "elsewhere" / "post.txt", folder / "house"
        for place in (self.ad.parent, self.rules):
            place.mkdir()
        self.cv.write_text("\n".join(LINES))
        self.settings: dict[str, object] = {"select": ("DA", "XX", "JO", "X"), "rule_paths": (str(self.rules),)}
        self.ads: list[Path] = []
        self.today, self.version = TODAY, "1"
        self.card()
        (folder / "known.json").write_text(baseline_text([]))

    def edit(self) -> str:
        """What was changed."""
        edits: list[Callable[[], object]] = [
            self.text, self.letter, self.beside, self.by_hand, self.sign, self.configure, self.card, self.baseline,
            self.upgrade, self.tomorrow,
        ]  # fmt: skip
        chosen = self.rng.choice(edits)
        chosen()
        return chosen.__name__

    def text(self) -> None:
        self.cv.write_text("\n".join(self.rng.sample(LINES, self.rng.randint(1, len(LINES)))))

    def letter(self) -> None:
        self.put("letter.txt", self.rng.choice((None, "Dear Ms Teal,\nJan 2020 – Mar 2019\n", "Dear Sir,\nAdze\n")))

    def beside(self) -> None:
        self.put("ad.txt", self.rng.choice((None, AD.format(skill="SQL"), AD.format(skill="Power BI"))))

    def by_hand(self) -> None:
        self.ad.write_text(AD.format(skill=self.rng.choice(("SQL", "Excel"))))
        self.ads = self.rng.choice(([], [self.ad]))

    def sign(self) -> None:
        data = self.rng.choice((self.cv.read_bytes(), b"another"))
        self.put("cv.txt.signoff", self.rng.choice((None, signed(data, "Mere", TODAY).text())))

    def put(self, name: str, body: str | None) -> None:
        if body is None:
            (self.folder / name).unlink(missing_ok=True)
        else:
            (self.folder / name).write_text(body)

    def configure(self) -> None:
        name, values = self.rng.choice((
            ("select", (("DA",), ("XX", "JO"), ("DA", "XX", "JO", "X"), ("DA003",))),
            ("locale", ("en-GB", "en-US")),
            ("ignore", ((), (Ignore(code="DA003", text="Jan 2020 – Mar 2019", reason="r"),))),
            ("words", ((), ("Adze",))),
            ("role", (None, "graduate", "senior")),
            ("baseline", (None, str(self.folder / "known.json"))),
        ))  # fmt: skip
        self.settings[name] = self.rng.choice(values)

    def card(self) -> None:
        word = self.rng.choice(("Adze", "Bevel", "Clerk", "Teal"))
        (self.rules / "XX001.yaml").write_text(CARD.format(word=word) + "#" * self.rng.randrange(9) + "\n")

    def baseline(self) -> None:
        found = [f for file in self.report(cache=False).files for f in file.findings]
        (self.folder / "known.json").write_text(baseline_text(found if self.rng.random() < 0.5 else []))

    def upgrade(self) -> None:
        self.version = str(self.rng.randrange(3))

    def tomorrow(self) -> None:
        self.today = TODAY + timedelta(days=self.rng.randrange(3) * 200)

    def report(self, cache: bool) -> Report:
        real = cvlint.cache.metadata.version
        with patch.object(
            cvlint.cache.metadata, "version", lambda name: self.version if name == "lxml" else real(name)
        ):
            return check_all([self.cv], self.ads, Config(**self.settings), self.today, cache=cache)


def stale(folder: Path, edits: int, seed: int) -> Iterator[tuple[int, str]]:
    """The edits after which the cache gave another report than a fresh check, with their number. None is right."""
    world = World(folder, seed)
    for number in range(1, edits + 1):
        what = world.edit()
        kept, fresh = world.report(cache=True), world.report(cache=False)
        if told(kept) != told(fresh):
            yield number, what


def told(report: Report) -> tuple[object, ...]:
    """All of a report that a user sees."""
    return report.notices, tuple((f.findings, f.notices, f.comparisons, f.suppressed, f.locale) for f in report.files)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ["CVLINT_CACHE_DIR"] = str(Path(name) / "cache")
        folder = Path(name) / "applications"
        folder.mkdir()
        wrong = list(stale(folder, options.edits, options.seed))
        kept = len(list((Path(name) / "cache").iterdir()))
    print(f"{options.edits} edits, {kept} different states kept, {len(wrong)} stale reports")
    for number, what in wrong:
        print(f"  edit {number}: {what}")


if __name__ == "__main__":
    main()
