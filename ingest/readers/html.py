"""Web pages: headings, paragraphs, lists and tables; scripts, menus and footers are left aside."""

import re
from collections.abc import Iterable
from pathlib import Path

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Document
from ingest.readers.encoding import decoded_markup
from ingest.readers.html_tables import Grid, grid_of, is_layout
from ingest.readers.html_tree import BLOCKS, HEADINGS, Element, tree
from ingest.readers.text import BlockReader
from ingest.source import Source, Text

__all__ = ["document_from_html"]

_LARGEST = 48_000_000  # bytes; pictures may stand within the page
_NO_WORDS = frozenset(
    {"script", "style", "template", "noscript", "svg", "math", "object", "iframe", "head", "title"}
)
_ASIDE = frozenset({"nav", "footer", "select", "button", "datalist", "menu"})
_ASIDE_ROLES = frozenset({"navigation", "contentinfo", "search", "menu", "menubar", "toolbar"})
_LISTS = frozenset({"ul", "ol"})
_BOLD = frozenset({"b", "strong"})
_LONGEST_BOLD_HEADING = 110  # characters
_WORD = re.compile(r"[^\W_]+")


def document_from_html(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of a web page, whose places are lines; raises UnreadableFile or EmptyFile."""
    if len(content) > _LARGEST:
        raise UnreadableFile(path, "the page is too large to read", "save it without its pictures")
    source = Source(path.name, decoded_markup(path, content, "web page"), "text/html", sha256)
    writer = _Writer()
    page = tree(source.raw)
    writer.title(page)
    writer.inside(page)
    blocks = tuple(writer.blocks.done())
    if not blocks:
        raise EmptyFile(path)
    return Document(source, blocks, (*writer.aside, _machinery(source, [*writer.taken, *writer.aside])))


class _Writer:
    """Goes through the tree and hands lines, headings and tables to the reader of blocks."""

    def __init__(self) -> None:
        self.blocks = BlockReader()
        self.taken: list[Text] = []
        self.aside: list[Text] = []
        self._line: list[Text] = []
        self._bold: list[bool] = []
        self._item: str | None = None

    def title(self, page: Element) -> None:
        """Write the page's title as a heading where the page shows none of the highest level."""
        found = {name: next((e for e in page.all() if e.name == name), None) for name in ("h1", "title")}
        if found["h1"] is None and found["title"] is not None:
            self._heading(found["title"], 1)

    def inside(self, element: Element, depth: int = 0, *, bold: bool = False) -> None:
        """Write what an element holds; `depth` is that of lists."""
        for child in element.children:
            if isinstance(child, Text):
                self._line.append(child)
                self._bold.append(bold or not child)
            elif child.name == "br":
                self._end_line()
            elif child.name not in _NO_WORDS:
                self._element(child, depth, bold=bold)

    def _element(self, element: Element, depth: int, *, bold: bool) -> None:
        if _is_aside(element):
            self._end()
            self.aside.extend(text for text in element.texts() if text)
        elif element.name in HEADINGS:
            self._heading(element, int(element.name[1]))
        elif element.name == "table":
            self._table(element, depth)
        elif element.name == "dl":
            self._definitions(element)
        elif element.name in _LISTS:
            self._list(element, depth)
        elif element.name in BLOCKS:
            self._end()
            self.inside(element, depth, bold=bold)
            self._end()
        else:
            self.inside(element, depth, bold=bold or element.name in _BOLD)

    # Lines

    def _end_line(self) -> None:
        text = Text.join(self._line, "").folded()
        whole = bool(text) and all(self._bold)
        self._line, self._bold = [], []
        if not text:
            return
        self.taken.append(text)
        mark, self._item = self._item, "" if self._item is not None else None
        if (
            mark is None
            and whole
            and len(text) <= _LONGEST_BOLD_HEADING
            and not str(text).endswith((".", ",", ";"))
        ):
            self.blocks.take_heading(text, 0)
        else:
            self.blocks.take(_put_before(mark, text) if mark else text)

    def _end(self) -> None:
        """End the line, and the paragraph unless an item of a list goes on."""
        self._end_line()
        if self._item is None:
            self.blocks.end_block()

    def _heading(self, element: Element, level: int) -> None:
        self._end()
        text = Text.join(_words(element), "").folded()
        if text:
            self.taken.append(text)
            self.blocks.take_heading(text, level)

    # Lists

    def _list(self, element: Element, depth: int) -> None:
        self._end()
        before, self._item = self._item, None
        for number, child in enumerate(_items(element), _start(element)):
            mark = _mark(element, number, child)
            self._item = f"{'    ' * depth}{mark} "
            self.inside(child, depth + 1)
            self._end_line()
            self._item = None
            self.blocks.end_block()
        self._item = None if before is None else ""

    def _definitions(self, element: Element) -> None:
        """Write a definition list as rows of a label and its value."""
        self._end()
        grid = Grid()
        label: Element | None = None
        for child in element.all():
            if child.name == "dt":
                label = child
            elif child.name == "dd":
                grid.rows.append([label, child])
                label = None
        self.taken.extend(grid.texts())
        self.blocks.take_table(grid.table())

    # Tables

    def _table(self, element: Element, depth: int) -> None:
        self._end()
        grid = grid_of(element)
        for caption in (e for e in element.elements() if e.name == "caption"):
            self.inside(caption)
            self._end()
        if is_layout(grid):
            for cell in grid.cells():
                self.inside(cell, depth)
                self._end()
            return
        for part in grid.parts():
            if isinstance(part, Grid):
                self.taken.extend(part.texts())
                self.blocks.take_table(part.table())
            else:
                self.inside(part, depth)
                self._end()


def _may_head(text: Text) -> bool:
    return len(text) <= _LONGEST_BOLD_HEADING and not text.value.endswith((".", ",", ";"))


def _is_aside(element: Element) -> bool:
    return element.name in _ASIDE or element.attributes.get("role", "").lower() in _ASIDE_ROLES


def _words(element: Element) -> Iterable[Text]:
    """Yield the words of an element, a blank where a line or block ends."""
    for child in element.children:
        if isinstance(child, Text):
            yield child
        elif child.name not in _NO_WORDS:
            if child.name == "br" or child.name in BLOCKS:
                yield Text(" ", (-1,))
            yield from _words(child)


def _items(element: Element) -> list[Element]:
    """Return the items of a list; what stands between them is taken as an item too."""
    loose = [Element("li", {}, [c]) for c in element.children if isinstance(c, Text) and c]
    return [c if c.name == "li" else Element("li", {}, [c]) for c in element.elements()] + loose


def _start(element: Element) -> int:
    start = element.attributes.get("start", "")
    return int(start) if start.isdigit() and len(start) < 5 else 1


def _mark(element: Element, number: int, item: Element) -> str:
    """Return the mark of an item as a browser would write it; a nested list alone has none of its own."""
    if element.name == "ul" or number > 99:
        return "-"
    value = item.attributes.get("value", "")
    number = int(value) if value.isdigit() and len(value) < 3 else number
    if element.attributes.get("type", "1") in ("a", "A") and number <= 26:
        return f"{chr(96 + number)}."
    return f"{number}."


def _put_before(mark: str, text: Text) -> Text:
    """Return a line with the mark of a list's item, which stands nowhere in the file."""
    return Text(mark + text.value, (*([-1] * len(mark)), *text.offsets))


def _machinery(source: Source, taken: Iterable[Text]) -> Text:
    """Return the head of every word that is no word of the page: of scripts, styles, comments, attributes."""
    covered = bytearray(len(source.raw))
    for text in taken:
        for offset in text.offsets:
            if offset >= 0:
                covered[offset] = 1
    starts = [m.start() for m in _WORD.finditer(source.raw) if not any(covered[m.start() : m.end()])]
    return Text("".join(source.raw[n] for n in starts), tuple(starts))
