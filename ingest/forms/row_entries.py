"""Says what the cells of a row hold where other words than the header tell it: labels, years, later years."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.findings import fold
from ingest.forms.form import RecordType
from ingest.forms.phrases import YEAR, year_in
from ingest.forms.record import Entry
from ingest.forms.rows import with_year
from ingest.layouts.stream import Piece
from ingest.source import Text

__all__ = ["row_entries"]


def row_entries(kind: RecordType, entries: list[Entry]) -> list[Entry]:
    """Return the cells of a row, each with the role that its row, its own labels and its year give it."""
    parts = [part for entry in _of_row(kind, entries) for part in _labelled(kind, entry)]
    return _yearly(with_year(parts))


def _of_row(kind: RecordType, entries: list[Entry]) -> list[Entry]:
    """Return the cells of a table on its side, in which the first cell of a row says what the others hold."""
    label = next((e for e in entries if e.role == "label"), None)
    if not any(e.role in ("label", "cell") for e in entries):
        return entries
    role = kind.field_of(str(label.text)) if label else ""
    kept = [e for e in entries if e.role not in ("label", "cell")]
    return [*kept, *(replace(e, role=role) for e in entries if e.role == "cell" and role)]


def _labelled(kind: RecordType, entry: Entry) -> Iterator[Entry]:
    """Yield the parts of a cell that begins with the label of a field, as 'Baseline' above its value."""
    if not kind.fields or len(entry.pieces) < 2 or not _role(kind, entry.pieces[0]):
        yield entry
        return
    part = entry
    for piece in entry.pieces:
        if role := _role(kind, piece):
            if part is not entry and part.pieces:
                yield part
            year, _ = year_in(str(piece))
            part = replace(entry, role=role, pieces=[], year=year, header=piece.text if year else Text())
        else:
            part.pieces.append(piece)
    if part.pieces:
        yield part


def _role(kind: RecordType, piece: Piece) -> str:
    """Return the role of the field whose label a line of a cell is, and nothing more."""
    year, words = year_in(str(piece))
    return kind.field_of(str(piece)) or (kind.field_of(words or YEAR) if year else "")


def _yearly(entries: list[Entry]) -> list[Entry]:
    """Return the cells of which several say the record's text for one year each: the first names it.

    What another year says otherwise is a remark.
    """
    texts = [e for e in entries if e.role == "text" and e.year]
    said = {fold(str(texts[0].text))} if texts else set()
    kept: list[Entry] = []
    for entry in entries:
        words = fold(str(entry.text))
        if entry not in texts[1:]:
            kept.append(entry)
        elif words not in said:
            said.add(words)
            kept.append(replace(entry, role="comment"))
    return kept
