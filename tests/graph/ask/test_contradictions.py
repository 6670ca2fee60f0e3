"""That contradictions can be asked for, and stay out of other questions."""

import pytest

from graph.ask.engine import Engine

CLASH = "The same recommendation has the number 3 here and 2 there."


@pytest.mark.parametrize(
    "question",
    [
        "Are there contradictions in the plans?",
        "Where do the documents contradict each other?",
        "Which discrepancies are there about recommendation 3?",
        "Do the plans disagree about any recommendations?",
    ],
)
def test_names_the_contradictions(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert [i.value for i in answer.answers] == [CLASH]
    assert all(i.evidence for i in answer.answers)
    assert answer.boolean in (None, True)


def test_counts_contradictions(plans: Engine) -> None:
    assert plans.answer("How many contradictions are there?").count == 1


@pytest.mark.parametrize(
    "question",
    [
        "Is there a contradiction about recommendation 1?",
        "How are conflicts among drivers settled?",
        "Which actions are there about recommendation 3?",
        "Do the plans disagree with the union?",
    ],
)
def test_tells_contradictions_of_nothing_else(plans: Engine, question: str) -> None:
    assert CLASH not in [i.value for i in plans.answer(question).answers]
