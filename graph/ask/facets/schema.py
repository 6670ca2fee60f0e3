"""The facets of a graph: its classes, their values (also on nodes of their own), and how they are joined."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rdflib import URIRef
from rdflib.term import Node as Term

from graph.ask.closed import closed, closed_form
from graph.ask.facets.lift import Lift
from graph.ask.facets.nodes import NUMBERS, Node, node_attributes, plain_nodes
from graph.ask.facets.quantities import Units
from graph.ask.facets.speech import Speech
from graph.ask.facets.spelled import spelled_units
from graph.ask.facets.terms import Attribute, Hop, Kind, Relation
from graph.ask.facets.words import content, split_name
from graph.ask.profile import LiteralUse, Profile, standards
from graph.ask.queries import query
from graph.store import Store

__all__ = ["Schema"]

# Words that are units as well, but seldom in the name of a property.
_NO_UNITS = closed("no_units")
_TIMES = closed("times")
_LONGEST = 24  # characters of a number with its unit
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


@dataclass(frozen=True)
class Schema:
    """What a graph can be asked by."""

    classes: Mapping[str, int]
    names: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, tuple[str, ...]]
    attributes: tuple[Attribute, ...]
    relations: tuple[Relation, ...]
    nodes: frozenset[str]
    unnamed: frozenset[str]
    wider: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    above: frozenset[str] = frozenset()
    hierarchies: Mapping[str, bool] = field(default_factory=dict)
    direct: Mapping[str, frozenset[str]] = field(default_factory=dict)
    labels: Mapping[str, Attribute] = field(default_factory=dict)
    ends: Mapping[str, frozenset[str]] = field(default_factory=dict)
    joined: frozenset[tuple[str, str, str]] = frozenset()

    @classmethod
    def of(cls, store: Store, profile: Profile) -> "Schema":
        """Read the facets of a graph."""
        naming = _naming(profile)
        named = frozenset(u.cls for u in profile.literals if u.property in naming)
        notes = _notes(store)
        names = {term: _phrases(term, profile) for term in _terms(profile)}
        nodes = plain_nodes(store, profile, named)
        uses = [u for u in profile.literals if u.cls not in nodes]
        own = [_own(u, names, notes, store) for u in uses if u.property not in naming]
        far = [
            a
            for node in nodes.values()
            for a in node_attributes(store, node, profile, names, lambda u: _kind(u, store))
        ]
        relations = tuple(
            Relation(e.property, e.source, e.target, e.pairs, e.sources, e.targets)
            for e in profile.edges
            if e.target not in nodes and e.source not in _quantities(nodes)
        )
        others = [b for a in _untyped(store, profile, names) for b in _from_node(a, nodes, names)]
        lift = Lift.of(store, profile)
        names |= {c: _phrases(c, profile) for c in lift.above}
        return cls(
            lift.classes({c: n for c, n in profile.classes.items() if c not in nodes}),
            names,
            notes,
            lift.attributes((*own, *far, *others)),
            lift.relations(relations),
            frozenset(nodes),
            frozenset(profile.classes) - named,
            lift.wider,
            lift.above,
            ordered := _hierarchies(relations, names),
            _direct(store, relations, ordered),
            {a.owner: a for a in lift.attributes(_labels(profile, naming, nodes))},
            _ends(store, relations),
            frozenset((r.source, r.property, r.target) for r in relations),
        )

    def dated(self) -> dict[str, tuple[Attribute, ...]]:
        """Return the attributes of each class that are points in time."""
        return {c: tuple(a for a in self.attributes if a.owner == c and a.dated) for c in self.classes}

    def sure(self, hop: Hop) -> bool:
        """Whether a step leads to things of no other class, so that their class need not be said."""
        joined = [(t, s) if hop.inverse else (s, t) for s, p, t in self.joined if p == hop.property]
        ends = {end for _, end in joined}
        return all(e == hop.cls or hop.cls in self.wider.get(e, ()) for e in ends)

    def meet(self, one: Hop, then: Hop) -> bool:
        """Whether a step forwards and one back by another property can be taken one after the other."""
        if one.inverse or not then.inverse or one.property == then.property:
            return True
        led, from_ = self.ends.get(one.property), self.ends.get(then.property)
        return led is None or from_ is None or not led.isdisjoint(from_)

    def elsewhere(self, hop: Hop, things: Iterable[str]) -> bool:
        """Whether a step never leads to any of some things, where other properties of such things do."""
        known = self.ends.get(hop.property)
        if hop.inverse or known is None or not known.isdisjoint(things):
            return False
        if any(not self.ends[p].isdisjoint(things) for p in self.hierarchies if p in self.ends):
            return False  # it may lead to a part of it
        sources = {r.source for r in self.relations if r.property == hop.property and r.target == hop.cls}
        rivals = {r.property for r in self.relations if r.source in sources and r.target == hop.cls}
        return any(not self.ends.get(p, frozenset()).isdisjoint(things) for p in rivals - {hop.property})

    def said(self, cls: str) -> frozenset[str]:
        """Return the words by which a class is called."""
        return frozenset(w for n in self.names.get(cls, ()) for w in content(n))


def _naming(profile: Profile) -> frozenset[str]:
    """The properties by which things are called, not those that merely tell them apart."""
    standard = standards()
    given = (*profile.label_properties, *profile.other_label_properties)
    known = {*standard["labels"], *standard["other_labels"]}
    return frozenset(p for p in given if p in known or closed_form("naming").search(split_name(p)))


def _quantities(nodes: Mapping[str, Node]) -> frozenset[str]:
    return frozenset(n.cls for n in nodes.values() if n.unit)


def _terms(profile: Profile) -> set[str]:
    return {
        *profile.classes,
        *(u.property for u in profile.literals),
        *(e.property for e in profile.edges),
        *profile.labels,
    }


def _phrases(term: str, profile: Profile) -> tuple[str, ...]:
    given = (*profile.labels.get(term, ()), split_name(term))
    return tuple(dict.fromkeys(n for n in given if n))


def _notes(store: Store) -> dict[str, tuple[str, ...]]:
    """What the graph says in sentences about its own terms."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in store.select(query("comments")):
        found[str(row["term"])].append(str(row["comment"]))
    return {k: tuple(v) for k, v in found.items()}


