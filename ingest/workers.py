"""A few processes beside this one, so that slow reading uses all that the machine has."""

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

__all__ = ["Workers", "processors"]

_MOST = 4  # processes; each holds a reader and its file
_WITHIN = "GOLDENTHREAD_WORKER"  # set in the environment of a worker, which starts none of its own

_Result = TypeVar("_Result")


def processors() -> int:
    """Return how many processes may work at the same time here; 1 within a worker."""
    if os.environ.get(_WITHIN):
        return 1
    try:
        return min(_MOST, len(os.sched_getaffinity(0)))
    except AttributeError:  # not on all systems
        return min(_MOST, os.cpu_count() or 1)


class Workers:
    """Processes that call functions of the program; they end with this one, however it ends.

    They are started as modules and not by multiprocessing, which would run the caller's own script again.
    """

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(count)
        self._own = threading.local()
        self._ended = False
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._started:
            process.kill()
        self._threads.shutdown()
        for process in self._started:
            process.communicate()

    def submit(self, function: Callable[..., _Result], *given: Any) -> "Future[_Result]":
        """Call a function of a module in a process, or here where the process fails at it."""
        return self._threads.submit(self._call, function, *given)

    def map(self, function: Callable[..., _Result], calls: Iterable[tuple[Any, ...]]) -> Iterator[_Result]:
        """Yield the results of calls, in their order."""
        waiting = [self.submit(function, *given) for given in calls]
        return (future.result() for future in waiting)

    def _call(self, function: Callable[..., _Result], *given: Any) -> _Result:
        """Have the process of this thread call; where it cannot, call here."""
        process: subprocess.Popen[bytes] | None = getattr(self._own, "process", None)
        try:
            if process is None or process.poll() is not None:
                process = self._own.process = self._start()
            if process.stdin is None or process.stdout is None:
                return function(*given)
            pickle.dump((function, given), process.stdin)
            process.stdin.flush()
            result: _Result = pickle.load(process.stdout)  # noqa: S301  # written by our own process
        except (OSError, EOFError, pickle.PickleError):
            if self._ended:
                raise CancelledError from None
            return function(*given)
        return result

    def _start(self) -> "subprocess.Popen[bytes]":
        path = os.pathsep.join(part or str(Path.cwd()) for part in sys.path)
        process = subprocess.Popen(
            [sys.executable, "-m", "ingest.workers"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path, _WITHIN: "1"},
        )
        self._started.append(process)
        return process


def _serve() -> None:
    """Call what is asked for until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asks decides
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    with suppress(EOFError, BrokenPipeError):
        while True:
            function, given = pickle.load(asked)  # noqa: S301  # written by our own process
            pickle.dump(function(*given), answers)  # where this fails, the one who asks calls the function
            answers.flush()


if __name__ == "__main__":
    _serve()
