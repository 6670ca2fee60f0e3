"""An ingest asked for again is answered without reading, and never where anything could be new."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.again import Again, store_meant
from ingest.pipeline import ingest
from tests.ingest.simple import plan, read_simply, settings


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    read_simply(monkeypatch)
    monkeypatch.setattr("ingest.again._ALIKE", 0)  # tests do not wait for the clock of a file system
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.txt").write_text(plan())


def asked(*options: str, paths: tuple[str, ...] = ("plans",)) -> Again:
    return Again(Path("s"), tuple(map(Path, paths)), options)


def run(again: Again) -> None:
    report = ingest(again.paths, settings(Path("s")))
    assert report.lasting
    again.keep(report.lasting, settings(Path("s")))


def test_it_says_what_the_whole_ingest_says() -> None:
    run(asked())

    told = asked().report()
    assert told
    assert told.as_json() == ingest([Path("plans")], settings(Path("s"))).as_json()
    assert [d.state for d in told.documents] == ["unchanged"]


def test_a_bad_file_is_told_each_time() -> None:
    Path("plans/b.txt").write_text("")
    run(asked())

    told = asked().report()
    assert told
    assert told.errors == ingest([Path("plans")], settings(Path("s"))).errors != ()


def edited_alike() -> None:
    file = Path("plans/a.txt")
    times = file.stat()
    file.write_text(plan().replace("home", "barn"))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def rules_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.again.reader_version", lambda: "other")


CHANGES: dict[str, Callable[[], object]] = {
    "a file of the same size and time": edited_alike,
    "another file": lambda: Path("plans/b.txt").write_text("- Sing"),
    "a file in a new folder": lambda: (Path("plans/n").mkdir(), Path("plans/n/b.txt").write_text("- Sing")),
    "a file that is gone": lambda: Path("plans/a.txt").unlink(),
    "decisions about names": lambda: Path("s/names.yaml").write_text("same: []"),
    "settings in a file": lambda: Path(".env").write_text("GOLDENTHREAD_MODEL=other"),
    "the store's state": lambda: Path("s/state.json").unlink(),
    "what was found": lambda: [file.unlink() for file in Path("s/findings").iterdir()],
    "the store's quads": lambda: Path("s/quads/CURRENT").unlink(),
    "what is remembered": lambda: Path("s/again.json").write_text("{"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_changed_is_left_to_the_ingest(change: Callable[[], object]) -> None:
    run(asked())
    change()

    assert asked().report() is None


def test_other_rules_options_paths_or_variables_are_another_ingest(monkeypatch: pytest.MonkeyPatch) -> None:
    run(asked("False"))

    assert asked("False").report()
    assert asked("True").report() is None
    assert asked("False", paths=("plans/a.txt",)).report() is None
    with monkeypatch.context() as changed:
        changed.setenv("GOLDENTHREAD_NAMES", "other.yaml")
        assert asked("False").report() is None
    rules_changed(monkeypatch)
    assert asked("False").report() is None


def test_a_file_that_changed_during_the_ingest_is_read_by_the_next() -> None:
    again = asked()
    Path("plans/a.txt").write_text(plan("Plan of the hill schools"))
    run(again)

    assert asked().report() is None


def test_changes_too_close_to_be_told_apart_are_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.again._ALIKE", 10**12)
    run(asked())

    assert asked().report() is None


def test_the_store_is_known_without_the_settings_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOLDENTHREAD_STORE", raising=False)
    assert store_meant(Path("x")) == Path("x")
    assert store_meant(None) == Path(".goldenthread")
    monkeypatch.setenv("GOLDENTHREAD_STORE", "y")
    assert store_meant(None) == Path("y")
    Path(".env").write_text("goldenthread_store=z")
    assert store_meant(None) is None
