"""Answers questions in processes of their own, one for each processor, so that many people can ask at once.

An answer is computed, not waited for, and Python computes in one thread of a process at a time. The
server itself stays one process: sessions, limits and what it keeps hold for everyone who asks.
"""

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import LifoQueue
from typing import TYPE_CHECKING, Protocol

from graph.errors import Busy, GoldenthreadError
from graph.live import Rest
from graph.settings import Settings

if TYPE_CHECKING:
    from graph.model import Answer

__all__ = ["Answerers", "Answering"]

_LOOK = 1.0  # seconds


class Answering(Protocol):
    """Answers a question after earlier ones, the oldest first."""

    def answer(self, text: str, previous: Sequence[str] = ()) -> "Answer":
        """Return the answer, or the reason why there is none."""


class Answerers:
    """Processes that each hold an engine; a question waits for one that is idle.

    `alone` answers in this process, where another one met an error or ended: so an error is raised here,
    as it is, and a process that was ended costs nobody an answer.
    """

    def __init__(self, settings: Settings, alone: Answering) -> None:
        # Each process has a processor of its own, so threads beside it would only take turns.
        self._settings = settings.model_copy(update={"workers": 1, "threads": settings.threads or 1})
        self._alone = alone
        self._closed = False
        # The one that was busy last is asked first: it remembers most.
        self._idle: LifoQueue[_Worker] = LifoQueue()
        self._all = [_Worker(self._settings) for _ in range(settings.workers)]
        for worker in self._all:
            self._idle.put(worker)

    def answer(self, text: str, previous: Sequence[str] = ()) -> "Answer":
        """Answer a question in the next process that is idle."""
        if self._closed:
            raise Busy("The server is about to end.")
        worker = self._idle.get()
        try:
            found = worker.ask(text, previous)
        finally:
            self._idle.put(worker)
        return found or self._alone.answer(text, previous)

    def close(self) -> None:
        """End all processes."""
        self._closed = True
        for worker in self._all:
            worker.end()


class _Worker:
    """A process that waits for questions; it is started again where it ended."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(self._settings, other), daemon=True)
        self._process.start()
        other.close()

    def ask(self, text: str, previous: Sequence[str]) -> "Answer | None":
        """Return the answer, or None where the process met an error or ended."""
        try:
            self._pipe.send((text, tuple(previous)))
            found: Answer | None = self._pipe.recv()
        except (EOFError, OSError):
            self.end()
            self._start()
            return None
        return found

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _serve(settings: Settings, pipe: Connection) -> None:
    """Answer one question after the other until the other side is gone."""
    from api.deps import House  # noqa: PLC0415  # a house has answerers itself

    house = House(settings)
    try:
        _learn(house.conversation)
        rest = Rest(settings.store)
        while True:
            while not pipe.poll(_LOOK):  # nobody asks, so what changed is learnt now
                if rest.is_new():
                    _learn(house.conversation)
            text, previous = pipe.recv()
            pipe.send(_answer(house.conversation, text, previous))
    except (EOFError, OSError, KeyboardInterrupt):
        return
    finally:
        house.close()


def _learn(opened: Callable[[], Answering]) -> None:
    """Open the engine; what it holds stays, so it is not looked through again and again."""
    gc.unfreeze()  # what the one before held goes
    with suppress(GoldenthreadError):  # told to the first who asks
        opened()
    gc.collect()
    gc.freeze()


def _answer(opened: Callable[[], Answering], text: str, previous: Sequence[str]) -> "Answer | None":
    try:
        return opened().answer(text, previous)
    except GoldenthreadError:
        return None
