"""Finds which items of one plan likely serve a recommendation or goal of another, by likeness of words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray
from rdflib import RDF, Literal, URIRef
from rdflib.term import Node

from graph.catalogue import rows
from graph.identifiers import digest, item_iri
from graph.store import Store
from graph.vocabulary import GT

__all__ = ["LEAST_LIKENESS", "MOST_TARGETS", "likely_links"]

# Read by eye over the pairs between four department plans and a master plan: of those at 0.55 and above
# about two in three are sound, at 0.65 and above four in five, under 0.5 fewer than one in three.
LEAST_LIKENESS = 0.55
MOST_TARGETS = 2

Vectors = NDArray[np.float32]
Triple = tuple[Node, Node, Node]


@dataclass(frozen=True, slots=True)
class _Candidate:
    document: URIRef
    item: URIRef
    label: str
    plan: str


def likely_links(
    store: Store, documents: Sequence[URIRef], vectors: Callable[[Sequence[str]], Vectors]
) -> dict[URIRef, set[Triple]]:
    """Return for each of a district's documents the alignment links, of basis `gt:inferred`, of its items.

    There is never a `gt:supports` among them, which only documents say.
    """
    sources = _candidates(store, "items_that_may_support", documents)
    targets = _candidates(store, "items_that_may_be_supported", documents)
    found: dict[URIRef, set[Triple]] = defaultdict(set)
    if not sources or not targets:
        return found
    stated = {
        (row["item"], row["supported"])
        for document in documents
        for row in rows(store, "support_pairs", document=document)
    }
    likeness = vectors([s.label for s in sources]) @ vectors([t.label for t in targets]).T
    for source, scores in zip(sources, np.round(likeness, 2), strict=True):
        fits = [
            (float(score), target.item)
            for score, target in zip(scores, targets, strict=True)
            if score >= LEAST_LIKENESS
            and source.plan != target.plan
            and source.item != target.item
            and (source.item, target.item) not in stated
        ]
        for score, target in sorted(set(fits), key=lambda f: (-f[0], f[1]))[:MOST_TARGETS]:
            found[source.document].update(_link(store, source.item, target, score))
    return found


def _candidates(store: Store, query: str, documents: Iterable[URIRef]) -> list[_Candidate]:
    return [
        _Candidate(document, URIRef(str(row["item"])), str(row["label"]), str(row["plan"]))
        for document in documents
        for row in rows(store, query, document=document)
    ]


def _link(store: Store, source: URIRef, target: URIRef, score: float) -> Iterator[Triple]:
    node = item_iri("alignment", digest(f"{source} {target}", 16))
    yield node, RDF.type, GT.AlignmentLink
    yield node, GT["from"], source
    yield node, GT.to, target
    yield node, GT.basis, GT.inferred
    yield node, GT.confidence, Literal(Decimal(f"{score:.2f}"))
    for item in (source, target):
        for row in rows(store, "places_of_item", item=item):
            yield node, GT.evidence, row["place"]
