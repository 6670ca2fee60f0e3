"""A document written anew as PDF or DOCX, as office programs would write it."""

import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from ingest.document import Cell, Document, Heading, ListItem, Table
from tests.ingest.readers.files import Part, new_docx, pdf, saved


def as_pdf(document: Document) -> bytes:
    """Return the blocks of a document as a PDF."""
    return pdf(list(_parts(document)))


def _parts(document: Document) -> Iterator[Part]:
    for block in document.blocks:
        if isinstance(block, Table):
            width = max(map(len, block.rows))
            yield [[escape(_words(c)) for c in row] + [""] * (width - len(row)) for row in block.rows]
        elif isinstance(block, Heading):
            yield (f"h{block.level or 3}", escape(str(block.text)))
        elif isinstance(block, ListItem):
            yield escape(f"{block.mark} {block.text}")
        else:
            yield "<br/>".join(escape(str(line)) for line in block.lines)


def as_docx(document: Document) -> bytes:
    """Return the blocks of a document as a DOCX."""
    made = new_docx()
    for block in document.blocks:
        if isinstance(block, Table):
            _add_table(made, block)
        elif isinstance(block, Heading):
            made.add_heading(str(block.text), block.level or 3)
        elif isinstance(block, ListItem):
            _add_item(made, block)
        else:
            for line in block.lines:
                made.add_paragraph(str(line))
    return saved(made)


def _add_item(made: Any, item: ListItem) -> None:
    if item.mark[:1].isalnum():
        made.add_paragraph(f"{item.mark} {item.text}")
    else:
        made.add_paragraph(str(item.text), style="List Bullet 2" if item.depth else "List Bullet")


def _add_table(made: Any, table: Table) -> None:
    added = made.add_table(len(table.rows), max(map(len, table.rows)))
    for added_row, row in zip(added.rows, table.rows, strict=True):
        for added_cell, cell in zip(added_row.cells, row, strict=False):
            added_cell.text = _words(cell)
    made.add_paragraph("")


def _words(cell: Cell) -> str:
    """Return the words of a cell, with bullets for the items of an HTML list."""
    bullets = str(cell.raw).replace("<li>", " • ")
    return " ".join(re.sub(r"</?(?:li|ul|p|b|br)\s*/?>|\*\*", " ", bullets).split())
