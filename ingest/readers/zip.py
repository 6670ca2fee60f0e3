"""ZIP archives: the files in them, each as bytes, within bounds; nothing is unpacked to disk."""

import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from graph.errors import InputError, UnreadableFile
from ingest.readers.kinds import kind_of

__all__ = ["archive_of", "holds", "is_archive", "member_content", "members"]

_MOST_MEMBERS = 2000
_LARGEST = 100_000_000  # bytes of a member
_MOST_BYTES = 1_000_000_000  # bytes of all members
_DENSEST = 300  # times smaller than what comes out of it; above that it is made to fill the memory
_SMALL = 1_000_000  # bytes, which may be as dense as they like
_HEAD = b"PK\x03\x04"
# What zipfile lets through where an archive is cut off, or packed in a way that it does not know.
_DAMAGED = (BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError,
            KeyError)  # fmt: skip


def is_archive(path: Path) -> bool:
    """Tell whether a file is an archive of files, and no Word file or workbook, which are packed alike."""
    try:
        with path.open("rb") as file:
            return file.read(4) == _HEAD and kind_of(path, path.read_bytes()) == "zip"
    except OSError:
        return False


def archive_of(path: Path) -> Path | None:
    """Return the archive in which a file lies, by its path; None for a file of its own."""
    try:
        return next((parent for parent in path.parents if parent.is_file()), None)
    except OSError:
        return None


def holds(archive: Path, path: Path) -> bool:
    """Tell whether an archive holds a file."""
    try:
        with ZipFile(archive) as opened:
            return path.relative_to(archive).as_posix() in opened.namelist()
    except _DAMAGED:
        return False


def members(path: Path, errors: list[InputError]) -> Iterator[Path]:
    """Yield the files of an archive in order, as paths below it; a bad name is told."""
    try:
        with ZipFile(path) as opened:
            infos = [info for info in opened.infolist() if not _is_hidden(info)]
    except _DAMAGED as error:
        errors.append(_damaged(path, error))
        return
    if len(infos) > _MOST_MEMBERS or sum(info.file_size for info in infos) > _MOST_BYTES:
        errors.append(UnreadableFile(path, "the archive holds too much", "unpack it and name its plans"))
        return
    seen: set[str] = set()
    for info in sorted(infos, key=lambda info: info.filename):
        if info.filename in seen:
            continue
        seen.add(info.filename)
        if _leads_out(info.filename):
            why = f"a name in it leads out of the archive ({info.filename[:80]!r})"
            errors.append(UnreadableFile(path, why, "have it packed anew"))
        else:
            yield path / info.filename


def member_content(archive: Path, path: Path) -> bytes:
    """Return the bytes of a file in an archive; raises UnreadableFile."""
    try:
        with ZipFile(archive) as opened:
            info = opened.getinfo(path.relative_to(archive).as_posix())
            if info.flag_bits & 1:
                raise UnreadableFile(path, "it is locked by a password", "unpack the archive first")
            dense = info.file_size > _SMALL and info.file_size > _DENSEST * max(1, info.compress_size)
            if info.file_size > _LARGEST or dense:
                raise UnreadableFile(path, "it would be far larger unpacked than a plan is", "leave it out")
            with opened.open(info) as packed:
                return packed.read(_LARGEST)  # never more than the archive says it holds
    except _DAMAGED as error:
        raise _damaged(path, error) from error


def _is_hidden(info: ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    return info.is_dir() or not parts or parts[0] == "__MACOSX" or any(_is_dotted(part) for part in parts)


def _is_dotted(part: str) -> bool:
    return part.startswith(".") and part != ".."


def _leads_out(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return ".." in parts or name.startswith(("/", "\\")) or "\\" in name or ":" in parts[0] or "\0" in name


def _damaged(path: Path, error: Exception) -> InputError:
    if isinstance(error, PermissionError):
        return UnreadableFile(path, "permission to open it is denied", "change its permissions")
    return UnreadableFile(path, "the archive is damaged or cut off", "get the whole file again")
