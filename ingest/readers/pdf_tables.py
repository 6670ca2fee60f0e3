"""The ruled tables of a PDF page as grids of cells; a table within a cell stands after the cell's row."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells

from ingest.readers.pdf_cells import Cell, cell_of
from ingest.readers.pdf_grids import PageTable
from ingest.readers.pdf_lines import lines_of_words
from ingest.readers.pdf_rules import Rules
from ingest.readers.pdf_words import Word

__all__ = ["Box", "Frame", "frames_of", "grids_of"]

_MEET = 3.0  # points by which lines that meet may miss each other
_SAME_EDGE = 3.0
_THICKEST_RULE = 8.0
_MOST_POINTS = 3000  # crossings of lines; a drawing has more, and a table fewer
_CROSSING = 0.05  # of the words in a table, that may run over its sides where a true table's do not
_FEW_CROSSING = 2

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What lines rule off: the cells of one table, or a single box around a text."""

    cells: tuple[Box, ...]

    @property
    def box(self) -> Box:
        """The whole of it."""
        lefts, tops, rights, bottoms = zip(*self.cells, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def bars(self) -> Iterator[tuple[float, float, float]]:
        """Yield the upright sides of the cells: place, top, bottom."""
        for left, top, right, bottom in self.cells:
            yield left, top, bottom
            yield right, top, bottom

    def is_crossed(self, words: Iterable[dict[str, Any]]) -> bool:
        """Tell whether words run over the cells' sides, so that these are no sides of cells."""
        left, top, right, bottom = self.box
        inside = [w for w in words if left <= _x(w) <= right and top <= _y(w) <= bottom]
        bars = {(at, a, b) for at, a, b in self.bars() if left + 1 < at < right - 1}
        crossing = sum(
            any(w["x0"] + 1 < at < w["x1"] - 1 and a <= _y(w) <= b for at, a, b in bars) for w in inside
        )
        return crossing > max(_FEW_CROSSING, _CROSSING * len(inside))


def frames_of(rules: Rules, words: Sequence[dict[str, Any]]) -> list[Frame]:
    """Return what the lines of a page rule off, tables and single boxes."""
    edges = [_edge("h", r.start, r.at, r.end, r.at) for r in rules.level]
    edges += [_edge("v", r.at, r.start, r.at, r.end) for r in rules.upright]
    points = edges_to_intersections(edges, _MEET, _MEET)
    if len(points) > _MOST_POINTS:
        return []
    cells: list[Box] = intersections_to_cells(points)
    frames = [Frame(tuple(table)) for table in cells_to_tables(cells)]
    taken = {cell for frame in frames for cell in frame.cells}
    frames += [Frame((cell,)) for cell in cells if cell not in taken]
    return [frame for frame in frames if not frame.is_crossed(words)]


def _edge(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    return {"orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom}


def _x(word: dict[str, Any]) -> float:
    return float(word["x0"] + word["x1"]) / 2


def _y(word: dict[str, Any]) -> float:
    return float(word["top"] + word["bottom"]) / 2


def grids_of(frames: Iterable[Frame], words: Iterable[Word]) -> tuple[list[PageTable], list[Word]]:
    """Return the tables among the frames, and the words that stand in none of their cells."""
    tables = [frame for frame in frames if len(frame.cells) > 1]
    held, outside = _held(tables, words)
    grids: list[PageTable] = []
    for frame in tables:
        inner = [t for t in tables if t is not frame and _holder(frame, t.box)]
        made = list(_grids(frame, inner, held))
        if made:
            grids.extend(made)
        else:  # the words of a frame that is no table are the page's
            outside.extend(word for cell in frame.cells for word in held.pop(cell, ()))
    return grids, outside


def _held(tables: Sequence[Frame], words: Iterable[Word]) -> tuple[dict[Box, list[Word]], list[Word]]:
    """Return the words of each cell, each in the smallest that holds it, and the other words."""
    cells = sorted((cell for t in tables for cell in t.cells), key=lambda c: (c[2] - c[0]) * (c[3] - c[1]))
    held: dict[Box, list[Word]] = {}
    outside = []
    for word in words:
        x, y = word.x, word.y
        cell = next((c for c in cells if c[0] <= x <= c[2] and c[1] <= y <= c[3]), None)
        if cell is None:
            outside.append(word)
        else:
            held.setdefault(cell, []).append(word)
    return held, outside


def _holder(frame: Frame, box: Box) -> Box | None:
    """Return the cell of a frame in which a box stands."""
    return next(
        (
            c for c in frame.cells
            if c[0] - 1 <= box[0] and c[1] - 1 <= box[1] and box[2] <= c[2] + 1 and box[3] <= c[3] + 1
        ),
        None,
    )  # fmt: skip


def _grids(frame: Frame, inner: Sequence[Frame], held: dict[Box, list[Word]]) -> Iterator[PageTable]:
    """Yield a table: as one grid, or in parts with the tables that stand in its cells between them."""
    edges = _places(x for c in frame.cells for x in (c[0], c[2]))
    tops = _places(c[1] for c in frame.cells)
    rows: list[list[Cell]] = [[()] * (len(edges) - 1) for _ in tops]
    nesting: set[int] = set()
    holders = {_holder(frame, table.box) for table in inner if any(held.get(c) for c in table.cells)}
    for cell in frame.cells:
        row, column = _index(tops, cell[1]), min(_index(edges, cell[0]), len(edges) - 2)
        rows[row][column] = rows[row][column] + cell_of(held.get(cell, ()), cell[0], cell[2])
        if cell in holders:
            nesting.add(row)
    kept = [
        n for n, (a, b) in enumerate(pairwise(edges)) if b - a > _THICKEST_RULE or any(r[n] for r in rows)
    ]
    columns = tuple(edges[n] for n in kept)
    box = frame.box
    wide = any(sum(map(bool, row)) + (n in nesting) > 1 for n, row in enumerate(rows))
    if len(kept) < 2 or not any(map(any, rows)):
        return
    loose = lines_of_words(w for c in frame.cells for w in held.get(c, ())) if not wide else ()
    whole = PageTable((), columns, *box, weak=not wide, lines=tuple(loose))
    start = 0
    for end in [*(n + 1 for n in sorted(nesting)), len(rows)]:
        part = tuple(tuple(rows[r][c] for c in kept) for r in range(start, end) if any(rows[r]))
        if part:
            bottom = tops[end] if end < len(tops) else box[3]
            yield replace(whole, rows=part, top=tops[start], bottom=bottom)
        start = end


def _places(values: Iterable[float]) -> list[float]:
    """Return places in order, those that lie close together once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SAME_EDGE:
            found.append(value)
    return found


def _index(places: list[float], value: float) -> int:
    """Return the number of the place at which a value lies."""
    return max(0, bisect_left(places, value + _SAME_EDGE) - 1)
