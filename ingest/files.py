"""The files that a person names, found in folders and opened, each with its content hash."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from graph.errors import EmptyFile, InputError, UnreadableFile
from ingest.readers import zip as archives
from ingest.walk import files_under, unreadable

__all__ = ["InputFile", "content_hash", "find_files", "is_gone"]


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that is to be read; `named` tells that a person named it and not only its folder."""

    path: Path
    named: bool

    def read(self) -> bytes:
        """Return the file's bytes; raises UnreadableFile or EmptyFile."""
        try:
            archive = None if self.path.exists() else archives.archive_of(self.path)
            content = archives.member_content(archive, self.path) if archive else self.path.read_bytes()
        except OSError as error:
            raise unreadable(self.path, error) from error
        if not content.strip():
            raise EmptyFile(self.path)
        return content


def content_hash(content: bytes) -> str:
    """Return the hash by which a file's content is known."""
    return sha256(content).hexdigest()


def find_files(paths: Iterable[Path]) -> tuple[list[InputFile], list[InputError]]:
    """Return the files behind the paths, folders searched to the bottom, and what could not be opened."""
    found: dict[Path, InputFile] = {}
    errors: list[InputError] = []
    for path in paths:
        try:
            if path.is_dir():
                for file in files_under(path, errors):
                    found.setdefault(file.resolve(), InputFile(file.resolve(), named=False))
            elif path.exists():
                found[path.resolve()] = InputFile(path.resolve(), named=True)
            else:
                errors.append(UnreadableFile(path, "there is no such file or folder", "check the path"))
        except OSError as error:
            errors.append(unreadable(path, error))
    files = [inner for file in found.values() for inner in _with_members(file, errors)]
    return sorted(files, key=lambda f: str(f.path)), errors


def _with_members(file: InputFile, errors: list[InputError]) -> Iterator[InputFile]:
    """Yield a file, or the files in it where it is an archive."""
    if archives.is_archive(file.path):
        yield from (InputFile(path, named=False) for path in archives.members(file.path, errors))
    else:
        yield file


def is_gone(path: Path) -> bool:
    """Tell whether a file is surely no longer there; one that cannot be looked at may be."""
    try:
        if path.exists():
            return False
        archive = archives.archive_of(path)
        return archive is None or not archives.holds(archive, path)
    except OSError:
        return False
