"""Which item is joined to which other, and by which property; read once for all items."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.catalogue import rows
from graph.items import local_name
from graph.store import Store

__all__ = ["Link", "Links", "read_links"]


@dataclass(frozen=True, slots=True)
class Link:
    """One property between two items; `back` where it is seen from the item that it points to."""

    property: str
    other: str
    back: bool = False
    basis: str = ""
    """Of support: whether it is stated, of the section, or inferred."""


@dataclass(frozen=True)
class Links:
    """The links of each item, in both directions."""

    of: Mapping[str, tuple[Link, ...]]

    def to(self, item: str, way: str) -> Iterator[str]:
        """Yield what an item is joined to by a property; a way such as '^leadResponsible' is seen back."""
        name, back = way.removeprefix("^"), way.startswith("^")
        return (k.other for k in self.of.get(item, ()) if k.back == back and k.property == name)

    def has(self, item: str, way: str) -> bool:
        """Whether an item is joined to anything in a way."""
        return next(self.to(item, way), None) is not None


def read_links(store: Store) -> Links:
    """Return the links of a store; what only likely supports something is joined by `likelySupports`."""
    found: dict[str, list[Link]] = {}
    bases = _bases(store)
    joined = [(str(r["from"]), local_name(r["property"]), str(r["to"])) for r in rows(store, "links")]
    likely = [(source, "likelySupports", target) for (source, target), b in bases.items() if b == "inferred"]
    for source, name, target in (*joined, *likely):
        basis = bases.get((source, target), "") if name.lower().endswith("supports") else ""
        found.setdefault(source, []).append(Link(name, target, basis=basis))
        found.setdefault(target, []).append(Link(name, source, back=True, basis=basis))
    return Links({item: tuple(links) for item, links in found.items()})


def _bases(store: Store) -> dict[tuple[str, str], str]:
    """Return on what ground one item supports another, the firmest where there are several."""
    found: dict[tuple[str, str], str] = {}
    for row in rows(store, "alignment_pairs"):
        pair, basis = (str(row["from"]), str(row["to"])), local_name(row["basis"])
        found[pair] = min(found.get(pair, basis), basis, key=_FIRMEST.index)
    return found


_FIRMEST = ("stated", "section", "inferred")
