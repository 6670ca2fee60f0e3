"""How files look from outside, by which a change is seen without reading them."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from graph.errors import InputError
from ingest.walk import files_under

__all__ = ["Look", "contents", "look_at", "look_of", "newest"]

Look = Mapping[str, list[int] | None]
"""Files by their paths: size, when written, when changed in any way, number; None for one not there."""


def look_at(paths: Iterable[Path]) -> Look:
    """Return the look of files, and of all that stands in folders."""
    seen: dict[str, list[int] | None] = {}
    for path in paths:
        errors: list[InputError] = []
        for file in files_under(path, errors) if _is_folder(path) else (path,):
            seen[str(file)] = _look(file)
        seen.update((str(error), None) for error in errors)  # a folder that may not be opened
    return seen


def look_of(paths: Iterable[Path]) -> Look:
    """Return the look of files, and of folders themselves: it tells whether anything came or went."""
    return {str(path): _look(path) for path in paths}


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _look(file: Path) -> list[int] | None:
    try:
        told = file.stat()
    except (OSError, ValueError):
        return None
    return [told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino]


def newest(look: Look) -> int:
    """Return when the last of all changes was, in nanoseconds."""
    return max((max(told[1], told[2]) for told in look.values() if told), default=0)


def contents(look: Look, since: int) -> dict[str, str]:
    """Return the content hashes of the files that were changed since a time, in nanoseconds."""
    changed = [file for file, told in look.items() if told and max(told[1], told[2]) >= since]
    return {file: _content(Path(file)) for file in changed}


def _content(file: Path) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
