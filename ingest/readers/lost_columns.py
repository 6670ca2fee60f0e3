"""Tables of text exports that lost their columns: each cell on its own line, or a row's cells in one line."""

from collections.abc import Iterator, Sequence

from ingest.document import Cell, Row, Table
from ingest.readers.lost_cells import LostTable, table_of_cells
from ingest.readers.lost_rows import table_of_lines
from ingest.readers.spaced import SpacedTable
from ingest.source import Text

__all__ = ["lost_parts"]


def lost_parts(lines: Sequence[Text]) -> Iterator[list[Text] | SpacedTable]:
    """Yield the lines of a text that are no lost tables, and in their place the tables that are sure."""
    kept: list[Text] = []
    at = 0
    while at < len(lines):
        table = _table(lines, at)
        if table is None:
            kept.append(lines[at])
            at += 1
            continue
        yield kept
        yield _found(table)
        kept = [*table.beside]
        at = table.end
    yield kept


def _table(lines: Sequence[Text], at: int) -> LostTable | None:
    words = lines[at].value
    if not words or "\t" in words or "|" in words or "   " in words.strip():
        return None
    return table_of_cells(lines, at) or table_of_lines(lines, at)


def _found(table: LostTable) -> SpacedTable:
    rows = [tuple(head.text for head in table.heads), *table.rows]
    return SpacedTable(Table(tuple(_row(row) for row in rows), is_apart=True), table.again)


def _row(cells: Sequence[Text]) -> Row:
    return Row(tuple(Cell(text, text.clean(), column) for column, text in enumerate(cells)))
