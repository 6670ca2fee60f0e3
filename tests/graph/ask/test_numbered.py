"""Plain questions over an accountability plan, whose actions and metrics are numbered in parts."""

from pathlib import Path

import pytest

from graph.ask.engine import Engine
from graph.ask.files import load_graph

SAID = {
    "which actions contribute to increased or improved services": {"Reading Coaches", "Doorstep Visits"},
    "which actions do not contribute to increased services": {"Number Sense Kits"},
    "how much is budgeted for action 1.2": {"$45,500.00"},
    "how much does action 2.1 cost": {"$92,300.00"},
    "funding for actions 1.1 and 1.2": {"$610,000.00", "$45,500.00"},
    "which students does action 1.1 serve": {"English Learners"},
    "what type of goal is goal 2": {"Focus Goal"},
    "which state priorities does goal 1 address": {"2", "4", "8"},
    "which goal is action 2.1 under": {"Pupils who stayed away come back to class and stay"},
    "which goal does metric 1.1 measure": {
        "Pupils read, write and reckon with growing confidence in each grade"
    },
    "which goals are focus goals": {"Pupils who stayed away come back to class and stay"},
}


@pytest.fixture(scope="module")
def accountability() -> Engine:
    """Return an engine over the small accountability plan, without vectors."""
    return Engine.open(load_graph(Path(__file__).parent / "accountability.ttl"))


@pytest.mark.parametrize("question", SAID)
def test_answers_what_stands_under_a_number(accountability: Engine, question: str) -> None:
    answer = accountability.answer(question)

    assert answer.status == "answered"
    assert {item.value for item in answer.answers} == SAID[question]


@pytest.mark.parametrize(
    "question",
    [
        "how much is budgeted for action 1.9",
        "who is responsible for action 2.1",
        "which students does action 2.3 serve",
    ],
)
def test_says_nothing_of_what_the_plan_does_not_say(accountability: Engine, question: str) -> None:
    assert accountability.answer(question).status != "answered"
