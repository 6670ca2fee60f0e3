"""Tries a change on a copy of the store and tells what it would change; a process of its own.

Run as a program: python -m ingest.trial JOB STORE SETTINGS. It ends when the pipe to its parent is closed.
"""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from time import monotonic

from graph.changes import Held, held_items
from graph.errors import GoldenthreadError, ModelUnavailable, StoreMissing, UsageError
from graph.settings import Settings
from graph.store import Store
from ingest.folder import StoreFolder
from ingest.job import Job, JobFolder
from ingest.pipeline import ingest
from ingest.preview import preview, without_folders
from ingest.register import Register
from ingest.report import Report
from ingest.trial_copy import copy_of_store

__all__ = ["Trial"]

_OFTEN = 0.3  # seconds between two words of progress


@dataclass
class Trial:
    """One job's change, tried on a copy of the store."""

    folder: JobFolder
    store: Path
    """The store as people use it, which is only read."""
    settings: Settings
    _last: float = 0.0

    def run(self) -> None:
        """Copy, change, compare, and write down the preview; raises GoldenthreadError."""
        job = self.folder.job()
        self._tell("Copying the store", 0, 0)
        base = copy_of_store(self.store, self.folder.trial)
        before_register = StoreFolder(self.folder.trial).register()
        before = self._held()
        report = self._change(job, before_register)
        self._tell("Learning what can be asked", 0, 0)
        self._learn()
        self._tell("Comparing", 0, 0)
        after = self._held()
        body = preview(self.folder.trial, job, report, before, after, before_register)
        self.folder.tell("base", {"mark": base})
        self.folder.tell("preview", body)

    def _change(self, job: Job, before: Register) -> Report:
        folder = StoreFolder(self.folder.trial)
        settings = self.settings.model_copy(update={"store": self.folder.trial})
        if job.kind == "take out":
            folder.write_register(before.without(set(_paths_of(before, job.names))))
            return ingest([], settings, progress=self._tell)
        if job.kind == "names":
            return ingest([], settings, progress=self._tell)
        folder.prepare()
        folder.write_register(before.without(set(_paths_of(before, job.names))))
        files = [self.folder.documents / name for name in job.names]
        report = ingest(files, settings, district=job.district, progress=self._tell)
        if not report.documents and report.errors:
            raise UsageError(" ".join(report.errors[:5]))
        return self._at_home(report, settings)

    def _at_home(self, report: Report, settings: Settings) -> Report:
        """Let the register name the files where they will lie once the change is accepted."""
        folder = StoreFolder(self.folder.trial)
        named = folder.register()
        moved = named.moved(self.folder.documents.resolve(), (self.store / "documents").resolve())
        folder.write_register(moved)
        if moved.documents() != named.documents():
            ingest([], settings, progress=self._tell)
        return report

    def _held(self) -> Held:
        try:
            return held_items(Store.open(self.folder.trial))
        except StoreMissing:
            return Held({}, {})

    def _learn(self) -> None:
        from graph.ask.opening import open_engine  # noqa: PLC0415  # slow, and not needed where reading failed

        with suppress(ModelUnavailable, StoreMissing):  # told by the ingest
            open_engine(self.settings.model_copy(update={"store": self.folder.trial}))

    def _tell(self, task: str, done: int, total: int) -> None:
        now = monotonic()
        if now - self._last > _OFTEN or not total:
            self._last = now
            self.folder.tell("progress", {"task": task, "done": done, "total": total})


def _paths_of(register: Register, names: tuple[str, ...]) -> list[Path]:
    """Return the files of the documents that go by these names, or lie in archives that do.

    Where several documents share a file's name, each goes by a longer one, and none is meant.
    """
    wanted = {
        sha for name, sha in register.documents().items() if name in names or name.split("/")[0] in names
    }
    return [path for path in register.paths() if register.sha256(path) in wanted]


def _end_with_parent() -> None:
    """End this process when the one that began it is gone."""
    os.read(sys.stdin.fileno(), 1)  # nothing is ever written; it returns when the pipe is closed
    os._exit(1)


def main(job: str, store: str, settings: str) -> int:
    """Try a job's change; tell a problem in a sentence."""
    folder = JobFolder(Path(job))
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        Trial(folder, Path(store), Settings.model_validate_json(settings)).run()
    except GoldenthreadError as error:
        folder.tell("problem", {"sentence": without_folders(str(error), folder.job())})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
