"""Holds what is to be stored against the shapes of the vocabulary, and quotes against their file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.namespace import SH
from rdflib.term import Node

from graph.errors import GraphRefused
from graph.vocabulary import GT

__all__ = ["misquoted", "ontology", "shapes", "sound_part", "validate"]

Triple = tuple[Node, Node, Node]

_HERE = Path(__file__).parent
_MOST = 20  # findings that are worth telling; one wrong rule can make thousands
_WHOLE = frozenset({GT.Plan, GT.SourceDocument})  # what everything else stands on


@dataclass(frozen=True, slots=True, order=True)
class _Wrong:
    """A sentence that says what is wrong, and the node it is wrong with."""

    words: str
    node: Node | None = field(compare=False, default=None)


def validate(triples: Iterable[Triple], document: str, words: str) -> None:
    """Raise GraphRefused where the triples of a document break a shape or quote what it does not say."""
    found = sorted(_wrongs(_graph(triples), words))
    if found:
        raise GraphRefused(document, tuple(wrong.words for wrong in found[:_MOST]))


def sound_part(
    graphs: Mapping[URIRef, set[Triple]], document: str, words: str
) -> tuple[dict[URIRef, set[Triple]], list[str]]:
    """Return the graphs of a document without the items that break a shape, and what was wrong with these.

    An item is left out with all that names it; what then lacks it is left out too. Raises GraphRefused
    where the plan itself is wrong, or more of the items than not: then a rule is, and nothing can be trusted.
    """
    kept, told = {name: {*triples} for name, triples in graphs.items()}, list[str]()
    items = {s for triples in graphs.values() for s, p, o in triples if p == RDF.type and o != GT.Evidence}
    whole = {s for triples in graphs.values() for s, p, o in triples if p == RDF.type and o in _WHOLE}
    left: set[Node] = set()
    while wrongs := sorted(_wrongs(_graph(t for triples in kept.values() for t in triples), words)):
        out = {wrong.node for wrong in wrongs if wrong.node is not None} - left
        left |= out
        if not out or out & whole or 2 * len(left & items) > len(items):
            raise GraphRefused(document, tuple([*told, *(w.words for w in wrongs)][:_MOST]))
        told += [wrong.words for wrong in wrongs]
        kept = {name: _without(triples, out) for name, triples in kept.items()}
    return kept, told


def _without(triples: set[Triple], nodes: set[Node]) -> set[Triple]:
    """Return triples without those of some nodes, and without the evidence that was theirs alone."""
    rest = {(s, p, o) for s, p, o in triples if s not in nodes and o not in nodes}
    lost = {o for s, p, o in triples if p == GT.evidence and s in nodes}
    lost -= {o for _, p, o in rest if p == GT.evidence}
    return {triple for triple in rest if triple[0] not in lost}


def _wrongs(data: Graph, words: str) -> set["_Wrong"]:
    return {*misquoted(data, words), *_violations(data)}


def _graph(triples: Iterable[Triple]) -> Graph:
    data = Graph()
    for triple in triples:
        data.add(triple)
    return data


def misquoted(data: Graph, words: str) -> Iterator["_Wrong"]:
    """Yield the evidence whose quote does not stand in the document, word for word."""
    for node in data.subjects(RDF.type, GT.Evidence):
        for quote in data.objects(node, GT.quote):
            if str(quote) not in words:
                yield _Wrong(f"the quote {str(quote)[:60]!r} does not stand in the file", node)


def _violations(data: Graph) -> list["_Wrong"]:
    from pyshacl import validate as shacl  # noqa: PLC0415  # slow, and a run in which nothing is new needs none

    for triple in ontology():
        data.add(triple)
    conforms, report, _ = shacl(data, shacl_graph=shapes(), inplace=True, allow_warnings=True)
    if conforms or not isinstance(report, Graph):
        return []
    results = report.subjects(RDF.type, SH.ValidationResult)
    return [_wrong(report, result, data) for result in results]


def _wrong(report: Graph, result: Node, data: Graph) -> "_Wrong":
    """Return what is wrong and with what."""
    focus = report.value(result, SH.value if _is_query(report, result) else SH.focusNode)
    message = report.value(result, SH.resultMessage) or report.value(result, SH.sourceConstraintComponent)
    return _Wrong(f"{message} ({_short(data, focus)})", focus)


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
