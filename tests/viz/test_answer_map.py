"""The map of an answer joins its items with each other and with what they share."""

import pytest

from graph.answer_parts import Known
from graph.links import read_links
from graph.listing import list_items
from graph.model import Answer, AnswerItem, Evidence
from graph.store import Store
from viz.answer import answered
from viz.page import page
from viz.style import BASES

ID = "https://w3id.org/goldenthread/id/"
PLACE = Evidence("plan.txt", 3, 4, None, "a desk")


@pytest.fixture(scope="module")
def known(district: Store) -> Known:
    return Known.of(district, list_items(district), read_links(district))


def _answer(*iris: str) -> Answer:
    items = tuple(AnswerItem(i, ID + i, "Action", "stated", 1.0, (PLACE,)) for i in iris)
    return Answer("Which?", "answered", "Read so", "list", items)


def test_items_and_what_they_share_are_joined_on_their_basis(known: Known) -> None:
    sheet = answered(_answer("master/action1"), known).sheets[0]

    lines = sheet.graph.get_edge_data(ID + "master/action1", ID + "master/rec1")
    assert any(line["line"] == BASES["section"] for line in lines.values())
    assert sheet.columns == ("Joined to them", "Action")


def test_a_school_is_joined_to_its_programs(known: Known) -> None:
    sheet = answered(_answer("oak"), known).sheets[0]

    assert ID + "greek" in sheet.graph.nodes


def test_an_answer_of_nothing_known_is_an_empty_map(known: Known) -> None:
    assert not answered(_answer("nowhere"), known).sheets[0].graph.nodes


def test_the_map_is_a_page_in_which_words_are_words(known: Known) -> None:
    hostile = Answer("Which?", "answered", "<script>alert(1)</script>", "list", _answer("oak").answers)

    assert "<script>alert" not in page(answered(hostile, known))
