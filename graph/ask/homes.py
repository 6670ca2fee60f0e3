"""Whose plans a store holds, and in which graphs they stand: those of one district, or of many."""

from collections import defaultdict
from dataclasses import dataclass

from rdflib import URIRef

from graph.ask.lexicon import Lexicon
from graph.ask.queries import query
from graph.identifiers import slug_in
from graph.store import Store

__all__ = ["Home", "homes_of"]


@dataclass(frozen=True, slots=True)
class Home:
    """A district, and the graphs in which stands what concerns it: its documents, and what all share."""

    iri: str
    graphs: tuple[str, ...]

    @property
    def documents(self) -> frozenset[str]:
        """The path segments by which its documents go."""
        return frozenset(s for g in self.graphs if (s := slug_in(URIRef(g))))


def homes_of(store: Store, lexicon: Lexicon) -> list[Home]:
    """Return the districts whose plans a store holds, by the graphs that say so."""
    holder = lexicon.settings.get("holder", {})
    if "home" not in holder:
        return []
    given = {"class": URIRef(holder["home"]), "property": URIRef(holder["home_by"])}
    by_slug: dict[str, set[str]] = defaultdict(set)
    for row in store.select(query("homes"), given):
        if slug := slug_in(URIRef(str(row["graph"]))):
            by_slug[slug].add(str(row["home"]))
    graphs: dict[str, list[str]] = {home: [] for homes in by_slug.values() for home in homes}
    for graph in store.graph_names():
        slug = slug_in(graph)
        for home in by_slug.get(slug, ()) if slug else graphs:  # what is of no document is of all
            graphs[home].append(str(graph))
    return [Home(home, tuple(names)) for home, names in sorted(graphs.items())]
