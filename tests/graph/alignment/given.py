"""Small graphs for tests of what is computed."""

from rdflib import Graph, URIRef

from graph.identifiers import document_graph
from graph.store import Store

PREFIXES = """@prefix : <https://w3id.org/goldenthread/id/> .
@prefix gt: <https://w3id.org/goldenthread/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
@prefix org: <http://www.w3.org/ns/org#> .
"""


def store_of(**documents: str) -> Store:
    """Return a store with a graph for each document; `<doc>` in its Turtle is the document itself."""
    store = Store.in_memory()
    for name, text in documents.items():
        graph = document_graph(name)
        store.replace_graph(
            graph, Graph().parse(data=PREFIXES + text.replace("<doc>", f"<{graph}>"), format="turtle")
        )
    return store


def iri(name: str) -> URIRef:
    """Return the IRI of an item of these graphs."""
    return URIRef(f"https://w3id.org/goldenthread/id/{name}")
