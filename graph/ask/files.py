"""Reads an RDF file into a store in memory, to be asked like any other graph."""

from collections import defaultdict
from hashlib import sha256
from pathlib import Path

from rdflib import RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node
from rdflib.util import guess_format

from graph.errors import UnreadableFile
from graph.items import local_name
from graph.store import Store

__all__ = ["KIND", "load_graph"]

_NAME = URIRef("urn:goldenthread:file")
KIND = "urn:goldenthread:kind:"
_NODE = "urn:goldenthread:node:"


def load_graph(file: Path) -> Store:
    """Return a store in memory with the triples of an RDF file; raises UnreadableFile."""
    graph = Graph()
    try:
        graph.parse(file, format=guess_format(file.name) or "turtle")
    except OSError as error:
        raise UnreadableFile(
            file, str(error.strerror or error), "check the path and its permissions"
        ) from error
    except (BadSyntax, ParserError, ValueError) as error:
        raise UnreadableFile(
            file, "it is not RDF in the format that its name says", "check the file"
        ) from error
    store = Store.in_memory()
    # Things without a name are asked for by name later on, which SPARQL allows only to those that have one.
    store.replace_graph(_NAME, [*_named(graph), *_kinds(graph)])
    return store


def _kinds(graph: Graph) -> list[tuple[Node, Node, Node]]:
    """Give nodes without a label and class, such as a price with its currency, a class of their own.

    It is made from the property that leads to them, and never stands in a query.
    """
    classed = set(graph.subjects(RDF.type))
    labelled = {s for p in (RDFS.label, SKOS.prefLabel) for s in graph.subjects(p)}
    valued = {s for s, _, o in graph if isinstance(o, Literal)} - labelled - classed
    names = _names(graph) if valued else {}
    return [
        (names.get(o, o), RDF.type, _kind_by(str(p))) for s, p, o in graph if o in valued and s in classed
    ]


def _kind_by(prop: str) -> URIRef:
    return URIRef(f"{KIND}{sha256(prop.encode()).hexdigest()[:8]}:{local_name(URIRef(prop))}")


def _named(graph: Graph) -> list[tuple[Node, Node, Node]]:
    names = _names(graph)
    return [(names.get(s, s), p, names.get(o, o)) for s, p, o in graph]


def _names(graph: Graph) -> dict[Node, Node]:
    """Give every thing without a name one that rests on what is said of it, the same at each load."""
    said: dict[BNode, list[str]] = defaultdict(list)
    for triple in graph:
        line = " ".join("_" if isinstance(t, BNode) else t.n3() for t in triple)
        for place, term in enumerate(triple):
            if isinstance(term, BNode):
                said[term].append(f"{place} {line}")
    marks = {node: sha256("\n".join(sorted(lines)).encode()).hexdigest()[:16] for node, lines in said.items()}
    names: dict[Node, Node] = {}
    seen: dict[str, int] = defaultdict(int)
    for node in sorted(marks, key=lambda n: (marks[n], n)):
        seen[marks[node]] += 1
        names[node] = URIRef(f"{_NODE}{marks[node]}-{seen[marks[node]]}")
    return names
