"""Tells documents that are no plans though they have goals and lists: minutes, letters, licences, recipes."""

import re
from collections.abc import Sequence
from functools import cache

from ingest.layouts.stream import Piece
from ingest.wording import wording

__all__ = ["is_another_document"]

_FRONT = 6  # lines in which a document says what it is


def is_another_document(stream: Sequence[Piece]) -> bool:
    """Tell whether a document says that it is minutes, a letter, a licence …, or speaks as only these do."""
    front = any(_pattern("other_documents").search(str(p)) for p in stream[:_FRONT])
    return front or any(_pattern("other_words").search(str(p)) for p in stream)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    start = r"^\W*(?:\w+\W+){0,4}?" if name == "other_documents" else ""
    return re.compile(rf"{start}\b(?:{'|'.join(wording('outline_fallback')[name])})", re.IGNORECASE)
