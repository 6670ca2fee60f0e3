"""Keeps what was learnt of a store in a file beside it, so that the next question need not learn it again.

The file is only a copy: where it is missing, damaged, of another version of the program or of another
state of the store, it is made again; where it cannot be written, it is kept in memory.
"""

import sqlite3
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from graph.ask.homes import Home
from graph.ask.kept import DAMAGED, Kept, fill
from graph.ask.learnt import Learnt
from graph.ask.version import engine_version
from graph.files import replacing

__all__ = ["Shelf"]

_FILE = "questions.sqlite"
Parts = Iterable[tuple[Home, Learnt]]


class Shelf:
    """The file in which what was learnt of a store is kept, good for one state of the store."""

    def __init__(self, folder: Path, state: str) -> None:
        self._file = folder / _FILE
        self._key = sha256(f"{engine_version()}\n{state}".encode()).hexdigest() if state else ""

    def open(self) -> Kept | None:
        """Return what was learnt of the store as it is now, or None where that is not kept whole."""
        if not self._key or not self._file.is_file():
            return None
        try:
            kept = Kept(_connected(self._file))
            return kept if kept.key == self._key else None
        except DAMAGED:
            return None

    def keep(self, learn: Callable[[], Parts], names: frozenset[str] = frozenset()) -> Kept:
        """Keep what is learnt, in memory where it cannot be written; `names` are the classes with names."""
        try:
            if self._key:
                self._write(learn(), names)
                return Kept(_connected(self._file))
        except (OSError, sqlite3.Error):
            pass  # a folder or a disk that takes no file
        opened = sqlite3.connect(":memory:", check_same_thread=False)
        fill(opened, self._key, learn(), names)
        return Kept(opened)

    def _write(self, parts: Parts, names: frozenset[str]) -> None:
        with replacing(self._file) as part:
            part.unlink(missing_ok=True)
            opened = sqlite3.connect(part)
            try:
                fill(opened, self._key, parts, names)
            finally:
                opened.close()


def _connected(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
