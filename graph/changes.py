"""What a store holds more, less or otherwise than it did before, item by item."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.catalogue import rows
from graph.items import Item
from graph.listing import list_items
from graph.store import Store

__all__ = ["Changes", "Held", "KindChange", "changes", "held_items"]

_NO_ITEM = "SourceDocument"
_MOST = 400  # items of a kind that are named; all are counted


@dataclass(frozen=True)
class Held:
    """The items of a store, and what is stated of each."""

    items: Mapping[str, Item]
    statements: Mapping[str, frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class KindChange:
    """The items of a class that came, went, or are told otherwise."""

    type: str
    added: tuple[Item, ...]
    removed: tuple[Item, ...]
    changed: tuple[Item, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the change as a JSON object; of many items the first are named, and all are counted."""
        named = {"added": self.added, "removed": self.removed, "changed": self.changed}
        counts = {name: len(items) for name, items in named.items()}
        shown = {name: [item.as_json() for item in items[:_MOST]] for name, items in named.items()}
        return {"type": self.type, "counts": counts, **shown}


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed, by class."""

    kinds: tuple[KindChange, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the changes as a JSON object."""
        kinds = [kind.as_json() for kind in self.kinds]
        totals = {name: sum(k["counts"][name] for k in kinds) for name in ("added", "removed", "changed")}
        return {"totals": totals, "kinds": kinds}


def held_items(store: Store) -> Held:
    """Return the items of a store as they are now."""
    said: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows(store, "item_statements"):
        said[str(row["item"])].add((str(row["property"]), str(row["value"])))
    items = {item.iri: item for item in list_items(store).items if item.type != _NO_ITEM}
    return Held(items, {iri: frozenset(of) for iri, of in said.items()})


def changes(before: Held, after: Held) -> Changes:
    """Return what came, what went, and what is told otherwise; the classes by how much changed in them."""
    kinds: dict[str, tuple[list[Item], list[Item], list[Item]]] = defaultdict(lambda: ([], [], []))
    for iri, item in after.items.items():
        if iri not in before.items:
            kinds[item.type][0].append(item)
        elif before.statements.get(iri) != after.statements.get(iri):
            kinds[item.type][2].append(item)
    for iri, item in before.items.items():
        if iri not in after.items:
            kinds[item.type][1].append(item)
    found = [KindChange(kind, *(tuple(of) for of in lists)) for kind, lists in kinds.items()]
    return Changes(tuple(sorted(found, key=_order)))


def _order(change: KindChange) -> tuple[int, str]:
    return -len(change.added) - len(change.removed) - len(change.changed), change.type
