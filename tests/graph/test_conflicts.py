"""Contradictions are shown with the words and place of each side."""

import pytest

from graph.conflicts import Conflicts, find_conflicts
from graph.gap_list import list_gaps
from graph.items import Reader
from graph.listing import list_items
from graph.store import Store


@pytest.fixture(scope="module")
def conflicts(district: Store) -> Conflicts:
    return find_conflicts(list_gaps(Reader(district), list_items(district)))


def test_each_place_is_a_side(conflicts: Conflicts) -> None:
    [one] = conflicts.found

    assert one.words == "Two recommendations bear each other's number."
    assert [[e.start_line for e in side.evidence] for side in one.sides] == [[10], [19]]
    assert one.sides[0].item is not None
    assert one.sides[0].item.number == "1"


def test_kind_plan_item_and_words_narrow(conflicts: Conflicts) -> None:
    assert conflicts.kinds == ("numbering",)
    assert conflicts.plans == ("Lindenfeld Master Plan",)
    assert conflicts.page("numbering", "Lindenfeld Master Plan", "SAFE place", "master/rec1").total == 1
    assert conflicts.page("wording").total == 0
    assert conflicts.page(item="master/rec3").total == 0
    assert conflicts.page(words="nothing such").total == 0


def test_a_page_in_json_holds_both_sides(conflicts: Conflicts) -> None:
    body = conflicts.page().as_json()

    assert (body["total"], body["pages"], len(body["conflicts"][0]["sides"])) == (1, 1, 2)
