"""Items as people see them: found by what they are called, shown with their facts and evidence.

An item's identifier is the part of its IRI after the base; a name may also be a class with a number
("Recommendation 6"), a label, another name, or a part of one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.catalogue import rows
from graph.errors import UnknownItem
from graph.model import Evidence
from graph.store import Binding, Store

__all__ = ["BASE", "Fact", "Item", "ItemView", "Reader", "fact_of", "identifier", "local_name"]

BASE = "https://w3id.org/goldenthread/id/"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the graph with what is needed to name it."""

    iri: str
    label: str
    type: str
    number: str = ""
    plan: str = ""
    kind: str = ""
    """What its plan calls it, where that says more than the class, such as 'LCAP goal'."""

    @property
    def id(self) -> str:
        """The part of the IRI by which commands and addresses name the item."""
        return identifier(self.iri)

    def as_text(self) -> str:
        """Return the item's class, number and label on one line."""
        shown = self.number in self.label[: len(self.number) + 12]  # some labels begin with "Priority 1:"
        return f"{_capital(self.kind) or spaced(self.type)}{'' if shown else ' ' + self.number}: {self.label}"

    def as_json(self) -> dict[str, Any]:
        """Return the item as a JSON object."""
        return {"iri": self.iri, "id": self.id, "type": self.type, "number": self.number or None,
                "label": self.label, "kind": self.kind or None, "plan": self.plan or None}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One property of an item and its value; `iri` where the value is an item itself."""

    property: str
    label: str
    value: str
    iri: str | None

    def as_json(self) -> dict[str, Any]:
        """Return the fact as a JSON object."""
        return {"property": self.property, "label": self.label, "value": self.value, "iri": self.iri}


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item with all that the graph says of it."""

    item: Item
    facts: tuple[Fact, ...]
    named_by: tuple[Fact, ...]
    evidence: tuple[Evidence, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the view as a JSON object."""
        return self.item.as_json() | {
            "facts": [f.as_json() for f in self.facts],
            "named_by": [f.as_json() for f in self.named_by],
            "evidence": [e.as_json() for e in self.evidence],
        }


class Reader:
    """Reads items from a store, each only once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._items: dict[str, Item] = {}
        self._evidence: dict[str, tuple[Evidence, ...]] = {}

    def know(self, items: Iterable[Item]) -> None:
        """Take over items that were read all at once, so that none of them is asked for by itself."""
        self._items |= {item.iri: item for item in items}

    def item(self, iri: str) -> Item:
        """Return an item by its IRI; raises UnknownItem where the graph does not hold it."""
        if iri not in self._items:
            self._items[iri] = self._read_item(iri)
        return self._items[iri]

    def evidence(self, iri: str) -> tuple[Evidence, ...]:
        """Return all places of an item or alignment link, in the order of the documents."""
        if iri not in self._evidence:
            found = rows(self.store, "item_evidence", item=URIRef(iri))
            self._evidence[iri] = tuple(sorted((_evidence(r) for r in found), key=place))
        return self._evidence[iri]

    def learn(self, *classes: URIRef) -> None:
        """Read the evidence of all items of some classes at once, where much of it will be asked for."""
        for cls in classes:
            found: dict[str, list[Evidence]] = {}
            for row in rows(self.store, "class_evidence", **{"class": cls}):
                found.setdefault(str(row["item"]), []).append(_evidence(row))
            self._evidence |= {iri: tuple(sorted(places, key=place)) for iri, places in found.items()}

    def view(self, iri: str) -> ItemView:
        """Return an item with its facts, what refers to it, and its evidence."""
        item, node = self.item(iri), URIRef(iri)
        facts = tuple(fact_of(r, "value") for r in rows(self.store, "item_facts", item=node))
        named_by = tuple(fact_of(r, "other") for r in rows(self.store, "item_references", item=node))
        return ItemView(item, facts, named_by, self.evidence(iri))

    def _read_item(self, iri: str) -> Item:
        found = rows(self.store, "item_name", item=URIRef(iri))
        if not found:
            raise UnknownItem(iri)
        label = _best(found, "label") or _best(found, "words") or self._parts(iri)
        number = ", ".join(sorted({str(r["number"]) for r in found if "number" in r}))
        plan = next((str(r["plan"]) for r in found if "plan" in r and str(r["plan"]) != iri), "")
        in_plan = self.item(plan).label if plan else ""
        cls, kind = local_name(found[0]["class"]), str(found[0].get("kind", ""))
        return Item(iri, label, cls, number, in_plan, kind)

    def _parts(self, iri: str) -> str:
        """Return words for an item without any of its own, such as a school's offering of a program."""
        facts = [fact_of(r, "value") for r in rows(self.store, "item_facts", item=URIRef(iri))]
        return ", ".join(f.value for f in facts if f.iri and f.property != "inPlan") or identifier(iri)


def identifier(iri: str) -> str:
    """Return the short identifier of an IRI.

    >>> identifier("https://w3id.org/goldenthread/id/district/school/a")
    'district/school/a'
    """
    return iri.removeprefix(BASE)


def local_name(term: Node | str) -> str:
    """Return the last part of a term's IRI.

    >>> local_name("https://schema.org/School")
    'School'
    """
    return str(term).rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def spaced(name: str) -> str:
    """Return a class's local name as words.

    >>> spaced("TheoryOfAction")
    'Theory of action'
    """
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
    return _capital(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def place(evidence: Evidence) -> tuple[str, int, int, str]:
    """Return what evidence is ordered by: the document, then the place in it."""
    return evidence.document, evidence.page or 0, evidence.start_line or 0, evidence.quote


def _evidence(row: Binding) -> Evidence:
    return Evidence(
        document=str(row["document"]),
        start_line=_whole(row.get("start")),
        end_line=_whole(row.get("end")),
        page=_whole(row.get("page")),
        quote=str(row["quote"]),
        cell=str(row["cell"]) if "cell" in row else None,
    )


def fact_of(row: Binding, other: str) -> Fact:
    """Return the fact that a row of a stored query tells; `other` is the column of its value."""
    value, words = row[other], row.get(f"{other}Label")
    is_item = isinstance(value, URIRef)
    text = str(words) if words is not None else local_name(value) if is_item else str(value)
    name = str(row.get("propertyLabel") or spaced(local_name(row["property"])).lower())
    return Fact(local_name(row["property"]), name, text, str(value) if is_item else None)


def _best(found: Iterable[Binding], name: str) -> str:
    """The longest label says most; equal lengths are settled by the alphabet."""
    return max(sorted({str(row[name]) for row in found if name in row}), key=len, default="")


def _whole(value: Node | None) -> int | None:
    return int(value) if isinstance(value, Literal) else None
