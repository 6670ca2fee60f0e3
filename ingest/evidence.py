"""From texts to the places that prove them: one evidence node for each unbroken stretch of a file."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rdflib import RDF, XSD, Literal, URIRef
from rdflib.term import Node

from graph.vocabulary import GT
from ingest.source import Place, Source, Text

__all__ = ["EvidenceWriter"]

Triple = tuple[Node, Node, Node]


class EvidenceWriter:
    """Gives each place of one document its node, and remembers which nodes must be written."""

    def __init__(self, source: Source, document: str, graph: URIRef) -> None:
        self._source = source
        self._document = Literal(document)
        self._graph = graph
        self._places: dict[URIRef, Place] = {}

    def nodes(self, texts: Iterable[Text]) -> list[URIRef]:
        """Return the evidence nodes of texts, in the order of the file, none twice."""
        spans = sorted({span for text in texts for span in self._spans(text)})
        return [self._node(start, end) for start, end in _outermost(spans)]

    def triples(self) -> Iterator[Triple]:
        """Yield what is said of every node that was asked for."""
        for iri, place in self._places.items():
            yield iri, RDF.type, GT.Evidence
            yield iri, GT.document, self._document
            yield iri, GT.quote, Literal(place.quote)
            for prop, number in (
                (GT.startLine, place.start_line),
                (GT.endLine, place.end_line),
                (GT.page, place.page),
            ):
                if number is not None:
                    yield iri, prop, Literal(number, datatype=XSD.integer)
            if place.cell is not None:
                yield iri, GT.cell, Literal(place.cell)

    def _spans(self, text: Text) -> Iterator[tuple[int, int]]:
        raw = self._source.raw
        for start, end in (self._source.whole(*span) for span in text.spans(raw=raw)):
            for a, b in self._cut_at_marks(start, end):
                left = a + len(raw[a:b]) - len(raw[a:b].lstrip())
                right = b - (len(raw[a:b]) - len(raw[a:b].rstrip()))
                if any(c.isalnum() for c in raw[left:right]):
                    yield left, right

    def _cut_at_marks(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a stretch that each lie on one page or in one cell."""
        marks = self._source.mark_starts
        edges = [start, *marks[bisect_right(marks, start) : bisect_right(marks, end - 1)], end]
        yield from pairwise(edges)

    def _node(self, start: int, end: int) -> URIRef:
        iri = URIRef(f"{self._graph}/evidence/{start}-{end}")
        if iri not in self._places:
            self._places[iri] = self._source.place(start, end)
        return iri


def _outermost(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans that lie in no other; the longer of two that begin together."""
    furthest = -1
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if end > furthest:
            yield start, end
            furthest = end
