"""An ingest that is killed in the middle loses nothing, and the next one makes the store whole."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from tests.ingest.simple import plan, quads, read_simply, settings

ROOT = Path(__file__).parents[2]
MOMENTS = [
    ("ingest.memory", "FindingsFile.write", 1),
    ("ingest.memory", "FindingsFile.write", 3),
    ("graph.files", "Path.replace", 2),
    ("graph.store", "Store.replace_graphs", 1),
    ("graph.store", "Store.replace_graphs", 2),
    ("graph.store", "Store.replace_graphs", 4),
    ("graph.embedding.cache", "_write_at", 1),
    ("graph.embedding.cache", "_write_at", 2),
    ("ingest.register", "Register.write", 1),
    ("ingest.folder", "StoreFolder.forget_others", 1),
    ("ingest.state", "State.write", 1),
    ("ingest.state", "State.write", 2),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(plan(f"Plan {name}", f"Oak {name.upper()} School"))
    return folder


@pytest.fixture
def whole(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return the quads of a store that nobody disturbed."""
    read_simply(monkeypatch)
    ingest([folder], settings(tmp_path / "whole"))
    return quads(tmp_path / "whole")


def ingest_killed(store: Path, folder: Path, moment: tuple[str, str, int]) -> int:
    command = [sys.executable, "-m", "tests.ingest.killed", store, folder, *map(str, moment)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda m: f"{m[1]}-{m[2]}")
def test_the_next_run_makes_the_store_whole(
    moment: tuple[str, str, int], folder: Path, tmp_path: Path, whole: list[bytes]
) -> None:
    store = tmp_path / "store"

    assert ingest_killed(store, folder, moment) == -signal.SIGKILL

    report = ingest([folder], settings(store))

    assert not report.errors
    assert quads(store) == whole


def test_a_killed_change_leaves_the_old_or_the_new(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_simply(monkeypatch)
    store = tmp_path / "store"
    ingest([folder], settings(store))
    before = quads(store)
    (folder / "b.txt").write_text(plan("Plan b").replace("Answer letters", "Answer all letters"))

    assert ingest_killed(store, folder, ("graph.store", "Store.replace_graphs", 1)) == -signal.SIGKILL
    assert quads(store) == before
