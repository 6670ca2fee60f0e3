"""XML of records: each element is a heading, and what it holds itself is rows of a name and a value."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Block, Cell, Document, Heading, Paragraph, Row, Table
from ingest.readers.encoding import decoded_markup
from ingest.readers.html_tokens import attributes_of
from ingest.source import Source, Text

__all__ = ["document_from_xml"]

_LARGEST = 32_000_000  # bytes
_MOST_ELEMENTS = 500_000
_DEEPEST = 200  # elements within each other
_SAVE_ANEW = "save it anew, or leave it out"


def document_from_xml(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of an XML file, whose places are lines; raises UnreadableFile or EmptyFile."""
    if len(content) > _LARGEST:
        raise UnreadableFile(path, "the XML is too large to be a plan", _SAVE_ANEW)
    source = Source(path.name, decoded_markup(path, content, "XML"), "application/xml", sha256)
    top = _parsed(path, source)
    blocks = tuple(_blocks(top))
    document = Document(source, blocks, tuple(top.aside))
    if not any(isinstance(block, Table | Paragraph) for block in blocks):
        raise EmptyFile(path)
    return document


@dataclass(eq=False)
class _Node:
    """An element: its name as it stands in the file, its attributes and words, the elements in it."""

    name: Text
    depth: int
    attributes: list[tuple[Text, Text]] = field(default_factory=list)
    words: list[Text] = field(default_factory=list)
    nodes: list["_Node"] = field(default_factory=list)
    aside: list[Text] = field(default_factory=list)

    @property
    def text(self) -> Text:
        """Its own words."""
        return Text.join(self.words, "").folded()

    @property
    def is_leaf(self) -> bool:
        """Tell whether it is a name with a value, and no record."""
        return not self.nodes


def _parsed(path: Path, source: Source) -> _Node:
    target = _Target(path, source)
    # The parser's own kind of entities may grow without end or bring in other files, so none may be declared.
    parser: Any = DefusedXMLParser(
        target=target, encoding="utf-8", forbid_dtd=False, forbid_entities=True, forbid_external=True
    )
    expat = parser.parser
    expat.buffer_text = False  # or a text would not know where it began
    target.place = lambda: expat.CurrentByteIndex
    try:
        parser.feed(target.encoded)
        parser.close()
    except DefusedXmlException as error:
        raise UnreadableFile(path, "its XML declares entities, as an attack does", _SAVE_ANEW) from error
    except (ParseError, ValueError, AssertionError) as error:
        line = getattr(error, "position", (0, 0))[0]
        where = f" at line {line}" if line else ""
        raise UnreadableFile(
            path, f"the XML is not well-formed{where}", "get the whole file again"
        ) from error
    return target.top


class _Target:
    """Takes what the parser finds, and the offset of each piece in the words of the file."""

    def __init__(self, path: Path, source: Source) -> None:
        self.place: Any = lambda: 0
        self.encoded = source.raw.encode("utf-8", "replace")
        self.top = _Node(Text(), 0)
        self._path = path
        self._raw = source.raw
        self._open = [self.top]
        self._count = 0
        self._at = (0, 0)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) > _DEEPEST:
            raise UnreadableFile(self._path, "the XML is nested too deeply, or too large", _SAVE_ANEW)
        at = self._raw.find("<", self._offset()) + 1
        local = tag.rpartition("}")[2]
        begin = self._raw.find(local, at)
        node = _Node(Text(local, tuple(range(begin, begin + len(local)))), len(self._open))
        own = {name for name in attributes if "}" not in name}
        node.attributes = [
            (name, value) for name, value in attributes_of(self._raw, begin + len(local)) if str(name) in own
        ]
        self._open[-1].nodes.append(node)
        self._open.append(node)

    def end(self, _: str) -> None:
        """Close the innermost element."""
        self._open.pop()

    def data(self, words: str) -> None:
        """Take a piece of text: a line, or an entity's letter."""
        start = self._offset()
        plain = self._raw[start : start + len(words)] == words
        offsets = range(start, start + len(words)) if plain else [start] * len(words)
        self._open[-1].words.append(Text(words, tuple(offsets)))

    def close(self) -> None:
        """Do nothing at the end of the file."""

    def _offset(self) -> int:
        """Return where the parser stands, in letters and not in bytes; it only ever goes on."""
        before, letters = self._at
        place = self.place()
        self._at = (place, letters + len(self.encoded[before:place].decode("utf-8", "ignore")))
        return self._at[1]


def _blocks(top: _Node) -> list[Block]:
    """Return an element's name, its own values, then the elements in it that hold others."""
    found: list[Block] = []
    waiting = list(reversed(top.nodes))
    while waiting:
        node = waiting.pop()
        found.append(Heading(node.name, node.depth))
        if node.text:
            found.append(Paragraph(node.text, (node.text,)))
        leaves = [n for n in node.nodes if n.is_leaf]
        pairs = [
            *node.attributes,
            *((n.name, n.text) for n in leaves),
            *(a for n in leaves for a in n.attributes),
        ]
        rows = [Row((Cell(a, a, 0), Cell(b, b, 1))) for a, b in pairs if b]
        if rows:
            found.append(Table(tuple(rows)))
        top.aside.extend(a for a, b in pairs if not b)
        waiting.extend(reversed([n for n in node.nodes if not n.is_leaf]))
    return found
