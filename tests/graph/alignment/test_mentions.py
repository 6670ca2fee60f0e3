"""Names are found in the words of items; what is no name there is not."""

import pytest

from graph.alignment import mentions
from graph.identifiers import document_graph
from graph.vocabulary import GT
from tests.graph.alignment.given import iri, store_of

NAMES = """
<doc> a gt:SourceDocument ; gt:sourceOf :plan .
:plan a gt:Plan ; rdfs:label "Road map" ; gt:ofOrganization :district .
:oak a schema:School ; rdfs:label "Oak Elementary" ; skos:altLabel "Oak School", "Oakland" ; gt:inPlan :plan .
:middle a schema:School ; rdfs:label "Oak Elementary Annex" ; gt:inPlan :plan .
:hr a org:OrganizationalUnit ; rdfs:label "Human Resources" ; skos:altLabel "HR" ; gt:inPlan :plan .
:arts a org:OrganizationalUnit ; rdfs:label "Arts" ; gt:inPlan :plan .
:far a schema:School ; rdfs:label "Far Elementary" ; gt:inPlan :elsewhere .
:elsewhere a gt:Plan ; gt:ofOrganization :other .
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
        ("Build at Far Elementary", set()),
        ("Close Washington School", set()),
        ("Move to Oakland, soon", {"oak"}),
        ("Follow the Road Map", {"plan"}),
    ],
)
def test_names_are_found(words: str, wanted: set[str]) -> None:
    store = store_of(a=NAMES + f':act a gt:Action ; gt:inPlan :plan ; rdfs:label "{words}" .')
    found = mentions(store).get(document_graph("a"), set())

    assert found == {(iri("act"), GT.mentions, iri(name)) for name in wanted}
