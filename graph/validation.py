"""Holds what is to be stored against the shapes of the vocabulary, and quotes against their file."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from rdflib import RDF, RDFS, Graph
from rdflib.namespace import SH
from rdflib.term import Node

from graph.errors import GraphRefused
from graph.vocabulary import GT

__all__ = ["ontology", "shapes", "validate"]

_HERE = Path(__file__).parent
_MOST = 20  # findings that are worth telling; one wrong rule can make thousands


def validate(triples: Iterable[tuple[Node, Node, Node]], document: str, words: str) -> None:
    """Raise GraphRefused where the triples of a document break a shape or quote what it does not say."""
    data = Graph()
    for triple in triples:
        data.add(triple)
    found = [*misquoted(data, words), *_violations(data)]
    if found:
        raise GraphRefused(document, tuple(found[:_MOST]))


def misquoted(data: Graph, words: str) -> Iterator[str]:
    """Yield the evidence whose quote does not stand in the document, word for word."""
    for node in sorted(data.subjects(RDF.type, GT.Evidence), key=str):
        for quote in data.objects(node, GT.quote):
            if str(quote) not in words:
                yield f"the quote {str(quote)[:60]!r} does not stand in the file"


def _violations(data: Graph) -> list[str]:
    from pyshacl import validate as shacl  # noqa: PLC0415  # slow, and a run in which nothing is new needs none

    for triple in ontology():
        data.add(triple)
    conforms, report, _ = shacl(data, shacl_graph=shapes(), inplace=True, allow_warnings=True)
    if conforms or not isinstance(report, Graph):
        return []
    results = report.subjects(RDF.type, SH.ValidationResult)
    return sorted({_sentence(report, result, data) for result in results})


def _sentence(report: Graph, result: Node, data: Graph) -> str:
    """Return what is wrong and with what, as a sentence."""
    focus = report.value(result, SH.value if _is_query(report, result) else SH.focusNode)
    message = report.value(result, SH.resultMessage) or report.value(result, SH.sourceConstraintComponent)
    return f"{message} ({_short(data, focus)})"


def _is_query(report: Graph, result: Node) -> bool:
    return report.value(result, SH.sourceConstraintComponent) == SH.SPARQLConstraintComponent


def _short(data: Graph, node: Node | None) -> str:
    label = data.value(node, RDFS.label) if node is not None else None
    return f"'{str(label)[:60]}'" if label else str(node).rsplit("/id/", 1)[-1]


@cache
def shapes() -> Graph:
    """Return the shapes of the vocabulary."""
    return _parsed("shapes")


@cache
def ontology() -> Graph:
    """Return the ontology."""
    return _parsed("ontology")


def _parsed(folder: str) -> Graph:
    graph = Graph()
    for file in sorted((_HERE / folder).glob("*.ttl")):
        graph.parse(file)
    return graph
