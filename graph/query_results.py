"""The result of a query as a table of cells, whatever kind of query it was."""

import json
from dataclasses import dataclass
from typing import Any

from rdflib import Graph, URIRef
from rdflib.term import Node

from graph.endpoint import Endpoint
from graph.items import BASE
from graph.readonly import gives_triples
from graph.vocabulary import PREFIXES

__all__ = ["Cell", "QueryResult", "of_rows", "of_triples", "result_of"]

_TRIPLE = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: as people read it, and its IRI where it is one."""

    text: str
    iri: str = ""

    @property
    def is_item(self) -> bool:
        """Whether it is an item of the graph, which has a page of its own."""
        return self.iri.startswith(BASE)


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The columns and rows of a result; `verdict` where the query asked for yes or no."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    verdict: bool | None = None


def of_rows(body: bytes) -> QueryResult:
    """Return a result from the SPARQL 1.1 Query Results JSON Format.

    >>> of_rows(b'{"head": {}, "boolean": true}').verdict
    True
    """
    read = json.loads(body)
    if "boolean" in read:
        return QueryResult((), (), bool(read["boolean"]))
    columns = tuple(read["head"]["vars"])
    rows = tuple(tuple(_bound(row.get(name)) for name in columns) for row in read["results"]["bindings"])
    return QueryResult(columns, rows)


def of_triples(body: bytes) -> QueryResult:
    """Return a result from N-Triples, with a row for each triple."""
    graph = Graph().parse(data=body, format="nt")
    return QueryResult(_TRIPLE, tuple(tuple(_node(node) for node in triple) for triple in sorted(graph)))


def result_of(endpoint: Endpoint, text: str) -> QueryResult:
    """Return a query's result as a table; raises as `Endpoint.query` does."""
    if gives_triples(text):
        return of_triples(endpoint.query(text, "nt"))
    return of_rows(endpoint.query(text, "json"))


def _bound(value: dict[str, Any] | None) -> Cell:
    if value is None:
        return Cell("")
    return _named(value["value"]) if value["type"] == "uri" else Cell(str(value["value"]))


def _node(node: Node) -> Cell:
    return _named(str(node)) if isinstance(node, URIRef) else Cell(str(node))


def _named(iri: str) -> Cell:
    """Return an IRI in its short form: an item's identifier, or a name with its prefix."""
    if iri.startswith(BASE):
        return Cell(iri.removeprefix(BASE), iri)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(str(namespace)):
            return Cell(f"{prefix}:{iri.removeprefix(str(namespace))}", iri)
    return Cell(iri, iri)