def _kind(use: LiteralUse, store: Store) -> Kind:
    last = use.datatype.rsplit("#", 1)[-1]
    plain: dict[str, Kind] = {"boolean": "flag", "date": "date", "dateTime": "moment", "gYear": "year"}
    if last in plain:
        return plain[last]
    if last.endswith(NUMBERS):
        return "number"
    given = {"class": URIRef(use.cls), "property": URIRef(use.property)}
    some = [str(r["value"]) for r in store.select(query("values"), given)[:50]] if use.length < 12 else []
    if some and all(_DAY.match(v) for v in some):
        return "moment"  # written as a text, compared as one
    telling = closed_form("telling_number").search(split_name(use.property))
    return "number" if some and not telling and _numbers(some) else "text"


def _numbers(values: list[str]) -> bool:
    """Whether texts are numbers, and not codes: nothing begins with a zero, and lengths differ."""
    if all(re.fullmatch(r"\d+\.\d+", v) for v in values):
        return True
    plain = all(re.fullmatch(r"-?(?:0|[1-9]\d{0,8})(?:\.\d+)?", v) for v in values)
    return plain and len(values) > 1 and len({len(v) for v in values}) > 1


def _own(
    use: LiteralUse, names: Mapping[str, tuple[str, ...]], notes: Mapping[str, tuple[str, ...]], store: Store
) -> Attribute:
    said = (*names[use.property], *notes.get(use.property, ()))
    kind = _kind(use, store)
    spelled = _spelled(use, store) if kind == "text" and use.length < _LONGEST else None
    attribute = Attribute(
        use.cls,
        (use.property,),
        "number" if spelled else kind,
        names[use.property],
        use.things,
        use.distinct,
        notes.get(use.property, ()),
        unit=_unit(said) if kind == "number" else "",
        written=kind == "number" and use.datatype.rsplit("#", 1)[-1] in ("", "string"),
    )
    if not spelled:
        return attribute
    symbols = {*spelled.values()}
    units = tuple((t, s) for t, s in spelled.items() if s)
    return replace(
        attribute, spelled=True, units=units, unit=next(iter(symbols)) if len(symbols) == 1 else ""
    )


