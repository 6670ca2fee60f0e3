"""The graph as GraphML, for network tools such as Gephi, yEd and Cytoscape."""

import io

import networkx as nx

from graph.catalogue import rows
from graph.export.letters import letters
from graph.items import Reader, local_name
from graph.store import Store

__all__ = ["as_graphml", "network"]

_MACHINERY = frozenset({"Evidence", "AlignmentLink"})


def network(store: Store) -> "nx.MultiDiGraph[str]":
    """Return all items and the links between them; alignment carries its basis and confidence."""
    reader = Reader(store)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri in dict.fromkeys(str(row["item"]) for row in rows(store, "item_names")):
        _add(found, reader, iri)
    for row in rows(store, "links"):
        source, target = str(row["from"]), str(row["to"])
        if _add(found, reader, source) and _add(found, reader, target):
            relation = local_name(row["property"])
            found.add_edge(source, target, key=relation, relation=relation)
    for row in rows(store, "alignment_pairs"):
        source, target, basis = str(row["from"]), str(row["to"]), local_name(row["basis"])
        confidence = float(str(row.get("confidence", 1.0)))
        relation = "supports" if basis != "inferred" else "may support"
        found.add_edge(source, target, key=relation, relation=relation, basis=basis, confidence=confidence)
    return found


def as_graphml(store: Store) -> bytes:
    """Return the network of items as GraphML."""
    out = io.BytesIO()
    nx.write_graphml(network(store), out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def _add(found: "nx.MultiDiGraph[str]", reader: Reader, iri: str) -> bool:
    """Add an item once; what only carries evidence or alignment is no item."""
    item = reader.item(iri)
    if item.type in _MACHINERY:
        return False
    if iri not in found:
        places = reader.evidence(iri)
        said = {"label": item.label, "class": item.type, "number": item.number, "plan": item.plan,
                "place": places[0].as_citation() if places else "",
                "quote": places[0].quote if places else ""}  # fmt: skip
        found.add_node(iri, **{key: letters(value) for key, value in said.items()})
    return True
