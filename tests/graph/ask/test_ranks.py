"""Higher and lower, the same tier, each of several, and what is first in time."""

import pytest

from graph.ask.engine import Engine

VERDICTS = {
    "Is Oakdale in a higher tier than Elmwood?": True,
    "is elmwood in a lower tier than oakdale": True,
    "Elmwood higher tier then Oakdale?": False,
    "Do Pinecrest and Elmwood share a tier?": True,
    "Is Oakdale in the same tier as Pinecrest?": False,
    "Are Pinecrest and Elmwood both in the Rising tier?": True,
    "Are both Oakdale and Elmwood Rising schools?": False,
}


@pytest.mark.parametrize("text", VERDICTS)
def test_by_rank(plans: Engine, text: str) -> None:
    assert plans.answer(text).boolean is VERDICTS[text]


def test_the_one_that_stands_higher(plans: Engine) -> None:
    found = plans.answer("Which is in the higher tier, Elmwood or Oakdale?")
    assert [i.value for i in found.answers] == ["Oakdale High School: STEADY"]


def test_without_a_tier_nothing_is_compared(plans: Engine) -> None:
    assert plans.answer("Is Oakdale better than Elmwood?").status == "unanswerable"


@pytest.mark.parametrize(
    "text", ["Who leads more, Transport or Nursing?", "Between Nursing and Transport, who leads more?"]
)
def test_what_is_led_is_counted(plans: Engine, text: str) -> None:
    values = {i.value for i in plans.answer(text).answers}
    assert values == {"Transport: 2 actions", "Nursing: 0 actions"}


def test_the_first_in_time(plans: Engine) -> None:
    answer = plans.answer("Of the plans, whose years begin the earliest?")
    assert [i.value for i in answer.answers] == ["Harbor Valley Blueprint"]


def test_nothing_is_first_that_bears_no_year(plans: Engine) -> None:
    assert plans.answer("Which recommendation is the oldest?").status == "unanswerable"
