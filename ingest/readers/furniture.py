"""Page headers, footers and page numbers that stand again and again between the real words of a document."""

import re
from collections import Counter
from dataclasses import replace

from ingest.document import Block, Document, Heading, Paragraph
from ingest.findings import fold
from ingest.source import Text

__all__ = ["without_furniture"]

_LEAST_REPEATS = 3
_LONGEST = 120  # characters; a longer text that stands three times is content
_PAGE = re.compile(r"^\W*page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)


def without_furniture(document: Document) -> Document:
    """Return the document without page numbers, and with a repeated header only where it first stands."""
    counts = Counter(_key(block) for block in document.blocks)
    repeated = {key for key, n in counts.items() if key and n >= _LEAST_REPEATS}
    kept: list[Block] = []
    removed = list(document.furniture)
    seen: set[str] = set()
    for block in document.blocks:
        key = _key(block)
        number = _page_number(block)
        if number or (key in repeated and key in seen):
            removed.append(number or block.text)  # type: ignore[union-attr]  # only texts have a key
            continue
        seen.add(key)
        kept.append(block)
    return replace(document, blocks=tuple(kept), furniture=tuple(removed))


def _page_number(block: Block) -> Text | None:
    """Return the text of a block that says nothing but 'Page 3 of 12'."""
    if isinstance(block, Heading | Paragraph) and _PAGE.match(str(block.text)):
        return block.text
    return None


def _key(block: Block) -> str:
    """Return what a header is recognised by: its words in capitals or with a year, nothing else."""
    if not isinstance(block, Heading | Paragraph) or len(block.text) > _LONGEST:
        return ""
    words = str(block.text)
    header_like = sum(c.isupper() for c in words) > sum(c.islower() for c in words)
    return fold(words) if header_like else ""
