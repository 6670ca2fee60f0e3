"""Lists found by their own words: registers, headings and wholes with their parts."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def lists() -> Engine:
    """Return an engine over a plan with a list, a heading and a whole of several parts."""
    return Engine.open(load_graph(HERE / "lists.ttl"))


LISTED = {
    "What do we weigh before a campus is repainted?": {"Distance to the nearest bus", "Age of the roof"},
    "grounds for repainting a school": {"Distance to the nearest bus", "Age of the roof"},
    "What makes up the harvest kitchen?": {"Plant beans", "Cook soup"},
    "What does the library do under reading rooms?": {"Lend lamps", "Mend chairs"},
    "Which plans does the blueprint draw on?": {"Harbor Plan", "Meadow Plan"},
}


@pytest.mark.parametrize("question", LISTED)
def test_a_list_is_found_by_its_own_words(lists: Engine, question: str) -> None:
    answer = lists.answer(question)

    assert {item.value for item in answer.answers} == LISTED[question]
    assert all(item.evidence for item in answer.answers)


@pytest.mark.parametrize(
    "question",
    [
        "Which school will be repainted?",
        "Who weighs the repainting of a campus?",
        "When is a campus repainted?",
        "What is the cost of repainting a campus?",
        "Which dentists does the harvest kitchen visit?",
    ],
)
def test_a_list_of_other_things_is_no_answer(lists: Engine, question: str) -> None:
    assert lists.answer(question).status != "answered"


def test_a_list_called_by_its_name_is_counted(lists: Engine) -> None:
    assert lists.answer("how many criteria for repainting a school").count == 2
