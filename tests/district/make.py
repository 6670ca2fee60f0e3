"""A small invented district, as the graph would hold it: two documents and what was computed of them.

Written as Turtle in `plan.ttl` (a master plan), `department.ttl` (a department's plan) and `computed.ttl`.
"""

from pathlib import Path

from rdflib import Graph, URIRef

from graph.identifiers import ONTOLOGY_GRAPH, computed_graph, document_graph
from graph.store import Store

__all__ = ["GRAPHS", "fill"]

HERE = Path(__file__).parent
ONTOLOGY = HERE.parents[1] / "graph" / "ontology" / "goldenthread.ttl"
GRAPHS: dict[URIRef, Path] = {
    ONTOLOGY_GRAPH: ONTOLOGY,
    document_graph("plan.txt"): HERE / "plan.ttl",
    document_graph("department.txt"): HERE / "department.ttl",
    computed_graph("alignment"): HERE / "computed.ttl",
}


def fill(store: Store) -> None:
    """Put the district into a store."""
    for name, file in GRAPHS.items():
        store.replace_graph(name, Graph().parse(file))
