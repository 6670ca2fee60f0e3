"""Tables without rules: lines whose words stand in columns, row for row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.readers.pdf_cells import cell_of
from ingest.readers.pdf_grids import PageTable, Row
from ingest.readers.pdf_rules import Rule
from ingest.readers.pdf_words import Word

__all__ = ["aligned"]

_ROOM = 0.65  # times the type's size, the least room between columns
_LEAST_ROOM = 5.0  # points
_LEAST_ROWS = 3  # lines with words in two columns, the header among them
_SAME_START = 3.0  # points
_ALIGNED = 0.6  # of the cells in a column that begin, end or lie in the middle at one place
_ROW_GAP = 0.3  # times the type's size, by which the gap between rows is wider than within them
_FAR = 2.2  # times the type's size; after such a gap a table has ended
_MARK = re.compile(r"(?:[-*•●▪◦–☐☒☑✓]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])")
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
_FIGURE = re.compile(r"[$(+−-]?\d[\d,.]*\s?%?|[$%]")

_Line = list[Word]
_Piece = list[Word]


@dataclass
class _Table:
    """A table while it is found: the extents of its columns, and its lines by column."""

    spans: list[list[float]]
    lines: list[dict[int, _Piece]] = field(default_factory=list)

    def takes(self, pieces: Sequence[_Piece]) -> bool:
        """Take a line whose pieces stand each in a column of its own; tell whether it is one."""
        places = [self._column(piece) for piece in pieces]
        if any(p is None for p in places) or len(set(places)) < len(places):
            return False
        line = {p: piece for p, piece in zip(places, pieces, strict=True) if p is not None}
        for place, piece in line.items():
            span = self.spans[place]
            span[0], span[1] = min(span[0], piece[0].left), max(span[1], piece[-1].right)
        self.lines.append(line)
        return True

    def _column(self, piece: _Piece) -> int | None:
        left, right = piece[0].left, piece[-1].right
        over = [n for n, (a, b) in enumerate(self.spans) if left < b and right > a]
        if len(over) == 1:
            return over[0]
        if over:
            return None
        return max((n for n, (a, _) in enumerate(self.spans) if a <= left), default=None)

    def is_sound(self) -> bool:
        """Tell whether this is a table and no list, no contents page, no text with wide gaps."""
        many = [line for line in self.lines if len(line) > 1]
        if len(many) < _LEAST_ROWS or len(many) * 3 < len(self.lines):
            return False
        firsts = [_words(line[0]) for line in many if 0 in line]
        if firsts and all(_MARK.fullmatch(words) for words in firsts):
            return False
        if any(_LEADERS.search(_words(piece)) for line in many for piece in line.values()):
            return False
        return all(self._is_aligned(n) for n in range(len(self.spans)))

    def _is_aligned(self, column: int) -> bool:
        pieces = [line[column] for line in self.lines if column in line]
        if len(pieces) < 2:
            return False
        for places in (
            [p[0].left for p in pieces],
            [p[-1].right for p in pieces],
            [(p[0].left + p[-1].right) / 2 for p in pieces],
        ):
            if max(sum(abs(x - y) <= _SAME_START for y in places) for x in places) >= _ALIGNED * len(places):
                return True
        return False


def aligned(rows: Sequence[_Line], rules: Sequence[Rule]) -> Iterator[_Line | PageTable]:
    """Yield the lines of a region, tables among them as grids; `rules` are its level lines."""
    at = 0
    while at < len(rows):
        table = _table_at(rows, at)
        if table is None:
            yield rows[at]
            at += 1
        else:
            end = at + len(table.lines)
            yield _grid(table, rows[at:end], rules)
            at = end


def _table_at(rows: Sequence[_Line], at: int) -> _Table | None:
    """Return the table that begins with a line, if one does."""
    first = _pieces(rows[at])
    if len(first) < 2:
        return None
    table = _Table([[p[0].left, p[-1].right] for p in first])
    for before, row in pairwise([rows[at], *rows[at:]]):
        gap = (row[0].top - before[0].bottom) / row[0].size
        if (row is not before and gap > _FAR) or not table.takes(_pieces(row)):
            break
    while table.lines and len(table.lines[-1]) == 1 and not _ends_a_cell(table, rows[at:]):
        table.lines.pop()
    return table if table.is_sound() else None


def _ends_a_cell(table: _Table, rows: Sequence[_Line]) -> bool:
    """Tell whether the last line goes on with a cell and is no paragraph below the table."""
    last = len(table.lines) - 1
    gaps = [(b[0].top - a[0].bottom) / b[0].size for a, b in pairwise(rows[: last + 1])]
    return not gaps or gaps[-1] <= min(gaps) + _ROW_GAP


def _pieces(row: _Line) -> list[_Piece]:
    """Return the words of a line, parted where there is more room than between words."""
    parts: list[_Piece] = [[row[0]]]
    for before, word in pairwise(row):
        if word.left - before.right >= max(_LEAST_ROOM, _ROOM * word.size):
            parts.append([])
        parts[-1].append(word)
    return parts


def _grid(table: _Table, rows: Sequence[_Line], rules: Sequence[Rule]) -> PageTable:
    lefts = [span[0] for span in table.spans]
    right = max(span[1] for span in table.spans)
    edges = [*lefts, right + _LEAST_ROOM]
    made: list[Row] = []
    for group in _groups(table, rows, rules):
        cells = [[w for line in group for w in line.get(n, ())] for n in range(len(lefts))]
        made.append(tuple(cell_of(words, edges[n], edges[n + 1]) for n, words in enumerate(cells)))
    top, bottom = rows[0][0].top, max(w.bottom for w in rows[-1])
    return PageTable(tuple(made), tuple(lefts), lefts[0], top, right, bottom, drawn=False)


def _groups(table: _Table, rows: Sequence[_Line], rules: Sequence[Rule]) -> Iterator[list[dict[int, _Piece]]]:
    """Yield the lines of each row of the table."""
    gaps = [(b[0].top - a[0].bottom) / b[0].size for a, b in pairwise(rows)]
    usual = min(gaps, default=0.0)
    begun = sum(0 in line and len(line) > 1 for line in table.lines)
    varied = sum(gap > usual + _ROW_GAP for gap in gaps) >= (begun - 1) / 2  # gaps part the rows
    left, right = rows[0][0].left, max(span[1] for span in table.spans)
    rules = [rule for rule in rules if rule.start < right and rule.end > left]
    group = [table.lines[0]]
    for n, line in enumerate(table.lines[1:]):
        ruled = any(rows[n][0].y < rule.at <= rows[n + 1][0].y for rule in rules)
        wide = gaps[n] > usual + _ROW_GAP
        if ruled or wide or _begins_row(group, line, varied=varied):
            yield group
            group = []
        group.append(line)
    yield group


def _begins_row(group: list[dict[int, _Piece]], line: dict[int, _Piece], *, varied: bool) -> bool:
    """Tell whether a line close below others is a row of its own, by its figures or its first words."""
    for column, piece in line.items():
        if column and _FIGURE.match(_words(piece)):
            above = [g[column] for g in group if column in g]
            if any(_FIGURE.match(_words(p)) for p in above):
                return True
    if varied or 0 not in line:
        return False
    return len(line) > 1 and not _words(line[0])[:1].islower()


def _words(piece: _Piece) -> str:
    return " ".join(word.text for word in piece)
