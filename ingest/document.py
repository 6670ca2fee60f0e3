"""The neutral document: what every reader makes of a file, and all that the layouts ever see."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.source import Source, Text

__all__ = ["Block", "Cell", "Document", "Heading", "ListItem", "Paragraph", "Row", "Table"]


@dataclass(frozen=True)
class Heading:
    """A line that names what follows it; level 1 is the highest, 0 where the level is not known."""

    text: Text
    level: int = 0


@dataclass(frozen=True)
class Paragraph:
    """Running text; lines that belong together are joined by the layouts, not by the reader."""

    text: Text
    lines: tuple[Text, ...] = ()


@dataclass(frozen=True)
class ListItem:
    """One item of a list: its mark as written ('-', 'a)', '1.', '•'), its depth from 0, its text."""

    text: Text
    mark: str = ""
    depth: int = 0
    lines: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Cell:
    """One cell of a table: its text with markup kept in `raw` and dropped in `text`."""

    raw: Text
    text: Text
    column: int = 0
    span: int = 1


@dataclass(frozen=True)
class Row:
    """One row of a table, from the left."""

    cells: tuple[Cell, ...]

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)


@dataclass(frozen=True)
class Table:
    """Rows that stand together; the first may be the header, which is for the layouts to decide."""

    rows: tuple[Row, ...]
    is_apart: bool = False
    """Whether it is known to be no more of the table above, as one beside it in a sheet."""


Block = Heading | Paragraph | ListItem | Table


@dataclass(frozen=True, eq=False)
class Document:
    """A file as a sequence of blocks, each of whose texts knows its place in the source.

    Two documents are one only if they are the same object, so that what is worked out of one can be kept.
    """

    source: Source
    blocks: tuple[Block, ...] = field(repr=False)
    furniture: tuple[Text, ...] = field(default=(), repr=False)
    """Page headers and footers that were taken out; they count as read."""
    notes: tuple[str, ...] = ()
    """What a person is to be told of how the file was read, such as pages that were not."""
    parts: tuple[int, ...] = ()
    """The numbers of the blocks with which a part of its own begins, such as a sheet of a workbook."""

    def without(self, numbers: frozenset[int]) -> "Document":
        """Return the document without the blocks of these numbers."""
        if not numbers:
            return self
        kept = tuple(block for n, block in enumerate(self.blocks) if n not in numbers)
        return Document(self.source, kept, self.furniture)

    def begins_a_table(self, number: int) -> bool:
        """Tell whether a block is a table that is known to be no more of the one above."""
        block = self.blocks[number] if number < len(self.blocks) else None
        return isinstance(block, Table) and block.is_apart

    def texts(self) -> Iterator[Text]:
        """Yield the text of every block and cell, in reading order."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from (cell.text for row in block.rows for cell in row if cell.text)
            elif block.text:
                yield block.text
