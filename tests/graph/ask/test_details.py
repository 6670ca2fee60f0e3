"""That a matter which stands in the plans is no answer to who asks for a detail that does not."""

import pytest

from graph.ask.engine import Engine


@pytest.mark.parametrize(
    "question",
    [
        "What software is used for the new bus routes of the hills?",
        "What paint colour covers the reading corner in each hallway?",
        "What is the colour of the six quiet electric buses?",
        "What is the name of the reading corner in each hallway?",
        "What do the quiet electric buses carry as a slogan?",
        "What did the vote on new books show?",
        "Where are the three evenings of the families held?",
        "How long is the reading corner in each hallway?",
        "Who pays for the six quiet electric buses?",
        "Who teaches first aid to the drivers?",
        "Which families attended the three evenings?",
        "Which other department has a plan?",
        "What happens if a driver crashes the six quiet electric buses?",
        "How do I paint the reading corner in each hallway?",
        "What was done about the new bus routes of the hills last month?",
    ],
)
def test_a_matter_is_not_its_detail(plans: Engine, question: str) -> None:
    assert plans.answer(question).status == "unanswerable"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Who buys the six quiet electric buses?", "Transport"),
        ("When will the six quiet electric buses come?", "Mid-term"),
        (
            "What is planned for the new bus routes of the hills?",
            "Draw new bus routes with the families of the hills",
        ),
        ("Which actions concern quiet electric buses?", "Buy six quiet electric buses"),
    ],
)
def test_what_stands_there_is_still_said(plans: Engine, question: str, value: str) -> None:
    assert [i.value for i in plans.answer(question).answers] == [value]
