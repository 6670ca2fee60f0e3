"""The graph as a workbook: a sheet for each class and one of all evidence, whose cells are never formulas."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from graph.export.letters import letters
from graph.export.records import Value
from graph.export.tables import Row, Sheet, sheets
from graph.items import spaced
from graph.store import Store

__all__ = ["as_workbook", "workbook"]

# What people look for first; the other classes follow by name, the evidence comes last.
_ORDER = ("Plan", "StrategicDirection", "Goal", "Recommendation", "Priority", "Action", "Metric", "Baseline",
          "Target", "Actual", "School", "ProgramOffering", "FeederLink", "Tier", "TierAssignment",
          "AlignmentLink", "Conflict")  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOST_ROWS = 1_000_000  # of a sheet, as Excel has it
_LONGEST = 32_767  # letters of a cell
_NARROW, _WIDE = 10, 60  # letters
_LOOKED_AT = 200  # rows that say how wide a column is
_HEAD = Font(bold=True)
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_STAMP = (1980, 1, 1, 0, 0, 0)  # the same graph gives the same workbook, whatever the day
_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def as_workbook(store: Store) -> bytes:
    """Return the graph as XLSX, a sheet for each class."""
    return workbook(sorted(sheets(store), key=_rank))


def workbook(given: Iterable[Sheet]) -> bytes:
    """Return tables as XLSX: header rows stay in sight, columns can be filtered."""
    book = Workbook(write_only=True)
    for sheet in given:
        for name, rows in _parts(sheet):
            _write(book, name, sheet.titles, rows)
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _rank(sheet: Sheet) -> tuple[int, str]:
    if sheet.name == "Evidence":
        return len(_ORDER) + 1, ""
    return (_ORDER.index(sheet.name), "") if sheet.name in _ORDER else (len(_ORDER), sheet.name)


def _parts(sheet: Sheet) -> Iterator[tuple[str, list[Row]]]:
    """Yield a sheet's name and rows; one of more rows than Excel has goes on in another."""
    for n, at in enumerate(range(0, max(len(sheet.rows), 1), _MOST_ROWS)):
        name = spaced(sheet.name)[:28]
        yield f"{name} {n + 1}" if n else name, sheet.rows[at : at + _MOST_ROWS]


def _write(book: Workbook, name: str, titles: tuple[str, ...], rows: list[Row]) -> None:
    page = book.create_sheet(name)
    page.freeze_panes = "A2"
    for n, title in enumerate(titles):
        longest = max((len(row[n].words) for row in rows[:_LOOKED_AT]), default=0)
        width = min(max(longest, len(title) + 3, _NARROW), _WIDE)
        page.column_dimensions[get_column_letter(n + 1)].width = width
    page.auto_filter.ref = f"A1:{get_column_letter(len(titles))}{len(rows) + 1}"
    page.append([_head(page, title) for title in titles])
    for row in rows:
        page.append([_cell(page, value) for value in row])


def _head(page: object, title: str) -> Cell:
    cell = WriteOnlyCell(page, value=title)
    cell.font = _HEAD
    return cell


def _cell(page: object, value: Value) -> Cell | None:
    """Return a number as a number, and all else as text, whatever its first letter is."""
    words = letters(value.words)[:_LONGEST]
    if not words:
        return None
    if value.is_number:
        return WriteOnlyCell(page, value=float(words) if "." in words else int(words))
    cell = WriteOnlyCell(page, value=words)
    cell.data_type = "s"  # openpyxl takes '=' for a formula, and '#N/A' for an error
    cell.alignment = _WRAPPED
    if words.startswith(_FORMULA):
        cell.quotePrefix = True  # or Excel makes it a formula when somebody edits the cell
    return cell


def _timeless(packed: bytes) -> bytes:
    """Return a workbook without the time at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            body = source.read(name)
            if name == "docProps/core.xml":
                body = _WRITTEN.sub(rb"\g<1>1980-01-01T00:00:00Z", body)
            target.writestr(zipfile.ZipInfo(name, _STAMP), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()
