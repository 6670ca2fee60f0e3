"""That limits on a count are counted, or refused, and never dropped."""

import pytest

from graph.ask.engine import Engine

COUNTED = {
    "Which recommendations are supported by more than one action?": 2,
    "Which recommendations are supported by at least two actions?": 2,
    "How many recommendations are supported by two or more actions?": 2,
    "Which recommendations are supported by more than five actions?": 0,
}


@pytest.mark.parametrize("question", COUNTED)
def test_a_limit_is_counted(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert len(answer.answers) == COUNTED[question]
    assert answer.status in ("answered", "empty")
    assert "HAVING" in answer.sparql


@pytest.mark.parametrize(
    "question",
    [
        "Which units lead fewer than three actions?",
        "Which recommendations have at least two gardens?",
        "Is recommendation 1 supported by at least four actions?",
    ],
)
def test_a_limit_that_is_not_counted_is_not_dropped(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert answer.status == "unanswerable"
    assert answer.answers == ()


def test_no_less_than_is_no_denial_and_no_least(plans: Engine) -> None:
    shape = plans.read("Which recommendations are supported by no fewer than two actions?").shape

    assert shape.threshold is not None
    assert (shape.threshold.sign, shape.threshold.number) == (">=", 2)
    assert not any(shape.has(name) for name in ("fewer", "fewest", "negation"))


def test_each_asks_for_a_number_of_each(plans: Engine) -> None:
    answer = plans.answer("How many actions does each recommendation have?")

    assert len(answer.answers) == 2
    assert all(a.value.endswith(": 2 actions") for a in answer.answers)


@pytest.mark.parametrize(
    "question", ["Which one unit leads the most actions?", "Which of the three units leads the most actions?"]
)
def test_the_one_in_the_first_place_is_answered(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert {i.value for i in answer.answers} == {"Library Services", "Transport"}
