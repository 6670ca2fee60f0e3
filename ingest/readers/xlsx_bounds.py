"""Keeps a workbook that would fill the memory from being opened: sizes and ranges are looked at first."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from graph.errors import UnreadableFile

__all__ = ["check_bounds"]

_MOST_BYTES = 100_000_000  # of all parts together, unpacked
_MOST_OF_A_PART = 40_000_000  # openpyxl takes about ten times the size of a sheet's XML
_MOST_CELLS = 200_000  # that merged ranges and links cover; openpyxl makes an object of each
_RANGE = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^<>]{0,400}?\bref=\"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})\""
)


def check_bounds(path: Path, content: bytes) -> None:
    """Raise UnreadableFile where a workbook is too large, encrypted or damaged."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise UnreadableFile(path, "it is encrypted", "save it without a password")
            if max((p.file_size for p in parts), default=0) > _MOST_OF_A_PART or _sum(parts) > _MOST_BYTES:
                raise _too_large(path)
            sheets = [p for p in parts if "worksheets/" in p.filename and p.filename.endswith(".xml")]
            if sum(_covered(archive.read(part)) for part in sheets) > _MOST_CELLS:
                raise _too_large(path)
    except (BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise UnreadableFile(
            path, "the workbook is damaged or cut off", "get the whole file again"
        ) from error


def _sum(parts: list[ZipInfo]) -> int:
    return sum(part.file_size for part in parts)


def _covered(xml: bytes) -> int:
    """Return how many cells the merged ranges and links of a sheet cover."""
    return sum(
        (_column(m[3]) - _column(m[1]) + 1) * (int(m[4]) - int(m[2]) + 1) for m in _RANGE.finditer(xml)
    )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _too_large(path: Path) -> UnreadableFile:
    return UnreadableFile(
        path, "the workbook is too large to be a plan", "save the sheets of the plan by themselves"
    )
