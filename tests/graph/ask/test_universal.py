"""Whether all things of a kind have something: a yes, a no with those that lack it, or nothing."""

import pytest

from graph.ask.engine import Engine

VERDICTS = {
    "Does every recommendation have an action?": False,
    "Has every recommendation got at least one action?": False,
    "Does every Rising school offer a program?": False,
    "Is every action under recommendation 1 led by Library Services?": True,
}


@pytest.mark.parametrize("text", VERDICTS)
def test_of_all(plans: Engine, text: str) -> None:
    assert plans.answer(text).boolean is VERDICTS[text]


def test_those_that_lack_it_are_told(plans: Engine) -> None:
    assert [i.value for i in plans.answer("Does every Rising school offer a program?").answers] == [
        "Elmwood Elementary"
    ]


@pytest.mark.parametrize(
    "text",
    ["Does Library Services lead all of the actions under recommendation 1?", "Do nurses lead all of them?"],
)
def test_some_are_no_yes_for_all(plans: Engine, text: str) -> None:
    assert plans.answer(text).boolean is None
