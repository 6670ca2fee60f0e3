"""What all tests share: the sample plans, a store of them, and the real plans where they are."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from graph.store import Store
from tests.district.make import fill

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the real plans where they do not stand beside the checkout."""
    if (SHARED / "plans").is_dir():
        return
    absent = pytest.mark.skip(reason="the shared folder with the real plans is not beside the checkout")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(absent)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of the real plans and the scorers; use with the mark `shared`."""
    return SHARED


@pytest.fixture(scope="session")
def sample() -> Path:
    """Return the folder of the project's own plans."""
    return ROOT / "sample"


@pytest.fixture(scope="session")
def sample_store(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a store into which the sample plans were read once."""
    return filled(tmp_path_factory.mktemp("sample") / "store", sample)


@pytest.fixture(scope="session")
def real_store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a store into which the real plans were read once; use with the mark `shared`."""
    return filled(tmp_path_factory.mktemp("real") / "store", shared / "plans")


def filled(store: Path, plans: Path) -> Path:
    """Return the folder of a store into which a folder of plans was read."""
    command = [Path(sys.executable).parent / "goldenthread", "ingest", plans, "--store", store]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return store


@pytest.fixture(scope="session")
def district() -> Store:
    """Return a store, in memory, that holds the small invented district."""
    store = Store.in_memory()
    fill(store)
    return store


@pytest.fixture(scope="session")
def district_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a store that holds the small invented district; do not write to it."""
    path = tmp_path_factory.mktemp("district") / "store"
    with Store.writing(path) as store:
        fill(store)
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the installed browser, opened once."""
    sandbox = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield opened
        opened.close()
