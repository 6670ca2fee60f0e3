"""A document as a stream of small pieces: its lines, list items, headings and table rows, in order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from ingest.document import Block, Document, Heading, ListItem, Paragraph, Row, Table
from ingest.findings import fold
from ingest.layouts.districts import district_in
from ingest.layouts.title_words import is_title
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Piece", "continues", "every_piece", "joined", "lines_of", "pieces", "repeated_heads"]

Kind = Literal["heading", "line", "item", "row"]

_HEAD = 3  # blocks in which a header that comes again stands first
_STOP = re.compile(r"[.?!:;][\"”’')\]]*$")


@dataclass(frozen=True)
class Piece:
    """One line, list item, heading or table row; pieces of one `block` stood together.

    `depth` is the indent of an item from 0, or the level of a heading (0 where it is not known).
    """

    text: Text
    kind: Kind = "line"
    mark: str = ""
    depth: int = 0
    block: int = 0
    row: Row | None = None

    def __str__(self) -> str:
        return str(self.text)


@lru_cache(maxsize=2)  # many layouts look at the same document, one after the other
def pieces(document: Document) -> tuple[Piece, ...]:
    """Return the pieces of a document in order, without titles that come again; a table row stays whole."""
    again = repeated_heads(document)
    return tuple(piece for piece in every_piece(document) if piece.block not in again)


def every_piece(document: Document) -> tuple[Piece, ...]:
    """Return all pieces of a document, titles that come again as the heads of pages do among them."""
    found: list[Piece] = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            found.extend(Piece(t, "heading", "", block.level, number) for t in lines_of(block.text))
        elif isinstance(block, Paragraph):
            lines = block.lines or tuple(lines_of(block.text))
            found.extend(Piece(t, block=number) for t in lines)
        elif isinstance(block, ListItem):
            found.extend(_item_pieces(block, number))
        else:
            found.extend(_row_pieces(block, number))
    return tuple(found)


def repeated_heads(document: Document) -> frozenset[int]:
    """Return the numbers of blocks that print the document's first words once more, as page headers do."""
    texts = [str(b.text) if isinstance(b, Heading | Paragraph) else "" for b in document.blocks]
    names = [t for b, t in zip(document.blocks[:_HEAD], texts, strict=False) if t and _heads_a_page(b)]
    heads = {fold(t) for t in names}
    folded = [fold(t) for t in texts]
    return frozenset(i for i, text in enumerate(folded) if text in heads and text in folded[:i])


def _heads_a_page(block: Block) -> bool:
    return not isinstance(block, Table) and (is_title(str(block.text)) or bool(district_in([block.text])))


def _item_pieces(item: ListItem, number: int) -> Iterator[Piece]:
    first, *rest = lines_of(item.text) or [item.text]
    yield Piece(first, "item", item.mark or "-", item.depth, number)
    yield from (Piece(t, block=number) for t in rest)


def _row_pieces(table: Table, number: int) -> Iterator[Piece]:
    for row in table.rows:
        text = Text.join(cell.text for cell in row if cell.text)
        if text:
            yield Piece(text, "row", block=number, row=row)


def lines_of(text: Text) -> list[Text]:
    """Return the lines of which a reader joined a text."""
    gaps = [i for i, offset in enumerate(text.offsets) if offset < 0]
    edges = [-1, *gaps, len(text)]
    parts = [text[a + 1 : b] for a, b in pairwise(edges)]
    return [part.strip() for part in parts if part]


def continues(before: str, after: str) -> bool:
    """Say whether a text goes on from one that was cut by a line's, row's or page's end.

    It does where the first breaks off in a word that wants another, or the second starts small.
    """
    before, after = before.strip(), after.strip()
    if not before or not after:
        return False
    last = re.split(r"\s+", before)[-1].lower()
    if last in wording("department_plans")["unfinished"] or last[-1] in "&/,–":
        return True
    small = re.match(r"[(\[“\"]?[a-z]|[,;&)]", after) is not None
    return small and not _STOP.search(before)


def joined(found: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with wrapped lines joined: each is now one paragraph, item or heading."""
    whole: list[Piece] = []
    for piece in found:
        if whole and _same(whole[-1], piece):
            whole[-1] = replace(whole[-1], text=Text.join([whole[-1].text, piece.text]))
        else:
            whole.append(piece)
    return whole


def _same(before: Piece, piece: Piece) -> bool:
    if piece.kind != "line" or before.kind in ("heading", "row"):
        return False
    if piece.block == before.block and piece.block >= 0:
        return True
    return continues(str(before), str(piece))
