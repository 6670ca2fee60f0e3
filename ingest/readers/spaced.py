"""Finds the tables of a text whose columns are kept by blanks, and the running heads between its pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.document import Table
from ingest.findings import fold
from ingest.readers.spaced_edges import cut_at_edges
from ingest.readers.spaced_lines import Columns, SpacedLine, spaced_line
from ingest.readers.spaced_rows import SpacedGrid
from ingest.readers.spaced_ruled import cut_at_rulers
from ingest.source import Text

__all__ = ["SpacedTable", "spaced_parts", "without_running_heads"]

_PAGE = re.compile(r"\bpage\s+\d{1,4}\b(?:\s*(?:of|/)\s*\d{1,4}\b)?", re.IGNORECASE)
_DECORATION = " \t-–—|*_"
_NUMBERS = re.compile(r"\d+")
_LEAST_REPEATS = 2
_FIRST = 3  # lines in which the first page may bear its head without a number
_MOST_BLANKS = 4  # empty lines between two rows, as a page's end leaves
_MOST_LINES = 2000  # of a table; a longer one is read in parts
_LEAST_WIDE_ROWS = 2  # lines that fill several of three columns or more
_LEAST_NARROW_ROWS = 3  # the same of two columns
_SHORT = 30  # characters on average; of two columns one is short, or they are running text side by side
_WIDE = 3  # columns


@dataclass(frozen=True)
class SpacedTable:
    """A table, and the lines in it that say nothing: rules, and headers that are printed again."""

    table: Table
    furniture: tuple[Text, ...] = ()


@dataclass(frozen=True)
class _Region:
    lines: tuple[SpacedLine, ...]
    columns: Columns
    end: int


def spaced_parts(lines: Sequence[Text]) -> Iterator[Text | SpacedTable]:
    """Yield the lines of a text, and in place of the lines of a table the table."""
    open_grid: SpacedGrid | None = None
    for part in _parts(lines):
        if isinstance(part, _Region):
            sure = [line for line in part.lines if not line.over]
            grid = SpacedGrid.of(sure, part.columns, open_grid.header if open_grid else ())
            if open_grid and open_grid.goes_on_with(grid):
                open_grid = open_grid.joined(grid)
                continue
            if open_grid:
                yield _table(open_grid)
            open_grid = grid
            continue
        if open_grid and part:
            yield _table(open_grid)
            open_grid = None
        yield part
    if open_grid:
        yield _table(open_grid)


def _table(grid: SpacedGrid) -> SpacedTable:
    return SpacedTable(grid.table(), tuple(grid.furniture))


def _parts(lines: Sequence[Text]) -> Iterator[Text | _Region]:
    spaced = cut_at_edges(cut_at_rulers([spaced_line(line) for line in lines]))
    at = 0
    while at < len(spaced):
        region = _region(spaced, at)
        if region and _is_table(region):
            yield region
            yield from (line.text for line in region.lines if line.over)
        else:
            yield from lines[at : region.end if region else at + 1]
        at = region.end if region else at + 1


def _region(lines: Sequence[SpacedLine], at: int) -> _Region | None:
    """Return the lines from one on that keep to the same columns, if it has several of them."""
    if len(lines[at].parts) < 2 or lines[at].is_rule or lines[at].over:
        return None
    taken: list[SpacedLine] = []
    waiting: list[SpacedLine] = []  # lines of one column; a row must follow
    columns, end = Columns(()), at
    for group, (start, found) in enumerate(_groups(lines, at)):
        kept, wider = _kept(found, columns, ruled=lines[at].ruled)
        if _has_row(kept):
            taken.extend(waiting)
            taken.extend(replace(line, group=group) for line in kept)
            columns, end, waiting = wider, start + len(kept), []
        elif not kept or _in_first_column(kept, wider):
            break
        else:
            waiting.extend(replace(line, group=group) for line in kept)
        if len(kept) < len(found) or len(taken) > _MOST_LINES:
            break
    return _Region(tuple(taken), columns, end)


def _groups(lines: Sequence[SpacedLine], at: int) -> Iterator[tuple[int, list[SpacedLine]]]:
    """Yield the lines that stand together, group after group, with the number of the first."""
    blanks = 0
    while at < len(lines) and blanks <= _MOST_BLANKS:
        if not lines[at].text:
            at, blanks = at + 1, blanks + 1
            continue
        end = at
        while end < len(lines) and lines[end].text and end - at <= _MOST_LINES:
            end += 1
        yield at, list(lines[at:end])
        at, blanks = end, 0


def _kept(found: Sequence[SpacedLine], columns: Columns, *, ruled: bool) -> tuple[list[SpacedLine], Columns]:
    """Return the first lines of a group that keep to the columns, and the columns with them."""
    kept: list[SpacedLine] = []
    for line in found:
        if line.ruled != ruled:
            break
        if line.over:
            kept.append(line)
            continue
        wider = columns.with_line(line) if line.parts else None
        if wider is None:
            break
        columns, parted = wider
        kept.append(parted)
    return kept, columns


def _has_row(lines: Sequence[SpacedLine]) -> bool:
    return any(len(line.parts) > 1 and not line.over for line in lines)


def _in_first_column(lines: Sequence[SpacedLine], columns: Columns) -> bool:
    return any(columns.of(line)[0] for line in lines if not line.over)


def _is_table(region: _Region) -> bool:
    rows = [line for line in region.lines if len(line.parts) > 1 and not line.is_rule and not line.over]
    if any(line.is_rule for line in region.lines):
        return len(rows) >= _LEAST_WIDE_ROWS
    if len(region.columns.spans) >= _WIDE:
        return len(rows) >= _LEAST_WIDE_ROWS
    return len(rows) >= _LEAST_NARROW_ROWS and _has_short_column(rows, region.columns) and not _contents(rows)


def _has_short_column(rows: Sequence[SpacedLine], columns: Columns) -> bool:
    lengths = zip(*([len(cell) for cell in columns.of(line)] for line in rows), strict=True)
    return any(sum(column) <= _SHORT * len(column) for column in lengths)


def _contents(rows: Sequence[SpacedLine]) -> bool:
    """Tell whether the rows are those of a table of contents: each ends in a page, the next no earlier."""
    last = [line.words(line.parts[-1]) for line in rows]
    pages = [int(words) for words in last if words.isdecimal()]
    return len(pages) == len(last) and all(a <= b for a, b in pairwise(pages))


def without_running_heads(lines: Sequence[Text]) -> tuple[list[Text], list[Text]]:
    """Return the lines without those that every page bears beside its number, and these.

    What stands beside a page's number, and also elsewhere, heads a table that goes on over the page.
    """
    alone = {i for i, line in enumerate(lines) if _PAGE.fullmatch(line.value.strip(_DECORATION))}
    pages = [i for i, line in enumerate(lines) if i in alone or (_PAGE.search(line.value) and _key(line))]
    keys = {
        i: _key(lines[i]) for i in {n for p in pages for n in (_near(lines, p, -1), p, _near(lines, p, 1))}
    }
    often = Counter(key for key in keys.values() if key)
    first = [i for i, line in enumerate(lines) if line][:_FIRST]
    elsewhere = {_key(line) for i, line in enumerate(lines) if keys and i not in keys and i not in first}
    heads = {i for i, key in keys.items() if often[key] >= _LEAST_REPEATS and key not in elsewhere}
    heads |= alone if len(alone) >= _LEAST_REPEATS else set()
    return [t for i, t in enumerate(lines) if i not in heads], [lines[i] for i in sorted(heads)]


def _near(lines: Sequence[Text], at: int, step: int) -> int:
    """Return the next line above or below that is not empty, or the line itself."""
    reach = range(at + step, at + step * _MOST_BLANKS, step)
    return next((n for n in reach if 0 <= n < len(lines) and lines[n]), at)


def _key(line: Text) -> str:
    """Return what a running head is known by: its words without its numbers, if it has several parts."""
    return fold(_NUMBERS.sub("#", line.value)) if len(spaced_line(line).parts) > 1 else ""
