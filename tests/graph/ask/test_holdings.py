"""That plans are set side by side on one matter, each with its own evidence, and that one has none of it."""

import pytest

from graph.ask.engine import Engine
from graph.ask.tokens import stem


@pytest.mark.parametrize(
    "question",
    [
        "How does work on buses differ between the Transport Office plan and the Reading Office plan?",
        "What does each department plan say about buses?",
        "Compare the 2019-20 and 2022-23 plans on buses.",
        "What do the Reading Office plan and the Transport Office plan each have on buses?",
    ],
)
def test_says_what_each_plan_has_and_which_has_none(departments: Engine, question: str) -> None:
    answer = departments.answer(question)

    assert answer.kind == "compare"
    assert {i.value for i in answer.answers} == {"Buses on time", "Paint the bus stops yellow"}
    assert {e.document for i in answer.answers for e in i.evidence} == {"transport.txt"}
    assert any("Reading Office" in n and "nothing" in n for n in answer.notes)


def test_says_no_where_not_both_have_it(departments: Engine) -> None:
    assert departments.answer("Are buses in both department plans?").boolean is False


def test_is_silent_where_no_plan_has_it(departments: Engine) -> None:
    answer = departments.answer("How does work on volcanoes differ between the two department plans?")

    assert answer.status == "unanswerable"


def test_letters_with_an_s_are_those_letters() -> None:
    assert stem("SPSAs") == stem("SPSA")
