"""What tests of an ingest share: a folder of plans, and where the store goes."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder for plans."""
    (tmp_path / "plans").mkdir()
    return tmp_path / "plans"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return the path of a store that is not there yet."""
    return tmp_path / "store"
