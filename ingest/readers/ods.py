"""ODS: the visible cells of each sheet of an OpenDocument workbook, as people see them."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from graph.errors import UnreadableFile
from ingest.document import Document
from ingest.readers.odf import content_of, local, said, said_in
from ingest.readers.workbook import Hidden, SheetCell, column_letters, workbook_document

__all__ = ["document_from_ods"]

_MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MOST_CELLS = 200_000  # filled ones of a workbook; one element may stand for a million
_MOST_HIDDEN = 1000  # runs of hidden columns that are looked at
_ROWS = frozenset({"table-row-group", "table-header-rows", "table-rows"})
_UNSEEN = frozenset({"collapse", "filter"})


def document_from_ods(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of a workbook; raises UnreadableFile or EmptyFile."""
    root = content_of(path, content)
    hidden = {said(style, "style:name") for style in root.iter() if _hides(style)}
    sheets: list[tuple[str, list[SheetCell]]] = []
    left = _MOST_CELLS
    unread = []
    for table in (element for element in root.iter() if local(element) == "table"):
        if said(table, "table:style-name") in hidden:
            unread.append(said(table, "table:name"))
            continue
        found: list[SheetCell] = []
        for cell in _cells(table):
            found.append(cell)
            left -= 1
            if left < 0:
                raise UnreadableFile(
                    path,
                    "the workbook is too large to be a plan",
                    "save the sheets of the plan by themselves",
                )
        sheets.append((said(table, "table:name"), found))
    return workbook_document(path, _MEDIA_TYPE, sha256, sheets, unread)


def _hides(style: Element) -> bool:
    return any(said(child, "table:display") == "false" for child in style)


def _cells(table: Element) -> Iterator[SheetCell]:
    hidden = _hidden_columns(table)
    at = 1
    for row, folded in _rows(table):
        times = _count(row, "table:number-rows-repeated")
        unseen = folded or said(row, "table:visibility") in _UNSEEN
        if any(_words(cell) for cell in row):
            for number in range(at, at + times):
                yield from _of_row(row, number, hidden, unseen=unseen)
        at += times


def _of_row(row: Element, number: int, hidden: list[range], *, unseen: bool) -> Iterator[SheetCell]:
    column = 1
    for cell in row:
        times, words = _count(cell, "table:number-columns-repeated"), _words(cell)
        if words and local(cell) == "table-cell":
            span = _count(cell, "table:number-columns-spanned")
            for place in range(column, column + times):
                covered = any(place in columns for columns in hidden)
                by: Hidden = "row" if unseen else "column" if covered else ""
                name = f"{column_letters(place)}{number}"
                yield SheetCell(number, place, span, name, words, words, by)
        column += times


def _rows(parent: Element, *, unseen: bool = False) -> Iterator[tuple[Element, bool]]:
    """Yield the rows, and whether they stand in a group that is folded away."""
    for child in parent:
        if local(child) == "table-row":
            yield child, unseen
        elif local(child) in _ROWS:
            yield from _rows(child, unseen=unseen or said(child, "table:display") == "false")


def _hidden_columns(table: Element) -> list[range]:
    found, at = [], 1
    for column in table.iter():
        if local(column) == "table-column":
            times = _count(column, "table:number-columns-repeated")
            if said(column, "table:visibility") in _UNSEEN:
                found.append(range(at, at + times))
            at += times
    return found[:_MOST_HIDDEN]


def _words(cell: Element) -> str:
    parts = (said_in(part).strip() for part in cell if local(part) in ("p", "h"))
    return "\n".join(part for part in parts if part)


def _count(element: Element, name: str) -> int:
    said_so = said(element, name)
    return min(2**20, int(said_so)) if said_so.isdecimal() and int(said_so) else 1
