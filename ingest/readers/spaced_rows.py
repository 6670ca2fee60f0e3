"""The rows of a table whose columns are kept by blanks: wrapped cells are joined again by their column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from ingest.document import Cell, Row, Table
from ingest.findings import fold
from ingest.readers.spaced_lines import Columns, SpacedLine
from ingest.source import Text

__all__ = ["SpacedGrid"]

Cells = list[list[Text]]
"""The lines of each cell of a row."""

_NUMBER = re.compile(r"^\(?#?[A-Z]{0,2}\d{1,3}(?:\.[A-Z]?\d{1,3})*[a-z]?[.):]?$")
_BULLET = re.compile(r"^(?:[-*•●▪◦o]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")
_MOST_HEADER = 5  # lines
# Of two columns, which has a header and which is filled, where a header stands beside its column.
_HEADER_RIGHT = ([False, True], [True, False])
_HEADER_LEFT = ([True, False], [False, True])


@dataclass
class SpacedGrid:
    """A table as it is put together, page by page: the lines of its header, its rows, what repeats."""

    header: tuple[str, ...]
    rows: list[Cells]
    furniture: list[Text] = field(default_factory=list)

    @classmethod
    def of(cls, lines: Sequence[SpacedLine], columns: Columns, known: tuple[str, ...] = ()) -> "SpacedGrid":
        """Return the table that lines in the same columns make up; a known header may begin it once more."""
        rules = [line.text for line in lines if line.is_rule]
        front = tuple(fold(str(line.text)) for line in lines[: len(known)])
        length = len(known) if known and front == known else _header_length(lines, columns)
        columns = _under_headers(lines[:length], lines[length:], columns)
        head = [line for line in lines[:length] if not line.is_rule]
        header = tuple(fold(str(line.text)) for line in head)
        body, again = _without([line for line in lines[length:] if not line.is_rule], header)
        rows = [_cells(head, columns)] if head else []
        return cls(header, [*rows, *_rows(body, columns)], [*rules, *again])

    def goes_on_with(self, other: "SpacedGrid") -> bool:
        """Tell whether another table is the rest of this one, its header printed again."""
        same = bool(self.header) and self.header == other.header
        return same and bool(self.rows) and bool(other.rows) and len(self.rows[0]) == len(other.rows[0])

    def joined(self, other: "SpacedGrid") -> "SpacedGrid":
        """Return this table with the rows of the other; the first goes on where no new one begins."""
        head, *rest = other.rows
        rows = list(self.rows)
        if rest and not rest[0][0] and len(rows) > 1:
            first, *rest = rest
            rows[-1] = [[*a, *b] for a, b in zip(rows[-1], first, strict=True)]
        again = [line for cell in head for line in cell]
        return SpacedGrid(self.header, [*rows, *rest], [*self.furniture, *other.furniture, *again])

    def table(self) -> Table:
        """Return the table as blocks know it."""
        return Table(tuple(_row(cells) for cells in self.rows))


def _under_headers(head: Sequence[SpacedLine], body: Sequence[SpacedLine], columns: Columns) -> Columns:
    """Join a column without a header to the header beside it under which nothing stands."""
    n = 0
    while n < len(columns.spans) - 1:
        named = [any(columns.of(line)[at] for line in head) for at in (n, n + 1)]
        filled = [any(columns.of(line)[at] for line in body if not line.is_rule) for at in (n, n + 1)]
        if body and ((named, filled) in (_HEADER_RIGHT, _HEADER_LEFT)):
            columns = columns.without(n)
        n += 1
    return columns


def _header_length(lines: Sequence[SpacedLine], columns: Columns) -> int:
    """Return how many lines at the top are the header: up to the rule, the first number, or the first row."""
    front = lines[: _MOST_HEADER + 1]
    if rule := next((n for n, line in enumerate(front) if line.is_rule), 0):
        return rule
    first = next((n for n, line in enumerate(front) if _NUMBER.match(str(columns.of(line)[0]))), 0)
    header = tuple(fold(str(line.text)) for line in lines[:first])
    if first and _is_numbered(_without(list(lines[first:]), header)[0], columns):
        return first
    together = [line for line in front if line.group == lines[0].group]
    return next((n for n in range(1, len(together)) if _begins(together, n, columns)), len(together))


def _without(lines: list[SpacedLine], header: tuple[str, ...]) -> tuple[list[SpacedLine], list[Text]]:
    """Take out the header where it is printed again, as on a new page."""
    kept: list[SpacedLine] = []
    again: list[Text] = []
    at, words = 0, [fold(str(line.text)) for line in lines]
    while at < len(lines):
        if header and tuple(words[at : at + len(header)]) == header:
            again.extend(line.text for line in lines[at : at + len(header)])
            at += len(header)
        else:
            kept.append(lines[at])
            at += 1
    return kept, again


def _rows(lines: Sequence[SpacedLine], columns: Columns) -> Iterator[Cells]:
    """Yield the rows: by the numbers that they bear, by blank lines between them, or line by line."""
    if _is_numbered(lines, columns):
        starts = _by_number(lines, columns)
    else:
        starts = [n for n in range(len(lines)) if _starts(lines, n, columns)]
    edges = [*([0] if 0 not in starts else []), *starts, len(lines)]
    for a, b in pairwise(edges):
        if a < b:
            yield _cells(lines[a:b], columns)


def _is_numbered(lines: Sequence[SpacedLine], columns: Columns) -> bool:
    """Tell whether the first column holds numbers and nothing else."""
    first = [words for line in lines if (words := str(columns.of(line)[0]))]
    return bool(first) and all(_NUMBER.match(words) for words in first)


def _by_number(lines: Sequence[SpacedLine], columns: Columns) -> list[int]:
    """Return where the rows begin: at each number, or, where each stands amid its own lines, above it."""
    numbered = [n for n, line in enumerate(lines) if columns.of(line)[0]]
    groups = [list(found) for _, found in groupby(range(len(lines)), key=lambda n: lines[n].group)]
    alone = all(sum(n in numbered for n in group) == 1 for group in groups)
    return [group[0] for group in groups] if alone and len(groups) > 1 else numbered


def _starts(lines: Sequence[SpacedLine], n: int, columns: Columns) -> bool:
    """Tell whether a row begins at a line of a table without numbers."""
    if n == 0 or lines[n].group != lines[n - 1].group:
        return True
    if len({line.group for line in lines}) == 1:
        return _begins(lines, n, columns)
    together = [line for line in lines if line.group == lines[n].group]
    one_line_each = all(all(columns.of(line)) for line in together)
    ended = all(columns.of(lines[n])) and not _wrapped(lines, n, columns)
    return (one_line_each or ended) and _begins(lines, n, columns)


def _begins(lines: Sequence[SpacedLine], n: int, columns: Columns) -> bool:
    """Tell whether a line begins a row, and does not go on with the cell that is wrapped above it."""
    first, *others = columns.of(lines[n])
    if not first:
        return False
    wrapped, small = _wrapped(lines, n, columns), first.value[:1].islower()
    return not (wrapped and small) and (any(others) or not (wrapped or small))


def _wrapped(lines: Sequence[SpacedLine], n: int, columns: Columns) -> bool:
    """Tell whether a line's first word would not have found room at the end of the line above it."""
    before, first = (str(columns.of(line)[0]) for line in lines[n - 1 : n + 1])
    return bool(before) and len(before) + 1 + len(first.split()[0]) > columns.room(0)


def _cells(lines: Sequence[SpacedLine], columns: Columns) -> Cells:
    found = [columns.of(line) for line in lines]
    return [[cells[n] for cells in found if cells[n]] for n in range(len(columns.spans))]


def _row(cells: Cells) -> Row:
    return Row(tuple(_cell(lines, column) for column, lines in enumerate(cells)))


def _cell(lines: list[Text], column: int) -> Cell:
    """Return a cell whose wrapped lines are one text again; its items stay apart."""
    parts: list[Text] = []
    for line in lines:
        clean = line.clean()
        if parts and not _BULLET.match(clean.value):
            parts[-1] = Text.join([parts[-1], clean])
        else:
            parts.append(clean)
    return Cell(Text.join(parts, "\n"), Text.join(parts), column)
