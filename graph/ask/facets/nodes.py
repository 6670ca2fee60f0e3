"""Values that stand on nodes of their own, such as a price with its currency or an address."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rdflib import Literal, URIRef
from rdflib.term import Node as Term

from graph.ask.closed import closed_form
from graph.ask.facets.quantities import Units
from graph.ask.facets.terms import Attribute, Kind
from graph.ask.facets.words import split_name
from graph.ask.profile import Edge, LiteralUse, Profile
from graph.ask.queries import query
from graph.store import Store

__all__ = ["NUMBERS", "Node", "node_attributes", "plain_nodes"]

_BARE = 3  # values on a node that carries little more than a number and its name
_KINDS = 24  # different kinds of value that nodes of one class may be of
NUMBERS = ("decimal", "integer", "double", "float", "int", "long", "short", "byte", "Integer")
_SHORT = 30  # characters of the name of a unit or kind
_IDENTITY = closed_form("identity")
_NONE = URIRef("urn:goldenthread:none")


@dataclass(frozen=True)
class Node:
    """A class of nodes that only carry values: which property names the unit, and which the kind."""

    cls: str
    owners: tuple[Edge, ...]
    unit: str = ""
    units: Mapping[Term, str] = field(default_factory=dict)
    kind: str = ""
    kinds: Mapping[Term, str] = field(default_factory=dict)


def plain_nodes(store: Store, profile: Profile, named: frozenset[str]) -> dict[str, Node]:
    """Return the classes of nodes that are no things of their own."""
    found = {}
    for cls in profile.classes:
        owners = tuple(e for e in profile.edges if e.target == cls)
        if not owners or not any(u.cls == cls for u in profile.literals):
            continue
        node = _with_kind(store, profile, _with_unit(store, profile, Node(cls, owners)))
        bare = cls not in named or sum(u.cls == cls for u in profile.literals) <= _BARE
        if (node.unit and bare) or (cls not in named and _owned(node, profile)):
            found[cls] = node
    return found


def _owned(node: Node, profile: Profile) -> bool:
    """Whether each node belongs to one thing, which has one of it or only values on it."""
    alone = all(e.pairs == e.targets for e in node.owners)
    single = all(e.pairs == e.sources for e in node.owners)
    onward = any(e.source == node.cls for e in profile.edges)
    return alone and (single or not onward) and not _thing(node, profile)


def _thing(node: Node, profile: Profile) -> bool:
    """Whether nodes have a number of their own and lead to several kinds of things, as an order does."""
    onward = {e.target for e in profile.edges if e.source == node.cls}
    own = any(
        u.distinct == u.things == profile.classes[node.cls] > 1 and _IDENTITY.search(split_name(u.property))
        for u in profile.literals
        if u.cls == node.cls
    )
    return len(onward) > 1 or (own and bool(onward))


def _terms(store: Store, cls: str, prop: str) -> dict[Term, list[str]]:
    """The terms that a property of the nodes has, each with all that it is called."""
    found: dict[Term, list[str]] = defaultdict(list)
    for row in store.select(query("node_units"), {"class": URIRef(cls), "property": URIRef(prop)}):
        term = row["value"]
        found[term].append(str(row["name"]) if "name" in row else "")
        if not isinstance(term, Literal):
            found[term].append(split_name(str(term)))
        else:
            found[term].append(str(term))
    return found


def _properties(profile: Profile, cls: str) -> list[str]:
    """The properties of a node whose values are few."""
    words = [
        u.property for u in profile.literals if u.cls == cls and u.distinct <= _KINDS and u.length < _SHORT
    ]
    counted = {u.cls for u in profile.literals if u.datatype.endswith(NUMBERS)}
    joined = [e for e in profile.edges if e.source == cls and e.target not in counted]
    ends = [e.property for e in joined if e.targets <= _KINDS]
    return sorted({*words, *ends})


def _with_unit(store: Store, profile: Profile, node: Node) -> Node:
    units = Units.known()
    if not any(u.cls == node.cls and u.datatype.endswith(NUMBERS) for u in profile.literals):
        return node
    for prop in _properties(profile, node.cls):
        meant = {
            term: next((units.meant(n)[0] for n in names if n and units.meant(n)), "")
            for term, names in _terms(store, node.cls, prop).items()
        }
        if meant and all(meant.values()):
            return replace(node, unit=prop, units=meant)
    return node


def _with_kind(store: Store, profile: Profile, node: Node) -> Node:
    """Where a thing has several nodes by one property, something tells them apart."""
    if not any(e.pairs > e.sources for e in node.owners):
        return node
    for prop in _properties(profile, node.cls):
        terms = _terms(store, node.cls, prop) if prop != node.unit else {}
        if 1 < len(terms) <= _KINDS:
            return replace(node, kind=prop, kinds={t: " ".join(n[:1]) or n[-1] for t, n in terms.items()})
    return node


def node_attributes(
    store: Store,
    node: Node,
    profile: Profile,
    names: Mapping[str, tuple[str, ...]],
    kind_of: Callable[[LiteralUse], Kind],
) -> Iterator[Attribute]:
    """Yield the values on nodes as values of the things that have them."""
    uses = [u for u in profile.literals if u.cls == node.cls and u.property not in (node.unit, node.kind)]
    found = _used(store, node)
    numbers = sum(kind_of(u) == "number" for u in uses)
    for edge in node.owners:
        for use in uses:
            kind = kind_of(use)
            said = names[edge.property] if kind == "number" and node.unit else names[use.property]
            if numbers > 1 or not (kind == "number" and node.unit):
                said = (
                    *said,
                    *(f"{a} {b}" for a in names[edge.property][:2] for b in names[use.property][:2]),
                )
            plain = Attribute(
                edge.source, (edge.property, use.property), kind, said, edge.sources,
                min(use.distinct, edge.pairs),
            )  # fmt: skip
            yield from _divided(plain, node, found.get((edge.source, edge.property), {}))


def _divided(
    plain: Attribute, node: Node, found: Mapping[Term | None, dict[Term, int]]
) -> Iterator[Attribute]:
    """One attribute for each kind of node, with the units that are used for it."""
    if not found or plain.kind != "number":
        yield plain
        return
    for kind, units in sorted(found.items(), key=lambda f: str(f[0])):
        ranked = sorted(units, key=lambda t: (-units[t], str(t)))
        meant = tuple((t, node.units[t]) for t in ranked if t in node.units)
        symbols = {symbol for _, symbol in meant}
        yield replace(
            plain,
            names=plain.names if kind is None else (node.kinds[kind],),
            things=sum(units.values()),
            part=None if kind is None else (node.kind, kind),
            unit_property=node.unit,
            units=meant,
            unit=next(iter(symbols)) if len(symbols) == 1 else "",
        )


def _used(store: Store, node: Node) -> dict[tuple[str, str], dict[Term | None, dict[Term, int]]]:
    """For each owner and property: the kinds of its nodes, and how often each unit is used."""
    found: dict[tuple[str, str], dict[Term | None, dict[Term, int]]] = {}
    given = {"class": URIRef(node.cls), "units": URIRef(node.unit or node.kind or _NONE)}
    rows = store.select(query("node_kinds"), {**given, "kinds": URIRef(node.kind or _NONE)})
    for row in rows if node.unit or node.kind else ():
        kinds = found.setdefault((str(row["owner"]), str(row["property"])), {})
        kinds.setdefault(row.get("kind"), {})[row["unit"]] = int(str(row["things"]))
    return found
