"""The names in the code and the terms of the ontology are the same, both ways."""

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from graph.vocabulary import GT, PREFIXES
from tests.project.tree import ROOT

_NS = PREFIXES["gt"]


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for file in (ROOT / "graph" / "ontology").glob("*.ttl"):
        graph.parse(file)
    return graph


def _own_terms(ontology: Graph) -> set[str]:
    own = (str(s) for s in ontology.subjects(RDF.type) if str(s).startswith(_NS))
    return {term.removeprefix(_NS) for term in own} - {""}


def test_every_term_has_its_constant(ontology: Graph) -> None:
    constants = set(GT.__annotations__) | set(GT._extras)
    constants = {name for name in constants if not name.startswith("_")}

    assert _own_terms(ontology) == constants


def test_every_term_says_what_it_means(ontology: Graph) -> None:
    terms = [URIRef(_NS + name) for name in _own_terms(ontology)]

    for term in terms:
        assert ontology.value(term, RDFS.label) or ontology.value(term, SKOS.prefLabel), term
        assert ontology.value(term, RDFS.comment) or (term, RDF.type, OWL.Class) not in ontology, term


def test_every_property_names_its_domain_and_range(ontology: Graph) -> None:
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    properties = [p for kind in kinds for p in ontology.subjects(RDF.type, kind) if str(p).startswith(_NS)]

    assert properties
    for prop in properties:
        assert ontology.value(prop, RDFS.domain), prop
        assert ontology.value(prop, RDFS.range), prop


def test_domains_and_ranges_are_known_classes(ontology: Graph) -> None:
    classes = set(ontology.subjects(RDF.type, OWL.Class)) | {RDFS.Resource}
    named = {o for p in (RDFS.domain, RDFS.range) for o in ontology.objects(None, p)}

    assert {o for o in named if str(o).startswith(_NS)} <= classes
