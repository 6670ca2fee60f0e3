"""The graph as tables for a spreadsheet: one for each class, a row for each item, and all evidence."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.export.records import Record, Value, classes, records
from graph.items import local_name, spaced
from graph.store import Store
from graph.vocabulary import GT

__all__ = ["Row", "Sheet", "as_csv", "sheets", "tables"]

_FIRST = ("label", "notation", "inPlan")
_MANY = " | "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ORDER = {name: at for at, name in enumerate((*_FIRST, *GT.__annotations__))}
_EVIDENCE = ("item", "class", "document", "start line", "end line", "page", "cell", "quote")

Row = tuple[Value, ...]


@dataclass(frozen=True)
class Sheet:
    """A table: the class that its rows are of, its titles and its rows."""

    name: str
    titles: tuple[str, ...]
    rows: list[Row]


def sheets(store: Store) -> Iterator[Sheet]:
    """Yield the table of each class, and that of all evidence."""
    evidence: list[Row] = []
    for cls in classes(store):
        found = list(records(store, cls).values())
        evidence += (row for record in found for row in _evidence(record, local_name(cls)))
        yield _sheet(local_name(cls), found)
    yield Sheet("Evidence", _EVIDENCE, evidence)


def tables(store: Store) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each table as CSV."""
    for sheet in sheets(store):
        words = ([value.words for value in row] for row in sheet.rows)
        yield f"{sheet.name}.csv", as_csv([sheet.titles, *words])


def _sheet(name: str, found: list[Record]) -> Sheet:
    names = sorted({p for record in found for p in record.facts}, key=lambda p: (_ORDER.get(p, 999), p))
    titles = ("number" if name == "notation" else spaced(name).lower() for name in names)
    return Sheet(name, ("id", *titles, "where", "quote", "iri"), [_row(record, names) for record in found])


def _row(record: Record, names: Iterable[str]) -> Row:
    cited = _joined([e.as_citation() for e in record.places])
    quotes = _joined([e.quote for e in record.places])
    said = (_one(record.facts.get(n, [])) for n in names)
    return (Value(record.id), *said, cited, quotes, Value(record.iri))


def _one(values: list[Value]) -> Value:
    return values[0] if len(values) == 1 else _joined([value.words for value in values])


def _joined(words: list[str]) -> Value:
    return Value(_MANY.join(words))


def _evidence(record: Record, cls: str) -> Iterator[Row]:
    for e in record.places:
        numbers = (Value("" if n is None else str(n), is_number=n is not None)
                   for n in (e.start_line, e.end_line, e.page))  # fmt: skip
        yield (Value(record.id), Value(cls), Value(e.document), *numbers, Value(e.cell or ""), Value(e.quote))


def as_csv(lines: Iterable[Iterable[str]]) -> bytes:
    """Return lines of cells as CSV, of which no cell is a formula."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_safe(cell) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")  # with its mark, Excel reads it as UTF-8


def _safe(cell: str) -> str:
    """Return a cell that a spreadsheet takes as text: a plan's words are never run as a formula."""
    if not cell.startswith(_FORMULA) or cell.removeprefix("-").replace(".", "", 1).isdigit():
        return cell
    return f"'{cell}"
