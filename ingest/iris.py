"""Gives every item of a document its IRI: readable, the same on every machine and in whatever order."""

from collections import Counter
from typing import Protocol

from rdflib import URIRef

from graph.identifiers import digest, item_iri, slug
from graph.vocabulary import GT
from ingest.findings import Findings, Item, Named
from ingest.resolution import Resource
from ingest.terms import INDIVIDUALS

__all__ = ["SHARED", "Identifiers", "Names"]

SHARED = frozenset({"District", "Unit", "School", "Program", "Person", "Plan", "Tier", "Organization"})
"""Kinds of items that other documents may name too."""


class Names(Protocol):
    """Which thing a document means by a name."""

    def of(self, document: str, named: Named) -> Resource | None:
        """Return the thing, or None where the name is not known."""

    def defined(self, document: str, item: Item) -> Resource | None:
        """Return what another document defines by the item's id, or None."""


class Identifiers:
    """The IRIs of one document's plan, items and names."""

    def __init__(self, findings: Findings, document: str, names: Names) -> None:
        self._document = document
        self._names = names
        self._place = f"{slug(findings.plan.label or document, 50)}-{digest(document, 6)}"
        plan = self.resource(Named("Plan", findings.plan.label))
        self.plan = item_iri(*plan.path) if plan else item_iri("plan", self._place)
        self._items = {id(findings.plan): self.plan}
        self._paths: dict[int, tuple[str, ...]] = {}
        self._add_items([item for item in findings if item is not findings.plan])

    def item(self, item: Item) -> URIRef | None:
        """Return the IRI of an item, or None where it is no longer among the findings."""
        return self._items.get(id(item))

    def resource(self, named: Named) -> Resource | None:
        """Return what the document means by a name."""
        if named.kind not in INDIVIDUALS and not any(c.isalnum() for c in named.name):
            return None  # a mark where a name should stand
        return self._names.of(self._document, named)

    def shared(self, item: Item) -> Resource | None:
        """Return the school, unit, program … that an item is, or what another document defines by its id."""
        if item.kind in SHARED:
            return self.resource(Named(item.kind, item.label))
        return self._names.defined(self._document, item) if item.notation else None

    def path(self, item: Item) -> tuple[str, ...] | None:
        """Return the path that makes an item's IRI."""
        return self._paths.get(id(item))

    def _add_items(self, items: list[Item]) -> None:
        """An item's IRI ends in its number or words, with a hash only where two would be the same."""
        short = {id(i): (slug(i.kind), slug(i.notation or i.label, 48)) for i in items}
        often = Counter(short.values())
        for item in items:
            kind, name = short[id(item)]
            if often[kind, name] > 1:
                name = f"{name}-{digest(item.key, 6)}"
            shared = self.shared(item)
            if item.kind in INDIVIDUALS:
                self._items[id(item)] = GT[item.notation]  # a document's words on what the ontology defines
                continue
            path = shared.path if shared else (self._place, kind, name)
            self._paths[id(item)] = path
            self._items[id(item)] = item_iri(*path)
