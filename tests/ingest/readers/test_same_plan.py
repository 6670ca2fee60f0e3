"""The same plan as text, PDF and DOCX gives the same blocks."""

from typing import Any

from tests.ingest.readers.files import new_docx, pdf, saved
from tests.ingest.readers.shown import read, shown

ROWS = [["Goal", "Unit", "Action"], ["Read well", "Library", "Buy books"], ["", "Office", "Open at noon"]]
WORDS = "The district plans its work for a year, and says who does it. " * 4
TEXT = f"# Plan\n\n{WORDS}\n\n## Actions\n\n" + "\n".join("\t".join(row) for row in ROWS) + "\n"


def as_docx() -> bytes:
    document = new_docx()
    document.add_heading("Plan", 1)
    document.add_paragraph(WORDS)
    document.add_heading("Actions", 2)
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return saved(document)


def test_the_blocks_are_the_same() -> None:
    text = shown(read(TEXT.encode(), "plan.txt"))
    of_pdf: list[tuple[Any, ...]] = shown(
        read(pdf([("h1", "Plan"), WORDS, ("h2", "Actions"), ROWS]), "plan.pdf")
    )
    of_docx = shown(read(as_docx(), "plan.docx"))

    assert text == of_pdf == of_docx
