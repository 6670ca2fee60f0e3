"""Finds which items of one plan likely serve a recommendation or goal of another, by likeness of words."""

from collections.abc import Callable, Iterator, Sequence
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
    item: URIRef
    label: str
    plan: str
    district: str


def likely_links(store: Store, vectors: Callable[[Sequence[str]], Vectors]) -> Iterator[Triple]:
    """Yield alignment links with the basis `gt:inferred`; never a `gt:supports`, which only documents say."""
    sources = _candidates(store, "items_that_may_support")
    targets = _candidates(store, "items_that_may_be_supported")
    if not sources or not targets:
        return
    stated = {(row["item"], row["supported"]) for row in rows(store, "support_pairs")}
    likeness = vectors([s.label for s in sources]) @ vectors([t.label for t in targets]).T
    for source, scores in zip(sources, np.round(likeness, 2), strict=True):
        fits = [
            (float(score), target)
            for score, target in zip(scores, targets, strict=True)
            if score >= LEAST_LIKENESS
            and _may_link(source, target)
            and (source.item, target.item) not in stated
        ]
        for score, target in sorted(fits, key=lambda f: (-f[0], f[1].item))[:MOST_TARGETS]:
            yield from _link(store, source.item, target.item, score)


def _candidates(store: Store, query: str) -> list[_Candidate]:
    return [
        _Candidate(URIRef(str(r["item"])), str(r["label"]), str(r["plan"]), str(r.get("district", "")))
        for r in rows(store, query)
    ]


def _may_link(source: _Candidate, target: _Candidate) -> bool:
    """Only items of two plans, and of one district as far as the plans name theirs."""
    same_district = not source.district or not target.district or source.district == target.district
    return source.plan != target.plan and source.item != target.item and same_district


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
