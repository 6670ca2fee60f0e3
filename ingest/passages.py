"""Cuts a document into sentence-sized passages, all of its text, with the heading that each stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Evidence
from graph.passages import Passage
from ingest.document import Block, Document, Heading, Table
from ingest.layouts.prose import sentences
from ingest.source import Source, Text

__all__ = ["Piece", "passages", "passages_of"]

_BULLET = re.compile(r"\s+(?=[•●▪◦]\s)")
_LONGEST = 600  # characters; the model reads 256 word pieces, about 1,000 characters


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage by its place: where it begins and ends in the file, its clean words, its heading."""

    start: int
    end: int
    text: str
    heading: str


def passages_of(document: Document) -> list[Piece]:
    """Return the sentences, list items and cells of a document in reading order."""
    heading = ""
    found: list[Piece] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = str(block.text)
        for text in _texts(block):
            found.extend(_piece(part, heading) for part in _sentences(text) if _has_words(part))
    return found


def passages(pieces: list[Piece], source: Source, document: str) -> Iterator[Passage]:
    """Yield the passages of pieces, with evidence under the document's name."""
    for piece in pieces:
        p = source.place(piece.start, piece.end)
        place = Evidence(document, p.start_line, p.end_line, p.page, p.quote, p.cell)
        yield Passage(piece.text, place, piece.heading, document)


def _texts(block: Block) -> Iterator[Text]:
    if isinstance(block, Table):
        yield from (cell.text for row in block.rows for cell in row)
    else:
        yield block.text


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


def _piece(text: Text, heading: str) -> Piece:
    places = [o for o in text.offsets if o >= 0]
    return Piece(min(places), max(places) + 1, text.value, heading)
