"""CSV and TSV: records as table rows, whose places are lines; formulas left as text are no values."""

import re
from pathlib import Path

from graph.errors import EmptyFile
from ingest.document import Cell, Document
from ingest.readers.csv_records import records_of, sign_between
from ingest.readers.encoding import decoded
from ingest.readers.sheet import blocks_of
from ingest.source import Source, Text

__all__ = ["document_from_csv"]

# What a spreadsheet computes, and the marks that it or a program leaves where nothing was computed.
_NO_VALUE = re.compile(
    r"=\s*[-+(\"'$A-Za-z@{].*"
    r"|#(?:REF|VALUE|NAME|NULL|NUM|DIV/0|N/A|SPILL|CALC|ERROR)[!?]?"
    r"|<[\w.]+ object at 0x[0-9a-f]+>",
    re.DOTALL | re.IGNORECASE,
)


def document_from_csv(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of a CSV or TSV; raises UnreadableFile or EmptyFile."""
    raw = decoded(path, content, "CSV")
    source = Source(path.name, raw, "text/csv", sha256)
    rows: dict[int, dict[int, Cell]] = {}
    formulas: list[Text] = []
    for number, record in enumerate(records_of(source, sign_between(raw))):
        cells = {}
        for column, text in enumerate(record):
            if _NO_VALUE.fullmatch(text.value):
                formulas.append(text)
            elif clean := text.clean():
                cells[column] = Cell(text, clean, column)
        if cells:
            rows[number] = cells
    if not rows:
        raise EmptyFile(path)
    return Document(source, tuple(blocks_of(rows)), tuple(formulas))
