"""Where answers come from: the evidence of things, the ground of links, and what contradicts them."""

from collections.abc import Iterable
from functools import lru_cache

from rdflib import URIRef
from rdflib.term import Node

from graph.ask.index import EntityIndex
from graph.ask.profile import local_words
from graph.ask.queries import query
from graph.items import Reader
from graph.model import Basis, Evidence
from graph.store import Store

__all__ = ["Sources"]

_MOST = 3  # places shown for one answer
_GROUNDS: dict[str, Basis] = {"section": "section", "inferred": "inferred"}


class Sources:
    """Reads what stands behind answers, each thing only once."""

    def __init__(self, store: Store, index: EntityIndex, name: str = "") -> None:
        self._store = store
        self._index = index
        self._reader = Reader(store)
        self._name = name
        self.evidence = lru_cache(maxsize=50_000)(self._evidence)
        self.links = lru_cache(maxsize=50_000)(self._links)
        self.conflicts = lru_cache(maxsize=50_000)(self._conflicts)

    def places(self, things: Iterable[str]) -> tuple[Evidence, ...]:
        """Return the evidence of the first things that have any, a few places at most."""
        found: list[Evidence] = []
        for thing in things:
            found.extend(e for e in self.evidence(thing) if e not in found)
            if len(found) >= _MOST:
                break
        return tuple(found[:_MOST])

    def fallback(self, thing: str, text: str) -> tuple[Evidence, ...]:
        """Return the graph itself as the place, for graphs whose facts carry no evidence."""
        if not self._name:
            return ()
        return (Evidence(self._name, None, None, None, text or self.label(thing)),)

    def label(self, iri: str) -> str:
        """Return what a thing is called."""
        entity = self._index.entities.get(iri)
        return entity.label if entity else local_words(iri)

    def values(self, thing: str, prop: str) -> list[Node]:
        """Return the values of a property of a thing."""
        rows = self._store.select(query("facts_of"), {"thing": URIRef(thing), "property": URIRef(prop)})
        return [r["value"] for r in rows]

    def _evidence(self, thing: str) -> tuple[Evidence, ...]:
        return self._reader.evidence(thing)

    def _links(self, thing: str) -> dict[str, tuple[Basis, str]]:
        """Return, for each thing linked, the ground of the link and the link itself."""
        found: dict[str, tuple[Basis, str]] = {}
        for row in self._store.select(query("bases"), {"thing": URIRef(thing)}):
            ground = _GROUNDS.get(str(row["ground"]), "stated")
            found.setdefault(str(row["other"]), (ground, str(row["link"])))
        return found

    def _conflicts(self, thing: str) -> tuple[str, ...]:
        rows = self._store.select(query("conflicts_about"), {"thing": URIRef(thing)})
        return tuple(dict.fromkeys(str(r["said"]) for r in rows))
