"""DOCX: headings by their style, paragraphs, numbered and bulleted lists, tables with merged cells."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Document
from ingest.readers.docx_lists import Numbering
from ingest.readers.docx_text import is_bold, paragraph_lines
from ingest.readers.manuscript import Manuscript
from ingest.readers.packed import check_packed

__all__ = ["document_from_docx"]

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEADING = re.compile(r"(?:heading|überschrift|título|titre)\s*(?P<level>[1-9])", re.IGNORECASE)
_LONGEST_BOLD_HEADING = 110  # characters
# What python-docx and what it stands on raise for files that are cut off or written wrongly.
_DAMAGED = (BadZipFile, zlib.error, EOFError, OpcError, SyntaxError, KeyError, ValueError, AttributeError)


def document_from_docx(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of a DOCX; raises UnreadableFile where it is damaged, EmptyFile without words."""
    check_packed(path, content)
    try:
        opened = docx.Document(BytesIO(content))
        writer = _Writer(opened)
        writer.body(opened.element.body)
    except _DAMAGED as error:
        raise UnreadableFile(
            path, "the DOCX is damaged or cut off", "get the whole file again, or save it as DOCX once more"
        ) from error
    document = writer.manuscript.document(path.name, _MEDIA_TYPE, sha256)
    if not document.source.raw.strip():
        raise EmptyFile(path)
    return document


class _Writer:
    """Writes the body from the top; every paragraph and cell is a place of its own."""

    def __init__(self, opened: Any) -> None:
        self.manuscript = Manuscript()
        self._numbering = Numbering(opened)
        self._styles = {style.style_id: style for style in opened.styles}
        self._paragraphs = 0
        self._tables = 0

    def body(self, parent: Any) -> None:
        """Write what stands in the body, or in a content control of it."""
        for element in parent:
            if element.tag == qn("w:p"):
                self._paragraph(element)
            elif element.tag == qn("w:tbl"):
                self._table(element)
            elif element.tag == qn("w:sdt"):
                for inner in element.iter(qn("w:sdtContent")):
                    self.body(inner)
                    break

    def _paragraph(self, element: Any) -> None:
        lines = paragraph_lines(element)
        if any(line.strip() for line in lines):
            self._paragraphs += 1
            self.manuscript.mark(f"paragraph {self._paragraphs}")
            self._write(element, lines)
        for box in _text_boxes(element):
            self.body(box)

    def _write(self, element: Any, lines: list[str]) -> None:
        level, item = self._level(element), self._numbering.item(element)
        if level is not None:
            self.manuscript.heading(" ".join(" ".join(lines).split()), level)
            return
        if item is None:
            self.manuscript.end_block()
        first = f"{' ' * item.indent}{item.mark} " if item else ""
        for n, line in enumerate(lines):
            self.manuscript.line((first if n == 0 else "") + line.strip())
        if item is None:
            self.manuscript.end_block()

    def _level(self, element: Any) -> int | None:
        """Return the level of a heading, 0 for a short bold paragraph, None for other paragraphs."""
        style = self._styles.get(element.style)
        while style is not None:
            if style.name.lower() == "title":
                return 1
            if match := _HEADING.match(style.name):
                return int(match["level"])
            style = style.base_style
        words = "".join(paragraph_lines(element)).strip()
        short = len(words) <= _LONGEST_BOLD_HEADING and not words.endswith((".", ",", ";"))
        item = self._numbering.item(element, count=False)
        return 0 if short and item is None and is_bold(element) else None

    def _table(self, element: Any) -> None:
        self.manuscript.end_block()
        self._tables += 1
        for number, row in enumerate(element.iterchildren(qn("w:tr")), 1):
            cells = list(self._cells(row))
            names = [f"table {self._tables}, row {number}, column {n}" for n in range(1, len(cells) + 1)]
            if any(cells):
                self.manuscript.row(cells, names)
        self.manuscript.end_block()

    def _cells(self, row: Any) -> Iterator[str]:
        """Yield the words of each column; what is merged into a cell before or above is empty."""
        for cell in row.iter(qn("w:tc")):
            if _enclosing_row(cell) is not row:
                continue  # a cell of a table within a cell
            properties = cell.tcPr
            merged = properties is not None and properties.find(qn("w:vMerge")) is not None
            goes_on = merged and properties.find(qn("w:vMerge")).get(qn("w:val")) != "restart"
            yield "" if goes_on else self._words(cell)
            yield from [""] * (cell.grid_span - 1)

    def _words(self, cell: Any) -> str:
        """Return all words of a cell; the items of a list keep their marks."""
        parts = []
        for paragraph in cell.iter(qn("w:p")):
            item = self._numbering.item(paragraph)
            words = " ".join(paragraph_lines(paragraph)).strip()
            if words:
                parts.append(f"{item.mark} {words}" if item else words)
        return "\n".join(parts)


def _enclosing_row(cell: Any) -> Any:
    return next(cell.iterancestors(qn("w:tr")))


def _text_boxes(element: Any) -> Iterator[Any]:
    """Yield the text boxes of a paragraph, each once though older and newer Word both get a copy."""
    for box in element.iter(qn("w:txbxContent")):
        if not any(a.tag.endswith("}Fallback") for a in box.iterancestors()):
            yield box
