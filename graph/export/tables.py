"""The graph as tables for a spreadsheet: one for each class, a row for each item, and all evidence."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.catalogue import rows
from graph.items import identifier, local_name, spaced
from graph.model import Evidence
from graph.store import Binding, Store
from graph.vocabulary import GT

__all__ = ["tables"]

_FIRST = ("label", "notation", "inPlan")
_MANY = " | "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ORDER = {name: at for at, name in enumerate((*_FIRST, *GT.__annotations__))}
_EVIDENCE = ("item", "class", "document", "start line", "end line", "page", "cell", "quote")
_PLACE = ("document", "start", "end", "page", "cell", "quote")

Row = dict[str, list[str]]


def tables(store: Store) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each table, and of the table of evidence."""
    evidence: list[tuple[str, ...]] = []
    for cls in _classes(store):
        places = _places(store, cls)
        evidence += [line for lines in places.values() for line in lines]
        yield f"{local_name(cls)}.csv", _table(store, cls, places)
    yield "Evidence.csv", _csv([_EVIDENCE, *evidence])


def _classes(store: Store) -> list[URIRef]:
    found = {URIRef(str(row["class"])) for row in rows(store, "class_counts")}
    return sorted(found - {GT.Evidence}, key=local_name)


def _places(store: Store, cls: URIRef) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows(store, "class_evidence", **{"class": cls}):
        place = tuple(str(row[name]) if name in row else "" for name in _PLACE)
        found[str(row["item"])].append((identifier(str(row["item"])), local_name(cls), *place))
    return found


def _table(store: Store, cls: URIRef, places: dict[str, list[tuple[str, ...]]]) -> bytes:
    items: dict[str, Row] = defaultdict(lambda: defaultdict(list))
    for row in rows(store, "class_table", **{"class": cls}):
        items[str(row["item"])][local_name(row["property"])].append(_words(row))
    names = sorted({p for facts in items.values() for p in facts}, key=lambda p: (_ORDER.get(p, 999), p))
    titles = ["number" if name == "notation" else spaced(name).lower() for name in names]
    lines = [_line(iri, [_MANY.join(facts.get(n, [])) for n in names], places.get(iri, []))
             for iri, facts in sorted(items.items())]  # fmt: skip
    return _csv([["id", *titles, "where", "quote", "iri"], *lines])


def _line(iri: str, values: list[str], places: list[tuple[str, ...]]) -> list[str]:
    cited = [_citation(place) for place in places]
    quotes = [place[-1] for place in places]
    return [identifier(iri), *values, _MANY.join(cited), _MANY.join(quotes), iri]


def _citation(place: tuple[str, ...]) -> str:
    _, _, document, start, end, page, cell, quote = place
    first, last, on = (int(n) if n else None for n in (start, end, page))
    return Evidence(document, first, last, on, quote, cell or None).as_citation()


def _words(row: Binding) -> str:
    value: Node = row["value"]
    if isinstance(value, Literal):
        return str(value)
    return str(row.get("valueLabel") or identifier(str(value)))


def _csv(lines: list[list[str] | tuple[str, ...]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_safe(cell) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")  # with its mark, Excel reads it as UTF-8


def _safe(cell: str) -> str:
    """Return a cell that a spreadsheet takes as text: a plan's words are never run as a formula."""
    if not cell.startswith(_FORMULA) or cell.removeprefix("-").replace(".", "", 1).isdigit():
        return cell
    return f"'{cell}"
