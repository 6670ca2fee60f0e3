"""Cuts a document into sentence-sized passages, all of its text, and knows what each stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph.model import Evidence
from graph.passages import Passage
from ingest.document import Block, Document, Heading, ListItem, Paragraph, Row, Table
from ingest.layouts.prose import is_heading, sentences
from ingest.source import Source, Text

__all__ = ["Piece", "passages", "passages_of"]

_MARK = re.compile(r"^[•●▪◦]\s*")
_BULLET = re.compile(r"\s+(?=[•●▪◦]\s)")
_LONGEST = 600  # characters; the model reads 256 word pieces, about 1,000 characters
_LABEL = 12  # words; a short cell says whose, or of what, the cells after it are
_LONGEST_PROMPT = 60  # words; a form's own question heads what is filled in below it


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage by its place: where it begins and ends in the file, its clean words, its heading.

    `kind` is 'heading', 'sentence', 'item' or 'cell'; `above` holds the numbers of the pieces that it
    stands under: its heading, lead-in or larger item, or the heads of its row and column.
    """

    start: int
    end: int
    text: str
    heading: str
    kind: str = "sentence"
    above: tuple[int, ...] = ()


def passages_of(document: Document) -> list[Piece]:
    """Return the sentences, list items and cells of a document in reading order."""
    outline = _Outline()
    for block in document.blocks:
        outline.add(block)
    return outline.found


def passages(pieces: list[Piece], source: Source, document: str) -> Iterator[Passage]:
    """Yield the passages of pieces, with evidence under the document's name."""
    for piece in pieces:
        p = source.place(piece.start, piece.end)
        place = Evidence(document, p.start_line, p.end_line, p.page, p.quote, p.cell)
        yield Passage(piece.text, place, piece.heading, document, piece.kind, piece.above)


@dataclass
class _Outline:
    """What was read so far, and what the next block stands under."""

    found: list[Piece] = field(default_factory=list)
    heading: str = ""
    heads: list[tuple[int, int]] = field(default_factory=list)  # level and number, the highest first
    after_head: bool = False
    lead: int = -1  # a sentence that announces what follows it
    announced: bool = False  # it says so itself, by the colon at its end
    items: list[tuple[int, int]] = field(default_factory=list)  # depth and number, the outermost first

    def add(self, block: Block) -> None:
        """Cut a block into pieces."""
        if isinstance(block, Table):
            self.lead, self.announced = -1, False
            self._table(block)
        elif isinstance(block, ListItem):
            self._item(block)
        elif is_heading(block) or _prompts(block):
            self._head(block)
            return
        else:
            self._paragraph(block)
        self.after_head = False

    def _under(self) -> tuple[int, ...]:
        return (self.heads[-1][1],) if self.heads else ()

    def _put(self, text: Text, kind: str, above: tuple[int, ...]) -> list[int]:
        """Keep the sentences of a text and return their numbers."""
        first = len(self.found)
        parts = [part for part in _sentences(text) if _has_words(part)]
        self.found.extend(_piece(part, self.heading, kind, above) for part in parts)
        return list(range(first, len(self.found)))

    def _head(self, block: Heading | Paragraph | ListItem) -> None:
        """A heading stands under a higher one, or under one that nothing stands below yet."""
        self.lead, self.announced, self.items = -1, False, []
        level = block.level if isinstance(block, Heading) else 0
        if isinstance(block, Heading):
            self.heading = str(block.text)
        if not self.after_head:
            self.heads = [h for h in self.heads if 0 < h[0] < level]
        numbers = self._put(block.text, "heading", self._under())
        if numbers:
            self.heads.append((level, numbers[0]))
            self.after_head = True

    def _paragraph(self, block: Paragraph | ListItem | Heading) -> None:
        self.items = []
        above = self._under()
        numbers = self._put(block.text, "sentence", above)
        announces = str(block.text).rstrip().endswith(":")
        if self.announced and not announces and len(numbers) == 1:
            self.found[numbers[0]] = replace(self.found[numbers[0]], kind="item", above=(self.lead, *above))
        elif numbers:
            self.lead, self.announced = numbers[-1] if announces else -1, announces

    def _item(self, item: ListItem) -> None:
        """An item stands under a larger item, else under the sentence or heading before the list."""
        self.items = [i for i in self.items if i[0] < item.depth]
        if not self.items and self.lead < 0 and self.found and not self.after_head:
            last = self.found[-1]
            self.lead = len(self.found) - 1 if last.kind == "sentence" else -1
        parents = self.items[-1:] or ([(0, self.lead)] if self.lead >= 0 else [])
        numbers = self._put(item.text, "item", tuple(n for _, n in parents) or self._under())
        if numbers:
            announces = str(item.text).rstrip().endswith(":")
            self.items.append((item.depth, numbers[-1] if announces else numbers[0]))

    def _table(self, table: Table) -> None:
        self.items = []
        columns: dict[int, int] = {}
        row_head: tuple[int, ...] = ()
        for number, row in enumerate(table.rows):
            first = next((c for c in row if c.text), None)
            if first is not None and first.column == 0:
                row_head = ()
            row_head = self._row(row, columns, row_head, headed=number == 0)

    def _row(
        self, row: Row, columns: dict[int, int], row_head: tuple[int, ...], *, headed: bool
    ) -> tuple[int, ...]:
        """Cut a row; its first cell heads it, and the first row heads its columns."""
        beside: tuple[int, ...] = ()
        for cell in row:
            column = (columns[cell.column],) if cell.column in columns and not headed else ()
            numbers = self._cell(cell.text, (*row_head, *beside, *column, *self._under()))
            if numbers and headed:
                columns[cell.column] = numbers[0]
            elif numbers and cell.column == 0:
                row_head = (numbers[0],)
            elif len(numbers) == 1 and len(cell.text.value.split()) <= _LABEL:
                beside = (*beside, numbers[0])
        return row_head

    def _cell(self, text: Text, above: tuple[int, ...]) -> list[int]:
        """A cell's bullets stand under the words before the first of them."""
        numbers: list[int] = []
        for part in text.cut(m.end() for m in _BULLET.finditer(text.value)):
            marked = _MARK.match(part.value) is not None
            opening = numbers[:1] if marked and numbers and self.found[numbers[0]].kind == "cell" else []
            kind = "item" if marked else "cell"
            numbers += self._put(part, kind, (*opening, *above))
        return numbers


def _prompts(block: Heading | Paragraph | ListItem) -> bool:
    """Tell whether a paragraph is a form's question, which heads what was filled in."""
    words = str(block.text).rstrip()
    return isinstance(block, Paragraph) and words.endswith("?") and len(words.split()) <= _LONGEST_PROMPT


def _sentences(text: Text) -> Iterator[Text]:
    """Yield the sentences of a text; what has no sentence ends is cut where it grows too long."""
    for part in text.cut(m.end() for m in _BULLET.finditer(text.value)):
        for sentence in sentences(part):
            yield from _shorter(sentence)


def _shorter(text: Text) -> Iterator[Text]:
    """Cut a long text at the blanks nearest below the longest length."""
    while len(text) > _LONGEST:
        at = text.value.rfind(" ", 1, _LONGEST)
        at = at if at > 0 else _LONGEST
        yield text[:at].strip()
        text = text[at:].strip()
    if text:
        yield text


def _has_words(text: Text) -> bool:
    return sum(c.isalpha() for c in text.value) >= 2


def _piece(text: Text, heading: str, kind: str, above: tuple[int, ...]) -> Piece:
    places = [o for o in text.offsets if o >= 0]
    return Piece(min(places), max(places) + 1, text.value, heading, kind, above)
