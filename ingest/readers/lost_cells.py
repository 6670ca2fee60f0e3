"""Tables of which each cell stands on its own line: their headers and the kinds of cells tell them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from ingest.findings import fold
from ingest.readers.lost_heads import LostHead, fits, head_kind, is_sure
from ingest.source import Text
from ingest.wording import wording

__all__ = ["LostTable", "ends_rows", "goes_on", "table_of_cells"]

Row = tuple[Text, ...]

_LABELLED = re.compile(r"(?:[A-Z][\w/&-]*\s+){0,4}[\w/&-]+:(?:\s|$)")
_MOST_ROWS = 400
_LEAST_ROWS = 2
_UNTYPED = frozenset({"words", "name", "who"})


@dataclass(frozen=True)
class LostTable:
    """A table that was found again: its headers, its rows, and the line behind it."""

    heads: tuple[LostHead, ...]
    rows: tuple[Row, ...]
    end: int
    again: tuple[Text, ...] = ()
    """Headers that are printed once more."""
    beside: tuple[Text, ...] = ()
    """Labelled lines between the rows, which stand in no cell."""


def table_of_cells(lines: Sequence[Text], at: int) -> LostTable | None:
    """Return the table whose headers begin at a line, one below the other, if its rows are sure."""
    if not head_kind(str(lines[at]).strip()):
        return None
    found: list[LostTable] = []
    for apart in (False, True):
        heads, start = _heads(lines, at, apart=apart)
        if not is_sure([h.kind for h in heads]) or len({fold(str(h.text)) for h in heads}) < len(heads):
            continue
        ways = (_Cells(lines, tuple(heads), apart, wrapped).table(start) for wrapped in (False, True))
        found.extend(table for table in ways if table)
    return max(found, key=lambda table: len(table.rows), default=None)


def ends_rows(line: Text) -> bool:
    """Tell whether a line is a heading or a label with a number, which stands in no cell."""
    return _label().match(line.value.strip()) is not None


@cache
def _label() -> re.Pattern[str]:
    names = "|".join(wording("lost_columns")["labels"])
    number = r"(?:\d|[A-Z]\b|[ivx]+\b)"
    label = rf"\**(?:smart(?:ie)?\s+)?(?:{names})(?:\s+area)?\s*#?\s*{number}[^|]{{0,3}}[:.\s–—-]"
    return re.compile(rf"^(?:#{{1,6}}\s|{label}|page\s+\d)", re.IGNORECASE)


def goes_on(before: str, after: str) -> bool:
    """Tell whether a line goes on with the cell above: it starts small, or that breaks off in 'of'."""
    last = before.rpartition(" ")[2].lower()
    unfinished = last in wording("department_plans")["unfinished"] or last[-1:] in ("&", "/", ",", "–")
    return unfinished or after[:1].islower() or after[:1] in ("(", "&")


def _heads(lines: Sequence[Text], at: int, *, apart: bool) -> tuple[list[LostHead], int]:
    """Return the headers from a line on, each on a line or on two, and where they end."""
    heads: list[LostHead] = []
    end = at
    while at < len(lines):
        one = lines[at].strip()
        next_one = lines[at + 1].strip() if at + 1 < len(lines) else Text()
        both = Text.join([one, next_one])
        if next_one and head_kind(str(both)) and not head_kind(str(next_one)):
            heads.append(LostHead(both, head_kind(str(both))))
            end = at + 2
        elif kind := head_kind(str(one)):
            heads.append(LostHead(one, kind))
            end = at + 1
        else:
            break
        at = _filled(lines, end) if apart else end
    return heads, end


def _filled(lines: Sequence[Text], at: int) -> int:
    while at < len(lines) and not lines[at]:
        at += 1
    return at


@dataclass
class _Cells:
    """The cells below headers: each a line, one with the lines that go on it, or what empty lines part."""

    lines: Sequence[Text]
    heads: tuple[LostHead, ...]
    apart: bool
    wrapped: bool
    rows: list[tuple[int, Row]] = field(default_factory=list)
    again: list[int] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)

    def table(self, at: int) -> LostTable | None:
        """Return the table whose cells begin at a line; none where its rows are not sure."""
        ended = False
        while not ended and len(self.rows) < _MOST_ROWS:
            start = _filled(self.lines, at)
            ended = start >= len(self.lines) or ends_rows(self.lines[start])
            end = start if ended else self._next(start)
            if end == start:
                break
            at = end
        return self._sure(at, ended=ended or (not self.apart and not any(self.lines[at : at + 1])))

    def _next(self, at: int) -> int:
        """Take the headers that are printed again, a row, or a labelled line; return where it ends."""
        heads, end = _heads(self.lines, at, apart=self.apart)
        if [fold(str(h.text)) for h in heads] == [fold(str(h.text)) for h in self.heads]:
            self.again.extend(range(at, end))
            return end
        cells, end = self._row(at)
        if cells:
            self.rows.append((at, cells))
            return end
        if self.rows and _LABELLED.match(self.lines[at].value.strip()):
            self.beside.append(at)
            return at + 1
        return at

    def _row(self, at: int) -> tuple[Row, int]:
        """Return the cells of the row that begins at a line, if each is what its column wants."""
        cells: list[Text] = []
        for head in self.heads:
            at = _filled(self.lines, at) if self.apart else at
            if at >= len(self.lines) or not self.lines[at] or ends_rows(self.lines[at]):
                return (), at
            cell, at = self._cell(at)
            if not fits(head.kind, str(cell)) or (cells and self._is_doubtful(head, cells[-1], cell)):
                return (), at
            cells.append(cell)
        return tuple(cells), at

    def _is_doubtful(self, head: LostHead, before: Text, cell: Text) -> bool:
        """Tell whether a cell may be a labelled line, or more of the cell above it."""
        more = head.kind in _UNTYPED and not self.apart and goes_on(str(before), cell.value)
        return more or _LABELLED.match(cell.value) is not None

    def _cell(self, at: int) -> tuple[Text, int]:
        """Return the cell that begins at a line, with the lines that go on with it."""
        parts = [self.lines[at].strip()]
        at += 1
        while at < len(self.lines) and (more := self.lines[at].strip()):
            if not self.apart and not (self.wrapped and goes_on(str(parts[-1]), more.value)):
                break
            parts.append(more)
            at += 1
        return Text.join(parts), at

    def _sure(self, at: int, *, ended: bool) -> LostTable | None:
        """Return the table without its last row where that breaks off amid cells: it may have lost one."""
        if not ended and self.heads[-1].kind in _UNTYPED and self.rows:
            at, _ = self.rows.pop()
        if len(self.rows) < (1 if ended else _LEAST_ROWS):
            return None
        again, beside = ([self.lines[n] for n in found if n < at] for found in (self.again, self.beside))
        return LostTable(self.heads, tuple(row for _, row in self.rows), at, tuple(again), tuple(beside))
