"""Vectors kept beside the store by the hash of their text, so that no text is embedded twice."""

import json
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph.embedding.embedder import Embedder, Vectors
from graph.files import write_atomically

__all__ = ["VectorCache"]

Keys = NDArray[np.uint64]
Rows = NDArray[np.intp]
_FRESH = 20_000  # vectors of passing texts, such as questions, that are held in memory: 30 MB
_PART = 1024  # texts that are embedded and written at a time; what a killed run has written stays


class VectorCache:
    """Rows of one model in a file that only grows; what its index does not count is not there.

    A run that is killed leaves rows that no index counts, and the next run writes over them.
    Readers see the rows of the index that they opened, whoever writes.
    """

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._folder = folder / embedder.name
        self._embedder = embedder
        self._fresh: dict[int, Vectors] = {}
        self._rows, self._keys, self._order = self._opened()

    @property
    def embedder(self) -> Embedder:
        """What makes the vectors."""
        return self._embedder

    def __len__(self) -> int:
        return len(self._keys)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text; what is not kept is embedded, and kept in memory only."""
        keys = _keys(texts)
        rows = self._kept(keys)
        found = np.empty((len(texts), self._embedder.dimensions), dtype=np.float32)
        found[rows >= 0] = self._rows[rows[rows >= 0]]
        missing = np.flatnonzero(rows < 0).tolist()
        fresh = self._fresh
        self._embed({int(keys[n]): texts[n] for n in missing}, fresh)
        for n in missing:
            found[n] = fresh[int(keys[n])]
        if len(fresh) > _FRESH:
            self._fresh = {}
        return found

    def add(self, texts: Iterable[str], progress: Callable[[int, int], None] = lambda *_: None) -> int:
        """Embed the texts that are not kept yet, keep them on disk, and return how many they were."""
        given = sorted(set(texts))
        keys = _keys(given)
        missing = [(int(keys[n]), given[n]) for n in np.flatnonzero(self._kept(keys) < 0).tolist()]
        for start in range(0, len(missing), _PART):
            progress(start, len(missing))
            part = dict(missing[start : start + _PART])
            self._embed(part, self._fresh)
            self._append(list(part))
        return len(missing)

    def _embed(self, texts: dict[int, str], fresh: dict[int, Vectors]) -> None:
        todo = {k: t for k, t in texts.items() if k not in fresh}
        if todo:
            rows = self._embedder.embed(list(todo.values()))
            fresh.update(zip(todo, rows, strict=True))

    def _kept(self, keys: Keys) -> Rows:
        """Return the row of each key, -1 where it is not kept."""
        if not len(self._keys):
            return np.full(len(keys), -1, np.intp)
        at = np.searchsorted(self._keys, keys, sorter=self._order)
        rows = self._order[np.minimum(at, len(self._order) - 1)]
        return np.where(self._keys[rows] == keys, rows, -1)

    def _opened(self) -> tuple[Vectors, Keys, Rows]:
        index = self._folder / "index.json"
        width = self._embedder.dimensions
        count = json.loads(index.read_text())["rows"] if index.exists() else 0
        if not count:
            return np.empty((0, width), np.float32), np.empty(0, np.uint64), np.empty(0, np.intp)
        rows = np.memmap(self._folder / "rows.f32", np.float32, "r", shape=(count, width))
        keys = np.fromfile(self._folder / "keys.u64", np.uint64, count)
        return rows, keys, np.argsort(keys, kind="stable")

    def _append(self, keys: list[int]) -> None:
        """Write rows behind those that the index counts, then the index."""
        self._folder.mkdir(parents=True, exist_ok=True)
        count = len(self._keys)
        _write_at(self._folder / "keys.u64", count * 8, np.array(keys, np.uint64).tobytes())
        rows = np.array([self._fresh.pop(k) for k in keys], np.float32)
        _write_at(self._folder / "rows.f32", count * 4 * self._embedder.dimensions, rows.tobytes())
        body = json.dumps({"model": self._embedder.name, "rows": count + len(keys)})
        write_atomically(self._folder / "index.json", body.encode())
        self._rows, self._keys, self._order = self._opened()


def _keys(texts: Sequence[str]) -> Keys:
    # 64 bits: among a million texts two share a key with a chance of 3 in 100 million.
    digests = b"".join(blake2b(t.encode("utf-8", "replace"), digest_size=8).digest() for t in texts)
    return np.frombuffer(digests, np.uint64)


def _write_at(file: Path, position: int, content: bytes) -> None:
    with file.open("r+b" if file.exists() else "w+b") as opened:
        opened.seek(position)
        opened.write(content)
        opened.truncate()
