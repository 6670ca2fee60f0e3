"""A small plan of a school yard, with dated actions, targets, and units within units; see `planned.ttl`."""

from pathlib import Path

from rdflib import Graph

from graph.identifiers import ONTOLOGY_GRAPH, document_graph
from graph.store import Store
from tests.district.make import ONTOLOGY

__all__ = ["fill_yard"]


def fill_yard(store: Store) -> None:
    """Put the plan into a store."""
    store.replace_graph(ONTOLOGY_GRAPH, Graph().parse(ONTOLOGY))
    store.replace_graph(document_graph("yard.txt"), Graph().parse(Path(__file__).with_name("planned.ttl")))
