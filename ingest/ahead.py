"""Reads the slow ones among many files in other processes, while this one goes through all in order."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ingest.files import InputFile
from ingest.folder import StoreFolder
from ingest.workers import Workers, processors

__all__ = ["Ahead", "Told", "is_slow", "reading_ahead"]

_SLOW = 200_000  # bytes
_SLOW_PDF = 40_000


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one file: the hash of its content if it was read and kept, errors and notes."""

    sha256: str | None
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass
class Ahead:
    """The files that other processes read, each with what will come of it."""

    _coming: dict[Path, "Future[Told]"] = field(default_factory=dict)

    def told(self, file: InputFile) -> Told | None:
        """Wait for what comes of a file; None for one that is to be read here."""
        coming = self._coming.get(file.path)
        return coming.result() if coming else None


@contextmanager
def reading_ahead(
    files: Iterable[InputFile], read: Callable[[StoreFolder, Path, bool], Told], folder: StoreFolder
) -> Iterator[Ahead]:
    """Have other processes read slow files where there are several, and keep them in the store's folder."""
    slow = [*files]
    count = min(processors(), len(slow))
    if count < 2:
        yield Ahead()
        return
    with Workers(count) as workers:
        yield Ahead({file.path: workers.submit(read, folder, file.path, file.named) for file in slow})


def is_slow(path: Path) -> bool:
    """Tell whether a file is so large that its reading takes longer than the start of a process."""
    try:
        size = path.stat().st_size
    except OSError:
        return False  # told where the file is read
    return size >= (_SLOW_PDF if path.suffix.lower() == ".pdf" else _SLOW)
