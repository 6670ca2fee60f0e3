"""Reads an RDF file into a store in memory, to be asked like any other graph."""

from collections import defaultdict
from hashlib import sha256
from pathlib import Path

from rdflib import BNode, Graph, URIRef
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node
from rdflib.util import guess_format

from graph.errors import UnreadableFile
from graph.store import Store

__all__ = ["load_graph"]

_NAME = URIRef("urn:goldenthread:file")
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
    store.replace_graph(_NAME, _named(graph))
    return store


def _named(graph: Graph) -> list[tuple[Node, Node, Node]]:
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
    return [(names.get(s, s), p, names.get(o, o)) for s, p, o in graph]
