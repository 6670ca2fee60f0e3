"""Looks at a packed office file before it is opened: its size unpacked, passwords, entities."""

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from graph.errors import UnreadableFile

__all__ = ["check_packed"]

_MOST_BYTES = 400_000_000  # of all parts together, unpacked
_MOST_OF_XML = 80_000_000  # of a part that is taken apart
_HEAD = 8192  # bytes of a part in which it may declare entities


def check_packed(path: Path, content: bytes) -> None:
    """Raise UnreadableFile where a file would fill the memory, is locked, damaged, or declares entities."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise UnreadableFile(path, "it is locked by a password", "save it without one")
            if _is_too_large(parts):
                raise UnreadableFile(path, "it is far larger unpacked than a plan is", "leave it out")
            if any(_declares_entities(archive, part) for part in parts if part.filename.endswith(".xml")):
                raise UnreadableFile(path, "its XML declares entities, as an attack does", "leave it out")
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError):
        return  # what opens the file tells of it


def _is_too_large(parts: list[ZipInfo]) -> bool:
    xml = (part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    return sum(part.file_size for part in parts) > _MOST_BYTES or max(xml, default=0) > _MOST_OF_XML


def _declares_entities(archive: ZipFile, part: ZipInfo) -> bool:
    with archive.open(part) as file:
        head = file.read(_HEAD)
    return b"<!ENTITY" in head or b"<!DOCTYPE" in head or "<!DOCTYPE".encode("utf-16-le") in head
