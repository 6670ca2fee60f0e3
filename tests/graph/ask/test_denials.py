"""What is denied: of whom a phrase is denied, values that are left blank, and forms that a text lacks."""

import pytest

from graph.ask.engine import Engine

VOTE = "Let pupils vote on new books twice a term"
CORNER = "Open a reading corner in each hallway"
BUSES = "Buy six quiet electric buses"
ROUTES = "Draw new bus routes with the families of the hills"

FOUND = {
    "Which actions is Nursing responsible for but does not lead?": {VOTE},
    "In which actions does Nursing take part without leading?": {VOTE},
    "Give me the actions where Nursing shares the work without being named first": {VOTE},
    "Which metrics have no number?": {"Minutes of delay of each bus"},
    "Which actions are mid-term only?": {BUSES},
    "Which actions are mid-term only under recommendation 2?": {BUSES},
    "Leave out the short-term ones: which actions does Library Services lead?": {VOTE},
    "Which units lead nothing?": {"Nursing"},
    "Elementary schools w/o any program": {"Elmwood Elementary"},
}


@pytest.mark.parametrize("text", FOUND)
def test_what_is_denied(plans: Engine, text: str) -> None:
    assert {i.value for i in plans.answer(text).answers} == FOUND[text]


def test_values_that_are_left_blank(plans: Engine) -> None:
    blank = {i.value for i in plans.answer("Which actions have no resource note?").answers}
    assert BUSES not in blank
    assert {VOTE, ROUTES, CORNER} <= blank


def test_everything_is_no_answer_to_only(plans: Engine) -> None:
    assert plans.answer("Which actions are marked in the third box alone?").status == "unanswerable"
