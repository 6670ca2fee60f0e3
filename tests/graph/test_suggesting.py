"""What is suggested while typing fits the words, also mistyped ones, and can be answered."""

import pytest

from graph.askable import askable
from graph.links import Link, read_links
from graph.listing import list_items
from graph.store import Store
from graph.suggesting import Suggester, suggester

ID = "https://w3id.org/goldenthread/id/"


@pytest.fixture(scope="module")
def over(district: Store) -> Suggester:
    return suggester(list_items(district), read_links(district))


def test_questions_are_made_only_of_things_that_have_an_answer(district: Store) -> None:
    texts = {asked.text for asked in askable(list_items(district), read_links(district))}

    assert "Which actions support Recommendation 1?" in texts
    assert "Which actions support Recommendation 3?" not in texts  # nothing supports it
    assert "Which schools feed into Ash Middle?" in texts
    assert "Which schools feed into Oak Elementary?" not in texts


def test_no_question_is_made_of_an_empty_store() -> None:
    store = Store.in_memory()

    assert askable(list_items(store), read_links(store)) == ()


def test_the_beginning_of_a_word_is_enough(over: Suggester) -> None:
    found = over.suggest("oak ele")

    assert found.items[0].label == "Oak Elementary"
    assert all("Oak Elementary" in asked.text for asked in found.questions)


def test_a_slip_is_forgiven(over: Suggester) -> None:
    assert over.suggest("saftey office").items[0].label == "Safety Office"


def test_a_question_begun_is_ended(over: Suggester) -> None:
    assert (
        over.suggest("which programs does oak").questions[0].text
        == "Which programs does Oak Elementary offer?"
    )


def test_what_is_nowhere_suggests_nothing(over: Suggester) -> None:
    found = over.suggest("zeppelin quartz")

    assert not found.items
    assert not found.questions


@pytest.mark.parametrize("typed", ["", "   ", "???", "é" * 500, "a b c " * 100])
def test_anything_can_be_typed(over: Suggester, typed: str) -> None:
    over.suggest(typed)


def test_names_in_a_question_bring_their_items_near(over: Suggester) -> None:
    near = over.near("Who pays for the Greek Immersion?")

    assert near[0].label == "Greek Immersion"
    assert any("Greek Immersion" in asked.text for asked in over.about(near))


def test_links_are_seen_from_both_ends_with_their_basis(district: Store) -> None:
    links = read_links(district)

    assert Link("supports", ID + "master/rec1", basis="section") in links.of[ID + "master/action1"]
    assert Link("supports", ID + "master/action1", back=True, basis="section") in links.of[ID + "master/rec1"]
    assert links.has(ID + "safety", "^leadResponsible")
    assert not links.has(ID + "families", "^leadResponsible")
