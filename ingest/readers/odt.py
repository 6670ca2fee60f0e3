"""ODT: headings, paragraphs, nested lists and tables of an OpenDocument text."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Document
from ingest.readers.manuscript import Manuscript
from ingest.readers.odf import content_of, local, said, said_in

__all__ = ["document_from_odt"]

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_INSIDE = frozenset({"section", "frame", "text-box"})
_MOST_COLUMNS = 200


def document_from_odt(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of a text; raises UnreadableFile or EmptyFile."""
    root = content_of(path, content)
    writer = _Writer(root)
    try:
        for body in root.iter():
            if local(body) == "text" and body.tag.count("office"):
                writer.body(body)
    except RecursionError as error:
        raise UnreadableFile(path, "it is nested too deeply", "save it anew, or leave it out") from error
    document = writer.manuscript.document(path.name, _MEDIA_TYPE, sha256)
    if not document.source.raw.strip():
        raise EmptyFile(path)
    return document


class _Writer:
    """Writes the body from the top; every paragraph and cell is a place of its own."""

    def __init__(self, root: Element) -> None:
        self.manuscript = Manuscript()
        self._numbered = {said(style, "style:name") for style in root.iter() if _numbers(style)}
        self._paragraphs = 0
        self._tables = 0

    def body(self, parent: Element) -> None:
        """Write what stands in the body, or in a section of it."""
        for element in parent:
            name = local(element)
            if name == "h":
                self._heading(element)
            elif name == "p":
                self._paragraph(element)
            elif name == "list":
                self._list(element, 0, said(element, "text:style-name"))
                self.manuscript.end_block()
            elif name == "table":
                self._table(element)
            elif name in _INSIDE:
                self.body(element)

    def _heading(self, element: Element) -> None:
        if words := " ".join(said_in(element).split()):
            self._mark()
            level = said(element, "text:outline-level")
            self.manuscript.heading(words, int(level) if level.isdecimal() else 0)

    def _paragraph(self, element: Element) -> None:
        if words := said_in(element).strip():
            self._mark()
            self.manuscript.end_block()
            for line in words.split("\n"):
                self.manuscript.line(" ".join(line.split()))
            self.manuscript.end_block()
        for box in _boxes(element):
            self.body(box)

    def _list(self, element: Element, depth: int, style: str) -> None:
        number = 0
        for item in element:
            if local(item) != "list-item":
                continue
            number += 1
            mark = f"{number}." if style in self._numbered else "•"
            for child in item:
                if local(child) == "list":
                    self._list(child, depth + 1, said(child, "text:style-name") or style)
                elif words := " ".join(said_in(child).split()):
                    self._mark()
                    self.manuscript.line(f"{'  ' * depth}{mark} {words}" if mark else words)
                    mark = ""

    def _table(self, element: Element) -> None:
        self.manuscript.end_block()
        self._tables += 1
        rows = (row for row in element.iter() if local(row) == "table-row")
        for number, row in enumerate(rows, 1):
            cells = [*_cells(row)][:_MOST_COLUMNS]
            names = [f"table {self._tables}, row {number}, column {n}" for n in range(1, len(cells) + 1)]
            if any(cells):
                self.manuscript.row(cells, names)
        self.manuscript.end_block()

    def _mark(self) -> None:
        self._paragraphs += 1
        self.manuscript.mark(f"paragraph {self._paragraphs}")


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes of a paragraph, but not those within others."""
    for child in element:
        if local(child) == "text-box":
            yield child
        else:
            yield from _boxes(child)


def _numbers(style: Element) -> bool:
    """Tell whether a style of lists numbers its first level."""
    return any(
        local(level) == "list-level-style-number" and said(level, "text:level") == "1" for level in style
    )


def _cells(row: Element) -> Iterator[str]:
    """Yield the words of each column; what is merged into a cell before or above is empty."""
    for cell in row:
        if local(cell) in ("table-cell", "covered-table-cell"):
            times = said(cell, "table:number-columns-repeated")
            words = "" if local(cell).startswith("covered") else _words(cell)
            yield from [words] * (min(_MOST_COLUMNS, int(times)) if times.isdecimal() else 1)


def _words(cell: Element) -> str:
    parts = []
    for part in cell:
        if local(part) == "list":
            parts += [f"• {said_in(p).strip()}" for p in part.iter() if local(p) in ("p", "h")]
        elif local(part) in ("p", "h"):
            parts.append(said_in(part).strip())
    return "\n".join(part for part in parts if part)
