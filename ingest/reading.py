"""Reads what is new or changed among the files, and keeps what was found; a bad file stops no other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import GoldenthreadError
from ingest.ahead import Told, is_slow, reading_ahead
from ingest.files import InputFile, content_hash, find_files
from ingest.folder import StoreFolder
from ingest.progress import Progress, silent
from ingest.readers import has_reader

if TYPE_CHECKING:
    from ingest.memory import Kept

__all__ = ["Reading", "read_one"]


@dataclass
class Reading:
    """One reading of the files that a person named."""

    folder: StoreFolder
    on_new: Callable[[], object] = lambda: None
    on_read: Callable[["Kept"], None] = lambda _: None
    progress: Progress = silent
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    news: set[str] = field(default_factory=set)
    """The notes that are told once, when a file is read."""
    _taken: set[str] = field(default_factory=set)

    def read(self, paths: Iterable[Path]) -> dict[Path, str]:
        """Return the files that could be read, each with the hash of its content."""
        files, errors = find_files(paths)
        self.errors.extend(str(e) for e in errors)
        fresh: dict[Path, str] = {}
        slow = [file for file in files if is_slow(file.path) and self._is_new(file)]
        if len(slow) > 1:
            self.on_new()
        with reading_ahead(slow, read_one, self.folder) as ahead:
            for n, file in enumerate(files):
                self.progress(f"Reading {file.path.name}", n, len(files))
                told = ahead.told(file)
                sha = self._read_safely(file) if told is None else self._take(told)
                if sha is not None:
                    fresh[file.path] = sha
        return fresh

    def _is_new(self, file: InputFile) -> bool:
        """Tell whether a file is to be read, and was not before."""
        try:
            content = file.read()
        except GoldenthreadError:
            return False  # told where the file is read
        wanted = file.named or has_reader(file.path, content)
        return wanted and not self.folder.kept(content_hash(content)).exists()

    def _take(self, told: Told) -> str | None:
        """Take what another process told of a file that it read and kept."""
        self.errors.extend(told.errors)
        self._tell_once(told.notes)
        if told.sha256 is not None and told.sha256 not in self._taken:
            self._taken.add(told.sha256)
            self.on_read(self.folder.kept(told.sha256).read())
        return told.sha256

    def _read_safely(self, file: InputFile) -> str | None:
        try:
            return self._read(file)
        except GoldenthreadError as error:
            self.errors.append(str(error))
            return None

    def _read(self, file: InputFile) -> str | None:
        """Read a file, if its content was not read before, and return its hash; None if it is left out."""
        content = file.read()
        sha = content_hash(content)
        if self.folder.kept(sha).exists():
            return sha
        if not file.named and not has_reader(file.path, content):
            self.notes.append(f"{file.path}: left out, because no reader knows this kind of file.")
            return None
        self.on_new()
        from ingest.found import found_in  # noqa: PLC0415  # slow, and a run in which nothing is new needs none

        own = self.folder.own
        found = found_in(
            file.path, content, sha, partial(self._tell, file.path.name), own.forms if own else ()
        )
        if own:
            own.learn(sha, found.findings.document.source.raw)
        kept = self.folder.kept(sha)
        found.findings.own = kept.mark
        kept.write(found)
        self._tell_once(f"{file.path}: {note}" for note in found.findings.document.notes)
        self.on_read(found)
        return sha

    def _tell_once(self, notes: Iterable[str]) -> None:
        told = [*notes]
        self.notes.extend(told)
        self.news.update(told)

    def _tell(self, name: str, done: int, total: int) -> None:
        self.progress(f"Reading the pages of {name}", done, total)


def read_one(folder: StoreFolder, path: Path, named: bool) -> Told:
    """Read one file and keep what is found in the store's folder, for a process beside the one that asks."""
    reading = Reading(folder)
    sha = reading._read_safely(InputFile(path, named))
    return Told(sha, tuple(reading.errors), tuple(reading.notes))
