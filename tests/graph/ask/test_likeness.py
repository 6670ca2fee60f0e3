"""That what is only likely is given on request, marked, and offered below what documents say."""

import pytest

from graph.ask.engine import Engine

STATED, LIKELY = "Wash the buses every week", "Paint the bus stops yellow"


@pytest.mark.parametrize(
    "question",
    [
        "Which actions likely support recommendation 1?",
        "Which actions might also serve recommendation 1?",
        "Which action of the Transport Office's plan lines up best with recommendation 1?",
        "Which Transport Office action fits recommendation 1 best?",
    ],
)
def test_gives_what_is_likely_on_request(departments: Engine, question: str) -> None:
    answer = departments.answer(question)

    assert [(i.value, i.basis, i.confidence) for i in answer.answers] == [(LIKELY, "inferred", 0.61)]
    assert any("computed" in n for n in answer.notes)


def test_offers_the_likely_below_the_stated(departments: Engine) -> None:
    answer = departments.answer("Which actions support recommendation 1?")

    assert [i.value for i in answer.answers] == [STATED]
    assert any(LIKELY in n and "0.61" in n for n in answer.notes)


def test_gives_both_where_both_are_asked_for(departments: Engine) -> None:
    answer = departments.answer("Which actions support recommendation 1? Also show likely ones.")

    assert [(i.value, i.basis) for i in answer.answers] == [(STATED, "stated"), (LIKELY, "inferred")]


def test_never_counts_what_is_likely(departments: Engine) -> None:
    assert departments.answer("How many actions support recommendation 1?").count == 1
