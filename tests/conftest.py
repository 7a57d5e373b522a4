"""What holds for every test: its own cache, and no configuration of the machine."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    os.environ["CVLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
