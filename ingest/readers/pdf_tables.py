"""The ruled tables of a PDF page as grids of words."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ingest.readers.pdf_lines import plain

__all__ = ["Grid", "tables_of"]

_SAME_EDGE = 6.0  # points
_THICKEST_RULE = 8.0
_WORDS = {"x_tolerance_ratio": 0.15}


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its place on the page, in points; a cell that is merged into another is empty."""

    rows: tuple[tuple[str, ...], ...]
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, word: dict[str, Any]) -> bool:
        """Tell whether a word stands in the table."""
        x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
        return bool(self.left <= x <= self.right and self.top <= y <= self.bottom)

    def goes_on_in(self, other: "Grid") -> bool:
        """Tell whether a table at the top of the next page has the same columns and edges."""
        edges = abs(self.left - other.left) <= _SAME_EDGE and abs(self.right - other.right) <= _SAME_EDGE
        return edges and len(self.rows[0]) == len(other.rows[0]) > 1


def tables_of(found: Iterable[Any], before: Grid | None = None) -> list[Grid]:
    """Return the tables among what looks ruled: a row with words in two cells, and in no other table.

    A frame around a text, and colour behind the lines of a text, have no such row; nor may the rest
    of a table that stands last on the page before, which its columns and edges tell.
    """
    grids: list[Grid] = []
    for table in sorted(found, key=lambda t: (t.bbox[1], -(t.bbox[2] - t.bbox[0]))):
        if any(_inside(table.bbox, grid) for grid in grids):
            continue
        rows = _rows(table)
        grid = Grid(tuple(rows), *table.bbox)
        goes_on = not grids and before is not None and len(rows) > 0 and before.goes_on_in(grid)
        if goes_on or any(sum(map(bool, row)) > 1 for row in rows):
            grids.append(grid)
    return grids


def _rows(table: Any) -> list[tuple[str, ...]]:
    """Return the rows that hold words, without the columns that are only the thickness of a rule."""
    rows = [tuple(plain(cell or "") for cell in row) for row in table.extract(**_WORDS)]
    filled = [row for row in rows if any(row)]
    edges = sorted({cell[0] for cell in table.cells} | {table.bbox[2]})
    wide = [right - left > _THICKEST_RULE for left, right in pairwise(edges)]
    count = len(filled[0]) if filled else 0
    kept = [n for n in range(count) if n >= len(wide) or wide[n] or any(row[n] for row in filled)]
    return [tuple(row[n] for n in kept) for row in filled]


def _inside(box: tuple[float, float, float, float], grid: Grid) -> bool:
    left, top, right, bottom = box
    across = left >= grid.left - 1 and right <= grid.right + 1
    return across and top >= grid.top - 1 and bottom <= grid.bottom + 1
