"""Labels that stand inside a cell or a line: a strategy with its fields in one cell, fields run together."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Cell
from ingest.forms.form import Form, RecordType
from ingest.forms.phrases import Phrases
from ingest.layouts.cells import cell_pieces
from ingest.layouts.stream import Piece
from ingest.source import Text

__all__ = ["cut_at_labels", "holds_fields", "runs_headers"]

_LEAST_HEADERS = 3
_SENTENCE_END = re.compile(r"(?<=[.?!;)\"”])\s+(?=[A-Z])")


def holds_fields(form: Form, cell: Cell, block: int) -> bool:
    """Tell whether a cell holds a record with its labelled fields, and is no label itself."""
    return any(_begins_field(form, part.text) for part in cell_pieces(cell, block)[1:])


def cut_at_labels(form: Form, piece: Piece) -> Iterator[Piece]:
    """Yield the parts of a line: a field that begins within it, behind a sentence, is a part of its own."""
    if ":" not in piece.text.value:
        yield piece
        return
    ends = _SENTENCE_END.finditer(piece.text.value)
    at = [m.end() for m in ends if _begins_field(form, piece.text[m.end() :])]
    yield from (replace(piece, text=part.strip()) for part in piece.text.cut(at))


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


def _begins_field(form: Form, text: Text) -> bool:
    """Tell whether a text begins with the label of a field and a sign behind it."""
    hits = (phrases.at_start(text) for _, _, phrases in form.labels)
    return any(hit is not None and hit.sign == ":" for hit in hits)
