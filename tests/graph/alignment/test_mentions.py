"""Names are found in the words of items; what is no name there is not."""

import pytest

from graph.alignment import mentions
from graph.identifiers import document_graph
from graph.vocabulary import GT
from tests.graph.alignment.given import iri, store_of

NAMES = """
:plan a gt:Plan ; rdfs:label "Road map" .
:oak a schema:School ; rdfs:label "Oak Elementary" ; skos:altLabel "Oak School", "Oakland" ; gt:inPlan :plan .
:middle a schema:School ; rdfs:label "Oak Elementary Annex" ; gt:inPlan :plan .
:hr a org:OrganizationalUnit ; rdfs:label "Human Resources" ; skos:altLabel "HR" ; gt:inPlan :plan .
:arts a org:OrganizationalUnit ; rdfs:label "Arts" ; gt:inPlan :plan .
:one a schema:School ; rdfs:label "Washington East" ; skos:altLabel "Washington School" ; gt:inPlan :plan .
:two a schema:School ; rdfs:label "Washington West" ; skos:altLabel "Washington School" ; gt:inPlan :plan .
"""


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Paint Oak Elementary in spring", {"oak"}),
        ("Paint oak school", {"oak"}),
        ("Open the Oak Elementary Annex", {"middle"}),
        ("Ask HR for a nurse, then human resources", {"hr"}),
        ("hr of the day", set()),
        ("Teach with Arts, every week", {"arts"}),
        ("Expand access to arts", set()),
        ("Arts for all", set()),
        ("Hold Arts Days", set()),
        ("Close Washington School", set()),
        ("Move to Oakland, soon", {"oak"}),
        ("Follow the Road Map", {"plan"}),
    ],
)
def test_names_are_found(words: str, wanted: set[str]) -> None:
    store = store_of(a=NAMES + f':act a gt:Action ; gt:inPlan :plan ; rdfs:label "{words}" .')
    found = mentions(store, [document_graph("a")])[document_graph("a")]

    assert found == {(iri("act"), GT.mentions, iri(name)) for name in wanted}


def test_names_of_another_document_are_found_only_if_it_is_of_the_same_district() -> None:
    here = document_graph("a")
    store = store_of(
        a=':act a gt:Action ; gt:inPlan :plan ; rdfs:label "Build at Far Elementary" .',
        b=':far a schema:School ; rdfs:label "Far Elementary" .',
    )

    assert mentions(store, [here, document_graph("b")])[here] == {(iri("act"), GT.mentions, iri("far"))}
    assert mentions(store, [here])[here] == set()
