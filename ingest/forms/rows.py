"""The rows of a form's tables: what each column holds, and whether a row goes on the one above."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.document import Cell, Row
from ingest.forms.form import Form, RecordType
from ingest.forms.phrases import YEAR, year_in
from ingest.forms.record import Entry, Record
from ingest.layouts.cells import cell_pieces
from ingest.layouts.stream import Piece, continues
from ingest.source import Text

__all__ = ["Columns", "append", "columns_of", "entries_of", "goes_on", "number_of"]

_LEADING = re.compile(r"^\s*(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})[.:)]?\s+(?=\S)")
_MOST_HEADER = 160  # characters of a column's header


@dataclass(frozen=True)
class Columns:
    """The columns of the table that is being read: the record's name, and each column's role and year."""

    name: str
    roles: tuple[str, ...]
    years: tuple[str, ...]
    header: tuple[Text, ...]

    def go_on(self, before: "Columns | None") -> bool:
        """Tell whether this is the header of the table before, printed again."""
        return before is not None and (self.name, self.roles, self.years) == (
            before.name,
            before.roles,
            before.years,
        )


def columns_of(form: Form, row: Row) -> Columns | None:
    """Return the columns that a row names, of the record that it names most columns of."""
    if any(len(c.text) > _MOST_HEADER for c in row):
        return None
    found = [c for name, kind in form.records.items() if (c := _columns(name, kind, row))]
    return max(found, key=lambda c: sum(map(bool, c.roles)), default=None)


def _columns(name: str, kind: RecordType, row: Row) -> Columns | None:
    found = _naming([_column(kind, str(cell.text)) for cell in row])
    if len({role for role, _ in found if role}) < kind.least_columns:
        return None
    return Columns(
        name,
        tuple(role for role, _ in found),
        tuple(year for _, year in found),
        tuple(c.text for c in row),
    )


def _naming(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Take the column of numbers as that of names where the table has no other, as 'Metric #' over names."""
    roles = [role for role, _ in found]
    if "number" not in roles or "title" in roles or "text" in roles:
        return found
    return [("title" if role == "number" else role, year) for role, year in found]


def _column(kind: RecordType, header: str) -> tuple[str, str]:
    """Return the role of a column by its header, and the year that the header names."""
    year, words = year_in(header)
    if year and (role := kind.column_of(words or YEAR)):
        return role, year
    return kind.column_of(header), ""


def number_of(entries: list[Entry]) -> str:
    """Return the number of a row: in a cell of its own, or at the head of its title, which then loses it."""
    for entry in entries:
        if entry.role == "number":
            return str(entry.text).strip(" .:|#")
        if entry.role in ("title", "text") and (m := entry.pieces[0].text.search(_LEADING)):
            first = entry.pieces[0]
            entry.pieces[0] = replace(first, text=first.text[m.end() :].strip())
            return m["number"]
    return ""


def entries_of(columns: Columns, row: Row, block: int) -> Iterator[Entry]:
    """Yield what stands in the cells of a row whose columns have a role."""
    for cell, role, year, header in zip(row, columns.roles, columns.years, columns.header, strict=False):
        if role and cell.text:
            yield Entry(role, _pieces(cell, block), year, header, cell=True)


def _pieces(cell: Cell, block: int) -> list[Piece]:
    return cell_pieces(cell, block) or [Piece(cell.text, block=block)]


def goes_on(record: Record, entries: list[Entry], begun: bool) -> bool:
    """Tell whether a row goes on with the record above: nothing in it names a new one."""
    if not entries:
        return False
    naming = [
        e for e in entries if e.role in ("number", "title") or (e.role == "text" and not record.of("title"))
    ]
    if not naming:
        return True
    if not begun or any(e.role == "number" for e in naming):
        return False
    before = [e for e in record.entries if e.role == naming[0].role]
    return bool(before) and continues(str(before[-1].text), str(naming[0].text))


def append(record: Record, entries: list[Entry], begun: bool) -> None:
    """Add a row's cells to the record above: more of a cell that a page's end cut, or one more value."""
    for entry in entries:
        same = [e for e in record.entries if e.role == entry.role and e.year == entry.year]
        if same and (begun or entry.role in ("title", "text")) and same[-1].text:
            same[-1].pieces[-1:] = _rejoined(same[-1].pieces[-1], entry.pieces)
        else:
            record.entries.append(entry)


def _rejoined(last: Piece, more: list[Piece]) -> list[Piece]:
    first, *rest = more
    if first.kind == "item" and first.mark:
        return [last, *more]
    return [Piece(Text.join([last.text, first.text]), last.kind, last.mark, last.depth, last.block), *rest]
