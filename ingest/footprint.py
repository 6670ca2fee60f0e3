"""How much memory a process takes together with all that it began."""

from collections.abc import Iterator
from contextlib import suppress

import psutil

__all__ = ["memory_of"]


def memory_of(process: int) -> int:
    """Return the bytes that a process and all below it hold; 0 where it has ended.

    Memory that several of them share is counted once where the system tells so (Linux), else in each.
    """
    return sum(map(_memory, _family(process)))


def _family(process: int) -> Iterator[psutil.Process]:
    with suppress(psutil.Error):
        top = psutil.Process(process)
        yield top
        yield from top.children(recursive=True)


def _memory(process: psutil.Process) -> int:
    with suppress(psutil.Error):  # it ended just now
        told = process.memory_full_info()
        return int(getattr(told, "pss", told.uss))
    return 0
