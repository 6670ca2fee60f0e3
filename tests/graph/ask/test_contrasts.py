"""Comparisons are two plain questions, answered both."""

import pytest

from graph.ask.contrast import divided
from graph.ask.engine import Engine


@pytest.mark.parametrize(
    ("question", "expected", "numbers"),
    [
        ("Does Library Services lead fewer actions than Transport?", False, ["2 actions", "2 actions"]),
        ("more actions under recommendation 1 than recommendation 3?", True, ["2 actions", "0 actions"]),
        ("Are there as many RISING schools as STEADY schools?", False, ["2 schools", "1 school"]),
        ("Which has more actions, Transport or Nursing?", True, ["2 actions", "1 action"]),
    ],
)
def test_sets_two_numbers_side_by_side(
    plans: Engine, question: str, expected: bool, numbers: list[str]
) -> None:
    answer = plans.answer(question)
    assert (answer.kind, answer.boolean) == ("compare", expected)
    counts = [i.value.rsplit(": ", 1)[-1] for i in answer.answers]
    assert counts == numbers


@pytest.mark.parametrize(
    "question",
    [
        "How do the actions of recommendation 1 and recommendation 2 differ?",
        "Compare the actions of recommendation 1 with those of recommendation 2.",
        "What is the difference between the actions of recommendation 1 and recommendation 2?",
        "How do the actions of recommendation 1 differ from those of recommendation 2?",
    ],
)
def test_tells_what_either_side_has(plans: Engine, question: str) -> None:
    answer = plans.answer(question)
    assert answer.kind == "compare"
    found = [i.value.split()[0] for i in answer.answers]
    assert (set(found[:2]), set(found[2:])) == ({"Open", "Let"}, {"Buy", "Draw"})


def test_a_side_that_says_nothing_is_not_compared(plans: Engine) -> None:
    answer = plans.answer("How do the tiers of recommendation 1 and recommendation 2 differ?")
    assert answer.kind != "compare"


def test_a_plain_question_is_not_divided(plans: Engine) -> None:
    assert divided(plans.read("Which actions support recommendations 1 and 2?")) is None
