"""Labels that stand inside a cell or a line: a strategy with its fields in one cell, fields run together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ingest.document import Cell
from ingest.forms.form import Form, RecordType
from ingest.forms.phrases import Phrases
from ingest.forms.record import Entry, Record
from ingest.layouts.cells import cell_pieces
from ingest.layouts.stream import Piece
from ingest.source import Text

__all__ = ["cut_at_labels", "holds_fields", "runs_headers", "take_labelled"]

_LEAST_HEADERS = 3
_BRACKETED = re.compile(r"\s*\((?P<inside>[^():]{2,60}:[^()]*)\)")
_WORD_START = re.compile(r"(?<=\S)\s+(?=[A-Z])")
_SENTENCE_END = re.compile(r"(?<=[.?!;)\"”])\s+(?=[A-Z])")


def holds_fields(form: Form, cell: Cell, block: int) -> bool:
    """Tell whether a cell holds a record with its labelled fields, and is no label itself."""
    return any(_begins_field(form, part.text) for part in cell_pieces(cell, block)[1:])


def cut_at_labels(form: Form, piece: Piece) -> Iterator[Piece]:
    """Yield the parts of a line: a field that begins within it, behind a sentence, is a part of its own."""
    if ":" not in piece.text.value:
        yield piece
        return
    ends = (_WORD_START if _begins_field(form, piece.text) else _SENTENCE_END).finditer(piece.text.value)
    at = [m.end() for m in ends if _begins_inside(form, piece.text[m.end() :])]
    at = [n for n in at if not any(_is_within(form, piece.text[m:], n - m) for m in (0, *at) if m < n)]
    yield from (replace(piece, text=part.strip()) for part in piece.text.cut(at))


def take_labelled(record: Record) -> None:
    """Make fields of what stands labelled in a title: 'Lend books (Target Group: all)', or on lines."""
    fields = {role: Phrases(ways) for role, ways in record.type.fields.items()}
    for entry in [e for e in record.entries if e.role == "title"] if fields else ():
        pieces: list[Piece] = []
        for n, piece in enumerate(entry.pieces):
            whole = _labelled(piece.text, fields) if n and entry.cell else None
            text, found = (Text(), [whole]) if whole else _unbracketed(piece.text, fields)
            pieces.extend([replace(piece, text=text)] if text else [])
            record.entries.extend(found)
        entry.pieces[:] = pieces


def _unbracketed(text: Text, fields: Mapping[str, Phrases]) -> tuple[Text, list[Entry]]:
    """Return a title without the fields in brackets, and these."""
    kept, found, start = [], [], 0
    for m in _BRACKETED.finditer(text.value):
        if entry := _labelled(text.group(m, "inside"), fields):
            found.append(entry)
            kept.append(text[start : m.start()].strip())
            start = m.end()
    if not found:
        return text, []
    kept.append(text[start:].strip())
    return Text.join(t for t in kept if t), found


def _labelled(text: Text, fields: Mapping[str, Phrases]) -> Entry | None:
    """Return the field that a text is: a label, a colon, and its value."""
    hits = [(role, hit) for role, ways in fields.items() if (hit := ways.at_start(text))]
    return next((Entry(r, [Piece(h.rest)], header=h.label) for r, h in hits if h.sign == ":"), None)


def _is_within(form: Form, text: Text, at: int) -> bool:
    """Tell whether a place lies within the label at a text's head, as 'Statement' in 'Goal Statement:'."""
    hits = (phrases.at_start(text) for _, _, phrases in form.labels)
    return any(hit is not None and hit.sign == ":" and at < len(hit.label) for hit in hits)


def runs_headers(form: Form, text: Text) -> bool:
    """Tell whether a line begins with the headers of a table's columns, one after the other."""
    return any(_headers(kind, text) >= _LEAST_HEADERS for kind in form.records.values())


def _headers(kind: RecordType, text: Text) -> int:
    """Return how many columns of a record's tables a line names from its beginning on."""
    named: set[str] = set()
    while text:
        hits = [(role, hit) for role, ways in kind.columns.items() if (hit := Phrases(ways).at_start(text))]
        found = [
            (len(hit.label), role, hit.rest) for role, hit in hits if not hit.open_ended and role not in named
        ]
        if not found:
            break
        _, role, text = max(found, key=lambda f: f[:2])
        named.add(role)
    return len(named)


def _begins_inside(form: Form, text: Text) -> bool:
    """Tell whether a field begins here, or in running text a numbered record with a colon."""
    if _begins_field(form, text) or not form.prose:
        return _begins_field(form, text)
    hits = (kind.beginning.at_start(text) for kind in form.records.values() if kind.begins)
    return any(hit is not None and hit.number and hit.sign == ":" for hit in hits)


def _begins_field(form: Form, text: Text) -> bool:
    """Tell whether a text begins with the label of a field and a sign behind it."""
    hits = (phrases.at_start(text) for _, _, phrases in form.labels)
    return any(hit is not None and hit.sign == ":" for hit in hits)
