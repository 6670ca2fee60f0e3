"""What a graph holds: its classes, how they are joined, how things are named and which values there are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rdflib import Literal, URIRef

from graph.ask.closed import closed_form
from graph.ask.lexicon import expand, load_data
from graph.ask.queries import query
from graph.store import Store

__all__ = ["Edge", "LiteralUse", "Profile", "local_words", "standards"]

_FEW = 60  # values of a property that are few enough to be known by heart
_SHORT = 40  # characters; a longer value is a text, not a name of something
_TEXT = 18  # characters; values that are longer on average are texts worth searching


@dataclass(frozen=True, slots=True)
class Edge:
    """A property that joins things of one class to things of another."""

    source: str
    property: str
    target: str
    pairs: int
    sources: int
    targets: int


@dataclass(frozen=True, slots=True)
class LiteralUse:
    """A property that gives things of a class values."""

    cls: str
    property: str
    things: int
    distinct: int
    datatype: str
    length: float


@dataclass(frozen=True)
class Profile:
    """The schema of a graph as it is used, not as it is declared."""

    classes: Mapping[str, int]
    edges: tuple[Edge, ...]
    literals: tuple[LiteralUse, ...]
    labels: Mapping[str, tuple[str, ...]]
    values: Mapping[tuple[str, str], tuple[Literal, ...]]
    label_properties: tuple[str, ...]
    other_label_properties: tuple[str, ...]
    code_properties: tuple[str, ...]
    text_properties: tuple[str, ...]
    broader: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, store: Store, hidden: frozenset[str] = frozenset()) -> "Profile":
        """Read the profile of a store; hidden classes and properties are left out."""
        standard = standards()
        counts = {
            str(r["class"]): int(str(r["things"]))
            for r in store.select(query("classes"))
            if not _machinery(str(r["class"])) and str(r["class"]) not in hidden
        }
        edges = tuple(
            e for e in _edges(store) if e.source in counts and e.target in counts and e.property not in hidden
        )
        uses = tuple(u for u in _literals(store) if u.cls in counts and u.property not in hidden)
        labels, others = _naming(uses, standard)
        return cls(
            counts,
            edges,
            uses,
            _term_labels(store),
            _value_lists(store, uses, {*labels, *others}),
            labels,
            others,
            _coding(uses, standard, labels),
            tuple(sorted({u.property for u in uses if u.length > _TEXT} - {*labels, *others})),
            tuple(p for p in standard["broader"] if any(e.property == p for e in edges)),
        )

    def names_of(self, term: str) -> tuple[str, ...]:
        """Return what a class or property is called, its best name first."""
        return self.labels.get(term) or (local_words(term),)

    def flags(self, cls: str) -> frozenset[str]:
        """Return the properties by which things of a class say yes or no."""
        return frozenset(u.property for u in self.literals if u.cls == cls and u.datatype.endswith("boolean"))

    def uses(self, cls: str, prop: str) -> LiteralUse | None:
        """Return how a class uses a property with values, or None."""
        return next((u for u in self.literals if u.cls == cls and u.property == prop), None)


@cache
def standards() -> Mapping[str, Any]:
    """Return what the standards' terms mean, with full IRIs."""
    data = load_data("standards.yaml")
    expanded: Mapping[str, Any] = expand(data, data["prefixes"])
    return expanded


def local_words(iri: str) -> str:
    """Return the words of an IRI's last part.

    >>> local_words("http://example.org/ns#hasBirthPlace")
    'has birth place'
    """
    last = re.split(r"[#/:]", iri.rstrip("/#"))[-1]
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[_\-.]+", " ", last)
    return " ".join(spaced.split()).lower() or last


def _machinery(iri: str) -> bool:
    return iri.startswith(tuple(standards()["machinery"]))


def _edges(store: Store) -> list[Edge]:
    return [
        Edge(
            str(r["from"]),
            str(r["property"]),
            str(r["to"]),
            *(int(str(r[k])) for k in ("pairs", "things", "others")),
        )
        for r in store.select(query("edges"))
        if not _machinery(str(r["property"]))
    ]


def _literals(store: Store) -> list[LiteralUse]:
    return [
        LiteralUse(
            str(r["class"]),
            str(r["property"]),
            int(str(r["things"])),
            int(str(r["values"])),
            str(r.get("datatype", "")),
            float(str(r.get("length", 0))),
        )
        for r in store.select(query("literals"))
    ]


def _naming(
    uses: tuple[LiteralUse, ...], standard: Mapping[str, Any]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Standard label properties; for a class without one, its most distinguishing short text."""
    used = {u.property for u in uses}
    labels = [p for p in standard["labels"] if p in used]
    named = {u.cls for u in uses if u.property in labels}
    for cls in sorted({u.cls for u in uses} - named):
        own = [u for u in uses if u.cls == cls and u.datatype.endswith("string") and u.length < 2 * _SHORT]
        named_like = [u for u in own if closed_form("naming").search(u.property)]
        best = max(named_like or own, key=lambda u: (u.distinct, u.property), default=None)
        if best and best.distinct * 2 > best.things and best.property not in labels:
            labels.append(best.property)
    return tuple(labels), tuple(p for p in standard["other_labels"] if p in used)


def _coding(
    uses: tuple[LiteralUse, ...], standard: Mapping[str, Any], labels: tuple[str, ...]
) -> tuple[str, ...]:
    used = {u.property for u in uses}
    named = [p for p in standard["codes"] if p in used]
    named += sorted(p for p in used - {*named, *labels} if closed_form("identifying").search(local_words(p)))
    return tuple(named)


def _term_labels(store: Store) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in sorted(store.select(query("term_labels")), key=lambda r: "altLabel" in str(r["kind"])):
        names = found.setdefault(str(row["term"]), [])
        if str(row["label"]) not in names:
            names.append(str(row["label"]))
    return {k: tuple(v) for k, v in found.items()}


def _value_lists(
    store: Store, uses: tuple[LiteralUse, ...], naming: set[str]
) -> dict[tuple[str, str], tuple[Literal, ...]]:
    lists = {}
    for use in uses:
        if use.property in naming or use.distinct > _FEW or use.length > _SHORT:
            continue
        rows = store.select(query("values"), {"class": URIRef(use.cls), "property": URIRef(use.property)})
        lists[use.cls, use.property] = tuple(v for r in rows if isinstance(v := r["value"], Literal))
    return lists
