"""Sums, differences and shares of money, over a plan with funds and budgets of two offices."""

import pytest

from graph.ask.engine import Engine


def _first(engine: Engine, question: str) -> str:
    answer = engine.answer(question)
    assert answer.status == "answered", answer.interpretation
    return answer.answers[0].value


@pytest.mark.parametrize(
    "question",
    [
        "What do the actions under goal 1 cost together?",
        "How much do the actions of goal 1 cost in total?",
        "total funds goal 1",
        "What is the total cost of goal 1?",
        "Could you please tell me the total cost of the actions under goal 1?",
        "How much money in total goes to goal 1?",
        "What are the total funds of the actions led by Kitchens?",
    ],
)
def test_funds_are_added_up_with_what_they_are_made_of(funds: Engine, question: str) -> None:
    answer = funds.answer(question)

    assert [i.value for i in answer.answers] == [
        "$200,500",
        "Hire two more cooks: $120,000.00",
        "Replace the old ovens: $80,500",
    ]
    assert answer.notes[0] == "$120,000 + $80,500 = $200,500."
    assert any("Taste new menus" in n and "No additional cost" in n for n in answer.notes)


def test_currencies_are_not_mixed(funds: Engine) -> None:
    answer = funds.answer("How much do the actions of goal 2 cost altogether?")

    assert [i.value for i in answer.answers][:2] == ["$30,000", "€4,000"]
    assert any("different currencies" in n for n in answer.notes)


def test_a_stated_total_is_given_and_checked(funds: Engine) -> None:
    answer = funds.answer("What is the total budget of the Kitchens Office?")

    assert [i.value for i in answer.answers] == ["Total of $ 80,000 without salaries"]
    assert any("$60,000 + $20,000 = $80,000" in n and "agrees" in n for n in answer.notes)


@pytest.mark.parametrize(
    "question",
    [
        "What is the combined budget of Kitchens and Gardens?",
        "How much is budgeted for Kitchens and Gardens together?",
        "What is the total of all budgets?",
    ],
)
def test_a_total_is_not_counted_beside_its_parts(funds: Engine, question: str) -> None:
    assert _first(funds, question) == "$105,000"


@pytest.mark.parametrize(
    ("question", "difference"),
    [
        ("How much more is budgeted for Kitchens than for Gardens?", "$55,000"),
        ("By how much does the budget of Kitchens exceed that of Gardens?", "$55,000"),
        ("How much less does Gardens get than Kitchens?", "$55,000"),
        ("difference between the budget for location 700 and location 710", "$40,000"),
        (
            "What is the difference between the target and the baseline of pupils eating lunch?",
            "13.5% points",
        ),
    ],
)
def test_two_amounts_are_set_against_each_other(funds: Engine, question: str, difference: str) -> None:
    assert _first(funds, question) == difference


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("What share of the Kitchens budget goes to location 710?", "25% ($20,000 of $80,000)"),
        ("What percentage of the budget of Gardens is for location 810?", "40% ($10,000 of $25,000)"),
        ("What percent of the budget is at location 710?", "25% ($20,000 of $80,000)"),
    ],
)
def test_a_share_of_money_is_worked_out(funds: Engine, question: str, share: str) -> None:
    assert _first(funds, question) == share


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("average budget line of Gardens", "$12,500"),
        ("What is the average cost of the actions under goal 1?", "$100,250"),
        ("Which action under goal 1 costs the most?", "Hire two more cooks: $120,000.00"),
        ("cheapest action under goal 1", "Replace the old ovens: $80,500"),
    ],
)
def test_means_and_extremes_of_money(funds: Engine, question: str, value: str) -> None:
    assert _first(funds, question) == value


@pytest.mark.parametrize(
    "question",
    [
        "What do all the actions under goal 3 cost in total?",
        "What do the actions under goal 9 cost together?",
        "How much more money does Kitchens get than Choirs?",
        "how much more does Choirs get than Repairs",
        "What percentage of the Kitchens budget goes to salaries?",
        "What percentage of the budget goes to textbooks?",
        "How much does singing before lunch cost in total?",
        "What is the total cost of the swimming pool?",
        "Which action costs the least?",
        "What is the average salary of a cook?",
    ],
)
def test_what_is_not_stated_is_not_worked_out(funds: Engine, question: str) -> None:
    assert funds.answer(question).status in ("unanswerable", "empty")


def test_more_things_are_no_more_money(funds: Engine) -> None:
    answer = funds.answer("How much more actions does Kitchens lead than Gardens?")

    assert not any("$" in i.value for i in answer.answers)


@pytest.mark.parametrize(
    "question",
    [
        "Does the Choirs Office plan state an amount for its total budget?",
        "Is the total cost of goal 1 known?",
        "For the Choirs Office, what is the total of all budgets?",
    ],
)
def test_words_around_a_request_are_not_left_out_of_account(funds: Engine, question: str) -> None:
    assert not any("$" in i.value and i.type is None for i in funds.answer(question).answers)
