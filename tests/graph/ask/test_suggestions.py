"""That a refusal says why, where else to look, and what can be asked instead."""

from graph.ask.engine import Engine


def test_offers_what_can_be_asked_of_a_name_that_stands_alone(plans: Engine) -> None:
    answer = plans.answer("Pinecrest")

    assert answer.status == "unanswerable"
    assert "Pinecrest Elementary" in answer.interpretation
    assert answer.alternatives
    for offer in answer.alternatives:
        assert plans.answer(offer.question).status == "answered"


def test_says_where_it_may_stand(plans: Engine) -> None:
    answer = plans.answer("What is the salary of the nurses?")

    assert answer.status == "unanswerable"
    assert any("may stand in a budget" in n for n in answer.notes)


def test_offers_examples_where_nothing_was_understood(plans: Engine) -> None:
    answer = plans.answer("qwertz uiop")

    assert answer.interpretation == "The question was not understood."
    assert answer.alternatives
