"""A store that is opened anew when it has changed on disk, so that a server shows what was ingested."""

from pathlib import Path
from threading import Lock

from graph.errors import GoldenthreadError, StoreMissing
from graph.store import Store
from graph.swap import finish_swap

__all__ = ["LiveStore", "Rest"]

_Signature = tuple[tuple[str, int, int], ...]


class LiveStore:
    """Gives the store in a folder, as it is now."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._store: Store | None = None
        self._seen: _Signature = ()

    def get(self) -> Store:
        """Return the store, opened for reading; raises as `Store.open` does."""
        with self._lock:
            now = signature(self.path)
            if self._store is None or now != self._seen:
                self._store = Store.open(self.path)
                self._seen = now
            return self._store


class Rest:
    """Tells when a store was changed and has come to rest, so that nothing is made of it midway."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: _Signature = ()
        self._told: _Signature = ()

    def is_new(self) -> bool:
        """Whether the store is as it was at the last look, and was not told of since it changed."""
        try:
            now = signature(self._path)
        except GoldenthreadError:
            return False
        calm, self._seen = bool(now) and now == self._seen, now
        if not calm or now == self._told:
            return False
        self._told = now
        return True


def signature(path: Path) -> _Signature:
    """Return what tells one state of a store's folder from another."""
    quads = path / "quads"
    finish_swap(path)
    if path.is_dir() and not quads.is_dir():
        raise StoreMissing(path)
    found = [(f.name, f) for f in quads.iterdir()] if quads.is_dir() else []
    return tuple(sorted((name, *_state(file)) for name, file in found if not name.startswith("LOG")))


def _state(file: Path) -> tuple[int, int]:
    try:
        state = file.stat()
    except FileNotFoundError:  # the writer took it away between the listing and this look
        return 0, 0
    return state.st_mtime_ns, state.st_size
