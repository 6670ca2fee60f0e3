"""How much memory a process takes together with all that it began."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

__all__ = ["memory_of_group"]

_PROC = Path("/proc")
_KIBIBYTE = 1024


def memory_of_group(group: int) -> int:
    """Return the bytes that all processes of a group hold; 0 where the system does not tell (all but Linux).

    Memory that several of them share is counted once.
    """
    return sum(map(_memory, _members(group)))


def _members(group: int) -> Iterator[Path]:
    for folder in _PROC.glob("[0-9]*"):
        with suppress(OSError):  # it ended just now
            # The second field is the program's name in brackets, which may hold anything.
            fields = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()
            if int(fields[2]) == group:
                yield folder


def _memory(folder: Path) -> int:
    with suppress(OSError):
        for line in (folder / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * _KIBIBYTE
    return 0
