"""Items are shown with their names, facts and evidence."""

import pytest

from graph.errors import UnknownItem
from graph.items import BASE, Item, Reader, identifier, spaced
from graph.store import Store


@pytest.fixture
def reader(district: Store) -> Reader:
    return Reader(district)


def test_an_item_is_named_by_class_number_and_label(reader: Reader) -> None:
    item = reader.item(BASE + "master/rec1")

    assert item.as_text() == "Recommendation 1: Make every school a safe place to learn."
    assert item.plan == "Lindenfeld Master Plan"


def test_what_its_plan_calls_an_item_goes_before_its_class(reader: Reader) -> None:
    assert reader.item(BASE + "master/lcap1").as_text().startswith("LCAP goal 1: All students")


def test_a_number_that_the_label_holds_is_not_said_twice() -> None:
    item = Item("x", "Priority 1: Tell families early", "Priority", "1")

    assert item.as_text() == "Priority: Priority 1: Tell families early"


def test_an_item_without_a_label_is_named_by_its_parts(reader: Reader) -> None:
    label = reader.item(BASE + "master/offer2").label

    assert {"Elm Elementary", "Greek Immersion", "proposed"} == set(label.split(", "))


def test_a_conflict_is_named_by_its_comment(reader: Reader) -> None:
    assert reader.item(BASE + "clash").label == "Two recommendations bear each other's number."


def test_evidence_stands_in_the_order_of_the_documents(reader: Reader) -> None:
    places = reader.evidence(BASE + "families")

    assert [(e.document, e.start_line) for e in places] == [("department.txt", 1), ("plan.txt", 22)]


def test_a_view_tells_facts_and_what_names_the_item(reader: Reader) -> None:
    view = reader.view(BASE + "master/action1")

    assert ("led by", "Safety Office") in {(f.label, f.value) for f in view.facts}
    assert ("partOf", "Start with the middle schools") in {(f.property, f.value) for f in view.named_by}


def test_an_unknown_item_is_told(reader: Reader) -> None:
    with pytest.raises(UnknownItem):
        reader.item(BASE + "nothing")


def test_identifiers_leave_the_base_out_and_keep_foreign_iris() -> None:
    assert identifier(BASE + "a/b") == "a/b"
    assert identifier("https://example.org/a") == "https://example.org/a"


def test_class_names_become_words() -> None:
    assert spaced("TheoryOfAction") == "Theory of action"
