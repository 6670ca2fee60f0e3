"""Workbooks of any kind as one document: the sheets one below the other, each cell a place by its name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from graph.errors import EmptyFile
from ingest.document import Block, Cell, Document, Heading
from ingest.readers.sheet import Grid, blocks_of
from ingest.source import Source, Text

__all__ = ["Hidden", "SheetCell", "column_letters", "workbook_document"]

Hidden = Literal["", "row", "column"]
"""By what a cell is hidden, if it is."""

_MOST_NAMED = 10  # hidden sheets, columns
_UNNAMED = re.compile(r"(?:sheet|tabelle|hoja|feuil|feuille|planilha)\s*\d*", re.IGNORECASE)


@dataclass(frozen=True)
class SheetCell:
    """A cell's place from 1, how many columns it covers, what the file stores and what people see."""

    row: int
    column: int
    span: int
    coordinate: str
    stored: str
    shown: str
    hidden: Hidden = ""
    """Whether its row or its column is hidden, so that nobody sees it."""


def workbook_document(
    path: Path,
    media_type: str,
    sha256: str,
    sheets: Iterable[tuple[str, list[SheetCell]]],
    hidden: Sequence[str] = (),
) -> Document:
    """Return the document of sheets, each with its name and its filled cells row by row; raises EmptyFile.

    Of hidden sheets only the names are told, of hidden rows and columns how many, as what was not read.
    """
    writer = _Writer()
    notes = [_hidden_sheets(hidden)] if hidden else []
    for title, cells in sheets:
        writer.sheet(title, [cell for cell in cells if not cell.hidden])
        if unseen := [cell for cell in cells if cell.hidden]:
            notes.append(f"what is hidden in the sheet “{title}” was not read: {_unseen(unseen)}")
    return replace(writer.document(path, media_type, sha256), notes=tuple(notes))


def _hidden_sheets(names: Sequence[str]) -> str:
    listed = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    return f"what is hidden in the workbook was not read: the sheets {listed}"


def _unseen(cells: Sequence[SheetCell]) -> str:
    """Return how many rows that hold something are hidden, and which columns."""
    rows = {cell.row for cell in cells if cell.hidden == "row"}
    columns = sorted({cell.column for cell in cells if cell.hidden == "column"})
    letters = ", ".join(column_letters(column) for column in columns[:_MOST_NAMED])
    letters += f" and {len(columns) - _MOST_NAMED} more" if len(columns) > _MOST_NAMED else ""
    said = [f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}"] if rows else []
    said += [f"{'column' if len(columns) == 1 else 'columns'} {letters}"] if columns else []
    return " and ".join(said)


def column_letters(column: int) -> str:
    """Return the name of a column, counted from 1.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    name = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


@dataclass
class _Writer:
    """Writes the sheets one below the other, a line for each row, and remembers where each cell stands."""

    raw: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[int, int | str]] = field(default_factory=list)
    wholes: list[tuple[int, int]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)

    def sheet(self, title: str, cells: list[SheetCell]) -> None:
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

    def _lines(self, title: str, cells: list[SheetCell]) -> Iterator[tuple[int, int, Cell]]:
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

    def document(self, path: Path, media_type: str, sha256: str) -> Document:
        """Return the document of what was written; raises EmptyFile."""
        if not self.blocks:
            raise EmptyFile(path)
        raw, marks = "".join(self.raw), tuple(self.marks)
        source = Source(path.name, raw, media_type, sha256, marks, tuple(self.wholes))
        return Document(source, tuple(self.blocks), parts=tuple(self.parts))
