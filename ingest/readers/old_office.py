"""Office files of the old binary kinds: which program wrote one, as the streams within are named."""

from pathlib import Path

__all__ = ["is_old_office", "old_kind"]

_HEAD = bytes.fromhex("d0cf11e0a1b11ae1")
_STREAMS = {
    "locked": ("EncryptedPackage",),
    "doc": ("WordDocument",),
    "ppt": ("PowerPoint Document",),
    "xls": ("Workbook", "Book"),
}


def is_old_office(content: bytes) -> bool:
    """Tell whether bytes are a file of streams, as office programs wrote them before 2007."""
    return content.startswith(_HEAD)


def old_kind(path: Path, content: bytes) -> str:
    """Return 'xls', 'doc', 'ppt', 'locked' (by a password), or 'old'; one may hold objects of the others."""
    kinds = [kind for kind, names in _STREAMS.items() if any(_entry(name) in content for name in names)]
    ending = path.suffix.lower().removeprefix(".")
    return ending if ending in kinds else next(iter(kinds), "old")


def _entry(name: str) -> bytes:
    return f"{name}\0".encode("utf-16-le")
