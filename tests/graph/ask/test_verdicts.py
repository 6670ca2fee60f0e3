"""That neither yes nor no is said where nothing was compared, and that no other kind of thing is given."""

import pytest

from graph.ask.engine import Engine


@pytest.mark.parametrize(
    "question",
    [
        "Is Pinecrest crowded?",
        "Is Oakdale a private school?",
        "How many books does Library Services own?",
        "Which pilots are leading the electric buses?",
    ],
)
def test_declines_what_the_plans_do_not_say(plans: Engine, question: str) -> None:
    assert plans.answer(question).status in ("unanswerable", "empty")


def test_a_no_rests_on_what_the_thing_itself_has(plans: Engine) -> None:
    answer = plans.answer("Is Elmwood a Steady school?")

    assert answer.boolean is False
    assert [i.value for i in answer.answers] == ["RISING"]
