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
