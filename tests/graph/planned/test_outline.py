"""A plan's outline nests what stands under what, in the order of numbers or of the document."""

from collections.abc import Iterator

import pytest

from graph.errors import UsageError
from graph.planned.book import Book
from graph.planned.outline import Node, Outline, outline

ID = "https://w3id.org/goldenthread/id/"


def _labels(nodes: tuple[Node, ...]) -> list[str]:
    return [node.item.label for node in nodes]


def _all(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.children)


@pytest.fixture(scope="module")
def master(district_book: Book) -> Outline:
    return outline(district_book, ID + "master")


def test_actions_stand_under_their_goal_and_goals_under_their_direction(master: Outline) -> None:
    direction = next(node for node in master.parts if node.item.type == "StrategicDirection")

    assert _labels(direction.children) == ["Safe campuses", "Count the broken lamps"]
    assert _labels(direction.children[0].children) == [
        "Train staff in calm conflict talks",
        "Open a family desk at each school",
    ]


def test_an_item_says_what_it_supports_and_on_what_basis(master: Outline) -> None:
    nodes = {node.item.label: node for node in _all(master.parts)}
    trained = nodes["Train staff in calm conflict talks"]

    assert {(a.target.number, a.basis) for a in trained.supports} == {("1", "section")}
    assert all(a.evidence for a in trained.supports)
    assert [u.label for u in trained.leads] == ["Safety Office"]
    assert [u.label for u in trained.shares] == ["Family Services"]
    assert [h.label for h in trained.horizons] == ["Short-term"]


def test_numbers_order_what_all_have_one(yard: Book) -> None:
    assert _labels(outline(yard, ID + "yard").parts)[:2] == ["More shade", "Safe play"]


def test_parts_of_one_line_follow_the_words_of_the_whole(yard: Book) -> None:
    nodes = {node.item.label: node for node in _all(outline(yard, ID + "yard").parts)}

    assert _labels(nodes["Plant trees and water them"].children) == ["Plant trees", "water them"]


def test_values_stand_under_their_metric_and_others_under_their_goal(yard: Book) -> None:
    nodes = {node.item.label: node for node in _all(outline(yard, ID + "yard").parts)}

    assert _labels(nodes["Shaded share of the yard"].children)[:2] == ["25 percent", "40 percent"]
    assert "a quiet corner" in _labels(nodes["Safe play"].children)


def test_values_are_in_the_order_of_their_years(yard: Book) -> None:
    nodes = {node.item.label: node for node in _all(outline(yard, ID + "yard").parts)}
    results = [n for n in nodes["Shaded share of the yard"].children if n.item.type == "Actual"]

    assert [node.times for node in results] == [("2022-23",), ("2023-24",)]


def test_pages_hold_whole_parts(master: Outline) -> None:
    shown = [node.item.iri for n in range(1, len(master.pages) + 1) for node in master.page(n).parts]

    assert shown == [node.item.iri for node in master.parts]
    assert master.page(99).at == len(master.pages)


def test_what_is_no_plan_has_no_outline(district_book: Book) -> None:
    with pytest.raises(UsageError, match="no plan"):
        outline(district_book, ID + "safety")
