"""XLSX and XLSM: the visible cells of each sheet as people see them, each a place; no macro is run."""

import re
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from defusedxml.common import DefusedXmlException  # openpyxl guards its XML by defusedxml where it is there
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Block, Cell, Document, Heading
from ingest.readers.number_format import shown, stored
from ingest.readers.sheet import Grid, blocks_of
from ingest.readers.xlsx_bounds import check_bounds
from ingest.source import Source, Text

__all__ = ["document_from_xlsx"]

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_UNNAMED = re.compile(r"(?:sheet|tabelle|hoja|feuil|feuille|planilha)\s*\d*", re.IGNORECASE)
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
    writer = _Writer()
    for title, cells in sheets:
        writer.sheet(title, cells)
    return writer.document(path, sha256)


@dataclass(frozen=True)
class _Value:
    """A cell's place from 1, how many columns it covers, what the file stores and what people see."""

    row: int
    column: int
    span: int
    coordinate: str
    stored: str
    shown: str


def _cells(sheet: Any) -> list[_Value]:
    """Return the filled cells that are not hidden, row by row."""
    hidden = _hidden_columns(sheet)
    spans = {(r.min_row, r.min_col): r.max_col - r.min_col + 1 for r in sheet.merged_cells.ranges}
    found = []
    for (row, column), cell in sorted(sheet._cells.items()):  # iter_rows makes cells of all the empty ones
        value = _value(cell)
        if value is None or column in hidden or _is_hidden(sheet, row):
            continue
        words = (stored(value), shown(value, cell.number_format))
        found.append(_Value(row, column, spans.get((row, column), 1), cell.coordinate, *words))
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


@dataclass
class _Writer:
    """Writes the sheets one below the other, a line for each row, and remembers where each cell stands."""

    raw: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[int, int | str]] = field(default_factory=list)
    wholes: list[tuple[int, int]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)

    def sheet(self, title: str, cells: list[_Value]) -> None:
        """Write a sheet: its name, where it was given one, and its cells."""
        if not cells:
            return
        self.parts.append(len(self.blocks))
        if not _UNNAMED.fullmatch(title.strip()):
            self.marks.append((self.length, title))
            self.blocks.append(Heading(self._write(title, title).clean(), 1))
            self._write("\n", "\n")
        rows: dict[int, dict[int, Cell]] = {}
        for row, column, cell in self._lines(title, cells):
            rows.setdefault(row, {})[column] = cell
        self._write("\n\n", "\n\n")
        grid: Grid = rows
        self.blocks.extend(blocks_of(grid))

    def _lines(self, title: str, cells: list[_Value]) -> Iterator[tuple[int, int, Cell]]:
        before = cells[0]
        for value in cells:
            if value is not before:
                sign = "\t" if value.row == before.row else "\n"
                self._write(sign, sign)
            before = value
            self.marks.append((self.length, f"{title}!{value.coordinate}"))
            text = self._write(value.stored, value.shown)
            if clean := text.clean():
                yield value.row, value.column, Cell(text, clean, value.column - 1, value.span)

    def _write(self, words: str, shown_as: str) -> Text:
        """Write words, and return them as they are shown; what is shown otherwise is quoted whole."""
        start = self.length
        self.raw.append(words)
        self.length += len(words)
        if words == shown_as:
            return Text(words, tuple(range(start, self.length)))
        self.wholes.append((start, self.length))
        share = len(words) / max(1, len(shown_as))
        return Text(shown_as, tuple(start + int(i * share) for i in range(len(shown_as))))

    def document(self, path: Path, sha256: str) -> Document:
        """Return the document of what was written; raises EmptyFile."""
        if not self.blocks:
            raise EmptyFile(path)
        source = Source(
            path.name, "".join(self.raw), _MEDIA_TYPE, sha256, tuple(self.marks), tuple(self.wholes)
        )
        return Document(source, tuple(self.blocks), parts=tuple(self.parts))
