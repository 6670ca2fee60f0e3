"""A table of a PDF page, and how it goes on at the top of the next page."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.pdf_cells import Cell, words_in
from ingest.readers.pdf_lines import Line

__all__ = ["PageTable", "Row"]

_SAME_EDGE = 6.0  # points

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table with its place on the page, in points; a cell that is merged into another is empty."""

    rows: tuple[Row, ...]
    columns: tuple[float, ...]
    """Where each column begins."""
    left: float
    top: float
    right: float
    bottom: float
    weak: bool = False
    """No row has words in two cells, so that it is a table only if it goes on with one."""
    lines: tuple[Line, ...] = ()
    """What a weak one says where it is no table."""
    drawn: bool = True
    """Whether lines rule it; else its columns are known by how the words are aligned."""

    def goes_on_in(self, other: "PageTable") -> bool:
        """Tell whether a table at the top of the next page has the same columns and edges."""
        return self.fitted(other) is not None

    def fitted(self, other: "PageTable") -> list[Row] | None:
        """Return the rows of a table of the next page in this one's columns; None where they differ."""
        if not (_near(self.left, other.left) and _near(self.right, other.right)):
            return None
        if len(other.columns) > len(self.columns) or len(self.columns) < 2:
            return None
        places = [_place(self.columns, at) for at in other.columns]
        if any(p is None for p in places) or len(set(places)) < len(places):
            return None
        return [_spread(row, [p for p in places if p is not None], len(self.columns)) for row in other.rows]

    def texts(self) -> list[list[str]]:
        """Return the words of the cells."""
        return [[words_in(cell) for cell in row] for row in self.rows]


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_EDGE


def _place(columns: Sequence[float], at: float) -> int | None:
    return next((n for n, column in enumerate(columns) if _near(column, at)), None)


def _spread(row: Row, places: list[int], count: int) -> Row:
    """Return a row whose cells stand in these columns of so many."""
    cells: list[Cell] = [()] * count
    for place, cell in zip(places, row, strict=True):
        cells[place] = cell
    return tuple(cells)
