"""The documentation builds without a warning and tells of every command and every rule."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cvlint.catalogue.find import find_rules
from cvlint.cli.main import Commands
from cvlint.config.schema import Config

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def words(page: Path) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8")))


def test_every_command_is_told_of(site: Path) -> None:
    said = words(site / "reference" / "commands" / "index.html")
    assert [name for name in Commands.modules if f"Usage: cvlint {name}" not in said] == []


def test_every_rule_is_told_of(site: Path) -> None:
    said = "".join(words(page) for page in (site / "reference").glob("rules-*/index.html"))
    assert [rule.code for rule in find_rules() if rule.code not in said or rule.card.name not in said] == []


def test_every_key_of_the_configuration_is_told_of() -> None:
    said = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    keys = [name.replace("_", "-") for name in Config.model_fields]
    assert [key for key in keys if not re.search(rf"`\[*{key}\]*`", said)] == []


def test_the_site_loads_nothing_from_elsewhere_but_links(site: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    loaded = re.findall(r'<(?:script|img)[^>]+src="([^"]+)"|<link rel="stylesheet" href="([^"]+)"', page)
    assert [a or b for a, b in loaded if (a or b).startswith(("http:", "https:", "//"))] == []
