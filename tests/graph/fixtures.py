"""Fixtures of stored queries and checks: a folder each, with the graph given and the rows expected."""

import csv
from pathlib import Path

from rdflib import OWL, RDF, Graph, URIRef

from graph.catalogue import StoredQuery
from graph.identifiers import ONTOLOGY_GRAPH, document_graph
from graph.store import Store

TESTS = Path(__file__).parents[1]
ONTOLOGY = TESTS.parent / "graph" / "ontology" / "goldenthread.ttl"

Rows = list[dict[str, str]]


def store_of(given: Path) -> Store:
    """Return a store with a graph and the vocabulary, unless the graph brings one of its own."""
    graph, store = Graph().parse(given), Store.in_memory()
    store.replace_graph(document_graph("given"), graph)
    if (None, RDF.type, OWL.Class) not in graph:
        store.replace_graph(ONTOLOGY_GRAPH, Graph().parse(ONTOLOGY))
    return store


def expected_rows(folder: Path) -> Rows:
    """Return the rows that a query is to give; what is not bound is left out."""
    with (folder / "expected.csv").open(newline="", encoding="utf-8") as lines:
        return _sorted([{k: v for k, v in row.items() if v} for row in csv.DictReader(lines)])


def found_rows(query: StoredQuery, store: Store, expected: Rows) -> Rows:
    """Run a query with the parameters that the expected rows name."""
    bindings = {p.name: URIRef(expected[0][p.name]) for p in query.parameters}
    found = query.rows(store, **bindings)
    return _sorted([{k: str(v) for k, v in row.items()} for row in found])


def _sorted(rows: Rows) -> Rows:
    return sorted(rows, key=lambda row: sorted(row.items()))
