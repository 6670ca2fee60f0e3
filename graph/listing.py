"""All items of the graph as a list that can be searched, by kind and plan, a page at a time."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.catalogue import rows
from graph.items import Item, local_name
from graph.paging import paged
from graph.search import fold
from graph.store import Store

__all__ = ["Listing", "PageOfItems", "list_items"]

_A_PAGE = 50
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class PageOfItems:
    """One page of the items that were asked for, and how many there are of each kind."""

    items: tuple[Item, ...]
    total: int
    at: int
    last: int
    kinds: tuple[tuple[str, int], ...]

    def as_json(self) -> dict[str, Any]:
        """Return the page as a JSON object."""
        return {
            "items": [item.as_json() for item in self.items],
            "total": self.total,
            "page": self.at,
            "pages": self.last,
            "kinds": [{"type": kind, "items": count} for kind, count in self.kinds],
        }


@dataclass(frozen=True)
class Listing:
    """All items that have a name, in the order of their kinds, plans and numbers."""

    items: tuple[Item, ...]
    folded: tuple[str, ...]
    """The words of each item, without case and punctuation."""

    @property
    def plans(self) -> tuple[str, ...]:
        """The plans in which items stand, by name."""
        return tuple(sorted({item.plan for item in self.items if item.plan}))

    def page(self, kind: str = "", words: str = "", plan: str = "", at: int = 1) -> PageOfItems:
        """Return one page of the items of a kind and plan that hold all of the words; pages count from 1."""
        wanted = fold(words).split()
        fitting = [
            item
            for item, said in zip(self.items, self.folded, strict=True)
            if (not plan or item.plan == plan) and all(word in said for word in wanted)
        ]
        kinds = Counter(item.type for item in fitting)
        of_kind = [item for item in fitting if not kind or item.type == kind]
        shown, at, last = paged(of_kind, at, _A_PAGE)
        return PageOfItems(shown, len(of_kind), at, last, tuple(sorted(kinds.items())))


def list_items(store: Store) -> Listing:
    """Return the list of a store's items."""
    read = rows(store, "items_listed")
    found: dict[str, list[dict[str, Any]]] = {}
    for row in read:
        found.setdefault(str(row["item"]), []).append(row)
    labels = {iri: _label(group) for iri, group in found.items()}
    items = sorted((_item(iri, group, labels) for iri, group in found.items()), key=_order)
    return Listing(tuple(items), tuple(fold(f"{item.as_text()} {item.plan}") for item in items))


def _item(iri: str, group: list[dict[str, Any]], labels: dict[str, str]) -> Item:
    number = ", ".join(sorted(_values(group, "number")))
    plan = next((p for p in sorted(_values(group, "plan")) if p != iri), "")
    kind = next(iter(sorted(_values(group, "kind"))), "")
    return Item(iri, labels[iri], local_name(group[0]["class"]), number, labels.get(plan, ""), kind)


def _label(group: Iterable[dict[str, Any]]) -> str:
    """The longest says most; of equally long ones the first by the alphabet."""
    return max(sorted(_values(group, "label")), key=len)


def _values(group: Iterable[dict[str, Any]], name: str) -> set[str]:
    return {str(row[name]) for row in group if name in row}


def _order(item: Item) -> tuple[str, str, list[tuple[int, str]], str]:
    """Order by kind, plan and number, 2 before 10."""
    parts = [(int(part), "") if part.isdigit() else (0, part) for part in _DIGITS.split(item.number) if part]
    return item.type, item.plan, parts, item.label
