"""The file in which a document was read: whether it is still there unchanged, and its pages as pictures."""

import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Semaphore

from graph.errors import GoldenthreadError, UnreadableFile
from ingest.files import InputFile, content_hash
from ingest.folder import StoreFolder

__all__ = ["Original", "original_of", "page_picture"]

_LONGEST = 20  # seconds that a page may take to be drawn
_MOST_AT_ONCE = Semaphore(2)
_KEPT = 48  # pictures of at most half a megabyte each


@dataclass(frozen=True, slots=True)
class Original:
    """A document's file: 'there' as it was read, 'changed', or 'gone'."""

    state: str
    path: Path | None = None
    sha256: str = ""


def original_of(store: Path, name: str) -> Original:
    """Return what became of the file in which a document of a store was read."""
    register = StoreFolder(store).register()
    path, sha = register.places().get(name), register.documents().get(name, "")
    if path is None:
        return Original("gone")
    holder = next((p for p in (path, *path.parents) if p.is_file()), None)
    if holder is None:
        return Original("gone")
    stat = holder.stat()
    now = _hash_of(path, stat.st_mtime_ns, stat.st_size)
    return Original("there" if now == sha else "changed" if now else "gone", path, sha)


def page_picture(original: Original, page: int, quote: str) -> bytes:
    """Return a page of a PDF as PNG, a quote marked on it; raises UnreadableFile where it cannot be drawn."""
    if original.state != "there" or original.path is None:
        raise UnreadableFile(
            original.path or Path("the file"), "it is no longer as it was read", "read it again"
        )
    return _picture(original.path, original.sha256, page, quote.replace("\0", " "))  # no command can hold it


@lru_cache(_KEPT)
def _picture(path: Path, _sha256: str, page: int, quote: str) -> bytes:
    """Draw in a process of its own, which a hostile file may stop or keep busy without harm."""
    content = InputFile(path, named=True).read()
    command = [sys.executable, "-m", "ingest.readers.pdf_picture", str(page), quote]
    if not _MOST_AT_ONCE.acquire(timeout=_LONGEST):
        raise UnreadableFile(path, "too many pages are drawn at once", "try again in a moment")
    try:
        done = subprocess.run(  # noqa: S603  # the command is ours, the file goes in by the pipe
            command, input=content, capture_output=True, check=True, timeout=_LONGEST
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise UnreadableFile(path, f"page {page} cannot be drawn", "read its text instead") from error
    finally:
        _MOST_AT_ONCE.release()
    return done.stdout


@lru_cache(256)
def _hash_of(path: Path, _modified: int, _size: int) -> str:
    """Return the hash of a file's content, '' where it cannot be read; known again by its time and size."""
    try:
        return content_hash(InputFile(path, named=True).read())
    except GoldenthreadError:
        return ""
