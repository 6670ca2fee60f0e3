"""The thread through an item: every step with its basis and evidence, none said twice."""

import pytest
from rdflib import RDF, RDFS, Literal, URIRef

from graph.store import Store
from graph.trace import Step, trace
from graph.vocabulary import GT


def labels(steps: tuple[Step, ...]) -> list[str]:
    return [s.item.label for s in steps]


def test_a_thread_goes_up_to_goal_direction_and_plan(district: Store) -> None:
    up = trace(district, "master/action1").up

    assert labels(up)[:3] == [
        "Make every school a safe place to learn.",
        "Lindenfeld Master Plan",
        "Lindenfeld Schools",
    ]
    assert {"Safe campuses", "Strong Schools"} <= set(labels(up))


def test_a_step_that_a_longer_way_makes_is_left_out(district: Store) -> None:
    steps = [s for s in trace(district, "master/action1").up if s.source.label.startswith("Train")]

    assert "underDirection" not in {s.relation for s in steps}
    assert "inPlan" not in {s.relation for s in steps}


def test_a_thread_goes_down_to_metrics_and_targets(district: Store) -> None:
    down = trace(district, "Priority 1").down

    assert [(s.depth, s.item.type) for s in down] == [
        (1, "Action"), (2, "Metric"), (3, "Target"), (2, "Metric"), (1, "TheoryOfAction"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("item", "basis", "line"),
    [("Recommendation 1", "section", 19), ("Recommendation 2", "stated", 24)],
)
def test_alignment_carries_its_basis_and_its_own_evidence(
    district: Store, item: str, basis: str, line: int
) -> None:
    steps = trace(district, item).down

    assert (basis, line) in [(s.basis, s.evidence[0].start_line) for s in steps]


def test_inferred_alignment_is_marked_with_its_score(district: Store) -> None:
    [step] = [s for s in trace(district, "Recommendation 2").down if s.basis == "inferred"]

    assert (step.item.label, step.confidence) == ("Send a letter each April", 0.71)


def test_every_step_carries_evidence(district: Store) -> None:
    found = trace(district, "Lindenfeld Master Plan")

    assert found.down
    assert all(s.evidence for s in (*found.up, *found.down))


def test_a_unit_leads_to_its_plan_and_its_actions(district: Store) -> None:
    down = trace(district, "Family Services").down

    assert ("has", "Family Services Plan 2023-24") in [(s.words, s.item.label) for s in down]
    assert ("is responsible for", "Train staff in calm conflict talks") in [
        (s.words, s.item.label) for s in down
    ]


def test_conflicts_about_the_item_are_told(district: Store) -> None:
    assert trace(district, "Recommendation 1").notes == ("Two recommendations bear each other's number.",)


def test_a_circle_of_parts_ends() -> None:
    one, two = URIRef("urn:one"), URIRef("urn:two")
    store = Store.in_memory()
    triples = [(n, RDF.type, GT.Action) for n in (one, two)] + [(one, GT.partOf, two), (two, GT.partOf, one)]
    store.replace_graph(URIRef("urn:g"), [*triples, (one, RDFS.label, Literal("one"))])

    assert [s.item.iri for s in trace(store, "urn:one").up] == ["urn:two", "urn:one"]
