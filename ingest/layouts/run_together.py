"""Parts a paragraph in which a page ran several labelled lines together."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from ingest.layouts.stream import Piece
from ingest.source import Text

__all__ = ["parted"]

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[A-Z])")


def parted(piece: Piece, begins: Callable[[Text], object]) -> Iterator[Piece]:
    """Yield a paragraph's parts: it is cut before each sentence that begins with a label."""
    if piece.kind != "line":
        yield piece
        return
    cuts = [m.end() for m in _SENTENCE.finditer(piece.text.value) if begins(piece.text[m.end() :])]
    yield from (replace(piece, text=part.strip()) for part in piece.text.cut(cuts)) if cuts else (piece,)
