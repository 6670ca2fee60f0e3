"""Files beside the store, written so that a reader finds the old or the new one and never a half."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["replacing", "write_atomically"]


def write_atomically(path: Path, content: bytes) -> None:
    """Put a file in place of the one that is there, in one step."""
    with replacing(path) as part, part.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path to write to; what stands there at the end takes the place of the file in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
