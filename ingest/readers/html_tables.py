"""The tables of web pages: merged cells spread over their columns, tables within cells, tables for looks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.document import Cell, Row, Table
from ingest.readers.html_tree import BLOCKS, HEADINGS, Element
from ingest.source import Text

__all__ = ["Grid", "grid_of", "is_layout"]

_MOST_COLUMNS = 100
_MOST_ROWS_SPANNED = 500
_MOST_CELLS = 200_000
_NO_WORDS = frozenset({"script", "style", "template", "noscript", "svg", "select", "button"})
_SHOWN = {"ul": "ul", "ol": "ul", "li": "li"}


@dataclass
class Grid:
    """Rows of cells; a place that a merged cell covers is empty."""

    rows: list[list[Element | None]] = field(default_factory=list)

    def cells(self) -> Iterator[Element]:
        """Yield the cells in reading order."""
        return (cell for row in self.rows for cell in row if cell is not None)

    def texts(self) -> Iterator[Text]:
        """Yield the words of all cells."""
        return (text for cell in self.cells() for text in cell.texts() if text)

    def parts(self) -> Iterator["Grid | Element"]:
        """Yield the rows that stand together, and after its row each cell that holds a table of its own."""
        together = Grid()
        for row in self.rows:
            own = [cell for cell in row if cell is not None and _holds_blocks(cell)]
            together.rows.append([None if cell in own else cell for cell in row])
            if own:
                yield together
                yield from own
                together = Grid()
        yield together

    def table(self) -> Table:
        """Return the rows that say something, as blocks know them."""
        rows = [Row(tuple(_cell(cell, n) for n, cell in enumerate(row))) for row in self.rows]
        return Table(tuple(row for row in rows if any(cell.text for cell in row)))


def grid_of(table: Element) -> Grid:
    """Return the cells of a table by row and column."""
    grid = Grid()
    covered: dict[int, int] = {}  # the columns that cells from above reach into, and for how many rows
    left = _MOST_CELLS
    for tr in _rows(table):
        row: list[Element | None] = []
        for cell in (e for e in tr.elements() if e.name in ("td", "th")):
            while covered.get(len(row), 0) and len(row) < _MOST_COLUMNS:
                row.append(None)
            width = min(_span(cell, "colspan"), max(1, _MOST_COLUMNS - len(row)))
            for column in range(len(row), len(row) + width):
                covered[column] = min(_span(cell, "rowspan"), _MOST_ROWS_SPANNED)
            row.extend([cell, *([None] * (width - 1))])
        while covered.get(len(row), 0) and len(row) < _MOST_COLUMNS:
            row.append(None)
        covered = {column: rows - 1 for column, rows in covered.items() if rows > 1}
        left -= len(row)
        if left < 0:
            break
        grid.rows.append(row)
    return grid


def is_layout(grid: Grid) -> bool:
    """Tell whether a table is there for the looks of the page: one column, or headings within its cells."""
    widest = max((sum(cell is not None for cell in row) for row in grid.rows), default=0)
    return widest <= 1 or any(e.name in HEADINGS for cell in grid.cells() for e in cell.all())


def _rows(table: Element) -> Iterator[Element]:
    for child in table.elements():
        if child.name == "tr":
            yield child
        elif child.name in ("thead", "tbody", "tfoot"):
            yield from (e for e in child.elements() if e.name == "tr")


def _span(cell: Element, name: str) -> int:
    words = cell.attributes.get(name, "").strip()
    return max(1, int(words)) if words.isascii() and words.isdigit() and len(words) < 5 else 1


def _holds_blocks(cell: Element) -> bool:
    return any(e.name == "table" for e in cell.all())


def _cell(cell: Element | None, column: int) -> Cell:
    if cell is None:
        return Cell(Text(), Text(), column)
    raw = Text.join(_raw(cell), "").folded()
    return Cell(raw, raw.clean(), column)


def _raw(element: Element) -> Iterator[Text]:
    """Yield the words of a cell with the tags of its lines and lists, which layouts take it apart by."""
    for child in element.children:
        if isinstance(child, Text):
            yield child
        elif child.name in _NO_WORDS:
            continue
        elif child.name in _SHOWN:
            yield from (_tag(f"<{_SHOWN[child.name]}>"), *_raw(child), _tag(f"</{_SHOWN[child.name]}>"))
        elif child.name == "br" or child.name in BLOCKS:
            yield from (_tag("<br>"), *_raw(child), *([] if child.name == "br" else [_tag("<br>")]))
        else:
            yield from _raw(child)


def _tag(words: str) -> Text:
    return Text(words, (-1,) * len(words))
