"""Likely links join items of two plans, carry both their places, and never claim more."""

from collections.abc import Sequence

import numpy as np
from rdflib import RDF, Graph, Literal
from rdflib.namespace import XSD

from graph.alignment import likely_links
from graph.embedding.embedder import Vectors
from graph.identifiers import document_graph
from graph.store import Store
from graph.vocabulary import GT
from tests.graph.alignment.given import iri, store_of

MASTER = """
:master a gt:Plan ; gt:planType gt:masterPlan .
:rec1 a gt:Recommendation ; rdfs:label "x1" ; gt:inPlan :master ; gt:evidence :e1 .
:rec2 a gt:Recommendation ; rdfs:label "x2" ; gt:inPlan :master ; gt:evidence :e2 .
:rec3 a gt:Recommendation ; rdfs:label "x3" ; gt:inPlan :master ; gt:evidence :e3 .
"""
DEPARTMENT = """
:dep a gt:Plan ; gt:planType gt:departmentPlan .
:act a gt:Action ; rdfs:label "a" ; gt:inPlan :dep ; gt:evidence :e4 .
"""
ANGLES = {"a": 0.0, "x1": 0.5, "x2": 0.2, "x3": 0.6, "far": 2.0}


def vectors(texts: Sequence[str]) -> Vectors:
    return np.array([[np.cos(ANGLES[t]), np.sin(ANGLES[t])] for t in texts], np.float32).reshape(-1, 2)


def found(store: Store, *names: str) -> Graph:
    """Return the links within one district, whose documents these are."""
    graph = Graph()
    documents = [document_graph(name) for name in names or ("d", "m")]
    for triples in likely_links(store, documents, vectors).values():
        for triple in triples:
            graph.add(triple)
    return graph


def test_the_likeliest_two_are_linked_with_their_score_and_places() -> None:
    graph = found(store_of(m=MASTER, d=DEPARTMENT))
    links = {graph.value(n, GT.to): n for n in graph.subjects(RDF.type, GT.AlignmentLink)}

    assert set(links) == {iri("rec2"), iri("rec1")}
    assert graph.value(links[iri("rec2")], GT.confidence) == Literal("0.98", datatype=XSD.decimal)
    assert set(graph.objects(links[iri("rec2")], GT.evidence)) == {iri("e2"), iri("e4")}
    assert set(graph.objects(None, GT.basis)) == {GT.inferred}


def test_no_item_is_said_to_support_another() -> None:
    assert (None, GT.supports, None) not in found(store_of(m=MASTER, d=DEPARTMENT))


def test_what_a_document_says_is_not_inferred_again() -> None:
    graph = found(store_of(m=MASTER, d=DEPARTMENT + ":act gt:supports :rec2 ."))

    assert iri("rec2") not in set(graph.objects(None, GT.to))


def test_districts_do_not_mix() -> None:
    store = store_of(m=MASTER, d=DEPARTMENT)

    assert not len(found(store, "d"))
    assert not len(found(store, "m"))


def test_what_is_unlike_is_not_linked() -> None:
    assert not len(found(store_of(m=MASTER, d=DEPARTMENT.replace('"a"', '"far"'))))


def test_without_two_plans_there_is_nothing_to_link() -> None:
    assert not len(found(store_of(m=MASTER)))


def test_the_links_stand_with_the_document_of_their_source() -> None:
    links = likely_links(
        store_of(m=MASTER, d=DEPARTMENT), [document_graph("d"), document_graph("m")], vectors
    )

    assert list(links) == [document_graph("d")]
