"""What docs/rules.md tells an author to do works as written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from cvlint.catalogue.card import Bad, Good
from cvlint.config.discover import discover
from cvlint.loaders import load_text
from cvlint.runner import Run

DOCS = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_card_in_the_guide_runs_from_a_projects_own_folder(tmp_path: Path) -> None:
    card = re.search(r"```yaml\n# (\S+)\n(.+?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert card
    (tmp_path / "cvlint.toml").touch()
    target = tmp_path / card[1]
    target.parent.mkdir(parents=True)
    target.write_text(card[2], encoding="utf-8")
    config = discover([tmp_path]).config.model_copy(update={"select": ("ME001",)})

    def flagged(example: Good) -> list[str]:
        return [f.text for f in run.check_document(load_text(example.text)).findings]

    with Run(config, date(2026, 6, 1)) as run:
        (rule,) = (r for r in run.rules if r.code == "ME001")
        assert [flagged(e) for e in rule.card.good] == [[], [], []]
        assert [flagged(e) for e in rule.card.bad if isinstance(e, Bad)] == [list(e.flags) for e in rule.card.bad]
