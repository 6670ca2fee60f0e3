"""PDF: headings by their type, paragraphs, lists, ruled tables; page headers and numbers left aside."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psparser import PSException
from pdfplumber.utils.exceptions import PdfminerException

from graph.errors import UnreadableFile
from ingest.document import Document
from ingest.readers.manuscript import Manuscript
from ingest.readers.pdf_lines import Line, lines_of_words
from ingest.readers.pdf_margins import margins
from ingest.readers.pdf_tables import Grid, tables_of
from ingest.readers.pdf_type import Typography

__all__ = ["document_from_pdf"]

_FOOTER = 2  # lines
_END = 4096  # bytes at the end, in which a whole PDF says %%EOF
_SAVED_BADLY = "get the whole file again, or save it as PDF once more"
_WORDS = {"x_tolerance_ratio": 0.15, "return_chars": True}  # gaps are judged by the size of the type


def document_from_pdf(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of a PDF; raises UnreadableFile where it is cut off, locked or a picture."""
    if b"%%EOF" not in content[-_END:]:
        raise UnreadableFile(path, "the PDF is cut off before its end", _SAVED_BADLY)
    try:
        with pdfplumber.open(BytesIO(content)) as pdf:
            pages = list(_pages(pdf))
    except (PdfminerException, PDFSyntaxError, PSException) as error:
        raise _unreadable(path, error) from error
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # pdfminer lets these through where a file's own structure is wrong
        raise UnreadableFile(path, "the PDF is damaged", _SAVED_BADLY) from error
    if not pages:
        raise UnreadableFile(path, "the PDF is damaged and shows no page", _SAVED_BADLY)
    if not any(page.parts for page in pages):
        raise UnreadableFile(
            path, "the PDF holds pictures of pages and no text", "run text recognition over it first"
        )
    return _written(pages).document(path.name, "application/pdf", sha256)


def _unreadable(path: Path, error: Exception) -> UnreadableFile:
    if any(isinstance(e, PDFPasswordIncorrect) for e in (error, *error.args)):
        return UnreadableFile(path, "the PDF is locked by a password", "save it without one")
    return UnreadableFile(path, "the PDF is damaged or cut off", _SAVED_BADLY)


def _pages(pdf: Any) -> Iterator["_Page"]:
    before: Grid | None = None
    for page in pdf.pages:
        read = _Page.of(page, before)
        page.close()  # or all pages' letters stay in memory
        before = read.last_table
        yield read


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines and tables of a page from the top, and how many of its letters have which size."""

    parts: list[Line | Grid]
    letters: Counter[float]

    @classmethod
    def of(cls, page: Any, before: Grid | None) -> "_Page":
        """Read a page of pdfplumber's; `before` is the table that stands last on the page before."""
        words = page.extract_words(**_WORDS)
        tables = page.find_tables()
        grids = tables_of(tables, before)
        outside = [w for w in words if not any(grid.holds(w) for grid in grids)]
        frames = [table.bbox for table in tables]
        parts: list[Line | Grid] = [*(line.within(frames) for line in lines_of_words(outside)), *grids]
        parts.sort(key=lambda part: (part.top, part.left))
        return cls(parts, Counter(round(c["size"], 1) for w in words for c in w["chars"]))

    @property
    def last_table(self) -> Grid | None:
        """The table at the end of the page, with no more than a footer below it."""
        grids = [n for n, part in enumerate(self.parts) if isinstance(part, Grid)]
        below = self.parts[grids[-1] + 1 :] if grids else []
        last = self.parts[grids[-1]] if grids and len(below) <= _FOOTER else None
        return last if isinstance(last, Grid) else None

    @property
    def lines(self) -> list[Line]:
        """The lines outside of tables."""
        return [part for part in self.parts if isinstance(part, Line)]


def _written(pages: list[_Page]) -> Manuscript:
    lines = [page.lines for page in pages]
    letters = sum((page.letters for page in pages), Counter())
    writer = _Writer(Typography.of(lines, letters))
    for number, (page, aside) in enumerate(zip(pages, margins(lines), strict=True), 1):
        writer.page(number, page.parts, aside)
    writer.end()
    return writer.manuscript


class _Writer:
    """Writes page after page, joining what a page's end cut."""

    def __init__(self, typography: Typography) -> None:
        self.manuscript = Manuscript()
        self._type = typography
        self._before: Line | Grid | None = None
        self._item_at: float | None = None
        self._heading: list[Line] = []

    def page(self, number: int, parts: list[Line | Grid], aside: set[Line]) -> None:
        """Write one page; the lines aside are its header, footer and number."""
        self._end_heading()
        self.manuscript.mark(number)
        first = True
        for part in parts:
            if isinstance(part, Line) and part in aside:
                self.manuscript.furniture(part.text)
                continue
            if isinstance(part, Grid):
                self._table(part, first)
            else:
                self._line(part, first)
            self._before, first = part, False

    def end(self) -> None:
        """Write what was still gathered at the end of the last page."""
        self._end_heading()

    def _table(self, grid: Grid, first: bool) -> None:
        rows = list(grid.rows)
        self._end_heading()
        before = self._before
        if first and isinstance(before, Grid) and before.goes_on_in(grid):
            if rows[0] == before.rows[0]:
                rows = rows[1:]
            elif _is_rest(rows[0]):
                self.manuscript.more_of_row(rows[0])
                rows = rows[1:]
        else:
            self.manuscript.end_block()
        for row in rows:
            self.manuscript.row(row)
        self._item_at = None

    def _line(self, line: Line, first: bool) -> None:
        level = self._type.level(line)
        if level is not None and not line.is_item:
            self._take_heading(line)
            return
        self._end_heading()
        if self._begins_block(line, first):
            self.manuscript.end_block()
            self._item_at = None
        elif isinstance(self._before, Line) and not line.is_item and self._type.is_full(self._before, line):
            self.manuscript.more_of_line(line.text)
            return
        if line.is_item:
            self._item_at = line.left
        indent = " " * max(0, round((line.left - self._type.margin) / 4)) if line.is_item else ""
        self.manuscript.line(indent + line.text)

    def _begins_block(self, line: Line, first: bool) -> bool:
        """Tell whether a line begins a paragraph: after a gap, after other type, or left of a list's text."""
        before = self._before
        if not isinstance(before, Line):
            return True
        if self._ends_list(before, line):
            return True
        if first:  # a sentence that a page's end cut goes on with a small letter
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


def _is_rest(row: tuple[str, ...]) -> bool:
    """Tell whether a row at the top of a page only goes on with the last one: no cell begins anew."""
    filled = [cell for cell in row if cell]
    return not row[0] and bool(filled) and all(cell[0].islower() for cell in filled)
