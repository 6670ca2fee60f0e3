"""What a question may mean besides is told, each with a question that asks just for it."""

import pytest

from graph.ask.engine import Engine

TWICE = "Which actions support recommendation 2?"


def test_each_meaning_of_a_number_has_a_question(plans: Engine) -> None:
    answer = plans.answer(TWICE)
    asked = {plans.answer(a.question).interpretation for a in answer.alternatives}

    assert len(answer.alternatives) == 2
    assert all(a.question != TWICE for a in answer.alternatives)
    assert asked == {a.interpretation for a in answer.alternatives}


def test_the_meanings_together_are_the_answer(plans: Engine) -> None:
    answer = plans.answer(TWICE)
    apart = {i.value for a in answer.alternatives for i in plans.answer(a.question).answers}

    assert apart == {i.value for i in answer.answers}


@pytest.mark.parametrize(
    "question",
    ["Which actions support recommendation 1?", "Is Oakdale a Rising school?",
     "Which schools have no program?",
     "How many actions does Transport lead?", "Who leads the electric buses?"],
)  # fmt: skip
def test_what_is_plain_has_no_other_reading(plans: Engine, question: str) -> None:
    assert plans.answer(question).alternatives == ()


def test_no_reading_is_offered_with_the_question_itself(museum: Engine) -> None:
    for question in ("Who painted Snow on the Quay?", "Which guard watches the Blue Room?", "Ines Calvet?"):
        assert all(other.question != question for other in museum.answer(question).alternatives)


def test_the_beginning_of_a_text_names_it(plans: Engine) -> None:
    answer = plans.answer("Which actions support “Give every pupil a warm place to read”?")

    assert len(answer.answers) == 2


def test_what_is_offered_instead_of_a_refusal_can_be_asked(plans: Engine) -> None:
    offered = [
        other
        for question in ("Which union agreed to recommendation 1?", "What did Transport spend on buses?")
        for other in plans.answer(question).alternatives
    ]

    assert all(plans.answer(other.question).status == "answered" for other in offered)
