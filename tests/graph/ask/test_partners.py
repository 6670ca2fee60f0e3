"""That units which share actions are found, and that nobody is taken for the head of a unit."""

import pytest

from graph.ask.engine import Engine


@pytest.mark.parametrize(
    "question",
    [
        "Which units work with Library Services?",
        "Who partners with Library Services?",
        "Who does Library Services work with?",
        "Which offices share actions with Library Services?",
        "With whom does Library Services work?",
    ],
)
def test_finds_who_shares_actions(plans: Engine, question: str) -> None:
    assert [i.value for i in plans.answer(question).answers] == ["Nursing"]


@pytest.mark.parametrize("question", ["Who is the head of Library Services?", "Who runs Library Services?"])
def test_names_no_unit_as_the_head_of_another(plans: Engine, question: str) -> None:
    answer = plans.answer(question)

    assert answer.status == "unanswerable"
    assert "who heads Library Services" in answer.notes[0]


@pytest.mark.parametrize(
    "question", ["Who handles nursing?", "who takes care of nursing", "which department deals with nursing"]
)
def test_what_a_unit_is_called_after_is_handled_by_it(plans: Engine, question: str) -> None:
    assert [i.value for i in plans.answer(question).answers] == ["Nursing"]


def test_who_leads_an_action_is_still_told(plans: Engine) -> None:
    assert [i.value for i in plans.answer("Who leads the quiet electric buses?").answers] == ["Transport"]
