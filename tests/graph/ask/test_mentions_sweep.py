"""Where a topic is mentioned: every item and plan that says the words, or that none does."""

import pytest

from graph.ask.engine import Engine


@pytest.mark.parametrize(
    "question",
    [
        "Where are families mentioned?",
        "everything the plans say about families",
        "Families keep coming up. Can you pull together every place where they are mentioned?",
    ],
)
def test_every_item_that_says_a_word_is_found_with_its_plan(plans: Engine, question: str) -> None:
    answer = plans.answer(question)
    found = {item.value for item in answer.answers}

    assert {
        "Draw new bus routes with the families of the hills",
        "Invite the families to three evenings",
    } <= found
    assert any("Harbor Valley Blueprint" in told for told in (*found, *answer.notes))


def test_plans_alone_are_named_where_plans_are_asked_for(plans: Engine) -> None:
    answer = plans.answer("Which plans mention families?")

    assert [item.type for item in answer.answers] == ["Plan"]


def test_yes_is_said_with_the_places(plans: Engine) -> None:
    answer = plans.answer("Do the plans mention families?")

    assert answer.boolean is True
    assert answer.answers


@pytest.mark.parametrize("question", ["Which plans mention submarines?", "Where are submarines mentioned?"])
def test_what_no_plan_mentions_is_said_to_be_unmentioned(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert answer.status == "unanswerable"
    assert answer.notes[0] == "None of the plans mentions “submarines”."


def test_plans_that_are_named_somewhere_are_no_question_of_mentions(plans: Engine) -> None:
    assert not plans.read("Of the plans named in the blueprint, which is for families?").shape.has("mention")
