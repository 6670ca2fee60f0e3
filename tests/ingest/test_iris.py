"""IRIs are readable, and the same wherever and in whatever order a document is read."""

import pytest
from rdflib import URIRef

from ingest.document import Document
from ingest.findings import Findings, Item, Named
from ingest.iris import Identifiers
from ingest.resolution import Resource
from ingest.source import Source

BASE = "https://w3id.org/goldenthread/id/"


class SomeNames:
    """Knows one school and one plan by several names."""

    def of(self, document: str, named: Named) -> Resource | None:
        """Return the thing, or None where the name is not known."""
        known = {"Oak": "Oak Elementary", "Oak Elementary": "Oak Elementary", "Known plan": "Known plan"}
        label = known.get(named.name)
        return Resource(named.kind, ("river", named.kind.lower(), label), label) if label else None

    def defined(self, document: str, item: Item) -> Resource | None:
        """Return what another document defines: nothing."""


@pytest.fixture
def findings() -> Findings:
    found = Findings(Document(Source("plan.txt", "words"), ()))
    found.plan.label = "Road map 2016"
    return found


def iri(findings: Findings, item: Item, document: str = "plan.txt") -> str:
    found = Identifiers(findings, document, SomeNames()).item(item)
    return str(found).removeprefix(BASE)


def test_an_item_is_known_by_its_plan_its_kind_and_its_number(findings: Findings) -> None:
    item = findings.add("Recommendation", "Hire teachers", [], notation="2")

    assert iri(findings, item) == "road-map-2016-e74802/recommendation/2"


def test_an_item_without_a_number_is_known_by_its_words(findings: Findings) -> None:
    item = findings.add("Action", "Paint the gym & the hall", [])

    assert iri(findings, item).endswith("/action/paint-the-gym-and-the-hall")


def test_two_items_of_one_number_are_told_apart(findings: Findings) -> None:
    one = findings.add("Recommendation", "Hire teachers", [], notation="3")
    other = findings.add("Recommendation", "Mend roofs", [], notation="3")

    assert iri(findings, one) != iri(findings, other)
    assert "/recommendation/3-" in iri(findings, one)


def test_the_same_item_of_two_files_is_two(findings: Findings) -> None:
    item = findings.add("Action", "Paint", [])

    assert iri(findings, item, "a.txt") != iri(findings, item, "b.txt")


def test_a_name_that_documents_share_has_one_iri(findings: Findings) -> None:
    item = findings.add("School", "Oak", [])

    assert iri(findings, item) == "river/school/oak-elementary"


def test_a_plan_has_the_iri_of_its_name_if_others_name_it_too(findings: Findings) -> None:
    alone = Identifiers(findings, "plan.txt", SomeNames()).plan
    findings.plan.label = "Known plan"
    named = Identifiers(findings, "plan.txt", SomeNames()).plan

    assert alone == URIRef(f"{BASE}plan/road-map-2016-e74802")
    assert named == URIRef(f"{BASE}river/plan/known-plan")


def test_what_was_taken_out_has_no_iri(findings: Findings) -> None:
    item = findings.add("Action", "Paint", [])
    findings.remove(item)

    assert Identifiers(findings, "plan.txt", SomeNames()).item(item) is None
