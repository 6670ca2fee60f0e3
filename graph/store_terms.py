"""The terms of the store's engine as rdflib's, and the other way round."""

from typing import Any

import pyoxigraph as ox
from rdflib import XSD, BNode, Literal, URIRef
from rdflib.term import Node

__all__ = ["Terms", "engine_term", "term_of"]


class Terms(dict[Any, Any]):
    """The terms of one result by the engine's own: of many rows most say the same again."""

    def __missing__(self, term: Any) -> Any:
        self[term] = found = term_of(term)
        return found


def term_of(term: Any) -> Any:
    """Return rdflib's term; the engine names the datatype of plain strings, which rdflib leaves out."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if term.language or term.datatype.value == str(XSD.string):
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value))


def engine_term(node: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return the engine's term."""
    if isinstance(node, URIRef):
        return ox.NamedNode(node)
    if isinstance(node, BNode):
        return ox.BlankNode(node)
    if isinstance(node, Literal) and node.datatype and not node.language:
        return ox.Literal(str(node), datatype=ox.NamedNode(node.datatype))
    return ox.Literal(str(node), language=getattr(node, "language", None))
