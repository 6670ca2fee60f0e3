"""All that the plans say of their items, read once: names, links, values, alignment and places."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rdflib.term import Node

from graph.catalogue import rows
from graph.items import Item, Reader, local_name
from graph.listing import Listing, list_items
from graph.model import Evidence
from graph.store import Store

__all__ = ["Book", "Support", "read_book"]

_Links = Mapping[str, Mapping[str, tuple[str, ...]]]
_Place = tuple[str, int, int]
_NO_PLACE = ("\uffff", 0, 0)  # after all documents


@dataclass(frozen=True, slots=True)
class Support:
    """What an item supports, on what basis this is said, and the link that says it."""

    link: str
    target: str
    basis: str
    confidence: float


@dataclass(frozen=True)
class Book:
    """The items of all plans by their IRIs, with what joins them."""

    reader: Reader
    items: Mapping[str, Item]
    links: _Links
    back: _Links
    values: _Links
    supports: Mapping[str, tuple[Support, ...]]
    first: Mapping[str, _Place]
    """Where each item stands first, to put items in the order of their documents."""

    def of(self, *classes: str) -> tuple[str, ...]:
        """Return the items of some classes, in the order of their documents."""
        return tuple(iri for name in classes for iri in self._classes.get(name, ()))

    def ends(self, iri: str, *properties: str) -> tuple[str, ...]:
        """Return the items to which an item is linked, each once."""
        linked = self.links.get(iri, {})
        return tuple(dict.fromkeys(end for name in properties for end in linked.get(name, ())))

    def starts(self, iri: str, *properties: str) -> tuple[str, ...]:
        """Return the items that are linked to an item, in the order of the documents."""
        linked = self.back.get(iri, {})
        return self.ordered(dict.fromkeys(start for name in properties for start in linked.get(name, ())))

    def starting(self, name: str, iri: str, *properties: str) -> tuple[str, ...]:
        """Return the items of a class that are linked to an item, in the order of the documents."""
        found = (start for p in properties for start in self.back.get(iri, {}).get(p, ()))
        of_class = (one for one in found if one in self.items and self.items[one].type == name)
        return self.ordered(dict.fromkeys(of_class))

    def said(self, iri: str, *properties: str) -> tuple[str, ...]:
        """Return the values that an item has."""
        held = self.values.get(iri, {})
        return tuple(dict.fromkeys(value for name in properties for value in held.get(name, ())))

    def item(self, iri: str) -> Item:
        """Return an item by its IRI, also one without a label."""
        return self.items[iri] if iri in self.items else self.reader.item(iri)

    def named(self, iris: Iterable[str]) -> tuple[Item, ...]:
        """Return items by their IRIs."""
        return tuple(map(self.item, iris))

    def evidence(self, iri: str) -> tuple[Evidence, ...]:
        """Return the places of an item or of an alignment link."""
        return self.reader.evidence(iri)

    def ordered(self, iris: Iterable[str]) -> tuple[str, ...]:
        """Return items as they stand in the documents."""
        return tuple(sorted(iris, key=lambda iri: (self.stands(iri), iri)))

    def stands(self, iri: str) -> tuple[str, int, int]:
        """Return the document, page and line on which an item stands first."""
        return self.first.get(iri, _NO_PLACE)

    def is_part(self, action: str) -> bool:
        """Whether an action is a part of a larger one."""
        return any(whole in self._actions for whole in self.ends(action, "partOf"))

    @cached_property
    def actions(self) -> tuple[str, ...]:
        """The actions that are no parts of others, in the order of the documents."""
        return tuple(iri for iri in self.of("Action") if not self.is_part(iri))

    @cached_property
    def supporting(self) -> Mapping[str, tuple[str, ...]]:
        """The items that support each."""
        found: dict[str, dict[str, None]] = {}
        for iri, ones in self.supports.items():
            for one in ones:
                found.setdefault(one.target, {})[iri] = None
        return {target: tuple(iris) for target, iris in found.items()}

    @cached_property
    def held(self) -> frozenset[str]:
        """The plans that were read; others are only named."""
        read = {plan for document in self.of("SourceDocument") for plan in self.ends(document, "sourceOf")}
        return frozenset(read)

    @cached_property
    def _actions(self) -> frozenset[str]:
        return frozenset(self.of("Action"))

    @cached_property
    def _classes(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for iri in self.ordered(self.items):
            found[self.items[iri].type].append(iri)
        return found


def read_book(store: Store, listing: Listing | None = None) -> Book:
    """Return the book of a store; `listing` is the list of its items, where it was read already."""
    reader, known = Reader(store), listing or list_items(store)
    reader.know(known.items)
    items = {item.iri: item for item in known.items}
    links, back, values = _nested(), _nested(), _nested()
    for row in rows(store, "links"):
        start, name, end = str(row["from"]), local_name(row["property"]), str(row["to"])
        links[start][name].append(end)
        back[end][name].append(start)
    for row in rows(store, "item_values"):
        values[str(row["item"])][local_name(row["property"])].append(str(row["value"]))
    supports: dict[str, list[Support]] = defaultdict(list)
    for row in rows(store, "alignment_pairs"):
        confidence = float(str(row.get("confidence", 1.0)))
        one = Support(str(row["link"]), str(row["to"]), local_name(row["basis"]), confidence)
        supports[str(row["from"])].append(one)
    return Book(
        reader,
        items,
        _still(links),
        _still(back),
        _still(values),
        {iri: tuple(found) for iri, found in supports.items()},
        _first_places(store),
    )


def _first_places(store: Store) -> Mapping[str, _Place]:
    found: dict[str, _Place] = {}
    for row in rows(store, "first_places"):
        item, at = str(row["item"]), (str(row["document"]), _whole(row["page"]), _whole(row["line"]))
        found[item] = min(at, found.get(item, at))
    return found


def _whole(value: Node) -> int:
    return int(str(value))


def _nested() -> dict[str, dict[str, list[str]]]:
    return defaultdict(lambda: defaultdict(list))


def _still(found: Mapping[str, Mapping[str, Sequence[str]]]) -> _Links:
    return {iri: {name: tuple(ends) for name, ends in named.items()} for iri, named in found.items()}
