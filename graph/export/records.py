"""What the graph says of the items of a class, each with its values and places, for formats of records."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from rdflib import Literal, URIRef

from graph.catalogue import rows
from graph.items import identifier, local_name
from graph.model import Evidence
from graph.store import Binding, Store
from graph.vocabulary import GT

__all__ = ["Record", "Value", "classes", "records"]


@dataclass(frozen=True, slots=True)
class Value:
    """A value as people read it; `iri` where it is an item, `is_number` where the graph holds a number."""

    words: str
    iri: str = ""
    is_number: bool = False


@dataclass
class Record:
    """An item of a class: its values by property, and the places where the documents say it."""

    iri: str
    facts: dict[str, list[Value]] = field(default_factory=lambda: defaultdict(list))
    places: list[Evidence] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The part of its IRI by which people name it."""
        return identifier(self.iri)

    def word(self, prop: str) -> str:
        """Return its first value of a property, '' where it has none."""
        return next((value.words for value in self.facts.get(prop, [])), "")

    def iris(self, prop: str) -> list[str]:
        """Return the items that a property names."""
        return [value.iri for value in self.facts.get(prop, []) if value.iri]

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands first, for an order like that of the documents."""
        found = ((e.document, e.page or 0, e.start_line or 0) for e in self.places)
        return min(found, default=("", 0, 0))


def classes(store: Store) -> list[URIRef]:
    """Return the classes that have items, evidence apart, by name."""
    found = {URIRef(str(row["class"])) for row in rows(store, "class_counts")}
    return sorted(found - {GT.Evidence}, key=local_name)


def records(store: Store, cls: URIRef) -> dict[str, Record]:
    """Return the items of a class by their IRIs, in the order of these."""
    found: dict[str, Record] = {}
    for row in rows(store, "class_table", **{"class": cls}):
        iri = str(row["item"])
        found.setdefault(iri, Record(iri)).facts[local_name(row["property"])].append(_value(row))
    for iri, place in _places(store, cls):
        if iri in found:
            found[iri].places.append(place)
    return dict(sorted(found.items()))


def _places(store: Store, cls: URIRef) -> Iterator[tuple[str, Evidence]]:
    for row in rows(store, "class_evidence", **{"class": cls}):
        start, end, page = (int(str(row[n])) if n in row else None for n in ("start", "end", "page"))
        cell = str(row["cell"]) if "cell" in row else None
        yield str(row["item"]), Evidence(str(row["document"]), start, end, page, str(row["quote"]), cell)


def _value(row: Binding) -> Value:
    value = row["value"]
    if isinstance(value, Literal):
        return Value(str(value), is_number=value.datatype is not None and value.datatype.endswith(_NUMBERS))
    return Value(str(row.get("valueLabel") or identifier(str(value))), str(value))


_NUMBERS = ("#decimal", "#integer", "#double", "#float")
