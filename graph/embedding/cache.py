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


class VectorCache:
    """Rows of one model in a file that only grows; what an index does not count is not there.

    A run that is killed leaves rows that no index counts, and the next run writes over them.
    Readers see the rows of the index they opened, whoever writes.
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

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text; what is not kept is embedded, and kept in memory only."""
        keys = [_key(t) for t in texts]
        self._embed({k: t for k, t in zip(keys, texts, strict=True) if self._row(k) is None})
        found = np.empty((len(texts), self._embedder.dimensions), dtype=np.float32)
        for n, key in enumerate(keys):
            row = self._row(key)
            found[n] = self._fresh[key] if row is None or row < 0 else self._rows[row]
        return found

    def add(self, texts: Iterable[str], progress: Callable[[int, int], None] = lambda *_: None) -> int:
        """Embed the texts that are not kept yet, keep them on disk, and return how many they were."""
        missing = {_key(t): t for t in texts}
        missing = {k: t for k, t in missing.items() if self._kept_row(k) is None}
        todo = sorted(missing)
        for start in range(0, len(todo), 512):
            part = todo[start : start + 512]
            progress(start, len(todo))
            self._embed({k: missing[k] for k in part})
            self._append(part)
        return len(todo)

    def _embed(self, texts: dict[int, str]) -> None:
        todo = {k: t for k, t in texts.items() if k not in self._fresh}
        if todo:
            rows = self._embedder.embed(list(todo.values()))
            self._fresh.update(zip(todo, rows, strict=True))

    def _row(self, key: int) -> int | None:
        """Return the row of a key, -1 where it is in memory only, None where it is not known."""
        return -1 if key in self._fresh else self._kept_row(key)

    def _kept_row(self, key: int) -> int | None:
        sought = np.uint64(key)
        at = int(np.searchsorted(self._keys, sought, sorter=self._order))
        if at < len(self._order) and self._keys[self._order[at]] == sought:
            return int(self._order[at])
        return None

    def _opened(self) -> tuple[Vectors, Keys, NDArray[np.intp]]:
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


def _key(text: str) -> int:
    # 64 bits: among a million texts two share a key with a chance of 3 in 100 million.
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def _write_at(file: Path, position: int, content: bytes) -> None:
    with file.open("r+b" if file.exists() else "w+b") as opened:
        opened.seek(position)
        opened.write(content)
        opened.truncate()
