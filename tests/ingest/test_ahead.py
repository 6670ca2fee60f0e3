"""Slow files are read by other processes, and the store is the same as if one had read them all."""

from pathlib import Path

import pytest

from ingest import ahead, reading
from ingest.folder import StoreFolder
from ingest.reading import Reading
from tests.ingest.readers.files import pdf

ROWS = [["Action", "Person responsible", "Timeline"], ["Buy books for every room", "Ms Reed", "May 2025"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("Oak", "Elm", "Ash"):
        parts = [("h1", f"Plan of the {name} Department"), ROWS]
        (folder / f"{name}.pdf").write_bytes(pdf(parts))
    (folder / "Bad.pdf").write_bytes(b"%PDF-1.4 nothing more")
    return folder


def read(folder: Path, store: Path) -> tuple[dict[str, str], list[str], dict[str, bytes]]:
    """Return what was read, the errors, and what was kept."""
    found = Reading(StoreFolder(store))
    fresh = {path.name: sha for path, sha in found.read([folder]).items()}
    return fresh, found.errors, {p.name: p.read_bytes() for p in (store / "findings").iterdir()}


def test_the_same_is_kept_whoever_reads(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = read(folder, tmp_path / "alone")
    monkeypatch.setattr(reading, "is_slow", lambda _: True)
    monkeypatch.setattr(ahead, "processors", lambda: 2)

    assert read(folder, tmp_path / "several") == alone
    assert len(alone[0]) == 3
    assert len(alone[1]) == 1


def test_what_was_read_by_another_is_handed_on_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "Copy.pdf").write_bytes((folder / "Oak.pdf").read_bytes())
    monkeypatch.setattr(reading, "is_slow", lambda _: True)
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    handed: list[str] = []
    found = Reading(
        StoreFolder(tmp_path / "s"), on_read=lambda k: handed.append(k.findings.document.source.sha256)
    )
    fresh = found.read([folder])

    assert len(fresh) == 4
    assert sorted(handed) == sorted(set(fresh.values()))


def test_nothing_is_asked_of_others_where_nothing_is_new(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "is_slow", lambda _: True)
    (folder / "Bad.pdf").unlink()
    read(folder, tmp_path / "s")
    monkeypatch.setattr(ahead, "Workers", lambda _: pytest.fail("a process was started"))
    locked: list[int] = []
    Reading(StoreFolder(tmp_path / "s"), on_new=lambda: locked.append(1)).read([folder])

    assert not locked
