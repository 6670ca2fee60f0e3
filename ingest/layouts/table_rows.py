"""Reads the rows of an action table, also where cells were lost or marks stand one column off."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.document import Cell, Row
from ingest.layouts.bullets import begins_with_verb
from ingest.layouts.table_columns import Columns
from ingest.source import Text
from ingest.wording import wording

__all__ = ["RowReading", "is_mark", "read_row"]

_LONG = 8  # words; the names of the units responsible are seldom as long


@dataclass(frozen=True)
class RowReading:
    """What one row says: its cells by role, the horizons marked, and marks that stand under none."""

    row: Row
    goal: Text
    units: Text
    action: Cell | None
    horizons: frozenset[str]
    marks: tuple[Text, ...]
    stray: tuple[Text, ...]
    shift: int = 0
    periods: tuple[str, ...] = ()
    """The years, quarters or months marked, as their columns are named."""

    @property
    def has_text(self) -> bool:
        """Tell whether anything but marks stands in the row."""
        return any(cell.text and not is_mark(cell.text) for cell in self.row)

    @property
    def only_marks(self) -> bool:
        """Tell whether the row holds marks and nothing else."""
        return not self.has_text and bool(self.marks or self.stray)

    @property
    def only_goal(self) -> bool:
        """Tell whether nothing but the cell of the goal is filled, or the same words fill all cells."""
        texts = {str(cell.text) for cell in self.row if cell.text}
        return bool(self.goal) and len(texts) == 1 and not self.only_marks


def read_row(row: Row, columns: Columns) -> RowReading:
    """Return the first reading of a row that makes sense: as it stands, or one cell to the right or left."""
    readings = [r for shift in (0, 1, -1) if (r := _shifted(row, columns, shift))]
    return next((r for r in readings if _makes_sense(r)), readings[0])


def is_mark(text: Text) -> bool:
    """Tell whether a cell holds nothing but a mark, such as an X."""
    return str(text).strip().lower() in _marks()


@cache
def _marks() -> frozenset[str]:
    return frozenset(wording("action_tables")["marks"])


def _shifted(row: Row, columns: Columns, shift: int) -> RowReading | None:
    """Return the reading with all cells moved; None where a filled cell would fall off an end."""
    cells = list(row.cells)
    if shift == 1:
        if len(cells) >= columns.width and cells[-1].text:
            return None
        cells = [Cell(Text(), Text()), *cells][: max(columns.width, len(cells))]
    elif shift == -1:
        if not cells or cells[0].text or any(c.text and not is_mark(c.text) for c in cells):
            return None  # only marks are ever found one column too far right
        cells = cells[1:]
    return _reading(row, Row(tuple(cells)), columns, shift)


def _reading(original: Row, row: Row, columns: Columns, shift: int) -> RowReading:
    marks = {i: cell.text for i, cell in enumerate(row) if is_mark(cell.text)}
    horizons = columns.horizons
    goal = columns.cell(row, "goal")
    if "goal" not in columns.roles and _alone(row):
        goal = row.cells[0]  # a row of one cell names what the rows below stand under
    units = columns.cell(row, "responsible")
    action = columns.cell(row, "action")
    return RowReading(
        original,
        _words(goal),
        _words(units),
        action if action and _words(action) else None,
        frozenset(horizons[i] for i in marks if i in horizons),
        tuple(text for i, text in marks.items() if i in horizons or i in columns.periods),
        tuple(text for i, text in marks.items() if i not in horizons and i not in columns.periods),
        shift,
        tuple(name for i, name in columns.periods.items() if i in marks),
    )


def _alone(row: Row) -> bool:
    return bool(row.cells and row.cells[0].text) and not any(cell.text for cell in row.cells[1:])


def _words(cell: Cell | None) -> Text:
    return cell.text if cell and not is_mark(cell.text) else Text()


def _makes_sense(reading: RowReading) -> bool:
    """Tell whether marks stand under horizons only, and an action stands where units or marks do."""
    if reading.stray:
        return False
    if reading.only_marks or reading.only_goal or not reading.has_text:
        return True
    if reading.shift == 1:
        return reading.action is not None and _looks_like_action(reading.action)
    return reading.action is not None or not (reading.goal and reading.units)


def _looks_like_action(cell: Cell) -> bool:
    """Tell whether a cell holds work to do: a list, a verb at its head, or more words than a unit's name."""
    words = str(cell.text)
    listed = re.search(r"<[uo]l\b", str(cell.raw)) is not None
    return listed or begins_with_verb(words) or len(words.split()) >= _LONG
