"""A change is tried beside the store, previewed, and made at once or not at all."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import UnknownItem, UsageError
from graph.settings import Settings
from graph.store import Store
from ingest.job import Job, JobFolder
from ingest.pipeline import ingest
from ingest.uploads import Uploads
from tests.ingest.simple import plan, quads, settings
from tests.ingest.tried import settled, store_of_two, try_here

ROOT = Path(__file__).parents[2]
NEW = plan("Plan of the hill schools", "Hill Elementary")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return store_of_two(tmp_path, monkeypatch)


@pytest.fixture
def uploads(store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Uploads]:
    """Return the queue, whose changes are tried in this process."""
    try_here(monkeypatch)
    opened = Uploads(settings(store))
    yield opened
    opened.close()


def added(uploads: Uploads, name: str = "new.txt", text: str = NEW) -> JobFolder:
    job = uploads.add(Job.new("add", (name,), "me"), lambda folder: put(folder / name, text))
    return settled(uploads, job)


def put(file: Path, text: str) -> None:
    file.write_text(text)


def names(store: Path) -> list[str]:
    found = Store.open(store).select("SELECT ?l { ?d a gt:SourceDocument ; rdfs:label ?l } ORDER BY ?l")
    return [str(row["l"]) for row in found]


def test_a_preview_tells_what_comes_and_changes_nothing(uploads: Uploads, store: Path) -> None:
    before = quads(store)

    folder = added(uploads)

    told = folder.told("preview")
    assert folder.job().state == "ready"
    assert told["documents"][0]["change"] == "new"
    assert told["documents"][0]["beside"] == ["a.txt", "b.txt"]
    assert {"Plan", "School"} <= {k["type"] for k in told["changes"]["kinds"] if k["counts"]["added"]}
    assert quads(store) == before


def test_what_is_accepted_is_what_an_ingest_would_have_made(uploads: Uploads, store: Path) -> None:
    folder = added(uploads)
    told: list[str] = []
    job = uploads.accept(folder.path.name, lambda j: told.append(j.id))

    assert (job.state, told) == ("accepted", [job.id])
    assert names(store) == ["a.txt", "b.txt", "new.txt"]
    assert (store / "documents" / "new.txt").read_text() == NEW
    after = quads(store)
    report = ingest([store / "documents"], settings(store))
    assert [d.state for d in report.documents] == ["unchanged"]
    assert quads(store) == after


def test_what_is_discarded_leaves_nothing(uploads: Uploads, store: Path) -> None:
    folder = added(uploads)
    uploads.discard(folder.path.name)

    assert names(store) == ["a.txt", "b.txt"]
    assert not folder.trial.exists()
    with pytest.raises(UsageError, match="discarded"):
        uploads.accept(folder.path.name)


def test_a_file_takes_the_place_of_one_with_its_name(uploads: Uploads, store: Path) -> None:
    folder = added(uploads, "a.txt", plan("Plan a", "Elm School"))

    assert [d["change"] for d in folder.told("preview")["documents"]] == ["changed"]
    uploads.accept(folder.path.name)
    assert names(store) == ["a.txt", "b.txt"]


def test_a_name_that_several_documents_have_takes_no_place(uploads: Uploads, store: Path) -> None:
    other = store.parent / "others" / "a.txt"
    other.parent.mkdir()
    other.write_text(plan("Plan of others", "Far School"))
    ingest([other], settings(store))
    assert names(store) == ["b.txt", "others/a.txt", "plans/a.txt"]

    uploads.accept(added(uploads, "a.txt", plan("Plan a again", "Elm School")).path.name)

    assert names(store) == ["b.txt", "documents/a.txt", "others/a.txt", "plans/a.txt"]


def test_a_document_is_taken_out_with_its_file(uploads: Uploads, store: Path) -> None:
    uploads.accept(added(uploads).path.name)
    folder = settled(uploads, uploads.add(Job.new("take out", ("new.txt",), "me")))

    told = folder.told("preview")
    assert [d["change"] for d in told["documents"]] == ["taken out"]
    assert told["changes"]["totals"]["removed"] > 0
    uploads.accept(folder.path.name)
    assert names(store) == ["a.txt", "b.txt"]
    assert not (store / "documents" / "new.txt").exists()


def test_a_change_that_was_overtaken_is_tried_anew(uploads: Uploads, store: Path) -> None:
    first, second = added(uploads), added(uploads, "other.txt", plan("Plan of the valley", "Dale School"))
    uploads.accept(first.path.name)

    job = uploads.accept(second.path.name)
    assert "anew" in job.problem
    folder = settled(uploads, job)
    assert folder.job().state == "ready"
    uploads.accept(folder.path.name)
    assert names(store) == ["a.txt", "b.txt", "new.txt", "other.txt"]


def test_a_bad_file_is_told_by_its_name_and_changes_nothing(uploads: Uploads, store: Path) -> None:
    folder = added(uploads, "bad.zip", "PK\x03\x04 cut off")

    assert folder.job().state == "failed"
    assert "damaged" in folder.job().problem
    assert names(store) == ["a.txt", "b.txt"]


def test_the_first_document_of_all(tmp_path: Path, uploads: Uploads) -> None:
    empty = Uploads(settings(tmp_path / "empty"))
    folder = added(empty)
    empty.accept(folder.path.name)

    assert names(tmp_path / "empty") == ["new.txt"]
    empty.close()


def test_a_server_that_was_stopped_goes_on(uploads: Uploads, store: Path) -> None:
    folder = added(uploads)
    folder.write(replace(folder.job(), state="reading"))

    uploads.start()

    assert settled(uploads, folder.job()).job().state == "ready"


def test_what_is_no_job_is_told(uploads: Uploads) -> None:
    for name in ("none", "..", "../store", ""):
        with pytest.raises(UnknownItem):
            uploads.folder(name)


_ACCEPT = """
import os, signal, sys
from pathlib import Path
from graph.settings import Settings
from ingest.uploads import Uploads
left, whole = int(sys.argv[3]), Path.replace
def killing(*given):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return whole(*given)
Path.replace = killing
Uploads(Settings(store=Path(sys.argv[1]))).accept(sys.argv[2])
"""


@pytest.mark.parametrize("moment", range(1, 9))
def test_an_acceptance_that_is_killed_is_made_or_not(uploads: Uploads, store: Path, moment: int) -> None:
    folder = added(uploads)
    old = quads(store)
    command = [sys.executable, "-c", _ACCEPT, store, folder.path.name, str(moment)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert done.returncode in {-signal.SIGKILL, 0}, done.stderr

    made = names(store) == ["a.txt", "b.txt", "new.txt"]  # whoever opens the store finishes what was begun
    again = Uploads(settings(store))
    again.start()

    assert made == (moment > 1)
    assert made == (quads(store) != old)
    assert made == (store / "documents" / "new.txt").exists()
    assert again.folder(folder.path.name).job().state == ("accepted" if made else "ready")
    assert not ingest([store.parent / "plans"], settings(store)).errors
    again.close()


def test_a_reading_in_a_process_of_its_own_is_ended_at_its_time(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Uploads(Settings(store=store, upload_seconds=0.01))
    folder = added(slow)

    assert folder.job().state == "failed"
    assert "longer than" in folder.job().problem
    assert not folder.trial.exists()
    slow.close()
