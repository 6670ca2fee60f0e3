"""Shapes of questions about a small shipyard whose terms are opaque and whose stock is written as text."""

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph
from graph.ask.lexicon import Lexicon
from tests.graph.ask.conftest import HERE


@pytest.fixture(scope="module")
def yard() -> Engine:
    return Engine.open(load_graph(HERE / "facets" / "yard.ttl"), None, Lexicon(), "yard.ttl")


def _found(yard: Engine, question: str) -> set[str]:
    return {item.value for item in yard.answer(question).answers}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What is the second heaviest boat?", {"Puffin"}),
        ("Which is the 3rd lightest boat?", {"Puffin"}),
        ("Which boats were launched in the last quarter of 2021?", {"Osprey"}),
        ("Which boats were launched in the first half of 2021?", {"Gannet"}),
        ("Which boats weigh less than half a kilogram?", {"Heron"}),
        ("Which boats have a stock level over 40?", {"Osprey", "Gannet"}),
        ("Which boat has the highest stock level?", {"Osprey"}),
    ],
)
def test_places_parts_of_years_and_numbers_in_texts(yard: Engine, question: str, found: set[str]) -> None:
    assert _found(yard, question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which boats weigh more than the average?", {"Gannet"}),
        ("Which boats are lighter than average?", {"Heron", "Osprey", "Puffin"}),
        ("Which boats have a stock level below their reorder point?", {"Heron", "Puffin"}),
        ("Which boats are moored at the same dock as the Heron?", {"Osprey"}),
        ("Which sailors have the same rank as Ada Moe?", {"Cai Lee"}),
        ("Which boats are still in service?", {"Heron", "Osprey", "Gannet"}),
        ("List the members of Deck including its sub-crews", {"Ada Moe", "Ben Roe"}),
        ("Which sailors are in Deck?", {"Ada Moe"}),
    ],
)
def test_what_is_set_against_each_other(yard: Engine, question: str, found: set[str]) -> None:
    assert _found(yard, question) == found


@pytest.mark.parametrize(
    ("question", "truth"),
    [
        ("Are all boats seaworthy?", False),
        ("Do all boats weigh more than 400 g?", True),
        ("Is every boat moored at the North Quay?", False),
    ],
)
def test_whether_something_holds_of_all(yard: Engine, question: str, truth: bool) -> None:
    assert yard.answer(question).boolean is truth


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which boats are moored at North Quay and how much do they weigh?", {"Heron: 450", "Osprey: 900"}),
        ("Which boats have a fee in NOK?", {"Osprey"}),
        ("Which crews are not part of anything?", {"Deck", "Galley"}),
    ],
)
def test_second_questions_units_and_lacks(yard: Engine, question: str, found: set[str]) -> None:
    assert _found(yard, question) == found
