"""XLS, the workbooks of older Excel: the visible cells of each sheet as people see them; no macro is run."""

import datetime
import os
import struct
from collections.abc import Iterator
from contextlib import redirect_stdout
from math import isfinite
from pathlib import Path
from typing import Any

import xlrd
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDocError
from xlrd.xldate import XLDateError, xldate_as_datetime

from graph.errors import UnreadableFile
from ingest.document import Document
from ingest.readers.number_format import shown, stored
from ingest.readers.workbook import Hidden, SheetCell, column_letters, workbook_document

__all__ = ["document_from_xls"]

_MEDIA_TYPE = "application/vnd.ms-excel"
_LARGEST = 20_000_000  # bytes; a cell takes at least two of them, and an object in memory
# What xlrd lets through for files that are cut off or written wrongly.
_DAMAGED = (XLRDError, CompDocError, struct.error, AssertionError, LookupError, ValueError,
            TypeError, AttributeError, EOFError, OSError, NotImplementedError, OverflowError,
            UnboundLocalError, RecursionError)  # fmt: skip


def document_from_xls(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of an old workbook; raises UnreadableFile or EmptyFile."""
    if len(content) > _LARGEST:
        raise UnreadableFile(
            path, "the workbook is too large to be a plan", "save the sheets of the plan by themselves"
        )
    try:
        with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):  # where it remarks on damage
            book = xlrd.open_workbook(
                file_contents=content, formatting_info=True, ragged_rows=True, logfile=nowhere
            )
            sheets = [(s.name, [*_cells(book, s)]) for s in book.sheets() if not s.visibility]
    except _DAMAGED as error:
        if "encrypt" in str(error).lower():
            raise UnreadableFile(path, "it is locked by a password", "save it without one") from error
        raise UnreadableFile(
            path, "the workbook is damaged or cut off", "open it in Excel and save it as XLSX once more"
        ) from error
    hidden = [s.name for s in book.sheets() if s.visibility and s.nrows]
    return workbook_document(path, _MEDIA_TYPE, sha256, sheets, hidden)


def _cells(book: Any, sheet: Any) -> Iterator[SheetCell]:
    """Yield the filled cells row by row, with those that are hidden."""
    spans = {(row, column): end - column for row, _, column, end in sheet.merged_cells}
    hidden = {column for column, told in sheet.colinfo_map.items() if told.hidden}
    for row in range(sheet.nrows):
        unseen = row in sheet.rowinfo_map and sheet.rowinfo_map[row].hidden
        for column in range(sheet.row_len(row)):
            if (value := _value(book, sheet, row, column)) is not None:
                by: Hidden = "row" if unseen else "column" if column in hidden else ""
                words = (stored(value), shown(value, _format(book, sheet, row, column)))
                name = f"{column_letters(column + 1)}{row + 1}"
                yield SheetCell(row + 1, column + 1, spans.get((row, column), 1), name, *words, by)


def _value(book: Any, sheet: Any, row: int, column: int) -> Any:
    """Return what a cell holds, None for blanks and for what Excel could not compute."""
    cell = sheet.cell(row, column)
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return cell.value.strip() or None
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return _number(cell.value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    return _date(cell.value, book.datemode) if cell.ctype == xlrd.XL_CELL_DATE else None


def _number(value: float) -> int | float | None:
    if not isfinite(value):
        return None
    return int(value) if value.is_integer() else value


def _date(value: float, mode: int) -> "datetime.datetime | None":
    try:
        return xldate_as_datetime(value, mode) if value >= 1 else None  # less is a time of day
    except (XLDateError, OverflowError, ValueError):
        return None


def _format(book: Any, sheet: Any, row: int, column: int) -> str:
    style = book.xf_list[sheet.cell_xf_index(row, column)]
    return str(book.format_map[style.format_key].format_str) if style.format_key in book.format_map else ""
