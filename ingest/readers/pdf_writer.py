"""Writes the pages of a PDF down as one document, joining what the ends of lines and pages cut."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ingest.readers.manuscript import Manuscript
from ingest.readers.pdf_grids import PageTable, Row
from ingest.readers.pdf_joins import Vocabulary, is_rest
from ingest.readers.pdf_lines import Line
from ingest.readers.pdf_margins import margins
from ingest.readers.pdf_pages import Page
from ingest.readers.pdf_type import Typography

__all__ = ["written"]

_MOST_HEADER_ROWS = 3


def written(pages: Sequence[Page]) -> Manuscript:
    """Return what the pages say, their headers, footers and numbers left aside."""
    lines = [page.lines for page in pages]
    aside = margins(lines)
    settled = list(_settled(pages, aside))
    letters = sum((page.letters for page in pages), Counter())
    typography = Typography.of([[p for p in parts if isinstance(p, Line)] for parts in settled], letters)
    writer = _Writer(typography, Vocabulary.of(part for parts in settled for part in parts))
    for number, (parts, left_aside) in enumerate(zip(settled, aside, strict=True), 1):
        writer.page(number, parts, left_aside)
    writer.end()
    return writer.manuscript


def _settled(pages: Iterable[Page], aside: Iterable[set[Line]]) -> Iterator[list[Line | PageTable]]:
    """Yield the parts of each page, with lines for what is a table only if it goes on with one."""
    before: Line | PageTable | None = None
    for page, margin in zip(pages, aside, strict=True):
        parts: list[Line | PageTable] = []
        first = True
        for part in page.parts:
            if isinstance(part, Line) and part in margin:
                parts.append(part)
                continue
            goes_on = (
                first
                and isinstance(before, PageTable)
                and isinstance(part, PageTable)
                and before.goes_on_in(part)
            )
            if isinstance(part, PageTable) and part.weak and not goes_on:
                parts.extend(part.lines)
                before = part.lines[-1]
            else:
                parts.append(part)
                before = part
            first = False
        yield parts


class _Writer:
    """Writes page after page."""

    def __init__(self, typography: Typography, vocabulary: Vocabulary) -> None:
        self.manuscript = Manuscript()
        self._type = typography
        self._words = vocabulary
        self._before: Line | PageTable | None = None
        self._table: list[Row] = []
        self._item_at: float | None = None
        self._heading: list[Line] = []

    def page(self, number: int, parts: list[Line | PageTable], aside: set[Line]) -> None:
        """Write one page; the lines aside are its header, footer and number."""
        self._end_heading()
        self.manuscript.mark(number)
        first = True
        for part in parts:
            if isinstance(part, Line) and part in aside:
                self.manuscript.furniture(part.text)
                continue
            if isinstance(part, PageTable):
                self._grid(part, first)
            else:
                self._line(part, first)
            self._before, first = part, False

    def end(self) -> None:
        """Write what was still gathered at the end of the last page."""
        self._end_heading()

    def _grid(self, grid: PageTable, first: bool) -> None:
        self._end_heading()
        before = self._before
        rows = before.fitted(grid) if first and isinstance(before, PageTable) else None
        if rows is None:
            self.manuscript.end_block()
            self._table, rows = [], list(grid.rows)
        elif self._table:
            rows = self._without_header(rows)
            if rows and is_rest(self._table[-1], rows[0], [*self._table, *rows[1:]]):
                self.manuscript.more_of_row(self._words.row(rows[0]))
                joined = zip(self._table[-1], rows[0], strict=True)
                self._table[-1] = tuple(above + below for above, below in joined)
                rows = rows[1:]
        for row in rows:
            if not self._is_header_again(row):
                self.manuscript.row(self._words.row(row))
                self._table.append(row)
        self._item_at = None

    def _without_header(self, rows: list[Row]) -> list[Row]:
        """Return the rows without those with which the table began, printed once more."""
        count = 0
        for row, head in zip(rows, self._table[:_MOST_HEADER_ROWS], strict=False):
            if self._words.row(row) != self._words.row(head):
                break
            count += 1
        return rows[count:]

    def _is_header_again(self, row: Row) -> bool:
        """Tell whether a row prints the first one of its table once more."""
        words = self._words.row(row)
        return bool(self._table) and sum(map(bool, words)) > 1 and words == self._words.row(self._table[0])

    def _line(self, line: Line, first: bool) -> None:
        level = self._type.level(line)
        if level is not None and not line.is_item:
            self._take_heading(line)
            return
        self._end_heading()
        before = self._before
        if self._begins_block(line, first):
            self.manuscript.end_block()
            self._item_at = None
        elif isinstance(before, Line) and not line.is_item and self._type.is_full(before, line):
            self.manuscript.more_of_line(line.text, self._words.glue(before.text, line.text, full=False))
            return
        if line.is_item:
            self._item_at = line.left
        indent = " " * max(0, round((line.left - self._type.margin_of(line)) / 4)) if line.is_item else ""
        self.manuscript.line(indent + line.text)

    def _begins_block(self, line: Line, first: bool) -> bool:
        """Tell whether a line begins a paragraph: after a gap, after other type, or left of a list's text."""
        before = self._before
        if not isinstance(before, Line):
            return True
        if self._ends_list(before, line):
            return True
        if first or line.top < before.top:  # a sentence that a page's or column's end cut goes on small
            return not (line.text[:1].islower() and before.text[-1:] not in ".!?:")
        return self._type.parts(before, line)

    def _ends_list(self, before: Line, line: Line) -> bool:
        """Tell whether a line after a list's item is no part of it: left of its words, after room."""
        if self._item_at is None or line.is_item or line.left > self._item_at + 1:
            return False
        return not self._type.is_full(before, line)

    def _take_heading(self, line: Line) -> None:
        """Gather the lines of a heading that is longer than one."""
        before = self._heading[-1] if self._heading else None
        if before and not self._type.goes_on(before, line):
            self._end_heading()
        self._heading.append(line)
        self._item_at = None

    def _end_heading(self) -> None:
        if self._heading:
            level = self._type.level(self._heading[0]) or 0
            self.manuscript.heading(" ".join(line.text for line in self._heading), level)
            self._heading = []
