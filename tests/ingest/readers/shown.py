"""Blocks as short tuples, for tests of readers."""

from pathlib import Path
from typing import Any

from ingest.document import Document, Heading, ListItem, Table
from ingest.readers import read_document


def read(content: bytes, name: str) -> Document:
    """Read a file's content under a name."""
    return read_document(Path(name), content, "0" * 64)


def shown(document: Document) -> list[tuple[Any, ...]]:
    """Return the blocks as ('h', level, words), ('-', mark, depth, words), ('t', rows), ('p', words)."""
    found: list[tuple[Any, ...]] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found.append(("t", [[str(cell.text) for cell in row] for row in block.rows]))
        elif isinstance(block, Heading):
            found.append(("h", block.level, str(block.text)))
        elif isinstance(block, ListItem):
            found.append(("-", block.mark, block.depth, str(block.text)))
        else:
            found.append(("p", str(block.text)))
    return found
