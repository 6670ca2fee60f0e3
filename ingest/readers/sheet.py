"""The cells of a sheet as blocks: title lines, tables found by empty rows and columns, notes below them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ingest.document import Block, Cell, Paragraph, Row, Table
from ingest.findings import fold
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Grid", "blocks_of"]

Line = Mapping[int, Cell]
Grid = Mapping[int, Line]
"""The filled cells of a sheet, by the numbers of their rows and columns."""

_LONGEST_HEAD = 60  # characters of a column's head
_LEAST_COLUMNS = 2  # of a table


def blocks_of(grid: Grid) -> Iterator[Block]:
    """Yield what stands in a sheet, one table after the other, those on the left first."""
    areas = _areas(grid)
    if len(areas) > 1:
        yield from _beside(grid, areas)
        return
    whole: dict[int, Line] = {}
    for run in _runs(grid):
        areas = _areas(run)
        if len(areas) > 1 and all(_has_head(run, area) for area in areas):
            yield from _area(whole)
            whole = {}
            yield from _beside(run, areas)
        else:
            whole |= run
    yield from _area(whole)


def _beside(grid: Grid, areas: Iterable[tuple[int, int]]) -> Iterator[Block]:
    """Yield the blocks of tables that stand side by side."""
    for first, last in areas:
        part = {n: {c: cell for c, cell in line.items() if first <= c <= last} for n, line in grid.items()}
        yield from _area({n: line for n, line in part.items() if line}, apart=True)


def _has_head(grid: Grid, area: tuple[int, int]) -> bool:
    """Tell whether the first row of a part that is wide enough for a table may be its head."""
    rows = (cells for n in sorted(grid) if len(cells := _between(grid[n], area)) >= _LEAST_COLUMNS)
    return _may_head(next(rows, []))


def _areas(grid: Grid) -> list[tuple[int, int]]:
    """Return the first and last columns of the tables that stand side by side."""
    used = sorted({c for line in grid.values() if len(line) >= _LEAST_COLUMNS for c in line})
    if not used:
        return [(0, max((c for line in grid.values() for c in line), default=0))]
    edges = [b for a, b in pairwise(used) if b - a > 1]
    areas = [(a, b - 1) for a, b in pairwise([0, *edges, max(c for line in grid.values() for c in line) + 1])]
    apart = all(_are_apart(grid, left, right) for left, right in pairwise(areas))
    return areas if len(areas) > 1 and apart else [(areas[0][0], areas[-1][1])]


def _are_apart(grid: Grid, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Tell two tables from one with an empty column: they begin or end elsewhere, or share a head."""
    rows = [
        {n: cells for n, line in grid.items() if len(cells := _between(line, area)) >= _LEAST_COLUMNS}
        for area in (left, right)
    ]
    if not all(rows):
        return False
    heads = [{fold(str(cell.text)) for cell in found[min(found)]} for found in rows]
    if min(rows[0]) == min(rows[1]) and _tells(rows[1][min(rows[1])][0]) and not heads[0] & heads[1]:
        return False
    return min(rows[0]) != min(rows[1]) or max(rows[0]) != max(rows[1]) or bool(heads[0] & heads[1])


def _tells(head: Cell) -> bool:
    """Tell whether a column tells of what another names, as a status or a note does."""
    return re.fullmatch("|".join(wording("sheets")["telling"]), fold(str(head.text))) is not None


def _between(line: Line, area: tuple[int, int]) -> list[Cell]:
    return [cell for column, cell in line.items() if area[0] <= column <= area[1]]


def _area(grid: Grid, *, apart: bool = False) -> Iterator[Block]:
    """Yield the blocks of tables that stand one below the other; the first may be known to be apart."""
    if not grid:
        return
    columns = range(
        min(c for line in grid.values() for c in line), max(max(line) for line in grid.values()) + 1
    )
    table: list[Row] = []
    for run in _runs(grid):
        lines = [run[n] for n in sorted(run)]
        lead = next((i for i, line in enumerate(lines) if len(line) > 1), len(lines))
        lead = 0 if table and _goes_on(lines, lead) else lead
        if lead or not table or _is_head(lines[0]):
            yield from _table(table, apart=apart)
            apart = apart and not table
            table = []
        yield from (_paragraph(line) for line in lines[:lead])
        table.extend(_row(line, columns) for line in lines[lead:])
    yield from _table(table, apart=apart)


def _goes_on(lines: Sequence[Line], lead: int) -> bool:
    """Tell whether lines below an empty row belong to the table above: a band over rows, or more rows."""
    band = all(cell.span > 1 for line in lines[:lead] for cell in line.values())
    return band and (lead == len(lines) or not _is_head(lines[lead]))


def _runs(grid: Grid) -> Iterator[dict[int, Line]]:
    """Yield the lines between empty rows."""
    run: dict[int, Line] = {}
    last = 0
    for number in sorted(grid):
        if run and number > last + 1:
            yield run
            run = {}
        run[number] = grid[number]
        last = number
    yield run


def _is_head(line: Line) -> bool:
    return _may_head(line.values())


def _may_head(cells: Iterable[Cell]) -> bool:
    """Tell whether cells may be a table's head: short words in each, and no numbers."""
    texts = [str(cell.text) for cell in cells]
    return len(texts) > 1 and all(len(t) <= _LONGEST_HEAD and re.search(r"[^\W\d_]{2}", t) for t in texts)


def _paragraph(line: Line) -> Paragraph:
    text = Text.join(cell.text for cell in line.values())
    return Paragraph(text, (text,))


def _table(rows: list[Row], *, apart: bool) -> Iterator[Table]:
    if rows:
        yield Table(tuple(rows), is_apart=apart or _is_apart(rows))


def _is_apart(rows: list[Row]) -> bool:
    """Tell whether a table has a head of its own: words over a column that holds figures."""
    head, *below = rows
    if not below or not _may_head(cell for cell in head if cell.text):
        return False
    columns = zip(head, *below, strict=True)
    return any(column[0].text and _holds_figures(column[1:]) for column in columns)


def _holds_figures(cells: Sequence[Cell]) -> bool:
    texts = [str(cell.text) for cell in cells if cell.text]
    return bool(texts) and all(re.match(r"\W*\d", text) for text in texts)


def _row(line: Line, columns: range) -> Row:
    return Row(tuple(line.get(c) or Cell(Text(), Text(), c) for c in columns))
