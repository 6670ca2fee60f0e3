"""The graph in the forms of RDF: Turtle for all triples together, the others with their named graphs."""

from rdflib import Dataset

from graph.store import Store
from graph.vocabulary import PREFIXES

__all__ = ["as_jsonld", "as_quads", "as_trig", "as_turtle"]

_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


def as_turtle(store: Store) -> bytes:
    """Return all triples, sorted, without the names of their graphs."""
    return store.serialize_query(_EVERYTHING, "ttl")


def as_trig(store: Store) -> bytes:
    """Return all quads, graph by graph."""
    return store.dump("trig")


def as_quads(store: Store) -> bytes:
    """Return all quads, one a line, sorted."""
    return b"".join(sorted(store.dump("nq").splitlines(keepends=True)))


def as_jsonld(store: Store) -> bytes:
    """Return all quads as JSON-LD, shortened with the project's prefixes."""
    quads = Dataset()
    quads.parse(data=store.dump("nq"), format="nquads")
    return quads.serialize(format="json-ld", context=PREFIXES, sort_keys=True, encoding="utf-8")
