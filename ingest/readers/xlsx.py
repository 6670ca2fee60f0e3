"""XLSX and XLSM: the visible cells of each sheet as people see them, each a place; no macro is run."""

import re
import warnings
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from defusedxml.common import DefusedXmlException  # openpyxl guards its XML by defusedxml where it is there
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from graph.errors import UnreadableFile
from ingest.document import Document
from ingest.readers.number_format import shown, stored
from ingest.readers.workbook import Hidden, SheetCell, workbook_document
from ingest.readers.xlsx_bounds import check_bounds

__all__ = ["document_from_xlsx"]

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What openpyxl and what it stands on raise for files that are cut off or written wrongly.
_DAMAGED = (BadZipFile, zlib.error, InvalidFileException, ParseError, KeyError, ValueError, TypeError,
            AttributeError, IndexError, EOFError, OSError, NotImplementedError)  # fmt: skip


def document_from_xlsx(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of a workbook; raises UnreadableFile or EmptyFile."""
    check_bounds(path, content)
    try:
        with warnings.catch_warnings(action="ignore"):  # of openpyxl, about what it does not keep
            book = load_workbook(BytesIO(content), data_only=True, keep_links=False)
        sheets = [(sheet.title, _cells(sheet)) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except DefusedXmlException as error:
        raise UnreadableFile(
            path, "its XML declares entities, as an attack does", "save it anew in Excel, or leave it out"
        ) from error
    except _DAMAGED as error:
        raise UnreadableFile(
            path, "the workbook is damaged or cut off", "open it in Excel and save it as XLSX once more"
        ) from error
    hidden = [s.title for s in book.worksheets if s.sheet_state != "visible" and s._cells]
    return workbook_document(path, _MEDIA_TYPE, sha256, sheets, hidden)


def _cells(sheet: Any) -> list[SheetCell]:
    """Return the filled cells row by row, with those that are hidden."""
    hidden = _hidden_columns(sheet)
    spans = {(r.min_row, r.min_col): r.max_col - r.min_col + 1 for r in sheet.merged_cells.ranges}
    found = []
    for (row, column), cell in sorted(sheet._cells.items()):  # iter_rows makes cells of all the empty ones
        value = _value(cell)
        if value is None:
            continue
        words = (stored(value), shown(value, cell.number_format))
        span = spans.get((row, column), 1)
        covered = hidden.issuperset(range(column, column + span))  # of merged cells a part may be seen
        by: Hidden = "row" if _is_hidden(sheet, row) else "column" if covered else ""
        found.append(SheetCell(row, column, span, cell.coordinate, *words, by))
    return found


def _value(cell: Any) -> Any:
    """Return what a cell holds, None for blanks and for what Excel could not compute."""
    if cell.data_type == "e":
        return None
    if isinstance(cell.value, str):
        return cell.value.strip() or None
    return cell.value if not hasattr(cell.value, "total_seconds") else None  # a span of time: no plan has one


def _hidden_columns(sheet: Any) -> frozenset[int]:
    found: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min and dimension.max:
            found |= {*range(dimension.min, dimension.max + 1)}
    return frozenset(found)


def _is_hidden(sheet: Any, row: int) -> bool:
    """Tell whether a row is hidden, and not only by a filter that was left on."""
    if row not in sheet.row_dimensions or not sheet.row_dimensions[row].hidden:
        return False
    if not (sheet.auto_filter.ref and sheet.auto_filter.filterColumn):
        return True
    ends = [int(n) for n in re.findall(r"\d+", sheet.auto_filter.ref)]
    return not min(ends) <= row <= max(ends)
