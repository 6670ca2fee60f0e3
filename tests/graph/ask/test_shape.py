"""What a question asks for: the nouns of a list, owners, compounds, and the parts of a step."""

import pytest

from graph.ask.engine import Engine

ASKED = {
    "Give the action, the unit and the horizon of the hill routes": ["action", "unit", "horizon"],
    "Which unit's actions wait for the hills?": ["unit's"],
    "number of school closing metrics": ["school"],
    "number of school garden metrics": ["metrics"],
    "Of the actions that are mentioned, which took longest?": ["actions"],
}


@pytest.mark.parametrize("text", ASKED)
def test_nouns_that_are_asked_for(plans: Engine, text: str) -> None:
    question = plans.read(text)
    found = [question.spelled(a.noun.tokens) for a in question.shape.asked if a.noun is not None]
    assert found == ASKED[text]


def test_parts_of_a_step(plans: Engine) -> None:
    whole = "draw new bus routes with the families of the hills"
    answer = plans.answer(f"What is included in the step to {whole}?")
    assert [a.value for a in answer.answers] == ["Invite the families to three evenings"]
