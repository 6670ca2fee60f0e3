"""Where answers come from: the evidence of things, the ground of links, and what contradicts them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import permutations

from rdflib import URIRef
from rdflib.term import Node

from graph.ask.grounds import Ground, weaker
from graph.ask.index import EntityIndex
from graph.ask.profile import local_words
from graph.ask.queries import query
from graph.items import Reader
from graph.model import Basis, Evidence
from graph.store import Store

__all__ = ["Clash", "Sources"]

_MOST = 3  # places shown for one answer
_BASES: dict[str, Basis] = {"section": "section", "inferred": "inferred"}
_PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Clash:
    """A contradiction: what is said of it, its kind, and what it is about."""

    iri: str
    said: str
    kind: str
    about: tuple[str, ...]


class Sources:
    """Reads what stands behind answers, each thing only once."""

    def __init__(self, store: Store, index: EntityIndex, name: str = "") -> None:
        self._store = store
        self.index = index
        self._reader = Reader(store)
        self.name = name
        self.evidence = lru_cache(maxsize=50_000)(self._evidence)
        self.ground = lru_cache(maxsize=50_000)(self._ground)
        self.links = lru_cache(maxsize=50_000)(self._links)
        self.conflicts = lru_cache(maxsize=50_000)(self._conflicts)
        self.joined = lru_cache(maxsize=10_000)(self._joined)
        self.values = lru_cache(maxsize=10_000)(self._values)

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
        if not self.name:
            return ()
        return (Evidence(self.name, None, None, None, text or self.label(thing)),)

    def label(self, iri: str) -> str:
        """Return what a thing is called."""
        entity = self.index.entities.get(iri)
        return entity.label if entity else local_words(iri)

    def written(self, thing: str) -> list[str]:
        """Return every value that is written of a thing."""
        rows = self._store.select(query("written_of"), {"thing": URIRef(thing)})
        return [str(r["value"]) for r in rows]

    def cited(self, thing: str, prop: str) -> bool:
        """Say whether anything is joined to a thing by a property."""
        return bool(self._store.select(query("cited"), {"thing": URIRef(thing), "property": URIRef(prop)}))

    def grounded(self, own: Iterable[str], ways: Sequence[Sequence[str]], given: Iterable[str]) -> Ground:
        """Return the ground of the best way to an answer, as weak as the weakest thing and link on it."""
        ends = [t for t in own if t]
        asked = sorted(set(given))
        found = [self._way(tuple(dict.fromkeys([*ends, *way])), asked) for way in (ways or [()])]
        return min(found, key=lambda g: g.rank)

    def _way(self, things: tuple[str, ...], given: Sequence[str]) -> Ground:
        ground = Ground()
        for thing in things:
            ground = weaker(ground, self.ground(thing))
        for thing, other in [*permutations(things, 2), *((t, g) for t in things for g in given)]:
            if link := self.links(thing).get(other):
                ground = weaker(ground, link)
        return ground

    def _values(self, thing: str, prop: str) -> tuple[Node, ...]:
        """Return the values of a property of a thing."""
        rows = self._store.select(query("facts_of"), {"thing": URIRef(thing), "property": URIRef(prop)})
        return tuple(r["value"] for r in rows)

    def _evidence(self, thing: str) -> tuple[Evidence, ...]:
        return self._reader.evidence(thing)

    def _ground(self, thing: str) -> Ground:
        """Return the ground on which a record or statement says of itself that it holds."""
        found = Ground()
        for row in self._store.select(query("grounds"), {"thing": URIRef(thing)}):
            if "ground" in row:
                found = replace(found, basis=_BASES.get(str(row["ground"]), "stated"), link=thing)
            if "confidence" in row:
                found = replace(found, confidence=min(found.confidence, float(str(row["confidence"]))))
            if str(row.get("status", "")) == _PROPOSED:
                found = replace(found, proposed=True)
        return found

    def _links(self, thing: str) -> dict[str, Ground]:
        """Return, for each thing linked, the best ground of the links to it."""
        found: dict[str, Ground] = {}
        for row in self._store.select(query("bases"), {"thing": URIRef(thing)}):
            basis = _BASES.get(str(row["ground"]), "stated")
            link = Ground(basis, float(str(row.get("confidence", 1.0))), link=str(row["link"]))
            known = found.get(str(row["other"]))
            if known is None or link.rank < known.rank:
                found[str(row["other"])] = link
        return found

    @property
    def clash_query(self) -> str:
        """The query that finds all contradictions."""
        return query("conflicts")

    def clashes(self) -> list[Clash]:
        """Return all contradictions, with what each is about."""
        found: dict[str, Clash] = {}
        for row in self._store.select(self.clash_query):
            iri, item = str(row["conflict"]), str(row.get("item", ""))
            known = found.get(iri, Clash(iri, str(row.get("said", "")), str(row.get("kind", "")), ()))
            found[iri] = replace(known, about=tuple(dict.fromkeys((*known.about, item))))
        return list(found.values())

    def _joined(self, thing: str) -> frozenset[str]:
        """Return the things that a thing is joined to by one fact."""
        rows = self._store.select(query("joined"), {"thing": URIRef(thing)})
        return frozenset(o for r in rows if (o := str(r["other"])) in self.index.entities)

    def _conflicts(self, thing: str) -> tuple[str, ...]:
        rows = self._store.select(query("conflicts_about"), {"thing": URIRef(thing)})
        return tuple(dict.fromkeys(str(r["said"]) for r in rows))
