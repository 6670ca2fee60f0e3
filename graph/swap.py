"""Puts a store that stands ready in the place of another, whole even where it is cut off in the middle.

What is to be done is written down first, in one file; from then on the change is certain. Whoever opens the
store next does what is left of it. Readers that had the store open go on with what they had.
"""

import ctypes
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from graph.errors import StoreLocked
from graph.files import write_atomically

try:
    import fcntl
except ImportError:  # Windows; there one server at a time must do
    fcntl = None  # type: ignore[assignment]

__all__ = ["finish_swap", "locked_for_swap", "swap"]

_FILE = "swap.json"
_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE

Move = tuple[Path, Path]


def swap(store: Path, ready: Path, names: Sequence[str], moves: Sequence[Move] = ()) -> None:
    """Put the named files and folders of a ready store in the place of a store's own, then move files.

    All paths lie below the store. Call it with the lock held.
    """
    folders = {n: (ready / n).stat().st_ino for n in names if (ready / n).is_dir()}
    files = [(ready / n, store / n) for n in names if (ready / n).is_file()]
    body = {
        "ready": str(ready.relative_to(store)),
        "folders": folders,
        "moves": [[str(p.relative_to(store)) for p in move] for move in (*files, *moves)],
    }
    write_atomically(store / _FILE, json.dumps(body).encode())
    finish_swap(store)


def finish_swap(store: Path) -> None:
    """Do what is left of a change that was written down; does nothing where there is none."""
    file = store / _FILE
    if not file.exists():
        return
    with suppress(FileNotFoundError), file.open("rb") as opened, _alone(opened.fileno()):
        if not os.path.samestat(os.fstat(opened.fileno()), file.stat()):  # done, and the next one written
            finish_swap(store)
            return
        body: dict[str, Any] = json.loads(opened.read())
        for name, number in body["folders"].items():
            if not (store / name).exists() or (store / name).stat().st_ino != number:
                _exchange(store / body["ready"] / name, store / name)
        for source, target in body["moves"]:
            (store / target).parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):  # moved before the last run was cut off
                (store / source).replace(store / target)
        file.unlink()


@contextmanager
def locked_for_swap(store: Path) -> Iterator[None]:
    """Keep all writers out while a store is changed; raises StoreLocked where one writes already."""
    lock = store / "quads" / "LOCK"
    if fcntl is None or not lock.exists():
        yield
        return
    with lock.open("r+b") as opened:
        try:
            fcntl.lockf(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the very lock that the engine takes
        except OSError as error:
            raise StoreLocked(store) from error
        yield


@contextmanager
def _alone(file: int) -> Iterator[None]:
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX)  # given back when the file is closed
    yield


def _exchange(ready: Path, old: Path) -> None:
    """Let two folders change places in one step, or in two where the system has no such step."""
    if not old.exists():
        ready.rename(old)
        return
    libc = ctypes.CDLL(None, use_errno=True)
    with suppress(AttributeError):
        if libc.renameat2(_HERE, os.fsencode(ready), _HERE, os.fsencode(old), _EXCHANGE) == 0:
            return
    aside = ready.with_name(f"{ready.name}.old")
    old.rename(aside)
    ready.rename(old)
