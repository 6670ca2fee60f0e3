"""Shares and averages of counts, and more than the first place."""

import pytest

from graph.ask.engine import Engine


@pytest.mark.parametrize(
    "question",
    [
        "What percentage of schools are in the Rising tier?",
        "How many percent of schools are Rising schools?",
        "Out of all schools, what share is Rising?",
        "% of schools that are in the Rising tier",
        "Could you tell me what proportion of our schools are in the Rising tier?",
        "percentge of schools that are in the Rising tier",
    ],
)
def test_a_share_of_things_is_worked_out(funds: Engine, question: str) -> None:
    answer = funds.answer(question)

    assert answer.status == "answered"
    assert answer.answers[0].value == "75% (3 of 4)"
    assert "3 ÷ 4 = 75%." in answer.notes


def test_a_share_tells_how_many_say_anything_of_the_kind(funds: Engine) -> None:
    answer = funds.answer("What percentage of actions are short-term?")

    assert answer.answers[0].value == "37.5%, about 38% (3 of 8)"
    assert any("of those it is 75%" in n for n in answer.notes)


def test_what_is_said_of_some_by_yes_or_no_is_shared_among_those(plans: Engine) -> None:
    answer = plans.answer("What share of the actions need additional resources?")

    assert answer.answers[0].value == "50% (1 of 2)"


@pytest.mark.parametrize(
    "question",
    [
        "average number of actions per goal",
        "On average, how many actions are there per goal?",
        "How many actions does a goal have on average?",
    ],
)
def test_an_average_is_worked_out(funds: Engine, question: str) -> None:
    answer = funds.answer(question)

    assert answer.answers[0].value == "2.7 (8 actions in 3 goals)"


@pytest.mark.parametrize(
    "question",
    [
        "What percentage of parents are happy?",
        "What percentage of actions have been finished?",
        "What percent of pupils are in Rising schools?",
        "average number of pupils per school",
        "average class size",
        "What share of the schools share a bus?",
        "Which units share actions with Kitchens?",
    ],
)
def test_shares_and_averages_of_what_no_plan_counts_are_refused(funds: Engine, question: str) -> None:
    answer = funds.answer(question)

    assert answer.status in ("unanswerable", "empty") or not any("%" in i.value for i in answer.answers)


@pytest.mark.parametrize(
    "question",
    [
        "Which two offices lead the most actions?",
        "What are the top 2 units by number of actions they lead?",
        "the two busiest units for leading actions",
    ],
)
def test_a_tie_that_crosses_the_cut_is_named(funds: Engine, question: str) -> None:
    answer = funds.answer(question)

    assert [i.value for i in answer.answers] == ["Kitchens Office", "Choirs Office", "Gardens Office"]
    assert "By number: Kitchens Office 3; Choirs Office 2; Gardens Office 2." in answer.notes
    assert any("equal on the last of 2 places" in n for n in answer.notes)


def test_the_last_few_are_found(funds: Engine) -> None:
    answer = funds.answer("the bottom two goals by number of actions")

    assert {i.value for i in answer.answers} >= {"Green yards at all schools"}


@pytest.mark.parametrize(
    "question", ["the three largest departments", "Which nine goals have the most actions?"]
)
def test_more_places_than_there_are_things_are_refused(funds: Engine, question: str) -> None:
    assert funds.answer(question).status == "unanswerable"


def test_how_many_more_is_told_as_a_difference(funds: Engine) -> None:
    answer = funds.answer("Does Kitchens lead more actions than Gardens?")

    assert answer.boolean
    assert "The difference: 3 − 2 = 1." in answer.notes
