"""The files of a folder and its folders, without those that nobody means: hidden ones, and stores of ours."""

from collections.abc import Iterator
from pathlib import Path

from graph.errors import InputError, UnreadableFile

__all__ = ["files_under", "unreadable"]


def files_under(folder: Path, errors: list[InputError]) -> Iterator[Path]:
    """Yield the files of a folder and its folders in order; hidden ones and stores are left out."""
    try:
        entries = [(entry, entry.is_dir()) for entry in sorted(folder.iterdir())]
    except OSError as error:
        errors.append(unreadable(folder, error))
        return
    for entry, is_folder in entries:
        if entry.name.startswith(".") or (is_folder and _is_store(entry)):
            continue
        if is_folder:
            yield from files_under(entry, errors)
        else:
            yield entry


def _is_store(folder: Path) -> bool:
    """Tell whether a folder is a store of ours, which holds no plans; one that is closed is told later."""
    try:
        return (folder / "quads" / "CURRENT").exists()
    except OSError:
        return False


def unreadable(path: Path, error: OSError) -> UnreadableFile:
    """Return the sentence for what the operating system says about a file."""
    if isinstance(error, PermissionError):
        return UnreadableFile(path, "permission to open it is denied", "change its permissions")
    reason = (error.strerror or "it cannot be opened").lower()
    return UnreadableFile(path, reason, "check that it is there and can be opened")
