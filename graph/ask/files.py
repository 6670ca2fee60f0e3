"""Reads an RDF file into a store in memory, to be asked like any other graph."""

from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.util import guess_format

from graph.errors import UnreadableFile
from graph.store import Store

__all__ = ["load_graph"]

_NAME = URIRef("urn:goldenthread:file")


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
    store.replace_graph(_NAME, graph)
    return store
