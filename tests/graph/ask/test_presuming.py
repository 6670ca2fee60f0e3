"""That what a question takes for granted is checked, and corrected where the plans say otherwise."""

import pytest

from graph.ask.engine import Engine
from graph.ask.premises import premises, without_pronoun


@pytest.mark.parametrize(
    "question",
    [
        "Since Pinecrest is a STEADY school, what programs does it offer?",
        "Given that Pinecrest is a STEADY school, which programs does it have?",
        "Pinecrest is a STEADY school, so which programs does it offer?",
        "I hear that Pinecrest is a STEADY school. What programs does it offer?",
        "What programs does Pinecrest offer, since it is a STEADY school?",
        "Which programs does Pinecrest, a STEADY school, offer?",
        "As a STEADY school, which programs does Pinecrest offer?",
    ],
)
def test_corrects_what_is_not_so_and_answers_the_rest(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert [i.value for i in answer.answers] == ["Music Academy"]
    assert "not so" in answer.notes[0]
    assert "RISING (blueprint.txt, line" in answer.notes[0]
    assert answer.explanation["holds"] is False


@pytest.mark.parametrize(
    "question",
    [
        "Since Pinecrest is a RISING school, what programs does it offer?",
        "Pinecrest is not a STEADY school. What programs does it offer?",
    ],
)
def test_says_nothing_of_what_is_so(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert [i.value for i in answer.answers] == ["Music Academy"]
    assert not any("not so" in n for n in answer.notes)


def test_refuses_with_the_correction_where_the_rest_has_no_answer(plans: Engine) -> None:
    answer = plans.answer("Since Pinecrest is a STEADY school, who is its principal?")

    assert answer.status == "unanswerable"
    assert "RISING" in answer.notes[0]


@pytest.mark.parametrize(
    "text",
    [
        "If we train the drivers in first aid, what follows?",
        "Which schools are in the RISING tier?",
        "As a parent, I would like to know which schools there are.",
    ],
)
def test_finds_no_premise_about_a_thing_in_other_questions(plans: Engine, text: str) -> None:
    assert not any("not so" in n for n in plans.answer(text).notes)


def test_says_how_many_there_are(departments: Engine) -> None:
    wrong = departments.answer("What are the five priorities of the Transport Office?")
    right = departments.answer("What are the three priorities of the Transport Office?")

    assert len(wrong.answers) == len(right.answers) == 3
    assert "3 priorities" in wrong.notes[0]
    assert not any("question says" in n for n in right.notes)


def test_a_number_that_is_claimed_is_counted(departments: Engine) -> None:
    answer = departments.answer("Since the Transport Office has four priorities, which actions does it have?")

    assert "3 priorities" in answer.notes[0]


def test_divides_and_puts_a_name_for_a_pronoun() -> None:
    premise = next(premises("Seeing that Oakdale isn't open, when does it start?"))

    assert (premise.question, premise.denied) == ("Is Oakdale open?", True)
    assert without_pronoun(premise.rest, "Oakdale", ()) == "when does Oakdale start?"
