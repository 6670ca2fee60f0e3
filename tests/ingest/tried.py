"""Lets changes be tried in the test's own process, by the simplest of layouts."""

from pathlib import Path
from time import monotonic, sleep

import pytest

from graph.errors import UsageError
from ingest.job import Job, JobFolder
from ingest.pipeline import ingest
from ingest.trial import Trial
from ingest.uploads import Uploads
from tests.ingest.simple import plan, read_simply, settings

__all__ = ["settled", "store_of_two", "try_here"]

_PATIENCE = 60.0


def store_of_two(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a store with two plans, whose files lie in a folder of their own."""
    read_simply(monkeypatch)
    monkeypatch.setattr("ingest.trial.Trial._learn", lambda _: None)
    (folder / "plans").mkdir()
    for name in ("a", "b"):
        (folder / "plans" / f"{name}.txt").write_text(plan(f"Plan {name}", f"Oak {name.upper()} School"))
    ingest([folder / "plans"], settings(folder / "store"))
    return folder / "store"


def try_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try changes in this process in place of one of their own."""

    def tried(self: Uploads, folder: JobFolder) -> None:
        try:
            Trial(folder, self._store, self._settings).run()
        except UsageError as error:
            folder.tell("problem", {"sentence": str(error)})
        self._settle(folder, "", ended_well=bool(folder.told("preview")))

    monkeypatch.setattr(Uploads, "_try", tried)


def settled(uploads: Uploads, job: Job) -> JobFolder:
    """Wait until a job is ready or has failed."""
    until = monotonic() + _PATIENCE
    while uploads.folder(job.id).job().is_open and monotonic() < until:
        sleep(0.02)
    return uploads.folder(job.id)
