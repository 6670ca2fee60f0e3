"""The queue of wished changes: each is tried in a process of its own, previewed, then accepted or not."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread
from time import monotonic

from graph.errors import UnknownItem, UsageError
from graph.settings import Settings
from graph.swap import finish_swap, locked_for_swap, swap
from ingest.footprint import memory_of
from ingest.job import Job, JobFolder
from ingest.register import Register
from ingest.trial_copy import PARTS, mark_of_store

__all__ = ["Uploads"]

_FOLDER = "uploads"
_KEPT = 30  # jobs that are done and still listed
_LOOK = 0.2  # seconds
_MEGABYTE = 2**20


class Uploads:
    """The jobs of one store. One at a time is tried; the others wait."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._store = settings.store.absolute()
        self._longest = settings.upload_seconds
        self._changed = Condition()
        self._worker: Thread | None = None
        self._closed = False

    def start(self) -> None:
        """Finish what a server that was stopped left undone."""
        if not (self._store / _FOLDER).is_dir():
            return
        finish_swap(self._store)
        for folder in self._folders():
            state = folder.job().state
            if state == "reading":
                folder.to("waiting")
            elif state == "ready" and not (folder.trial / "register.json").exists():
                folder.to("accepted")  # the change was made, and the server stopped before it said so
        self._clear()
        if any(job.is_open for job in self.jobs()):
            self._wake()

    def close(self) -> None:
        """Stop; a job that is being read waits for the next start."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._worker is not None:
            self._worker.join(10)

    def jobs(self) -> list[Job]:
        """Return all jobs, the newest first."""
        return [folder.job() for folder in self._folders()][::-1]

    def folder(self, id_: str) -> JobFolder:
        """Return where a job is kept; raises UnknownItem."""
        found = next((f for f in self._folders() if f.path.name == id_), None)
        if found is None:
            raise UnknownItem(id_)
        return found

    def add(self, job: Job, fill: Callable[[Path], None] = lambda _: None) -> Job:
        """Take a new job into the queue; `fill` puts its files into a folder."""
        folder = JobFolder(self._store / _FOLDER / job.id)
        try:
            folder.documents.mkdir(parents=True)
            fill(folder.documents)
        except BaseException:
            shutil.rmtree(folder.path, ignore_errors=True)
            raise
        folder.write(job)
        self._wake()
        return job

    def accept(self, id_: str, telling: Callable[[Job], None] = lambda _: None) -> Job:
        """Put the tried copy in the place of the store; raises UsageError where that is not to be done.

        Where the store was changed since the copy was made, the change is tried anew. `telling` is called
        just before the change is made, so that none is ever made untold.
        """
        with self._changed:
            folder = self.folder(id_)
            _refuse_unless(folder.job(), "ready")
            with locked_for_swap(self._store):
                if folder.told("base").get("mark") != mark_of_store(self._store):
                    folder.to("waiting", "The store was changed meanwhile; the preview is made anew.")
                    self._wake_locked()
                    return folder.job()
                telling(folder.job())
                names = [name for name in PARTS if (folder.trial / name).exists()]
                swap(self._store, folder.trial, names, [*self._moves(folder)])
            job = folder.to("accepted")
            self._clear()
            return job

    def discard(self, id_: str) -> Job:
        """Give a job up, whatever it came to; nothing of it stays but its name."""
        with self._changed:
            folder = self.folder(id_)
            if folder.job().state == "accepted":
                raise UsageError("This change was accepted already; take its documents out again instead.")
            job = folder.to("discarded")
            self._changed.notify_all()
            for part in (folder.trial, folder.documents):
                shutil.rmtree(part, ignore_errors=True)
            return job

    def _moves(self, folder: JobFolder) -> Iterator[tuple[Path, Path]]:
        """Yield which files lie elsewhere after the change: new ones come, those of no document go."""
        now = Register.read(folder.trial / "register.json").paths()
        home = self._store / "documents"
        wanted = {parent for path in now for parent in (path, *path.parents)}
        for path in sorted(folder.documents.iterdir()) if folder.documents.is_dir() else ():
            if (home / path.name).resolve() in wanted:
                yield path, home / path.name
        for path in sorted(home.iterdir()) if home.is_dir() else ():
            if path.resolve() not in wanted:
                yield path, folder.path / "gone" / path.name

    def _folders(self) -> list[JobFolder]:
        root = self._store / _FOLDER
        found = sorted(root.iterdir()) if root.is_dir() else []
        return [JobFolder(path) for path in found if (path / "job.json").is_file()]

    def _wake(self) -> None:
        with self._changed:
            self._wake_locked()

    def _wake_locked(self) -> None:
        if self._worker is None or not self._worker.is_alive():
            self._worker = Thread(target=self._work, name="uploads", daemon=True)
            self._worker.start()

    def _work(self) -> None:
        while True:
            with self._changed:
                waiting = [f for f in self._folders() if f.job().state == "waiting"]
                if not waiting or self._closed:
                    self._worker = None
                    return
                folder = waiting[0]
                folder.to("reading", folder.job().problem)
            self._try(folder)

    def _try(self, folder: JobFolder) -> None:
        """Run the job's process to its end, to its time, or until it is given up."""
        for name in ("progress", "preview", "problem"):
            (folder.path / f"{name}.json").unlink(missing_ok=True)
        command = [sys.executable, "-m", "ingest.trial", str(folder.path), str(self._store)]
        process = subprocess.Popen(  # noqa: S603  # the command is ours
            [*command, self._settings.model_dump_json()],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = monotonic() + self._longest
        too_much = ""
        with process:
            while process.poll() is None and not self._is_given_up(folder) and not too_much:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_LOOK)
                too_much = self._too_much(process, until)
            _end(process)
        with self._changed:
            if self._closed or folder.job().state != "reading":
                return
            self._settle(folder, too_much, ended_well=process.returncode == 0)

    def _too_much(self, process: "subprocess.Popen[bytes]", until: float) -> str:
        """Return in a sentence of what a reading that still runs has taken too much, or nothing."""
        if process.poll() is not None:
            return ""
        if monotonic() >= until:
            return f"Reading took longer than {self._longest / 60:.0f} minutes; leave out the longest file."
        most = self._settings.upload_memory
        if memory_of(process.pid) <= most * _MEGABYTE:
            return ""
        return (
            f"Reading this needs more than {most:,} MB of memory; read it with the command line "
            "(goldenthread ingest), or raise GOLDENTHREAD_UPLOAD_MEMORY."
        )

    def _is_given_up(self, folder: JobFolder) -> bool:
        return self._closed or folder.job().state != "reading"

    def _settle(self, folder: JobFolder, too_much: str, *, ended_well: bool) -> None:
        if ended_well and folder.told("preview"):
            folder.to("ready", folder.job().problem)
            return
        shutil.rmtree(folder.trial, ignore_errors=True)
        said = too_much or folder.told("problem").get("sentence", "")
        folder.to(
            "failed", said or "The reading was cut off; leave out files one by one to see which did it."
        )

    def _clear(self) -> None:
        """Take away what jobs that are done still take up, and the oldest of them wholly."""
        done = [f for f in self._folders() if f.job().state in {"accepted", "discarded", "failed"}]
        for folder in done:
            for part in ("store", "gone", "documents"):
                shutil.rmtree(folder.path / part, ignore_errors=True)
        for folder in done[:-_KEPT]:
            shutil.rmtree(folder.path, ignore_errors=True)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process that still runs, and all that it began."""
    if process.poll() is None:
        with suppress(ProcessLookupError, AttributeError):  # it ended just now; or a system without groups
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()


def _refuse_unless(job: Job, state: str) -> None:
    if job.state != state:
        raise UsageError(f"This change is {job.state}, not {state}; look at it again.")