def _spelled(use: LiteralUse, store: Store) -> Mapping[Term, str] | None:
    given = {"property": URIRef(use.property)}  # whatever kind of thing has it
    return spelled_units([str(r["value"]) for r in store.select(query("values"), given)])


def _unit(said: Iterable[str]) -> str:
    """The unit that a name or a sentence about a property ends with: 'length mm', 'in millimetres'."""
    units = Units.known()
    for phrase in said:
        words = re.findall(r"[^\W_]+[²³]?|%|[€$£]", phrase)
        for at in range(len(words)):
            named = units.meant(" ".join(words[at : at + 2])) or units.meant(words[at])
            plain = (len(words[at]) > 1 and (at or words[at] in _TIMES)) or at == len(words) - 1 > 0
            if named and plain and words[at] not in _NO_UNITS:
                return named[0]
    return ""


def _untyped(store: Store, profile: Profile, names: Mapping[str, tuple[str, ...]]) -> list[Attribute]:
    """Properties that lead to things of no class, such as mail addresses and terms of other graphs."""
    return [
        Attribute(
            str(r["class"]),
            (str(r["property"]),),
            "thing",
            names.get(str(r["property"])) or _phrases(str(r["property"]), profile),
            int(str(r["things"])),
            int(str(r["values"])),
        )
        for r in store.select(query("untyped"))
        if str(r["class"]) in profile.classes
    ]


def _labels(profile: Profile, naming: frozenset[str], nodes: Mapping[str, Node]) -> Iterator[Attribute]:
    """What things of each class are called by, the best last."""
    for prop in reversed(profile.label_properties):
        for use in profile.literals:
            if use.property == prop and prop in naming and use.cls not in nodes:
                yield Attribute(use.cls, (prop,), "text", ("name",), use.things, use.distinct)


def _direct(
    store: Store, relations: Iterable[Relation], ordered: Mapping[str, bool]
) -> dict[str, frozenset[str]]:
    """Of properties that lead into a hierarchy: the things to which they lead without a step within it."""
    within = {r.target for r in relations if r.source == r.target and ordered.get(r.property)}
    into = sorted({r.property for r in relations if r.target in within and r.property not in ordered})
    return {
        p: frozenset(str(r["broader"]) for r in store.select(query("narrower"), {"property": URIRef(p)}))
        for p in into
    }


def _ends(store: Store, relations: Iterable[Relation]) -> dict[str, frozenset[str]]:
    """The things to which each property leads."""
    found: dict[str, set[str]] = {r.property: set() for r in relations}
    for row in store.select(query("ends")):
        if str(row["property"]) in found:
            found[str(row["property"])].add(str(row["end"]))
    return {p: frozenset(ends) for p, ends in found.items()}


def _from_node(
    attribute: Attribute, nodes: Mapping[str, Node], names: Mapping[str, tuple[str, ...]]
) -> Iterator[Attribute]:
    """What a node leads to is what the thing that has the node leads to."""
    node = nodes.get(attribute.owner)
    if node is None:
        yield attribute
    elif attribute.path[0] not in (node.unit, node.kind):
        for edge in node.owners:
            said = (*attribute.names, *(f"{n} {attribute.names[0]}" for n in names[edge.property][:1]))
            path = (edge.property, *attribute.path)
            yield replace(attribute, owner=edge.source, path=path, names=said)


def _hierarchies(relations: Iterable[Relation], names: Mapping[str, tuple[str, ...]]) -> dict[str, bool]:
    """The properties from a thing to a greater one of its kind (true), or to its parts (false)."""
    speech = Speech.english()
    whole = {content(p) for p in speech.data["whole"]}
    part = {content(p) for p in speech.data["part"]}
    found: dict[str, bool] = {}
    for r in relations:
        said = {content(n) for n in names[r.property]} if r.source == r.target else set()
        spoken = " ".join(names[r.property])
        if said & whole or (said and closed_form("broader").search(spoken)):
            found[r.property] = r.pairs <= r.sources * 1.2 or bool(said & whole)
        elif said & part:
            found[r.property] = False
    return found
