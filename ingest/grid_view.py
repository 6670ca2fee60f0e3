"""A window of a workbook or of separated values as grids: rows and columns with their heads."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from ingest.readers.csv_records import records_of, sign_between
from ingest.readers.workbook import column_letters
from ingest.seen import SeenPart, SeenPiece
from ingest.source import Source

__all__ = [
    "CellSpan",
    "Grid",
    "GridRow",
    "SheetTab",
    "cell_spans",
    "line_grid",
    "row_of",
    "sheet_grids",
    "sheet_of",
    "tabs_of",
]

_MOST_COLUMNS = 120  # between which empty ones are shown too
_CELL = re.compile(r"(?P<sheet>.*)!(?P<column>[A-Z]{1,4})(?P<row>\d+)", re.DOTALL)

CellSpan = tuple[int, int, int]
"""The column of a cell from 1, and where its words begin and end in a line."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its number, and for each column of the grid the cell that stands there."""

    head: str
    cells: tuple[SeenPart | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one sheet that a window shows; the title is there where the window holds it."""

    name: str
    title: SeenPart | None
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class SheetTab:
    """A sheet of a workbook, the part from 1 with which it begins, and whether a window shows some of it."""

    name: str
    first: int
    shown: bool

    def as_json(self) -> dict[str, Any]:
        """Return the sheet as a JSON object."""
        return {"name": self.name, "first": self.first, "shown": self.shown}


def tabs_of(begins: Mapping[str, int], first: int, last: int) -> tuple[SheetTab, ...]:
    """Return the sheets of a workbook, by the parts with which they begin, for a window of parts."""
    ends = [*list(begins.values())[1:], last + 1]
    found = zip(begins.items(), ends, strict=True) if begins else ()
    return tuple(SheetTab(name, start, start <= last and end > first) for (name, start), end in found)


def sheet_of(place: str) -> str:
    """Return the sheet of a cell's place, or of a sheet's own.

    >>> sheet_of("Budget!C12"), sheet_of("Budget")
    ('Budget', 'Budget')
    """
    found = _CELL.fullmatch(place)
    return found["sheet"] if found else place


def row_of(place: str) -> str:
    """Return the sheet and row of a cell's place.

    >>> row_of("Budget!C12"), row_of("Budget")
    ('Budget!12', 'Budget')
    """
    found = _CELL.fullmatch(place)
    return f"{found['sheet']}!{found['row']}" if found else place


def sheet_grids(parts: Sequence[SeenPart]) -> tuple[Grid, ...]:
    """Return the grids of a window of cells, a grid for each sheet."""
    titles: dict[str, SeenPart] = {}
    sheets: dict[str, dict[int, dict[int, SeenPart]]] = {}
    for part in parts:
        found = _CELL.fullmatch(part.place)
        if found is None:
            titles[part.place] = _trimmed(part)
            sheets.setdefault(part.place, {})
        else:
            row = sheets.setdefault(found["sheet"], {}).setdefault(int(found["row"]), {})
            row[_number(found["column"])] = _trimmed(part)
    return tuple(_grid(name, titles.get(name), lines) for name, lines in sheets.items())


def line_grid(parts: Sequence[SeenPart], spans: Mapping[int, Sequence[CellSpan]]) -> Grid | None:
    """Return the grid of a window of lines whose cells are known; None where a line is not shown whole."""
    if any(part.cut for part in parts):
        return None
    lines = {
        int(part.place): {
            column: _cut(part, start, end) for column, start, end in spans.get(int(part.place), ())
        }
        for part in parts
    }
    return _grid("", None, lines)


def cell_spans(raw: str) -> dict[int, list[CellSpan]]:
    """Return where the cells of separated values stand, by the number of their line.

    >>> cell_spans('goal,"read, write"')
    {1: [(1, 0, 4), (2, 6, 17)]}
    """
    starts = [0, *accumulate(len(line) + 1 for line in raw.split("\n"))]
    found: dict[int, list[CellSpan]] = {}
    for record in records_of(Source("", raw), sign_between(raw)):
        for column, cell in enumerate(record, 1):
            offsets = [offset for offset in cell.offsets if offset >= 0]
            if offsets:
                for line, start, end in _lines(starts, offsets[0], offsets[-1] + 1):
                    found.setdefault(line, []).append((column, start, end))
    return found


def _lines(starts: Sequence[int], first: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the lines over which a cell goes, from 1, each with where it begins and ends there."""
    line = bisect_right(starts, first)
    while first < end:
        stop = min(end, starts[line] - 1)
        if first < stop:
            yield line, first - starts[line - 1], stop - starts[line - 1]
        first, line = starts[line], line + 1


def _grid(name: str, title: SeenPart | None, lines: Mapping[int, Mapping[int, SeenPart]]) -> Grid:
    used = sorted({column for line in lines.values() for column in line})
    columns = used
    if used and used[-1] - used[0] < _MOST_COLUMNS:
        columns = list(range(used[0], used[-1] + 1))
    rows = tuple(GridRow(str(n), tuple(line.get(c) for c in columns)) for n, line in lines.items())
    return Grid(name, title, tuple(column_letters(c) for c in columns), rows)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _cut(part: SeenPart, start: int, end: int) -> SeenPart:
    """Return what of a line stands in one of its cells."""
    pieces: list[SeenPiece] = []
    at = 0
    for piece in part.pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            pieces.append(replace(piece, text=piece.text[first:last], opens=piece.opens and first == 0))
        at += len(piece.text)
    meant = any(p.quoted for p in pieces) or not any(p.quoted for p in part.pieces)
    return replace(part, pieces=tuple(pieces), cited=part.cited and meant)


def _trimmed(part: SeenPart) -> SeenPart:
    """Return a cell without the tab or line's end that stands before the next one."""
    size = len("".join(piece.text for piece in part.pieces).rstrip("\t\n"))
    return replace(_cut(part, 0, size), cited=part.cited)
