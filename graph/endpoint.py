"""Answers SPARQL queries of strangers in a process of its own, which is ended when one takes too long.

The engine cannot be told to stop, so a query that never ends can only be ended with its process.
"""

import sys
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Final

from graph.errors import Busy, GoldenthreadError, QueryError, StoreError
from graph.live import LiveStore
from graph.no_network import give_up_network
from graph.readonly import refuse_writing
from graph.settings import Settings

if sys.platform != "win32":
    import resource

__all__ = ["Endpoint"]

_START: Final = 30.0  # seconds that a new process may take before it listens
_MEMORY: Final = 4 * 2**30  # bytes of address space for one process
_LONGEST: Final = 64 * 2**20  # bytes of one result
_WAITING: Final = 3  # queries that may wait for each process; those beyond are sent away at once


@dataclass(frozen=True, slots=True)
class _Answer:
    """What comes back from the process; errors travel as words, for some take more than words to build."""

    body: bytes = b""
    refused: str = ""
    words: str = ""


_BUSY = "Too many queries run at once; try again in a few seconds."
_REFUSALS: dict[str, type[GoldenthreadError]] = {"query": QueryError, "store": StoreError}


class Endpoint:
    """Runs read-only queries with limits on time, rows and bytes, in a few processes that have no network."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._idle: list[_Worker] = []
        self._running = BoundedSemaphore(settings.query_processes)
        self._admitted = BoundedSemaphore(settings.query_processes * (_WAITING + 1))

    def query(self, text: str, form: str) -> bytes:
        """Return the result of a query in a W3C format.

        Raises QueryError for updates, SERVICE, bad syntax, and queries over the limits; Busy where too many
        run already.
        """
        refuse_writing(text)
        if not self._admitted.acquire(blocking=False):
            raise Busy(_BUSY)
        try:
            return self._asked(text, form)
        finally:
            self._admitted.release()

    def _asked(self, text: str, form: str) -> bytes:
        """Wait for a process and return what it says."""
        if not self._running.acquire(timeout=self._settings.query_seconds):
            raise Busy(_BUSY)
        try:
            worker = self._take()
            answer = worker.ask(text, form, self._settings.query_rows, self._settings.query_seconds)
            with self._lock:
                self._idle.append(worker)
        finally:
            self._running.release()
        if answer.refused:
            raise _REFUSALS[answer.refused](answer.words)
        return answer.body

    def close(self) -> None:
        """End all processes."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.end()

    def _take(self) -> "_Worker":
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return _Worker(self._settings.store)


class _Worker:
    """A process that holds the store open and waits for queries."""

    def __init__(self, path: Path) -> None:
        context = get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(path, other), daemon=True)
        self._process.start()
        other.close()
        if not self._started():
            self.end()
            raise QueryError("The query process did not start; try again.")

    def _started(self) -> bool:
        """Wait until the process listens; False where it takes too long or ended before it could."""
        try:
            return self._pipe.poll(_START) and self._pipe.recv() == "ready"
        except EOFError:
            return False

    def ask(self, text: str, form: str, rows: int, seconds: float) -> "_Answer":
        """Return the result or why there is none; raises QueryError where the process had to be ended."""
        try:
            self._pipe.send((text, form, rows))
            if self._pipe.poll(seconds):
                answer: _Answer = self._pipe.recv()
                return answer
        except (EOFError, OSError) as error:
            self.end()
            raise QueryError("The query needs too much memory; add a LIMIT or ask for less.") from error
        self.end()
        raise QueryError(f"The query ran longer than {seconds:g} seconds; ask for less.")

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _serve(path: Path, pipe: Connection) -> None:
    """Answer one query after the other until the other side is gone."""
    _limit_memory()
    give_up_network()
    live = LiveStore(path)
    pipe.send("ready")
    try:
        while True:
            text, form, rows = pipe.recv()
            pipe.send(_answer(live, text, form, rows))
    except (EOFError, KeyboardInterrupt):
        return


def _answer(live: LiveStore, text: str, form: str, rows: int) -> _Answer:
    try:
        body = live.get().serialize_query(text, form, rows)
    except QueryError as error:
        return _Answer(refused="query", words=str(error))
    except OSError:  # what the engine raises where a query would have left this machine
        return _Answer(refused="query", words="SERVICE is refused: queries read this store alone.")
    except StoreError as error:
        return _Answer(refused="store", words=str(error))
    if len(body) > _LONGEST:
        words = f"The result is longer than {_LONGEST // 2**20} MiB; add a LIMIT or ask for less."
        return _Answer(refused="query", words=words)
    return _Answer(body=body)


def _limit_memory() -> None:
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
