"""ODP: the titles, texts, bullets and tables of each slide of an OpenDocument presentation."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Document
from ingest.readers.manuscript import Manuscript
from ingest.readers.odf import content_of, local, said, said_in

__all__ = ["document_from_odp"]

_MEDIA_TYPE = "application/vnd.oasis.opendocument.presentation"
_MARGINS = frozenset({"date-time", "footer", "header", "page-number", "notes"})
_MOST_COLUMNS = 200


def document_from_odp(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of a presentation by its slides; raises UnreadableFile or EmptyFile."""
    root = content_of(path, content)
    hidden = {said(style, "style:name") for style in root.iter() if _hides(style)}
    writer = _Writer()
    try:
        pages = (element for element in root.iter() if local(element) == "page")
        for number, page in enumerate(pages, 1):
            if said(page, "drawing:style-name") not in hidden:
                writer.slide(number, page)
    except RecursionError as error:
        raise UnreadableFile(path, "it is nested too deeply", "save it anew, or leave it out") from error
    document = writer.manuscript.document(path.name, _MEDIA_TYPE, sha256)
    if not document.source.raw.strip():
        raise EmptyFile(path)
    return document


def _hides(style: Element) -> bool:
    return any(said(child, "presentation:visibility") == "hidden" for child in style)


class _Writer:
    """Writes slide after slide: the title, then what stands on it as it stands in the file."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self._last_title = ""

    def slide(self, number: int, page: Element) -> None:
        """Write a slide; a title that is said again on the next slide goes on."""
        self.manuscript.end_block()
        self.manuscript.mark(number)
        frames = [*_frames(page)]
        for frame in (f for f in frames if said(f, "presentation:class") == "title"):
            words = " ".join(" ".join(said_in(p) for p in frame.iter() if local(p) == "p").split())
            if words and words != self._last_title:
                self.manuscript.heading(words, 2)
                self._last_title = words
        for frame in (f for f in frames if said(f, "presentation:class") != "title"):
            self._body(frame)

    def _body(self, parent: Element) -> None:
        for element in parent:
            name = local(element)
            if name in ("p", "h"):
                if words := " ".join(said_in(element).split()):
                    self.manuscript.end_block()
                    self.manuscript.line(words)
                    self.manuscript.end_block()
            elif name == "list":
                self._list(element, 0)
                self.manuscript.end_block()
            elif name == "table":
                self._table(element)
            elif name == "text-box":
                self._body(element)

    def _list(self, element: Element, depth: int) -> None:
        for child in (child for item in element if local(item) == "list-item" for child in item):
            if local(child) == "list":
                self._list(child, depth + 1)
            elif words := " ".join(said_in(child).split()):
                self.manuscript.line(f"{'  ' * depth}• {words}")

    def _table(self, element: Element) -> None:
        self.manuscript.end_block()
        for row in (row for row in element.iter() if local(row) == "table-row"):
            cells = [*_cells(row)][:_MOST_COLUMNS]
            if any(cells):
                self.manuscript.row(cells)
        self.manuscript.end_block()


def _frames(page: Element) -> Iterator[Element]:
    """Yield the frames and shapes of a slide, those of groups among them, without margins and notes."""
    for element in page:
        if local(element) == "g":
            yield from _frames(element)
        elif said(element, "presentation:class") not in _MARGINS and local(element) != "notes":
            yield element


def _cells(row: Element) -> Iterator[str]:
    """Yield the words of each column; what is merged into a cell before or above is empty."""
    for cell in row:
        if local(cell) == "table-cell":
            yield "\n".join(w for p in cell.iter() if local(p) == "p" and (w := said_in(p).strip()))
        elif local(cell) == "covered-table-cell":
            yield ""
